from __future__ import annotations

from collections.abc import Callable

import pytest

from receiving_app.acts.outcome import Answer, Detail, Outcome
from receiving_app.domain.authorization import Line
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice, Ending, PackageArrived, PackageEnded
from receiving_app.domain.label_facts import ArrivalSource
from receiving_app.domain.package import Package
from receiving_app.domain.roles import NotAllowedError
from receiving_app.domain.verdict import Decision, Rule
from tests.acts.running_station import RunningStation
from tests.factories import KEY, NUMBER, OTHER_KEY, OTHER_NUMBER, SUPERVISOR, an_rma, chicago

Say = Callable[[RunningStation, Command], Outcome]


def by_key(station: RunningStation, command: Command) -> Outcome:
    return station.say(command)


def by_barcode(station: RunningStation, command: Command) -> Outcome:
    return station.scan(command.barcode)


@pytest.fixture(params=[by_key, by_barcode])
def say(request: pytest.FixtureRequest) -> Say:
    way: Say = request.param
    return way


def packages_here(station: RunningStation) -> list[Package]:
    arrived = [event for event in station.journal() if isinstance(event.body, PackageArrived)]
    return [station.package(event.subject.lpn or "") for event in arrived]


def scanned(station: RunningStation, text: str) -> Package:
    package = station.scan(text).package
    assert package is not None
    return package


def test_truck_arrived_stamps_what_is_scanned_after_it_however_long_that_takes(
    station: RunningStation, say: Say
) -> None:
    station.at(chicago(2026, 11, 6, 16, 50))
    friday = station.time
    assert say(station, Command.TRUCK_ARRIVED).detail is Detail.TRUCK_ARRIVED
    station.at(chicago(2026, 11, 9, 8, 5))
    station.told(an_rma(receive_by=chicago(2026, 11, 6).date()))
    outcome = station.scan(NUMBER)
    assert outcome.truck_since == friday
    package = outcome.package
    assert package is not None
    assert (package.received.at, package.received_by) == (friday, ArrivalSource.TRUCK_STAMP)
    assert package.decision is Decision.ACCEPT


def test_done_ends_the_stamp(station: RunningStation, say: Say) -> None:
    station.told(an_rma())
    say(station, Command.TRUCK_ARRIVED)
    station.wait(hours=1)
    assert say(station, Command.DONE).detail is Detail.TRUCK_DONE
    package = scanned(station, NUMBER)
    assert (package.received.at, package.received_by) == (station.time, ArrivalSource.SCAN)
    assert say(station, Command.DONE).detail is Detail.NO_TRUCK


def test_next_turns_away_from_the_package(station: RunningStation, say: Say) -> None:
    station.told(an_rma(), an_rma(number=OTHER_NUMBER))
    first = scanned(station, NUMBER)
    assert say(station, Command.NEXT).detail is Detail.NEXT
    second = station.scan(OTHER_NUMBER)
    assert second.package is not None
    assert second.package.lpn != first.lpn
    assert not second.asks_same_box


@pytest.mark.parametrize("command", [Command.SAME_BOX, Command.ANOTHER_BOX])
def test_an_answer_without_a_question_is_refused(station: RunningStation, say: Say, command: Command) -> None:
    station.told(an_rma())
    assert say(station, command).detail is Detail.NO_QUESTION_OPEN
    scanned(station, NUMBER)
    assert say(station, command).detail is Detail.NO_QUESTION_OPEN


def test_old_label_strikes_the_last_number_and_its_verdict(station: RunningStation, say: Say) -> None:
    station.told(an_rma(), an_rma(number=OTHER_NUMBER))
    station.see(NUMBER)
    station.see(NUMBER, OTHER_NUMBER)
    outcome = say(station, Command.OLD_LABEL)
    assert outcome.detail is Detail.OLD_LABEL
    assert outcome.package is not None
    assert [judgement.key for judgement in outcome.package.judgements] == [KEY]
    assert [label.struck_out for label in outcome.package.labels] == [False, True]


def test_an_old_label_taken_for_another_box_goes_back_to_its_box(station: RunningStation, say: Say) -> None:
    station.told(an_rma(), an_rma(number=OTHER_NUMBER))
    first = scanned(station, NUMBER)
    assert station.scan(OTHER_NUMBER).asks_same_box
    outcome = say(station, Command.OLD_LABEL)
    assert outcome.package is not None
    assert outcome.package.lpn == first.lpn
    assert outcome.package.decision is Decision.ACCEPT
    assert outcome.package.judgement(OTHER_KEY) is None


