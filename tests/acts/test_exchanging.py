"""Crossed boxes decided in one act, and lines of which nothing more will come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from receiving_app.acts.decision import BoxSeen, CrossedOrNot, NotReturned, Objection
from receiving_app.acts.exchanging import Exchanging
from receiving_app.acts.unpacking_outcome import Code
from receiving_app.domain.authorization import Line, RmaState
from receiving_app.domain.command import Command
from receiving_app.domain.exchange import ExchangeDecided, LineSettled
from receiving_app.domain.exchange_cases import ExchangeCase, IncompleteCase
from receiving_app.domain.item import Item, fold
from receiving_app.domain.item_events import CartonCondition
from receiving_app.domain.roles import NotAllowedError
from receiving_app.domain.verdict import Decision
from receiving_app.queries.exchanges import empty_boxes, exchange_cases
from receiving_app.queries.incomplete import incomplete_cases, incomplete_rows
from receiving_app.storage import journal, outbox
from receiving_app.storage.journal import Delivery
from tests.acts.running_station import RunningStation
from tests.acts.unpacked_box import Table
from tests.factories import KEY, NUMBER, OTHER_KEY, OTHER_NUMBER, SUPERVISOR, WORKER, an_rma, chicago

MINE, THEIRS = Line("l-1", "KP2", "SW-A"), Line("l-7", "KP2", "SW-B")
RMA_A, RMA_B = an_rma(lines=(MINE,)), an_rma(number=OTHER_NUMBER, lines=(THEIRS,))


@pytest.fixture
def table(station: RunningStation) -> Table:
    return Table(station)


@pytest.fixture
def exchanging(station: RunningStation) -> Exchanging:
    return Exchanging(station.parts)


def unpack(table: Table, number: str, *serials: str) -> str:
    table.station.wait(60)
    lpn = table.receive(RMA_A, RMA_B, number=number)
    table.unpacking.begin(lpn, table.actor)
    table.unpacking.condition(CartonCondition.WHOLE, table.actor)
    for serial in serials:
        table.scan(serial)
    return lpn


def crossed(table: Table) -> ExchangeCase:
    unpack(table, NUMBER, "SW-B")
    unpack(table, OTHER_NUMBER, "SW-A")
    (case,) = exchange_cases(table.station.store)
    return case


def now(table: Table, case: ExchangeCase) -> list[Item]:
    return [table.stored(side.stray.item) for side in case.exchange.sides]


def verdicts(items: list[Item]) -> list[Decision]:
    return [item.judgement.verdict.decision for item in items if item.judgement is not None]


def decide(exchanging: Exchanging, case: ExchangeCase, *, yes: bool = True) -> tuple[Item, ...] | Objection:
    return exchanging.decide(CrossedOrNot(case.exchange, yes, "seen", "both open"), SUPERVISOR)


def test_the_second_device_is_told_to_lie_in_the_firsts_box(table: Table) -> None:
    first = unpack(table, NUMBER, "SW-B")
    unpack(table, OTHER_NUMBER)
    outcome = table.scan("SW-A")
    assert (outcome.code, outcome.numbers) == (Code.CROSSED_PAIR, (f"SW-B ({first})",))
    assert outcome.asks_photo
    assert outcome.decision is Decision.REJECT


def test_both_are_counted_to_the_rma_that_lists_them_in_one_act(table: Table, exchanging: Exchanging) -> None:
    case = crossed(table)
    decide(exchanging, case)
    first, second = now(table, case)
    assert (first.number, first.line, second.number, second.line) == (OTHER_NUMBER, "l-7", NUMBER, "l-1")
    assert verdicts([first, second]) == [Decision.ACCEPT, Decision.ACCEPT]
    (body,) = table.station.bodies(ExchangeDecided)
    assert isinstance(body, ExchangeDecided)
    assert {side.item for side in body.sides} == {first.id, second.id}
    assert exchange_cases(table.station.store) == ()
    with table.station.store.reading() as connection:
        told = [fold(journal.of_item(connection, item.id)) for item in (first, second)]
    assert told == [first, second], "the journal tells both by the one event"


def test_the_other_box_shows_where_its_device_came(table: Table, exchanging: Exchanging) -> None:
    case = crossed(table)
    decide(exchanging, case)
    box = table.box(now(table, case)[1].lpn)
    assert [item.serial for line in box.lines for item in line.others] == ["SW-B"]
    assert box.awaited == ()


def test_one_side_alone_is_counted_too(table: Table, exchanging: Exchanging) -> None:
    unpack(table, NUMBER, "SW-B")
    (case,) = exchange_cases(table.station.store)
    assert not case.exchange.is_whole
    decide(exchanging, case)
    (item,) = now(table, case)
    assert (item.number, *verdicts([item])) == (OTHER_NUMBER, Decision.ACCEPT)


def test_upheld_they_stay_rejected_and_are_never_proposed_again(table: Table, exchanging: Exchanging) -> None:
    case = crossed(table)
    decide(exchanging, case, yes=False)
    items = now(table, case)
    assert verdicts(items) == [Decision.REJECT, Decision.REJECT]
    assert all(item.exchange and not item.exchange.crossed for item in items)
    assert exchange_cases(table.station.store) == ()


@pytest.mark.parametrize("yes", [True, False])
def test_undo_takes_both_back_and_the_case_stands_again(table: Table, exchanging: Exchanging, yes: bool) -> None:
    case = crossed(table)
    decide(exchanging, case, yes=yes)
    table.say(Command.UNDO, SUPERVISOR)
    items = now(table, case)
    assert [(item.number, item.line, item.exchange) for item in items] == [("", "", None)] * 2
    assert verdicts(items) == [Decision.REJECT, Decision.REJECT]
    (again,) = exchange_cases(table.station.store)
    assert again.exchange.is_whole


def test_a_dock_worker_may_neither_decide_nor_take_back(table: Table, exchanging: Exchanging) -> None:
    case = crossed(table)
    with pytest.raises(NotAllowedError):
        exchanging.decide(CrossedOrNot(case.exchange, True, "seen"), WORKER)
    decide(exchanging, case)
    with pytest.raises(NotAllowedError):
        table.say(Command.UNDO)


def test_what_has_changed_since_it_was_shown_is_not_decided(table: Table, exchanging: Exchanging) -> None:
    case = crossed(table)
    assert exchanging.decide(CrossedOrNot(case.exchange, True, " "), SUPERVISOR) is Objection.REASON_MISSING
    table.station.told(an_rma(number=OTHER_NUMBER, lines=(THEIRS,), rev=2, state=RmaState.CANCELLED))
    assert decide(exchanging, case) is Objection.JUDGED_AGAIN


def test_a_decided_exchange_stands_whatever_becomes_of_the_rma(table: Table, exchanging: Exchanging) -> None:
    case = crossed(table)
    decide(exchanging, case)
    before = now(table, case)
    table.station.told(an_rma(number=OTHER_NUMBER, lines=(), rev=2, state=RmaState.CANCELLED))
    table.station.judging.judge_again()
    table.station.item_judging.judge_again()
    assert now(table, case) == before


def test_it_leaves_the_station_when_it_can_no_longer_be_taken_back(table: Table, exchanging: Exchanging) -> None:
    decide(exchanging, crossed(table))
    assert not is_due(table)
    table.station.wait(61)
    assert is_due(table)


def is_due(table: Table) -> bool:
    with table.station.store.reading() as connection:
        due = outbox.due(connection, table.station.time, 500)
    return any(each.payload["type"] == "exchange.decided" for each in due if each.payload)


def test_what_the_service_refuses_is_taken_back_on_both(table: Table, exchanging: Exchanging) -> None:
    case = crossed(table)
    decide(exchanging, case)
    (seq,) = (event.seq for event in table.station.journal() if isinstance(event.body, ExchangeDecided))
    with table.station.store.transaction() as connection:
        outbox.settle(connection, seq, Delivery.REJECTED, "{}")
        refused = journal.refused(connection)
    table.station.review.returned(refused)
    assert [(item.number, item.exchange) for item in now(table, case)] == [("", None)] * 2
    with table.station.store.reading() as connection:
        assert journal.refused(connection) == ()


# Lines of which nothing more comes

TWO = an_rma(lines=(MINE, Line("l-2", "KP2", "SW-C")))


def incomplete(table: Table) -> list[IncompleteCase]:
    whole = list(incomplete_cases(table.station.store, table.station.time))
    rows = incomplete_rows(table.station.store, table.station.time)
    assert [row.head for row in rows] == [case.head for case in whole], "the list shows what the case is"
    return whole


def half(table: Table, *, done: bool = True) -> str:
    lpn = table.open(TWO)
    table.scan("SW-A")
    if done:
        table.say(Command.BOX_DONE)
    return lpn


def test_past_its_last_day_an_rma_that_still_awaits_a_line_is_a_case(table: Table) -> None:
    lpn = half(table)
    assert incomplete(table) == []
    table.station.at(chicago(2026, 11, 16, 23, 59))
    assert incomplete(table) == []
    table.station.at(chicago(2026, 11, 17, 0, 1))
    (case,) = incomplete(table)
    assert [each.line.id for each in case.awaited] == ["l-2"]
    assert (case.head.number, case.boxes) == (NUMBER, (lpn,))
    assert case.since.date() == date(2026, 11, 17)


def test_a_box_on_the_table_or_closed_may_still_hold_it(table: Table) -> None:
    half(table, done=False)
    table.station.at(chicago(2026, 11, 17))
    assert incomplete(table) == []
    table.say(Command.BOX_DONE)
    assert len(incomplete(table)) == 1
    table.station.told(an_rma(lines=TWO.lines, rev=2, receive_by=date(2026, 11, 20)))
    assert incomplete(table) == []


def test_the_rest_of_a_line_is_settled_and_no_longer_awaited(table: Table, exchanging: Exchanging) -> None:
    lpn = half(table)
    said = NotReturned(KEY, ("l-2",), "client-keeps-it", " wrote us ")
    assert exchanging.settle(said, SUPERVISOR) is Objection.STILL_AWAITED
    table.station.at(chicago(2026, 11, 17))
    with pytest.raises(NotAllowedError):
        exchanging.settle(said, WORKER)
    assert exchanging.settle(NotReturned(KEY, ("l-2",), ""), SUPERVISOR) is Objection.REASON_MISSING
    answer = exchanging.settle(said, SUPERVISOR)
    assert not isinstance(answer, Objection)
    assert [(each.line, each.missing, each.note) for each in answer] == [("l-2", 1, "wrote us")]
    assert table.station.bodies(LineSettled) == list(answer)
    assert incomplete(table) == []
    assert table.box(lpn).awaited == ()
    assert exchanging.settle(said, SUPERVISOR) is Objection.JUDGED_AGAIN
    assert exchanging.settle(NotReturned(OTHER_KEY, ("l-1",), "x"), SUPERVISOR) is Objection.JUDGED_AGAIN
    table.say(Command.UNDO, SUPERVISOR)
    assert len(incomplete(table)) == 1


def test_an_empty_box_is_held_for_a_person(table: Table) -> None:
    lpn = table.open(TWO, condition=CartonCondition.EMPTY)
    (case,) = empty_boxes(table.station.store)
    assert (case.head.thing, case.head.number) == (lpn, NUMBER)
    table.unpacking.condition(CartonCondition.WHOLE, table.actor)
    assert empty_boxes(table.station.store) == ()


def test_a_supervisor_closes_an_empty_box_that_somebody_else_found(table: Table, exchanging: Exchanging) -> None:
    lpn = table.open(TWO, condition=CartonCondition.EMPTY)
    (case,) = empty_boxes(table.station.store)
    assert case.package.unpacking is not None
    said = BoxSeen(lpn, case.package.unpacking.event, "nothing-came", "weighed")
    with pytest.raises(NotAllowedError):
        exchanging.seen(said, WORKER)
    own = replace(SUPERVISOR, person=WORKER.person)
    assert exchanging.seen(said, own) is Objection.OWN_WORK
    assert exchanging.seen(replace(said, reason=" "), SUPERVISOR) is Objection.REASON_MISSING
    assert exchanging.seen(replace(said, judged="e-0"), SUPERVISOR) is Objection.JUDGED_AGAIN
    assert not isinstance(exchanging.seen(said, SUPERVISOR), Objection)
    assert empty_boxes(table.station.store) == ()
    assert exchanging.seen(said, SUPERVISOR) is Objection.ALREADY_DECIDED
    table.say(Command.UNDO, SUPERVISOR)
    assert len(empty_boxes(table.station.store)) == 1
