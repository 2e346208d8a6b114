"""Cases of the review about boxes that wait until somebody claims them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from receiving_app.domain.cases import CaseKind, Head
from receiving_app.domain.package import Package
from receiving_app.domain.putting_off import PutOff
from receiving_app.domain.unclaimed import Unclaimed
from receiving_app.domain.verdict import Decision


@dataclass(frozen=True, slots=True)
class UnclaimedCase:
    """A box that is kept; it waits for somebody `since`, or rests until a day comes up by itself."""

    package: Package
    unclaimed: Unclaimed
    since: datetime
    rests_until: date | None

    @property
    def head(self) -> Head:
        """What the list shows of it."""
        return Head(
            kind=CaseKind.UNCLAIMED,
            key=(self.package.lpn,),
            since=self.since,
            decision=Decision.REJECT,
            number=self.unclaimed.number,
            thing=self.package.lpn,
            rests_until=self.rests_until,
        )

    @property
    def put_off(self) -> PutOff | None:
        """What it waits for besides a decision: a shelf's days are told by themselves."""
        return None

    @property
    def judged(self) -> str:
        """The event that a decision on it is about."""
        return self.unclaimed.event
