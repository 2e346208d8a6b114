"""Your account: who you are here, and where you are logged in."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ticket_service.accounts.sessions import sessions_of
from ticket_service.portal.page import page
from ticket_service.portal.visit import LoggedIn
from ticket_service.storage.store import reading

router = APIRouter()


@router.get("/account")
def show_account(visit: LoggedIn) -> Response:
    """Show the person what is kept of them."""
    with reading(visit.ground.engine) as connection:
        open_sessions = sessions_of(connection, visit.person.user, visit.now)
    return page(visit, "account.html", sessions=open_sessions)
