"""What became of the client's video: said by key or command, over the open box or by the item's label."""

from __future__ import annotations

from dataclasses import replace

import pytest

from receiving_app.acts.unpacking_outcome import Code
from receiving_app.domain.authorization import Part
from receiving_app.domain.command import Command
from receiving_app.domain.custody import SAID, Said, known_of
from receiving_app.domain.item_events import CustodyRecorded, Fate, Medium
from receiving_app.domain.roles import NOBODY, NotAllowedError
from receiving_app.domain.shipment import custody_settled
from tests.acts.running_station import RunningStation
from tests.acts.unpacked_box import FIRST, Table, two_devices, with_parts
from tests.factories import NUMBER

MEMORY = Part("Internal memory", required=False)
DEVICE = with_parts(FIRST, Part("SD card", required=True), MEMORY)
BOTH = (Medium.CARD, Medium.INTERNAL_MEMORY)


@pytest.fixture
def table(station: RunningStation) -> Table:
    table = Table(station)
    table.open(two_devices(lines=(DEVICE,), ticket="T-1001"))
    table.scan(FIRST.serial or "")
    return table


def known(table: Table, medium: Medium) -> CustodyRecorded | None:
    return known_of(table.stored(table.item), medium)


@pytest.mark.parametrize("command", SAID)
def test_every_command_says_one_thing_of_one_medium(table: Table, command: Command) -> None:
    table.scan("BAG-0815")
    assert table.scan(command.barcode).code is Code.CUSTODY_RECORDED
    said, found = SAID[command], known(table, SAID[command].medium)
    assert found is not None
    assert (found.present, found.fate) == (said.present, said.fate)
    assert found.bag == ("0815" if said.medium is Medium.CARD and said.present else "")


def test_a_card_that_is_returned_without_ever_having_been_bagged_wants_its_bag(table: Table) -> None:
    assert table.say(Command.CARD_RETURNED).code is Code.BAG_MISSING
    assert known(table, Medium.CARD) is None


def test_by_scan_video_is_erased_on_the_tickets_word(table: Table) -> None:
    table.say(Command.MEMORY_ERASED)
    found = known(table, Medium.INTERNAL_MEMORY)
    assert found is not None
    assert found.consent == "T-1001"


def test_without_a_ticket_somebody_must_be_named_who_agreed(table: Table) -> None:
    table.station.told(two_devices(rev=2, lines=(DEVICE,)))
    assert table.say(Command.MEMORY_ERASED).code is Code.CONSENT_MISSING
    assert known(table, Medium.INTERNAL_MEMORY) is None
    erased = Said(Medium.INTERNAL_MEMORY, True, Fate.ERASED)
    table.unpacking.custody(table.item, erased, table.actor, consent=" J. Doe ")
    found = known(table, Medium.INTERNAL_MEMORY)
    assert found is not None
    assert found.consent == "J. Doe"


def test_it_is_settled_when_both_media_are(table: Table) -> None:
    table.scan("BAG-0815")
    table.say(Command.MEMORY_WAITS)
    table.say(Command.CARD_RETURNED)
    assert not custody_settled(table.stored(table.item), BOTH)
    table.say(Command.MEMORY_ERASED)
    assert custody_settled(table.stored(table.item), BOTH)


def test_it_is_said_by_the_items_label_when_its_box_is_long_done(table: Table) -> None:
    item = table.item
    assert item is not None
    table.say(Command.BOX_DONE)
    table.item = None
    outcome = table.scan(item)
    assert (outcome.code, outcome.text) == (Code.LABEL_ELSEWHERE, item)
    assert table.say(Command.NO_CARD).code is Code.CUSTODY_RECORDED
    table.station.wait(60)
    other = table.open(replace(two_devices(), number=NUMBER))
    assert table.scan(item).code is Code.LABEL_ELSEWHERE
    assert table.box(other).items == ()


def test_without_a_device_in_hand_nothing_is_said(table: Table) -> None:
    table.item = None
    assert table.say(Command.NO_MEMORY).code is Code.NO_ITEM


def test_nobody_in_particular_says_nothing(table: Table) -> None:
    with pytest.raises(NotAllowedError):
        table.unpacking.custody(table.item, Said(Medium.CARD, False), NOBODY)


def test_what_was_said_is_taken_back(table: Table) -> None:
    table.say(Command.NO_MEMORY)
    table.say(Command.UNDO)
    assert known(table, Medium.INTERNAL_MEMORY) is None
