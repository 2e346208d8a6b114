"""Your account: password, address, second step, and where you are logged in."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ticket_service.accounts import login, own_account
from ticket_service.accounts.refusals import InvalidError, RefusalError
from ticket_service.accounts.sessions import begin_session, sessions_of
from ticket_service.mail import outbox
from ticket_service.portal import letters
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.links import new_password
from ticket_service.portal.page import go_to, page
from ticket_service.portal.register import email_of
from ticket_service.portal.visit import LoggedIn, Visit
from ticket_service.storage.store import reading, writing

router = APIRouter()


@router.get("/account")
def show_account(visit: LoggedIn) -> Response:
    """Show the person what is kept of them."""
    session = visit.own
    with reading(visit.ground.engine) as connection:
        open_sessions = sessions_of(connection, session.user.id, visit.now)
    return page(visit, "account.html", user=session.user, sessions=open_sessions, here=session.key, form=Form())


@router.get("/account/password")
def show_change_password(visit: LoggedIn) -> Response:
    """Show the form for another password."""
    return page(visit, "change-password.html", form=Form())


@router.post("/account/password")
def post_change_password(visit: LoggedIn, form: Sent) -> Response:
    """Change the password, end every session, and begin a new one here."""
    try:
        _check_password(visit, form)
        hashed = new_password(form, visit.own.user.email)
        with writing(visit.ground.engine) as connection:
            user = own_account.change_password(connection, visit.person, hashed)
            cookie = begin_session(connection, user.id, proven=True, device=visit.device, now=visit.now)
            outbox.put(connection, letters.password_changed(user.email, user.name), visit.now)
    except RefusalError as refusal:
        form.refuse(refusal)
        return page(visit, "change-password.html", 422, form=form)
    return go_to(visit, "/account", "You have a new password, and are logged out everywhere else.", cookie=cookie)


@router.get("/account/address")
def show_change_address(visit: LoggedIn) -> Response:
    """Show the form for another e-mail address."""
    return page(visit, "change-address.html", form=Form())


@router.post("/account/address")
def post_change_address(visit: LoggedIn, form: Sent) -> Response:
    """Write to the new address, which confirms itself, and to the one before."""
    email = email_of(form)
    if email is None:
        return page(visit, "change-address.html", 422, form=form)
    try:
        _check_password(visit, form)
        with writing(visit.ground.engine) as connection:
            user, secret = own_account.ask_email(connection, visit.person, email, visit.now)
            if secret is not None:
                outbox.put(connection, letters.new_address(visit.ground.url, user.name, email, secret), visit.now)
            outbox.put(connection, letters.address_asked(user.email, user.name), visit.now)
    except RefusalError as refusal:
        form.refuse(refusal)
        return page(visit, "change-address.html", 422, form=form)
    return go_to(visit, "/account", f"Open the link in the e-mail we sent to {email}; until then nothing changes.")


@router.post("/account/log-out-elsewhere")
def post_log_out_elsewhere(visit: LoggedIn, _form: Sent) -> Response:
    """End every session but this one."""
    with writing(visit.ground.engine) as connection:
        own_account.log_out_elsewhere(connection, visit.person, visit.own.key)
    return go_to(visit, "/account", "You are logged out everywhere else.")


@router.post("/account/sessions/{key}/end")
def post_end_session(visit: LoggedIn, key: str, _form: Sent) -> Response:
    """End one session of the person."""
    with writing(visit.ground.engine) as connection:
        own_account.log_out(connection, visit.person, key, visit.now)
    return go_to(visit, "/account", "This session has ended.")


def _check_password(visit: Visit, form: Form) -> None:
    """Have the person prove that it is still them who sits there. Raises RefusalError."""
    with reading(visit.ground.engine) as connection:
        claimed = login.claim(connection, visit.own.user.email, visit.host, visit.now)
    if not login.is_true(claimed, form.value("password")):
        with writing(visit.ground.engine) as connection:
            login.wrong(connection, claimed, visit.now)
        raise InvalidError({"password": "This is not your password."})
