"""Tables and answers as the acts give them, one for each look of the shipping screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from receiving_app.acts.packing_outcome import Ask, Code, PackingOutcome, PackingTable, Settling
from receiving_app.acts.shipping_outcome import HandedOver, ShippingRefusal
from receiving_app.domain.authorization import Address
from receiving_app.domain.disposition import DispositionFacts, FreightPolicy, InspectionOutcome, Payer, dispose
from receiving_app.domain.item_events import ShippingException
from receiving_app.domain.shipment import Bar, Goods, GoodsKind, SaidBy, Shipment, grouped
from receiving_app.queries.shipping import HandOver, Leaving, Shelf
from tests.ui.scenes import HOSTILE, NOW

HOME = Address("Great Lakes Fleet Safety, LLC", "2200 S Ashland Avenue", "Green Bay", "WI", "54304")
AWAY = Address(
    "The Very Long Name of a Reseller of Telematics and Video Safety, Incorporated",
    "12345 North Interstate Highway Frontage Road, Building 17, Suite 4200",
    "Winchester",
    "MD",
    "21401",
)
UPS, FEDEX = "1Z999AA10123456784", "986578788855"
SHIPMENT_ID = "SHP-DOCK-3-0000017"


def goods(place: int, outcome: InspectionOutcome = InspectionOutcome.REPAIRED, *, claimed: bool = False) -> Goods:
    """Give an inspected device that may leave."""
    disposition = dispose(DispositionFacts(outcome, claimed, replacement_shipped=False), FreightPolicy())
    return Goods(
        thing=f"ITM-DOCK-3-{place:06d}1",
        kind=GoodsKind.RETURN,
        serial=f"CP4-0091-77{place}1",
        model="CP4 Dash Camera",
        rma_key="RMA00001236",
        number="RMA-00001236",
        send_back_to=HOME,
        payer=disposition.payer,
        bars=(),
        disposition=disposition,
        said_by=SaidBy.TICKET,
        since=NOW - timedelta(days=place),
    )


ONE, TWO = goods(1), goods(2, InspectionOutcome.NO_FAULT_FOUND)
OURS = goods(3, claimed=True)
FAR = replace(goods(4), send_back_to=AWAY, said_by=SaidBy.LABEL, number="RMA-00007744")
REPLACEMENT = replace(goods(5, InspectionOutcome.REPLACED), kind=GoodsKind.REPLACEMENT, serial="CP4-NEW-0001")
BOX = replace(goods(6), thing="LPN-DOCK-3-0000118", kind=GoodsKind.REJECTED, serial="", model="", disposition=None)
DANGEROUS = replace(goods(7), dangerous=True)
STAYS = replace(goods(8), bars=(Bar.CUSTODY,))
NOWHERE = replace(goods(9), bars=(Bar.ADDRESS_MISSING,), send_back_to=None, said_by=None)
UNCLAIMED = replace(BOX, thing="LPN-DOCK-3-0000126", number="", bars=(Bar.UNCLAIMED, Bar.ADDRESS_MISSING))
PACKED = Shipment(SHIPMENT_ID, (ONE.thing, TWO.thing), (), HOME, Payer.PARTNER, NOW - timedelta(minutes=40), "U-01")
WAITING = replace(PACKED, id="SHP-DOCK-3-0000025", items=(FAR.thing,), send_back_to=AWAY)
GONE = replace(PACKED, carrier="UPS", tracking=UPS, sent_at=NOW - timedelta(hours=3))
ALL = (ONE, TWO, OURS, FAR, REPLACEMENT, BOX, DANGEROUS, STAYS, NOWHERE, UNCLAIMED)
LEAVING = Leaving(grouped(ALL), tuple(each for each in ALL if each.bars))
EMPTY = Shelf(Leaving((), ()), ())
FULL = Shelf(LEAVING, (PACKED, WAITING))
PEOPLE = ("Dana Ortiz", "Ellen Kowalski", "Maximiliana Wolfeschlegelsteinhausen")
ADDRESSES = (HOME, AWAY)
DRIVER = (
    HandOver("UPS", (GONE, replace(GONE, id="SHP-DOCK-3-0000033", tracking="1Z5R89390357567127"))),
    HandOver("FedEx", (replace(GONE, id="SHP-DOCK-3-0000041", tracking=FEDEX, send_back_to=AWAY),)),
)


def chosen(*things: Goods) -> tuple[PackingTable, Shelf]:
    """Give a table with goods chosen on it."""
    table = PackingTable(tuple(each.thing for each in things), in_hand=things[-1].thing)
    return table, replace(FULL, chosen=things, people=PEOPLE, addresses=ADDRESSES)


TABLE, WITH_TWO = chosen(ONE, TWO)
STANDS = PackingTable(PACKED.things, PACKED.id, PACKED.things, ONE.thing, HOME)
ON_ITS_WAY = replace(STANDS, handed=HandedOver(UPS))
DANGER_TABLE, WITH_DANGER = chosen(DANGEROUS)
NOWHERE_TABLE, WITH_NOWHERE = chosen(NOWHERE)


def refused(
    refusal: ShippingRefusal, table: PackingTable = TABLE, asks: Ask | None = None, **more: object
) -> PackingOutcome:
    """Give a refusal, with what it asks for."""
    told = PackingOutcome(Code.REFUSED, replace(table, asks=asks), refusal)
    return replace(told, **more)  # type: ignore[arg-type]


Scene = tuple[PackingOutcome, Shelf]
SCENES: dict[str, Scene] = {
    "nothing": (PackingOutcome(Code.READY, PackingTable()), EMPTY),
    "ready": (PackingOutcome(Code.READY, PackingTable()), FULL),
    "chosen": (PackingOutcome(Code.CHOSEN, TABLE, goods=TWO), WITH_TWO),
    "packed": (PackingOutcome(Code.PACKED, STANDS, shipment=PACKED), WITH_TWO),
    "packed-anew": (PackingOutcome(Code.CHOSEN, replace(STANDS, chosen=TABLE.chosen[:1]), goods=ONE), WITH_TWO),
    "cancelled": (
        PackingOutcome(Code.PACKED, STANDS, shipment=PACKED, exceptions=(ShippingException.RMA_CANCELLED,)),
        WITH_TWO,
    ),
    "left": (
        PackingOutcome(
            Code.LEFT,
            PackingTable(),
            shipment=GONE,
            settled=(Settling("RMA-00001236", 0), Settling("RMA-00007744", 2)),
            exceptions=(ShippingException.TRACKING_AGAIN,),
        ),
        FULL,
    ),
    "already-left": (PackingOutcome(Code.ALREADY_LEFT, TABLE, shipment=GONE, text=ONE.thing), WITH_TWO),
    "other-address": (refused(ShippingRefusal.ADDRESSES_DIFFER, goods=FAR), WITH_TWO),
    "stays": (refused(ShippingRefusal.BARRED, PackingTable(), goods=STAYS, bars=STAYS.bars), FULL),
    "unclaimed": (refused(ShippingRefusal.BARRED, PackingTable(), goods=UNCLAIMED, bars=UNCLAIMED.bars), FULL),
    "dangerous": (PackingOutcome(Code.CHOSEN, DANGER_TABLE, goods=DANGEROUS), WITH_DANGER),
    "who-checked": (refused(ShippingRefusal.CHECK_MISSING, DANGER_TABLE, Ask.CHECKER, goods=DANGEROUS), WITH_DANGER),
    "by-ground": (refused(ShippingRefusal.GROUND_ONLY, ON_ITS_WAY, Ask.GROUND, text=UPS), WITH_TWO),
    "which-carrier": (refused(ShippingRefusal.CARRIER_MISSING, ON_ITS_WAY, Ask.CARRIER, text="PICKUP-7"), WITH_TWO),
    "which-reason": (
        refused(ShippingRefusal.CARRIER_REASON_MISSING, ON_ITS_WAY, Ask.REASON, text="PICKUP-7"),
        WITH_TWO,
    ),
    "elsewhere": (
        refused(
            ShippingRefusal.TRACKING_ELSEWHERE,
            ON_ITS_WAY,
            Ask.CONFIRM,
            text=UPS,
            elsewhere=replace(GONE, send_back_to=AWAY),
        ),
        WITH_TWO,
    ),
    "no-address": (
        PackingOutcome(Code.CHOSEN, replace(NOWHERE_TABLE, asks=Ask.ADDRESS), goods=NOWHERE),
        WITH_NOWHERE,
    ),
    "not-understood": (PackingOutcome(Code.NOT_UNDERSTOOD, PackingTable(), text=HOSTILE * 8), FULL),
    "several": (PackingOutcome(Code.SEVERAL_CODES, TABLE, numbers=(UPS, FEDEX, ONE.thing)), WITH_TWO),
}
