"""What reports count, told from the journal alone: every figure is a sum of these counts.

A count's day is the site's. What a package counts for changes while it is worked on, so a stretch of the journal counts
the difference that it makes; everything else counts once, at the event that says it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from receiving_app.domain import item as items
from receiving_app.domain import package as packages
from receiving_app.domain.events import (
    Body,
    Event,
    HazardFlagged,
    LabelRead,
    LabelStruckOut,
    NumberMissing,
    PackageArrived,
    PackageEnded,
    PackageJudged,
    PackageMerged,
    ReadingRecorded,
    ReviewDecided,
)
from receiving_app.domain.exchange import ExchangeDecided
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import (
    InspectionBegun,
    InspectionEnded,
    ItemDecided,
    ItemFound,
    ItemJudged,
    ItemListed,
    ShipmentPacked,
    ShipmentSent,
    StepDone,
)
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.domain.unclaimed_events import (
    Becomes,
    GroundKind,
    PackageIdentified,
    UnclaimedAbandoned,
    UnclaimedAgreed,
)

#: The id of the step that records which firmware a device came with.
FIRMWARE_STEP = "firmware"

#: What tells which verdict stands on a package, and that it came at all.
OF_PACKAGES: tuple[type[Body], ...] = (
    PackageArrived,
    LabelRead,
    NumberMissing,
    LabelStruckOut,
    PackageMerged,
    HazardFlagged,
    PackageEnded,
    PackageJudged,
    PackageIdentified,
)
#: What tells what an item is, and how its test ended.
OF_ITEMS: tuple[type[Body], ...] = (
    ItemFound,
    ItemListed,
    ItemJudged,
    ItemDecided,
    ExchangeDecided,
    InspectionBegun,
    StepDone,
    InspectionEnded,
)
#: What a stretch of the journal is read for.
COUNTED: tuple[type[Body], ...] = (
    *OF_PACKAGES,
    ReadingRecorded,
    ReviewDecided,
    ItemDecided,
    InspectionEnded,
    ShipmentSent,
    UnclaimedAgreed,
    UnclaimedAbandoned,
)


class Measure(StrEnum):
    """What is counted; the values are stored. In brackets what a count says besides: what, which, whose."""

    #: Packages, on the day of their arrival.
    ARRIVED = "arrived"
    #: (decision, headline, partner) The verdict that stands for one RMA number on a package, on the day of its arrival.
    VERDICT = "verdict"
    #: (how) Packages that were no return, on the day of their arrival.
    ENDED = "ended"
    #: (choice, reason, person) Supervisors' decisions.
    DECIDED = "decided"
    #: (outcome, model, firmware) Outcomes at the bench.
    OUTCOME = "outcome"
    #: (outcome, , partner)
    PARTNER_OUTCOME = "partner-outcome"
    #: (carrier) Shipments that left.
    SENT = "sent"
    #: Devices and rejected packages in them.
    GOODS_SENT = "goods-sent"
    #: (span, minutes) How long something took, on the day when it ended.
    TOOK = "took"
    #: (source) Everything that was read.
    READING = "reading"
    #: (source) What of it stands on a package's label.
    ON_LABEL = "on-label"


class ClaimChoice(StrEnum):
    """What was decided of a box that nobody could place; the values are stored."""

    IDENTIFIED = "identified"
    GOES_BACK = "goes-back"
    KEPT = Becomes.KEPT.value
    SCRAPPED = Becomes.SCRAPPED.value


class Span(StrEnum):
    """From what to what a time is taken; the values are stored."""

    ARRIVAL_TO_OUTCOME = "arrival-to-outcome"
    OUTCOME_TO_SHIPMENT = "outcome-to-shipment"
    ARRIVAL_TO_SHIPMENT = "arrival-to-shipment"


@dataclass(frozen=True, slots=True)
class Count:
    """What one count is about."""

    day: date
    measure: Measure
    what: str = ""
    which: str = ""
    whose: str = ""


Counts = Counter[Count]


@dataclass(frozen=True, slots=True)
class Stories:
    """What came before: all events of the things that a stretch of the journal is about, oldest first.

    `partners` gives the partner of an RMA's key.
    """

    packages: Mapping[str, Sequence[Event]] = field(default_factory=dict)
    items: Mapping[str, Sequence[Event]] = field(default_factory=dict)
    shipments: Mapping[str, Sequence[Event]] = field(default_factory=dict)
    partners: Mapping[str, str] = field(default_factory=dict)


def counted(stretch: Sequence[Event], stories: Stories, calendar: SiteCalendar) -> Counts:
    """Count a stretch of the journal: by how much it changes every sum. Counts of 0 are left out."""
    told = _Told(stories, calendar)
    counts: Counts = Counter()
    for event in stretch:
        counts.update(told.at_once(event))
    if stretch:
        for lpn in things(stretch).packages:
            story = stories.packages.get(lpn, ())
            counts.update(told.package(story, stretch[-1].seq))
            counts.subtract(told.package(story, stretch[0].seq - 1))
    return Counter({count: amount for count, amount in counts.items() if amount})


class _Told:
    def __init__(self, stories: Stories, calendar: SiteCalendar) -> None:
        self._stories = stories
        self._calendar = calendar

    def package(self, story: Sequence[Event], until: int) -> Iterator[Count]:
        """Say what a package counts for after the event `until`."""
        package = packages.fold(event for event in story if event.seq <= until)
        if package is None or package.merged_into is not None:
            return
        day = self._day(package.received.at)
        yield Count(day, Measure.ARRIVED)
        if package.ended is not None:
            yield Count(day, Measure.ENDED, package.ended)
        for judgement in package.judgements:
            rma = judgement.facts.rma
            verdict = judgement.verdict
            yield Count(
                day, Measure.VERDICT, verdict.decision, verdict.headline or "", rma.partner if rma is not None else ""
            )

    def at_once(self, event: Event) -> Iterator[Count]:
        """Say what an event counts for by itself."""
        day, body, person = self._day(event.occurred_at), event.body, event.actor.person or ""
        match body:
            case ReadingRecorded():
                yield Count(day, Measure.READING, body.source)
            case LabelRead():
                yield Count(day, Measure.ON_LABEL, body.source)
            case ReviewDecided():
                yield Count(day, Measure.DECIDED, body.decision, body.reason, person)
            case ItemDecided():
                yield Count(day, Measure.DECIDED, body.choice, body.reason, person)
            case PackageIdentified():
                yield Count(day, Measure.DECIDED, ClaimChoice.IDENTIFIED, _strongest(body), person)
            case UnclaimedAgreed():
                yield Count(day, Measure.DECIDED, ClaimChoice.GOES_BACK, "", person)
            case UnclaimedAbandoned():
                yield Count(day, Measure.DECIDED, ClaimChoice(body.becomes.value), body.reason, person)
            case InspectionEnded():
                yield from self._ended(event, body, day)
            case ShipmentSent():
                yield from self._sent(event, body, day)
            case _:
                pass

    def _ended(self, event: Event, body: InspectionEnded, day: date) -> Iterator[Count]:
        item = self._item(body.item, event.seq)
        if item is None:
            return
        yield Count(day, Measure.OUTCOME, body.outcome, item.model, _firmware(item))
        yield Count(day, Measure.PARTNER_OUTCOME, body.outcome, "", self._stories.partners.get(item.rma_key, ""))
        if item.inspection is not None and item.inspection.ended:
            yield from self._took(day, Span.ARRIVAL_TO_OUTCOME, self._came(item.lpn), event.occurred_at)

    def _sent(self, event: Event, body: ShipmentSent, day: date) -> Iterator[Count]:
        yield Count(day, Measure.SENT, body.carrier)
        story = self._stories.shipments.get(body.shipment, ())
        packed = [each.body for each in story if each.seq < event.seq and isinstance(each.body, ShipmentPacked)]
        if not packed:
            return
        for lpn in packed[-1].packages:
            yield Count(day, Measure.GOODS_SENT)
            yield from self._took(day, Span.ARRIVAL_TO_SHIPMENT, self._came(lpn), event.occurred_at)
        for name in packed[-1].items:
            yield Count(day, Measure.GOODS_SENT)
            item = self._item(name, event.seq)
            if item is not None:
                yield from self._took(day, Span.ARRIVAL_TO_SHIPMENT, self._came(item.lpn), event.occurred_at)
                decided = item.inspection.decided_at if item.inspection else None
                yield from self._took(day, Span.OUTCOME_TO_SHIPMENT, decided, event.occurred_at)

    def _took(self, day: date, span: Span, begun: datetime | None, ended: datetime) -> Iterator[Count]:
        if begun is not None:
            minutes = max(0, (ended - begun) // timedelta(minutes=1))
            yield Count(day, Measure.TOOK, span, str(minutes))

    def _item(self, name: str, until: int) -> Item | None:
        return items.fold(event for event in self._stories.items.get(name, ()) if event.seq <= until)

    def _came(self, lpn: str) -> datetime | None:
        package = packages.fold(self._stories.packages.get(lpn, ())[:1])
        return package.received.at if package is not None else None

    def _day(self, moment: datetime) -> date:
        return self._calendar.local(moment).date()


def _strongest(body: PackageIdentified) -> str:
    """Give the kind of the strongest reason why it is that RMA or partner."""
    kinds = {ground.kind for ground in body.grounds}
    return next((kind.value for kind in GroundKind if kind in kinds), "")


def _firmware(item: Item) -> str:
    results = item.inspection.results if item.inspection else ()
    return next((result.value for result in reversed(results) if result.step == FIRMWARE_STEP), "")


@dataclass(frozen=True, slots=True)
class Things:
    """The packages, items and shipments whose stories a stretch of the journal is counted with."""

    packages: frozenset[str]
    items: frozenset[str]
    shipments: frozenset[str]


def things(stretch: Iterable[Event]) -> Things:
    """Give what a stretch is about; of devices and shipments only those it ends."""
    lpns, labels, shipments = set(), set(), set()
    for event in stretch:
        if isinstance(event.body, OF_PACKAGES) and event.subject.lpn is not None:
            lpns.add(event.subject.lpn)
        if isinstance(event.body, InspectionEnded):
            labels.add(event.body.item)
        if isinstance(event.body, ShipmentSent):
            shipments.add(event.body.shipment)
    return Things(frozenset(lpns), frozenset(labels), frozenset(shipments))
