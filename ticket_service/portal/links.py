"""Where the links in letters lead: choose a password, confirm an address. A link is used up by its form only."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ticket_service.accounts import own_account, passwords
from ticket_service.accounts.links import Purpose
from ticket_service.accounts.refusals import InvalidError
from ticket_service.accounts.users import User
from ticket_service.mail import outbox
from ticket_service.portal import letters
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.page import go_to, page
from ticket_service.portal.visit import Anyone, Visit
from ticket_service.storage.store import reading, writing

router = APIRouter()

_NEXT = {
    Purpose.CONFIRM: "Your address is confirmed. Support looks at your registration next and writes to you.",
    Purpose.RESET: "You have a new password. Log in with it.",
    Purpose.INVITE: "You have a password. Log in with it.",
}


@router.get("/password/{secret}")
def show_password(visit: Anyone, secret: str) -> Response:
    """Show the form for a new password."""
    _, user = _whose(visit, secret)
    return page(visit, "password.html", form=Form(), secret=secret, user=user)


@router.post("/password/{secret}")
def post_password(visit: Anyone, secret: str, form: Sent) -> Response:
    """Set the password, which uses the link up."""
    purpose, user = _whose(visit, secret)
    try:
        hashed = new_password(form, user.email)
    except InvalidError as refusal:
        form.refuse(refusal)
        return page(visit, "password.html", 422, form=form, secret=secret, user=user)
    with writing(visit.ground.engine) as connection:
        changed = own_account.choose_password(connection, secret, hashed, visit.now)
        if purpose is Purpose.RESET:
            outbox.put(connection, letters.password_changed(changed.email, changed.name), visit.now)
    return go_to(visit, "/login", _NEXT[purpose])


@router.get("/address/{secret}")
def show_address(visit: Anyone, secret: str) -> Response:
    """Ask whether the new address is to be used."""
    with reading(visit.ground.engine) as connection:
        link, _ = own_account.whose(connection, secret, visit.now, Purpose.EMAIL)
    return page(visit, "address.html", secret=secret, email=link.email, form=Form())


@router.post("/address/{secret}")
def post_address(visit: Anyone, secret: str, _form: Sent) -> Response:
    """Use the new address from now on."""
    with writing(visit.ground.engine) as connection:
        moved = own_account.change_email(connection, secret, visit.now)
        outbox.put(connection, letters.address_changed(moved), visit.now)
    return go_to(visit, "/account", f"Your account now uses {moved.after}.")


def new_password(form: Form, email: str) -> str:
    """Read a password typed twice and give its hash. Raises InvalidError."""
    password = form.value("new")
    fault = passwords.fault(password, email)
    if fault is not None:
        raise InvalidError({"new": fault})
    if password != form.value("again"):
        raise InvalidError({"again": "Type the same password twice."})
    return passwords.hashed(password)


def _whose(visit: Visit, secret: str) -> tuple[Purpose, User]:
    with reading(visit.ground.engine) as connection:
        link, user = own_account.whose(connection, secret, visit.now, *own_account.CHOOSE)
    return link.purpose, user
