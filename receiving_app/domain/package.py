"""A package as its events tell it: folded from the journal, so that an act can be taken back by leaving it out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from receiving_app.domain import unclaimed as unclaimed_box
from receiving_app.domain.authorization import Address
from receiving_app.domain.events import (
    CasePutOff,
    Choice,
    Ending,
    Event,
    HazardFlagged,
    LabelRead,
    LabelStruckOut,
    NumberMissing,
    PackageArrived,
    PackageClosed,
    PackageConfirmed,
    PackageEnded,
    PackageJudged,
    PackageMerged,
    PackageOpened,
    ReviewDecided,
    ReviewPutOff,
)
from receiving_app.domain.item_events import (
    AddressCaptured,
    CartonCondition,
    EmptyBoxReviewed,
    PhotoTaken,
    UnpackingBegun,
    UnpackingEnded,
)
from receiving_app.domain.label_facts import ArrivalSource, LabelFacts, Moment, NumberOnLabel
from receiving_app.domain.label_reading import NUMBER_KINDS
from receiving_app.domain.partner_history import PartnerHistory
from receiving_app.domain.putting_off import PutOff, put_off, woken
from receiving_app.domain.reading import Source
from receiving_app.domain.rma_number import Carton, Form
from receiving_app.domain.unclaimed import Unclaimed
from receiving_app.domain.unclaimed_events import Ground, PackageClue, PackageIdentified
from receiving_app.domain.verdict import Decision, Verdict


@dataclass(frozen=True, slots=True)
class Label:
    """One RMA number that was read on a package, and how often."""

    key: str
    number: str
    form: Form
    source: Source
    last_read_at: datetime
    carton: Carton | None = None
    readings: int = 1
    struck_out: bool = False
    #: The RMA number that it stands for, as a person says; that one is judged in its place.
    stands_for: str = ""

    @property
    def on_label(self) -> NumberOnLabel:
        """What the rules take the reading for."""
        if self.source is Source.OCR:
            return NumberOnLabel.DOUBTFUL
        if self.form is not Form.MALFORMED:
            return NumberOnLabel.WELL_FORMED
        return NumberOnLabel.MALFORMED_ONCE if self.readings < 2 else NumberOnLabel.MALFORMED_TWICE


@dataclass(frozen=True, slots=True)
class Tracking:
    """A carrier's number that was read on a package."""

    number: str
    carrier: str | None
    last_read_at: datetime


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decided of a verdict; `history` is what was known of the partner then."""

    choice: Choice
    reason: str
    note: str
    person: str | None
    decided_at: datetime
    history: PartnerHistory | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The latest verdict for one RMA number on a package (`key` is empty where there is no number)."""

    key: str
    number: str
    event: str
    judged_at: datetime
    verdict: Verdict
    facts: LabelFacts
    review: Review | None = None
    put_off: PutOff | None = None

    @property
    def decision(self) -> Decision:
        """What holds now: the rules' decision, or ACCEPT where a person has overridden it."""
        overridden = self.review is not None and self.review.choice is Choice.OVERRIDE
        return Decision.ACCEPT if overridden else self.verdict.decision


@dataclass(frozen=True, slots=True)
class Unpacking:
    """How far the check of what is in a package has come; `place` is where its items stand once it is done."""

    condition: CartonCondition
    note: str
    begun_at: datetime
    done: bool = False
    place: str = ""
    event: str = ""
    person: str | None = None
    reviewed: bool = False
    put_off: PutOff | None = None


