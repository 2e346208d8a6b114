from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from ticket_service.rules.deadline import SiteDays

POLICY = json.loads(resources.path("demo", "service.json").read_text("utf-8"))["policy"]
SITE = SiteDays.of(POLICY)
CHICAGO = ZoneInfo("America/Chicago")


@pytest.mark.parametrize(
    ("created", "last_day"),
    [
        (datetime(2026, 11, 2, 14, 30, tzinfo=CHICAGO), date(2026, 11, 16)),
        # Already the 3rd in UTC, still the 2nd at the dock.
        (datetime(2026, 11, 3, 4, 0, tzinfo=UTC), date(2026, 11, 16)),
        # The clocks go back, and forward, inside the window.
        (datetime(2026, 10, 25, 23, 59, tzinfo=CHICAGO), date(2026, 11, 8)),
        (datetime(2026, 3, 1, 23, 59, tzinfo=CHICAGO), date(2026, 3, 15)),
        # A leap day inside the window.
        (datetime(2028, 2, 20, 12, 0, tzinfo=CHICAGO), date(2028, 3, 5)),
        # Thanksgiving: the deadline stays, the station holds what comes later.
        (datetime(2026, 11, 12, 9, 0, tzinfo=CHICAGO), date(2026, 11, 26)),
    ],
)
def test_the_last_day_is_counted_on_the_sites_calendar(created: datetime, last_day: date) -> None:
    assert SITE.receive_by(created) == last_day


def test_a_time_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="no offset"):
        SITE.receive_by(datetime(2026, 11, 2, 14, 30))  # noqa: DTZ001 - that is the point


def test_before_thanksgiving_the_dock_opens_last_on_wednesday() -> None:
    assert SITE.last_open_day(date(2026, 11, 12), date(2026, 11, 26)) == date(2026, 11, 25)


def test_a_dock_that_stays_closed_has_no_last_day() -> None:
    assert SITE.last_open_day(date(2026, 11, 25), date(2026, 11, 29)) is None


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 60))
def test_the_last_open_day_is_open_and_no_later_one_is(after: date, days: int) -> None:
    until = after + timedelta(days=days)
    closed = {date.fromisoformat(day) for day in POLICY["dock_closed"]}
    open_days = [
        day
        for day in (after + timedelta(days=ahead) for ahead in range(1, days + 1))
        if day.weekday() < 5 and day not in closed
    ]

    assert SITE.last_open_day(after, until) == (open_days[-1] if open_days else None)
