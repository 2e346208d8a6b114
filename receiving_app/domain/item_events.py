"""What the journal can say of opened boxes and the items in them: found, counted, tested, disposed, sent away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from receiving_app.domain.authorization import Address
from receiving_app.domain.disposition import Disposition, InspectionOutcome, Payer
from receiving_app.domain.inspection import TestTemplate
from receiving_app.domain.partner_history import PartnerHistory
from receiving_app.domain.unpacking import ItemFacts, ItemFinding, ItemRule
from receiving_app.domain.verdict import Decision


class CartonCondition(StrEnum):
    """How a carton looked before it was opened."""

    WHOLE = "whole"
    DAMAGED = "damaged"
    TAMPERED = "tampered"
    EMPTY = "empty"


class Mark(StrEnum):
    """What a person says of an item that no scan tells."""

    HAZARD = "hazard"
    TAMPERED = "tampered"
    TRANSIT_DAMAGE = "transit-damage"


class Medium(StrEnum):
    """Where the client's video may be."""

    CARD = "card"
    INTERNAL_MEMORY = "internal-memory"


class Fate(StrEnum):
    """What became of the client's video."""

    RETURNED = "returned"
    ERASED = "erased-with-consent"
    AWAITING_ANSWER = "awaiting-answer"


class ItemChoice(StrEnum):
    """What a supervisor decides of an item."""

    #: It goes on to the bench, whatever the rules said.
    ACCEPT = "accept"
    #: It is this device of this RMA: the rules judge it as that.
    IDENTIFY = "identify"
    #: The partner is asked what shall become of it.
    ASK = "ask"
    #: The partner was sent a quote for the repair.
    QUOTE = "quote"
    #: The partner has agreed to the quote: it goes back to the bench.
    REPAIR = "repair"
    RETURN = "return"
    REPLACE = "replace"
    KEEP = "keep"
    SCRAP = "scrap"
    #: What happens is clear, and it is said who pays the freight.
    PAYER = "payer"


class ShippingException(StrEnum):
    """What spoke against a shipment that left all the same."""

    RMA_CANCELLED = "rma-cancelled"
    #: What was packed should have stayed by then, and a person said that it left.
    BARRED_MEANWHILE = "barred-meanwhile"
    #: The same tracking number went to the same address before.
    TRACKING_AGAIN = "tracking-again"
    #: The same tracking number stands on goods for another address, and a person said that it is right.
    TRACKING_ELSEWHERE = "tracking-elsewhere"
    #: The number came in on the partner's own label.
    TRACKING_INBOUND = "tracking-inbound"


@dataclass(frozen=True, slots=True)
class UnpackingBegun:
    """A box is opened; its condition was noted before, because it decides later disputes."""

    condition: CartonCondition
    note: str = ""


@dataclass(frozen=True, slots=True)
class EmptyBoxReviewed:
    """A supervisor has looked at a box in which nothing was; `judged` is the event that says so."""

    judged: str
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnpackingEnded:
    """Everything in the box is counted; `place` is where its items stand."""

    place: str = ""


@dataclass(frozen=True, slots=True)
class ItemFound:
    """A device was taken out of a box; `line` is empty where no accepted RMA lists it."""

    item: str
    serial: str
    model: str
    line: str = ""
    rma_key: str = ""
    number: str = ""
    placeholder: bool = False


@dataclass(frozen=True, slots=True)
class ItemListed:
    """A line lists an item by now that none did when it was found, or another one did."""

    item: str
    model: str
    line: str
    rma_key: str
    number: str


@dataclass(frozen=True, slots=True)
class PartCounted:
    """So many of a part came with an item."""

    item: str
    part: str
    found: int


@dataclass(frozen=True, slots=True)
class ExtraNoted:
    """Something came that no line lists; it is bagged with the item, and its return is not guaranteed."""

    item: str
    what: str
    bag: str = ""


@dataclass(frozen=True, slots=True)
class ItemMarked:
    """A person saw something wrong with an item."""

    item: str
    mark: Mark
    note: str = ""


