"""What one station decides or unpacks, as the ticket service takes it and the other station sees it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from receiving_app.acts.decision import CrossedOrNot, NotReturned, Objection
from receiving_app.acts.unpacking_outcome import Code, UnpackingOutcome
from receiving_app.assembly import Parts
from receiving_app.domain.authorization import RmaState
from receiving_app.domain.became import Became
from receiving_app.domain.command import Command
from receiving_app.domain.item_events import CartonCondition
from receiving_app.domain.reading import Reading, Source
from receiving_app.domain.rma_number import number_key
from receiving_app.domain.roles import Actor, ActorKind, Role
from receiving_app.errands import errand
from receiving_app.queries import bench
from receiving_app.queries import unpacking as unpacking_queries
from receiving_app.queries.became import became, refused
from receiving_app.queries.exchanges import exchange_cases
from receiving_app.queries.incomplete import incomplete_cases
from receiving_app.storage import items, other_items, packages
from receiving_app.sync.rounds import Rounds
from receiving_app.sync.service import TicketService
from tests.demo_site import (
    DOCK,
    IN_TIME,
    LEAD,
    STATION,
    Hands,
    Site,
    Stage,
    deliveries,
    demo_site,
    scan,
    station,
    station_settings,
)
from ticket_service.accounts.station_tokens import issue_token
from ticket_service.storage.state import StateRow, get, put
from ticket_service.storage.store import reading, writing

CROSSED = "RMA-00001243"
MINE, ALSO_MINE, THEIRS = "KP2-24C10057", "KP2-24C10074", "AP1-24A10091"
#: Somebody who calls herself a supervisor, and of whom the ticket service knows better.
PRETENDER = Actor(ActorKind.PERSON, "U-01", Role.SUPERVISOR, "settings")


@pytest.fixture
def site(tmp_path: Path, served: tuple[Stage, str], hands: Hands, database: str) -> Iterator[Site]:
    """The ticket service with the demo's data, on each engine in turn: here two write at once."""
    with demo_site(tmp_path, served, hands, database) as site:
        yield site


@pytest.fixture
def other(tmp_path: Path, site: Site, hands: Hands) -> Iterator[Parts]:
    with writing(site.engine) as connection:
        token = issue_token(connection, "DOCK-2", hands())
    token_file = tmp_path / "other.token"
    token_file.write_text(token, encoding="ascii")
    settings = station_settings(tmp_path / "other", site.url, token_file, station="DOCK-2")
    with station(settings, hands) as parts:
        yield parts


def in_step(site: Site, *stations: Parts) -> None:
    """Let stations tell and hear everything, twice: what was told first may be judged again."""
    for parts in (*stations, *stations):
        settings = parts.settings
        assert settings.token_file is not None
        service = TicketService(site.url, settings.token_file.read_text("ascii"), parts.clock)
        done = Rounds(parts.store, service, parts.clock, settings.station).run_once()
        assert done.problem is None
        parts.judging.judge_again()
        parts.item_judging.judge_again()
        service.close()


def unpack(parts: Parts, hands: Hands, number: str, *serials: str) -> str:
    hands.go(minutes=1)
    scan(parts, number)
    parts.dock.command(Command.NEXT, DOCK)
    with parts.store.reading() as connection:
        lpn = packages.siblings(connection, number_key(number), "")[-1].lpn
    parts.unpacking.begin(lpn, DOCK)
    parts.unpacking.condition(CartonCondition.WHOLE, DOCK)
    for serial in serials:
        device(parts, serial)
    return lpn


def device(parts: Parts, serial: str) -> UnpackingOutcome:
    (outcome,) = parts.unpacking.scan([Reading(serial, serial.encode(), Source.WEDGE, parts.clock.now())], DOCK)
    return outcome


def finish(parts: Parts, lpn: str) -> None:
    """Look for the parts of everything in a box, and end it."""
    parts.unpacking.begin(lpn, DOCK)
    with parts.store.reading() as connection:
        found = items.of_package(connection, lpn)
    for item in found:
        parts.unpacking.all_parts(item.id, DOCK)
    parts.unpacking.done(DOCK)


def rma(site: Site, number: str) -> dict[str, Any]:
    with reading(site.engine) as connection:
        return get(connection, "rma", [number])[number]


def received(site: Site, number: str) -> list[int]:
    return [line["received"] for line in rma(site, number)["lines"]]


def test_crossed_boxes_are_counted_to_both_rmas_when_the_decision_has_left(
    parts: Parts, site: Site, hands: Hands
) -> None:
    in_step(site, parts)
    boxes = [unpack(parts, hands, IN_TIME, THEIRS), unpack(parts, hands, CROSSED, MINE)]
    (case,) = exchange_cases(parts.store)
    parts.exchanging.decide(CrossedOrNot(case.exchange, True, "serials-match"), LEAD)
    for lpn in boxes:
        finish(parts, lpn)
    in_step(site, parts)
    assert (received(site, IN_TIME), received(site, CROSSED)) == ([0, 0], [0])
    hands.go(seconds=61)
    in_step(site, parts)
    assert (received(site, IN_TIME), received(site, CROSSED)) == ([1, 0], [1])
    assert ("exchange.decided", "applied") in deliveries(parts)


