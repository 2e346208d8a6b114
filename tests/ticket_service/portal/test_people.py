from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import requests
from argon2 import PasswordHasher
from sqlalchemy import Engine, select

from receiving_app.sync.sealing import SealingKey
from tests.ticket_service.conftest import NOW
from tests.ticket_service.portal.conftest import Browser, Folk
from ticket_service.accounts.caller import Caller, Role
from ticket_service.accounts.station_tokens import digest
from ticket_service.accounts.stations import make_code, revoke
from ticket_service.storage.schema import state
from ticket_service.storage.state import StateRow, get, put
from ticket_service.storage.store import reading, writing

Browsers = Callable[[], Browser]
ADMIN = Caller("Admin", "Admin", Role.ADMIN)
PIN, BADGE = "740152", "BADGE-2009"


@pytest.fixture
def admin(browser: Browsers, folk: Folk) -> Browser:
    person = browser()
    person.log_in_twice(folk.add("Admin", Role.ADMIN))
    person.open("/people/new")
    return person


@pytest.fixture
def enrol(url: str, engine: Engine) -> Callable[[str], SealingKey]:
    def enrolled(station: str) -> SealingKey:
        key = SealingKey.generate()
        with writing(engine) as connection:
            code = make_code(connection, ADMIN, station, NOW)
        body = {"code": code, "sealing_key": key.public.hex()}
        assert requests.post(f"{url}/v1/stations/enrol", json=body, timeout=20).status_code == 201
        return key

    return enrolled


def row(engine: Engine, person: str) -> dict[str, Any]:
    with reading(engine) as connection:
        return get(connection, "person", [person])[person]


def add(admin: Browser, **other: object) -> str:
    said = {
        "name": "Ann Bell",
        "roles": "technician",
        "stations": "DOCK-1",
        "pin": PIN,
        "badge": BADGE,
        "active": "yes",
    }
    admin.open("/people/new")
    admin.send("/people/new", key=admin.hidden("key"), **(said | other))
    return admin.path.removeprefix("/portal/people/")


def test_only_the_stations_where_somebody_is_enabled_can_know_badge_and_pin(
    admin: Browser, engine: Engine, enrol: Callable[[str], SealingKey]
) -> None:
    keys = {station: enrol(station) for station in ("DOCK-1", "DOCK-2")}

    told = row(engine, add(admin))

    assert (told["name"], told["roles"], told["active"]) == ("Ann Bell", ["technician"], True)
    assert (told["badge_sha256"], told["pin_argon2"], list(told["sealed"])) == (None, None, ["DOCK-1"])
    opened = keys["DOCK-1"].open(told["sealed"]["DOCK-1"], "DOCK-1", told["id"])
    assert opened.badge_sha256 == digest(BADGE)
    assert opened.pin_argon2 is not None
    assert PasswordHasher().verify(opened.pin_argon2, PIN)
    for key, station, person in (
        (keys["DOCK-2"], "DOCK-1", told["id"]),
        (keys["DOCK-1"], "DOCK-2", told["id"]),
        (keys["DOCK-1"], "DOCK-1", "U-77"),
    ):
        with pytest.raises(ValueError, match="not sealed for this station's key"):
            key.open(told["sealed"]["DOCK-1"], station, person)


def test_enrolling_anew_seals_anew_and_revoking_ends_it(
    admin: Browser, engine: Engine, enrol: Callable[[str], SealingKey]
) -> None:
    person = add(admin)
    assert row(engine, person)["sealed"] == {}

    key = enrol("DOCK-1")
    assert key.open(row(engine, person)["sealed"]["DOCK-1"], "DOCK-1", person).badge_sha256 == digest(BADGE)
    with writing(engine) as connection:
        revoke(connection, ADMIN, "DOCK-1", NOW)

    assert row(engine, person)["sealed"] == {}


def test_who_no_longer_works_here_or_there_is_known_nowhere(
    admin: Browser, engine: Engine, enrol: Callable[[str], SealingKey]
) -> None:
    enrol("DOCK-1")
    person = add(admin)
    admin.open(f"/people/{person}")
    admin.send(f"/people/{person}", rev=admin.hidden("rev"), name="Ann Bell", roles="dock", stations="DOCK-1")

    told = row(engine, person)

    assert (told["active"], told["roles"], told["sealed"]) == (False, ["dock"], {})