@dataclass(frozen=True, slots=True)
class Clue:
    """Something found on a package, or `inside` it, that may tell whose it is."""

    text: str
    source: Source
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Identified:
    """Whose a package is by a person's word: `number` is its RMA, empty where only the partner is known."""

    number: str
    partner: str
    partner_name: str
    grounds: tuple[Ground, ...]
    person: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Package:
    """One carton at the dock and everything that was read and decided of it.

    `photos` are the pictures its label was read in, `taken` those that somebody took of the carton.
    """

    lpn: str
    station: str
    opened_at: datetime
    received: Moment
    received_by: ArrivalSource
    arrival: str | None = None
    is_open: bool = True
    unconfirmed: bool = False
    previous: str | None = None
    merged_into: str | None = None
    no_number: bool = False
    hazard: bool = False
    ended: Ending | None = None
    labels: tuple[Label, ...] = ()
    trackings: tuple[Tracking, ...] = ()
    serials: tuple[str, ...] = ()
    points_to: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    taken: tuple[PhotoTaken, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    unpacking: Unpacking | None = None
    return_address: Address | None = None
    clues: tuple[Clue, ...] = ()
    identified: Identified | None = None
    unclaimed: Unclaimed | None = None

    @property
    def live_labels(self) -> tuple[Label, ...]:
        """The numbers that count: those not struck out as old labels, nor known to stand for another."""
        return tuple(label for label in self.labels if not label.struck_out and not label.stands_for)

    @property
    def counts(self) -> bool:
        """Whether it is a return that came here, and no other package's second reading."""
        return self.ended is None and self.merged_into is None

    @property
    def decision(self) -> Decision | None:
        """What happens to the carton as a whole: held where its RMAs disagree, or a hazard has no number yet.

        None while nothing is judged, or while what is judged was accepted and another number still waits.
        """
        decisions = {judgement.decision for judgement in self.judgements}
        waits = any(self.judgement(label.key) is None for label in self.live_labels)
        if waits and decisions == {Decision.ACCEPT}:
            return None
        if not decisions:
            return Decision.HOLD if self.hazard and self.counts else None
        return decisions.pop() if len(decisions) == 1 else Decision.HOLD

    @property
    def may_be_opened(self) -> bool:
        """Whether something in it was accepted and nothing that was not still waits for a person."""
        undecided = any(j.decision is not Decision.ACCEPT and j.review is None for j in self.judgements)
        waits = any(self.judgement(label.key) is None for label in self.live_labels)
        return self.counts and bool(self.accepted) and not undecided and not waits

    @property
    def is_unidentified(self) -> bool:
        """Whether nobody knows yet whose it is: no number on it is an RMA's, and nobody has named its partner."""
        known = any(judgement.facts.rma for judgement in self.judgements) or self.identified is not None
        return self.counts and self.unpacking is None and bool(self.judgements) and not known

    @property
    def is_unclaimed(self) -> bool:
        """Whether it is kept until somebody claims it."""
        decided = all(judgement.review for judgement in self.judgements)
        return self.counts and decided and self.unclaimed is not None and self.unclaimed.waits

    @property
    def may_be_kept(self) -> bool:
        """Whether it can be kept unclaimed: it is rejected, not only held, and nobody knows whose it is."""
        rejected = all(judgement.decision is Decision.REJECT for judgement in self.judgements)
        return self.is_unidentified and rejected

    @property
    def wants_photo(self) -> bool:
        """Whether its carton looked wrong, and nobody has taken a photo of it yet."""
        odd = self.unpacking is not None and self.unpacking.condition is not CartonCondition.WHOLE
        return odd and not self.taken

    @property
    def found_empty(self) -> bool:
        """Whether nothing was in it, and no supervisor has looked at that yet."""
        unpacking = self.unpacking
        empty = unpacking is not None and unpacking.condition is CartonCondition.EMPTY and not unpacking.reviewed
        return self.counts and empty

    @property
    def accepted(self) -> tuple[Judgement, ...]:
        """The verdicts under which it is unpacked: those that hold as ACCEPT."""
        return tuple(judgement for judgement in self.judgements if judgement.decision is Decision.ACCEPT)

    def judgement(self, key: str) -> Judgement | None:
        """Give the latest verdict for a number's key."""
        return next((j for j in self.judgements if j.key == key), None)


def fold(events: Iterable[Event]) -> Package | None:
    """Tell a package from its events, oldest first; None where its arrival was taken back."""
    package: Package | None = None
    for event in events:
        package = step(package, event)
    return package


def step(package: Package | None, event: Event) -> Package | None:
    """Give the package after one more event; events of a package that never arrived change nothing."""
    body = event.body
    if isinstance(body, PackageArrived):
        return _arrived(event, body)
    if package is None:
        return None
    match body:
        case PackageOpened():
            return replace(package, is_open=True)
        case PackageClosed():
            return replace(package, is_open=False)
        case LabelRead():
            return _read(package, event, body)
        case NumberMissing():
            return replace(package, no_number=True)
        case LabelStruckOut():
            return _struck_out(package, body.key)
        case PackageMerged():
            return replace(package, merged_into=body.into, is_open=False, judgements=(), unconfirmed=False)
        case PackageConfirmed():
            return replace(package, unconfirmed=False)
        case HazardFlagged():
            return replace(package, hazard=True)
        case PackageEnded():
            return replace(package, ended=body.how, is_open=False, judgements=(), unconfirmed=False)
        case PackageJudged():
            return _judged(package, event, body)
        case ReviewDecided():
            return _reviewed(package, event, body)
        case ReviewPutOff():
            return _put_off(package, event, body)
        case _:
            return _in_the_box(package, event)


def _in_the_box(package: Package, event: Event) -> Package:
    """Give the package after an event of its unpacking, or of whose it is; others change nothing."""
    body = event.body
    match body:
        case UnpackingBegun():
            return _begun(package, event, body)
        case UnpackingEnded() if package.unpacking is not None:
            return replace(package, unpacking=replace(package.unpacking, done=True, place=body.place))
        case EmptyBoxReviewed() if package.unpacking is not None and package.unpacking.event == body.judged:
            return replace(package, unpacking=replace(package.unpacking, reviewed=True))
        case CasePutOff(item=None) if package.unpacking is not None and package.unpacking.event == body.judged:
            waits = put_off(package.unpacking.put_off, event.occurred_at, body)
            return replace(package, unpacking=replace(package.unpacking, put_off=waits))
        case AddressCaptured():
            return replace(package, return_address=body.address)
        case PhotoTaken() if body.item is None:
            return replace(package, taken=(*package.taken, body))
        case PackageClue():
            return replace(package, clues=(*package.clues, Clue(body.text, body.source, body.inside)))
        case PackageIdentified():
            return _identified(package, event, body)
        case _:
            return replace(package, unclaimed=unclaimed_box.step(package.unclaimed, event))


def _identified(package: Package, event: Event, body: PackageIdentified) -> Package:
    """Let the RMA that a person names be judged in place of what stands on the label."""
    kept = package.unclaimed
    package = replace(
        package,
        identified=Identified(
            body.number, body.partner, body.partner_name, body.grounds, event.actor.person, event.occurred_at
        ),
        unclaimed=replace(kept, claimed=True) if kept else None,
    )
    if not body.rma_key:
        return package
    named = Label(body.rma_key, body.number, Form.WELL_FORMED, Source.TYPED, event.occurred_at)
    labels = tuple(
        replace(label, stands_for=body.number) if label.key == body.before_key else label
        for label in package.labels
        if label.key != body.rma_key
    )
    judgements = tuple(each for each in package.judgements if each.key not in {body.before_key, ""})
    return replace(package, labels=(*labels, named), judgements=judgements, no_number=False)


def _arrived(event: Event, body: PackageArrived) -> Package:
    return Package(
        lpn=event.subject.lpn or "",
        station=event.station,
        opened_at=event.occurred_at,
        received=Moment(body.received_at, body.earliest, body.latest),
        received_by=body.received_by,
        arrival=body.arrival,
        unconfirmed=body.unconfirmed,
        previous=body.previous,
    )


def _read(package: Package, event: Event, body: LabelRead) -> Package:
    if body.photo is not None and body.photo not in package.photos:
        package = replace(package, photos=(*package.photos, body.photo))
    if body.kind in NUMBER_KINDS:
        return _read_number(package, event, body)
    if body.tracking is not None:
        seen = Tracking(body.tracking, body.carrier, event.occurred_at)
        others = tuple(t for t in package.trackings if t.number != body.tracking)
        package = replace(package, trackings=(*others, seen))
    if body.serial is not None and body.serial not in package.serials:
        package = replace(package, serials=(*package.serials, body.serial))
    points_to = dict.fromkeys((*package.points_to, *body.points_to))
    return replace(package, points_to=tuple(points_to))


def _read_number(package: Package, event: Event, body: LabelRead) -> Package:
    before = next((label for label in package.labels if label.key == body.key), None)
    label = Label(
        key=body.key,
        number=body.number,
        form=body.form,
        # Print read once more takes nothing from what a scanner or a person has read before.
        source=before.source if before and body.source is Source.OCR else body.source,
        last_read_at=event.occurred_at,
        carton=body.carton or (before.carton if before else None),
        readings=before.readings + 1 if before else 1,
        # An old label stays an old label when the camera sees it again.
        struck_out=before is not None and before.struck_out,
        stands_for=before.stands_for if before else "",
    )
    labels = tuple(label if known.key == body.key else known for known in package.labels)
    if before is None:
        labels = (*package.labels, label)
    judgements = tuple(judgement for judgement in package.judgements if judgement.key)
    return replace(package, labels=labels, no_number=False, judgements=judgements)


def _struck_out(package: Package, key: str) -> Package:
    labels = tuple(replace(label, struck_out=True) if label.key == key else label for label in package.labels)
    judgements = tuple(judgement for judgement in package.judgements if judgement.key != key)
    return replace(package, labels=labels, judgements=judgements)


def _judged(package: Package, event: Event, body: PackageJudged) -> Package:
    live = {label.key for label in package.live_labels}
    # A hazard is judged whether or not anybody has looked for a number yet.
    if package.no_number or (package.hazard and not live):
        live.add("")
    if body.key not in live or not package.counts:
        return package
    verdict = Verdict(body.verdict, body.headline, body.codes, body.trace, body.policy_version)
    before = package.judgement(body.key)
    waits = woken(before.put_off) if before else None
    judgement = Judgement(body.key, body.number, event.id, event.occurred_at, verdict, body.facts, put_off=waits)
    others = tuple(known for known in package.judgements if known.key != body.key)
    return replace(package, judgements=(*others, judgement))


def _begun(package: Package, event: Event, body: UnpackingBegun) -> Package:
    begun_at = package.unpacking.begun_at if package.unpacking else event.occurred_at
    unpacking = Unpacking(body.condition, body.note, begun_at, event=event.id, person=event.actor.person)
    return replace(package, unpacking=unpacking)


def _reviewed(package: Package, event: Event, body: ReviewDecided) -> Package:
    review = Review(body.decision, body.reason, body.note, event.actor.person, event.occurred_at, body.history)
    judgements = tuple(
        replace(judgement, review=review) if judgement.event == body.judged else judgement
        for judgement in package.judgements
    )
    return replace(package, judgements=judgements)


def _put_off(package: Package, event: Event, body: ReviewPutOff) -> Package:
    judgements = tuple(
        replace(judgement, put_off=put_off(judgement.put_off, event.occurred_at, body))
        if judgement.event == body.judged
        else judgement
        for judgement in package.judgements
    )
    return replace(package, judgements=judgements)
