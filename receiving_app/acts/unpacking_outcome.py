"""What the unpacking answers: frozen values that the screens show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from receiving_app.acts.outcome import Outcome
from receiving_app.domain.expected import ExpectedLine, Unsettled
from receiving_app.domain.item import Item
from receiving_app.domain.package import Package
from receiving_app.domain.verdict import Decision


class Code(StrEnum):
    """What became of a scan or an act over a box; `words.unpacking` has the sentence and the next step."""

    # The box
    NO_BOX = "no-box"
    UNKNOWN_PLATE = "unknown-plate"
    NO_RETURN = "no-return"
    NOT_JUDGED = "not-judged"
    REJECTED = "rejected"
    HELD = "held"
    ASK_CONDITION = "ask-condition"
    #: Something was scanned or done before anybody said how the carton looks.
    CARTON_FIRST = "carton-first"
    BEGUN = "begun"
    RESUMED = "resumed"
    REOPENED = "reopened"
    LEFT = "left"
    BOX_IS_DONE = "box-is-done"
    CARTON_DAMAGED = "carton-damaged"
    CARTON_TAMPERED = "carton-tampered"
    EMPTY_BOX = "empty-box"
    NOT_EMPTY = "not-empty"
    HAZARD = "hazard"
    ADDRESS_TAKEN = "address-taken"
    ADDRESS_MISSING = "address-missing"
    # Devices
    FOUND = "found"
    UNIT_COUNTED = "unit-counted"
    ALREADY_COUNTED = "already-counted"
    DUPLICATE_SERIAL = "duplicate-serial"
    NOT_ON_RMA = "not-on-rma"
    CROSSED_BOXES = "crossed-boxes"
    CROSSED_PAIR = "crossed-pair"
    NEARLY_LISTED = "nearly-listed"
    WRONG_QUANTITY = "wrong-quantity"
    SERIAL_UNREADABLE = "serial-unreadable"
    SELECTED = "selected"
    ASK_MODEL = "ask-model"
    # Scans that are no serial number
    EMPTY_SCAN = "empty-scan"
    TOO_LONG = "too-long"
    SEVERAL_SERIALS = "several-serials"
    NOT_A_SERIAL = "not-a-serial"
    CARTON_CODE = "carton-code"
    MODEL_CODE = "model-code"
    # What is noted of a device
    NO_ITEM = "no-item"
    PART_COUNTED = "part-counted"
    PART_MISSING = "part-missing"
    PARTS_COMPLETE = "parts-complete"
    NO_SUCH_PART = "no-such-part"
    BAD_COUNT = "bad-count"
    EXTRA_NOTED = "extra-noted"
    EXTRA_UNNAMED = "extra-unnamed"
    TAMPERED = "tampered"
    TRANSIT_DAMAGE = "transit-damage"
    MODEL_RIGHT = "model-right"
    WRONG_MODEL = "wrong-model"
    MODEL_UNNAMED = "model-unnamed"
    CUSTODY_RECORDED = "custody-recorded"
    BAG_MISSING = "bag-missing"
    CONSENT_MISSING = "consent-missing"
    LABEL_ELSEWHERE = "label-elsewhere"
    JUDGED_AGAIN = "judged-again"
    PHOTO = "photo"
    PHOTO_KEPT = "photo-kept"
    PHOTO_LOST = "photo-lost"
    PHOTO_FIRST = "photo-first"
    # The end
    DONE = "done"
    DONE_WAITING = "done-waiting"
    DONE_OVERDUE = "done-overdue"
    DONE_OPEN = "done-open"
    UNDONE = "undone"
    NOTHING_TO_UNDO = "nothing-to-undo"
    # Everywhere
    SIGNED_IN = "signed-in"
    UNKNOWN_BADGE = "unknown-badge"
    AT_THE_DOCK = "at-the-dock"
    NOT_ALLOWED = "not-allowed"
    NOT_RECORDED = "not-recorded"


#: What stays where it is until a person has looked.
HOLDS = frozenset(
    {
        Code.HELD,
        Code.HAZARD,
        Code.CARTON_TAMPERED,
        Code.EMPTY_BOX,
        Code.DUPLICATE_SERIAL,
        Code.WRONG_QUANTITY,
        Code.SERIAL_UNREADABLE,
        Code.TAMPERED,
        Code.WRONG_MODEL,
        Code.PART_MISSING,
    }
)
REJECTS = frozenset({Code.REJECTED, Code.NOT_ON_RMA, Code.CROSSED_BOXES, Code.CROSSED_PAIR, Code.NEARLY_LISTED})
ACCEPTS = frozenset({Code.FOUND, Code.UNIT_COUNTED, Code.PARTS_COMPLETE, Code.MODEL_RIGHT, Code.DONE})
#: What wants a photo before anybody goes on.
WANTS_PHOTO = frozenset(
    {
        Code.CARTON_DAMAGED,
        Code.CARTON_TAMPERED,
        Code.EMPTY_BOX,
        Code.NOT_ON_RMA,
        Code.CROSSED_BOXES,
        Code.CROSSED_PAIR,
        Code.NEARLY_LISTED,
        Code.SERIAL_UNREADABLE,
        Code.TAMPERED,
        Code.TRANSIT_DAMAGE,
    }
)


@dataclass(frozen=True, slots=True)
class UnpackingOutcome:
    """What became of one scan or act over a box.

    `item` is the device it concerned; `text` what was read or named; `numbers` are, by code, near serials, RMA
    numbers, models to choose from, the serials of one scan, or labels of other items. `awaited` and `unsettled`
    tell what is open when a box is done. `dock` is the dock's answer to what belongs there.
    """

    code: Code
    package: Package | None = None
    item: Item | None = None
    text: str = ""
    numbers: tuple[str, ...] = ()
    awaited: tuple[ExpectedLine, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()
    dock: Outcome | None = None

    @property
    def decision(self) -> Decision | None:
        """How the answer is meant at a glance; None where it is neither good nor bad."""
        if self.code in HOLDS:
            return Decision.HOLD
        if self.code in REJECTS:
            return Decision.REJECT
        return Decision.ACCEPT if self.code in ACCEPTS else None

    @property
    def asks_photo(self) -> bool:
        """Whether a photo should be taken now."""
        return self.code in WANTS_PHOTO
