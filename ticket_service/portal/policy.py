"""The site's policy as one form, for the administrator."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ticket_service.accounts.refusals import InvalidError
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.page import go_to, page
from ticket_service.portal.visit import LoggedIn, Visit
from ticket_service.rules import site_policy
from ticket_service.site import policy
from ticket_service.storage.store import reading, writing

router = APIRouter()


@router.get("/policy")
def show_policy(visit: LoggedIn) -> Response:
    """Show what holds."""
    with reading(visit.ground.engine) as connection:
        now_holds = policy.read(connection, visit.person)
    return _policy(visit, Form.filled(version=str(now_holds["version"]), **site_policy.as_typed(now_holds)))


@router.post("/policy")
def post_policy(visit: LoggedIn, form: Sent) -> Response:
    """Save a new version."""
    seen = form.number("version")
    try:
        with writing(visit.ground.engine) as connection:
            number = policy.save(connection, visit.person, form.firsts(), version=seen, now=visit.now)
    except InvalidError as refusal:
        form.refuse(refusal)
        return _policy(visit, form, 422)
    told = "Nothing is other than before." if number == seen else f"Version {number} holds; stations hear of it soon."
    return go_to(visit, "/policy", told)


def _policy(visit: Visit, form: Form, status: int = 200) -> Response:
    with reading(visit.ground.engine) as connection:
        history = policy.history(connection, visit.person)
    return page(visit, "policy.html", status, form=form, history=history, rules=site_policy)
