from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from receiving_app.sync.pace import IDLE, wait_after


def test_after_an_answer_the_next_round_is_soon() -> None:
    assert wait_after(0, 0.5) == IDLE


def test_the_wait_doubles_with_each_failure_up_to_a_minute() -> None:
    assert [wait_after(failures, 1.0).total_seconds() for failures in range(1, 9)] == [2, 4, 8, 16, 32, 60, 60, 60]


@given(failures=st.integers(1, 10**9), chance=st.floats(0, 1))
def test_chance_spreads_it_over_the_upper_half(failures: int, chance: float) -> None:
    longest = wait_after(failures, 1.0)

    assert longest / 2 <= wait_after(failures, chance) <= longest


@given(failures=st.integers(1, 100), chance=st.floats(0, 1), wish=st.integers(0, 86_400))
def test_the_services_wish_is_never_cut_short(failures: int, chance: float, wish: int) -> None:
    asked = timedelta(seconds=wish)

    assert wait_after(failures, chance, asked) == max(asked, wait_after(failures, chance))
