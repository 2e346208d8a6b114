"""Letters that reached nobody, for support: why, and once more."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ticket_service.accounts.refusals import InvalidError
from ticket_service.mail import outbox
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.page import go_to, page
from ticket_service.portal.visit import LoggedIn, Visit
from ticket_service.storage.store import reading, writing

router = APIRouter()


@router.get("/lost-letters")
def show_lost(visit: LoggedIn) -> Response:
    """List what came back or was refused."""
    return _lost(visit, Form())


@router.post("/lost-letters/{letter}/again")
def post_again(visit: LoggedIn, letter: str, form: Sent) -> Response:
    """Send one once more."""
    try:
        with writing(visit.ground.engine) as connection:
            outbox.send_again(connection, visit.person, letter, form.line("to", 254), visit.now)
    except InvalidError as refusal:
        form.refuse(refusal)
        return _lost(visit, form, letter, 422)
    return go_to(visit, "/lost-letters", "The letter is sent again.")


@router.post("/lost-letters/{letter}/leave")
def post_leave(visit: LoggedIn, letter: str, _form: Sent) -> Response:
    """Take one from the list."""
    with writing(visit.ground.engine) as connection:
        outbox.leave(connection, visit.person, letter, visit.now)
    return go_to(visit, "/lost-letters", "The letter is not sent again.")


def _lost(visit: Visit, form: Form, faulty: str = "", status: int = 200) -> Response:
    with reading(visit.ground.engine) as connection:
        lost = outbox.undelivered(connection, visit.person)
    return page(visit, "lost-letters.html", status, letters=lost, form=form, faulty=faulty)
