"""What the acts at the bench answer: frozen values for screens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from receiving_app.domain.authorization import Address
from receiving_app.domain.disposition import Disposition, InspectionOutcome
from receiving_app.domain.inspection import ValueFault
from receiving_app.domain.item import Item
from receiving_app.domain.shipment import Shipment


class BenchRefusal(StrEnum):
    """Why something was not done at the bench; `words.bench` has the sentence."""

    NOT_HERE = "not-here"
    #: Several items carry the serial number: their labels are the candidates.
    SEVERAL = "several"
    #: It was here; `shipment` says with what it left.
    HAS_LEFT = "has-left"
    HAZARD = "hazard"
    #: The check of the box rejected or held the item.
    NOT_ACCEPTED = "not-accepted"
    #: The item was accepted, and its RMA was cancelled or closed since.
    RMA_OVER = "rma-over"
    NO_TEMPLATE = "no-template"
    NOT_BEGUN = "not-begun"
    ALREADY_ENDED = "already-ended"
    NO_SUCH_STEP = "no-such-step"
    #: One step for several items needs items that are tested by the same template: the others are the candidates.
    UNEQUAL = "unequal"
    STEPS_OPEN = "steps-open"
    FAULT_FOUND = "fault-found"
    FINAL_TEST_FAILED = "final-test-failed"
    REASON_MISSING = "reason-missing"
    REPAIR_MISSING = "repair-missing"
    RMA_UNKNOWN = "rma-unknown"
    REPLACEMENT_MISSING = "replacement-missing"
    REPLACEMENT_NOT_NEEDED = "replacement-not-needed"
    REPLACEMENT_NO_SERIAL = "replacement-no-serial"
    REPLACEMENT_SAME = "replacement-same"
    REPLACEMENT_IN_BUILDING = "replacement-in-building"
    REPLACEMENT_FAILED = "replacement-failed"
    REPLACEMENT_USED = "replacement-used"
    #: An open RMA lists the serial number: that unit is a client's.
    REPLACEMENT_LISTED = "replacement-listed"


@dataclass(frozen=True, slots=True)
class BenchOutcome:
    """What became of one act: the items as they stand now, or why nothing was written.

    `fault` says what is wrong with a step's answer; `passed` whether the step was passed; `candidates` name items;
    `shipment` is the one that an item left with.
    """

    items: tuple[Item, ...] = ()
    refusal: BenchRefusal | None = None
    fault: ValueFault | None = None
    passed: bool | None = None
    candidates: tuple[str, ...] = ()
    shipment: Shipment | None = None

    @property
    def done(self) -> bool:
        """Whether it was done."""
        return self.refusal is None and self.fault is None

    @property
    def item(self) -> Item | None:
        """The item, where the act was about one."""
        return self.items[0] if self.items else None


@dataclass(frozen=True, slots=True)
class Ending:
    """What a technician says of an item at the end, or while it waits."""

    outcome: InspectionOutcome
    reason: str = ""
    repair: str = ""
    parts_used: tuple[str, ...] = ()
    replacement_serial: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an outcome would lead to, before it is saved; `refusal` says what still speaks against it.

    `send_back_to` is None where nothing is sent, or where nobody knows the address yet.
    """

    item: Item | None
    ending: Ending
    disposition: Disposition | None = None
    send_back_to: Address | None = None
    refusal: BenchRefusal | None = None
