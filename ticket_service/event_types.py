"""The event types this service knows: what their bodies say, and whether they are facts or decisions."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field, ValidationError

from ticket_service.problems import first_fault
from ticket_service.wire import Event, Name, Time


class ArrivalStamped(BaseModel):
    """A truck has arrived; the packages after it share its time."""


class PackageArrived(BaseModel):
    """A carton is at the dock."""

    received_at: Time
    received_by_source: str


class PackageJudged(BaseModel):
    """The rules gave a verdict for one RMA on a package; no number where the label shows none."""

    number: str | None
    verdict: Literal["accept", "reject", "hold"]


class PackageMerged(BaseModel):
    """What was taken for a package of its own is another one."""


class PackageEnded(BaseModel):
    """A package was no return, or went away again; `how` is a slug."""

    how: str = Field(min_length=1)


class PackageHazard(BaseModel):
    """A worker saw something swollen, hot, leaking or smoking."""


class LabelStruckOut(BaseModel):
    """A label of a reused carton does not count; with its RMA number if it showed one."""

    number: str | None = None


class ActUndone(BaseModel):
    """An earlier event is taken back."""

    event: UUID


class ReviewDecided(BaseModel):
    """A supervisor upholds or overrides a verdict."""

    lpn: Name
    number: str | None
    decision: Literal["uphold", "override"]
    reason: str = Field(min_length=1)
    note: str = ""


BODIES: dict[tuple[str, int], type[BaseModel]] = {
    ("arrival.stamped", 1): ArrivalStamped,
    ("package.arrived", 1): PackageArrived,
    ("package.judged", 1): PackageJudged,
    ("package.merged", 1): PackageMerged,
    ("package.ended", 1): PackageEnded,
    ("package.hazard", 1): PackageHazard,
    ("label.struck-out", 1): LabelStruckOut,
    ("act.undone", 1): ActUndone,
    ("review.decided", 1): ReviewDecided,
}

#: These are refused when they break a rule; everything else happened and is only recorded.
DECISIONS = frozenset({"review.decided"})

#: These are about one package and say nothing without its licence plate.
_OF_A_PACKAGE = ("package.", "label.")


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
