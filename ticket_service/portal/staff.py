"""Our own people of the portal, for the administrator: invite, give a role, close."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import Connection

from ticket_service.accounts import staff
from ticket_service.accounts.caller import Caller, Role
from ticket_service.accounts.refusals import RefusalError
from ticket_service.mail import outbox
from ticket_service.portal import letters
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.page import go_to, page
from ticket_service.portal.register import email_of
from ticket_service.portal.visit import LoggedIn, Visit
from ticket_service.storage.store import reading, writing

router = APIRouter()


@router.get("/staff")
def show_staff(visit: LoggedIn) -> Response:
    """List our people and the form that invites another one."""
    return _staff(visit, Form.filled(role=Role.SUPPORT.value))


@router.post("/staff")
def post_invite(visit: LoggedIn, form: Sent) -> Response:
    """Invite somebody by letter."""
    email = email_of(form)
    name = form.line("name", 100, "Type the person's name.")
    role = form.choice("role", [role.value for role in staff.OURS])
    if email is None or not form.is_good:
        return _staff(visit, form, 422)
    try:
        with writing(visit.ground.engine) as connection:
            told = staff.invite(connection, visit.person, visit.now, email=email, name=name, role=Role(role))
            outbox.put(connection, letters.invited(visit.ground.url, told), visit.now)
    except RefusalError as refusal:
        form.refuse(refusal)
        return _staff(visit, form, 422)
    return go_to(visit, "/staff", f"{name} gets a link by e-mail, which works for a week.")


@router.post("/staff/{user}/invite")
def post_invite_again(visit: LoggedIn, user: str, _form: Sent) -> Response:
    """Send a new link."""
    with writing(visit.ground.engine) as connection:
        told = staff.invite_again(connection, visit.person, user, visit.now)
        outbox.put(connection, letters.invited(visit.ground.url, told), visit.now)
    return go_to(visit, "/staff", f"{told.name} gets a new link; the one before works no more.")


@router.post("/staff/{user}/role")
def post_role(visit: LoggedIn, user: str, form: Sent) -> Response:
    """Give the other role."""
    role = form.choice("role", [role.value for role in staff.OURS])
    if not form.is_good:
        return _staff(visit, form, 422)
    return _changed(visit, form, lambda c, who, rev: staff.change_role(c, who, user, rev, Role(role)))


@router.post("/staff/{user}/close")
def post_close(visit: LoggedIn, user: str, form: Sent) -> Response:
    """Close an account."""
    return _changed(visit, form, lambda c, who, rev: staff.close(c, who, user, rev))


@router.post("/staff/{user}/reopen")
def post_reopen(visit: LoggedIn, user: str, form: Sent) -> Response:
    """Open a closed account again."""
    return _changed(visit, form, lambda c, who, rev: staff.reopen(c, who, user, rev))


@router.post("/staff/{user}/second-step")
def post_forget_second_step(visit: LoggedIn, user: str, form: Sent) -> Response:
    """Let somebody set up the second step anew."""
    return _changed(visit, form, lambda c, who, rev: staff.forget_second_step(c, who, user, rev))


def _changed(visit: Visit, form: Form, act: Callable[[Connection, Caller, int], None]) -> Response:
    with writing(visit.ground.engine) as connection:
        act(connection, visit.person, form.number("rev"))
    return go_to(visit, "/staff", "Done. Where somebody was logged in, they log in again.")


def _staff(visit: Visit, form: Form, status: int = 200) -> Response:
    with reading(visit.ground.engine) as connection:
        people = staff.staff(connection, visit.person)
    return page(visit, "staff.html", status, people=people, form=form)