def test_old_label_needs_a_label(station: RunningStation, say: Say) -> None:
    assert say(station, Command.OLD_LABEL).detail is Detail.NO_PACKAGE_OPEN
    station.say(Command.NO_NUMBER)
    assert say(station, Command.OLD_LABEL).detail is Detail.NO_LABEL_TO_STRIKE


def test_no_number_rejects_a_package_of_its_own(station: RunningStation, say: Say) -> None:
    station.told(an_rma())
    numbered = scanned(station, NUMBER)
    outcome = say(station, Command.NO_NUMBER)
    assert outcome.package is not None
    assert outcome.package.lpn != numbered.lpn
    assert outcome.package.judgements[0].verdict.headline is Rule.RMA_MISSING
    assert outcome.package.decision is Decision.REJECT


def test_a_hazard_comes_first(station: RunningStation, say: Say) -> None:
    station.told(an_rma(receive_by=chicago(2026, 11, 6).date()))
    assert scanned(station, NUMBER).decision is Decision.REJECT
    outcome = say(station, Command.HAZARD)
    assert outcome.package is not None
    assert outcome.package.decision is Decision.HOLD
    assert outcome.package.judgements[0].verdict.headline is Rule.HAZARD


def test_a_hazard_needs_no_label(station: RunningStation, say: Say) -> None:
    outcome = say(station, Command.HAZARD)
    assert outcome.package is not None
    assert outcome.package.decision is Decision.HOLD


@pytest.mark.parametrize(
    ("command", "how"),
    [
        (Command.NOT_A_RETURN, Ending.NOT_A_RETURN),
        (Command.OUR_UNDELIVERABLE, Ending.OUR_UNDELIVERABLE),
        (Command.REFUSED_AT_DOOR, Ending.REFUSED_AT_DOOR),
    ],
)
@pytest.mark.parametrize("with_label", [True, False])
def test_a_box_that_is_no_return_ends_without_a_review(
    station: RunningStation, say: Say, command: Command, how: Ending, with_label: bool
) -> None:
    station.told(an_rma())
    if with_label:
        scanned(station, NUMBER)
    outcome = say(station, command)
    assert outcome.detail is Detail.ENDED
    (package,) = packages_here(station)
    assert (package.ended, package.counts, package.is_open, package.judgements) == (how, False, False, ())


def test_what_the_driver_was_told_is_kept(station: RunningStation) -> None:
    station.dock.refuse_at_door(" Ann ", " UPS", "crushed ", SUPERVISOR)
    assert station.bodies(PackageEnded) == [PackageEnded(Ending.REFUSED_AT_DOOR, "Ann", "UPS", "crushed")]


def test_every_command_of_the_sheet_can_be_carried_out(station: RunningStation, say: Say) -> None:
    for command in Command:
        assert say(station, command).answer in {Answer.DONE, Answer.REFUSED}
    assert station.faults() == ()


# Undo


def whole(station: RunningStation) -> dict[str, object]:
    """Give everything that people see of the station's packages."""
    return {package.lpn: _seen(package) for package in _standing(station)}


def _standing(station: RunningStation) -> list[Package]:
    from receiving_app.storage import packages  # noqa: PLC0415 - beside the one use that looks below the acts

    lpns = {event.subject.lpn for event in station.journal() if event.subject.lpn}
    with station.store.reading() as connection:
        found = [packages.get(connection, lpn) for lpn in sorted(lpns)]
    return [package for package in found if package is not None]


def _seen(package: Package) -> object:
    verdicts = {judgement.key: (judgement.decision, judgement.verdict.codes) for judgement in package.judgements}
    flags = (package.hazard, package.no_number, package.unconfirmed, package.ended, package.merged_into)
    return package.is_open, package.labels, package.trackings, verdicts, flags


def ordinary(station: RunningStation) -> None:
    station.told(an_rma(lines=tuple(Line(f"l-{n}", "KP2") for n in range(4))), an_rma(number=OTHER_NUMBER))
    station.scan(NUMBER)
    station.wait(20)


