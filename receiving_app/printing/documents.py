"""What can be printed, as frozen values: each says all that stands on the paper, so that it can be printed later.

Texts are whole and in the reader's words; `kind` names a form in the print queue and is never changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, get_args

from receiving_app.domain.rma_number import Carton

#: Our dock, as it stands on labels.
OUR_DOCK = ("SmartWitness USA, LLC", "1016 Lunt Avenue", "Schaumburg, IL 60193")


class Paper(StrEnum):
    """The paper of office printers."""

    LETTER = "letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class ShippingLabel:
    """What a partner puts on a carton of an RMA; `ship_to` and `sender` are address lines."""

    kind: ClassVar[str] = "shipping-label"
    number: str
    ship_to: tuple[str, ...] = OUR_DOCK
    carton: Carton | None = None
    sender: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """What the QR code says: the number, and which carton this is."""
        return f"{self.number} {self.carton.index}/{self.carton.count}" if self.carton else self.number


@dataclass(frozen=True, slots=True)
class LpnLabel:
    """The licence plate of a package at our dock; `lines` say what a person wants to read of it."""

    kind: ClassVar[str] = "lpn-label"
    lpn: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LpnRoll:
    """Licence plates printed ahead, a label each."""

    kind: ClassVar[str] = "lpn-roll"
    lpns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemLabel:
    """The label of a thing from a box; `small` is for labels of 2 by 1 inch, which say less."""

    kind: ClassVar[str] = "item-label"
    item: str
    model: str
    serial: str
    rma: str
    place: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True)
class QuarantineLabel:
    """What sets a thing apart that isn't on the RMA; `code` is its item id, `found` says where and when."""

    kind: ClassVar[str] = "quarantine-label"
    code: str
    reason: str
    model: str = ""
    serial: str = ""
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HazardLabel:
    """The warning on something swollen, hot, leaking or smoking; `code` is the package or item, `found` by whom."""

    kind: ClassVar[str] = "hazard-label"
    code: str
    danger: str
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnclaimedLabel:
    """What stands on a box that nobody claims: its number, its shelf, since when; its bars are its licence plate."""

    kind: ClassVar[str] = "unclaimed-label"
    number: str
    lpn: str
    place: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddressLabel:
    """Where a return shipment goes; `reference` is our own name for it."""

    kind: ClassVar[str] = "address-label"
    to: tuple[str, ...]
    carrier: str
    tracking: str
    reference: str
    sender: tuple[str, ...] = OUR_DOCK


@dataclass(frozen=True, slots=True)
class RejectionSlip:
    """What goes with a package that we don't accept: why, in words, and what happens next."""

    kind: ClassVar[str] = "rejection-slip"
    lpn: str
    rma: str
    partner: str
    received: str
    reasons: tuple[str, ...]
    next_steps: tuple[str, ...]
    paper: Paper = Paper.LETTER


@dataclass(frozen=True, slots=True)
class RefusalSlip:
    """What the driver takes away of a package that we did not take over."""

    kind: ClassVar[str] = "refusal-slip"
    carrier: str
    driver: str
    refused: str
    reason: str
    numbers: tuple[str, ...] = ()
    refused_by: str = ""
    paper: Paper = Paper.LETTER


@dataclass(frozen=True, slots=True)
class PackedItem:
    """One line of a packing slip: an item and what was done to it."""

    item: str
    model: str
    serial: str
    rma: str
    done: str


@dataclass(frozen=True, slots=True)
class PackingSlip:
    """What is in a return shipment."""

    kind: ClassVar[str] = "packing-slip"
    reference: str
    to: tuple[str, ...]
    carrier: str
    tracking: str
    packed: str
    items: tuple[PackedItem, ...]
    paper: Paper = Paper.LETTER


@dataclass(frozen=True, slots=True)
class ListedShipment:
    """One line of a hand-over list: a return shipment."""

    reference: str
    to: str
    carrier: str
    tracking: str
    cartons: int = 1


@dataclass(frozen=True, slots=True)
class HandOverList:
    """What a driver takes away, to be signed."""

    kind: ClassVar[str] = "hand-over-list"
    carrier: str
    printed: str
    shipments: tuple[ListedShipment, ...]
    paper: Paper = Paper.LETTER


@dataclass(frozen=True, slots=True)
class ListedArrival:
    """One line of a hot list: an RMA of which something is still to come."""

    last_day: str
    left: str
    rma: str
    partner: str
    devices: str
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class ArrivalList:
    """The hot list of what is still to arrive; `total` counts what fits `about`, of which the first are listed."""

    kind: ClassVar[str] = "arrival-list"
    about: str
    printed: str
    total: int
    arrivals: tuple[ListedArrival, ...]
    paper: Paper = Paper.LETTER


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """One table of a report; `bars` gives for each row how long its bars are, as parts of a thousand.

    `bar_heads` names them where there is more than one a row.
    """

    title: str
    about: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    names: int = 1
    bars: tuple[tuple[int, ...], ...] = ()
    bar_heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """Tables of figures, one below the other; `about` says what they are of."""

    kind: ClassVar[str] = "report"
    title: str
    about: str
    printed: str
    tables: tuple[PrintedTable, ...]
    paper: Paper = Paper.LETTER


@dataclass(frozen=True, slots=True)
class Badge:
    """The badge of one person; `code` is what its bar code says."""

    name: str
    role: str
    code: str


@dataclass(frozen=True, slots=True)
class OperatorBadges:
    """Badges to cut out, each the size of a bank card."""

    kind: ClassVar[str] = "operator-badges"
    badges: tuple[Badge, ...]
    paper: Paper = Paper.LETTER


@dataclass(frozen=True, slots=True)
class CommandSheet:
    """Every command as a bar code."""

    kind: ClassVar[str] = "command-sheet"
    paper: Paper = Paper.LETTER


Label = ShippingLabel | LpnLabel | LpnRoll | ItemLabel | QuarantineLabel | HazardLabel | UnclaimedLabel | AddressLabel
Slip = (
    RejectionSlip | RefusalSlip | PackingSlip | HandOverList | ArrivalList | ReportPaper | OperatorBadges | CommandSheet
)
Document = Label | Slip

#: The form of each kind that the print queue can hold.
FORMS: Mapping[str, type[Document]] = {
    form.kind: form
    for form in (
        ShippingLabel,
        LpnLabel,
        LpnRoll,
        ItemLabel,
        QuarantineLabel,
        HazardLabel,
        UnclaimedLabel,
        AddressLabel,
        RejectionSlip,
        RefusalSlip,
        PackingSlip,
        HandOverList,
        ArrivalList,
        ReportPaper,
        OperatorBadges,
        CommandSheet,
    )
}


def on_paper(document: Document, paper: Paper) -> Document:
    """Give a document for a kind of paper; a label has its own."""
    return document if isinstance(document, Label) else replace(document, paper=paper)


#: What belongs into a label printer; everything else is for office paper.
LABEL_KINDS = frozenset(form.kind for form in get_args(Label))
