"""The packing table, driven by scans: what is chosen, packed, checked, handed over, and what each bad scan answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from receiving_app.acts.packing import Packing
from receiving_app.acts.packing_outcome import Ask, Code, PackingOutcome, PackingTable, Settling
from receiving_app.acts.shipping import Shipping
from receiving_app.acts.shipping_outcome import ShippingRefusal
from receiving_app.domain.authorization import Address, RmaState
from receiving_app.domain.command import DIGITS, Command
from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.events import ReadingRecorded
from receiving_app.domain.item_events import ItemMarked, Mark, ShipmentPacked, ShipmentSent, ShippingException
from receiving_app.domain.label_reading import badge_hash
from receiving_app.domain.reading import Source
from receiving_app.domain.roles import Actor, NotAllowedError, Role
from receiving_app.domain.shipment import Bar, SaidBy
from receiving_app.storage import goods, shipments
from receiving_app.storage.service_data import Person
from receiving_app.words import packing as words
from tests.acts.benched import TECHNICIAN, noted, stocked
from tests.acts.leaving_goods import AWAY, FEDEX, HOME, LINES, RMA, UPS, card, ended, rejected
from tests.acts.running_station import RunningStation
from tests.factories import POLICY, WORKER, an_rma, an_rma_number, reading

LEAS_BADGE = "BADGE-LEA"


class PackingDesk:
    """A packing table with a scanner: it keeps the table between the scans."""

    def __init__(self, station: RunningStation) -> None:
        self.station = station
        self.packing = Packing(station.parts, station.judging, Shipping(station.parts))
        self.table = PackingTable()

    def scan(self, text: str, actor: Actor = WORKER, source: Source = Source.WEDGE) -> PackingOutcome:
        (outcome,) = self.packing.scan([reading(text, source, read_at=self.station.time)], self.table, actor)
        return self.kept(outcome)

    def say(self, command: Command) -> PackingOutcome:
        return self.scan(command.barcode)

    def kept(self, outcome: PackingOutcome) -> PackingOutcome:
        self.table = outcome.table
        return outcome

    def pack(self, *things: str) -> str:
        """Choose things, pack them, and give the shipment's label."""
        for thing in things:
            assert self.scan(thing).code is Code.CHOSEN
        shipment = self.say(Command.PACK).shipment
        assert shipment is not None
        return shipment.id


@pytest.fixture
def desk(station: RunningStation) -> PackingDesk:
    stocked(station, RMA)
    station.employs(Person("p-lead", 1, "Lea Lead", (Role.SUPERVISOR,), badge_sha256=badge_hash(LEAS_BADGE)))
    return PackingDesk(station)


def said(outcome: PackingOutcome, station: RunningStation) -> str:
    """Give all that a person reads of an outcome."""
    return " | ".join(
        (words.headline(outcome), words.sentence(outcome, POLICY, station.time), words.next_step(outcome))
    )


def elsewhere(station: RunningStation, **changes: Any) -> str:
    """Give an item of another RMA, which goes to another address unless told otherwise."""
    other = an_rma(number=an_rma_number(200), lines=(replace(LINES[1], id="l-9"),), send_back_to=AWAY)
    other = replace(other, **changes)
    station.told(other)
    return ended(station, line=other.lines[0], rma=other).id


def test_a_box_is_chosen_packed_and_handed_over_by_scans_alone(station: RunningStation, desk: PackingDesk) -> None:
    one, two = ended(station), ended(station, line=LINES[1])
    assert desk.scan(one.id).code is Code.CHOSEN
    assert desk.scan(two.serial).table.chosen == (one.id, two.id)
    packed = desk.say(Command.PACK)
    assert (packed.code, packed.table.is_packed) == (Code.PACKED, True)
    left = desk.scan(UPS)
    assert (left.code, left.table.is_empty) == (Code.LEFT, True)
    assert f"UPS has it: {UPS}." in said(left, station)
    (sent,) = station.bodies(ShipmentSent)
    assert isinstance(sent, ShipmentSent)
    assert (sent.carrier, sent.tracking) == ("UPS", UPS)
    assert station.faults() == ()


