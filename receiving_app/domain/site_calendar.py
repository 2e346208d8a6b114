"""The site's days: its time zone, when the dock is open, and the last day to receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

#: No real calendar closes a dock for longer; the search for a working day ends here.
LONGEST_CLOSURE = timedelta(days=366)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Hours:
    """When the dock is open on a day, in local time."""

    opens: time
    closes: time


def _office_hours() -> Mapping[str, Hours | None]:
    open_day = Hours(time(8), time(17))
    return {day: open_day if day not in {"sat", "sun"} else None for day in WEEKDAYS}


@dataclass(frozen=True, slots=True)
class SiteCalendar:
    """A site's time zone, weekly dock hours (a missing day is closed) and closed dates."""

    time_zone: str = "America/Chicago"
    hours: Mapping[str, Hours | None] = field(default_factory=_office_hours)
    closed: tuple[date, ...] = ()

    def local(self, moment: datetime) -> datetime:
        """Give a moment as the site's wall clock shows it; one without offset is a `ValueError`, never guessed at."""
        if moment.utcoffset() is None:
            raise ValueError(f"the time {moment.isoformat()} says no offset from UTC")
        return moment.astimezone(ZoneInfo(self.time_zone))

    def is_working_day(self, day: date) -> bool:
        """Tell whether the dock opens at all on a date."""
        return self.hours.get(WEEKDAYS[day.weekday()]) is not None and day not in self.closed

    def next_working_day(self, after: date) -> date:
        """Give the first working day later than `after`; a dock that never opens has none within a year."""
        day = after + timedelta(days=1)
        while not self.is_working_day(day) and day - after < LONGEST_CLOSURE:
            day += timedelta(days=1)
        return day


def receive_by(created_at: datetime, window_days: int, calendar: SiteCalendar) -> date:
    """Give the last day on which an RMA's goods may arrive: calendar days, counted in the site's time zone."""
    return calendar.local(created_at).date() + timedelta(days=window_days)
