"""What goes onto paper: which kinds there are, where a print stands, and which paper an event makes due."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from receiving_app.domain.events import (
    Ending,
    Event,
    HazardFlagged,
    PackageArrived,
    PackageClosed,
    PackageConfirmed,
    PackageEnded,
)
from receiving_app.domain.item_events import ItemJudged, ItemMarked, Mark, ShipmentPacked, UnpackingEnded
from receiving_app.domain.unclaimed_events import UnclaimedKept
from receiving_app.domain.unpacking import ItemRule


class PaperKind(StrEnum):
    """What a label, slip or sheet is; the values name documents in the print queue and never change."""

    SHIPPING_LABEL = "shipping-label"
    LPN_LABEL = "lpn-label"
    LPN_ROLL = "lpn-roll"
    ITEM_LABEL = "item-label"
    QUARANTINE_LABEL = "quarantine-label"
    HAZARD_LABEL = "hazard-label"
    UNCLAIMED_LABEL = "unclaimed-label"
    ADDRESS_LABEL = "address-label"
    REJECTION_SLIP = "rejection-slip"
    REFUSAL_SLIP = "refusal-slip"
    PACKING_SLIP = "packing-slip"
    HAND_OVER_LIST = "hand-over-list"
    ARRIVAL_LIST = "arrival-list"
    REPORT = "report"
    OPERATOR_BADGES = "operator-badges"
    COMMAND_SHEET = "command-sheet"


class JobState(StrEnum):
    """Where a print stands."""

    WAITING = "waiting"
    #: A printer is at it; found so at the start, nobody knows how far it came.
    PRINTING = "printing"
    PRINTED = "printed"
    #: It never can be printed; its problem says why.
    REFUSED = "refused"
    #: Its act was taken back, or a newer one took its place; what came out before is void.
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper about a thing: a package, an item or a shipment by its label.

    An item label that is due for a package is due for each of the package's items.
    """

    kind: PaperKind
    thing: str


#: One of these for a thing is enough, whatever is told of it later.
ONCE = frozenset({PaperKind.LPN_LABEL, PaperKind.QUARANTINE_LABEL, PaperKind.HAZARD_LABEL})


def due(event: Event) -> tuple[Paper, ...]:
    """Give the papers that an event calls for.

    A package of which nobody knows yet whether it is the one before again gets its plate when that is said, or when
    the worker turns away from it.
    """
    lpn = event.subject.lpn or ""
    match event.body:
        case PackageArrived(unconfirmed=False) | PackageConfirmed() | PackageClosed():
            return (Paper(PaperKind.LPN_LABEL, lpn),)
        case PackageEnded(how=Ending.REFUSED_AT_DOOR):
            return (Paper(PaperKind.REFUSAL_SLIP, lpn),)
        case HazardFlagged():
            return (Paper(PaperKind.HAZARD_LABEL, lpn),)
        case UnclaimedKept():
            return (Paper(PaperKind.UNCLAIMED_LABEL, lpn),)
        case ItemMarked(item=item, mark=Mark.HAZARD):
            return (Paper(PaperKind.HAZARD_LABEL, item),)
        case ItemJudged(item=item, codes=codes) if ItemRule.NOT_ON_RMA in codes:
            return (Paper(PaperKind.QUARANTINE_LABEL, item),)
        case UnpackingEnded():
            return (Paper(PaperKind.ITEM_LABEL, lpn),)
        case ShipmentPacked() as packed if packed.items or packed.packages:
            return (
                Paper(PaperKind.PACKING_SLIP, packed.shipment),
                *(Paper(PaperKind.REJECTION_SLIP, package) for package in packed.packages),
                Paper(PaperKind.ADDRESS_LABEL, packed.shipment),
            )
        case _:
            return ()


#: The events that `due` looks at.
CALLING = (
    PackageArrived,
    PackageConfirmed,
    PackageClosed,
    PackageEnded,
    HazardFlagged,
    ItemMarked,
    ItemJudged,
    UnpackingEnded,
    UnclaimedKept,
    ShipmentPacked,
)
