"""The last day on which an RMA's goods may arrive, and when our dock is open before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class SiteDays:
    """The site's days as the policy states them: time zone, weekdays on which the dock opens, dates it is closed."""

    zone: ZoneInfo
    window_days: int
    weekdays: frozenset[str]
    closed: frozenset[date]

    @classmethod
    def of(cls, policy: Mapping[str, Any]) -> Self:
        """Read them from the policy row."""
        hours = policy.get("dock_hours", {})
        return cls(
            zone=ZoneInfo(policy["time_zone"]),
            window_days=policy["window_days"],
            weekdays=frozenset(day for day in _WEEKDAYS if hours.get(day)),
            closed=frozenset(map(date.fromisoformat, policy.get("dock_closed", ()))),
        )

    def today(self, now: datetime) -> date:
        """Give the date at the site; a time without offset is a ValueError, never guessed at."""
        if now.utcoffset() is None:
            raise ValueError(f"the time {now.isoformat()} says no offset from UTC")
        return now.astimezone(self.zone).date()

    def receive_by(self, created_at: datetime) -> date:
        """Give the last day to receive: calendar days from the local date of creation, the whole last day counts."""
        return self.today(created_at) + timedelta(days=self.window_days)

    def last_open_day(self, after: date, until: date) -> date | None:
        """Give the last day, later than `after`, on which the dock opens until then; None when it stays closed."""
        days = (until - timedelta(days=back) for back in range((until - after).days))
        return next((day for day in days if self._opens(day)), None)

    def _opens(self, day: date) -> bool:
        return _WEEKDAYS[day.weekday()] in self.weekdays and day not in self.closed
