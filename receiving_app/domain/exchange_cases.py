"""Cases of the review that are about more than one box: crossed boxes, and RMAs that never came whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from receiving_app.domain.authorization import Rma, units_of
from receiving_app.domain.cases import CaseKind, Head, handed_to
from receiving_app.domain.exchange import Exchange
from receiving_app.domain.expected import ExpectedLine
from receiving_app.domain.package import Package
from receiving_app.domain.putting_off import PutOff
from receiving_app.domain.verdict import Decision


@dataclass(frozen=True, slots=True)
class ExchangeCase:
    """Devices that seem to lie in each other's boxes, since the first was judged; `partners` own their RMAs."""

    exchange: Exchange
    since: datetime
    partners: tuple[str, ...] = ()
    put_off: PutOff | None = None

    @property
    def head(self) -> Head:
        """What the list shows of it."""
        first = self.exchange.sides[0]
        return Head(
            kind=CaseKind.EXCHANGE,
            key=(self.exchange.id,),
            since=self.since,
            decision=Decision.REJECT,
            number=first.home.number,
            partner=", ".join(self.partners),
            thing=first.stray.item,
            units=units_of((side.home.model, 1) for side in self.exchange.sides),
            rests_until=self.put_off.until if self.put_off else None,
            handed_to=handed_to(self.put_off),
        )

    @property
    def judged(self) -> str:
        """The event that a decision on it is about: the first device's verdict."""
        return self.exchange.sides[0].stray.judged


@dataclass(frozen=True, slots=True)
class EmptyBoxCase:
    """A box in which nothing was, with the RMAs that it came for."""

    package: Package
    rmas: tuple[Rma, ...]

    @property
    def head(self) -> Head:
        """What the list shows of it."""
        opened = self.package.unpacking
        return Head(
            kind=CaseKind.EMPTY_BOX,
            key=(self.package.lpn,),
            since=opened.begun_at if opened else self.package.opened_at,
            decision=Decision.HOLD,
            number=self.rmas[0].number if self.rmas else "",
            partner=self.rmas[0].partner_name if self.rmas else "",
            thing=self.package.lpn,
            units=units_of(unit for rma in self.rmas for unit in rma.awaited_by_model),
            rests_until=self.put_off.until if self.put_off else None,
            handed_to=handed_to(self.put_off),
        )

    @property
    def put_off(self) -> PutOff | None:
        """What it waits for besides a decision."""
        return self.package.unpacking.put_off if self.package.unpacking else None

    @property
    def judged(self) -> str:
        """The event that a decision on it is about."""
        return self.package.unpacking.event if self.package.unpacking else ""


@dataclass(frozen=True, slots=True)
class IncompleteCase:
    """An RMA whose last day has ended (`since`) while some of its lines are awaited; `boxes` are what came."""

    rma_key: str
    rma: Rma
    awaited: tuple[ExpectedLine, ...]
    boxes: tuple[str, ...]
    since: datetime
    put_off: PutOff | None = None

    @property
    def head(self) -> Head:
        """What the list shows of it."""
        return Head(
            kind=CaseKind.INCOMPLETE_RMA,
            key=(self.rma_key,),
            since=self.since,
            decision=None,
            number=self.rma.number,
            partner=self.rma.partner_name,
            thing=self.boxes[-1] if self.boxes else "",
            units=units_of((each.line.model, each.awaited) for each in self.awaited),
            rests_until=self.put_off.until if self.put_off else None,
            handed_to=handed_to(self.put_off),
        )

    @property
    def judged(self) -> str:
        """No event: its last day is over."""
        return ""
