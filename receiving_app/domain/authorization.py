"""What the ticket service authorizes: RMAs with their lines, and the partners they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

#: So many devices of each model.
Units = tuple[tuple[str, int], ...]


class RmaKind(StrEnum):
    """Whether the replacement is meant to ship first; rules use `replacement_shipped`, the fact, instead."""

    STANDARD = "standard"
    ADVANCED = "advanced"


class RmaState(StrEnum):
    """Where an RMA stands at the ticket service."""

    OPEN = "open"
    CANCELLED = "cancelled"
    CLOSED = "closed"


class ClosedBecause(StrEnum):
    """Why an RMA was closed; one closed only because its time ran out is late, not closed, at the dock."""

    EXPIRED = "expired"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class Part:
    """A part that belongs to a line's device."""

    name: str
    required: bool


@dataclass(frozen=True, slots=True)
class Address:
    """Where goods go or come from."""

    name: str
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = "US"


@dataclass(frozen=True, slots=True)
class Line:
    """What an RMA authorizes: one device by serial number, or a quantity of a model without serials."""

    id: str
    model: str
    serial: str | None = None
    quantity: int = 1
    received: int = 0
    fault: str = ""
    defective_on_receipt: bool = False
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Rma:
    """The permission to send listed products back, as the ticket service last told it; `rev` grows with each change."""

    number: str
    rev: int
    partner: str
    partner_name: str
    created_at: datetime
    receive_by: date
    kind: RmaKind = RmaKind.STANDARD
    state: RmaState = RmaState.OPEN
    closed_because: ClosedBecause | None = None
    closed_at: datetime | None = None
    replacement_shipped: bool = False
    ticket: str = ""
    end_customer: str | None = None
    send_back_to: Address | None = None
    tracking: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def judged_by(self) -> Rma:
        """What a package is judged by: the RMA but for its rev, how its goods travel, and where they go back to."""
        return replace(self, rev=0, tracking=(), send_back_to=None)

    @property
    def units(self) -> int:
        """How many devices it authorizes."""
        return sum(line.quantity for line in self.lines)

    @property
    def units_awaited(self) -> int:
        """How many of them the service has not counted in yet; more of one line make up for none of another."""
        return sum(max(0, line.quantity - line.received) for line in self.lines)

    @property
    def awaited_by_model(self) -> Units:
        """What the service has not counted in yet, by model."""
        return units_of((line.model, max(0, line.quantity - line.received)) for line in self.lines)

    @property
    def units_received(self) -> int:
        """How many of them the service has already counted in."""
        return sum(line.received for line in self.lines)


def units_of(counted: Iterable[tuple[str, int]]) -> Units:
    """Add up devices by model, in the order in which the models are first named; none of a model is not told."""
    found: dict[str, int] = {}
    for model, many in counted:
        if many:
            found[model] = found.get(model, 0) + many
    return tuple(found.items())


def serial_key(serial: str) -> str:
    """Give what serial numbers are compared by: trimmed and upper-case, nothing else."""
    return serial.strip().upper()
