"""What goes wrong, said as RFC 9457 problem documents whose `type` never changes its meaning."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

_log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"

#: Every type there is, with its title.
TITLES: Mapping[str, str] = {
    "unauthorized": "The station's token is missing, unknown or revoked",
    "code-unknown": "No station can be enrolled with this code",
    "too-many-tries": "Too many codes were wrong",
    "wrong-station": "The token belongs to another station",
    "not-found": "There is nothing here",
    "method-not-allowed": "This address does not take that method",
    "malformed": "The request cannot be understood",
    "too-large": "The request is too large",
    "cursor-gone": "The cursor is not of this database",
    "station-forked": "Two histories of one station",
    "hash-mismatch": "The chain of hashes is broken here",
    "id-reuse": "The event's id was used for another event",
    "out-of-order": "An earlier event is missing",
    "unknown-type": "The event's type or schema is not known here",
    "not-allowed": "The actor may not decide this",
    "own-work": "Nobody decides on their own work",
    "judged-again": "What is decided on does not stand any more",
    "nothing-to-decide": "Nothing waits to be decided",
    "item-unknown": "No such item",
    "line-unknown": "No such line",
    "nothing-awaited": "Everything of the line has come",
    "still-awaited": "The last day is not over",
    "still-kept": "The box is still kept",
    "partner-unknown": "No such partner",
    "partner-differs": "The RMA is another partner's",
    "replacement-same": "The replacement is the item itself",
    "already-shipped": "The item has left already",
    "shipment-unknown": "No such shipment was packed",
    "rma-not-open": "The RMA is cancelled or closed",
    "rma-unknown": "No such RMA",
    "already-received": "Everything on the RMA has come",
    "unavailable": "The service's database cannot be used right now",
    "internal": "The service failed",
}

_HEADERS = {401: {"WWW-Authenticate": "Bearer"}, 503: {"Retry-After": "5"}}
_OF_STATUS = {401: "unauthorized", 404: "not-found", 405: "method-not-allowed", 413: "too-large"}


class ProblemError(Exception):
    """Ends a request with a problem document; `more` are members of its own."""

    def __init__(self, status: int, type_: str, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.status = status
        self.type = type_
        self.detail = detail
        self.more = more


def said(type_: str, detail: str) -> dict[str, str]:
    """Word a problem that is part of an answer, such as one event's."""
    return {"type": type_, "title": TITLES[type_], "detail": detail}


def install(app: FastAPI, unavailable: type[Exception]) -> None:
    """Make every error of the app, the framework's own too, a problem document; `unavailable` is the storage's."""

    @app.exception_handler(ProblemError)
    def own(_request: Request, error: ProblemError) -> Response:
        return _document(error.status, error.type, error.detail, error.more)

    @app.exception_handler(RequestValidationError)
    def invalid(_request: Request, error: RequestValidationError) -> Response:
        return _document(422, "malformed", first_fault(error.errors()))

    @app.exception_handler(HTTPException)
    def framework(_request: Request, error: HTTPException) -> Response:
        return _document(error.status_code, _OF_STATUS.get(error.status_code, "malformed"), f"{error.detail}.")

    @app.exception_handler(unavailable)
    def elsewhere(_request: Request, error: Exception) -> Response:
        _log.warning("the database cannot be used: %s", error)
        detail = "The database cannot be used right now; what was confirmed stands. Send this again later."
        return _document(503, "unavailable", detail)

    @app.exception_handler(Exception)
    def unforeseen(_request: Request, _error: Exception) -> Response:
        return _document(500, "internal", "Something failed that should not; nothing was stored. Try again later.")


def _document(status: int, type_: str, detail: str, more: Mapping[str, Any] | None = None) -> JSONResponse:
    headers = _HEADERS.get(status)
    content = said(type_, detail) | {"status": status} | dict(more or {})
    return JSONResponse(content, status, headers, MEDIA_TYPE)


def first_fault(errors: Any) -> str:
    """Say where the first of pydantic's errors lies and what is wrong there."""
    first = errors[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}."
