"""Crossed boxes and lines that won't be returned, as the service takes and refuses them."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine

from tests.ticket_service.conftest import Caller
from tests.ticket_service.intake.test_items import rma_now, send, thing
from tests.ticket_service.making import SUPERVISOR, TECHNICIAN, Chain, Event, line, person, rma
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import writing

A, B = "RMA-00001235", "RMA-00001260"


@pytest.fixture(autouse=True)
def two_rmas(engine: Engine) -> None:
    policy = StateRow("policy", "site", {"time_zone": "America/Chicago"})
    staff = [person("U-03", "technician"), person("U-05", "supervisor"), policy]
    rmas = [rma(number, lines=[line("1")], receive_by="2026-11-22") for number in (A, B)]
    with writing(engine) as connection:
        put(connection, [*staff, *rmas])


def strays(chain: Chain) -> list[Event]:
    """Tell of a device in each other's box, accepted by the rules for the line that it is to belong to."""
    found = [chain.found(item, "", "") for item in ("ITM-A", "ITM-B")]
    return [*found, chain.item_judged("accept", "ITM-A"), chain.item_judged("accept", "ITM-B")]


def exchanged(chain: Chain, crossed: bool = True, line_id: str = "1", **other: Any) -> Event:
    sides = [
        {"item": item, "judged": "", "number": number, "line": line_id, "model": "KP2"}
        for item, number in (("ITM-A", B), ("ITM-B", A))
    ]
    body = {"sides": sides, "crossed": crossed, "reason": "serials-match"}
    return chain.event("exchange.decided", body, **({"actor": SUPERVISOR} | other))


def settled(chain: Chain, number: str = A, line_id: str = "1", **other: Any) -> Event:
    body = {"rma_key": "", "number": number, "line": line_id, "how": "not-returned", "missing": 1, "reason": "lost"}
    return chain.event("line.settled", body, lpn=None, **({"actor": SUPERVISOR} | other))


def test_both_devices_are_counted_to_the_lines_that_list_them(station: Caller, engine: Engine) -> None:
    chain = Chain()
    assert send(station, chain, *strays(chain), exchanged(chain)) == ["applied"] * 5
    assert (rma_now(engine, A)[2], rma_now(engine, B)[2]) == ([1], [1])
    assert (thing(engine, "item", "ITM-A") or {})["rma"] == B


def test_not_crossed_changes_nothing(station: Caller, engine: Engine) -> None:
    chain = Chain()
    send(station, chain, *strays(chain), exchanged(chain, crossed=False))
    assert (rma_now(engine, A)[2], rma_now(engine, B)[2]) == ([0], [0])


def test_an_exchange_taken_back_is_counted_nowhere(station: Caller, engine: Engine) -> None:
    chain = Chain()
    events = [*strays(chain), exchange := exchanged(chain), chain.undone(exchange)]
    send(station, chain, *events)
    assert (rma_now(engine, A)[2], rma_now(engine, B)[2]) == ([0], [0])
    assert (thing(engine, "item", "ITM-B") or {})["rma"] is None


@pytest.mark.parametrize(
    ("other", "problem"),
    [
        ({"actor": TECHNICIAN}, "not-allowed"),
        ({"line_id": "7"}, "line-unknown"),
    ],
)
def test_an_exchange_that_breaks_a_rule_is_refused_whole(
    other: dict[str, Any], problem: str, station: Caller, engine: Engine
) -> None:
    chain = Chain()
    assert send(station, chain, *strays(chain), exchanged(chain, **other))[-1] == f"rejected {problem}"
    assert (rma_now(engine, A)[2], rma_now(engine, B)[2]) == ([0], [0])


def test_an_item_that_nobody_found_or_that_has_left_is_not_exchanged(station: Caller) -> None:
    chain = Chain()
    assert send(station, chain, exchanged(chain)) == ["rejected item-unknown"]
    gone = [*strays(chain), chain.packed("ITM-A"), chain.sent(), exchanged(chain)]
    assert send(station, chain, *gone)[-1] == "rejected already-shipped"


