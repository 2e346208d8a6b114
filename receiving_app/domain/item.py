"""An item as its events tell it: folded from the journal like a package."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from receiving_app.domain.disposition import WAITING, Disposition, InspectionOutcome
from receiving_app.domain.events import CasePutOff, Event
from receiving_app.domain.exchange import ExchangeDecided
from receiving_app.domain.inspection import StepResult, TestTemplate
from receiving_app.domain.item_events import (
    Consent,
    CustodyRecorded,
    ExtraNoted,
    Identity,
    InspectionBegun,
    InspectionEnded,
    ItemChoice,
    ItemDecided,
    ItemFound,
    ItemJudged,
    ItemListed,
    ItemMarked,
    Mark,
    PartCounted,
    PhotoTaken,
    StepDone,
)
from receiving_app.domain.partner_history import PartnerHistory
from receiving_app.domain.putting_off import PutOff, put_off, woken
from receiving_app.domain.unpacking import ItemFacts, ItemRule, ItemVerdict
from receiving_app.domain.verdict import Decision

#: Nobody lingers over a hazard for a photo.
_PHOTOGRAPHED = frozenset({Mark.TAMPERED, Mark.TRANSIT_DAMAGE})


#: After these the partner has to answer; the supervisor decides once more.
ASKED = frozenset({ItemChoice.ASK, ItemChoice.QUOTE})


@dataclass(frozen=True, slots=True)
class ItemReview:
    """What a person decided of an item's verdict or outcome; `event` is the decision's id.

    `history` is what was known of the partner then.
    """

    event: str
    choice: ItemChoice
    reason: str
    note: str
    person: str | None
    decided_at: datetime
    disposition: Disposition | None = None
    replacement_serial: str | None = None
    consent: Consent | None = None
    replacement_out: bool = False
    history: PartnerHistory | None = None

    @property
    def settled(self) -> bool:
        """Whether nobody has to answer any more."""
        return self.choice not in ASKED


@dataclass(frozen=True, slots=True)
class ItemJudgement:
    """The latest verdict of the item rules."""

    event: str
    judged_at: datetime
    verdict: ItemVerdict
    facts: ItemFacts
    review: ItemReview | None = None

    @property
    def decision(self) -> Decision:
        """What holds now: the rules' decision, or ACCEPT where a person let it go on."""
        accepted = self.review is not None and self.review.choice is ItemChoice.ACCEPT
        return Decision.ACCEPT if accepted else self.verdict.decision


@dataclass(frozen=True, slots=True)
class Inspection:
    """The tests of an item so far, and their outcome; `template` is None where it was never tested.

    `decided` is the id of the event that holds the outcome, `decided_by` who gave it. `quoted`: the partner pays for
    the repair.
    """

    template: TestTemplate | None
    results: tuple[StepResult, ...] = ()
    outcome: InspectionOutcome | None = None
    disposition: Disposition | None = None
    replacement_serial: str | None = None
    technician: str | None = None
    reason: str = ""
    repair: str = ""
    parts_used: tuple[str, ...] = ()
    decided: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    review: ItemReview | None = None
    quoted: bool = False

    @property
    def ended(self) -> bool:
        """Whether the outcome is an end; what waits goes on later."""
        return self.outcome is not None and self.outcome not in WAITING


