"""What the bench answers to one scan or act: frozen values for screens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from receiving_app.acts.bench_outcome import BenchRefusal, Ending
from receiving_app.acts.outcome import Outcome
from receiving_app.domain.inspection import ValueFault
from receiving_app.domain.item import Item
from receiving_app.domain.shipment import Shipment


class Code(StrEnum):
    """What became of a scan or an act at the bench; `words.workbench` has the sentence."""

    #: Nothing is in hand: the queue is shown.
    READY = "ready"
    #: The screen is shown again with what is in hand.
    AT_HAND = "at-hand"
    BEGUN = "begun"
    RESUMED = "resumed"
    #: The camera saw it, and nobody showed it: it is recorded, and nothing more.
    SEEN = "seen"
    PUT_AWAY = "put-away"
    #: Scans of labels join the batch from now on.
    COLLECTING = "collecting"
    ADDED = "added"
    ALREADY_IN_BATCH = "already-in-batch"
    #: The batch is put down but for one device.
    ALONE = "alone"
    PASSED = "passed"
    FAILED = "failed"
    STEP_CHOSEN = "step-chosen"
    WRITING = "writing"
    #: The screen takes the photo that the step asks for.
    TAKE_PHOTO = "take-photo"
    NO_PHOTO = "no-photo"
    OUTCOME_CHOSEN = "outcome-chosen"
    OUTCOME_LEFT = "outcome-left"
    SAVED = "saved"
    HAZARD = "hazard"
    UNDONE = "undone"
    SIGNED_IN = "signed-in"
    #: The badge alone opens no bench work.
    PIN_DUE = "pin-due"
    #: Whose role gives no bench work.
    NO_TECHNICIAN = "no-technician"
    #: A command of the dock: its own answer stands beside it.
    AT_THE_DOCK = "at-the-dock"
    REFUSED = "refused"
    #: The answer to a step is none.
    FAULT = "fault"
    NO_DEVICE = "no-device"
    #: Every step has its result: the outcome is due.
    NO_STEP = "no-step"
    OTHER_ANSWER = "other-answer"
    NOTHING_TO_WRITE = "nothing-to-write"
    #: An outcome is being written: it is saved or left first.
    OUTCOME_OPEN = "outcome-open"
    NO_OUTCOME = "no-outcome"
    #: A batch shares steps, not outcomes.
    ONE_AT_A_TIME = "one-at-a-time"
    EMPTY_SCAN = "empty-scan"
    TOO_LONG = "too-long"
    SEVERAL_SERIALS = "several-serials"
    NOTHING_TO_UNDO = "nothing-to-undo"
    UNKNOWN_BADGE = "unknown-badge"
    NOT_ALLOWED = "not-allowed"
    NOT_RECORDED = "not-recorded"


@dataclass(frozen=True, slots=True)
class Hand:
    """What a technician has in hand, and what is begun and not yet saved.

    `items` are labels, the one in front first; `step` is the chosen one, else the next that is open is due; a digit
    chooses from the texts `offered` for the `ending`.
    """

    items: tuple[str, ...] = ()
    collecting: bool = False
    step: str | None = None
    value: str = ""
    note: str = ""
    ending: Ending | None = None
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkbenchOutcome:
    """What became of one scan or act, and what is in hand after it.

    `item` is the device it concerned; `candidates` are labels; `shipment` is the one that a device left with.
    """

    code: Code
    hand: Hand
    item: Item | None = None
    text: str = ""
    refusal: BenchRefusal | None = None
    fault: ValueFault | None = None
    candidates: tuple[str, ...] = ()
    shipment: Shipment | None = None
    dock: Outcome | None = None
