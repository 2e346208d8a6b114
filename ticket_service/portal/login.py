"""Log in, log out, and the first page after it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ticket_service.accounts.login import WRONG, claim, is_true, log_in, wrong
from ticket_service.accounts.refusals import RefusalError
from ticket_service.accounts.sessions import end_session
from ticket_service.accounts.users import normal_email
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.navigation import entries
from ticket_service.portal.page import PREFIX, go_to, page
from ticket_service.portal.visit import Anyone, LoggedIn, Visit
from ticket_service.storage.store import reading, writing

router = APIRouter()


@router.get("/")
def show_first(visit: LoggedIn) -> Response:
    """Lead people to the first page of their role."""
    return go_to(visit, entries(visit)[0].path.removeprefix(PREFIX))


@router.get("/login")
def show_login(visit: Anyone, next: str = "") -> Response:  # noqa: A002 - the word in the address
    """Show the form, unless they are in already."""
    if visit.caller is not None:
        return go_to(visit, below(next) or "/")
    return page(visit, "login.html", form=Form.filled(next=below(next)))


@router.post("/login")
def post_login(visit: Anyone, form: Sent) -> Response:
    """Begin a session under a new id, or say that it did not work."""
    email = normal_email(form.value("email"))
    password = form.value("password")
    if email is None:
        form.fault("email", "Type your e-mail address, such as dana@example.com.")
    if not password:
        form.fault("password", "Type your password.")
    if email is None or not form.is_good:
        return page(visit, "login.html", 422, form=form)
    try:
        cookie = _logged_in(visit, email, password)
    except RefusalError as refusal:
        form.refuse(refusal)
        return page(visit, "login.html", 422, form=form)
    return go_to(visit, below(form.value("next")) or "/", cookie=cookie)


@router.post("/logout")
def post_logout(visit: Anyone, _form: Sent) -> Response:
    """End the session here and at the service."""
    if visit.session is not None:
        with writing(visit.ground.engine) as connection:
            end_session(connection, visit.session.key)
    return go_to(visit, "/login", "You are logged out.", cookie="")


def _logged_in(visit: Visit, email: str, password: str) -> str:
    with reading(visit.ground.engine) as connection:
        claimed = claim(connection, email, visit.host, visit.now)
    if not is_true(claimed, password) or claimed.user is None:
        with writing(visit.ground.engine) as connection:
            wrong(connection, claimed, visit.now)
        raise RefusalError(WRONG)
    with writing(visit.ground.engine) as connection:
        return log_in(connection, claimed, claimed.user, password=password, device=visit.device, now=visit.now)


def below(path: str) -> str:
    """Give the part below the portal of a path that leads into it; anything else leads nowhere."""
    below = path.removeprefix(PREFIX) if path.startswith(f"{PREFIX}/") else path
    return below if below.startswith("/") and not below.startswith("//") and "\\" not in below else ""
