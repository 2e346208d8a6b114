"""What the journal can say: every type of event, declared once with its schema number and its nature.

An event's payload is written once and never migrated. A body that must change its shape gets a new schema number
beside the old one, and the old golden file keeps the old shape readable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from receiving_app.domain.exchange import ExchangeDecided, LineSettled
from receiving_app.domain.item_events import (
    AddressCaptured,
    CustodyRecorded,
    EmptyBoxReviewed,
    ExtraNoted,
    FreightCredited,
    InspectionBegun,
    InspectionEnded,
    ItemBody,
    ItemDecided,
    ItemFound,
    ItemJudged,
    ItemListed,
    ItemMarked,
    PartCounted,
    PhotoTaken,
    ShipmentPacked,
    ShipmentSent,
    StepDone,
    UnpackingBegun,
    UnpackingEnded,
)
from receiving_app.domain.label_facts import ArrivalSource, LabelFacts, Moment
from receiving_app.domain.label_reading import Kind
from receiving_app.domain.partner_history import PartnerHistory
from receiving_app.domain.reading import Point, Source
from receiving_app.domain.rma_number import Carton, Form
from receiving_app.domain.roles import Actor, Role
from receiving_app.domain.unclaimed_events import (
    PackageClue,
    PackageIdentified,
    UnclaimedAbandoned,
    UnclaimedAgreed,
    UnclaimedBody,
    UnclaimedKept,
    UnclaimedMatched,
    UnclaimedReminded,
)
from receiving_app.domain.verdict import Decision, Finding, Rule


class Nature(StrEnum):
    """What an event is to the ticket service: kept here, told as it happened, or asked for."""

    OBSERVATION = "observation"
    FACT = "fact"
    DECISION = "decision"


class Ending(StrEnum):
    """How a package that is no return ends, without a review."""

    NOT_A_RETURN = "not-a-return"
    OUR_UNDELIVERABLE = "our-undeliverable"
    REFUSED_AT_DOOR = "refused-at-door"


class Choice(StrEnum):
    """What a supervisor decides of a verdict."""

    UPHOLD = "uphold"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class ReadingRecorded:
    """A raw reading, before it is interpreted; `raw` is base64."""

    text: str
    raw: str
    source: Source
    symbology: str
    position: tuple[Point, ...] | None
    photo: str | None


@dataclass(frozen=True, slots=True)
class ArrivalStamped:
    """A truck stands at the dock; the packages scanned after it share its time."""

    arrival: str
    received: Moment


@dataclass(frozen=True, slots=True)
class ArrivalClosed:
    """The truck is unloaded: later packages no longer share its time."""

    arrival: str


@dataclass(frozen=True, slots=True)
class PackageArrived:
    """A package is at our dock; `unconfirmed`: nobody has said yet whether it is the `previous` one again."""

    received_at: datetime
    received_by: ArrivalSource
    earliest: datetime
    latest: datetime
    arrival: str | None = None
    unconfirmed: bool = False
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class PackageOpened:
    """A package received before is being worked on again."""


@dataclass(frozen=True, slots=True)
class PackageClosed:
    """The worker turned to the next package."""


@dataclass(frozen=True, slots=True)
class LabelRead:
    """Something on the package's label: an RMA number, a tracking number or a serial number."""

    kind: Kind
    source: Source
    reading: str
    key: str = ""
    number: str = ""
    form: Form = Form.BARE
    carton: Carton | None = None
    tracking: str | None = None
    carrier: str | None = None
    serial: str | None = None
    points_to: tuple[str, ...] = ()
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class NumberMissing:
    """The worker says that no RMA number is on the package."""


@dataclass(frozen=True, slots=True)
class LabelStruckOut:
    """The number stands on an old label of a reused carton."""

    key: str
    number: str


@dataclass(frozen=True, slots=True)
class PackageMerged:
    """The package was the `into` one again; what was read from it goes there."""

    into: str


@dataclass(frozen=True, slots=True)
class PackageConfirmed:
    """The package is another box indeed."""


@dataclass(frozen=True, slots=True)
class HazardFlagged:
    """Something is swollen, hot, leaking or smoking."""


