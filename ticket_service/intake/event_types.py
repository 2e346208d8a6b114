"""The event types this service knows: what their bodies say, and whether they are facts or decisions."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self
from uuid import UUID

from pydantic import BaseModel, Field, ValidationError, model_validator

from ticket_service.contract.problems import first_fault
from ticket_service.contract.wire import Event, Time
from ticket_service.intake.item_types import (
    AddressCaptured,
    CustodyRecorded,
    EmptyBoxReviewed,
    ExchangeDecided,
    ExtraNoted,
    FreightCredited,
    InspectionBegun,
    InspectionEnded,
    ItemDecided,
    ItemFound,
    ItemJudged,
    ItemListed,
    ItemMarked,
    LineSettled,
    PartCounted,
    PartnerHistory,
    PhotoTaken,
    ShipmentPacked,
    ShipmentSent,
    StepDone,
    UnpackingBegun,
)
from ticket_service.intake.unclaimed_types import (
    PackageClue,
    PackageIdentified,
    UnclaimedAbandoned,
    UnclaimedAgreed,
    UnclaimedKept,
    UnclaimedMatched,
    UnclaimedReminded,
)


class Told(BaseModel):
    """A fact that is kept as it was told and changes nothing else here."""


class PackageArrived(BaseModel):
    """A carton is at the dock."""

    received_at: Time


class PackageJudged(BaseModel):
    """The rules gave a verdict for one RMA on a package; no number, or an empty one, where the label shows none."""

    number: str | None
    verdict: Literal["accept", "reject", "hold"]
    codes: tuple[str, ...] = ()


class PackageMerged(BaseModel):
    """What was taken for a package of its own is another one again."""


class PackageEnded(BaseModel):
    """A package was no return, or went away again; `how` is a slug."""

    how: str = Field(min_length=1)


class LabelStruckOut(BaseModel):
    """The number stands on an old label of a reused carton."""

    number: str


class ActUndone(BaseModel):
    """What one act had written is taken back."""

    events: list[UUID]


class ReviewDecided(BaseModel):
    """A supervisor upholds or overrides a verdict, `judged` being its event; overriding needs a reason.

    Schema 2 says in `history` what the station knew of the partner.
    """

    number: str | None
    judged: str = ""
    decision: Literal["uphold", "override"]
    reason: str = ""
    note: str = ""
    history: PartnerHistory | None = None

    @model_validator(mode="after")
    def _reasoned(self) -> Self:
        if self.decision == "override" and not self.reason.strip():
            raise ValueError("an override needs a reason")
        return self


class PutOff(BaseModel):
    """A supervisor leaves something undecided for now; `note` is what the partner is asked or has answered."""

    number: str | None
    judged: str
    why: Literal["asked", "answered", "snoozed", "delegated"]
    note: str = ""
    until: date | None = None
    to: str | None = None

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        missing = {"asked": not self.note.strip(), "answered": not self.note.strip()}
        missing |= {"snoozed": self.until is None, "delegated": not self.to}
        if missing[self.why]:
            raise ValueError("the question, the answer, the day or the person is missing")
        return self


class ReviewPutOff(PutOff):
    """A verdict on a package waits."""


class CasePutOff(PutOff):
    """Another case waits: a device, crossed boxes, an empty box, or an RMA whose lines never came."""

    item: str | None = None


BODIES: dict[tuple[str, int], type[BaseModel]] = {
    ("arrival.stamped", 1): Told,
    ("arrival.closed", 1): Told,
    ("package.arrived", 1): PackageArrived,
    ("package.confirmed", 1): Told,
    ("package.hazard", 1): Told,
    ("package.judged", 1): PackageJudged,
    ("package.merged", 1): PackageMerged,
    ("package.ended", 1): PackageEnded,
    ("label.read", 1): Told,
    ("label.missing", 1): Told,
    ("label.struck-out", 1): LabelStruckOut,
    ("person.signed-in", 1): Told,
    ("person.signed-out", 1): Told,
    ("act.undone", 1): ActUndone,
    ("review.decided", 1): ReviewDecided,
    ("review.decided", 2): ReviewDecided,
    ("review.put-off", 1): ReviewPutOff,
    ("case.put-off", 1): CasePutOff,
    ("unpacking.begun", 1): UnpackingBegun,
    ("unpacking.reviewed", 1): EmptyBoxReviewed,
    ("unpacking.ended", 1): Told,
    ("item.found", 1): ItemFound,
    ("item.listed", 1): ItemListed,
    ("item.part-counted", 1): PartCounted,
    ("item.extra-noted", 1): ExtraNoted,
    ("item.marked", 1): ItemMarked,
    ("item.custody", 1): CustodyRecorded,
    ("item.judged", 1): ItemJudged,
    ("package.address", 1): AddressCaptured,
    ("photo.taken", 1): PhotoTaken,
    ("inspection.begun", 1): InspectionBegun,
    ("inspection.step", 1): StepDone,
    ("inspection.ended", 1): InspectionEnded,
    ("item.decided", 1): ItemDecided,
    ("item.decided", 2): ItemDecided,
    ("freight.credited", 1): FreightCredited,
    ("shipment.packed", 1): ShipmentPacked,
    ("shipment.sent", 1): ShipmentSent,
    ("exchange.decided", 1): ExchangeDecided,
    ("line.settled", 1): LineSettled,
    ("package.clue", 1): PackageClue,
    ("package.identified", 1): PackageIdentified,
    ("unclaimed.kept", 1): UnclaimedKept,
    ("unclaimed.reminded", 1): UnclaimedReminded,
    ("unclaimed.matched", 1): UnclaimedMatched,
    ("unclaimed.agreed", 1): UnclaimedAgreed,
    ("unclaimed.abandoned", 1): UnclaimedAbandoned,
}

#: These are refused when they break a rule; everything else happened and is only recorded.
DECISIONS = frozenset(
    {
        "review.decided",
        "review.put-off",
        "case.put-off",
        "unpacking.reviewed",
        "inspection.ended",
        "item.decided",
        "freight.credited",
        "exchange.decided",
        "line.settled",
        "package.identified",
        "unclaimed.agreed",
        "unclaimed.abandoned",
    }
)

#: These are about one package and say nothing without its licence plate.
_OF_A_PACKAGE = ("package.", "label.", "review.", "unpacking.", "unclaimed.")


class NonsenseError(Exception):
    """The body does not say what its type says it says."""


def body_of(event: Event) -> BaseModel:
    """Read an event's body by its type. Raises KeyError for an unknown type or schema, else NonsenseError."""
    model = BODIES[event.type, event.schema_]
    if event.type.startswith(_OF_A_PACKAGE) and event.subject.lpn is None:
        raise NonsenseError("subject.lpn: the package's licence plate is missing.")
    try:
        return model.model_validate(event.body)
    except ValidationError as error:
        raise NonsenseError(f"body.{first_fault(error.errors())}") from error
