"""PINs, and the wait after wrong ones."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.sign_in import LONGEST_WAIT, Failures, is_pin, wait_left
from tests.factories import chicago

NOW = chicago(2026, 11, 7)


@pytest.mark.parametrize(
    ("count", "seconds"),
    [(0, 0), (2, 0), (3, 30), (4, 60), (5, 120), (6, 240), (7, 480), (8, 960), (9, 1800), (10, 1800), (10**6, 1800)],
)
def test_the_wait_begins_with_the_third_wrong_pin_and_doubles_to_half_an_hour(count: int, seconds: int) -> None:
    assert wait_left(Failures(count, NOW), NOW) == timedelta(seconds=seconds)


def test_the_wait_passes() -> None:
    failures = Failures(3, NOW)
    assert wait_left(failures, NOW + timedelta(seconds=29)) == timedelta(seconds=1)
    assert wait_left(failures, NOW + timedelta(seconds=30)) == timedelta()


@given(st.integers(0, 10**9), st.timedeltas(-timedelta(days=9000), timedelta(days=9000)))
def test_nobody_waits_longer_than_the_longest_wait_whatever_the_clock_says(count: int, passed: timedelta) -> None:
    assert timedelta() <= wait_left(Failures(count, NOW), NOW + passed) <= LONGEST_WAIT


@pytest.mark.parametrize("pin", ["0000", "12345678"])
def test_a_pin_is_four_to_eight_digits(pin: str) -> None:
    assert is_pin(pin)


@pytest.mark.parametrize("text", ["", "123", "123456789", "12a4", "١٢٣٤", "1234\n", " 1234", "12 34"])
def test_nothing_else_is_a_pin(text: str) -> None:
    assert not is_pin(text)
