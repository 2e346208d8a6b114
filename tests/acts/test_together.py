"""Several cases in one act: each by itself in the journal, and all of them taken back together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from receiving_app.acts.decision import (
    MOST_AT_ONCE,
    BoxSeen,
    Decided,
    Decision,
    ItemAnswer,
    NotYet,
    Objection,
)
from receiving_app.acts.together import Deciding
from receiving_app.domain.authorization import Line
from receiving_app.domain.cases import Case, CaseKind, PackageCase
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice, ReviewDecided, Wait
from receiving_app.domain.item_events import CartonCondition, ItemChoice
from receiving_app.domain.roles import NotAllowedError, Role
from receiving_app.queries import review
from receiving_app.storage.service_data import Person
from tests.acts.running_station import RunningStation
from tests.acts.unpacked_box import Table
from tests.factories import NUMBER, OTHER_NUMBER, SUPERVISOR, WORKER, an_rma, chicago

LATE = an_rma(receive_by=chicago(2026, 11, 6).date())
OPEN = an_rma(number="RMA-00001250", lines=(Line("l-1", "KP2", "SW-A"),))


@pytest.fixture
def deciding(station: RunningStation) -> Deciding:
    station.told(LATE, replace(LATE, number=OTHER_NUMBER), OPEN)
    station.employs(Person("p-lea", 1, "Lea", (Role.SUPERVISOR,)))
    for number in (NUMBER, OTHER_NUMBER):
        station.wait(60)
        station.scan(number)
        station.say(Command.NEXT)
    return Deciding(station.parts)


def waiting(station: RunningStation) -> tuple[Case, ...]:
    return review.cases(station.store, station.time)


def uphold(case: Case) -> Decided:
    assert isinstance(case, PackageCase)
    return Decided(case.package.lpn, case.judgement.key, case.judged, Choice.UPHOLD, "rule-stands")


def empty_box(station: RunningStation, worker: str) -> Case:
    table = Table(station)
    table.actor = replace(WORKER, person=worker)
    lpn = table.receive(OPEN, number=OPEN.number)
    table.unpacking.begin(lpn, table.actor)
    table.unpacking.condition(CartonCondition.EMPTY, table.actor)
    (case,) = (case for case in waiting(station) if case.head.kind is CaseKind.EMPTY_BOX)
    return case


def test_each_has_its_own_event_in_one_act_and_undo_takes_all_back(station: RunningStation, deciding: Deciding) -> None:
    first, second = waiting(station)
    assert deciding.decide([uphold(first), uphold(second)], SUPERVISOR).objections == ()
    decided = [event for event in station.journal() if isinstance(event.body, ReviewDecided)]
    assert len(decided) == 2
    assert len({event.act for event in decided}) == 1
    assert waiting(station) == ()
    station.say(Command.UNDO, SUPERVISOR)
    assert [case.head.key for case in waiting(station)] == [first.head.key, second.head.key]


def test_what_cannot_be_decided_stays_and_keeps_no_other_from_it(station: RunningStation, deciding: Deciding) -> None:
    first, second = waiting(station)
    stale = replace(uphold(first), judged="of-before")
    assert deciding.decide([stale, uphold(second)], SUPERVISOR).objections == ((0, Objection.JUDGED_AGAIN),)
    assert [case.head.key for case in waiting(station)] == [first.head.key]


def test_four_eyes_are_asked_for_each(station: RunningStation, deciding: Deciding) -> None:
    assert SUPERVISOR.person is not None
    own = empty_box(station, SUPERVISOR.person)
    first = waiting(station)[0]
    decisions: list[Decision] = [uphold(first), BoxSeen(own.head.key[0], own.judged, "nothing-came")]
    assert deciding.decide(decisions, SUPERVISOR).objections == ((1, Objection.OWN_WORK),)
    another = replace(SUPERVISOR, person="p-lea")
    assert deciding.decide(decisions[1:], another).objections == ()


def test_one_case_bears_on_another_in_the_same_act(station: RunningStation, deciding: Deciding) -> None:
    first, _ = waiting(station)
    assert deciding.decide([uphold(first), uphold(first)], SUPERVISOR).objections == ((1, Objection.ALREADY_DECIDED),)


def test_unlike_cases_are_handed_on_together(station: RunningStation, deciding: Deciding) -> None:
    empty_box(station, "p-tom")
    cases = waiting(station)
    said = [NotYet(case.head.kind, case.head.key, case.judged, Wait.DELEGATED, to="p-lea") for case in cases]
    assert deciding.decide(said, SUPERVISOR).objections == ()
    assert {case.head.handed_to for case in waiting(station)} == {"p-lea"}


def test_an_item_that_is_unknown_is_named(station: RunningStation, deciding: Deciding) -> None:
    gone = ItemAnswer("ITM-DOCK-1-0000991", "e-1", ItemChoice.RETURN, "rule-stands")
    assert deciding.decide([gone], SUPERVISOR).objections == ((0, Objection.JUDGED_AGAIN),)


def test_nobody_decides_without_the_right_or_more_than_one_act_may_hold(
    station: RunningStation, deciding: Deciding
) -> None:
    first, _ = waiting(station)
    with pytest.raises(NotAllowedError):
        deciding.decide([uphold(first)], WORKER)
    with pytest.raises(ValueError, match="at once"):
        deciding.decide([uphold(first)] * (MOST_AT_ONCE + 1), SUPERVISOR)
    assert station.bodies(ReviewDecided) == []