def test_every_scan_is_recorded_before_anything_is_made_of_it(station: RunningStation, desk: PackingDesk) -> None:
    texts = ("", "🎁🎁", "x" * 500, UPS)
    for text in texts:
        desk.scan(text)
    bodies = station.bodies(ReadingRecorded)
    assert [body.text for body in bodies if isinstance(body, ReadingRecorded)] == list(texts)


def test_the_last_device_of_an_rma_settles_it_and_the_partner_is_told(
    station: RunningStation, desk: PackingDesk
) -> None:
    things = [ended(station, line=line).id for line in LINES]
    desk.pack(*things[:3])
    first = desk.scan(UPS)
    assert first.settled == (Settling(RMA.number, 1),)
    assert f"One device of {RMA.number} is still open." in said(first, station)
    desk.pack(things[3])
    last = desk.scan(FEDEX)
    assert last.settled == (Settling(RMA.number, 0),)
    assert f"{RMA.number} is settled: the partner is told, with {FEDEX}." in said(last, station)


def test_a_replacement_is_chosen_by_its_own_serial_and_the_original_stays(
    station: RunningStation, desk: PackingDesk
) -> None:
    item = ended(station, InspectionOutcome.REPLACED, serial="SW555")
    stays = desk.scan(item.serial)
    assert (stays.code, stays.table.is_empty) == (Code.ORIGINAL_STAYS, True)
    assert "SW555" in said(stays, station)
    assert desk.scan("SW555").table.chosen == (item.id,)


def test_a_rejected_package_is_chosen_by_its_plate(station: RunningStation, desk: PackingDesk) -> None:
    package = rejected(station, send_back_to=HOME)
    desk.pack(package.lpn)
    left = desk.scan(UPS)
    assert (left.code, left.settled) == (Code.LEFT, ())


def test_two_addresses_and_two_payers_are_kept_apart(station: RunningStation, desk: PackingDesk) -> None:
    desk.scan(ended(station).id)
    away = elsewhere(station)
    refused = desk.scan(away)
    assert (refused.refusal, len(refused.table.chosen)) == (ShippingRefusal.ADDRESSES_DIFFER, 1)
    assert "another address" in said(refused, station)
    ours = elsewhere(
        station, number=an_rma_number(300), send_back_to=HOME, lines=(replace(LINES[2], defective_on_receipt=True),)
    )
    assert desk.scan(ours).refusal is ShippingRefusal.PAYERS_DIFFER
    desk.say(Command.PACK)
    assert desk.say(Command.NEXT).code is Code.PUT_ASIDE
    assert desk.scan(away).code is Code.CHOSEN


def test_what_may_not_leave_says_why_and_what_to_do(station: RunningStation, desk: PackingDesk) -> None:
    item = ended(station, custody=card(present=True))
    refused = desk.scan(item.id)
    assert (refused.refusal, refused.bars, refused.table.is_empty) == (ShippingRefusal.BARRED, (Bar.CUSTODY,), True)
    assert "Say first what became of the client's video." in said(refused, station)


def test_the_same_scan_twice_is_one_device_and_it_can_be_taken_out(station: RunningStation, desk: PackingDesk) -> None:
    one, two = ended(station), ended(station, line=LINES[1])
    desk.scan(one.id)
    desk.scan(two.id)
    assert desk.scan(one.id).code is Code.ALREADY_CHOSEN
    assert desk.say(Command.TAKE_OUT).table.chosen == (two.id,)
    assert desk.say(Command.TAKE_ALL_OUT).table.is_empty
    assert desk.say(Command.TAKE_OUT).code is Code.NOTHING_ON_TABLE


