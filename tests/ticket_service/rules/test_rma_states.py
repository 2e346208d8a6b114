"""RMAs: whatever happens, in whatever order, only the table's moves are made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ticket_service.rules.rma_states import TRANSITIONS, RmaHappening, RmaState, can, moved, state_of

happenings = st.lists(st.sampled_from(RmaHappening), max_size=20)


@given(happenings)
def test_a_cancelled_rma_stays_cancelled(happened: list[RmaHappening]) -> None:
    state = RmaState.CANCELLED
    for each in happened:
        state = moved(state, each)

    assert state is RmaState.CANCELLED


@given(happenings)
def test_only_goods_end_an_rma_as_resolved_and_only_goods_take_that_back(happened: list[RmaHappening]) -> None:
    state = RmaState.OPEN
    for each in happened:
        before, state = state, moved(state, each)
        if state is RmaState.RESOLVED and before is not state:
            assert each is RmaHappening.GOODS_SETTLED
        if before is RmaState.RESOLVED and before is not state:
            assert (each, state) == (RmaHappening.GOODS_UNSETTLED, RmaState.OPEN)


@given(st.sampled_from(RmaState), st.sampled_from(RmaHappening))
def test_what_the_table_does_not_know_changes_nothing(state: RmaState, happening: RmaHappening) -> None:
    assert can(state, happening) == ((state, happening) in TRANSITIONS)
    if not can(state, happening):
        assert moved(state, happening) is state


@given(st.sampled_from(RmaState))
def test_what_stations_are_told_is_read_back(state: RmaState) -> None:
    assert state_of(state.told) is state


@pytest.mark.parametrize("state", [state for state in RmaState if state is not RmaState.CANCELLED])
def test_only_a_cancelled_rma_has_no_way_out(state: RmaState) -> None:
    assert any(before is state for before, _ in TRANSITIONS)
