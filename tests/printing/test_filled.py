"""What the station knows stands on paper in words that a partner and a driver understand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from receiving_app.domain.authorization import Address
from receiving_app.domain.disposition import InspectionOutcome, Payer
from receiving_app.domain.events import Ending, PackageEnded
from receiving_app.domain.item import Inspection, Item, ItemJudgement
from receiving_app.domain.label_facts import ArrivalSource, Moment
from receiving_app.domain.label_rules import judge
from receiving_app.domain.package import Judgement, Label, Package, Tracking
from receiving_app.domain.reading import Source
from receiving_app.domain.rma_number import Carton, Form
from receiving_app.domain.shipment import Goods, GoodsKind, Shipment
from receiving_app.domain.unpacking import ItemFacts, judge_item
from receiving_app.printing import filled
from receiving_app.printing.documents import Document, ItemLabel, ListedShipment, LpnLabel, PackedItem
from receiving_app.printing.rendering import layouts, picture
from tests.factories import KEY, LPN, NUMBER, POLICY, chicago, received_at

CALENDAR = POLICY.calendar
LATE = chicago(2026, 11, 17, 9, 12)
CHICAGO = Address("Fleet Eyes LLC", "500 W Madison St.", "Chicago", "IL", "60661-4544")
BERLIN = Address("Auge GmbH", "Torstr. 1", "Berlin", "", "10119", "DE")
ITEM = Item("ITM-DOCK-1-0000014", LPN, "SW0012345", "KP2", rma_key=KEY, number=NUMBER)
SHIPMENT = Shipment(
    "SHP-DOCK-1-0000014",
    (ITEM.id,),
    (),
    CHICAGO,
    Payer.PARTNER,
    datetime(2026, 11, 18, 22, 5, tzinfo=UTC),
    "p-dock",
    carrier="UPS",
    tracking="1Z999AA10123456784",
)
GOODS = Goods(ITEM.id, GoodsKind.RETURN, ITEM.serial, "KP2", KEY, NUMBER, CHICAGO, Payer.PARTNER, ())


def late_package() -> Package:
    facts = received_at(LATE)
    label = Label(KEY, NUMBER, Form.WELL_FORMED, Source.WEDGE, LATE, Carton(2, 3))
    judged = Judgement(KEY, NUMBER, "e-1", LATE, judge(facts, POLICY), facts)
    return Package(
        LPN,
        "dock-1",
        LATE,
        Moment.certain(LATE),
        ArrivalSource.SCAN,
        labels=(label, replace(label, key="OLD", number="RMA-OLD", struck_out=True)),
        trackings=(Tracking("1Z999AA10123456784", "UPS", LATE),),
        judgements=(judged,),
    )


def drawn(document: Document) -> bool:
    return all(not picture(document, place).isNull() for place in range(len(layouts(document))))


def test_a_licence_plate_says_its_rma_its_arrival_and_its_carton(qtbot: QtBot) -> None:
    label = filled.lpn_label(late_package(), CALENDAR)

    assert label == LpnLabel(LPN, (NUMBER, "Received Tue 17 Nov 2026, 09:12 CST", "Carton 2 of 3"))
    assert drawn(label)


def test_an_items_label_says_where_it_goes(qtbot: QtBot) -> None:
    assert filled.item_label(ITEM, "B3") == ItemLabel(ITEM.id, "KP2", "SW0012345", NUMBER, "B3")


def test_a_quarantine_label_says_why_and_where_the_thing_was_found(qtbot: QtBot) -> None:
    facts = ItemFacts(ITEM.serial, "KP2")
    judged = replace(ITEM, judgement=ItemJudgement("e-1", chicago(2026, 11, 17), judge_item(facts, POLICY), facts))
    label = filled.quarantine_label(judged, LATE, CALENDAR)

    assert label.reason == "Not on this RMA"
    assert label.found == (f"From package {LPN}", "Tue 17 Nov 2026, 09:12 CST")
    assert drawn(label)


def test_a_hazard_says_its_signs_and_who_saw_them(qtbot: QtBot) -> None:
    label = filled.hazard_label(LPN, "Rosa Diaz", LATE, CALENDAR)

    assert (label.danger, label.found[1]) == ("Swollen, hot, leaking or smoking", "Rosa Diaz")


def test_a_rejection_slip_gives_the_reason_of_the_verdict(qtbot: QtBot) -> None:
    package = late_package()
    slip = filled.rejection_slip(package, package.judgements[0], "Fleet Eyes LLC", POLICY, LATE)

    assert (slip.rma, slip.partner, slip.received) == (NUMBER, "Fleet Eyes LLC", "Tue 17 Nov 2026, 09:12 CST")
    assert slip.reasons == ("Arrived one day late: last day was Mon 16 Nov.",)
    assert "partner's expense" in slip.next_steps[0]


def test_a_package_without_a_number_is_rejected_in_words_too(qtbot: QtBot) -> None:
    slip = filled.rejection_slip(late_package(), None, "", POLICY, LATE)

    assert slip.reasons == ("There is no RMA number on the package.",)
    assert drawn(slip)


def test_a_refusal_slip_names_the_numbers_that_still_count(qtbot: QtBot) -> None:
    ended = PackageEnded(Ending.REFUSED_AT_DOOR, "J. Moreno", "UPS", "Wet and torn.")
    slip = filled.refusal_slip(late_package(), ended, "Rosa Diaz", LATE, CALENDAR)

    assert slip.numbers == ("1Z999AA10123456784", NUMBER)
    assert (slip.driver, slip.carrier, slip.reason) == ("J. Moreno", "UPS", "Wet and torn.")


def test_an_address_is_set_as_a_label_has_it() -> None:
    assert filled.address_lines(CHICAGO) == ("Fleet Eyes LLC", "500 W Madison St.", "Chicago, IL 60661-4544")
    assert filled.address_lines(BERLIN) == ("Auge GmbH", "Torstr. 1", "Berlin, 10119", "DE")
    assert filled.address_lines(Address("")) == ()


def test_an_address_label_carries_the_carriers_number_and_ours(qtbot: QtBot) -> None:
    label = filled.address_label(SHIPMENT)

    assert (label.carrier, label.tracking, label.reference) == ("UPS", "1Z999AA10123456784", SHIPMENT.id)
    assert drawn(label)


def test_a_packing_slip_says_what_was_done_to_each_thing(qtbot: QtBot) -> None:
    repaired = replace(ITEM, inspection=Inspection(None, outcome=InspectionOutcome.REPAIRED, repair="new lens"))
    replaced = replace(ITEM, id="ITM-2")
    goods = (
        GOODS,
        replace(GOODS, thing="ITM-2", kind=GoodsKind.REPLACEMENT, serial="SW0099999"),
        replace(GOODS, thing=LPN, kind=GoodsKind.REJECTED, model="", serial=""),
        replace(GOODS, thing="ITM-3"),
    )
    slip = filled.packing_slip(SHIPMENT, goods, {ITEM.id: repaired, "ITM-2": replaced}, CALENDAR)

    assert slip.items[0] == PackedItem(ITEM.id, "KP2", "SW0012345", NUMBER, "Repaired: new lens")
    assert [row.done for row in slip.items[1:]] == ["Replaces SW0012345", "Not accepted; returned as it came", ""]
    assert slip.packed == "Wed 18 Nov 2026, 16:05 CST"
    assert drawn(slip)


def test_a_hand_over_list_says_who_gets_what(qtbot: QtBot) -> None:
    listed = filled.hand_over_list("UPS", [SHIPMENT], LATE, CALENDAR)

    assert listed.shipments == (
        ListedShipment(SHIPMENT.id, "Fleet Eyes LLC, Chicago, IL", "UPS", "1Z999AA10123456784"),
    )
