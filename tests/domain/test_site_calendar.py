"""The site's days: time zone, working days and the last day to receive."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.site_calendar import Hours, SiteCalendar, receive_by
from tests.factories import chicago

CALENDAR = SiteCalendar()
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - aware by `timezones`
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@pytest.mark.parametrize(
    ("created_at", "last_day"),
    [
        (chicago(2026, 11, 2, 14, 30), date(2026, 11, 16)),
        (chicago(2026, 11, 2, 0, 0), date(2026, 11, 16)),
        (chicago(2026, 11, 2, 23, 59), date(2026, 11, 16)),
        # Evening in Chicago is already the next day in UTC.
        (datetime(2026, 11, 3, 5, 59, tzinfo=UTC), date(2026, 11, 16)),
        (datetime(2026, 11, 3, 6, 0, tzinfo=UTC), date(2026, 11, 17)),
        # The clocks go forward on 8 March 2026 and back on 1 November 2026.
        (chicago(2026, 3, 1, 23, 30), date(2026, 3, 15)),
        (chicago(2026, 10, 25, 0, 30), date(2026, 11, 8)),
        (chicago(2028, 2, 20), date(2028, 3, 5)),
        (chicago(2027, 2, 20), date(2027, 3, 6)),
        (chicago(2028, 2, 29), date(2028, 3, 14)),
        (chicago(2026, 12, 25), date(2027, 1, 8)),
    ],
)
def test_the_last_day_is_fourteen_calendar_days_later(created_at: datetime, last_day: date) -> None:
    assert receive_by(created_at, 14, CALENDAR) == last_day


def test_the_site_decides_which_day_it_is() -> None:
    created_at = datetime(2026, 11, 3, 5, 59, tzinfo=UTC)
    assert receive_by(created_at, 14, SiteCalendar(time_zone="Europe/Berlin")) == date(2026, 11, 17)
    assert receive_by(created_at, 14, SiteCalendar(time_zone="Pacific/Honolulu")) == date(2026, 11, 16)


@given(MOMENTS, OFFSETS)
def test_how_a_time_is_expressed_changes_no_day(created_at: datetime, offset: timezone) -> None:
    assert receive_by(created_at.astimezone(offset), 14, CALENDAR) == receive_by(created_at, 14, CALENDAR)
    assert CALENDAR.local(created_at.astimezone(offset)).astimezone(UTC) == created_at.astimezone(UTC)


@given(MOMENTS)
def test_a_later_rma_never_has_an_earlier_last_day(created_at: datetime) -> None:
    assert receive_by(created_at, 14, CALENDAR) <= receive_by(created_at + timedelta(minutes=1), 14, CALENDAR)


def test_a_time_without_offset_is_refused_and_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="2026-11-02T14:30:00 says no offset"):
        receive_by(datetime(2026, 11, 2, 14, 30), 14, CALENDAR)  # noqa: DTZ001 - the very thing refused


@pytest.mark.parametrize(
    ("day", "works"),
    [(date(2026, 11, 13), True), (date(2026, 11, 14), False), (date(2026, 11, 15), False), (date(2026, 11, 16), True)],
)
def test_the_dock_is_closed_at_weekends(day: date, works: bool) -> None:
    assert CALENDAR.is_working_day(day) is works


def test_over_thanksgiving_the_next_working_day_is_monday() -> None:
    holidays = SiteCalendar(closed=(date(2026, 11, 26), date(2026, 11, 27)))
    assert not holidays.is_working_day(date(2026, 11, 26))
    assert holidays.next_working_day(date(2026, 11, 26)) == date(2026, 11, 30)
    assert holidays.next_working_day(date(2026, 11, 25)) == date(2026, 11, 30)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.frozensets(st.integers(1, 20)))
def test_the_next_working_day_is_the_first_later_one(day: date, closed: frozenset[int]) -> None:
    calendar = SiteCalendar(closed=tuple(day + timedelta(days=n) for n in closed))
    following = calendar.next_working_day(day)
    between = [day + timedelta(days=n) for n in range(1, (following - day).days)]
    assert calendar.is_working_day(following)
    assert not any(map(calendar.is_working_day, between))


def test_a_dock_that_never_opens_ends_the_search() -> None:
    assert SiteCalendar(hours={}).next_working_day(date(2026, 1, 1)) > date(2026, 12, 31)


def test_a_site_may_work_on_saturdays() -> None:
    saturday = SiteCalendar(hours={"sat": Hours(time(8), time(12))})
    assert saturday.next_working_day(date(2026, 11, 9)) == date(2026, 11, 14)
