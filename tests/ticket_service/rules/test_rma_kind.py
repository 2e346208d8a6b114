from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ticket_service.rules.rma_kind import RmaKind, by_kind, kind_by_rule

TODAY = date(2026, 11, 23)
dates = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("days_ago", "kind"),
    [
        (0, RmaKind.ADVANCED),
        (30, RmaKind.ADVANCED),
        (31, RmaKind.STANDARD),
        (-1, RmaKind.STANDARD),
    ],
)
def test_a_purchase_within_30_days_is_advanced(days_ago: int, kind: RmaKind) -> None:
    assert kind_by_rule(TODAY - timedelta(days=days_ago), TODAY) is kind


def test_a_purchase_of_unknown_date_is_standard() -> None:
    assert kind_by_rule(None, TODAY) is RmaKind.STANDARD


def test_february_of_a_leap_year_counts_29_days() -> None:
    assert kind_by_rule(date(2028, 2, 1), date(2028, 3, 2)) is RmaKind.ADVANCED
    assert kind_by_rule(date(2028, 2, 1), date(2028, 3, 3)) is RmaKind.STANDARD


@given(st.lists(dates, max_size=20))
def test_each_product_goes_on_one_rma_and_all_of_an_rma_are_of_its_kind(bought: list[date | None]) -> None:
    split = by_kind(enumerate(bought), TODAY)

    assert sorted(place for places in split.values() for place in places) == list(range(len(bought)))
    assert all(kind_by_rule(bought[place], TODAY) is kind for kind, places in split.items() for place in places)
