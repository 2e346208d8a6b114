"""Goods that leave: what may, with what, under which number; and what is refused in a clear answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from receiving_app.acts.shipping import Shipping
from receiving_app.acts.shipping_outcome import HandedOver, ShippingRefusal
from receiving_app.domain.authorization import RmaState
from receiving_app.domain.command import Command
from receiving_app.domain.disposition import InspectionOutcome, Payer
from receiving_app.domain.events import Choice, Subject
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import (
    AddressCaptured,
    Fate,
    ItemMarked,
    Mark,
    ShipmentPacked,
    ShipmentSent,
    ShippingException,
)
from receiving_app.domain.package import step
from receiving_app.domain.roles import Actor, NotAllowedError, Right, Role
from receiving_app.domain.shipment import Bar, Shipment
from receiving_app.storage import goods, items, packages, shipments
from receiving_app.storage.service_data import Person
from tests.acts.benched import TECHNICIAN, noted, stocked, unpacked
from tests.acts.leaving_goods import AWAY, FEDEX, HOME, LINES, RMA, UPS, card, ended, rejected
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, SUPERVISOR, WORKER, an_rma, an_rma_number


@pytest.fixture
def shipping(station: RunningStation) -> Shipping:
    stocked(station, RMA)
    station.employs(Person("p-lead", 1, "Lea Lead", (Role.SUPERVISOR,)))
    return Shipping(station.parts)


def bars(station: RunningStation, thing: str) -> tuple[Bar, ...]:
    with station.store.reading() as connection:
        found = goods.named(connection, thing)
    assert found is not None
    return found.bars


def packed(shipping: Shipping, *things: Item) -> Shipment:
    outcome = shipping.pack([thing.id for thing in things], WORKER)
    assert outcome.shipment is not None
    assert outcome.done
    return outcome.shipment


def is_here(station: RunningStation, item: Item) -> bool:
    with station.store.reading() as connection:
        return any(each.id == item.id for each in items.with_serial(connection, item.serial))


def test_repaired_items_are_packed_together_and_leave(station: RunningStation, shipping: Shipping) -> None:
    one, two = ended(station), ended(station, InspectionOutcome.NO_FAULT_FOUND, line=LINES[1])
    shipment = packed(shipping, one, two)
    assert (shipment.items, shipment.send_back_to, shipment.payer) == ((one.id, two.id), HOME, Payer.PARTNER)
    assert is_here(station, one)
    left = shipping.sent(shipment.id, HandedOver(UPS), WORKER)
    assert left.shipment is not None
    assert (left.shipment.carrier, left.shipment.tracking, left.exceptions) == ("UPS", UPS, ())
    assert not is_here(station, one)
    assert station.faults() == ()


def test_where_a_replacement_leaves_the_original_stays(station: RunningStation, shipping: Shipping) -> None:
    item = ended(station, InspectionOutcome.REPLACED, serial="SW555")
    with station.store.reading() as connection:
        (waiting,) = goods.waiting(connection)
    assert (waiting.kind, waiting.serial, waiting.bars) == ("replacement", "SW555", ())
    shipping.sent(packed(shipping, item).id, HandedOver(UPS), WORKER)
    assert is_here(station, item)
    assert bars(station, item.id) == (Bar.SENT,)


@pytest.mark.parametrize("actor", [TECHNICIAN, replace(WORKER, role=None)])
def test_shipping_needs_the_right_to_it(station: RunningStation, shipping: Shipping, actor: Actor) -> None:
    item = ended(station)
    with pytest.raises(NotAllowedError):
        shipping.pack([item.id], actor)
    shipment = packed(shipping, item)
    with pytest.raises(NotAllowedError):
        shipping.sent(shipment.id, HandedOver(UPS), actor)
    assert station.bodies(ShipmentSent) == []


def test_nothing_and_what_is_not_here_are_not_packed(station: RunningStation, shipping: Shipping) -> None:
    assert shipping.pack([], WORKER).refusal is ShippingRefusal.NOTHING_CHOSEN
    refused = shipping.pack(["ITM-DOCK-9-0000017"], WORKER)
    assert (refused.refusal, refused.thing) == (ShippingRefusal.NOT_HERE, "ITM-DOCK-9-0000017")


def test_two_addresses_are_not_mixed(station: RunningStation, shipping: Shipping) -> None:
    other = an_rma(number=an_rma_number(200), lines=(replace(LINES[1], id="l-9"),), send_back_to=AWAY)
    station.told(other)
    one, two = ended(station), ended(station, line=other.lines[0], rma=other)
    refused = shipping.pack([one.id, two.id], WORKER)
    assert (refused.refusal, refused.thing) == (ShippingRefusal.ADDRESSES_DIFFER, two.id)
    assert station.bodies(ShipmentPacked) == []


def test_two_payers_are_not_mixed(station: RunningStation, shipping: Shipping) -> None:
    ours = an_rma(number=an_rma_number(200), lines=(replace(LINES[1], defective_on_receipt=True),), send_back_to=HOME)
    station.told(ours)
    one, two = ended(station), ended(station, line=ours.lines[0], rma=ours)
    assert shipping.pack([one.id, two.id], WORKER).refusal is ShippingRefusal.PAYERS_DIFFER
    assert packed(shipping, two).payer is Payer.SMARTWITNESS


def test_what_is_undecided_waits_or_is_a_supervisors_does_not_leave(
    station: RunningStation, shipping: Shipping
) -> None:
    for outcome, line in zip((InspectionOutcome.NOT_COVERED, InspectionOutcome.AWAITING_PARTS), LINES[:2], strict=True):
        item = ended(station, outcome, line=line)
        refused = shipping.pack([item.id], WORKER)
        assert (refused.refusal, refused.bars) == (ShippingRefusal.BARRED, (Bar.NOT_DECIDED,))
    untested = unpacked(station, RMA, LINES[2])
    assert Bar.NOT_DECIDED in shipping.pack([untested.id], WORKER).bars


@pytest.mark.parametrize("told", [{"present": True}, {"present": True, "bag": "B", "fate": Fate.AWAITING_ANSWER}])
def test_an_item_whose_video_is_not_settled_does_not_leave(
    station: RunningStation, shipping: Shipping, told: dict[str, Any]
) -> None:
    item = ended(station, custody=card(**told))
    assert shipping.pack([item.id], WORKER).bars == (Bar.CUSTODY,)
    noted(station, item, card(present=True, bag="B", fate=Fate.RETURNED)(item.id))
    assert packed(shipping, item).items == (item.id,)


def test_an_item_whose_final_test_failed_does_not_leave(station: RunningStation, shipping: Shipping) -> None:
    item = ended(station)
    assert item.inspection is not None
    failed = tuple(replace(result, passed=result.step != "last") for result in item.inspection.results)
    with station.store.transaction() as connection:
        items.save(connection, replace(item, inspection=replace(item.inspection, results=failed)))
    assert shipping.pack([item.id], WORKER).bars == (Bar.FINAL_TEST,)


def test_dangerous_goods_need_a_named_persons_check_and_never_fly(station: RunningStation, shipping: Shipping) -> None:
    item = ended(station)
    noted(station, item, ItemMarked(item.id, Mark.HAZARD))
    assert shipping.pack([item.id], WORKER).refusal is ShippingRefusal.CHECK_MISSING
    assert shipping.pack([item.id], WORKER, checked_by="nobody").refusal is ShippingRefusal.CHECK_MISSING
    shipment = shipping.pack([item.id], WORKER, checked_by="lea lead").shipment
    assert shipment is not None
    assert shipment.checked_by == "p-lead"
    assert shipping.sent(shipment.id, HandedOver(UPS), WORKER).refusal is ShippingRefusal.GROUND_ONLY
    left = shipping.sent(shipment.id, HandedOver(UPS, by_ground=True), WORKER)
    assert left.shipment is not None
    assert left.shipment.by_ground


def test_without_an_address_a_person_says_where_and_never_our_own_dock(
    station: RunningStation, shipping: Shipping
) -> None:
    station.told(replace(RMA, rev=2, send_back_to=goods.OUR_DOCK))
    item = ended(station)
    assert shipping.pack([item.id], WORKER).bars == (Bar.ADDRESS_MISSING,)
    assert shipping.pack([item.id], WORKER, address=goods.OUR_DOCK).bars == (Bar.ADDRESS_MISSING,)
    shipment = shipping.pack([item.id], WORKER, address=AWAY).shipment
    assert shipment is not None
    assert shipment.send_back_to == AWAY


def test_what_is_packed_is_not_packed_again(station: RunningStation, shipping: Shipping) -> None:
    item = ended(station)
    shipment = packed(shipping, item)
    assert shipping.pack([item.id], WORKER).bars == (Bar.PACKED,)
    shipping.sent(shipment.id, HandedOver(UPS), WORKER)
    assert shipping.pack([item.id], WORKER).bars == (Bar.SENT,)
    again = shipping.sent(shipment.id, HandedOver(FEDEX), WORKER)
    assert again.refusal is ShippingRefusal.ALREADY_SENT
    assert again.shipment is not None
    assert again.shipment.tracking == UPS
    assert len(station.bodies(ShipmentSent)) == 1


def test_an_upheld_rejection_goes_back_at_the_partners_expense(station: RunningStation, shipping: Shipping) -> None:
    package = rejected(station, send_back_to=HOME)
    outcome = shipping.pack([package.lpn], WORKER)
    assert outcome.shipment is not None
    assert (outcome.shipment.packages, outcome.shipment.items) == ((package.lpn,), ())
    assert outcome.shipment.payer is Payer.PARTNER


@pytest.mark.parametrize("choice", [None, Choice.OVERRIDE])
def test_a_rejection_that_nobody_upheld_does_not_go_back(
    station: RunningStation, shipping: Shipping, choice: Choice | None
) -> None:
    package = rejected(station, choice, send_back_to=HOME)
    assert Bar.NOT_DECIDED in shipping.pack([package.lpn], WORKER).bars
    with station.store.reading() as connection:
        assert goods.waiting(connection) == ()


def test_a_package_without_rma_stays_until_somebody_claims_it(station: RunningStation, shipping: Shipping) -> None:
    package = station.say(Command.NO_NUMBER).package
    assert package is not None
    station.decide(package, Choice.UPHOLD)
    assert bars(station, package.lpn) == (Bar.UNCLAIMED, Bar.ADDRESS_MISSING)
    assert Bar.UNCLAIMED in shipping.pack([package.lpn], WORKER, address=AWAY).bars


@pytest.mark.parametrize(
    ("handed", "refusal"),
    [
        (HandedOver(" "), ShippingRefusal.TRACKING_MISSING),
        (HandedOver("9" * 500, "Courier", "local"), ShippingRefusal.TRACKING_TOO_LONG),
        (HandedOver("LPN-DOCK-1-0000017", "Courier", "local"), ShippingRefusal.TRACKING_OURS),
        (HandedOver(NUMBER, "Courier", "local"), ShippingRefusal.TRACKING_OURS),
        (HandedOver("1Z999AA10123456785"), ShippingRefusal.CARRIER_MISSING),
        (HandedOver("1Z999AA10123456785", "UPS"), ShippingRefusal.CARRIER_REASON_MISSING),
        (HandedOver(UPS, "FedEx"), ShippingRefusal.CARRIER_DIFFERS),
    ],
)
def test_a_hand_over_that_makes_no_sense_is_refused(
    station: RunningStation, shipping: Shipping, handed: HandedOver, refusal: ShippingRefusal
) -> None:
    shipment = packed(shipping, ended(station))
    assert shipping.sent(shipment.id, handed, WORKER).refusal is refusal
    assert shipping.sent("SHP-DOCK-1-0000025", HandedOver(UPS), WORKER).refusal is ShippingRefusal.NO_SUCH_SHIPMENT
    assert station.bodies(ShipmentSent) == []


def test_a_carrier_that_nobody_knows_needs_a_reason(station: RunningStation, shipping: Shipping) -> None:
    shipment = packed(shipping, ended(station))
    left = shipping.sent(shipment.id, HandedOver("PICKUP-7", "Bike Bob", "the partner's own courier"), WORKER)
    assert left.shipment is not None
    assert (left.shipment.carrier, left.shipment.tracking) == ("Bike Bob", "PICKUP-7")
    assert station.bodies(ShipmentSent) == [
        ShipmentSent(shipment.id, "Bike Bob", "PICKUP-7", "the partner's own courier")
    ]


def test_a_scanned_strip_is_kept_as_the_number_that_people_type(station: RunningStation, shipping: Shipping) -> None:
    shipment = packed(shipping, ended(station))
    left = shipping.sent(shipment.id, HandedOver("420601939361289878700317633795", "USPS"), WORKER)
    assert left.shipment is not None
    assert (left.shipment.carrier, left.shipment.tracking) == ("USPS", "9361289878700317633795")


def test_a_number_used_for_the_same_address_is_warned_of(station: RunningStation, shipping: Shipping) -> None:
    one, two = (packed(shipping, ended(station, line=line)) for line in LINES[:2])
    shipping.sent(one.id, HandedOver(UPS), WORKER)
    again = shipping.sent(two.id, HandedOver("1z 999 aa1 01 2345 6784"), WORKER)
    assert (again.done, again.exceptions) == (True, (ShippingException.TRACKING_AGAIN,))
    assert again.elsewhere is not None
    assert again.elsewhere.id == one.id


def test_a_number_used_for_another_address_is_refused_unless_confirmed(
    station: RunningStation, shipping: Shipping
) -> None:
    other = an_rma(number=an_rma_number(200), lines=(LINES[1],), send_back_to=AWAY)
    station.told(other)
    one, two = packed(shipping, ended(station)), packed(shipping, ended(station, line=LINES[1], rma=other))
    shipping.sent(one.id, HandedOver(UPS), WORKER)
    refused = shipping.sent(two.id, HandedOver(UPS), WORKER)
    assert refused.refusal is ShippingRefusal.TRACKING_ELSEWHERE
    assert refused.elsewhere is not None
    assert refused.elsewhere.send_back_to == HOME
    confirmed = shipping.sent(
        two.id, HandedOver(UPS, confirmed=frozenset({ShippingRefusal.TRACKING_ELSEWHERE})), WORKER
    )
    assert confirmed.exceptions == (ShippingException.TRACKING_ELSEWHERE,)


def test_the_number_of_the_partners_own_label_is_asked_about(station: RunningStation, shipping: Shipping) -> None:
    station.told(replace(RMA, rev=2, tracking=(FEDEX,)))
    shipment = packed(shipping, ended(station))
    assert shipping.sent(shipment.id, HandedOver(FEDEX), WORKER).refusal is ShippingRefusal.TRACKING_INBOUND
    assert shipping.sent(
        shipment.id, HandedOver(FEDEX, confirmed=frozenset({ShippingRefusal.TRACKING_INBOUND})), WORKER
    ).done


def test_what_left_for_a_cancelled_rma_is_recorded_with_the_exception(
    station: RunningStation, shipping: Shipping
) -> None:
    shipment = packed(shipping, ended(station))
    station.told(replace(RMA, rev=2, state=RmaState.CANCELLED))
    left = shipping.sent(shipment.id, HandedOver(UPS), WORKER)
    assert (left.done, left.exceptions) == (True, (ShippingException.RMA_CANCELLED,))
    (body,) = station.bodies(ShipmentSent)
    assert isinstance(body, ShipmentSent)
    assert body.exceptions == left.exceptions


def test_packing_and_sending_are_taken_back_one_after_the_other(station: RunningStation, shipping: Shipping) -> None:
    item = ended(station)
    shipment = packed(shipping, item)
    shipping.sent(shipment.id, HandedOver(UPS), WORKER)
    station.say(Command.UNDO)
    assert is_here(station, item)
    with station.store.reading() as connection:
        assert shipments.packed(connection) == (shipment,)
        assert shipments.with_tracking(connection, UPS) == ()
    station.say(Command.UNDO)
    assert bars(station, item.id) == ()
    anew = packed(shipping, item)
    assert anew.id != shipment.id
    assert shipping.sent(anew.id, HandedOver(UPS), SUPERVISOR).exceptions == ()


def test_shipping_goes_on_offline_and_after_a_restart(station: RunningStation, shipping: Shipping) -> None:
    station.online = False
    item = ended(station)
    shipment = packed(shipping, item)
    again = RunningStation(station.folder)
    left = Shipping(again.parts).sent(shipment.id, HandedOver(UPS), WORKER)
    assert left.done
    assert not is_here(again, item)
    again.close()


def test_the_address_on_the_label_counts_where_the_ticket_gives_none(
    station: RunningStation, shipping: Shipping
) -> None:
    station.told(replace(RMA, rev=2, send_back_to=None))
    item = ended(station)
    with station.parts.act(WORKER, Right.UNPACK) as act:
        event = act.write(AddressCaptured(AWAY, "typed"), Subject(item.lpn))
        package = step(packages.get(act.connection, item.lpn), event)
        assert package is not None
        packages.save(act.connection, package)
    assert packed(shipping, item).send_back_to == AWAY


def test_nothing_is_packed_for_which_a_replacement_went_out_meanwhile(
    station: RunningStation, shipping: Shipping
) -> None:
    item = ended(station)
    station.told(replace(RMA, rev=2, replacement_shipped=True))
    assert shipping.pack([item.id], WORKER).bars == (Bar.REPLACEMENT_OUT,)


def test_what_should_have_stayed_since_it_was_packed_leaves_only_when_confirmed(
    station: RunningStation, shipping: Shipping
) -> None:
    item = ended(station)
    shipment = packed(shipping, item)
    noted(station, item, card(present=True)(item.id))
    refused = shipping.sent(shipment.id, HandedOver(UPS), WORKER)
    assert (refused.refusal, refused.thing, refused.bars) == (ShippingRefusal.BARRED, item.id, (Bar.CUSTODY,))
    confirmed = frozenset({ShippingRefusal.BARRED})
    left = shipping.sent(shipment.id, HandedOver(UPS, confirmed=confirmed), WORKER)
    assert left.exceptions == (ShippingException.BARRED_MEANWHILE,)


def test_what_is_confirmed_is_what_was_asked_and_nothing_else(station: RunningStation, shipping: Shipping) -> None:
    station.told(replace(RMA, rev=2, tracking=(FEDEX,)))
    item = ended(station)
    shipment = packed(shipping, item)
    noted(station, item, card(present=True)(item.id))
    handed = HandedOver(FEDEX, confirmed=frozenset({ShippingRefusal.BARRED}))
    assert shipping.sent(shipment.id, handed, WORKER).refusal is ShippingRefusal.TRACKING_INBOUND


def test_what_turned_out_dangerous_after_packing_is_checked_first(station: RunningStation, shipping: Shipping) -> None:
    item = ended(station)
    shipment = packed(shipping, item)
    noted(station, item, ItemMarked(item.id, Mark.HAZARD))
    assert shipping.sent(shipment.id, HandedOver(UPS, by_ground=True), WORKER).refusal is ShippingRefusal.CHECK_MISSING
    assert shipping.repack(shipment.id, [item.id], WORKER, checked_by="p-lead").done
    assert shipping.sent(shipment.id, HandedOver(UPS, by_ground=True), WORKER).done


def test_a_shipment_that_still_stands_here_can_be_packed_anew(station: RunningStation, shipping: Shipping) -> None:
    one, two = ended(station), ended(station, line=LINES[1])
    shipment = packed(shipping, one)
    station.wait(hours=1)
    both = shipping.repack(shipment.id, [one.id, two.id], WORKER).shipment
    assert both is not None
    assert (both.id, both.items) == (shipment.id, (one.id, two.id))
    only = shipping.repack(shipment.id, [two.id], WORKER).shipment
    assert only is not None
    assert only.items == (two.id,)
    assert (bars(station, one.id), bars(station, two.id)) == ((), (Bar.PACKED,))
    station.say(Command.UNDO)
    assert (bars(station, one.id), bars(station, two.id)) == ((Bar.PACKED,), (Bar.PACKED,))


def test_an_empty_shipment_stands_nowhere_and_does_not_leave(station: RunningStation, shipping: Shipping) -> None:
    item = ended(station)
    shipment = packed(shipping, item)
    assert shipping.repack(shipment.id, [], WORKER).done
    with station.store.reading() as connection:
        assert shipments.packed(connection) == ()
    assert shipping.sent(shipment.id, HandedOver(UPS), WORKER).refusal is ShippingRefusal.NOTHING_CHOSEN
    assert packed(shipping, item).id != shipment.id


def test_what_has_left_or_never_was_is_not_packed_anew(station: RunningStation, shipping: Shipping) -> None:
    one, two = ended(station), ended(station, line=LINES[1])
    shipment, other = packed(shipping, one), packed(shipping, two)
    refused = shipping.repack(other.id, [one.id, two.id], WORKER)
    assert (refused.refusal, refused.bars) == (ShippingRefusal.BARRED, (Bar.PACKED,))
    shipping.sent(shipment.id, HandedOver(UPS), WORKER)
    assert shipping.repack(shipment.id, [], WORKER).refusal is ShippingRefusal.ALREADY_SENT
    assert shipping.repack("SHP-DOCK-1-0000090", [], WORKER).refusal is ShippingRefusal.NO_SUCH_SHIPMENT


def test_goods_with_a_new_address_since_they_were_packed_are_asked_about(
    station: RunningStation, shipping: Shipping
) -> None:
    item = ended(station)
    shipment = packed(shipping, item)
    station.told(replace(RMA, rev=2, send_back_to=AWAY))
    assert shipping.sent(shipment.id, HandedOver(UPS), WORKER).bars == (Bar.ADDRESS_CHANGED,)
    anew = shipping.repack(shipment.id, [item.id], WORKER).shipment
    assert anew is not None
    assert anew.send_back_to == AWAY
    assert shipping.sent(shipment.id, HandedOver(UPS), WORKER).exceptions == ()
