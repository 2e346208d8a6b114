"""A licence plate's number is given once, whatever became of the box or the roll."""

from __future__ import annotations

from receiving_app.domain.command import Command
from receiving_app.domain.lpn import lpn_of
from receiving_app.storage import plates
from receiving_app.storage.store import open_store
from tests.acts.running_station import RunningStation
from tests.factories import STATION


def arrived(station: RunningStation) -> str:
    package = station.say(Command.NO_NUMBER).package
    assert package is not None
    station.say(Command.NEXT)
    return package.lpn


def a_roll(station: RunningStation, count: int = 3) -> tuple[str, ...]:
    with station.store.transaction() as connection:
        return plates.new_roll(connection, STATION, count)


def test_plates_are_given_one_after_the_other_and_never_twice(station: RunningStation) -> None:
    first = station.say(Command.NO_NUMBER).package
    station.say(Command.UNDO)

    assert first is not None
    assert (first.lpn, arrived(station)) == (lpn_of(STATION, 1), lpn_of(STATION, 2))


def test_the_plates_of_a_roll_are_given_to_no_box_that_did_not_carry_them(station: RunningStation) -> None:
    arrived(station)
    roll = a_roll(station)

    assert roll == (lpn_of(STATION, 2), lpn_of(STATION, 3), lpn_of(STATION, 4))
    assert arrived(station) == lpn_of(STATION, 5)


def test_two_rolls_share_no_plate_also_after_a_restart(station: RunningStation) -> None:
    first = a_roll(station)
    station.store.close()
    station.store = open_store(station.folder)

    assert not set(first) & set(a_roll(station))


def test_a_plate_of_a_roll_is_known_as_one(station: RunningStation) -> None:
    own, (first, *_, last) = arrived(station), a_roll(station)
    with station.store.reading() as connection:
        assert [plates.is_of_roll(connection, lpn) for lpn in (own, first, last)] == [False, True, True]


def test_a_plate_that_a_box_was_found_to_carry_is_passed_over(station: RunningStation) -> None:
    station.scan(lpn_of(STATION, 1))
    station.say(Command.NEXT)

    assert arrived(station) == lpn_of(STATION, 2)
