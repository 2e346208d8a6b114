"""What is no package's verdict is put off too: devices, crossed boxes, empty ones, and RMAs that never came whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from receiving_app.acts.decision import ItemAnswer, NotReturned, NotYet, Objection
from receiving_app.acts.exchanging import Exchanging
from receiving_app.acts.item_review import ItemReview
from receiving_app.acts.putting_off import PuttingOff
from receiving_app.domain.authorization import Line
from receiving_app.domain.cases import Case, CaseKind
from receiving_app.domain.command import Command
from receiving_app.domain.events import CasePutOff, Wait
from receiving_app.domain.item_events import CartonCondition, ItemChoice
from receiving_app.domain.putting_off import PutOff
from receiving_app.domain.roles import NotAllowedError, Role
from receiving_app.queries import review
from receiving_app.queries.waiting import waiting
from receiving_app.storage.service_data import Person
from tests.acts.running_station import RunningStation
from tests.acts.unpacked_box import Table
from tests.factories import NUMBER, OTHER_NUMBER, SUPERVISOR, WORKER, an_rma, chicago

RMA_A = an_rma(lines=(Line("l-1", "KP2", "SW-A"),))
RMA_B = an_rma(number=OTHER_NUMBER, lines=(Line("l-7", "KP2", "SW-B"),))
TOMORROW = timedelta(days=1)


@pytest.fixture
def station(station: RunningStation) -> RunningStation:
    station.employs(Person("p-lea", 1, "Lea", (Role.SUPERVISOR,)))
    return station


def unpack(station: RunningStation, number: str, *serials: str, condition: CartonCondition) -> str:
    table = Table(station)
    station.wait(60)
    lpn = table.receive(RMA_A, RMA_B, number=number)
    table.unpacking.begin(lpn, table.actor)
    table.unpacking.condition(condition, table.actor)
    for serial in serials:
        table.scan(serial)
    table.unpacking.done(table.actor)
    return lpn


def a_device(station: RunningStation) -> None:
    unpack(station, NUMBER, "SW-X", condition=CartonCondition.WHOLE)


def an_exchange(station: RunningStation) -> None:
    unpack(station, NUMBER, "SW-B", condition=CartonCondition.WHOLE)
    unpack(station, OTHER_NUMBER, "SW-A", condition=CartonCondition.WHOLE)


def an_empty_box(station: RunningStation) -> None:
    unpack(station, NUMBER, condition=CartonCondition.EMPTY)


def an_incomplete_rma(station: RunningStation) -> None:
    unpack(station, NUMBER, condition=CartonCondition.WHOLE)
    station.at(chicago(2026, 12, 1))


MADE: dict[CaseKind, Callable[[RunningStation], None]] = {
    CaseKind.ITEM: a_device,
    CaseKind.EXCHANGE: an_exchange,
    CaseKind.EMPTY_BOX: an_empty_box,
    CaseKind.INCOMPLETE_RMA: an_incomplete_rma,
}
every_kind = pytest.mark.parametrize("kind", MADE)


def the_case(station: RunningStation, kind: CaseKind) -> Case:
    (case,) = (case for case in review.cases(station.store, station.time) if case.head.kind is kind)
    return case


def say(station: RunningStation, kind: CaseKind, why: Wait, note: str = "", **more: object) -> PutOff | Objection:
    case = the_case(station, kind)
    until = chicago(2026, 12, 24).date() if why is Wait.SNOOZED else None
    said = NotYet(kind, case.head.key, case.judged, why, note, until, "p-lea" if why is Wait.DELEGATED else None)
    return PuttingOff(station.parts).put_off(replace(said, **more), SUPERVISOR)  # type: ignore[arg-type]


@every_kind
def test_every_kind_of_case_rests_until_a_day_and_is_handed_on_in_the_list_too(
    station: RunningStation, kind: CaseKind
) -> None:
    MADE[kind](station)
    assert say(station, kind, Wait.SNOOZED) == PutOff(until=chicago(2026, 12, 24).date())
    assert say(station, kind, Wait.DELEGATED) == PutOff(until=chicago(2026, 12, 24).date(), to="p-lea")
    (listed,) = (each for each in waiting(station.store, station.time) if each.head.kind is kind)
    assert (listed.head.rests_until, listed.head.handed_to) == (chicago(2026, 12, 24).date(), "p-lea")
    assert the_case(station, kind).head == replace(listed.head, partner=the_case(station, kind).head.partner)


@every_kind
def test_it_is_taken_back_like_a_decision(station: RunningStation, kind: CaseKind) -> None:
    MADE[kind](station)
    say(station, kind, Wait.DELEGATED)
    station.say(Command.UNDO, SUPERVISOR)
    assert the_case(station, kind).put_off is None


@pytest.mark.parametrize("kind", [CaseKind.EXCHANGE, CaseKind.EMPTY_BOX, CaseKind.INCOMPLETE_RMA])
def test_the_partner_is_asked_and_the_answer_is_written_down(station: RunningStation, kind: CaseKind) -> None:
    MADE[kind](station)
    assert say(station, kind, Wait.ANSWERED, "nothing was asked") is Objection.NOT_OFFERED
    assert say(station, kind, Wait.ASKED) is Objection.WORDS_MISSING
    say(station, kind, Wait.ASKED, "Where is it?")
    say(station, kind, Wait.ANSWERED, "Still at the depot")
    waits = the_case(station, kind).put_off
    assert waits is not None
    assert (waits.question, waits.answer) == ("Where is it?", "Still at the depot")


def test_what_a_partner_is_asked_of_a_device_is_a_decision_of_its_own(station: RunningStation) -> None:
    a_device(station)
    assert say(station, CaseKind.ITEM, Wait.ASKED, "Whose is it?") is Objection.NOT_OFFERED
    say(station, CaseKind.ITEM, Wait.SNOOZED)
    case = the_case(station, CaseKind.ITEM)
    answer = ItemAnswer(case.head.thing, case.judged, ItemChoice.ASK, "whose-is-it", "Whose is it?")
    assert ItemReview(station.parts).decide(answer, SUPERVISOR).objection is None
    assert the_case(station, CaseKind.ITEM).put_off is None


@every_kind
def test_nobody_puts_off_what_stands_otherwise_meanwhile_or_without_the_right(
    station: RunningStation, kind: CaseKind
) -> None:
    MADE[kind](station)
    assert say(station, kind, Wait.SNOOZED, until=station.time.date() - TOMORROW) is Objection.DAY_IS_PAST
    if kind is not CaseKind.INCOMPLETE_RMA:
        assert say(station, kind, Wait.DELEGATED, judged="another") is Objection.JUDGED_AGAIN
    case = the_case(station, kind)
    said = NotYet(kind, case.head.key, case.judged, Wait.DELEGATED, to="p-lea")
    with pytest.raises(NotAllowedError):
        PuttingOff(station.parts).put_off(said, WORKER)
    assert station.bodies(CasePutOff) == []


def test_what_was_decided_meanwhile_is_put_off_no_more(station: RunningStation) -> None:
    an_incomplete_rma(station)
    case = the_case(station, CaseKind.INCOMPLETE_RMA)
    Exchanging(station.parts).settle(NotReturned(case.head.key[0], ("l-1",), "never-sent"), SUPERVISOR)
    said = NotYet(CaseKind.INCOMPLETE_RMA, case.head.key, "", Wait.DELEGATED, to="p-lea")
    assert PuttingOff(station.parts).put_off(said, SUPERVISOR) is Objection.JUDGED_AGAIN