def test_a_waiting_shipment_is_opened_by_its_label_or_by_what_is_in_it(
    station: RunningStation, desk: PackingDesk
) -> None:
    one, two = ended(station), ended(station, line=LINES[1])
    shipment = desk.pack(one.id)
    desk.say(Command.NEXT)
    for code in (shipment, one.id):
        opened = desk.scan(code)
        assert (opened.code, opened.table.shipment, opened.table.is_packed) == (Code.OPENED, shipment, True)
        desk.say(Command.NEXT)
    desk.scan(two.id)
    refused = desk.scan(one.id)
    assert refused.code is Code.PACKED_ELSEWHERE
    assert shipment in said(refused, station)


def test_a_shipment_is_packed_anew_and_emptied(station: RunningStation, desk: PackingDesk) -> None:
    one, two = ended(station), ended(station, line=LINES[1])
    shipment = desk.pack(one.id)
    assert desk.scan(two.id).table.is_packed is False
    assert desk.scan(UPS).code is Code.PACK_FIRST
    assert desk.pack() == shipment
    desk.scan(one.id)
    assert desk.say(Command.TAKE_OUT).table.chosen == (two.id,)
    assert desk.pack() == shipment
    assert desk.say(Command.TAKE_ALL_OUT).code is Code.ALL_OUT
    with station.store.reading() as connection:
        assert shipments.packed(connection) == ()
    assert desk.scan(shipment).refusal is ShippingRefusal.NO_SUCH_SHIPMENT
    assert desk.scan(one.id).code is Code.CHOSEN


def test_undo_takes_back_the_choice_the_hand_over_and_the_packing(station: RunningStation, desk: PackingDesk) -> None:
    one, two = ended(station), ended(station, line=LINES[1])
    shipment = desk.pack(one.id)
    desk.scan(UPS)
    desk.scan(two.id)
    assert desk.say(Command.UNDO).code is Code.TAKEN_OUT
    undone = desk.say(Command.UNDO)
    assert (undone.code, undone.table.shipment, undone.table.is_packed) == (Code.UNDONE, shipment, True)
    unpacked = desk.say(Command.UNDO)
    assert (unpacked.table.shipment, unpacked.table.chosen) == (None, (one.id,))
    station.wait(minutes=2)
    desk.say(Command.NEXT)
    assert desk.say(Command.UNDO).code is Code.NOTHING_TO_UNDO


def test_what_left_is_told_after_the_decisions_before_it(station: RunningStation, desk: PackingDesk) -> None:
    item = ended(station)
    desk.pack(item.id)
    desk.scan(UPS)
    early = station.sent()
    assert not {"inspection.ended", "shipment.packed", "shipment.sent"} & set(early)
    station.wait(minutes=2)
    assert station.sent() == ["inspection.ended", "shipment.packed", "shipment.sent"]


def test_what_is_packed_without_a_fresh_decision_is_told_at_once(station: RunningStation, desk: PackingDesk) -> None:
    item = ended(station)
    station.wait(minutes=2)
    station.sent()
    desk.pack(item.id)
    assert station.sent() == ["shipment.packed"]


def test_a_packing_that_was_not_told_yet_is_told_before_it_is_undone(
    station: RunningStation, desk: PackingDesk
) -> None:
    item = ended(station)
    desk.pack(item.id)
    assert desk.say(Command.UNDO).code is Code.UNDONE
    assert "act.undone" not in station.sent()
    station.wait(minutes=2)
    assert station.sent() == ["inspection.ended", "shipment.packed", "act.undone"]


