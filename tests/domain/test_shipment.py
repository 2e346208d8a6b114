"""What may leave, with what, and what a shipment's events tell of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest

from receiving_app.domain import inspection
from receiving_app.domain.authorization import Address
from receiving_app.domain.disposition import Disposition, InspectionOutcome, Next, Payer
from receiving_app.domain.inspection import StepKind, StepResult
from receiving_app.domain.item import Inspection, Item
from receiving_app.domain.item_events import (
    CustodyRecorded,
    Fate,
    Medium,
    ShipmentPacked,
    ShipmentSent,
    ShippingException,
)
from receiving_app.domain.shipment import (
    Bar,
    Goods,
    GoodsKind,
    address_key,
    bars_of_item,
    custody_settled,
    fold,
    grouped,
    shipment_id_of,
    step,
)
from tests.factories import WORKER, Story

CHICAGO = Address("Fleet Eyes LLC", "500 W Madison St.", "Chicago", "IL", "60661-4544")
BERLIN = Address("Auge GmbH", "Torstr. 1", "Berlin", "", "10119", "DE")
PACKED = ShipmentPacked("SHP-DOCK-1-0000017", ("ITM-1", "ITM-2"), CHICAGO, Payer.PARTNER, ("LPN-1",), "p-lead")
SENT = ShipmentSent("SHP-DOCK-1-0000017", "UPS", "1Z999AA10123456784", by_ground=True)
TEMPLATE = inspection.TestTemplate(
    "KP2",
    3,
    (
        inspection.TestStep("power", "Does it start?", StepKind.PASS_FAIL, decisive=True),
        inspection.TestStep("last", "Records for a minute", StepKind.PASS_FAIL, final=True),
    ),
)
CARD = (Medium.CARD,)
RETURN = Disposition(Next.RETURN, Payer.PARTNER, credits_inbound=False, trace=())

_numbers = count(1)


def goods(address: Address | None = CHICAGO, payer: Payer | None = Payer.PARTNER, *bars: Bar) -> Goods:
    return Goods(f"ITM-{next(_numbers)}", GoodsKind.RETURN, "SW1", "KP2", "K", "RMA-1", address, payer, bars)


def inspected(**passed: bool) -> Item:
    then = datetime(2026, 11, 7, tzinfo=UTC)
    results = tuple(StepResult(name, "pass" if ok else "fail", ok, then, "p-tech") for name, ok in passed.items())
    card = CustodyRecorded("ITM-1", Medium.CARD, present=True, bag="B-1", fate=Fate.RETURNED)
    ended = Inspection(TEMPLATE, results, InspectionOutcome.REPAIRED, RETURN)
    return Item("ITM-1", "LPN-1", "SW1", "KP2", custody=(card,), inspection=ended)


def test_a_shipment_has_a_name_with_a_check_digit() -> None:
    assert shipment_id_of("dock-1", 1) != shipment_id_of("dock-1", 2)
    assert shipment_id_of("dock-1", 1).startswith("SHP-DOCK-1-000001")


def test_a_shipment_is_told_from_its_events() -> None:
    story = Story()
    packed = fold([story.tell(PACKED)])
    assert packed is not None
    assert (packed.things, packed.packed_by, packed.checked_by) == (("ITM-1", "ITM-2", "LPN-1"), "p-dock", "p-lead")
    assert packed.tracking is None
    story.tell(SENT, WORKER)
    left = fold(story.events)
    assert left is not None
    assert (left.carrier, left.tracking, left.by_ground) == ("UPS", "1Z999AA10123456784", True)
    assert (left.sent_at, left.sent_by) == (story.events[1].occurred_at, "p-dock")


def test_what_spoke_against_a_shipment_stays_with_it() -> None:
    story = Story()
    story.tell(PACKED)
    story.tell(replace(SENT, exceptions=(ShippingException.RMA_CANCELLED,)))
    left = fold(story.events)
    assert left is not None
    assert left.exceptions == (ShippingException.RMA_CANCELLED,)


def test_a_shipment_whose_packing_was_taken_back_never_left() -> None:
    assert step(None, Story().tell(SENT)) is None


def test_goods_leave_together_to_one_address_at_one_payers_expense() -> None:
    first, second, elsewhere, ours = goods(), goods(), goods(BERLIN), goods(payer=Payer.SMARTWITNESS)
    groups = grouped([first, elsewhere, second, ours])
    assert [(group.send_back_to, group.payer, group.goods) for group in groups] == [
        (CHICAGO, Payer.PARTNER, (first, second)),
        (BERLIN, Payer.PARTNER, (elsewhere,)),
        (CHICAGO, Payer.SMARTWITNESS, (ours,)),
    ]


@pytest.mark.parametrize(
    "written",
    [
        replace(CHICAGO, name="FLEET EYES, LLC"),
        replace(CHICAGO, street="500 w. madison  st"),
        replace(CHICAGO, postal_code="60661"),
    ],
)
def test_an_address_written_a_little_differently_is_the_same(written: Address) -> None:
    assert address_key(written) == address_key(CHICAGO)


@pytest.mark.parametrize(
    "other",
    [
        replace(CHICAGO, name="Fleet Ears LLC"),
        replace(CHICAGO, street="501 W Madison St."),
        replace(CHICAGO, postal_code="60662"),
        replace(CHICAGO, country="CA"),
    ],
)
def test_another_receiver_or_place_is_another_address(other: Address) -> None:
    assert address_key(other) != address_key(CHICAGO)


@pytest.mark.parametrize("barred", [goods(CHICAGO, Payer.PARTNER, Bar.CUSTODY), goods(None), goods(payer=None)])
def test_what_is_barred_or_has_no_address_or_payer_is_in_no_group(barred: Goods) -> None:
    assert grouped([barred]) == ()


def test_an_item_that_passed_its_final_test_may_leave() -> None:
    assert bars_of_item(inspected(power=True, last=True), RETURN, CARD) == ()


@pytest.mark.parametrize("passed", [{"power": True}, {"power": True, "last": False}])
def test_an_item_that_did_not_pass_its_final_test_may_not_leave(passed: dict[str, bool]) -> None:
    assert bars_of_item(inspected(**passed), RETURN, CARD) == (Bar.FINAL_TEST,)


def test_a_replacement_needs_no_final_test_of_the_original() -> None:
    replacement = replace(RETURN, next=Next.SEND_REPLACEMENT)
    assert bars_of_item(inspected(power=False), replacement, CARD) == ()


@pytest.mark.parametrize("happens", [Next.KEEP, Next.WAIT, Next.SUPERVISOR])
def test_what_is_not_sent_stays(happens: Next) -> None:
    assert bars_of_item(inspected(last=True), replace(RETURN, next=happens), CARD) == (Bar.NOT_DECIDED,)


def test_goods_wait_until_somebody_says_who_pays() -> None:
    assert bars_of_item(inspected(last=True), replace(RETURN, payer=Payer.SUPERVISOR), CARD) == (Bar.PAYER_OPEN,)


@pytest.mark.parametrize(
    ("custody", "settled"),
    [
        ((), False),
        ((CustodyRecorded("i", Medium.CARD, present=False),), True),
        ((CustodyRecorded("i", Medium.CARD, present=True, bag="B-1"),), False),
        ((CustodyRecorded("i", Medium.CARD, present=True, bag="B-1", fate=Fate.AWAITING_ANSWER),), False),
        ((CustodyRecorded("i", Medium.CARD, present=True, bag="B-1", fate=Fate.ERASED),), True),
        ((CustodyRecorded("i", Medium.INTERNAL_MEMORY, present=False),), False),
    ],
)
def test_the_clients_video_is_settled_when_all_is_known_of_it(
    custody: tuple[CustodyRecorded, ...], settled: bool
) -> None:
    item = replace(inspected(last=True), custody=custody)
    assert custody_settled(item, CARD) is settled
    assert (Bar.CUSTODY in bars_of_item(item, RETURN, CARD)) is not settled


def test_video_found_where_none_was_expected_must_be_settled_too() -> None:
    card = CustodyRecorded("i", Medium.CARD, present=True)
    assert not custody_settled(replace(inspected(last=True), custody=(card,)), ())
