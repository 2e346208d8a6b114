"""Supervisors' decisions on items: checked again here, and what they make of item, line and ticket."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine

from tests.ticket_service.conftest import Caller
from tests.ticket_service.intake.test_items import rma_now, send, thing
from tests.ticket_service.making import RULE, SUPERVISOR, TECHNICIAN, Chain, Event, person
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import writing

NUMBER = "RMA-00001235"
OTHER = SUPERVISOR | {"person": "U-06"}
CONSENT = {"consent": {"by": "Ann Rivers", "on": "2026-11-20"}}


@pytest.fixture(autouse=True)
def staff(engine: Engine) -> None:
    with writing(engine) as connection:
        people = [person("U-03", "technician"), person("U-06", "supervisor", "technician"), person("U-01", "dock")]
        put(connection, people)


def held(chain: Chain, verdict: str = "hold", **found: Any) -> list[Event]:
    return [chain.found(**found), chain.item_judged(verdict)]


def after_test(chain: Chain, outcome: str = "not-covered", next_: str = "supervisor", **other: Any) -> list[Event]:
    return [chain.found(), chain.item_judged(), chain.begun(), chain.ended(outcome, next_, **other)]


def item(engine: Engine) -> dict[str, Any]:
    return thing(engine, "item", "ITM-1") or {}


def test_an_item_accepted_after_all_counts_as_received(station: Caller, engine: Engine) -> None:
    chain = Chain()
    events = held(chain)
    assert send(station, chain, *events, chain.item_decided(events[-1], "accept"))[-1] == "applied"
    assert rma_now(engine) == ("open", "received", [1])


def test_a_decision_taken_back_leaves_the_item_as_it_was(station: Caller, engine: Engine) -> None:
    chain = Chain()
    events = held(chain)
    decided = chain.item_decided(events[-1], "accept")
    send(station, chain, *events, decided, chain.undone(decided))
    assert item(engine)["verdict"] == "hold"
    assert rma_now(engine)[2] == [0]


def test_an_identified_item_counts_on_its_line_once_the_rules_accept_it(station: Caller, engine: Engine) -> None:
    chain = Chain()
    events = held(chain, "reject", line_id="", number="")
    identity = {"identity": {"number": NUMBER, "line": "1", "model": "KP2", "serial": "KP2-0001"}}
    decided = chain.item_decided(events[-1], "identify", said=identity)
    send(station, chain, *events, decided, chain.item_judged())
    assert (item(engine)["serial"], item(engine)["line"]) == ("KP2-0001", "1")
    assert rma_now(engine) == ("open", "received", [1])


def test_an_identification_that_was_held_back_counts_when_it_comes(station: Caller, engine: Engine) -> None:
    chain = Chain()
    events = held(chain, "reject", line_id="", number="")
    identity = {"identity": {"number": NUMBER, "line": "1", "model": "KP2", "serial": "KP2-0001"}}
    decided = chain.item_decided(events[-1], "identify", said=identity)
    bare = {key: decided[key] for key in ("station_seq", "prev_hash", "hash")}
    judged = chain.item_judged()
    send(station, chain, *events, bare, judged)
    assert rma_now(engine)[2] == [0]


@pytest.mark.parametrize(
    ("decision", "said", "resolved"),
    [
        (("scrap", "scrap"), CONSENT, True),
        (("keep", "keep"), {}, True),
        (("quote", "wait"), {}, False),
        (("return", "return"), {}, False),
        (("replace", "send-replacement"), {"replacement_serial": "SW777"}, False),
        (("repair", None), {}, False),
    ],
)
def test_what_is_decided_of_an_outcome_settles_the_rma_or_not(
    decision: tuple[str, str | None], said: dict[str, Any], resolved: bool, station: Caller, engine: Engine
) -> None:
    chain, (choice, next_) = Chain(), decision
    events = after_test(chain)
    assert send(station, chain, *events, chain.item_decided(events[-1], choice, next_, said=said))[-1] == "applied"
    assert rma_now(engine) == (("closed", "resolved", [1]) if resolved else ("open", "inspecting", [1]))
    assert item(engine)["next"] == next_


def test_a_quote_is_answered_about_the_same_outcome(station: Caller, engine: Engine) -> None:
    chain = Chain()
    events = after_test(chain)
    quote = chain.item_decided(events[-1], "quote", "wait")
    repair = chain.item_decided(events[-1], "repair")
    assert send(station, chain, *events, quote, repair)[-2:] == ["applied"] * 2
    assert (item(engine)["outcome"], item(engine)["inspecting"]) == (None, True)


def test_a_decision_on_what_was_decided_since_is_refused(station: Caller) -> None:
    chain = Chain()
    events = after_test(chain)
    first = chain.item_decided(events[-1], "return", "return")
    again = chain.item_decided(events[-1], "keep", "keep")
    assert send(station, chain, *events, first, again)[-1] == "rejected judged-again"
    assert send(station, chain, chain.item_decided(first, "keep", "keep", actor=OTHER)) == ["applied"]


def test_a_held_item_that_is_scrapped_keeps_nothing_open(station: Caller, engine: Engine) -> None:
    chain = Chain()
    events = held(chain)
    whole = [chain.found("ITM-2"), chain.item_judged("accept", "ITM-2"), chain.ended("replaced", "keep", "ITM-2")]
    send(station, chain, *events, *whole)
    assert rma_now(engine)[1] == "inspecting"
    send(station, chain, chain.item_decided(events[-1], "scrap", "scrap", said=CONSENT))
    assert rma_now(engine)[1] == "resolved"


@pytest.mark.parametrize("by", [RULE, TECHNICIAN, SUPERVISOR | {"person": "U-01"}, SUPERVISOR | {"person": "U-99"}])
def test_only_an_active_supervisor_decides_on_an_item(by: dict[str, Any], station: Caller) -> None:
    chain = Chain()
    events = held(chain)
    assert send(station, chain, *events, chain.item_decided(events[-1], "accept", actor=by))[-1] == (
        "rejected not-allowed"
    )


@pytest.mark.parametrize(
    ("decision", "said", "problem"),
    [
        (("return", "return"), {"item": "ITM-404"}, "item-unknown"),
        (("return", "return"), {"judged": "nothing"}, "judged-again"),
        (("quote", "wait"), {}, "judged-again"),
        (("return", None), {}, "malformed"),
        (("accept", "return"), {}, "malformed"),
        (("accept", None), {"reason": ""}, "malformed"),
        (("scrap", "scrap"), {}, "malformed"),
        (("identify", None), {}, "malformed"),
        (("give-away", "keep"), {}, "malformed"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(
    decision: tuple[str, str | None], said: dict[str, Any], problem: str, station: Caller, engine: Engine
) -> None:
    chain, (choice, next_) = Chain(), decision
    events = held(chain)
    decided = chain.item_decided(events[-1], choice, next_, said=said)
    assert send(station, chain, *events, decided)[-1] == f"rejected {problem}"
    assert (item(engine)["verdict"], item(engine)["next"]) == ("hold", None)


def test_a_replacement_is_another_unit(station: Caller) -> None:
    chain = Chain()
    events = after_test(chain)
    same = chain.item_decided(events[-1], "replace", "send-replacement", said={"replacement_serial": " s-itm-1"})
    assert send(station, chain, *events, same)[-1] == "rejected replacement-same"


def test_nothing_is_decided_of_what_had_left(station: Caller) -> None:
    chain = Chain()
    events = after_test(chain, "repaired", "return")
    send(station, chain, *events, chain.packed("ITM-1"), chain.sent())
    late = chain.item_decided(events[-1], "keep", "keep", occurred_at="2026-11-23T10:00:00-06:00")
    assert send(station, chain, late) == ["rejected already-shipped"]


def test_what_was_accepted_is_not_decided(station: Caller) -> None:
    chain = Chain()
    events = held(chain, "accept")
    decided = chain.item_decided(events[-1], "return", "return")
    assert send(station, chain, *events, decided)[-1] == "rejected nothing-to-decide"


@pytest.mark.parametrize("together", [True, False])
def test_who_tested_an_item_decides_nothing_of_it(together: bool, station: Caller) -> None:
    chain = Chain()
    found, judged, begun = chain.found(), chain.item_judged(), chain.begun()
    step = chain.event("inspection.step", {"item": "ITM-1", "step": "a", "value": "fail", "passed": False}, actor=OTHER)
    ended = chain.ended("not-covered", "supervisor")
    own = chain.item_decided(ended, "return", "return", actor=OTHER | {"how": "name+pin"})
    before = [found, judged, begun, step, ended]
    if together:
        answers = send(station, chain, *before, own)
    else:
        answers = send(station, chain, *before) + send(station, chain, own)
    assert answers[-1] == "rejected own-work"
    assert send(station, chain, chain.item_decided(ended, "return", "return")) == ["applied"]


@pytest.mark.parametrize(("at", "answer"), [("13:00:00", "applied-with-exception"), ("12:59:59", "rejected")])
def test_a_lone_supervisor_may_after_four_hours_and_is_flagged(
    at: str, answer: str, station: Caller, engine: Engine
) -> None:
    with writing(engine) as connection:
        put(connection, [StateRow("policy", "site", {"lone_supervisor": True})])
    chain = Chain()
    events = after_test(chain, actor=OTHER)
    own = chain.item_decided(events[-1], "return", "return", actor=OTHER, occurred_at=f"2026-11-23T{at}-06:00")
    assert send(station, chain, *events, own)[-1] == f"{answer} own-work"
    assert (thing(engine, "exception", f"X-{own['id']}") is not None) is answer.startswith("applied")
    assert item(engine)["next"] == ("return" if answer.startswith("applied") else "supervisor")
