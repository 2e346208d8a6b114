"""Registrations that wait for support: approve or decline."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ticket_service.accounts import registration
from ticket_service.accounts.refusals import InvalidError
from ticket_service.mail import outbox
from ticket_service.portal import letters
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.page import go_to, page
from ticket_service.portal.visit import LoggedIn, Visit
from ticket_service.storage.store import reading, writing

router = APIRouter()


@router.get("/approvals")
def show_approvals(visit: LoggedIn) -> Response:
    """List what waits."""
    with reading(visit.ground.engine) as connection:
        waiting = registration.waiting(connection, visit.person)
    return page(visit, "approvals.html", waiting=waiting)


@router.get("/approvals/{user}")
def show_approval(visit: LoggedIn, user: str) -> Response:
    """Show one registration."""
    return _approval(visit, user, Form())


@router.post("/approvals/{user}/approve")
def post_approve(visit: LoggedIn, user: str, form: Sent) -> Response:
    """Open the account and write to the person."""
    partner = form.line("partner", 64).partition(" ")[0]
    if not form.is_good:
        return _approval(visit, user, form, 422)
    try:
        with writing(visit.ground.engine) as connection:
            approved = registration.approve(
                connection, visit.person, user, visit.now, rev=form.number("rev"), partner=partner
            )
            outbox.put(connection, letters.approved(visit.ground.url, approved), visit.now)
    except InvalidError as refusal:
        form.refuse(refusal)
        return _approval(visit, user, form, 422)
    return go_to(visit, "/approvals", f"{approved.application.company} has an account; they were told by e-mail.")


@router.post("/approvals/{user}/decline")
def post_decline(visit: LoggedIn, user: str, form: Sent) -> Response:
    """Decline and write why."""
    reason = form.text("reason", 2000, "Say why; the person reads it.")
    if not form.is_good:
        return _approval(visit, user, form, 422)
    with writing(visit.ground.engine) as connection:
        declined = registration.decline(
            connection, visit.person, user, visit.now, rev=form.number("rev"), reason=reason
        )
        outbox.put(connection, letters.declined(declined, reason), visit.now)
    return go_to(visit, "/approvals", f"{declined.application.company} was told why it gets no account.")


def _approval(visit: Visit, user: str, form: Form, status: int = 200) -> Response:
    with reading(visit.ground.engine) as connection:
        shown = registration.read_registration(connection, visit.person, user)
        partners = registration.partners(connection, visit.person)
    return page(visit, "approval.html", status, registration=shown, partners=partners, form=form)
