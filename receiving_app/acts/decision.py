"""What a person asks for in a review, what it would lead to, and why it may be turned down: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from receiving_app.domain.authorization import Address
from receiving_app.domain.cases import CaseKind
from receiving_app.domain.disposition import Disposition, Payer
from receiving_app.domain.events import Choice, Wait
from receiving_app.domain.exchange import Exchange
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import Identity, ItemChoice
from receiving_app.domain.reading import Reading
from receiving_app.domain.unclaimed_events import Becomes


@dataclass(frozen=True, slots=True)
class Decided:
    """A person's choice for one verdict; `judged` is the id of the event that the person was looking at."""

    lpn: str
    key: str
    judged: str
    choice: Choice
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class NotYet:
    """A person's word on why a case waits; `key` names it among its kind, `judged` is the event that they looked at.

    `note` is the question or the answer, `until` a day, `to` a person.
    """

    kind: CaseKind
    key: tuple[str, ...]
    judged: str
    why: Wait
    note: str = ""
    until: date | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class CrossedOrNot:
    """A person's word on the exchange that they were looking at."""

    exchange: Exchange
    crossed: bool
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class NotReturned:
    """A person's word that what these lines of an RMA still await will not come."""

    rma_key: str
    lines: tuple[str, ...]
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """A person's choice for one item; `judged` is the id of the event that the person was looking at.

    `payer` where a person may say it, `identity` which device of an RMA it is, `consent_by` and `consent_on` who
    agreed to the scrapping and on which day.
    """

    item: str
    judged: str
    choice: ItemChoice
    reason: str
    note: str = ""
    payer: Payer | None = None
    identity: Identity | None = None
    replacement_serial: str = ""
    consent_by: str = ""
    consent_on: date | None = None


@dataclass(frozen=True, slots=True)
class ItemPreview:
    """What an answer would lead to, before it is saved; `objection` says what still speaks against it.

    `objection` is an `Objection` or, of a replacement, a `BenchRefusal`. `alone`: it will be flagged for ever that
    the person decided on their own work.
    """

    item: Item | None
    answer: ItemAnswer
    disposition: Disposition | None = None
    send_back_to: Address | None = None
    objection: StrEnum | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class BoxSeen:
    """A person's word on a box in which nothing was; `judged` is the event that said so."""

    lpn: str
    judged: str
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Whose:
    """A person's word on whose a box is: an RMA by its key, or only a partner by its id."""

    lpn: str
    key: str
    judged: str
    rma_key: str = ""
    partner: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FoundOnBox:
    """What a person found on a box, or `inside` it: a `text` that was typed, or `readings` of a scanner."""

    lpn: str
    text: str = ""
    inside: bool = False
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptHere:
    """A person's word that a box stays until somebody claims it, and where it stands."""

    lpn: str
    place: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class WayAgreed:
    """A person's word that somebody pays for an unclaimed box's way back: who has agreed, and on which day."""

    lpn: str
    by: str
    on: date | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A person's word that an unclaimed box is abandoned, and what becomes of it."""

    lpn: str
    becomes: Becomes
    reason: str
    note: str = ""


class Objection(StrEnum):
    """Why a decision is not written down; `words` has the sentence."""

    REASON_MISSING = "reason-missing"
    NOTE_MISSING = "note-missing"
    JUDGED_AGAIN = "judged-again"
    ALREADY_DECIDED = "already-decided"
    STILL_AWAITED = "still-awaited"
    #: Somebody else must decide: the person wrote this test, outcome or override.
    OWN_WORK = "own-work"
    #: This can't be answered here, by the rules of what may be.
    NOT_OFFERED = "not-offered"
    PAYER_MISSING = "payer-missing"
    LINE_MISSING = "line-missing"
    #: Another device in the building is this one already.
    LINE_TAKEN = "line-taken"
    CONSENT_MISSING = "consent-missing"
    CONSENT_TOO_LATE = "consent-too-late"
    #: Nothing was asked, or nothing was answered.
    WORDS_MISSING = "words-missing"
    DAY_IS_PAST = "day-is-past"
    PERSON_MISSING = "person-missing"
    #: Nothing on the box points to this RMA or partner, or none was chosen.
    CANDIDATE_MISSING = "candidate-missing"
    PLACE_MISSING = "place-missing"
    AGREEMENT_MISSING = "agreement-missing"
    #: The policy's time is not over.
    STILL_KEPT = "still-kept"


Decision = Decided | NotYet | ItemAnswer | BoxSeen | CrossedOrNot | NotReturned
#: What is said of a box that nobody could place.
ClaimDecision = Whose | FoundOnBox | KeptHere | WayAgreed | GivenUp
#: One act holds the memory while it is written, and a scan waits for it: no more than this at once.
MOST_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Together:
    """What came of cases that were decided in one act: by their places what was answered, or what spoke against it."""

    answers: tuple[object, ...]

    @property
    def objections(self) -> tuple[tuple[int, StrEnum], ...]:
        """What was not written down: its place among the cases, and why."""
        found = ((place, objection(answer)) for place, answer in enumerate(self.answers))
        return tuple((place, said) for place, said in found if said is not None)


def objection(answer: object) -> StrEnum | None:
    """Give what spoke against a decision; None where it was written down."""
    said = answer.objection if isinstance(answer, ItemPreview) else answer
    return said if isinstance(said, StrEnum) else None
