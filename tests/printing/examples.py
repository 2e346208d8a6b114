"""A document of every kind, as a day at the dock fills it, and as it never should be filled."""

from __future__ import annotations

from receiving_app.domain.rma_number import Carton
from receiving_app.printing.documents import (
    AddressLabel,
    ArrivalList,
    Badge,
    CommandSheet,
    Document,
    HandOverList,
    HazardLabel,
    ItemLabel,
    ListedArrival,
    ListedShipment,
    LpnLabel,
    LpnRoll,
    OperatorBadges,
    PackedItem,
    PackingSlip,
    Paper,
    PrintedTable,
    QuarantineLabel,
    RefusalSlip,
    RejectionSlip,
    ReportPaper,
    ShippingLabel,
    UnclaimedLabel,
)

LPN, ITEM, SHIPMENT, TRACKING = "LPN-DOCK-1-0000014", "ITM-DOCK-1-0000014", "SHP-DOCK-1-0000014", "1Z12345E1512345676"
TO = ("Halvorsen Fleet Services Ltd", "Attn: Returns, Dock 4", "2200 East Industrial Parkway", "Dayton, OH 45402")
BADGE = Badge("Rosa Diaz", "Dock", "BADGE-0042")
PACKED = PackedItem(ITEM, "KP2 Dashcam", "SWK2-004711", "RMA-00001236", "Repaired: new lens board")
ARRIVING = ListedArrival("Mon 23 Nov", "today", "RMA-00001392", "Lakeshore Telematics", "1", "11 days, 1 owed")
VOLUMES = PrintedTable("Volumes", "By day.", ("Day", "Accept"), (("Mon 23 Nov", "12"),), bars=((600, 200),))
HANDED = ListedShipment(SHIPMENT, "Halvorsen Fleet, Dayton, OH", "UPS", TRACKING, 2)

USUAL: tuple[Document, ...] = (
    ShippingLabel("RMA-00001236", carton=Carton(2, 3), sender=TO),
    LpnLabel(LPN, ("RMA-00001236", "Received Tue 17 Nov 2026, 09:12")),
    LpnRoll((LPN, "LPN-DOCK-1-0000022")),
    ItemLabel(ITEM, "KP2 Dashcam", "SWK2-004711", "RMA-00001236", "Bench shelf B3"),
    ItemLabel(ITEM, "KP2 Dashcam", "SWK2-004711", "RMA-00001236", "B3", small=True),
    QuarantineLabel(ITEM, "Not on RMA-00001236.", "KP2 Dashcam", "SWK2-004711", (f"In {LPN}",)),
    HazardLabel(LPN, "Swollen battery", ("Tue 17 Nov 2026, 09:12, Rosa Diaz",)),
    UnclaimedLabel("UNC-DOCK-1-0000014", LPN, "B12", ("Received Tue 17 Nov 2026, 09:12", "Kept until Mon 15 Feb 2027")),
    AddressLabel(TO, "UPS Ground", TRACKING, SHIPMENT),
    RejectionSlip(LPN, "RMA-00001236", "Halvorsen Fleet", "Tue 17 Nov 2026", ("One day late.",), ("It goes back.",)),
    RefusalSlip("FedEx Ground", "J. Moreno", "Tue 17 Nov 2026, 09:12", "Wet and torn.", (TRACKING,), "Rosa Diaz"),
    PackingSlip(SHIPMENT, TO, "UPS Ground", TRACKING, "Wed 18 Nov 2026", (PACKED,)),
    ArrivalList("Everything lapsing", "Mon 23 Nov 10:00 CST", 1, (ARRIVING,)),
    ReportPaper("Returns", "11/1/26 to 11/30/26", "Mon 30 Nov 10:00 CST", (VOLUMES,)),
    HandOverList("UPS", "Wed 18 Nov 2026, 16:20", (HANDED,)),
    OperatorBadges((BADGE,)),
    CommandSheet(),
)

_LONG = "The Incorporated Society of Very Long-Named Fleet Operators of the Upper Midwest and Adjoining Counties"
_STRANGE = "حافلات النجم الساطع 🚚🔥 אוטובוס " + "W" * 60
_SERIAL = "7K" * 250


def _filled(text: str, paper: Paper = Paper.LETTER) -> tuple[Document, ...]:
    lines = (text,) * 7
    packed = PackedItem(ITEM, text, _SERIAL, "RMA-00001236", text)
    return (
        ShippingLabel("RMA-00001236", ship_to=lines, carton=Carton(12, 12), sender=lines),
        LpnLabel(LPN, lines),
        ItemLabel(ITEM, text, _SERIAL, text, text),
        ItemLabel(ITEM, text, _SERIAL, text, text, small=True),
        QuarantineLabel(ITEM, text, text, _SERIAL, lines),
        HazardLabel(LPN, text, lines),
        UnclaimedLabel(text, LPN, text, lines),
        AddressLabel(lines, text, "9" * 40, SHIPMENT, lines),
        RejectionSlip(LPN, text, text, text, lines * 4, lines * 4, paper),
        RefusalSlip(text, text, text, text * 9, lines * 4, text, paper),
        PackingSlip(SHIPMENT, lines, text, TRACKING, text, (packed,) * 20, paper),
        HandOverList(text, text, (ListedShipment(SHIPMENT, text, text, TRACKING, 1000),) * 60, paper),
        ArrivalList(text * 3, text, 10**6, (ListedArrival(text, text, text, text, text, text),) * 60, paper),
        ReportPaper(
            text, text, text, (PrintedTable(text, text, lines, (lines,) * 90, 2, ((500, 500),) * 90),) * 3, paper
        ),
        OperatorBadges((Badge(text, text, "BADGE-0042"),) * 20, paper),
        CommandSheet(paper),
    )


def empty() -> tuple[Document, ...]:
    """Give documents that say no more than they must."""
    return (
        ShippingLabel("RMA-00001236", ship_to=()),
        LpnLabel(LPN),
        ItemLabel(ITEM, "", "", ""),
        ItemLabel(ITEM, "", "", "", small=True),
        QuarantineLabel(ITEM, ""),
        HazardLabel(LPN, ""),
        UnclaimedLabel("", LPN),
        AddressLabel((), "", "", SHIPMENT),
        RejectionSlip(LPN, "", "", "", (), ()),
        RefusalSlip("", "", "", ""),
        PackingSlip(SHIPMENT, (), "", "", "", ()),
        HandOverList("", "", ()),
        ArrivalList("", "", 0, ()),
        ReportPaper("", "", "", ()),
        ReportPaper("", "", "", (PrintedTable("", "", (), ()),)),
        OperatorBadges(()),
    )


#: Long names and addresses, many items; other scripts, from right to left, and emoji; nothing at all.
UNUSUAL = (*_filled(_LONG), *_filled(_LONG, Paper.A4), *_filled(_STRANGE), *empty())


def named(document: Document) -> str:
    """Give a test's name for a document."""
    return document.kind
