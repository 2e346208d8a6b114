from __future__ import annotations

import math
import statistics
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.period import Period, PeriodError, Step
from receiving_app.domain.report import Age, Names, Part, Report, age_of
from receiving_app.domain.report_counts import Measure, Span
from receiving_app.domain.verdict import Decision, Rule
from tests.factories import chicago

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def a_report(measure: Measure, sums: dict[Names, int]) -> Report:
    return Report(NOVEMBER, {measure: sums})


def test_a_period_that_ends_before_it_begins_is_none() -> None:
    with pytest.raises(PeriodError):
        Period(date(2026, 11, 2), date(2026, 11, 1))


def test_a_period_is_shown_in_steps_that_can_be_told_apart() -> None:
    assert NOVEMBER.step is Step.DAY
    assert Period(date(2026, 10, 1), date(2026, 11, 30)).steps()[:2] == (date(2026, 9, 28), date(2026, 10, 5))
    assert Period(date(2025, 11, 24), date(2026, 11, 23)).steps()[:2] == (date(2025, 11, 1), date(2025, 12, 1))


@given(first=st.dates(date(2020, 1, 1), date(2030, 1, 1)), days=st.integers(1, 1000))
def test_every_day_of_a_period_lies_in_one_of_its_steps(first: date, days: int) -> None:
    period = Period(first, first + timedelta(days=days - 1))
    steps = period.steps()
    assert list(steps) == sorted(set(steps))
    assert {period.begin_of(first + timedelta(days=n)) for n in range(days)} == set(steps)


@given(st.lists(st.integers(0, 100_000), min_size=1))
def test_the_median_and_the_ninetieth_are_those_of_the_sorted_times(minutes: list[int]) -> None:
    took = Counter((Span.ARRIVAL_TO_OUTCOME.value, str(each), "") for each in minutes)
    times = a_report(Measure.TOOK, took).times(Span.ARRIVAL_TO_OUTCOME)
    assert times.count == len(minutes)
    assert times.median == timedelta(minutes=statistics.median_low(minutes))
    assert times.p90 == timedelta(minutes=sorted(minutes)[math.ceil(0.9 * len(minutes)) - 1])


def test_nothing_that_was_timed_has_no_median() -> None:
    assert a_report(Measure.TOOK, {}).times(Span.ARRIVAL_TO_OUTCOME).median is None


def test_the_rate_of_no_fault_found_leaves_out_what_still_waits() -> None:
    sums = {("no-fault-found", "KP2", "1.0"): 1, ("repaired", "KP2", "1.0"): 3, ("awaiting-parts", "KP2", "1.0"): 5}
    assert a_report(Measure.OUTCOME, sums).no_fault_found() == (("KP2", "1.0", Part(1, 4)),)


def test_reasons_are_those_of_rejects_and_holds_the_most_frequent_first() -> None:
    sums = {
        ("accept", "", "p-1"): 50,
        ("reject", "late", "p-1"): 2,
        ("reject", "late", "p-2"): 3,
        ("hold", "data-stale", "p-1"): 9,
    }
    assert a_report(Measure.VERDICT, sums).reasons() == (
        (Decision.HOLD, Rule.DATA_STALE, 9),
        (Decision.REJECT, Rule.LATE, 5),
    )


def test_overrides_are_a_part_of_a_persons_decisions() -> None:
    sums = {("override", "other", "p-1"): 1, ("uphold", "other", "p-1"): 2, ("accept", "looked-at", "p-2"): 4}
    report = Report(NOVEMBER, {Measure.DECIDED: sums}, people={"p-1": "Ann"})
    assert report.overrides() == (("p-2", Part(4, 4)), ("Ann", Part(1, 3)))


def test_a_part_of_nothing_has_no_percentage() -> None:
    assert Part(0, 0).percent is None
    assert Part(1, 4).percent == 25


@pytest.mark.parametrize(("days", "age"), [(2, Age.FRESH), (3, Age.DAYS), (6, Age.WEEK), (11, Age.OLD)])
def test_ages_are_counted_in_whole_days(days: int, age: Age) -> None:
    since = chicago(2026, 11, 1)
    assert age_of(since, since + timedelta(days=days, hours=23)) is age
