"""Opening boxes and counting what is in them: every code of the process has its own answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from receiving_app.acts.unpacking_outcome import Code
from receiving_app.domain.authorization import Address, Line, RmaState
from receiving_app.domain.command import IN_THE_BOX, Command
from receiving_app.domain.custody import Said
from receiving_app.domain.events import Choice, ReadingRecorded
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import CartonCondition, Fate, ItemFound, ItemJudged, Mark, Medium, UnpackingBegun
from receiving_app.domain.roles import RULES, NotAllowedError
from receiving_app.domain.unpacking import ItemRule
from receiving_app.domain.verdict import Decision
from receiving_app.storage import service_data
from receiving_app.storage.service_data import Model
from tests.acts.running_station import RunningStation
from tests.acts.unpacked_box import CARD, FIRST, SECOND, UNITS, Table, two_devices, with_parts
from tests.factories import NUMBER, OTHER_NUMBER, SUPERVISOR, an_rma, chicago

LATE = two_devices(receive_by=chicago(2026, 11, 6).date())


@pytest.fixture
def table(station: RunningStation) -> Table:
    return Table(station)


def found(table: Table, text: str) -> Item:
    outcome = table.scan(text)
    assert outcome.item is not None
    return outcome.item


def verdict(item: Item) -> tuple[Decision, tuple[ItemRule, ...]]:
    assert item.judgement is not None
    return item.judgement.verdict.decision, item.judgement.verdict.codes


# Which boxes may be opened


def test_an_accepted_box_asks_for_its_carton_before_it_is_opened(table: Table) -> None:
    lpn = table.receive()
    assert table.scan(lpn).code is Code.ASK_CONDITION
    assert table.scan(FIRST.serial or "").code is Code.CARTON_FIRST
    assert table.station.bodies(ItemFound) == []
    assert table.say(Command.CARTON_WHOLE).code is Code.BEGUN
    assert table.station.bodies(UnpackingBegun) == [UnpackingBegun(CartonCondition.WHOLE)]


@pytest.mark.parametrize(
    ("condition", "code", "photo"),
    [
        (CartonCondition.WHOLE, Code.BEGUN, False),
        (CartonCondition.DAMAGED, Code.CARTON_DAMAGED, True),
        (CartonCondition.TAMPERED, Code.CARTON_TAMPERED, True),
        (CartonCondition.EMPTY, Code.EMPTY_BOX, True),
    ],
)
def test_each_condition_has_its_answer(table: Table, condition: CartonCondition, code: Code, photo: bool) -> None:
    lpn = table.receive()
    table.scan(lpn)
    outcome = table.unpacking.condition(condition, table.actor, " corner ")
    assert (outcome.code, outcome.asks_photo) == (code, photo)
    unpacking = table.station.package(lpn).unpacking
    assert unpacking is not None
    assert (unpacking.condition, unpacking.note) == (condition, "corner")


def test_a_rejected_box_stays_closed_until_somebody_overrides(table: Table) -> None:
    lpn = table.receive(LATE)
    assert table.scan(lpn).code is Code.REJECTED
    assert table.say(Command.CARTON_WHOLE).code is Code.NO_BOX
    table.station.decide(table.station.package(lpn), Choice.OVERRIDE)
    assert table.scan(lpn).code is Code.ASK_CONDITION


def test_a_held_box_a_box_without_verdict_and_an_unknown_one_stay_closed(table: Table) -> None:
    table.station.online = False
    lpn = table.receive(an_rma(number=OTHER_NUMBER))
    assert table.scan(lpn).code is Code.HELD
    assert table.scan("LPN-DOCK-9-0000017").code is Code.UNKNOWN_PLATE
    assert table.scan("LPN-DOCK-1-0000025").code is Code.UNKNOWN_PLATE
    nameless = table.station.scan("1Z999AA10123456784").package
    assert nameless is not None
    assert table.scan(nameless.lpn).code is Code.NOT_JUDGED
    table.station.say(Command.NOT_A_RETURN)
    assert table.scan(nameless.lpn).code is Code.NO_RETURN


def test_of_two_rmas_both_must_be_decided(table: Table) -> None:
    table.station.told(two_devices(), an_rma(number=OTHER_NUMBER, state=RmaState.CANCELLED))
    package = table.station.see(NUMBER, OTHER_NUMBER)[-1].package
    assert package is not None
    assert table.scan(package.lpn).code is Code.HELD
    rejected = next(j for j in package.judgements if j.decision is Decision.REJECT)
    table.station.decide(package, Choice.UPHOLD, key=rejected.key)
    assert table.scan(package.lpn).code is Code.ASK_CONDITION
    assert {each.number for each in table.box(package.lpn).lines} == {NUMBER}


def test_an_rma_cancelled_meanwhile_closes_the_box(table: Table) -> None:
    table.open()
    table.station.told(two_devices(rev=2, state=RmaState.CANCELLED))
    table.station.judging.judge_again()
    assert table.scan(FIRST.serial or "").code is Code.REJECTED


# Devices


def test_each_device_is_ticked_by_its_own_serial(table: Table) -> None:
    lpn = table.open()
    assert table.scan(" sw0012345\r\n").code is Code.FOUND
    assert (
        table.scan(
            "SW0012399",
        ).code
        is Code.FOUND
    )
    assert [each.serial for each in table.box(lpn).items] == [FIRST.serial, SECOND.serial]
    assert [len(each.here) for each in table.box(lpn).lines] == [1, 1, 0]


def test_the_same_scan_twice_is_one_device(table: Table) -> None:
    table.open()
    first = found(table, "SW0012345")
    again = table.scan("sw0012345")
    assert (again.code, again.item and again.item.id) == (Code.ALREADY_COUNTED, first.id)
    assert len(table.station.bodies(ItemFound)) == 1


def test_a_serial_that_is_in_the_building_already_is_held(table: Table) -> None:
    table.open()
    first = found(table, "SW0012345")
    table.say(Command.BOX_DONE)
    table.station.wait(20)
    second = table.station.scan(NUMBER).package
    assert second is not None
    table.scan(second.lpn)
    table.say(Command.CARTON_WHOLE)
    outcome = table.scan("SW0012345")
    assert (outcome.code, outcome.numbers) == (Code.DUPLICATE_SERIAL, (first.id,))
    assert outcome.item is not None
    assert verdict(outcome.item)[0] is Decision.HOLD
    assert ItemRule.DUPLICATE_SERIAL not in verdict(table.stored(first.id))[1]


def test_a_device_on_no_rma_is_rejected_and_the_rest_goes_on(table: Table) -> None:
    lpn = table.open(two_devices(lines=(FIRST, SECOND)))
    outcome = table.scan("XX-9000")
    assert (outcome.code, outcome.asks_photo) == (Code.NOT_ON_RMA, True)
    assert outcome.item is not None
    assert verdict(outcome.item) == (Decision.REJECT, (ItemRule.NOT_ON_RMA,))
    assert table.scan("SW0012345").code is Code.FOUND
    assert [each.serial for each in table.box(lpn).strays] == ["XX-9000"]


def test_a_nearly_listed_serial_is_named_and_never_corrected(table: Table) -> None:
    table.open(two_devices(lines=(FIRST, SECOND)))
    outcome = table.scan("SW0O12345")
    assert (outcome.code, outcome.numbers) == (Code.NEARLY_LISTED, ("SW0012345",))
    assert outcome.item is not None
    assert (outcome.item.serial, outcome.item.line) == ("SW0O12345", "")


def test_a_serial_of_another_open_rma_means_crossed_boxes(table: Table) -> None:
    other = an_rma(number=OTHER_NUMBER, lines=(Line("o-1", "KP2", "SW0077777"),))
    table.open(two_devices(), other)
    outcome = table.scan("SW0077777")
    assert (outcome.code, outcome.numbers) == (Code.CROSSED_BOXES, (OTHER_NUMBER,))


def test_units_without_serials_are_counted_and_one_too_many_is_held(table: Table) -> None:
    lpn = table.open()
    assert [table.scan(serial).code for serial in ("A-1", "A-2", "A-3")] == [
        Code.UNIT_COUNTED,
        Code.UNIT_COUNTED,
        Code.WRONG_QUANTITY,
    ]
    assert table.scan("ap1").code is Code.WRONG_QUANTITY
    assert [(each.came, each.awaited) for each in table.box(lpn).lines] == [(0, 1), (0, 1), (4, 0)]


def test_a_unit_without_any_number_is_counted_on_its_line(table: Table) -> None:
    lpn = table.open()
    line = table.box(lpn).lines[2]
    for _ in range(2):
        assert table.unpacking.unit(line.rma_key, line.line.id, table.actor).code is Code.UNIT_COUNTED
    assert table.unpacking.unit(line.rma_key, FIRST.id, table.actor).code is Code.NO_ITEM
    assert all(ItemRule.DUPLICATE_SERIAL not in verdict(each)[1] for each in table.box(lpn).items)


def test_a_serial_of_two_models_is_asked_about(table: Table) -> None:
    twin = Line("l-9", "DC1", FIRST.serial)
    table.open(two_devices(lines=(FIRST, twin)))
    outcome = table.scan("SW0012345")
    assert (outcome.code, outcome.numbers) == (Code.ASK_MODEL, ("KP2", "DC1"))
    chosen = table.unpacking.serial("SW0012345", table.actor, "dc1")
    assert chosen.item is not None
    assert (chosen.code, chosen.item.line) == (Code.FOUND, "l-9")
    other = table.unpacking.serial("SW0012345", table.actor, "KP2")
    assert other.code is Code.FOUND, "serials are compared within their model"


def test_the_digit_of_a_model_answers_which_one_it_is(table: Table) -> None:
    table.open(two_devices(lines=(FIRST, Line("l-9", "DC1", FIRST.serial))))
    asked = table.scan("SW0012345")
    for digit in (Command.DIGIT_0, Command.DIGIT_9):
        assert table.scan(digit.barcode, before=asked).code is Code.ASK_MODEL
    chosen = table.scan(Command.DIGIT_2.barcode, before=asked)
    assert chosen.item is not None
    assert (chosen.code, chosen.item.line) == (Code.FOUND, "l-9")


def test_two_models_without_serials_are_asked_about(table: Table) -> None:
    table.open(two_devices(lines=(UNITS, Line("l-4", "DC1", quantity=1))))
    assert table.scan("A-1").code is Code.ASK_MODEL
    chosen = table.unpacking.serial("A-1", table.actor, "DC1")
    assert chosen.item is not None
    assert (chosen.code, chosen.item.line) == (Code.UNIT_COUNTED, "l-4")


def test_an_unreadable_serial_gets_a_placeholder(table: Table) -> None:
    table.open()
    outcome = table.say(Command.UNREADABLE)
    assert (outcome.code, outcome.asks_photo) == (Code.SERIAL_UNREADABLE, True)
    assert outcome.item is not None
    assert verdict(outcome.item) == (Decision.HOLD, (ItemRule.SERIAL_UNREADABLE,))
    assert outcome.item.serial == outcome.item.id


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", Code.EMPTY_SCAN),
        ("\x1d\r\n", Code.EMPTY_SCAN),
        ("S" * 500, Code.TOO_LONG),
        ("S" * 65, Code.TOO_LONG),
        ("SN1 SN2", Code.SEVERAL_SERIALS),
        ("SN1\tSN2", Code.SEVERAL_SERIALS),
        ("SN1\x1dSN2;SN3", Code.SEVERAL_SERIALS),
        ("📦", Code.NOT_A_SERIAL),
        ("SW📦123", Code.NOT_A_SERIAL),
        ("\ud83d", Code.NOT_A_SERIAL),
        (NUMBER, Code.CARTON_CODE),
        ("RMA-12", Code.CARTON_CODE),
        ("1Z999AA10123456784", Code.CARTON_CODE),
        ("KP2", Code.MODEL_CODE),
    ],
)
def test_a_scan_that_is_no_serial_is_recorded_answered_and_counts_nothing(table: Table, text: str, code: Code) -> None:
    table.open()
    before = len(table.station.bodies(ReadingRecorded))
    assert table.scan(text).code is code
    assert len(table.station.bodies(ReadingRecorded)) == before + 1
    assert table.station.bodies(ItemFound) == []


def test_digits_that_only_look_like_a_carriers_number_may_be_a_serial(table: Table) -> None:
    lookalike = Line("l-1", "KP2", "123456789012")
    table.open(two_devices(lines=(lookalike,)))
    assert table.scan("123456789012").code is Code.FOUND
    assert table.scan("1234567891").code is Code.NOT_ON_RMA


# One device's parts, extras, marks, model and video


def test_a_device_is_held_until_its_required_parts_were_looked_for(table: Table) -> None:
    table.open()
    assert verdict(found(table, "SW0012345")) == (Decision.HOLD, (ItemRule.INCOMPLETE_ITEM,))
    assert table.unpacking.part(table.item, "sd CARD", 1, table.actor).code is Code.PARTS_COMPLETE
    assert verdict(table.stored(table.item)) == (Decision.ACCEPT, ())
    outcome = table.unpacking.part(table.item, "SD card", 0, table.actor)
    assert (outcome.code, outcome.text) == (Code.PART_MISSING, "SD card")
    assert verdict(table.stored(table.item))[0] is Decision.HOLD


def test_parts_are_ticked_by_scan_and_all_at_once(table: Table) -> None:
    table.open()
    found(table, "SW0012345")
    assert table.scan("cable").code is Code.PART_COUNTED
    assert table.scan("Cable").code is Code.PART_COUNTED
    assert table.say(Command.ALL_PARTS).code is Code.PARTS_COMPLETE
    assert {part.part: part.found for part in table.stored(table.item).parts} == {"Cable": 2, "SD card": 1}


@pytest.mark.parametrize("count", [-1, 1000, 10**12])
def test_a_count_that_cannot_be_is_refused(table: Table, count: int) -> None:
    table.open()
    found(table, "SW0012345")
    assert table.unpacking.part(table.item, "Cable", count, table.actor).code is Code.BAD_COUNT
    assert table.unpacking.part(table.item, "Engine", 1, table.actor).code is Code.NO_SUCH_PART


def test_the_parts_that_nobody_counted_are_missing_by_one_scan(table: Table) -> None:
    table.open()
    item = found(table, "SW0012345")
    table.scan("Cable")
    outcome = table.scan(Command.REST_MISSING.barcode)
    assert (outcome.code, outcome.text) == (Code.PART_MISSING, "SD card")
    assert {part.part: part.found for part in table.stored(item.id).parts} == {"Cable": 1, "SD card": 0}
    table.scan("SD card")
    assert table.scan(Command.REST_MISSING.barcode).code is Code.PARTS_COMPLETE, "what was counted stays"


def test_parts_of_the_rma_go_before_those_of_the_model(table: Table) -> None:
    with table.station.store.transaction() as connection:
        service_data.put_models(connection, [Model("KP2", 1, "KP2 camera", (CARD,))])
    lpn = table.open(two_devices(lines=(with_parts(FIRST), SECOND)))
    assert [each.line.parts for each in table.box(lpn).lines] == [(CARD,), SECOND.parts]


def test_extras_are_noted_and_bagged(table: Table) -> None:
    table.open(two_devices(lines=(with_parts(FIRST),)))
    found(table, "SW0012345")
    assert table.unpacking.note_extra(table.item, " ", table.actor).code is Code.EXTRA_UNNAMED
    assert table.unpacking.note_extra(table.item, "bracket", table.actor, "B-7").code is Code.EXTRA_NOTED
    assert table.say(Command.EXTRA).code is Code.EXTRA_NOTED
    item = table.stored(table.item)
    assert [(extra.what, extra.bag) for extra in item.extras] == [("bracket", "B-7"), ("unnamed", "")]
    assert verdict(item)[0] is Decision.ACCEPT


def test_marks_hold_or_are_noted(table: Table) -> None:
    table.open(two_devices(lines=(with_parts(FIRST), with_parts(SECOND))))
    found(table, "SW0012345")
    assert table.say(Command.ITEM_DAMAGED).code is Code.TRANSIT_DAMAGE
    assert verdict(table.stored(table.item))[0] is Decision.ACCEPT
    assert table.say(Command.ITEM_TAMPERED).code is Code.TAMPERED
    assert verdict(table.stored(table.item)) == (Decision.HOLD, (ItemRule.TAMPERED,))


def test_what_was_seen_of_the_carton_holds_for_what_is_in_it(table: Table) -> None:
    lpn = table.open(two_devices(lines=(with_parts(FIRST),)))
    item = found(table, "SW0012345")
    assert verdict(item)[0] is Decision.ACCEPT
    table.unpacking.condition(CartonCondition.TAMPERED, table.actor)
    assert verdict(table.stored(item.id)) == (Decision.HOLD, (ItemRule.TAMPERED,))
    table.unpacking.condition(CartonCondition.DAMAGED, table.actor)
    judgement = table.stored(item.id).judgement
    assert judgement is not None
    assert (judgement.verdict.decision, judgement.verdict.notes) == (Decision.ACCEPT, (ItemRule.TRANSIT_DAMAGE,))
    assert table.unpacking.condition(CartonCondition.EMPTY, table.actor).code is Code.NOT_EMPTY
    assert table.station.package(lpn).unpacking is not None


@pytest.mark.parametrize("with_item", [True, False])
def test_a_hazard_stops_everything(table: Table, with_item: bool) -> None:
    lpn = table.open()
    if with_item:
        found(table, "SW0012345")
    outcome = table.unpacking.mark(table.item, Mark.HAZARD, table.actor)
    assert outcome.code is Code.HAZARD
    assert table.station.package(lpn).decision is Decision.HOLD
    assert table.scan("SW0012399").code is Code.HAZARD
    assert table.say(Command.BOX_DONE).code is Code.HAZARD
    if with_item:
        assert verdict(table.stored(table.item))[1][0] is ItemRule.HAZARD
    assert table.say(Command.UNDO).code is Code.UNDONE
    assert table.scan("SW0012399").code is Code.FOUND


def test_the_model_on_the_device_is_compared(table: Table) -> None:
    table.open(two_devices(lines=(with_parts(FIRST),)))
    item = found(table, "SW0012345")
    assert table.unpacking.model(item.id, " kp2 ", table.actor).code is Code.MODEL_RIGHT
    outcome = table.unpacking.model(item.id, "DC1", table.actor)
    assert (outcome.code, outcome.text, outcome.numbers) == (Code.WRONG_MODEL, "DC1", ("KP2",))
    assert verdict(table.stored(item.id)) == (Decision.HOLD, (ItemRule.WRONG_MODEL,))
    assert table.unpacking.model(item.id, "", table.actor).code is Code.MODEL_UNNAMED
    assert table.unpacking.model(item.id, "KP2", table.actor).code is Code.MODEL_RIGHT
    assert table.scan(Command.OTHER_MODEL.barcode).code is Code.WRONG_MODEL, "a scan needn't name it"


def test_the_clients_video_is_in_a_numbered_bag(table: Table) -> None:
    lpn = table.open()
    found(table, "SW0012345")
    assert table.unpacking.custody(table.item, Said(Medium.CARD, True), table.actor).code is Code.BAG_MISSING
    assert table.scan("BAG-0815").code is Code.CUSTODY_RECORDED
    waits = Said(Medium.CARD, True, Fate.AWAITING_ANSWER)
    fate = table.unpacking.custody(table.item, waits, table.actor, bag="0815")
    assert fate.code is Code.CUSTODY_RECORDED
    (custody,) = table.stored(table.item).custody
    assert (custody.bag, custody.fate) == ("0815", Fate.AWAITING_ANSWER)
    assert [each.media for each in table.box(lpn).unsettled] == [()]
    found(table, "SW0012399")
    assert table.say(Command.NO_CARD).code is Code.CUSTODY_RECORDED


def test_notes_need_a_device_of_this_box(table: Table) -> None:
    table.open()
    for command in IN_THE_BOX & {
        Command.ALL_PARTS,
        Command.REST_MISSING,
        Command.OTHER_MODEL,
        Command.NO_CARD,
        Command.EXTRA,
        Command.ITEM_TAMPERED,
        Command.ITEM_DAMAGED,
    }:
        assert table.say(command).code is Code.NO_ITEM
    assert table.unpacking.part("ITM-DOCK-1-0000017", "Cable", 1, table.actor).code is Code.NO_ITEM


def test_an_item_label_takes_its_device_in_hand_again(table: Table) -> None:
    table.open()
    first = found(table, "SW0012345")
    found(table, "SW0012399")
    outcome = table.scan(first.id)
    assert (outcome.code, table.item) == (Code.SELECTED, first.id)


def test_the_return_address_is_taken_from_the_label(table: Table) -> None:
    lpn = table.open()
    assert table.unpacking.address(Address("Fleet"), "typed", table.actor).code is Code.ADDRESS_MISSING
    address = Address(" Fleet Eyes ", "1 Main St", "Elgin", "IL", "60120")
    assert table.unpacking.address(address, "typed", table.actor).code is Code.ADDRESS_TAKEN
    assert table.station.package(lpn).return_address == replace(address, name="Fleet Eyes")


# The end of a box


def complete(table: Table, *serials: str) -> None:
    for serial in serials:
        found(table, serial)
        table.say(Command.ALL_PARTS)
        table.say(Command.NO_CARD)


def test_a_whole_box_is_done_and_its_things_have_a_place(table: Table) -> None:
    lpn = table.open(two_devices(lines=(FIRST, SECOND)))
    complete(table, "SW0012345", "SW0012399")
    outcome = table.scan("PLACE-B12")
    assert (outcome.code, outcome.text, outcome.awaited) == (Code.DONE, "B12", ())
    package = table.station.package(lpn)
    assert package.unpacking is not None
    assert (package.unpacking.done, package.unpacking.place, package.is_open) == (True, "B12", False)


def test_what_is_still_awaited_is_told_with_its_last_day(table: Table) -> None:
    table.open(two_devices(lines=(FIRST, SECOND)))
    complete(table, "SW0012345")
    outcome = table.say(Command.BOX_DONE)
    assert outcome.code is Code.DONE_WAITING
    assert [(each.line.serial, each.receive_by) for each in outcome.awaited] == [("SW0012399", date(2026, 11, 16))]


def test_after_the_last_day_what_is_missing_is_for_review(table: Table) -> None:
    table.open(two_devices(lines=(FIRST, SECOND)))
    complete(table, "SW0012345")
    table.station.at(chicago(2026, 11, 17, 0, 1))
    assert table.say(Command.BOX_DONE).code is Code.DONE_OVERDUE


def test_gaps_are_told_and_stop_nothing(table: Table) -> None:
    table.open(two_devices(lines=(FIRST,)))
    found(table, "SW0012345")
    outcome = table.say(Command.BOX_DONE)
    assert outcome.code is Code.DONE_OPEN
    (gap,) = outcome.unsettled
    assert (gap.parts, gap.media) == (("SD card",), (Medium.CARD,))
    assert verdict(gap.item)[0] is Decision.HOLD


def test_what_came_in_another_box_is_no_longer_awaited(table: Table) -> None:
    table.open(two_devices(lines=(FIRST, SECOND)))
    complete(table, "SW0012345")
    table.say(Command.BOX_DONE)
    table.station.wait(20)
    second = table.station.scan(NUMBER).package
    assert second is not None
    table.scan(second.lpn)
    table.say(Command.CARTON_WHOLE)
    complete(table, "SW0012399")
    lines = table.box(second.lpn).lines
    assert [(len(each.here), len(each.others)) for each in lines] == [(0, 1), (1, 0)]
    assert table.say(Command.BOX_DONE).code is Code.DONE


def test_an_empty_box_ends_with_everything_awaited(table: Table) -> None:
    table.open(condition=CartonCondition.EMPTY)
    assert table.say(Command.BOX_DONE).code is Code.DONE_WAITING


# Half done, resumed, taken back


def test_the_next_plate_leaves_a_box_half_done_and_its_own_resumes_it(table: Table) -> None:
    other = an_rma(number=OTHER_NUMBER, lines=(Line("o-1", "KP2", "SW0077777"),))
    second = table.receive(two_devices(), other, number=OTHER_NUMBER)
    first = table.open(two_devices(), other)
    found(table, "SW0012345")
    assert table.scan(second).code is Code.ASK_CONDITION
    assert table.scan("SW0012399").code is Code.CARTON_FIRST
    assert table.scan(first).code is Code.RESUMED
    assert table.scan("SW0012345").code is Code.ALREADY_COUNTED
    assert table.scan("SW0012399").code is Code.FOUND
    assert table.say(Command.NEXT).code is Code.LEFT
    assert table.say(Command.BOX_DONE).code is Code.NO_BOX


def test_a_new_start_finds_the_box_as_it_was_left(table: Table) -> None:
    lpn = table.open()
    found(table, "SW0012345")
    folder = table.station.folder
    table.station.close()
    again = RunningStation(folder)
    try:
        other = Table(again)
        at_hand = other.unpacking.at_hand()
        assert at_hand.package is not None
        assert (at_hand.code, at_hand.package.lpn) == (Code.RESUMED, lpn)
        assert other.scan("SW0012345").code is Code.ALREADY_COUNTED
        assert again.faults() == ()
    finally:
        again.close()


def test_a_done_box_opens_again_by_its_plate(table: Table) -> None:
    lpn = table.open(two_devices(lines=(FIRST, SECOND)))
    complete(table, "SW0012345")
    table.say(Command.BOX_DONE)
    assert table.scan(lpn).code is Code.REOPENED
    assert table.scan("SW0012399").code is Code.FOUND


def test_labels_scanned_at_the_dock_never_join_a_box_that_is_being_unpacked(table: Table) -> None:
    lpn = table.open()
    at_dock = table.station.scan(NUMBER)
    assert at_dock.package is not None
    assert at_dock.package.lpn != lpn
    assert not at_dock.asks_same_box


UNDOABLE: dict[str, Callable[[Table], object]] = {
    "condition": lambda t: t.unpacking.condition(CartonCondition.TAMPERED, t.actor),
    "serial": lambda t: t.scan("SW0012399"),
    "stray": lambda t: t.scan("XX-9000"),
    "placeholder": lambda t: t.say(Command.UNREADABLE),
    "part": lambda t: t.scan("Cable"),
    "all parts": lambda t: t.say(Command.ALL_PARTS),
    "extra": lambda t: t.say(Command.EXTRA),
    "mark": lambda t: t.say(Command.ITEM_TAMPERED),
    "hazard": lambda t: t.say(Command.HAZARD),
    "model": lambda t: t.unpacking.model(t.item, "DC1", t.actor),
    "custody": lambda t: t.say(Command.NO_CARD),
    "address": lambda t: t.unpacking.address(Address("A", "B", "C"), "typed", t.actor),
    "done": lambda t: t.say(Command.BOX_DONE),
    "leave": lambda t: t.say(Command.NEXT),
}


def standing(table: Table, lpn: str) -> object:
    box = table.box(lpn)
    things = [
        (replace(item, judgement=None), verdict(item), item.judgement and item.judgement.facts) for item in box.items
    ]
    return replace(box.package, judgements=()), box.package.decision, things


@pytest.mark.parametrize("act", UNDOABLE.values(), ids=UNDOABLE)
def test_undo_takes_back(table: Table, act: Callable[[Table], object]) -> None:
    lpn = table.open()
    found(table, "SW0012345")
    before, events = standing(table, lpn), len(table.station.journal())
    act(table)
    assert len(table.station.journal()) > events
    assert table.say(Command.UNDO).code is Code.UNDONE
    assert standing(table, lpn) == before
    assert table.station.faults() == ()


def test_a_device_taken_back_no_longer_counts_against_the_one_after_it(table: Table) -> None:
    table.open(two_devices(lines=(replace(UNITS, quantity=1),)))
    found(table, "A-1")
    table.say(Command.UNDO)
    assert table.scan("A-2").code is Code.UNIT_COUNTED


def test_after_a_minute_it_is_too_late_to_undo(table: Table) -> None:
    table.open()
    table.station.wait(61)
    assert table.say(Command.UNDO).code is Code.NOTHING_TO_UNDO


# Who, and how it is written


def test_neither_rules_nor_strangers_unpack(table: Table) -> None:
    lpn = table.receive()
    with pytest.raises(NotAllowedError):
        table.unpacking.begin(lpn, RULES)
    with pytest.raises(NotAllowedError):
        table.unpacking.serial("SW0012345", RULES)


def test_each_act_is_its_workers_own_and_the_verdict_is_nobodys(table: Table) -> None:
    table.open()
    table.actor = SUPERVISOR
    found(table, "SW0012345")
    told = [event for event in table.station.journal() if isinstance(event.body, ItemFound | ItemJudged)]
    assert [event.actor.person for event in told] == [SUPERVISOR.person, None]
    assert len({event.subject for event in told}) == 1


def test_a_command_of_the_dock_is_carried_out_there(table: Table) -> None:
    table.open()
    outcome = table.scan(Command.TRUCK_ARRIVED.barcode)
    assert outcome.code is Code.AT_THE_DOCK
    assert outcome.dock is not None
    assert table.scan("BADGE-UNKNOWN").code is Code.UNKNOWN_BADGE


def test_the_sheets_command_turns_to_the_box_that_was_just_received(table: Table) -> None:
    assert table.scan(Command.UNPACK.barcode).code is Code.NO_BOX
    table.station.told(two_devices())
    table.station.scan(NUMBER)
    assert table.scan(Command.UNPACK.barcode).code is Code.ASK_CONDITION
