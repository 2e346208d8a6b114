"""Who looks at a page: the session behind their cookie, or nobody yet."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from urllib.parse import quote, unquote
from zoneinfo import ZoneInfo

from fastapi import Depends, Request

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.sessions import Session, find_session, note_use, wants_noting
from ticket_service.ground import Ground, ServiceGround
from ticket_service.storage.state import get
from ticket_service.storage.store import reading, writing

COOKIE = "session"
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class LoginNeededError(Exception):
    """The page needs somebody who is logged in; they come back to `path` afterwards."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Visit:
    """One request for a page; `cookie` is the browser's id, of a session or of nobody yet."""

    ground: Ground
    cookie: str
    is_new: bool
    is_secure: bool
    session: Session | None
    path: str
    host: str
    device: str
    flash: str
    zone: ZoneInfo

    @property
    def caller(self) -> Caller | None:
        """Who is logged in, both steps done."""
        return self.session.user.caller if self.session is not None and self.session.proven else None

    @property
    def own(self) -> Session:
        """Give the session of who is logged in. Raises LoginNeededError when nobody is."""
        if self.session is None or not self.session.proven:
            raise LoginNeededError(self.path)
        return self.session

    @property
    def person(self) -> Caller:
        """Who is logged in. Raises LoginNeededError when nobody is."""
        return self.own.user.caller

    @property
    def now(self) -> datetime:
        """Give the service's time."""
        return self.ground.clock()

    @property
    def csrf(self) -> str:
        """Give the token for every form on the page: it follows from the cookie, which no other site can read."""
        return hmac.new(self.cookie.encode(), b"form", hashlib.sha256).hexdigest()


def visit_of(request: Request, ground: ServiceGround) -> Visit:
    """Find out who asks for a page, and note that their session is used."""
    visit = stranger(request, ground)
    with reading(ground.engine) as connection:
        policy = get(connection, "policy", ["site"]).get("site", {})
        session = None if visit.is_new else find_session(connection, visit.cookie, visit.now)
    if session is not None and wants_noting(session, visit.now):
        with writing(ground.engine) as connection:
            note_use(connection, session, visit.now)
    return replace(visit, session=session, zone=ZoneInfo(policy.get("time_zone", "UTC")))


def stranger(request: Request, ground: Ground) -> Visit:
    """Take the visit as nobody's, without asking the database."""
    cookie = request.cookies.get(COOKIE, "")
    is_new = not 0 < len(cookie) <= 64
    return Visit(
        ground=ground,
        cookie=secrets.token_urlsafe(32) if is_new else cookie,
        is_new=is_new,
        is_secure=not (request.url.scheme == "http" and request.url.hostname in _LOOPBACK),
        session=None,
        path=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        host=request.client.host if request.client else "",
        device=request.headers.get("User-Agent", "")[:200],
        flash=unquote(request.cookies.get("flash", ""))[:500],
        zone=ZoneInfo("UTC"),
    )


def person_of(visit: Annotated[Visit, Depends(visit_of)]) -> Visit:
    """Let only somebody who is logged in go on."""
    if visit.caller is None:
        raise LoginNeededError(visit.path)
    return visit


#: For pages that anybody may see.
Anyone = Annotated[Visit, Depends(visit_of)]
#: For pages of people who are logged in; others go to the login and come back.
LoggedIn = Annotated[Visit, Depends(person_of)]


def flash_cookie(sentence: str) -> str:
    """Write a sentence as a cookie can carry it."""
    return quote(sentence)