def test_a_decision_of_somebody_who_may_not_is_refused_and_the_case_stands_again(
    parts: Parts, site: Site, hands: Hands
) -> None:
    in_step(site, parts)
    unpack(parts, hands, IN_TIME, THEIRS)
    unpack(parts, hands, CROSSED, MINE)
    (case,) = exchange_cases(parts.store)
    parts.exchanging.decide(CrossedOrNot(case.exchange, True, "serials-match"), PRETENDER)
    hands.go(seconds=61)
    work = errand(parts, parts.settings)
    lpns = work.after(work.round(lambda: True))
    assert ("exchange.decided", "rejected") in deliveries(parts)
    assert case.exchange.sides[0].stray.lpn in lpns
    (again,) = exchange_cases(parts.store)
    assert again.exchange.id == case.exchange.id
    told = refused(parts.store, again)
    assert told is not None
    assert (told.problem.rpartition("/")[2], told.word.person) == ("not-allowed", PRETENDER.person)
    assert received(site, CROSSED) == [0]


def test_a_device_that_another_station_has_is_in_the_building_and_holds_both(
    parts: Parts, other: Parts, site: Site, hands: Hands
) -> None:
    in_step(site, parts, other)
    unpack(parts, hands, IN_TIME, MINE)
    in_step(site, parts, other)
    unpack(other, hands, IN_TIME)
    outcome = device(other, MINE)
    assert outcome.code is Code.DUPLICATE_SERIAL
    assert outcome.numbers[0].startswith(f"ITM-{STATION}-")
    in_step(site, other, parts)
    with parts.store.reading() as connection:
        (here,) = items.with_serial(connection, MINE)
    assert here.judgement is not None
    assert here.judgement.facts.in_building == (outcome.item.id if outcome.item else "",)


def test_the_history_of_a_serial_reaches_across_stations(parts: Parts, other: Parts, site: Site, hands: Hands) -> None:
    in_step(site, parts, other)
    unpack(parts, hands, IN_TIME, MINE)
    in_step(site, parts, other)
    unpack(other, hands, IN_TIME)
    item = device(other, MINE).item
    assert item is not None
    story = bench.history(other.store, item)
    assert ([each.station for each in story.elsewhere], story.times) == ([STATION], 1)


def test_an_item_taken_back_is_forgotten_by_the_other_station(
    parts: Parts, other: Parts, site: Site, hands: Hands
) -> None:
    in_step(site, parts, other)
    unpack(parts, hands, IN_TIME, MINE)
    in_step(site, parts, other)
    parts.unpacking.command(Command.UNDO, DOCK)
    in_step(site, parts, other)
    with other.store.reading() as connection:
        assert other_items.with_serial(connection, MINE) == ()


def test_a_line_settled_here_is_settled_at_the_service_and_at_the_other_station(
    parts: Parts, other: Parts, site: Site, hands: Hands
) -> None:
    in_step(site, parts, other)
    finish(parts, unpack(parts, hands, IN_TIME, MINE))
    theirs = unpack(other, hands, IN_TIME)
    other.unpacking.done(DOCK)
    hands.go(days=15)
    in_step(site, parts, other)
    (case,) = incomplete_cases(parts.store, hands())
    assert len(incomplete_cases(other.store, hands())) == 1
    (seen_there,) = incomplete_cases(other.store, hands())
    said = NotReturned(case.rma_key, tuple(each.line.id for each in case.awaited), "never-sent")
    assert not isinstance(parts.exchanging.settle(said, LEAD), Objection)
    hands.go(seconds=61)
    in_step(site, parts, other)
    assert [line.get("not_returned", False) for line in rma(site, IN_TIME)["lines"]] == [False, True]
    assert incomplete_cases(other.store, hands()) == ()
    word = became(other.store, seen_there).word
    assert word is not None
    assert (word.person, word.station, word.choice) == (LEAD.person, STATION, "not-returned")
    box = unpacking_queries.box(other.store, theirs)
    assert box is not None
    assert [line.settled for line in box.lines] == [False, True]


def test_a_line_that_both_stations_settle_is_refused_to_the_second_and_its_case_is_not_opened_again(
    parts: Parts, other: Parts, site: Site, hands: Hands
) -> None:
    in_step(site, parts, other)
    finish(parts, unpack(parts, hands, IN_TIME, MINE))
    hands.go(days=15)
    unpack(other, hands, IN_TIME)
    other.unpacking.done(DOCK)
    in_step(site, parts, other)
    (case,) = incomplete_cases(parts.store, hands())
    said = NotReturned(case.rma_key, tuple(each.line.id for each in case.awaited), "never-sent")
    for each in (parts, other):
        assert each.deciding.decide([said], LEAD).objections == ()
    hands.go(seconds=61)
    in_step(site, parts, other)
    assert incomplete_cases(parts.store, hands()) == ()
    assert incomplete_cases(other.store, hands()) == ()


def test_an_incomplete_rma_that_is_closed_centrally_tells_so_at_the_station_that_looks_at_it(
    parts: Parts, site: Site, hands: Hands
) -> None:
    in_step(site, parts)
    finish(parts, unpack(parts, hands, IN_TIME, MINE))
    hands.go(days=15)
    (case,) = incomplete_cases(parts.store, hands())
    with writing(site.engine) as connection:
        put(connection, [StateRow("rma", IN_TIME, rma(site, IN_TIME) | {"state": "cancelled"})])
    in_step(site, parts)
    assert incomplete_cases(parts.store, hands()) == ()
    assert became(parts.store, case) == Became(state=RmaState.CANCELLED)
