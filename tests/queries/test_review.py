from __future__ import annotations

from dataclasses import replace

import pytest

from receiving_app.domain.authorization import RmaState
from receiving_app.domain.cases import CaseKind, PackageCase, Shown, Unread, Wanted
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice, ReadingRecorded
from receiving_app.domain.package import Package
from receiving_app.domain.verdict import Rule
from receiving_app.queries import review
from receiving_app.queries.waiting import read_case, waiting
from receiving_app.storage.store import open_store
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, OTHER_NUMBER, SUPERVISOR, an_rma, chicago

pytestmark = pytest.mark.usefixtures("listed_alike")

LATE = an_rma(receive_by=chicago(2026, 11, 6).date())
ALSO_LATE = replace(LATE, number=OTHER_NUMBER)


def scanned(station: RunningStation, text: str) -> Package:
    station.wait(60)
    station.say(Command.NEXT)
    package = station.scan(text).package
    assert package is not None
    return package


def test_what_was_rejected_or_held_waits_in_the_order_of_arrival(station: RunningStation) -> None:
    station.told(LATE, ALSO_LATE)
    first, second = scanned(station, NUMBER), scanned(station, OTHER_NUMBER)
    third = station.say(Command.NO_NUMBER).package
    assert third is not None
    assert [case.head.thing for case in review.cases(station.store, station.time)] == [first.lpn, second.lpn, third.lpn]
    station.wait(60)
    station.told(replace(LATE, rev=2, state=RmaState.CANCELLED))
    assert station.judging.judge_again() == (first.lpn,)
    cases = review.cases(station.store, station.time)
    assert [case.head.thing for case in cases] == [first.lpn, second.lpn, third.lpn]
    assert isinstance(cases[0], PackageCase)
    assert cases[0].judgement.verdict.headline is Rule.RMA_NOT_OPEN


def test_what_was_accepted_decided_or_ended_is_no_case(station: RunningStation) -> None:
    station.told(an_rma(), ALSO_LATE)
    scanned(station, NUMBER)
    station.decide(scanned(station, OTHER_NUMBER), Choice.UPHOLD)
    station.say(Command.NO_NUMBER)
    station.say(Command.NOT_A_RETURN)
    assert review.cases(station.store, station.time) == ()


def test_each_number_of_a_package_is_a_case_of_its_own(station: RunningStation) -> None:
    station.told(LATE, ALSO_LATE)
    station.see(NUMBER, OTHER_NUMBER)
    assert len(review.cases(station.store, station.time)) == 2


def test_a_decision_taken_back_is_a_case_again(station: RunningStation) -> None:
    station.told(LATE)
    station.decide(scanned(station, NUMBER), Choice.OVERRIDE)
    assert review.cases(station.store, station.time) == ()
    station.say(Command.UNDO, SUPERVISOR)
    assert len(review.cases(station.store, station.time)) == 1


def test_the_timeline_tells_everything_what_was_taken_back_included(station: RunningStation) -> None:
    station.told(LATE)
    package = scanned(station, NUMBER)
    station.say(Command.HAZARD)
    station.say(Command.UNDO)
    story = review.timeline(station.store, package.lpn)
    told = [entry.type_name for entry in story]
    assert told == [
        "package.arrived",
        "label.read",
        "package.judged",
        "package.hazard",
        "package.judged",
        "act.undone",
        "package.judged",
    ]
    assert [entry.actor.person for entry in story][:3] == ["p-dock", "p-dock", None]
    assert dict(story[1].said)["number"] == NUMBER
    assert not {"trace", "facts"} & dict(story[2].said).keys()


def test_the_readings_behind_a_package_are_those_it_was_made_of(station: RunningStation) -> None:
    station.told(LATE)
    station.scan("nonsense")
    package = scanned(station, f"]C1{NUMBER}\r")
    (reading,) = review.readings(station.store, package)
    assert isinstance(reading, ReadingRecorded)
    assert reading.text == f"]C1{NUMBER}\r"
    assert review.package(station.store, package.lpn) == package
    assert review.package(station.store, "LPN-DOCK-1-0000991") is None


def test_danger_comes_first_and_a_new_verdict_makes_nothing_younger(station: RunningStation) -> None:
    station.told(LATE, ALSO_LATE)
    first = scanned(station, NUMBER)
    since = station.time
    dangerous = scanned(station, OTHER_NUMBER)
    station.say(Command.HAZARD)
    station.wait(3600)
    station.told(replace(LATE, rev=2, state=RmaState.CANCELLED))
    station.judging.judge_again()
    heads = [case.head for case in review.cases(station.store, station.time)]
    assert [head.thing for head in heads] == [dangerous.lpn, first.lpn]
    assert [head.danger for head in heads] == [True, False]
    assert heads[1].since == since


def test_the_list_is_remembered_over_a_restart_and_begins_with_everything(station: RunningStation) -> None:
    assert review.remembered_list(station.store) == Wanted()
    for wanted in (Wanted(Shown.HOLDS), Wanted(kind=CaseKind.ITEM, partner="Great Lakes", text="77")):
        station.review.remember(wanted)
        again = open_store(station.folder)
        assert review.remembered_list(again) == wanted
        again.close()


def test_a_case_that_was_decided_after_the_list_was_read_is_gone_when_it_is_looked_at(station: RunningStation) -> None:
    station.told(LATE)
    package = scanned(station, NUMBER)
    (listed,) = waiting(station.store, station.time)
    assert isinstance(listed, Unread)
    station.decide(package, Choice.UPHOLD)
    assert read_case(station.store, listed) is None
