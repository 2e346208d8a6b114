"""The station's one clock: the machine's time, and how far the ticket service's differs from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from receiving_app.domain.label_facts import Moment


def system_now() -> datetime:
    """Give the machine's time, aware, in UTC."""
    return datetime.now(UTC)


class StationClock:
    """Tells the time; knows what the ticket service's answers taught about its error.

    `offset` is what must be added to the machine's time to get the service's; `unsure` how far that may be off.
    """

    def __init__(self, now: Callable[[], datetime] = system_now) -> None:
        self._now = now
        self.offset = timedelta(0)
        self.unsure = timedelta(0)

    def now(self) -> datetime:
        """Give the machine's time as it stands: what is written beside an event, with the offset."""
        return self._now()

    def corrected(self) -> datetime:
        """Give the best estimate of the true time."""
        return self._now() + self.offset

    def moment(self) -> Moment:
        """Give the true time with its doubt: a clock that disagrees with the service's is doubted as far as it does."""
        raw = self._now()
        best = raw + self.offset
        return Moment(best, min(raw, best - self.unsure), max(raw, best + self.unsure))

    def remember(self, offset: timedelta) -> None:
        """Take up what the last run learned, until the service answers again."""
        self.offset = offset

    def learn(self, server_time: datetime, asked_at: datetime, answered_at: datetime) -> None:
        """Take the service's time from one answer; the round trip bounds the doubt."""
        half = (answered_at - asked_at) / 2
        self.offset = server_time - (asked_at + half)
        self.unsure = abs(half)
