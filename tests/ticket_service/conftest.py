from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
import requests
from sqlalchemy import Engine
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.ticket_service.making import person, rma
from ticket_service.accounts.station_tokens import issue_token
from ticket_service.app import create_app
from ticket_service.serving import EmbeddedService
from ticket_service.storage.state import put
from ticket_service.storage.store import open_store, writing

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Caller:
    """A station as the service meets it: an address, a token, and real requests."""

    url: str
    token: str
    session: requests.Session

    def get(self, path: str, headers: dict[str, str] | None = None, **query: Any) -> requests.Response:
        return self.session.get(self.url + path, params=query, headers=self._headers(headers), timeout=20)

    def post(self, path: str, body: Any) -> requests.Response:
        return self.session.post(self.url + path, json=body, headers=self._headers(), timeout=20)

    def _headers(self, more: dict[str, str] | None = None) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} | (more or {})


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    engine = open_store(database)
    with writing(engine) as connection:
        put(connection, [rma("RMA-00001235"), rma("RMA-00001243", state="cancelled"), person("U-05", "supervisor")])
    yield engine
    engine.dispose()


class Stage:
    """Whatever app is on: one server for the whole session, since each takes a fifth of a second to stop."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[Stage, str]]:
    stage = Stage()
    with EmbeddedService(stage) as service:
        yield stage, service.url


@pytest.fixture
def url(served: tuple[Stage, str], engine: Engine) -> str:
    stage, address = served
    stage.app = create_app(engine, lambda: NOW)
    return address


@pytest.fixture
def station(engine: Engine, url: str) -> Iterator[Caller]:
    with writing(engine) as connection:
        token = issue_token(connection, "DOCK-1", NOW)
    with requests.Session() as session:
        yield Caller(url, token, session)


@pytest.fixture
def other_station(engine: Engine, url: str) -> Iterator[Caller]:
    with writing(engine) as connection:
        token = issue_token(connection, "DOCK-2", NOW)
    with requests.Session() as session:
        yield Caller(url, token, session)
