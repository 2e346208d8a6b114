from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, select

from ticket_service.accounts.own_account import choose_password
from ticket_service.accounts.station_tokens import digest
from ticket_service.demo import demo_accounts, demo_time, load_demo
from ticket_service.rules.rma_number import check_digit, look_up_key
from ticket_service.storage.schema import state
from ticket_service.storage.store import open_store, reading, writing

DEMO = Path(__file__).parents[2] / "resources" / "demo"
DOC = Path(__file__).parents[2] / "docs" / "ticket-service.md"
DATA: dict[str, Any] = json.loads((DEMO / "service.json").read_text(encoding="utf-8"))
LABELS: list[dict[str, Any]] = json.loads((DEMO / "labels.json").read_text(encoding="utf-8"))
CHICAGO = ZoneInfo("America/Chicago")
STARTS = [
    datetime(2026, 11, 23, 15, 0, tzinfo=UTC),
    datetime(2026, 11, 24, 5, 59, tzinfo=UTC),  # still the 23rd in Chicago
    datetime(2027, 3, 15, 1, 0, tzinfo=UTC),  # the clocks went forward that day
    datetime(2027, 11, 8, 5, 30, tzinfo=UTC),  # and back the day before
    datetime(2028, 3, 7, 18, 0, tzinfo=UTC),  # a leap day inside the window
]


def loaded(engine: Engine, kind: str) -> dict[str, dict[str, Any]]:
    with reading(engine) as connection:
        rows = connection.execute(select(state.c.id, state.c.data).where(state.c.kind == kind)).all()
    return {row.id: json.loads(row.data) for row in rows}


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Engine]:
    engine = open_store(tmp_path / "demo.db")
    yield engine
    engine.dispose()


def test_an_administrator_and_a_partner_get_in_by_links_until_they_are_in(empty: Engine) -> None:
    with writing(empty) as connection:
        demo_accounts(connection, STARTS[0])
        admin, partner = demo_accounts(connection, STARTS[0])
        assert partner.link is not None
        user = choose_password(connection, partner.link, "hash", STARTS[0])
        again = demo_accounts(connection, STARTS[0])

    assert (user.role, user.partner) == ("partner", "P-001")
    assert [told.email for told in again] == [admin.email]


def test_there_is_enough_to_look_at(empty: Engine) -> None:
    load_demo(empty, DATA, STARTS[0])
    serials = [line["serial"] for rma in loaded(empty, "rma").values() for line in rma["lines"] if line["serial"]]

    assert len(loaded(empty, "partner")) >= 12
    assert len(loaded(empty, "rma")) >= 60
    assert len(set(serials)) == len(serials) >= 100
    roles = [role for person in loaded(empty, "person").values() for role in person["roles"] if person["active"]]
    assert {role: roles.count(role) >= 2 for role in roles} == dict.fromkeys(("dock", "technician", "supervisor"), True)


def test_everything_that_is_named_exists(empty: Engine) -> None:
    load_demo(empty, DATA, STARTS[0])
    partners, models, rmas = (loaded(empty, kind) for kind in ("partner", "model", "rma"))

    for rma in rmas.values():
        assert rma["partner"] in partners
        assert {line["model"] for line in rma["lines"]} <= models.keys()
        assert re.fullmatch("RMA-[0-9]{8}", rma["number"])
        assert check_digit(rma["number"][4:-1]) == rma["number"][-1]
        assert (rma["closed_at"] is None) == (rma["state"] == "open")
    for package in loaded(empty, "package").values():
        assert {entry["number"] for entry in package["rmas"]} <= rmas.keys()


def test_badges_are_kept_as_hashes_only(empty: Engine) -> None:
    load_demo(empty, DATA, STARTS[0])

    people = loaded(empty, "person")

    assert people["U-05"]["badge_sha256"] == digest("BADGE-1005")
    assert people["U-08"]["badge_sha256"] is None
    assert "BADGE" not in json.dumps(people)


def test_who_tests_or_decides_has_the_documented_pin_and_nobody_else_has_one(empty: Engine) -> None:
    load_demo(empty, DATA, STARTS[0])
    page = DOC.read_text("utf-8")
    documented = dict(re.findall(r"^\| (U-\d+) .* \| (\d{4}) \|$", page, re.MULTILINE))
    people = loaded(empty, "person")
    inside = {id_ for id_, each in people.items() if {"technician", "supervisor"} & set(each["roles"])}

    assert {id_ for id_, each in people.items() if each["pin_argon2"] is not None} == inside == documented.keys()
    for id_, pin in documented.items():
        assert people[id_]["pin_argon2"].startswith("$argon2id$")
        assert PasswordHasher().verify(people[id_]["pin_argon2"], pin)