@dataclass(frozen=True, slots=True)
class PackageEnded:
    """The package is no return and leaves the process."""

    how: Ending
    driver: str = ""
    carrier: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PackageJudged:
    """What the label rules say of one RMA number on the package, with all that they looked at."""

    key: str
    number: str
    verdict: Decision
    headline: Rule | None
    codes: tuple[Rule, ...]
    trace: tuple[Finding, ...]
    facts: LabelFacts
    policy_version: int
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class PersonSignedIn:
    """Somebody took over the station."""

    person: str
    role: Role


@dataclass(frozen=True, slots=True)
class PersonSignedOut:
    """Somebody left the station."""

    person: str


@dataclass(frozen=True, slots=True)
class ScreenLocked:
    """Nobody had touched the station for a while, or its person locked it."""

    person: str


@dataclass(frozen=True, slots=True)
class PinFailed:
    """A PIN was wrong; what was typed is written nowhere."""

    person: str


@dataclass(frozen=True, slots=True)
class ReviewDecided:
    """A person's decision on a verdict (`judged` is that event's id).

    `history` is what was known of the partner at that moment; schema 1 had none.
    """

    key: str
    number: str
    judged: str
    decision: Choice
    reason: str
    note: str
    history: PartnerHistory | None = None


class Wait(StrEnum):
    """Why a supervisor leaves a verdict undecided for now, or what ends that."""

    #: The partner was asked.
    ASKED = "asked"
    #: The partner has answered.
    ANSWERED = "answered"
    #: It rests until a day.
    SNOOZED = "snoozed"
    #: A named person is to decide it.
    DELEGATED = "delegated"


@dataclass(frozen=True, slots=True)
class ReviewPutOff:
    """A verdict is not decided yet (`judged` is its event's id), and why.

    `note` is the question or the answer, `until` the day on which it comes up again, `to` the person who is to decide.
    """

    key: str
    number: str
    judged: str
    why: Wait
    note: str = ""
    until: date | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class CasePutOff:
    """A case that is no package's verdict is not decided yet, and why: a device, an exchange, a box, or an RMA.

    `judged` is the event that it is about, empty for an RMA whose lines never came; the other fields are those of
    `ReviewPutOff`. `item` is the device, of an exchange the first one.
    """

    number: str
    judged: str
    why: Wait
    note: str = ""
    until: date | None = None
    to: str | None = None
    item: str | None = None


class ClipReason(StrEnum):
    """What happened at the end of a clip."""

    REJECT = "reject"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class ClipKept:
    """The last seconds before something that may be disputed, named by their film's SHA-256 (hex).

    The film is deleted after the policy's time; that there was one stays written.
    """

    clip: str
    began_at: datetime
    lasted_ms: int
    reason: ClipReason


@dataclass(frozen=True, slots=True)
class ActUndone:
    """An act was taken back; `events` are the ids of what it had written."""

    act: str
    events: tuple[str, ...]