def test_dangerous_goods_are_checked_by_a_badge_and_go_by_ground(station: RunningStation, desk: PackingDesk) -> None:
    item = ended(station)
    noted(station, item, ItemMarked(item.id, Mark.HAZARD))
    assert "by ground only" in said(desk.scan(item.id), station)
    asked = desk.say(Command.PACK)
    assert (asked.refusal, asked.table.asks) == (ShippingRefusal.CHECK_MISSING, Ask.CHECKER)
    assert desk.scan("BADGE-NOBODY").code is Code.UNKNOWN_BADGE
    packed = desk.scan(LEAS_BADGE)
    assert packed.shipment is not None
    assert (packed.code, packed.shipment.checked_by) == (Code.PACKED, "p-lead")
    ground = desk.scan(UPS)
    assert (ground.refusal, ground.table.asks) == (ShippingRefusal.GROUND_ONLY, Ask.GROUND)
    assert desk.say(Command.CONFIRM).refusal is ShippingRefusal.GROUND_ONLY
    assert desk.say(Command.BY_GROUND).code is Code.LEFT


def test_the_check_and_the_ground_can_be_said_before_they_are_asked(station: RunningStation, desk: PackingDesk) -> None:
    item = ended(station)
    noted(station, item, ItemMarked(item.id, Mark.HAZARD))
    desk.scan(item.id)
    assert desk.say(Command.CHECKED).table.asks is Ask.CHECKER
    unknown = desk.kept(desk.packing.say_checker("Nobody", desk.table, WORKER))
    assert (unknown.code, unknown.table.asks) == (Code.CHECKER_UNKNOWN, Ask.CHECKER)
    assert desk.kept(desk.packing.say_checker("lea lead", desk.table, WORKER)).code is Code.PACKED
    assert desk.say(Command.BY_GROUND).code is Code.BY_GROUND
    assert desk.scan(UPS).code is Code.LEFT


def test_what_turned_out_dangerous_is_checked_and_then_leaves(station: RunningStation, desk: PackingDesk) -> None:
    item = ended(station)
    desk.pack(item.id)
    noted(station, item, ItemMarked(item.id, Mark.HAZARD))
    asked = desk.scan(UPS)
    assert (asked.refusal, asked.table.asks) == (ShippingRefusal.CHECK_MISSING, Ask.CHECKER)
    assert desk.scan(LEAS_BADGE).table.asks is Ask.GROUND
    assert desk.say(Command.BY_GROUND).code is Code.LEFT


def test_a_badge_signs_in_where_no_check_is_asked(station: RunningStation, desk: PackingDesk) -> None:
    signed = desk.scan(LEAS_BADGE, TECHNICIAN)
    assert signed.code is Code.SIGNED_IN
    assert signed.dock is not None


def test_an_unknown_carrier_needs_its_name_and_a_reason(station: RunningStation, desk: PackingDesk) -> None:
    desk.pack(ended(station).id)
    named = desk.scan("PICKUP-7")
    assert (named.refusal, named.table.asks) == (ShippingRefusal.CARRIER_MISSING, Ask.CARRIER)
    reason = desk.kept(desk.packing.say_carrier(" Bike Bob ", desk.table, WORKER))
    assert (reason.refusal, reason.table.asks) == (ShippingRefusal.CARRIER_REASON_MISSING, Ask.REASON)
    left = desk.kept(desk.packing.say_reason("the partner's own courier", desk.table, WORKER))
    assert left.code is Code.LEFT
    assert station.bodies(ShipmentSent)[0].reason == "the partner's own courier"  # type: ignore[union-attr]


def test_another_scan_instead_of_an_answer_is_taken_instead(station: RunningStation, desk: PackingDesk) -> None:
    desk.pack(ended(station).id)
    desk.scan("1Z999AA10123456785")
    left = desk.scan(f"]C1{UPS.lower()}")
    assert (left.code, left.table.is_empty) == (Code.LEFT, True)


def test_a_number_on_goods_for_another_address_is_confirmed(station: RunningStation, desk: PackingDesk) -> None:
    desk.pack(ended(station).id)
    desk.scan(UPS)
    desk.pack(elsewhere(station))
    asked = desk.scan(UPS)
    assert (asked.refusal, asked.table.asks) == (ShippingRefusal.TRACKING_ELSEWHERE, Ask.CONFIRM)
    assert HOME.name in said(asked, station)
    left = desk.say(Command.CONFIRM)
    assert left.exceptions == (ShippingException.TRACKING_ELSEWHERE,)
    assert desk.say(Command.CONFIRM).code is Code.NOTHING_ASKED


