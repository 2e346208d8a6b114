"""Letters that reached nobody, for support: why, and once more."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ticket_service.mail import outbox
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.page import go_to, page
from ticket_service.portal.visit import LoggedIn
from ticket_service.storage.store import reading, writing

router = APIRouter()


@router.get("/lost-letters")
def show_lost(visit: LoggedIn) -> Response:
    """List what came back or was refused."""
    with reading(visit.ground.engine) as connection:
        lost = outbox.undelivered(connection, visit.person)
    return page(visit, "lost-letters.html", letters=lost, form=Form())


@router.post("/lost-letters/{letter}/again")
def post_again(visit: LoggedIn, letter: str, _form: Sent) -> Response:
    """Send one once more."""
    with writing(visit.ground.engine) as connection:
        outbox.send_again(connection, visit.person, letter, visit.now)
    return go_to(visit, "/lost-letters", "The letter is sent again.")
