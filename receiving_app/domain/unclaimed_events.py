"""What the journal can say of a box that nobody can place: what was found on it, whose it is, or that it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from receiving_app.domain.reading import Source


class GroundKind(StrEnum):
    """By what an RMA or a partner may be the one, the strongest first."""

    #: Its number itself was found.
    NUMBER = "number"
    SERIAL = "serial"
    #: The tracking number was announced for it.
    TRACKING = "tracking"
    #: Its number is one slip away from what was found.
    NEAR_NUMBER = "near-number"
    #: A sender at this address.
    ADDRESS = "address"
    #: A sender of this name.
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Ground:
    """Why an RMA or a partner may be the one: what was `found` on the box, and what it `matches` there."""

    kind: GroundKind
    found: str
    matches: str


class Becomes(StrEnum):
    """What becomes of abandoned goods."""

    KEPT = "kept"
    SCRAPPED = "scrapped"


@dataclass(frozen=True, slots=True)
class PackageClue:
    """Something found on a box, or `inside` it, that may tell whose it is; `reading` is its raw reading's event."""

    text: str
    source: Source
    reading: str
    inside: bool = False


@dataclass(frozen=True, slots=True)
class PackageIdentified:
    """A person says which RMA a box was sent for, or only which partner sent it (`number` and `rma_key` are empty).

    `before` and `before_key` are the number that was judged, empty where there was none; `judged` is that verdict.
    """

    judged: str
    before: str
    before_key: str
    number: str
    rma_key: str
    partner: str
    partner_name: str
    grounds: tuple[Ground, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnclaimedKept:
    """A box stands on a shelf, and nobody knows whose it is; said again, somebody has looked at it anew.

    `seen` are the keys of the RMAs that something on it pointed to by then: these are no news any more.
    """

    unclaimed: str
    place: str
    seen: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnclaimedReminded:
    """A box has stood here unclaimed for so many days: it is time to ask around."""

    unclaimed: str
    days: int
    place: str


@dataclass(frozen=True, slots=True)
class UnclaimedMatched:
    """An RMA came up that something found on an unclaimed box points to."""

    unclaimed: str
    number: str
    rma_key: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class UnclaimedAgreed:
    """Somebody has agreed to pay for an unclaimed box's way back; `judged` is the event that says it is kept."""

    unclaimed: str
    judged: str
    agreed_by: str
    agreed_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnclaimedAbandoned:
    """Nobody has claimed a box in time; `judged` is the event that says it is kept.

    `alone`: the policy let a lone supervisor decide on their own work.
    """

    unclaimed: str
    judged: str
    becomes: Becomes
    reason: str
    note: str = ""
    alone: bool = False


UnclaimedBody = (
    PackageClue
    | PackageIdentified
    | UnclaimedKept
    | UnclaimedReminded
    | UnclaimedMatched
    | UnclaimedAgreed
    | UnclaimedAbandoned
)
