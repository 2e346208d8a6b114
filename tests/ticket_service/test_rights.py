from __future__ import annotations

import hashlib
import hmac
import io
from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from PIL import Image
from sqlalchemy import Connection, Engine, insert, update
from starlette.routing import BaseRoute, Mount

from tests.ticket_service.conftest import NOW
from tests.ticket_service.desk import ADMIN, SUPPORT, desk_on
from tests.ticket_service.rights import CALLERS, TABLE, UNPROVEN
from ticket_service.accounts import site_people
from ticket_service.accounts.sessions import LONGEST, begin_session
from ticket_service.accounts.site_people import Said
from ticket_service.accounts.station_tokens import digest, issue_token, revoke_tokens
from ticket_service.app import create_app
from ticket_service.mail import outbox
from ticket_service.mail.outbox import Letter, State
from ticket_service.storage.account_tables import registrations, users
from ticket_service.storage.mail_tables import letters
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import writing
from ticket_service.tickets.photos import add_photos

#: People of the table: their role, their company, and how far their account is.
PEOPLE = {
    "stranger": ("partner", "P-002", "active"),
    "partner": ("partner", "P-001", "active"),
    "half": ("support", None, "active"),
    "support": ("support", None, "active"),
    "admin": ("admin", None, "active"),
    "invited": ("support", None, "unconfirmed"),
    "closed": ("support", None, "closed"),
    "applicant": ("partner", None, "waiting"),
}


_CONFLICT = {"id": "X-1", "event": "E-1", "rma": None, "lpn": "LPN-1", "type": "rma-unknown", "detail": "No such RMA."}
#: After a failure the service closes the connection, which the next caller must not meet.
_ALONE = {"Connection": "close"}


def routes_of(app: FastAPI) -> Iterator[str]:
    """Name every route as the code does; a file below `static` is no route."""
    yield from _named(app.routes, "")


def _named(routes: list[BaseRoute], before: str) -> Iterator[str]:
    for context in iter_route_contexts(routes):
        route = context.route
        if isinstance(route, Mount):
            if route.path != "/static":
                yield from _named(list(route.routes), before + route.path)
        else:
            for method in sorted(set(route.methods) - {"HEAD", "OPTIONS"}):  # type: ignore[attr-defined]
                yield f"{method} {before}{context.path}"


def test_every_route_has_its_row_and_every_row_its_route(engine: Engine) -> None:
    assert sorted(routes_of(create_app(engine, lambda: NOW))) == sorted(TABLE), "see tests/ticket_service/rights.py"


def people(connection: Connection) -> None:
    for name, (role, partner, state) in PEOPLE.items():
        row = {
            "id": name, "email": f"{name}@example.com", "name": name, "role": role, "state": state, "partner": partner,
            "password": "x", "totp_secret": None if role == "partner" else "JBSWY3DPEHPK3PXP" * 2,
            "totp_step": None, "made_at": NOW, "rev": 1,
        }  # fmt: skip
        connection.execute(insert(users).values(row))
    application = {
        "user": "applicant", "company": "New Ltd", "phone": "1", "addresses": "[]", "state": "waiting",
        "asked_at": NOW, "rev": 1,
    }  # fmt: skip
    connection.execute(insert(registrations).values(application))


@pytest.fixture
def things(engine: Engine) -> dict[str, str]:
    """What the addresses of rows name; all of it is the company's of `partner`."""
    desk = desk_on(engine)
    ticket = desk.opened()
    (number,) = desk.issued(ticket)
    picture = io.BytesIO()
    Image.new("RGB", (4, 3), "navy").save(picture, "PNG")
    desk.do(add_photos, SUPPORT, ticket, [("a.png", picture.getvalue())])
    with writing(engine) as connection:
        put(connection, [StateRow("exception", "X-1", _CONFLICT)])
        person = site_people.add(connection, ADMIN, Said("Kim Ray", ("dock",), (), active=True, badge=None, pin=None))
        _letters(connection, ticket)
    (photo,) = desk.ticket(ticket).photos
    return {
        "ticket": ticket,
        "number": number,
        "photo": photo.sha256,
        "conflict": "X-1",
        "person": person,
        "stop": "stop-it",
    }


