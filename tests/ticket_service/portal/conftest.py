from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from html import unescape

import httpx
import pytest
from sqlalchemy import Engine, insert

from tests.ticket_service.conftest import NOW
from ticket_service.accounts.caller import Role
from ticket_service.accounts.passwords import hashed
from ticket_service.storage.account_tables import users
from ticket_service.storage.store import writing

PASSWORD = "seven quiet llamas"  # noqa: S105 - of people who exist in tests alone
_HASHED = hashed(PASSWORD)


class Browser:
    """A person's browser: it keeps cookies, follows links, and sends the forms it was shown."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.answer = client.get("/portal/login")

    @property
    def text(self) -> str:
        """What the page says, without tags."""
        return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", self.answer.text)))

    @property
    def path(self) -> str:
        return self.answer.url.path

    def open(self, path: str) -> httpx.Response:
        self.answer = self.client.get(f"/portal{path}")
        return self.answer

    def send(self, path: str, /, files: object = None, **fields: object) -> httpx.Response:
        """Send a form with the token of the page that is shown."""
        token = re.search(r'name="csrf" value="(\w+)"', self.answer.text)
        values = {"csrf": token[1] if token else ""} | fields
        self.answer = self.client.post(f"/portal{path}", data=values, files=files)  # type: ignore[arg-type]
        return self.answer

    def hidden(self, name: str) -> str:
        found = re.search(rf'name="{name}" value="([^"]*)"', self.answer.text)
        assert found is not None, self.text
        return unescape(found[1])

    def fault(self, name: str) -> str:
        """What the page says beside a field."""
        found = re.search(rf'id="{name}-fault">([^<]*)<', self.answer.text)
        return unescape(found[1]) if found else ""

    def log_in(self, email: str, password: str = PASSWORD) -> httpx.Response:
        self.open("/login")
        return self.send("/login", email=email, password=password)


@pytest.fixture
def browser(url: str) -> Iterator[Callable[[], Browser]]:
    """Opens browsers of their own, each with the login page."""
    clients: list[httpx.Client] = []

    def opened() -> Browser:
        client = httpx.Client(base_url=url, follow_redirects=True, timeout=20)
        clients.append(client)
        return Browser(client)

    yield opened
    for client in clients:
        client.close()


class Folk:
    """People who may log in with PASSWORD."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, id_: str, role: Role = Role.PARTNER, /, now: datetime = NOW, **other: object) -> str:
        """Add somebody and give their address."""
        email = f"{id_.lower()}@example.com"
        row = {
            "id": id_, "email": email, "name": id_, "role": role, "state": "active", "partner": None,
            "password": _HASHED, "totp_secret": None, "totp_step": None, "made_at": now, "rev": 1,
        }  # fmt: skip
        with writing(self._engine) as connection:
            connection.execute(insert(users).values(row | other))
        return email


@pytest.fixture
def folk(engine: Engine) -> Folk:
    return Folk(engine)