def test_what_is_left_empty_stays_and_what_is_taken_away_is_gone(
    admin: Browser, engine: Engine, enrol: Callable[[str], SealingKey]
) -> None:
    key = enrol("DOCK-1")
    person = add(admin)
    same = {"name": "Ann Bell", "roles": "dock", "stations": "DOCK-1", "active": "yes"}

    admin.open(f"/people/{person}")
    admin.send(f"/people/{person}", rev=1, **same)
    kept = key.open(row(engine, person)["sealed"]["DOCK-1"], "DOCK-1", person)
    admin.send(f"/people/{person}", rev=2, **same, no_pin="yes", no_badge="yes")
    gone = key.open(row(engine, person)["sealed"]["DOCK-1"], "DOCK-1", person)

    assert (kept.badge_sha256, kept.pin_argon2 is None) == (digest(BADGE), False)
    assert (gone.badge_sha256, gone.pin_argon2) == (None, None)


@pytest.mark.parametrize("pin", ["12345", "123456", "987654", "000000", "12345x", "1" * 13, "٣٣٣٤٤٥"])
def test_a_weak_pin_is_refused_at_its_field(pin: str, admin: Browser) -> None:
    add(admin, pin=pin)

    assert admin.fault("pin")
    assert pin not in admin.answer.text


def test_two_people_cannot_have_one_badge(admin: Browser) -> None:
    add(admin)

    add(admin, name="Bea")

    assert admin.fault("badge") == "Somebody else has this badge."


def test_two_clicks_add_one_person_and_two_who_change_at_once_do_not_overrule_each_other(admin: Browser) -> None:
    admin.open("/people/new")
    said = {"key": admin.hidden("key"), "name": "Ann", "roles": "dock", "active": "yes"}
    paths = set()
    for _ in range(2):
        admin.send("/people/new", **said)
        paths.add(admin.path)
    assert len(paths) == 1

    person = paths.pop().removeprefix("/portal")
    admin.send(person, rev=1, name="Ann B.", roles="dock")
    assert "Ann B. is changed" in admin.text
    assert admin.send(person, rev=1, name="Ann C.", roles="dock").status_code == 409


def test_somebody_of_the_demo_keeps_their_badge_when_they_are_changed_here(
    admin: Browser, engine: Engine, enrol: Callable[[str], SealingKey]
) -> None:
    key = enrol("DOCK-1")
    hashed = {"badge_sha256": digest("BADGE-1"), "pin_argon2": "$argon2id$"}
    with writing(engine) as connection:
        old = {"id": "U-01", "name": "Dana", "roles": ["dock"], "active": True}
        put(connection, [StateRow("person", "U-01", old | hashed)])

    admin.open("/people")
    assert "Dana" in admin.text
    admin.open("/people/U-01")
    admin.send("/people/U-01", rev=0, name="Dana", roles="dock", stations="DOCK-1", active="yes")

    told = row(engine, "U-01")
    assert (told["badge_sha256"], told["pin_argon2"]) == (None, None)
    assert key.open(told["sealed"]["DOCK-1"], "DOCK-1", "U-01").model_dump() == hashed
    with reading(engine) as connection:
        rows = connection.execute(select(state.c.data).where(state.c.id == "U-01")).scalars().all()
    assert "$argon2id$" not in json.dumps(list(rows))


def test_a_key_that_is_none_is_refused_and_only_administrators_see_people(
    url: str, engine: Engine, browser: Browsers, folk: Folk
) -> None:
    with writing(engine) as connection:
        code = make_code(connection, ADMIN, "DOCK-1", NOW)
    answer = requests.post(f"{url}/v1/stations/enrol", json={"code": code, "sealing_key": "00" * 32}, timeout=20)
    assert (answer.status_code, answer.json()["type"]) == (422, "malformed")

    agent = browser()
    agent.log_in_twice(folk.add("Agent", Role.SUPPORT))
    for path in ("/people", "/people/new", "/people/U-05"):
        assert agent.open(path).status_code == 403
    agent.open("/account")
    assert agent.send("/people/new", name="X", roles="dock").status_code == 403
    assert agent.send("/people/U-05", rev=0, name="X", roles="dock").status_code == 403