def test_every_model_has_a_test_that_asks_for_everything(empty: Engine) -> None:
    load_demo(empty, DATA, STARTS[0])

    for model in loaded(empty, "model").values():
        steps = model["template"]["steps"]
        assert 4 <= len({step["id"] for step in steps}) == len(steps) <= 7
        assert {"measure", "choice", "photo", "pass-fail"} <= {step["kind"] for step in steps}
        assert [step["final"] for step in steps] == [False] * (len(steps) - 1) + [True]
        assert any(step["decisive"] for step in steps)
        assert any(option["fails"] for step in steps for option in step["options"])
        assert all(step["limits"] for step in steps if step["kind"] == "measure")
        assert model["parts"]
        assert model["value"]["currency"] == "USD"


def test_a_ticket_is_as_far_as_its_goods(empty: Engine) -> None:
    load_demo(empty, DATA, STARTS[0])
    rmas = loaded(empty, "rma").values()

    assert {rma["ticket_state"] for rma in rmas} == {"open", "received", "resolved"}
    for rma in rmas:
        assert (rma["ticket_state"] == "resolved") == (rma["closed_because"] == "resolved")


@pytest.mark.parametrize("now", STARTS)
def test_the_last_day_is_fourteen_days_after_creation_by_the_sites_calendar(now: datetime, empty: Engine) -> None:
    load_demo(empty, DATA, now)

    for rma in loaded(empty, "rma").values():
        created = datetime.fromisoformat(rma["created_at"])
        assert created.utcoffset() == created.astimezone(CHICAGO).utcoffset()
        assert date.fromisoformat(rma["receive_by"]) == created.astimezone(CHICAGO).date() + timedelta(days=14)
        assert created < now


def test_a_day_is_counted_from_the_sites_today() -> None:
    evening = datetime(2026, 11, 24, 5, 59, tzinfo=UTC)

    assert demo_time({"days": -1, "time": "09:00"}, evening, CHICAGO).isoformat() == "2026-11-22T09:00:00-06:00"


@pytest.mark.parametrize("now", STARTS)
def test_a_label_means_what_it_says_on_any_day(now: datetime, empty: Engine) -> None:
    load_demo(empty, DATA, now)
    by_key = {look_up_key(rma["number"]): rma for rma in loaded(empty, "rma").values()}

    for label in LABELS:
        texts = [look_up_key(code["text"].split()[0]) for code in label["codes"]]
        rmas = [by_key[text] for text in texts if text in by_key]
        headline = (label["expect"] or {}).get("headline")
        known = label["expect"] is not None and headline not in {"rma-unknown", "rma-malformed"}
        assert bool(rmas) == known, label["file"]
        arrived = demo_time(label["arrives"], now, CHICAGO)
        for rma in rmas:
            late = arrived.date() > date.fromisoformat(rma["receive_by"])
            early = arrived < datetime.fromisoformat(rma["created_at"])
            assert (late, early) == ON_DATES.get(headline, (False, False)), label["file"]


#: Whether a label with this headline comes late, and whether it comes before its RMA.
ON_DATES: dict[str | None, tuple[bool, bool]] = {
    "late": (True, False),
    "late-dock-closed": (True, False),
    "advanced-exposure": (True, False),
    "arrived-before-rma": (False, True),
    "rma-not-open": (False, False),
    "already-received": (False, False),
}


def test_every_verdict_a_label_can_get_is_there() -> None:
    expected = {(label["expect"] or {}).get("headline") for label in LABELS}

    assert expected == {None, "rma-unknown", "rma-malformed", *ON_DATES}
    assert {label["expect"]["verdict"] for label in LABELS if label["expect"]} == {"accept", "reject", "hold"}
    assert len({label["file"] for label in LABELS}) == len(LABELS)
    assert {code["symbology"] for label in LABELS for code in label["codes"]} == {"code128", "qr"}


def test_loading_again_on_the_same_day_changes_nothing_and_a_day_later_moves_the_dates(empty: Engine) -> None:
    def newest() -> int:
        with reading(empty) as connection:
            return int(max(connection.execute(select(state.c.seq)).scalars()))

    load_demo(empty, DATA, STARTS[0])
    first = newest()
    load_demo(empty, DATA, STARTS[0] + timedelta(hours=1))
    assert newest() == first

    load_demo(empty, DATA, STARTS[0] + timedelta(days=1))

    assert newest() > first
    assert loaded(empty, "rma")["RMA-00001235"]["created_at"] == "2026-11-21T14:30:00-06:00"
