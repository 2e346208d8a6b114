"""Everything the label rules look at, gathered before they are asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from receiving_app.domain.authorization import Rma
from receiving_app.domain.rma_number import Carton
from receiving_app.domain.verdict import Decision


@dataclass(frozen=True, slots=True)
class Moment:
    """A time with what its clock leaves open: the truth lies between `earliest` and `latest`."""

    at: datetime
    earliest: datetime
    latest: datetime

    @classmethod
    def certain(cls, at: datetime) -> Moment:
        """Make a moment that nothing is left open of."""
        return cls(at, at, at)


class ArrivalSource(StrEnum):
    """What tells when a package came to our dock."""

    TRUCK_STAMP = "truck-stamp"
    CARRIER_RECORD = "carrier-record"
    SCAN = "scan"


class NumberOnLabel(StrEnum):
    """What the package's label gave as its RMA number."""

    #: The worker says that there is none.
    NONE = "none"
    #: None was read so far, and nobody has said that there is none.
    NOT_YET = "not-yet"
    #: Only print that was read with doubt.
    DOUBTFUL = "doubtful"
    MALFORMED_ONCE = "malformed-once"
    MALFORMED_TWICE = "malformed-twice"
    WELL_FORMED = "well-formed"


class ServiceSays(StrEnum):
    """What the ticket service itself answered about a number that the station doesn't hold."""

    NOT_ASKED = "not-asked"
    UNKNOWN = "unknown"
    NO_ANSWER = "no-answer"


class Sender(StrEnum):
    """Whether the label's sender is the RMA's partner."""

    NOT_COMPARED = "not-compared"
    SAME = "same"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another package of the same RMA that came before this one."""

    lpn: str
    decision: Decision
    received_at: datetime


@dataclass(frozen=True, slots=True)
class DataState:
    """How much the station's copy of the service's data can be trusted when judging; `age` None: never pulled."""

    online: bool
    complete: bool
    age: timedelta | None


@dataclass(frozen=True, slots=True)
class LabelFacts:
    """The facts of one RMA number on one package; `rma` is None where the number is unknown or missing."""

    number: str
    on_label: NumberOnLabel
    received: Moment
    received_by: ArrivalSource
    data: DataState
    rma: Rma | None = None
    service_says: ServiceSays = ServiceSays.NOT_ASKED
    hazard: bool = False
    siblings: tuple[Sibling, ...] = ()
    carton: Carton | None = None
    sender: Sender = Sender.NOT_COMPARED
    #: RMAs that a serial or tracking number on the package points to.
    candidates: tuple[str, ...] = ()
    #: Open RMAs whose numbers differ from a malformed one by a character or two.
    near: tuple[str, ...] = ()