@dataclass(frozen=True, slots=True)
class ExchangeReview:
    """What a person said of an item that seemed to lie in another one's box; `with_item` is that one."""

    event: str
    crossed: bool
    with_item: str | None
    person: str | None
    decided_at: datetime
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One physical thing in the building, with everything that was found and decided of it."""

    id: str
    lpn: str
    serial: str
    model: str
    line: str = ""
    rma_key: str = ""
    number: str = ""
    placeholder: bool = False
    found_by: str | None = None
    parts: tuple[PartCounted, ...] = ()
    extras: tuple[ExtraNoted, ...] = ()
    marks: frozenset[Mark] = frozenset()
    custody: tuple[CustodyRecorded, ...] = ()
    photos: tuple[PhotoTaken, ...] = ()
    judgement: ItemJudgement | None = None
    inspection: Inspection | None = None
    exchange: ExchangeReview | None = None
    identified: bool = False
    put_off: PutOff | None = None

    @property
    def decided(self) -> bool:
        """Whether a person has decided of it: then its verdict is no longer judged again by itself."""
        review = self.judgement.review if self.judgement else None
        said = self.exchange is not None or (review is not None and review.settled)
        return said or (self.inspection is not None and self.inspection.ended)

    @property
    def placed(self) -> bool:
        """Whether a person said which line it belongs to, whatever its box was accepted for."""
        return self.identified or (self.exchange is not None and self.exchange.crossed)

    @property
    def disposition(self) -> Disposition | None:
        """What happens to it: as a person decided, else as the rules say of its outcome; None: nothing is decided."""
        if self.judgement is not None and self.judgement.decision is not Decision.ACCEPT:
            return self.judgement.review.disposition if self.judgement.review else None
        if self.inspection is None:
            return None
        review = self.inspection.review
        return (review.disposition if review else None) or self.inspection.disposition

    @property
    def disposed_at(self) -> datetime | None:
        """When it was decided what happens to it."""
        if self.judgement is not None and self.judgement.decision is not Decision.ACCEPT:
            return self.judgement.review.decided_at if self.judgement.review else None
        if self.inspection is None:
            return None
        review = self.inspection.review
        return review.decided_at if review else self.inspection.decided_at

    @property
    def replacement_serial(self) -> str | None:
        """The unit that is given out in its place."""
        if self.inspection is None:
            return None
        review = self.inspection.review
        return (review.replacement_serial if review else None) or self.inspection.replacement_serial

    @property
    def wants_photo(self) -> bool:
        """Whether something is wrong with it that a photo should show, and nobody has taken one yet."""
        codes = self.judgement.verdict.codes if self.judgement else ()
        odd = self.placeholder or ItemRule.NOT_ON_RMA in codes or bool(self.marks & _PHOTOGRAPHED)
        return odd and not self.photos


def fold(events: Iterable[Event]) -> Item | None:
    """Tell an item from its events, oldest first; None where its finding was taken back."""
    item: Item | None = None
    for event in events:
        item = step(item, event)
    return item


def step(item: Item | None, event: Event) -> Item | None:
    """Give the item after one more event; events of an item that was never found change nothing."""
    body = event.body
    if isinstance(body, ItemFound):
        return _found(event, body) if item is None else _found_out(item, body)
    if item is None:
        return None
    match body:
        case ItemListed():
            return replace(item, model=body.model, line=body.line, rma_key=body.rma_key, number=body.number)
        case ExchangeDecided():
            return _exchanged(item, event, body)
        case PartCounted():
            parts = tuple(part for part in item.parts if part.part != body.part)
            return replace(item, parts=(*parts, body))
        case ExtraNoted():
            return replace(item, extras=(*item.extras, body))
        case ItemMarked():
            return replace(item, marks=item.marks | {body.mark})
        case CustodyRecorded():
            custody = tuple(each for each in item.custody if each.medium is not body.medium)
            return replace(item, custody=(*custody, body))
        case PhotoTaken():
            return replace(item, photos=(*item.photos, body))
        case ItemJudged():
            return replace(item, judgement=_judgement(event, body), put_off=woken(item.put_off))
        case InspectionBegun():
            # What the item waited for before it was tested no longer holds.
            return replace(item, inspection=Inspection(body.template, technician=event.actor.person))
        case StepDone():
            return _step_done(item, event, body)
        case InspectionEnded():
            return _ended(item, event, body)
        case ItemDecided() | CasePutOff():
            return _by_supervisor(item, event, body)
        case _:
            return item


def _found(event: Event, body: ItemFound) -> Item:
    return Item(
        id=body.item,
        lpn=event.subject.lpn or "",
        serial=body.serial,
        model=body.model,
        line=body.line,
        rma_key=body.rma_key,
        number=body.number,
        placeholder=body.placeholder,
        found_by=event.actor.person,
    )


def _found_out(item: Item, body: ItemFound) -> Item:
    """Tell what more was found out of an item that is counted already: its model, or the line it belongs to."""
    return replace(
        item,
        serial=body.serial,
        model=body.model,
        line=body.line,
        rma_key=body.rma_key,
        number=body.number,
        placeholder=body.placeholder,
    )


def _exchanged(item: Item, event: Event, body: ExchangeDecided) -> Item:
    side = body.side_of(item.id)
    if side is None:
        return item
    other = next((each.item for each in body.sides if each.item != item.id), None)
    person = event.actor.person
    item = replace(item, put_off=None)
    review = ExchangeReview(event.id, body.crossed, other, person, event.occurred_at, body.reason, body.note)
    if not body.crossed:
        return replace(item, exchange=review)
    belongs = replace(item, model=side.model, line=side.line, rma_key=side.rma_key, number=side.number)
    return replace(belongs, exchange=review)


def _judgement(event: Event, body: ItemJudged) -> ItemJudgement:
    verdict = ItemVerdict(body.verdict, body.headline, body.codes, body.notes, body.trace, body.policy_version)
    return ItemJudgement(event.id, event.occurred_at, verdict, body.facts)


def _step_done(item: Item, event: Event, body: StepDone) -> Item:
    if item.inspection is None:
        return item
    result = StepResult(
        body.step, body.value, body.passed, event.occurred_at, event.actor.person, body.note, body.photo
    )
    return replace(item, inspection=replace(item.inspection, results=(*item.inspection.results, result)))


def _ended(item: Item, event: Event, body: InspectionEnded) -> Item:
    item = replace(item, put_off=None)
    ended = replace(
        item.inspection or Inspection(None),
        outcome=body.outcome,
        disposition=body.disposition,
        replacement_serial=body.replacement_serial,
        reason=body.reason,
        repair=body.repair,
        parts_used=body.parts_used,
        decided=event.id,
        decided_by=event.actor.person,
        decided_at=event.occurred_at,
        review=None,
    )
    return replace(item, inspection=ended)


def _decided(item: Item, event: Event, body: ItemDecided) -> Item:
    """Give the item after a decision on its latest verdict or outcome; one on an earlier verdict changes nothing."""
    review = ItemReview(
        event=event.id,
        choice=body.choice,
        reason=body.reason,
        note=body.note,
        person=event.actor.person,
        decided_at=event.occurred_at,
        disposition=body.disposition,
        replacement_serial=body.replacement_serial,
        consent=body.consent,
        replacement_out=body.replacement_out,
        history=body.history,
    )
    if item.judgement is not None and item.judgement.event == body.judged:
        item = replace(item, judgement=replace(item.judgement, review=review))
        return _identified(item, body.identity) if body.identity is not None else item
    if item.inspection is None or body.judged != decided_on(item.inspection):
        return item
    if body.choice is ItemChoice.REPAIR:
        again = replace(item.inspection, outcome=None, disposition=None, review=review, quoted=True)
        return replace(item, inspection=again)
    return replace(item, inspection=replace(item.inspection, review=review))


def _by_supervisor(item: Item, event: Event, body: ItemDecided | CasePutOff) -> Item:
    if isinstance(body, ItemDecided):
        return _decided(replace(item, put_off=None), event, body)
    judged = item.judgement.event if item.judgement else None
    decided = decided_on(item.inspection) if item.inspection else None
    if body.judged not in {judged, decided}:
        return item
    return replace(item, put_off=put_off(item.put_off, event.occurred_at, body))


def decided_on(inspection: Inspection) -> str | None:
    """Name the event that a decision on an inspection is about: its outcome, or what was decided of it and stands."""
    standing = inspection.review is not None and inspection.review.settled
    return inspection.review.event if inspection.review and standing else inspection.decided


def _identified(item: Item, identity: Identity) -> Item:
    return replace(
        item,
        serial=identity.serial,
        model=identity.model,
        line=identity.line,
        rma_key=identity.rma_key,
        number=identity.number,
        placeholder=False,
        identified=True,
    )
