from __future__ import annotations

from dataclasses import replace

import pytest

from receiving_app.acts.outcome import Answer, Detail
from receiving_app.domain.command import Command
from receiving_app.domain.events import HazardFlagged, PersonSignedIn, ReadingRecorded
from receiving_app.domain.label_reading import badge_hash
from receiving_app.domain.roles import Role
from receiving_app.storage.service_data import Person
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, an_rma

ANN = Person("p-ann", 1, "Ann", (Role.DOCK,), badge_hash("BADGE-0042"))


def test_a_badge_signs_in_and_later_acts_are_that_persons(station: RunningStation) -> None:
    station.employs(ANN)
    outcome = station.scan("BADGE-0042")
    assert outcome.detail is Detail.SIGNED_IN
    assert outcome.signed_in is not None
    assert outcome.signed_in.name == "Ann"
    station.say(Command.HAZARD, outcome.signed_in.actor)
    actors = {type(event.body): (event.actor.person, event.actor.how) for event in station.journal()}
    assert actors[ReadingRecorded] == actors[PersonSignedIn] == ("p-dock", "badge")
    assert actors[HazardFlagged] == ("p-ann", "badge")


def test_a_change_of_operator_leaves_the_box_open(station: RunningStation) -> None:
    station.told(an_rma())
    station.employs(ANN)
    package = station.scan(NUMBER).package
    station.scan("BADGE-0042")
    assert package is not None
    assert station.package(package.lpn) == package


@pytest.mark.parametrize(
    "nobody", [replace(ANN, active=False), replace(ANN, roles=()), replace(ANN, badge_sha256=None)]
)
def test_a_badge_of_nobody_who_works_here_is_refused(station: RunningStation, nobody: Person) -> None:
    station.employs(nobody)
    outcome = station.scan("BADGE-0042")
    assert (outcome.answer, outcome.detail) == (Answer.REFUSED, Detail.UNKNOWN_BADGE)
    assert station.bodies(PersonSignedIn) == []


def test_a_badge_handed_on_signs_in_who_carries_it_now(station: RunningStation) -> None:
    station.employs(replace(ANN, active=False), replace(ANN, id="p-zoe", name="Zoe"))
    signed_in = station.scan("BADGE-0042").signed_in
    assert signed_in is not None
    assert signed_in.name == "Zoe"


def test_the_badge_itself_is_written_nowhere(station: RunningStation) -> None:
    station.employs(ANN)
    station.scan("BADGE-0042")
    station.store.close()
    for file in station.folder.rglob("*"):
        assert not file.is_file() or b"BADGE-0042" not in file.read_bytes(), file


def test_undo_means_the_last_thing_done_to_a_box_not_the_sign_in(station: RunningStation) -> None:
    station.told(an_rma())
    station.employs(ANN)
    station.scan(NUMBER)
    station.scan("BADGE-0042")
    assert station.say(Command.UNDO).package is None
