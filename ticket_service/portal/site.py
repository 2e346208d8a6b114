"""The portal as an application of its own below the service: its pages, its answers to what goes wrong, its headers."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from sqlalchemy.exc import DataError
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from ticket_service.accounts.refusals import ChangedMeanwhileError, NotAllowedError, RefusalError, UnknownError
from ticket_service.ground import Ground, ground_of
from ticket_service.portal import (
    account,
    approvals,
    company,
    letter_choices,
    links,
    login,
    lost_letters,
    models,
    people,
    policy,
    register,
    second_step,
    staff,
    stations,
    support,
    tickets,
)
from ticket_service.portal.forms import ForeignFormError
from ticket_service.portal.headers import Headers
from ticket_service.portal.page import PREFIX, go_to, page
from ticket_service.portal.visit import LoginNeededError, Visit, stranger, visit_of
from ticket_service.storage.store import UnavailableError

#: Every file with pages; a new one is added here.
_PAGES = (
    login,
    register,
    links,
    second_step,
    account,
    company,
    tickets,
    support,
    approvals,
    stations,
    people,
    policy,
    models,
    staff,
    letter_choices,
    lost_letters,
)

_TITLES = {
    403: "You may not do this",
    404: "There is nothing here",
    405: "There is nothing here",
    409: "Somebody changed this meanwhile",
    411: "This form cannot be read",
    413: "This is too large",
    500: "Something failed that should not",
    503: "The service cannot reach its database",
}
_SENTENCES = {
    404: "The address is wrong, or what was here is not yours to see.",
    405: "Go back and use the page's own buttons.",
    411: "Go back and send the form again.",
    413: "Go back and send less at a time.",
    500: "Nothing was changed. Try again later, or tell support what you did.",
    503: "Nothing was changed. Try again in a minute.",
}
_STATUS: dict[type[RefusalError], int] = {UnknownError: 404, NotAllowedError: 403, ChangedMeanwhileError: 409}


def create_portal(ground: Ground) -> FastAPI:
    """Build the portal on the service's ground."""
    portal = FastAPI(openapi_url=None)
    portal.state.ground = ground
    portal.add_middleware(Headers)
    _answer_faults(portal)
    for pages in _PAGES:
        portal.include_router(pages.router)
    portal.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    return portal


def _answer_faults(portal: FastAPI) -> None:
    @portal.exception_handler(LoginNeededError)
    def login_needed(request: Request, error: LoginNeededError) -> Response:
        visit = _visit(request)
        back = quote(error.path if request.method == "GET" else f"{PREFIX}/")
        return go_to(visit, f"/login?next={back}" if visit.session is None else f"/second-step?next={back}")

    @portal.exception_handler(ForeignFormError)
    def foreign(request: Request, _error: ForeignFormError) -> Response:
        sentence = "The page was open too long, or your browser keeps no cookies. Go back, reload it, send it again."
        return _fault(request, 403, sentence, "This form has expired")

    @portal.exception_handler(RefusalError)
    def refused(request: Request, refusal: RefusalError) -> Response:
        status = next((status for kind, status in _STATUS.items() if isinstance(refusal, kind)), 422)
        return _fault(request, status, str(refusal))

    @portal.exception_handler(RequestValidationError)
    def nowhere(request: Request, _error: RequestValidationError) -> Response:
        return _fault(request, 404)

    @portal.exception_handler(HTTPException)
    def framework(request: Request, error: HTTPException) -> Response:
        return _fault(request, error.status_code)

    @portal.exception_handler(DataError)
    def impossible(request: Request, _error: DataError) -> Response:
        # An address with a sign that PostgreSQL cannot hold, such as %00, names nothing.
        return _fault(request, 404)

    @portal.exception_handler(Exception)
    def unforeseen(request: Request, _error: Exception) -> Response:
        return _fault(request, 500)

    @portal.exception_handler(UnavailableError)
    def unreachable(request: Request, _error: UnavailableError) -> Response:
        return _fault(request, 503)


def _fault(request: Request, status: int, sentence: str = "", title: str = "") -> Response:
    title = title or _TITLES.get(status, "This did not work")
    sentence = sentence or _SENTENCES.get(status, "Go back and try again.")
    visit = stranger(request, ground_of(request)) if status >= 500 else _visit(request)
    return page(visit, "fault.html", status, title=title, sentence=sentence)


def _visit(request: Request) -> Visit:
    return visit_of(request, ground_of(request))
