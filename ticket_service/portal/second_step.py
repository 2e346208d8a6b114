"""The second step of a login, and setting it up."""

from __future__ import annotations

from dataclasses import replace

import segno
from fastapi import APIRouter
from fastapi.responses import Response
from markupsafe import Markup

from ticket_service.accounts import second_step
from ticket_service.accounts.refusals import RefusalError
from ticket_service.accounts.sessions import Session
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.login import below
from ticket_service.portal.page import go_to, page
from ticket_service.portal.visit import Anyone, LoggedIn, LoginNeededError, Visit
from ticket_service.storage.store import writing

router = APIRouter()


@router.get("/second-step")
def show_second_step(visit: Anyone, next: str = "") -> Response:  # noqa: A002 - the word in the address
    """Ask for the code, or lead somebody who has none yet to its set-up."""
    session = _begun(visit)
    if session.proven:
        return go_to(visit, below(next) or "/")
    if session.user.totp_secret is None:
        return go_to(visit, "/second-step/new")
    return page(visit, "second-step.html", form=Form.filled(next=below(next)))


@router.post("/second-step")
def post_second_step(visit: Anyone, form: Sent) -> Response:
    """Take the code, once."""
    session = _begun(visit)
    try:
        with writing(visit.ground.engine) as connection:
            cookie = second_step.prove(connection, session, form.line("code", 40), visit.now)
        if cookie is None:
            form.fault("code", second_step.WRONG)
    except RefusalError as refusal:
        form.refuse(refusal)
    if not form.is_good:
        return page(visit, "second-step.html", 422, form=form)
    return go_to(visit, below(form.value("next")) or "/", cookie=cookie)


@router.get("/second-step/new")
def show_set_up(visit: Anyone) -> Response:
    """Show the secret as a QR code for an app."""
    return _set_up_page(visit, _begun(visit), Form())


@router.post("/second-step/new")
def post_set_up(visit: Anyone, form: Sent) -> Response:
    """Confirm the app, and show the recovery codes this once."""
    session = _begun(visit)
    try:
        with writing(visit.ground.engine) as connection:
            cookie, codes = second_step.set_up(connection, session, form.line("code", 40), visit.now)
    except RefusalError as refusal:
        form.refuse(refusal)
        return _set_up_page(visit, session, form, 422)
    return page(replace(visit, cookie=cookie, is_new=True, session=None), "recovery-codes.html", codes=codes)


@router.post("/account/recovery-codes")
def post_recovery_codes(visit: LoggedIn, _form: Sent) -> Response:
    """Make new recovery codes and show them this once."""
    with writing(visit.ground.engine) as connection:
        codes = second_step.new_recovery_codes(connection, visit.own)
    return page(visit, "recovery-codes.html", codes=codes)


def _begun(visit: Visit) -> Session:
    if visit.session is None:
        raise LoginNeededError(visit.path)
    return visit.session


def _set_up_page(visit: Visit, session: Session, form: Form, status: int = 200) -> Response:
    with writing(visit.ground.engine) as connection:
        secret = second_step.offer(connection, session)
    code = segno.make_qr(second_step.address_of(secret, session.user.email))
    drawn = Markup(code.svg_inline(scale=5, border=2))  # noqa: S704 - segno draws it; no text goes in
    grouped = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return page(visit, "second-step-new.html", status, form=form, drawn=drawn, secret=grouped)