DockBody = (
    ReadingRecorded
    | ArrivalStamped
    | ArrivalClosed
    | PackageArrived
    | PackageOpened
    | PackageClosed
    | LabelRead
    | NumberMissing
    | LabelStruckOut
    | PackageMerged
    | PackageConfirmed
    | HazardFlagged
    | PackageEnded
    | PackageJudged
    | PersonSignedIn
    | PersonSignedOut
    | ScreenLocked
    | PinFailed
    | ReviewDecided
    | ReviewPutOff
    | CasePutOff
    | ClipKept
    | ActUndone
)
Body = DockBody | ItemBody | ExchangeDecided | LineSettled | UnclaimedBody


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event: its name in the journal, its current schema number, its body and its nature."""

    name: str
    schema: int
    body: type[Body]
    nature: Nature


EVENT_TYPES: tuple[EventType, ...] = (
    EventType("reading.recorded", 1, ReadingRecorded, Nature.OBSERVATION),
    EventType("arrival.stamped", 1, ArrivalStamped, Nature.FACT),
    EventType("arrival.closed", 1, ArrivalClosed, Nature.FACT),
    EventType("package.arrived", 1, PackageArrived, Nature.FACT),
    EventType("package.opened", 1, PackageOpened, Nature.OBSERVATION),
    EventType("package.closed", 1, PackageClosed, Nature.OBSERVATION),
    EventType("label.read", 1, LabelRead, Nature.FACT),
    EventType("label.missing", 1, NumberMissing, Nature.FACT),
    EventType("label.struck-out", 1, LabelStruckOut, Nature.FACT),
    EventType("package.merged", 1, PackageMerged, Nature.FACT),
    EventType("package.confirmed", 1, PackageConfirmed, Nature.FACT),
    EventType("package.hazard", 1, HazardFlagged, Nature.FACT),
    EventType("package.ended", 1, PackageEnded, Nature.FACT),
    EventType("package.judged", 1, PackageJudged, Nature.FACT),
    EventType("person.signed-in", 1, PersonSignedIn, Nature.FACT),
    EventType("person.signed-out", 1, PersonSignedOut, Nature.FACT),
    EventType("person.locked", 1, ScreenLocked, Nature.OBSERVATION),
    EventType("person.pin-failed", 1, PinFailed, Nature.OBSERVATION),
    EventType("review.decided", 2, ReviewDecided, Nature.DECISION),
    EventType("review.put-off", 1, ReviewPutOff, Nature.DECISION),
    EventType("case.put-off", 1, CasePutOff, Nature.DECISION),
    EventType("clip.kept", 1, ClipKept, Nature.OBSERVATION),
    EventType("act.undone", 1, ActUndone, Nature.FACT),
    EventType("unpacking.begun", 1, UnpackingBegun, Nature.FACT),
    EventType("unpacking.reviewed", 1, EmptyBoxReviewed, Nature.DECISION),
    EventType("unpacking.ended", 1, UnpackingEnded, Nature.FACT),
    EventType("item.found", 1, ItemFound, Nature.FACT),
    EventType("item.listed", 1, ItemListed, Nature.FACT),
    EventType("item.part-counted", 1, PartCounted, Nature.FACT),
    EventType("item.extra-noted", 1, ExtraNoted, Nature.FACT),
    EventType("item.marked", 1, ItemMarked, Nature.FACT),
    EventType("item.custody", 1, CustodyRecorded, Nature.FACT),
    EventType("item.judged", 1, ItemJudged, Nature.FACT),
    EventType("package.address", 1, AddressCaptured, Nature.FACT),
    EventType("photo.taken", 1, PhotoTaken, Nature.FACT),
    EventType("inspection.begun", 1, InspectionBegun, Nature.FACT),
    EventType("inspection.step", 1, StepDone, Nature.FACT),
    EventType("inspection.ended", 1, InspectionEnded, Nature.DECISION),
    EventType("item.decided", 2, ItemDecided, Nature.DECISION),
    EventType("freight.credited", 1, FreightCredited, Nature.DECISION),
    EventType("shipment.packed", 1, ShipmentPacked, Nature.FACT),
    EventType("shipment.sent", 1, ShipmentSent, Nature.FACT),
    EventType("exchange.decided", 1, ExchangeDecided, Nature.DECISION),
    EventType("line.settled", 1, LineSettled, Nature.DECISION),
    EventType("package.clue", 1, PackageClue, Nature.FACT),
    EventType("package.identified", 1, PackageIdentified, Nature.DECISION),
    EventType("unclaimed.kept", 1, UnclaimedKept, Nature.FACT),
    EventType("unclaimed.reminded", 1, UnclaimedReminded, Nature.FACT),
    EventType("unclaimed.matched", 1, UnclaimedMatched, Nature.FACT),
    EventType("unclaimed.agreed", 1, UnclaimedAgreed, Nature.DECISION),
    EventType("unclaimed.abandoned", 1, UnclaimedAbandoned, Nature.DECISION),
)

#: Written no longer and read for ever: what these bodies have got since has a default.
EARLIER_TYPES: tuple[EventType, ...] = (
    EventType("review.decided", 1, ReviewDecided, Nature.DECISION),
    EventType("item.decided", 1, ItemDecided, Nature.DECISION),
)

TYPE_OF_BODY: Mapping[type[Body], EventType] = {event_type.body: event_type for event_type in EVENT_TYPES}
TYPE_BY_NAME: Mapping[tuple[str, int], EventType] = {(t.name, t.schema): t for t in (*EARLIER_TYPES, *EVENT_TYPES)}


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event is about: a package, an RMA, both or neither."""

    lpn: str | None = None
    rma: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the journal as it is read back; `seq` orders a station's events, `act` groups what one act wrote."""

    id: str
    seq: int
    subject: Subject
    occurred_at: datetime
    actor: Actor
    station: str
    body: Body
    act: str | None = None
