"""Four eyes: nobody decides on what they wrote themselves."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine

from tests.ticket_service.conftest import Caller
from tests.ticket_service.intake.test_items import send, thing
from tests.ticket_service.making import SUPERVISOR, Chain, Event, person
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import writing

OTHER = SUPERVISOR | {"person": "U-06"}


@pytest.fixture(autouse=True)
def staff(engine: Engine) -> None:
    with writing(engine) as connection:
        put(connection, [person("U-06", "supervisor", "technician")])


def reviewed(chain: Chain, event: Event, by: dict[str, Any], decision: str = "override", **other: Any) -> Event:
    body = {"number": "RMA-00001235", "decision": decision, "reason": "agreed", "note": "", "judged": event["id"]}
    return chain.event("review.decided", body, actor=by, **other)


def inspected(chain: Chain, by: dict[str, Any]) -> list[Event]:
    return [chain.found(), chain.item_judged(), chain.ended("unrepairable", "supervisor", actor=by)]


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("decision", ["override", "uphold"])
def test_an_outcome_is_decided_on_by_somebody_else(together: bool, decision: str, station: Caller) -> None:
    chain = Chain()
    *before, ended = inspected(chain, OTHER)
    own = reviewed(chain, ended, OTHER, decision)
    answers = (
        send(station, chain, *before, ended, own)
        if together
        else send(station, chain, *before, ended) + send(station, chain, own)
    )

    assert answers == ["applied"] * 3 + ["rejected own-work"]
    assert send(station, chain, reviewed(chain, ended, SUPERVISOR, decision)) == ["applied"]


def test_a_second_badge_or_another_role_makes_nobody_somebody_else(station: Caller) -> None:
    chain = Chain()
    events = inspected(chain, OTHER | {"role": "technician", "how": "badge"})
    send(station, chain, *events)

    assert send(station, chain, reviewed(chain, events[-1], OTHER | {"how": "name"})) == ["rejected own-work"]


def test_an_override_is_not_overridden_by_the_same_person(station: Caller) -> None:
    chain = Chain()
    first = chain.decided(actor=OTHER)
    send(station, chain, first)

    assert send(station, chain, reviewed(chain, first, OTHER)) == ["rejected own-work"]


def test_a_verdict_by_rule_has_no_author(station: Caller) -> None:
    chain = Chain()
    judged = chain.judged("RMA-00001235", "reject")

    assert send(station, chain, judged, reviewed(chain, judged, OTHER)) == ["applied"] * 2


def test_a_refused_outcome_is_nobodys_work(station: Caller) -> None:
    chain = Chain()
    ended = chain.ended(actor=OTHER)

    assert send(station, chain, ended, reviewed(chain, ended, OTHER)) == ["rejected item-unknown", "applied"]


@pytest.mark.parametrize(
    ("policy", "at", "answer"),
    [
        (True, "13:00:00", "applied-with-exception own-work"),
        (True, "12:59:59", "rejected own-work"),
        (False, "13:00:00", "rejected own-work"),
    ],
)
def test_a_lone_supervisor_may_after_four_hours_and_is_flagged(
    policy: bool, at: str, answer: str, station: Caller, engine: Engine
) -> None:
    with writing(engine) as connection:
        put(connection, [StateRow("policy", "site", {"lone_supervisor": policy})])
    chain = Chain()
    events = inspected(chain, OTHER)
    late = reviewed(chain, events[-1], OTHER, occurred_at=f"2026-11-23T{at}-06:00")

    assert send(station, chain, *events, late)[-1] == answer
    assert (thing(engine, "exception", f"X-{late['id']}") is not None) == answer.startswith("applied")


@pytest.mark.parametrize(
    ("actor", "said", "answer"),
    [
        (OTHER, {"why": "asked", "note": "Which truck?"}, "applied"),
        (OTHER, {"why": "snoozed", "until": "2026-11-24"}, "applied"),
        (OTHER, {"why": "delegated", "to": "U-03"}, "applied"),
        (OTHER | {"person": "U-99"}, {"why": "asked", "note": "Which truck?"}, "rejected not-allowed"),
        (OTHER, {"why": "asked", "note": " "}, "rejected malformed"),
        (OTHER, {"why": "snoozed"}, "rejected malformed"),
        (OTHER, {"why": "delegated"}, "rejected malformed"),
    ],
)
def test_what_is_left_undecided_says_why_and_by_whom(
    station: Caller, actor: dict[str, Any], said: dict[str, str], answer: str
) -> None:
    chain = Chain()
    judged = chain.judged("RMA-00001235", "reject")
    put_off = chain.event("review.put-off", {"number": "RMA-00001235", "judged": judged["id"], **said}, actor=actor)

    assert send(station, chain, judged, put_off) == ["applied", answer]