UNDOABLE: dict[str, Callable[[RunningStation], object]] = {
    "a scan that opened a package": lambda s: s.scan(OTHER_NUMBER),
    "a tracking number": lambda s: s.scan("1Z999AA10123456784"),
    "a plate": lambda s: s.scan("LPN-DOCK-1-0000025"),
    "no number": lambda s: s.say(Command.NO_NUMBER),
    "hazard": lambda s: s.say(Command.HAZARD),
    "old label": lambda s: s.say(Command.OLD_LABEL),
    "next": lambda s: s.say(Command.NEXT),
    "not a return": lambda s: s.say(Command.NOT_A_RETURN),
    "our undeliverable": lambda s: s.say(Command.OUR_UNDELIVERABLE),
    "refused at door": lambda s: s.say(Command.REFUSED_AT_DOOR),
    "truck arrived": lambda s: s.say(Command.TRUCK_ARRIVED),
}


@pytest.mark.parametrize("act", UNDOABLE.values(), ids=UNDOABLE)
def test_undo_takes_back(station: RunningStation, act: Callable[[RunningStation], object]) -> None:
    ordinary(station)
    before, events = whole(station), len(station.journal())
    act(station)
    assert len(station.journal()) > events
    undone = station.say(Command.UNDO)
    assert undone.detail is Detail.UNDONE
    assert undone.truck_since is None
    assert whole(station) == before
    assert station.faults() == ()


@pytest.mark.parametrize("command", [Command.SAME_BOX, Command.ANOTHER_BOX, Command.OLD_LABEL])
def test_undo_takes_back_the_answer_to_same_box_or_another(station: RunningStation, command: Command) -> None:
    ordinary(station)
    station.scan(NUMBER)
    before = whole(station)
    station.say(command)
    assert whole(station) != before
    station.say(Command.UNDO)
    assert whole(station) == before


def test_undo_of_done_brings_the_truck_back(station: RunningStation) -> None:
    stamped = station.say(Command.TRUCK_ARRIVED).truck_since
    station.say(Command.DONE)
    assert station.say(Command.UNDO).truck_since == stamped


def test_undo_twice_takes_back_two_acts(station: RunningStation) -> None:
    ordinary(station)
    before = whole(station)
    station.scan(OTHER_NUMBER)
    station.say(Command.HAZARD)
    station.say(Command.UNDO)
    station.say(Command.UNDO)
    assert whole(station) == before


def test_what_was_scanned_anew_after_an_undo_stands(station: RunningStation) -> None:
    station.told(an_rma())
    first = scanned(station, NUMBER)
    station.say(Command.UNDO)
    again = scanned(station, NUMBER)
    assert again.lpn != first.lpn, "a licence plate that was printed is not given twice"
    assert again.decision is Decision.ACCEPT


@pytest.mark.parametrize(("seconds", "detail"), [(59, Detail.UNDONE), (60, Detail.NOTHING_TO_UNDO)])
def test_after_a_minute_it_is_too_late_to_undo(station: RunningStation, seconds: float, detail: Detail) -> None:
    station.told(an_rma())
    station.scan(NUMBER)
    station.wait(seconds)
    assert station.say(Command.UNDO).detail is detail


def test_with_nothing_done_there_is_nothing_to_undo(station: RunningStation, say: Say) -> None:
    assert say(station, Command.UNDO).detail is Detail.NOTHING_TO_UNDO


def test_a_hold_for_a_box_that_came_before_passes_when_that_box_proves_to_be_none(station: RunningStation) -> None:
    station.told(an_rma())
    first = scanned(station, NUMBER)
    station.wait(20)
    second = scanned(station, NUMBER)
    station.say(Command.ANOTHER_BOX)
    station.scan(first.lpn)
    station.say(Command.NOT_A_RETURN)
    assert station.judgement(second.lpn).verdict.headline is Rule.ALREADY_RECEIVED
    assert station.judging.judge_again() == (second.lpn,)
    assert station.package(second.lpn).decision is Decision.ACCEPT


def test_a_dock_worker_does_not_undo_a_supervisors_decision(station: RunningStation) -> None:
    station.told(an_rma(receive_by=chicago(2026, 11, 6).date()))
    package = scanned(station, NUMBER)
    station.decide(package, Choice.OVERRIDE)
    with pytest.raises(NotAllowedError):
        station.say(Command.UNDO)
    assert station.package(package.lpn).decision is Decision.ACCEPT
    assert station.say(Command.UNDO, SUPERVISOR).detail is Detail.UNDONE
    assert station.package(package.lpn).decision is Decision.REJECT
