from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.arrivals import Due, DueDays, arrival, due_days, lapses
from receiving_app.domain.authorization import Line, RmaState
from receiving_app.domain.site_calendar import SiteCalendar
from tests.factories import an_rma, chicago

SITE = SiteCalendar(closed=(date(2026, 11, 26), date(2026, 11, 27)))
FRIDAY = chicago(2026, 11, 20, 10)


@pytest.mark.parametrize(
    ("last_day", "due"),
    [
        (date(2026, 11, 19), Due.OVERDUE),
        (date(2026, 11, 20), Due.LAPSING),
        (date(2026, 11, 21), Due.LAPSING),
        (date(2026, 11, 22), Due.LAPSING),
        (date(2026, 11, 23), Due.SOON),
        (date(2026, 11, 24), Due.EXPECTED),
    ],
)
def test_on_a_friday_everything_due_before_monday_lapses(last_day: date, due: Due) -> None:
    assert due_days(FRIDAY, SITE).of(last_day) is due


def test_what_is_due_on_thanksgiving_lapses_on_wednesday_and_so_does_all_until_monday() -> None:
    days = due_days(chicago(2026, 11, 25, 16, 59), SITE)
    assert [days.of(date(2026, 11, day)) for day in (25, 26, 29, 30)] == [*[Due.LAPSING] * 3, Due.EXPECTED]


def test_the_day_is_the_sites_not_utcs() -> None:
    assert due_days(chicago(2026, 11, 20, 23, 30), SITE).today == date(2026, 11, 20)


def test_on_a_closed_day_what_is_due_that_day_lapses_too() -> None:
    assert lapses(date(2026, 11, 21), chicago(2026, 11, 21), SITE)


@given(
    st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(1, 9), st.dates(date(2025, 1, 1), date(2028, 12, 31))
)
def test_every_last_day_lies_in_the_span_of_its_class_and_in_no_other(today: date, closed: int, last: date) -> None:
    days = DueDays(today, today + timedelta(days=closed))
    spans = {due: days.span(due) for due in Due}
    assert [due for due, (first, end) in spans.items() if first <= last <= end] == [days.of(last)]


def test_what_has_come_is_awaited_no_more() -> None:
    rma = an_rma(lines=(Line("l-1", "KP2", "A"), Line("l-2", "KP2", quantity=5, received=1)))
    found = arrival(rma, {"l-1": 1, "l-2": 2}, FRIDAY, SITE)
    assert found is not None
    assert found.awaited == 3
    assert arrival(rma, {"l-1": 1, "l-2": 5}, FRIDAY, SITE) is None


@pytest.mark.parametrize("state", [RmaState.CANCELLED, RmaState.CLOSED])
def test_nothing_is_expected_of_an_rma_that_is_not_open(state: RmaState) -> None:
    assert arrival(an_rma(state=state), {}, FRIDAY, SITE) is None


def test_days_are_counted_on_the_sites_calendar() -> None:
    found = arrival(an_rma(replacement_shipped=True), {}, chicago(2026, 11, 18, 23, 59), SITE)
    assert found is not None
    assert (found.days_left, found.out_for, found.due) == (-2, 16, Due.OVERDUE)


def test_only_a_replacement_that_has_gone_out_is_owed_for() -> None:
    found = arrival(an_rma(), {}, FRIDAY, SITE)
    assert found is not None
    assert not found.replaced
