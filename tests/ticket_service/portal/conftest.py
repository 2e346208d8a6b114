from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from html import unescape

import httpx
import pyotp
import pytest
from sqlalchemy import Engine, insert, select

from tests.ticket_service.conftest import NOW
from tests.ticket_service.desk import Desk, desk_on
from ticket_service.accounts.caller import Role
from ticket_service.accounts.passwords import hashed
from ticket_service.storage.account_tables import users
from ticket_service.storage.mail_tables import letters
from ticket_service.storage.store import reading, writing

PASSWORD = "seven quiet llamas"  # noqa: S105 - of people who exist in tests alone
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - likewise
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

    def log_in_twice(self, email: str, now: datetime = NOW) -> httpx.Response:
        """Log in with both steps, as our own people do."""
        self.log_in(email)
        return self.send("/second-step", code=pyotp.TOTP(SECRET).at(now))

    def log_in(self, email: str, password: str = PASSWORD) -> httpx.Response:
        self.open("/login")
        return self.send("/login", email=email, password=password)


@pytest.fixture
def browser(url: str) -> Iterator[Callable[[], Browser]]:
    """Opens browsers of their own, each with the login page."""
    clients: list[httpx.Client] = []

    def opened() -> Browser:
        client = httpx.Client(base_url=url, follow_redirects=True, timeout=20, verify=False)  # noqa: S501 - plain http; spares reading certificates
        clients.append(client)
        return Browser(client)

    yield opened
    for client in clients:
        client.close()


@pytest.fixture
def post(engine: Engine) -> Callable[[str], list[str]]:
    """The letters to an address."""

    def read(email: str) -> list[str]:
        with reading(engine) as connection:
            mine = select(letters.c.text).where(letters.c.to == email)
            return list(connection.execute(mine).scalars())

    return read


def link_in(letter: str) -> str:
    """The path below the portal that a letter leads to."""
    found = re.search(r"/portal(/\S+)", letter)
    assert found is not None, letter
    return found[1]


class Folk:
    """People who may log in with PASSWORD."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, id_: str, role: Role = Role.PARTNER, /, now: datetime = NOW, **other: object) -> str:
        """Add somebody and give their address."""
        email = f"{id_.lower()}@example.com"
        secret = None if role is Role.PARTNER else SECRET
        row = {
            "id": id_, "email": email, "name": id_, "role": role, "state": "active", "partner": None,
            "password": _HASHED, "totp_secret": secret, "totp_step": None, "made_at": now, "rev": 1,
        }  # fmt: skip
        with writing(self._engine) as connection:
            connection.execute(insert(users).values(row | other))
        return email


@pytest.fixture
def folk(engine: Engine) -> Folk:
    return Folk(engine)


@pytest.fixture
def desk(engine: Engine) -> Desk:
    return desk_on(engine)
