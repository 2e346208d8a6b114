"""Tickets: whatever people and goods do, only the table's moves are made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ticket_service.rules.ticket_states import TRANSITIONS, TicketHappening, TicketState, can, moved

happenings = st.lists(st.sampled_from(TicketHappening), max_size=30)


def after(happened: list[TicketHappening]) -> list[TicketState]:
    states: list[TicketState] = [TicketState.OPEN]
    for each in happened:
        states.append(moved(states[-1], each))
    return states


@given(happenings)
def test_no_order_of_happenings_leaves_the_table(happened: list[TicketHappening]) -> None:
    states = after(happened)

    for before, each, state in zip(states, happened, states[1:], strict=False):
        assert state is TRANSITIONS.get((before, each), before)


@given(happenings)
def test_goods_are_awaited_only_after_an_rma_was_issued(happened: list[TicketHappening]) -> None:
    issuing = {TicketHappening.RMA_ISSUED, TicketHappening.GOODS_UNSETTLED}
    unissued = [each for each in happened if each not in issuing]

    assert TicketState.AUTHORIZED not in after(unissued)


@given(happenings)
def test_a_partner_who_writes_is_never_left_with_a_resolved_ticket(happened: list[TicketHappening]) -> None:
    assert after([*happened, TicketHappening.PARTNER_WROTE])[-1] in {TicketState.OPEN, TicketState.AUTHORIZED}


@given(st.sampled_from(TicketState), st.sampled_from(TicketHappening))
def test_what_the_table_does_not_know_changes_nothing(state: TicketState, happening: TicketHappening) -> None:
    assert can(state, happening) == ((state, happening) in TRANSITIONS)
    if not can(state, happening):
        assert moved(state, happening) is state


def test_a_resolved_ticket_gets_no_rma_before_somebody_opens_it_again() -> None:
    assert not can(TicketState.RESOLVED, TicketHappening.RMA_ISSUED)
