"""What a station held back: first a bare hash in its chain, later the whole event."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import Engine, select

from tests.ticket_service.conftest import Caller
from tests.ticket_service.making import RULE, Chain, Event
from ticket_service.storage.schema import journal
from ticket_service.storage.store import reading


def send(station: Caller, chain: Chain, *events: Event) -> list[str]:
    answer = station.post("/v1/events", chain.batch(*events))
    assert answer.status_code == 200, answer.text
    results: list[dict[str, Any]] = answer.json()["results"]
    return [result["result"] + (f" {result['problem']['type']}" if "problem" in result else "") for result in results]


def bare(event: Event) -> Event:
    return {key: event[key] for key in ("station_seq", "prev_hash", "hash")}


def contents(engine: Engine) -> dict[int, Any]:
    with reading(engine) as connection:
        rows = connection.execute(select(journal.c.station_seq, journal.c.content)).all()
    return {row.station_seq: None if row.content is None else json.loads(row.content)["type"] for row in rows}


def test_a_decision_that_comes_whole_later_is_applied_once(station: Caller, engine: Engine) -> None:
    chain = Chain()
    arrived, decided, after = chain.arrived(), chain.decided(), chain.observation()
    assert send(station, chain, arrived, bare(decided), after) == ["applied"] * 3
    assert contents(engine)[2] is None

    assert send(station, chain, decided) == ["applied"]

    assert contents(engine)[2] == "review.decided"
    assert send(station, chain, decided) == ["duplicate"]
    assert send(station, chain, bare(decided)) == ["duplicate"]


def test_it_is_weighed_when_it_comes_whole(station: Caller) -> None:
    chain = Chain()
    decided = chain.decided(actor=RULE)
    send(station, chain, bare(decided))

    assert send(station, chain, decided) == ["rejected not-allowed"]
    assert send(station, chain, decided) == ["rejected not-allowed"]


def test_a_held_fact_makes_its_package_and_its_exception(station: Caller) -> None:
    chain = Chain()
    arrived, judged = chain.arrived(), chain.judged("RMA-00001243")
    send(station, chain, bare(arrived), bare(judged))

    assert send(station, chain, arrived, judged) == ["applied", "applied-with-exception rma-not-open"]
    rows = station.get("/v1/changes").json()["rows"]
    assert {row["kind"] for row in rows} >= {"package", "exception"}


def test_hash_and_whole_event_may_come_in_one_batch(station: Caller, engine: Engine) -> None:
    chain = Chain()
    first, second = chain.arrived(), chain.decided()

    assert send(station, chain, bare(first), bare(second), second, first) == ["applied"] * 4
    assert contents(engine) == {1: "package.arrived", 2: "review.decided"}


def test_what_does_not_fit_its_hash_is_refused_and_the_true_event_may_still_come(station: Caller) -> None:
    chain = Chain()
    decided = chain.decided()
    send(station, chain, bare(decided))
    forged = decided | {"body": decided["body"] | {"reason": "another"}}

    assert send(station, chain, forged) == ["rejected hash-mismatch"]
    assert send(station, chain, decided) == ["applied"]


def test_another_hash_in_its_place_is_a_fork(station: Caller) -> None:
    chain, clone = Chain(), Chain()
    send(station, chain, bare(chain.decided()))

    answer = station.post("/v1/events", clone.batch(clone.decided()))

    assert (answer.status_code, answer.json()["type"]) == (409, "station-forked")


def test_a_whole_event_does_not_mend_a_place_in_a_broken_chain(station: Caller) -> None:
    chain = Chain()
    first = chain.arrived()
    chain.hash = "f" * 64
    decided = chain.decided()

    assert send(station, chain, first, bare(decided)) == ["applied", "rejected hash-mismatch"]
    assert send(station, chain, decided) == ["rejected hash-mismatch"]


def test_the_id_of_a_held_event_is_taken_when_it_comes_whole(station: Caller) -> None:
    chain = Chain()
    arrived = chain.arrived()
    decided = chain.decided(id=arrived["id"])
    send(station, chain, arrived, bare(decided))

    assert send(station, chain, decided) == ["rejected id-reuse"]


@pytest.mark.parametrize("together", [True, False])
def test_a_late_decision_does_not_wait_behind_a_gap(together: bool, station: Caller) -> None:
    chain = Chain()
    decided = chain.decided()
    send(station, chain, bare(decided))
    _missing, later = chain.observation(), chain.observation()

    results = send(station, chain, decided, later) if together else send(station, chain, decided)

    assert results == ["applied", "retry out-of-order"][: len(results)]


def test_undoing_what_never_came_whole_changes_nothing(station: Caller) -> None:
    chain = Chain()
    arrived, decided = chain.arrived(), chain.decided()
    send(station, chain, arrived, bare(decided))
    before = [row for row in station.get("/v1/changes").json()["rows"] if row["kind"] == "package"]

    assert send(station, chain, chain.undone(decided)) == ["applied"]
    assert [row for row in station.get("/v1/changes").json()["rows"] if row["kind"] == "package"] == before


def test_a_sign_in_is_a_fact_that_is_kept(station: Caller) -> None:
    chain = Chain()

    assert send(
        station, chain, chain.event("person.signed-in", {"person": "U-05", "role": "supervisor"}, lpn=None)
    ) == ["applied"]
