"""What a supervisor leaves undecided for now: asked, answered, put off, handed on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from receiving_app.acts.decision import NotYet, Objection
from receiving_app.acts.putting_off import PuttingOff
from receiving_app.domain.authorization import RmaState
from receiving_app.domain.cases import CaseKind
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice, ReviewPutOff, Wait
from receiving_app.domain.package import Package
from receiving_app.domain.putting_off import PutOff
from receiving_app.domain.roles import NotAllowedError, Role
from receiving_app.queries import review
from receiving_app.storage.service_data import Person
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, OTHER_NUMBER, SUPERVISOR, WORKER, an_rma, chicago

LATE = an_rma(receive_by=chicago(2026, 11, 6).date())
TOMORROW = chicago(2026, 11, 8).date()


@pytest.fixture
def rejected(station: RunningStation) -> Package:
    station.told(LATE, replace(LATE, number=OTHER_NUMBER))
    station.employs(
        Person("p-lea", 1, "Lea", (Role.SUPERVISOR,)),
        Person("p-tom", 1, "Tom", (Role.DOCK,)),
        Person("p-old", 1, "Old", (Role.SUPERVISOR,), active=False),
    )
    package = station.scan(NUMBER).package
    assert package is not None
    return package


def say(station: RunningStation, package: Package, why: Wait, note: str = "", **more: Any) -> PutOff | Objection:
    judged = station.judgement(package.lpn)
    said = NotYet(CaseKind.PACKAGE, (package.lpn, judged.key), judged.event, why, note)
    return PuttingOff(station.parts).put_off(replace(said, **more), SUPERVISOR)


def waits(station: RunningStation, package: Package) -> PutOff:
    put_off = station.judgement(package.lpn).put_off
    assert put_off is not None
    return put_off


def test_what_the_partner_was_asked_ages_until_the_answer_is_written_down(
    station: RunningStation, rejected: Package
) -> None:
    assert say(station, rejected, Wait.ANSWERED, "too soon") is Objection.NOT_OFFERED
    say(station, rejected, Wait.ASKED, " Which truck? ")
    assert waits(station, rejected) == PutOff("Which truck?", station.time)
    assert waits(station, rejected).awaits_answer
    assert say(station, rejected, Wait.ASKED, "Again?") is Objection.NOT_OFFERED
    station.wait(7200)
    say(station, rejected, Wait.ANSWERED, "The blue one")
    assert not waits(station, rejected).awaits_answer
    assert waits(station, rejected).answer == "The blue one"
    assert len(review.cases(station.store, station.time)) == 1


@pytest.mark.parametrize(
    ("why", "more", "objection"),
    [
        (Wait.ASKED, {"note": "  "}, Objection.WORDS_MISSING),
        (Wait.SNOOZED, {}, Objection.DAY_IS_PAST),
        (Wait.SNOOZED, {"until": chicago(2026, 11, 7).date()}, Objection.DAY_IS_PAST),
        (Wait.DELEGATED, {}, Objection.PERSON_MISSING),
        (Wait.DELEGATED, {"to": "p-tom"}, Objection.PERSON_MISSING),
        (Wait.DELEGATED, {"to": "p-old"}, Objection.PERSON_MISSING),
        (Wait.DELEGATED, {"to": "p-nobody"}, Objection.PERSON_MISSING),
        (Wait.SNOOZED, {"until": TOMORROW, "judged": "another"}, Objection.JUDGED_AGAIN),
    ],
)
def test_what_lacks_something_is_not_written_down(
    station: RunningStation, rejected: Package, why: Wait, more: dict[str, Any], objection: Objection
) -> None:
    assert say(station, rejected, why, **more) is objection
    assert station.bodies(ReviewPutOff) == []


def test_what_rests_stands_last_until_its_day_comes(station: RunningStation, rejected: Package) -> None:
    station.wait(60)
    station.say(Command.NEXT)
    other = station.scan(OTHER_NUMBER).package
    assert other is not None
    say(station, rejected, Wait.SNOOZED, until=TOMORROW)
    assert [case.head.thing for case in review.cases(station.store, station.time)] == [other.lpn, rejected.lpn]
    later = station.time + timedelta(days=1)
    assert [case.head.thing for case in review.cases(station.store, later)] == [rejected.lpn, other.lpn]


def test_new_facts_wake_what_rested_and_it_stays_with_whom_it_was_handed_to(
    station: RunningStation, rejected: Package
) -> None:
    say(station, rejected, Wait.SNOOZED, until=TOMORROW)
    say(station, rejected, Wait.DELEGATED, to="p-lea")
    assert waits(station, rejected) == PutOff(until=TOMORROW, to="p-lea")
    station.told(replace(LATE, rev=2, state=RmaState.CANCELLED))
    station.judging.judge_again()
    assert waits(station, rejected) == PutOff(to="p-lea")


def test_it_is_taken_back_like_a_decision(station: RunningStation, rejected: Package) -> None:
    say(station, rejected, Wait.ASKED, "Which truck?")
    station.say(Command.UNDO, SUPERVISOR)
    assert station.judgement(rejected.lpn).put_off is None


def test_nobody_puts_off_what_was_decided_or_without_the_right_to_decide(
    station: RunningStation, rejected: Package
) -> None:
    judged = station.judgement(rejected.lpn)
    said = NotYet(CaseKind.PACKAGE, (rejected.lpn, judged.key), judged.event, Wait.ASKED, "?")
    with pytest.raises(NotAllowedError):
        PuttingOff(station.parts).put_off(said, WORKER)
    station.decide(rejected, Choice.UPHOLD)
    assert say(station, rejected, Wait.ASKED, "Which truck?") is Objection.ALREADY_DECIDED