def _letters(connection: Connection, ticket: str) -> None:
    """Put one letter whose link ends such letters, and one for each caller that came back."""
    outbox.put(connection, Letter(to="ann@example.com", subject="s", text="t", ticket=ticket, stop="stop-it"), NOW)
    for caller in CALLERS:
        id_ = outbox.put(connection, Letter(to="bea@example.com", subject="s", text="t"), NOW)
        lost = {"id": f"lost-{caller}", "state": State.BOUNCED.value, "ended_at": NOW}
        connection.execute(update(letters).where(letters.c.id == id_).values(lost))


@pytest.fixture
def proofs(engine: Engine) -> dict[str, str]:
    """What each caller shows: a station its token, a person the cookie of their session."""
    with writing(engine) as connection:
        people(connection)
        shown = {
            name: begin_session(connection, name, proven=name != "half", device="", now=NOW)
            for name in ("half", "stranger", "partner", "support", "admin")
        }
        shown["ended"] = begin_session(
            connection, "admin", proven=True, device="", now=NOW - LONGEST - timedelta(minutes=1)
        )
        shown["revoked"] = issue_token(connection, "DOCK-3", NOW)
        revoke_tokens(connection, "DOCK-3", NOW)
        shown["station"] = issue_token(connection, "DOCK-1", NOW)
    return shown


def call(client: httpx.Client, route: str, caller: str, proof: str, things: dict[str, str]) -> httpx.Response:
    """Call a route as somebody, a form with its token."""
    method, _, own = route.partition(" ")
    row, named = TABLE[route], things | {"session": digest(proof), "caller": caller}
    path = (row.address or own).format_map(named)
    if caller in {"station", "revoked"}:
        return client.request(method, path, headers=_ALONE | {"Authorization": f"Bearer {proof}"})
    csrf = hmac.new(proof.encode(), b"form", hashlib.sha256).hexdigest()
    said = {name: value.format_map(named) for name, value in row.fields.items()}
    data = {"csrf": csrf, "rev": "1", "key": f"{caller}-key"} | said if method == "POST" else None
    return client.request(method, path, headers=_ALONE | {"Cookie": f"session={proof}"}, data=data)


def is_turned_away(answer: httpx.Response) -> bool:
    if answer.is_redirect:
        return answer.headers["Location"].startswith(("/portal/login?next=", "/portal/second-step?next="))
    return answer.status_code in {401, 403, 404}


@pytest.fixture
def client(url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=url, timeout=20, verify=False) as client:  # noqa: S501 - plain http; spares reading certificates
        yield client


def let_in(client: httpx.Client, route: str, proofs: dict[str, str], things: dict[str, str]) -> frozenset[str]:
    """Call a route as everybody, from nobody to the administrator; give who was not turned away."""
    answers = {caller: call(client, route, caller, proofs.get(caller, "nobody-yet"), things) for caller in CALLERS}
    assert {name: answer.status_code for name, answer in answers.items() if answer.status_code >= 500} == {}, route
    return frozenset(name for name, answer in answers.items() if not is_turned_away(answer))


def test_a_page_or_answer_is_for_whom_its_row_names_and_nobody_else(
    client: httpx.Client, proofs: dict[str, str], things: dict[str, str]
) -> None:
    reading = [route for route in TABLE if route.startswith("GET ")]

    found = {route: sorted(let_in(client, route, proofs, things)) for route in reading}

    assert found == {route: sorted(TABLE[route].callers) for route in reading}


@pytest.mark.parametrize("route", [route for route in TABLE if not route.startswith("GET ")])
def test_an_act_is_for_whom_its_row_names_and_nobody_else(
    route: str, client: httpx.Client, proofs: dict[str, str], things: dict[str, str]
) -> None:
    assert sorted(let_in(client, route, proofs, things)) == sorted(TABLE[route].callers)


def test_a_form_of_another_site_is_refused(
    client: httpx.Client, proofs: dict[str, str], things: dict[str, str]
) -> None:
    for route in [route for route in set(TABLE) - UNPROVEN if route.startswith("POST /portal/")]:
        address = TABLE[route].address or route.removeprefix("POST ")
        for caller in ("half", "partner", "admin"):
            path = address.format_map(things | {"session": digest(proofs[caller]), "caller": caller})
            for csrf in ({}, {"csrf": "0" * 64}):
                answer = client.post(path, headers=_ALONE | {"Cookie": f"session={proofs[caller]}"}, data=csrf)
                assert answer.status_code == 403 or is_turned_away(answer), (route, caller, answer.status_code)
