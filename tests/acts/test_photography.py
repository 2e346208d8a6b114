"""Photos in the record: of a carton, of a device, and what still lacks one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from receiving_app.acts.photography import LONGEST_CAPTION, KeptPhoto, Photographed, Photography, PhotoOf
from receiving_app.acts.unpacking_outcome import Code
from receiving_app.domain.command import Command
from receiving_app.domain.item_events import CartonCondition
from receiving_app.domain.roles import NOBODY, NotAllowedError
from receiving_app.storage import packages
from tests.acts.running_station import NOON, RunningStation
from tests.acts.unpacked_box import FIRST, Table, two_devices
from tests.factories import WORKER

KEPT = KeptPhoto("9f" * 32, NOON - timedelta(days=1), "left corner crushed")


@pytest.fixture
def photography(station: RunningStation) -> Photography:
    return Photography(station.parts)


@pytest.fixture
def table(station: RunningStation) -> Table:
    return Table(station)


def test_a_photo_of_the_carton_stands_on_its_package(
    station: RunningStation, table: Table, photography: Photography
) -> None:
    lpn = table.open(condition=CartonCondition.DAMAGED)
    package = photography.take(PhotoOf(lpn), KEPT, WORKER).package
    assert package is not None
    (taken,) = package.taken
    assert (taken.photo, taken.taken_at, taken.caption) == (KEPT.photo, KEPT.taken_at, "left corner crushed")
    with station.store.reading() as connection:
        assert packages.get(connection, lpn) == package


def test_a_photo_of_a_device_stands_on_the_device_and_not_on_its_carton(
    station: RunningStation, table: Table, photography: Photography
) -> None:
    lpn = table.open()
    item = table.scan(FIRST.serial or "").item
    assert item is not None
    photography.take(PhotoOf(lpn, item.id), KEPT, WORKER)
    assert [photo.photo for photo in table.stored(item.id).photos] == [KEPT.photo]
    assert table.box(lpn).package.taken == ()


def test_undo_takes_a_photo_back(table: Table, photography: Photography) -> None:
    lpn = table.open()
    item = table.scan(FIRST.serial or "").item
    assert item is not None
    photography.take(PhotoOf(lpn, item.id), KEPT, WORKER)
    table.say(Command.UNDO)
    assert table.stored(item.id).photos == ()


@pytest.mark.parametrize("condition", [CartonCondition.DAMAGED, CartonCondition.TAMPERED, CartonCondition.EMPTY])
def test_a_carton_that_looked_wrong_lacks_a_photo_until_one_is_taken(
    table: Table, photography: Photography, condition: CartonCondition
) -> None:
    lpn = table.open(condition=condition)
    assert table.box(lpn).package.wants_photo
    photography.take(PhotoOf(lpn), KEPT, WORKER)
    assert not table.box(lpn).package.wants_photo


def test_a_whole_carton_and_a_listed_device_need_no_photo(table: Table) -> None:
    lpn = table.open()
    item = table.scan(FIRST.serial or "").item
    assert item is not None
    assert not item.wants_photo
    assert not table.box(lpn).package.wants_photo


@pytest.mark.parametrize("trouble", ["quarantined", Command.UNREADABLE, Command.ITEM_TAMPERED, Command.ITEM_DAMAGED])
def test_a_device_with_a_trouble_lacks_a_photo_until_one_is_taken(
    table: Table, photography: Photography, trouble: str
) -> None:
    lpn = table.open(two_devices(lines=(FIRST,)))
    outcome = table.scan("UNLISTED-77" if trouble == "quarantined" else FIRST.serial or "")
    if isinstance(trouble, Command):
        outcome = table.say(trouble)
    assert outcome.asks_photo
    assert outcome.item is not None
    assert table.stored(outcome.item.id).wants_photo
    photography.take(PhotoOf(lpn, outcome.item.id), KEPT, WORKER)
    assert not table.stored(outcome.item.id).wants_photo


def test_the_command_says_what_a_photo_would_be_of(table: Table) -> None:
    assert table.say(Command.PHOTO).code is Code.NO_BOX
    lpn = table.receive()
    table.unpacking.begin(lpn, WORKER)
    before_opening = table.say(Command.PHOTO)
    assert (before_opening.code, before_opening.item) == (Code.PHOTO, None)
    table.unpacking.condition(CartonCondition.WHOLE, WORKER)
    item = table.scan(FIRST.serial or "").item
    assert table.say(Command.PHOTO).item == item
    assert table.say(Command.KEEP_PHOTO).code is Code.PHOTO_FIRST


def test_a_photo_of_what_was_taken_back_meanwhile_is_of_nothing(table: Table, photography: Photography) -> None:
    lpn = table.open()
    item = table.scan(FIRST.serial or "").item
    assert item is not None
    table.say(Command.UNDO)
    assert photography.take(PhotoOf(lpn, item.id), KEPT, WORKER) == Photographed()
    assert photography.take(PhotoOf("LPN-NONE-1"), KEPT, WORKER) == Photographed()


def test_a_caption_is_a_line_and_holds_whatever_a_keyboard_sends(table: Table, photography: Photography) -> None:
    lpn = table.open()
    said = " \ud83d" + "x" * 500
    package = photography.take(PhotoOf(lpn), KeptPhoto(KEPT.photo, KEPT.taken_at, said), WORKER).package
    assert package is not None
    assert package.taken[0].caption == "?" + "x" * (LONGEST_CAPTION - 1)


def test_nobody_takes_photos_without_a_badge(table: Table, photography: Photography) -> None:
    lpn = table.open()
    with pytest.raises(NotAllowedError):
        photography.take(PhotoOf(lpn), KEPT, NOBODY)