def test_what_should_stay_by_now_is_confirmed_or_taken_out(station: RunningStation, desk: PackingDesk) -> None:
    item = ended(station)
    desk.pack(item.id)
    noted(station, item, card(present=True)(item.id))
    asked = desk.scan(UPS)
    assert (asked.refusal, asked.bars, asked.table.asks) == (ShippingRefusal.BARRED, (Bar.CUSTODY,), Ask.CONFIRM)
    assert "Take it out and pack anew" in said(asked, station)
    assert desk.say(Command.CONFIRM).exceptions == (ShippingException.BARRED_MEANWHILE,)


def test_goods_without_an_address_are_given_one(station: RunningStation, desk: PackingDesk) -> None:
    station.told(replace(RMA, rev=2, send_back_to=None))
    one, two, other = ended(station), ended(station, line=LINES[1]), elsewhere(station, send_back_to=None)
    asked = desk.scan(one.id)
    assert (asked.code, asked.table.asks) == (Code.CHOSEN, Ask.ADDRESS)
    assert "Nobody has said where" in said(asked, station)
    assert desk.say(Command.PACK).table.asks is Ask.ADDRESS

    def say(address: Address) -> PackingOutcome:
        return desk.kept(desk.packing.say_address(address, desk.table, WORKER))

    assert say(Address("Road Watch")).code is Code.ADDRESS_MISSING
    assert say(goods.OUR_DOCK).code is Code.ADDRESS_OURS
    assert say(AWAY).table.asks is None
    assert desk.scan(two.id).code is Code.CHOSEN
    refused = desk.scan(other)
    assert (refused.refusal, refused.bars) == (ShippingRefusal.BARRED, (Bar.ADDRESS_MISSING,))
    shipment = desk.say(Command.PACK).shipment
    assert shipment is not None
    assert (shipment.send_back_to, shipment.items) == (AWAY, (one.id, two.id))
    assert desk.scan(UPS).code is Code.LEFT


def test_what_has_left_says_when_and_with_what(station: RunningStation, desk: PackingDesk) -> None:
    item = ended(station)
    shipment = desk.pack(item.id)
    desk.scan(UPS)
    for code in (item.id, shipment, UPS):
        gone = desk.scan(code)
        assert gone.code is Code.ALREADY_LEFT
        assert f"is in {shipment}. UPS took {UPS} on Sat 7 Nov 12:00 CST." in said(gone, station)


def test_goods_of_a_cancelled_rma_are_packed_with_a_warning(station: RunningStation, desk: PackingDesk) -> None:
    item = ended(station)
    station.told(replace(RMA, rev=2, state=RmaState.CANCELLED))
    desk.scan(item.id)
    packed = desk.say(Command.PACK)
    assert packed.exceptions == (ShippingException.RMA_CANCELLED,)
    assert "Ask support before it leaves." in said(packed, station)
    assert desk.scan(UPS).exceptions == (ShippingException.RMA_CANCELLED,)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", Code.EMPTY_SCAN),
        ("9" * 500, Code.TOO_LONG),
        ("S" * 100, Code.TOO_LONG),
        ("🎁 🎁", Code.NOT_UNDERSTOOD),
        (f"{UPS} {FEDEX}", Code.SEVERAL_CODES),
        ("ITM-DOCK-1-0000017ITM-DOCK-1-0000025", Code.SEVERAL_CODES),
        ("ITM-DOCK-1-0000018", Code.MISREAD),
        ("hello", Code.NOT_UNDERSTOOD),
        (UPS, Code.OPEN_FIRST),
        ("SHP-DOCK-1-0000017", Code.REFUSED),
        (Command.PACK.barcode, Code.REFUSED),
        (Command.TRUCK_ARRIVED.barcode, Code.AT_THE_DOCK),
        (Command.DRIVERS_LIST.barcode, Code.DRIVERS_LIST),
    ],
)
def test_every_scan_at_an_empty_table_has_its_answer(
    station: RunningStation, desk: PackingDesk, text: str, code: Code
) -> None:
    outcome = desk.scan(text)
    assert outcome.code is code
    if code is not Code.AT_THE_DOCK:
        assert all(said(outcome, station).split(" | "))
        assert "{" not in said(outcome, station)
    assert outcome.table.is_empty
    assert station.bodies(ShipmentPacked, ShipmentSent) == []


