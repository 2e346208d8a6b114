"""What lies on the packing table, and what the acts over it answer: frozen values for screens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from receiving_app.acts.outcome import Outcome
from receiving_app.acts.shipping_outcome import HandedOver, ShippingRefusal
from receiving_app.domain.authorization import Address
from receiving_app.domain.item_events import ShippingException
from receiving_app.domain.shipment import Bar, Goods, Shipment
from receiving_app.domain.verdict import Decision


class Code(StrEnum):
    """What became of a scan or an act at the packing table; `words.packing` has the sentences."""

    #: Nothing is chosen.
    READY = "ready"
    CHOSEN = "chosen"
    ALREADY_CHOSEN = "already-chosen"
    TAKEN_OUT = "taken-out"
    ALL_OUT = "all-out"
    PACKED = "packed"
    #: A shipment that stands packed is on the table again.
    OPENED = "opened"
    LEFT = "left"
    PUT_ASIDE = "put-aside"
    UNDONE = "undone"
    NOTHING_TO_UNDO = "nothing-to-undo"
    ADDRESS_TAKEN = "address-taken"
    BY_GROUND = "by-ground"
    #: A digit answers the open question: `text` is the place of the answer.
    ANSWERED = "answered"
    DRIVERS_LIST = "drivers-list"
    #: The camera saw it: it is recorded, and means nothing here.
    SEEN = "seen"
    SIGNED_IN = "signed-in"
    UNKNOWN_BADGE = "unknown-badge"
    #: A command of another screen.
    AT_THE_DOCK = "at-the-dock"
    #: The act was refused: `refusal` says why.
    REFUSED = "refused"
    #: It left before: `shipment` says when and with what.
    ALREADY_LEFT = "already-left"
    #: It is in another shipment that stands here.
    PACKED_ELSEWHERE = "packed-elsewhere"
    #: A carrier's number, and what is chosen isn't packed yet.
    PACK_FIRST = "pack-first"
    #: A carrier's number, and no shipment is on the table.
    OPEN_FIRST = "open-first"
    #: Its replacement goes; the device itself stays.
    ORIGINAL_STAYS = "original-stays"
    SEVERAL_DEVICES = "several-devices"
    NOTHING_ON_TABLE = "nothing-on-table"
    NOTHING_ASKED = "nothing-asked"
    EMPTY_SCAN = "empty-scan"
    TOO_LONG = "too-long"
    SEVERAL_CODES = "several-codes"
    MISREAD = "misread"
    NOT_UNDERSTOOD = "not-understood"
    CHECKER_UNKNOWN = "checker-unknown"
    ADDRESS_MISSING = "address-missing"
    ADDRESS_OURS = "address-ours"
    NOT_ALLOWED = "not-allowed"
    NOT_RECORDED = "not-recorded"


class Ask(StrEnum):
    """What the table waits for from a person."""

    ADDRESS = "address"
    #: The badge, or the name, of whoever looked at the packing and marking of dangerous goods.
    CHECKER = "checker"
    CARRIER = "carrier"
    REASON = "reason"
    GROUND = "ground"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class PackingTable:
    """What lies on the packing table, and what was said of it.

    `chosen` are the things for one box; `shipment` is the box they are, or shall be, packed in, and `packed` what
    stands in it now. `in_hand` was scanned last. `address` was said by a person, `checked_by` looked at dangerous
    goods. `handed` is a hand-over that waits for an answer to `asks`; `to_confirm` is what spoke against it.
    """

    chosen: tuple[str, ...] = ()
    shipment: str | None = None
    packed: tuple[str, ...] = ()
    in_hand: str | None = None
    address: Address | None = None
    checked_by: str = ""
    by_ground: bool = False
    handed: HandedOver | None = None
    asks: Ask | None = None
    to_confirm: ShippingRefusal | None = None

    @property
    def is_packed(self) -> bool:
        """Whether everything chosen stands packed, and waits for a carrier."""
        return self.shipment is not None and bool(self.packed) and self.chosen == self.packed

    @property
    def is_empty(self) -> bool:
        """Whether nothing lies on it."""
        return not self.chosen and self.shipment is None


def table_of(shipment: Shipment) -> PackingTable:
    """Give the table with a shipment that stands packed."""
    return PackingTable(
        chosen=shipment.things,
        shipment=shipment.id,
        packed=shipment.things,
        in_hand=shipment.things[-1] if shipment.things else None,
        address=shipment.send_back_to,
        checked_by=shipment.checked_by or "",
    )


@dataclass(frozen=True, slots=True)
class Settling:
    """How an RMA stands after goods of it left: how many of its devices are still open, as far as we know here."""

    number: str
    open: int


@dataclass(frozen=True, slots=True)
class PackingOutcome:
    """What became of one scan or act, and the table after it.

    `refusal`, `goods` and `bars` say why something was not done, `exceptions` what is warned of; `shipment` is the
    one it is about, `elsewhere` one that has the tracking number already. `text` is what was read, `numbers` are the
    codes in it.
    """

    code: Code
    table: PackingTable
    refusal: ShippingRefusal | None = None
    shipment: Shipment | None = None
    goods: Goods | None = None
    bars: tuple[Bar, ...] = ()
    exceptions: tuple[ShippingException, ...] = ()
    elsewhere: Shipment | None = None
    settled: tuple[Settling, ...] = ()
    text: str = ""
    numbers: tuple[str, ...] = ()
    dock: Outcome | None = None

    @property
    def decision(self) -> Decision | None:
        """How the answer looks and sounds: as a yes, as a stop, or as neither."""
        if self.code in _YES:
            return Decision.ACCEPT
        return Decision.HOLD if self.code in _STOP else None


_YES = frozenset({Code.CHOSEN, Code.PACKED, Code.LEFT, Code.ADDRESS_TAKEN, Code.BY_GROUND})
#: Something is in the way of the goods, and a person has to look.
_STOP = frozenset({Code.REFUSED, Code.ALREADY_LEFT, Code.PACKED_ELSEWHERE, Code.ORIGINAL_STAYS, Code.NOT_RECORDED})