@dataclass(frozen=True, slots=True)
class CustodyRecorded:
    """Whether an item carries the client's video, in which bag it lies, and what became of it.

    `consent` says who agreed that it is erased.
    """

    item: str
    medium: Medium
    present: bool
    bag: str = ""
    fate: Fate | None = None
    consent: str = ""


@dataclass(frozen=True, slots=True)
class ItemJudged:
    """What the item rules say, with all that they looked at."""

    item: str
    verdict: Decision
    headline: ItemRule | None
    codes: tuple[ItemRule, ...]
    notes: tuple[ItemRule, ...]
    trace: tuple[ItemFinding, ...]
    facts: ItemFacts
    policy_version: int
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class AddressCaptured:
    """The return address that stands on a package's label; `how`: typed, chosen, or read and confirmed."""

    address: Address
    how: str


@dataclass(frozen=True, slots=True)
class PhotoTaken:
    """A photo of a package or an item, named by its SHA-256 (hex); `taken_at` is the original's time."""

    photo: str
    taken_at: datetime
    item: str | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class InspectionBegun:
    """A technician began to test an item; the template's version stays, whatever changes centrally."""

    item: str
    template: TestTemplate


@dataclass(frozen=True, slots=True)
class StepDone:
    """One step's result; a repeated step leaves both."""

    item: str
    step: str
    value: str
    passed: bool
    note: str = ""
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class InspectionEnded:
    """A technician's outcome for an item, with what the rules made of it before it was saved."""

    item: str
    outcome: InspectionOutcome
    disposition: Disposition
    reason: str = ""
    repair: str = ""
    parts_used: tuple[str, ...] = ()
    replacement_serial: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """The device of an RMA that an item is, by a person's word."""

    rma_key: str
    number: str
    line: str
    model: str
    serial: str


@dataclass(frozen=True, slots=True)
class Consent:
    """Who on the client's side agreed to the scrapping, and on which day."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class ItemDecided:
    """A supervisor's decision on an item; `judged` is the id of the verdict, outcome or decision that it is about.

    `disposition` is None where the rules go on. `replacement_out`: it was known that a replacement had gone out.
    `alone`: the policy let a lone supervisor decide on their own work. `history` is what was known of the partner at
    that moment; schema 1 had none.
    """

    item: str
    judged: str
    choice: ItemChoice
    reason: str
    note: str = ""
    disposition: Disposition | None = None
    identity: Identity | None = None
    replacement_serial: str | None = None
    consent: Consent | None = None
    replacement_out: bool = False
    alone: bool = False
    history: PartnerHistory | None = None


@dataclass(frozen=True, slots=True)
class FreightCredited:
    """SmartWitness bears the freight that the partner paid to send an item here."""

    item: str
    number: str


@dataclass(frozen=True, slots=True)
class ShipmentPacked:
    """Items, and rejected packages as they came, are packed for one address at one payer's expense.

    `checked_by` is the person who looked at the packing and marking of dangerous goods.
    """

    shipment: str
    items: tuple[str, ...]
    send_back_to: Address
    payer: Payer
    packages: tuple[str, ...] = ()
    checked_by: str | None = None


@dataclass(frozen=True, slots=True)
class ShipmentSent:
    """A shipment left with a carrier; `exceptions` are what spoke against it and was known.

    `reason` says why the carrier's number is none that we recognise.
    """

    shipment: str
    carrier: str
    tracking: str
    reason: str = ""
    by_ground: bool = False
    exceptions: tuple[ShippingException, ...] = ()


ItemBody = (
    UnpackingBegun
    | EmptyBoxReviewed
    | UnpackingEnded
    | ItemFound
    | ItemListed
    | PartCounted
    | ExtraNoted
    | ItemMarked
    | CustodyRecorded
    | ItemJudged
    | AddressCaptured
    | PhotoTaken
    | InspectionBegun
    | StepDone
    | InspectionEnded
    | ItemDecided
    | FreightCredited
    | ShipmentPacked
    | ShipmentSent
)