@pytest.mark.parametrize("text", ["🎁 🎁", "9" * 500, f"{UPS} {FEDEX}", "", RMA.number, Command.CONFIRM.barcode])
def test_no_bad_scan_sends_a_packed_box_away(station: RunningStation, desk: PackingDesk, text: str) -> None:
    desk.pack(ended(station).id)
    outcome = desk.scan(text)
    assert outcome.table.is_packed
    assert station.bodies(ShipmentSent) == []
    assert all(said(outcome, station).split(" | "))


def test_without_the_right_nothing_is_chosen_and_the_scan_is_kept(station: RunningStation, desk: PackingDesk) -> None:
    item = ended(station)
    with pytest.raises(NotAllowedError):
        desk.scan(item.id, TECHNICIAN)
    assert [body.text for body in station.bodies(ReadingRecorded) if isinstance(body, ReadingRecorded)][-1] == item.id


def test_goods_tell_whose_word_their_address_is_and_why_that_payer_pays(
    station: RunningStation, desk: PackingDesk
) -> None:
    desk.scan(ended(station, InspectionOutcome.NO_FAULT_FOUND).id)
    with station.store.reading() as connection:
        (here,) = goods.waiting(connection)
    assert here.said_by is SaidBy.TICKET
    assert words.payer_reason(here) == "No fault was found."
    assert here.since == station.time
    assert words.address_lines(HOME)[-1] == "Chicago, IL 60661"


@pytest.mark.parametrize("source", [Source.CAMERA, Source.OCR, Source.PICTURE])
def test_a_label_that_only_the_camera_sees_is_recorded_and_sends_nothing_away(
    station: RunningStation, desk: PackingDesk, source: Source
) -> None:
    desk.pack(ended(station).id)
    seen = desk.scan(UPS, source=source)
    assert (seen.code, seen.table.is_packed) == (Code.SEEN, True)
    assert station.bodies(ReadingRecorded)[-1].text == UPS  # type: ignore[union-attr]
    assert station.bodies(ShipmentSent) == []
    assert desk.scan(UPS, source=Source.TYPED).code is Code.LEFT


def test_a_digit_answers_the_open_question_and_nothing_else(station: RunningStation, desk: PackingDesk) -> None:
    desk.pack(ended(station).id)
    assert desk.say(DIGITS[2]).code is Code.NOTHING_ASKED
    desk.scan("PICKUP-7")
    answered = desk.say(DIGITS[2])
    assert (answered.code, answered.text, answered.table.asks) == (Code.ANSWERED, "2", Ask.CARRIER)
    assert desk.say(Command.POINT).code is Code.NOTHING_ASKED


def test_a_number_that_is_refused_for_good_is_forgotten(station: RunningStation, desk: PackingDesk) -> None:
    desk.pack(ended(station).id)
    assert desk.scan(RMA.number).refusal is ShippingRefusal.TRACKING_OURS
    assert desk.table.handed is None
    assert desk.say(Command.BY_GROUND).code is Code.BY_GROUND


def test_the_table_as_it_stands_forgets_what_was_taken_back_elsewhere(
    station: RunningStation, desk: PackingDesk
) -> None:
    desk.pack(ended(station).id)
    assert desk.packing.standing(desk.table).code is Code.OPENED
    station.say(Command.UNDO)
    assert desk.packing.standing(desk.table).table.is_empty