def test_whoever_wrote_a_verdict_does_not_decide_on_it(station: Caller) -> None:
    chain = Chain()
    events = strays(chain)
    own = chain.event("item.judged", {"item": "ITM-A", "verdict": "reject", "codes": []}, actor=SUPERVISOR)
    side = {"item": "ITM-A", "judged": own["id"], "number": B, "line": "1", "model": "KP2"}
    body = {"sides": [side], "crossed": True, "reason": "x"}
    decided = chain.event("exchange.decided", body, actor=SUPERVISOR)
    assert send(station, chain, *events, own, decided)[-1] == "rejected own-work"


@pytest.mark.parametrize("body", [{"sides": []}, {"reason": " "}, {"crossed": "perhaps"}, {"sides": "both"}])
def test_an_exchange_that_says_nothing_is_refused(body: dict[str, Any], station: Caller) -> None:
    chain = Chain()
    event = exchanged(chain)
    chain = Chain()
    again = chain.event("exchange.decided", event["body"] | body, actor=SUPERVISOR)
    assert send(station, chain, again) == ["rejected malformed"]


def test_an_item_that_a_line_lists_by_now_is_counted_there(station: Caller, engine: Engine) -> None:
    chain = Chain()
    listed = {"item": "ITM-A", "model": "KP2", "line": "1", "rma_key": "", "number": A}
    send(
        station,
        chain,
        chain.found("ITM-A", "", ""),
        chain.event("item.listed", listed),
        chain.item_judged("accept", "ITM-A"),
    )
    assert rma_now(engine, A)[2] == [1]


def test_a_settled_line_ends_its_ticket_and_every_station_hears_of_it(
    station: Caller, other_station: Caller, engine: Engine
) -> None:
    chain = Chain()
    assert send(station, chain, settled(chain)) == ["applied"]
    assert rma_now(engine, A)[:2] == ("closed", "resolved")
    rows = [row["data"] for row in other_station.get("/v1/changes").json()["rows"] if row["kind"] == "settlement"]
    assert [(row["rma"], row["line"], row["how"]) for row in rows] == [(A, "1", "not-returned")]


def test_a_settling_taken_back_opens_the_ticket_again(station: Caller, engine: Engine) -> None:
    chain = Chain()
    event = settled(chain)
    send(station, chain, event)
    send(station, chain, chain.undone(event))
    assert rma_now(engine, A)[:2] == ("open", "open")
    assert thing(engine, "settlement", "RMA00001235/1") is None


@pytest.mark.parametrize(
    ("other", "problem"),
    [
        ({"actor": TECHNICIAN}, "not-allowed"),
        ({"line_id": "7"}, "line-unknown"),
        ({"number": "RMA-99999999"}, "line-unknown"),
        ({"occurred_at": "2026-11-22T23:59:00-06:00"}, "still-awaited"),
    ],
)
def test_what_may_not_be_settled_is_refused(
    other: dict[str, Any], problem: str, station: Caller, engine: Engine
) -> None:
    chain = Chain()
    assert send(station, chain, settled(chain, **other)) == [f"rejected {problem}"]
    assert rma_now(engine, A)[0] == "open"


def test_a_line_of_which_everything_came_is_not_settled(station: Caller) -> None:
    chain = Chain()
    events = [chain.found("ITM-A", "1", A), chain.item_judged("accept", "ITM-A"), settled(chain)]
    assert send(station, chain, *events)[-1] == "rejected nothing-awaited"


def test_video_erased_without_anybodys_consent_is_flagged(station: Caller) -> None:
    chain = Chain()
    custody = {"item": "ITM-A", "medium": "card", "present": True, "fate": "erased-with-consent"}
    events = [chain.found("ITM-A"), chain.event("item.custody", custody)]
    events.append(chain.event("item.custody", custody | {"consent": "J. Doe"}))
    assert send(station, chain, *events) == ["applied", "applied-with-exception malformed", "applied"]
