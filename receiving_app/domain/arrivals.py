"""What is still to arrive, and by when: expected, due soon, lapsing before the dock next opens, overdue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from receiving_app.domain.authorization import Rma, RmaState
from receiving_app.domain.site_calendar import SiteCalendar

#: An RMA is due soon when its last day is not further away.
SOON = timedelta(days=3)


class Due(StrEnum):
    """How near an RMA's last day is, the most urgent first."""

    #: Its last day comes before the dock opens again: what doesn't arrive in this working day is late.
    LAPSING = "lapsing"
    SOON = "soon"
    EXPECTED = "expected"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class DueDays:
    """The days that divide what is due, seen from one day at one site."""

    today: date
    opens_next: date

    def of(self, receive_by: date) -> Due:
        """Tell how near a last day is."""
        if receive_by < self.today:
            return Due.OVERDUE
        if receive_by < self.opens_next:
            return Due.LAPSING
        return Due.SOON if receive_by <= self.today + SOON else Due.EXPECTED

    def span(self, due: Due) -> tuple[date, date]:
        """Give the first and the last of the last days that are so near; empty where the first is later."""
        soon_ends = max(self.today + SOON, self.opens_next - timedelta(days=1))
        match due:
            case Due.OVERDUE:
                return date.min, self.today - timedelta(days=1)
            case Due.LAPSING:
                return self.today, self.opens_next - timedelta(days=1)
            case Due.SOON:
                return self.opens_next, soon_ends
            case Due.EXPECTED:
                return soon_ends + timedelta(days=1), date.max


def due_days(now: datetime, calendar: SiteCalendar) -> DueDays:
    """Give the days that divide what is due, as a site's calendar has them now."""
    today = calendar.local(now).date()
    return DueDays(today, calendar.next_working_day(today))


def lapses(receive_by: date, received_at: datetime, calendar: SiteCalendar) -> bool:
    """Tell whether what came just now would have been late by the dock's next working day."""
    return due_days(received_at, calendar).of(receive_by) is Due.LAPSING


@dataclass(frozen=True, slots=True)
class Arrival:
    """One open RMA of which something is still to come.

    `awaited` of its `units` have not come; `days_left` is below zero once its last day is past; `out_for` is how many
    days ago an RMA was issued whose replacement has gone out already: that long the old unit is owed.
    """

    rma: Rma
    due: Due
    awaited: int
    days_left: int
    out_for: int | None

    @property
    def replaced(self) -> bool:
        """Whether a replacement has gone out whose old unit hasn't come."""
        return self.out_for is not None


def arrival(rma: Rma, came: Mapping[str, int], now: datetime, calendar: SiteCalendar) -> Arrival | None:
    """Tell what is still to come of an RMA; `came` counts the devices here by line. None: nothing is."""
    if rma.state is not RmaState.OPEN:
        return None
    awaited = sum(max(0, line.quantity - max(line.received, came.get(line.id, 0))) for line in rma.lines)
    if not awaited:
        return None
    days = due_days(now, calendar)
    out_for = (days.today - calendar.local(rma.created_at).date()).days if rma.replacement_shipped else None
    return Arrival(rma, days.of(rma.receive_by), awaited, (rma.receive_by - days.today).days, out_for)
