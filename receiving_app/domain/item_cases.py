"""Cases of the review that are about one device, with what a supervisor looks at to decide them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from receiving_app.domain.authorization import Rma
from receiving_app.domain.cases import CaseKind, Head, handed_to
from receiving_app.domain.item import Item, ItemReview
from receiving_app.domain.item_events import Identity, ItemChoice, Mark
from receiving_app.domain.item_review import Question, choices, subject
from receiving_app.domain.package import Package
from receiving_app.domain.putting_off import PutOff


@dataclass(frozen=True, slots=True)
class ItemCase:
    """A device of which a supervisor is asked something, since `since`.

    `rma` is its own, else the one its box was accepted for; `may_be` the devices of RMAs that it may be instead, the
    likeliest first.
    """

    item: Item
    asks: Question
    since: datetime
    box: Package | None = None
    rma: Rma | None = None
    may_be: tuple[Identity, ...] = ()

    @property
    def head(self) -> Head:
        """What the list shows of it."""
        verdict = self.asks is Question.VERDICT
        judgement = self.item.judgement
        return Head(
            kind=CaseKind.ITEM if verdict else CaseKind.OUTCOME,
            key=(self.item.id,),
            since=self.since,
            decision=judgement.decision if verdict and judgement else None,
            number=self.item.number or (self.rma.number if self.rma else ""),
            partner=self.rma.partner_name if self.rma else "",
            thing=self.item.id,
            serial=self.item.serial,
            danger=Mark.HAZARD in self.item.marks,
            units=((self.item.model, 1),) if self.item.model else (),
            rests_until=self.put_off.until if self.put_off else None,
            handed_to=handed_to(self.put_off),
            codes=tuple(judgement.verdict.codes) if verdict and judgement else (),
        )

    @property
    def put_off(self) -> PutOff | None:
        """What it waits for besides a decision."""
        return self.item.put_off

    @property
    def judged(self) -> str:
        """The event that a decision on it is about."""
        return subject(self.item) or ""

    @property
    def replacement_out(self) -> bool:
        """Whether a replacement has gone out for its RMA."""
        return self.rma is not None and self.rma.replacement_shipped

    @property
    def choices(self) -> tuple[ItemChoice, ...]:
        """What may be answered."""
        return choices(self.item, replacement_out=self.replacement_out)

    @property
    def asked(self) -> ItemReview | None:
        """What the partner was asked and has not answered yet."""
        of = self.item.judgement if self.asks is Question.VERDICT else self.item.inspection
        review = of.review if of else None
        return review if review is not None and not review.settled else None
