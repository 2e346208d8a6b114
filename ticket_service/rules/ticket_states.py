"""A ticket's states as its people move them, and the one table of moves; how far its goods are, its RMAs tell."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class TicketState(StrEnum):
    """Whose turn it is, or how it ended."""

    OPEN = "open"
    ANSWERED = "answered"
    AUTHORIZED = "authorized"
    RESOLVED = "resolved"


class TicketHappening(StrEnum):
    """What moves a ticket."""

    SUPPORT_ANSWERED = "support-answered"
    PARTNER_WROTE = "partner-wrote"
    RMA_ISSUED = "rma-issued"
    NO_RMA_LEFT = "no-rma-left"
    SOLVED_REMOTELY = "solved-remotely"
    GOODS_SETTLED = "goods-settled"
    GOODS_UNSETTLED = "goods-unsettled"


#: Every move that there is; anything else leaves the ticket where it is.
TRANSITIONS: Mapping[tuple[TicketState, TicketHappening], TicketState] = {
    (TicketState.OPEN, TicketHappening.SUPPORT_ANSWERED): TicketState.ANSWERED,
    (TicketState.ANSWERED, TicketHappening.PARTNER_WROTE): TicketState.OPEN,
    (TicketState.RESOLVED, TicketHappening.PARTNER_WROTE): TicketState.OPEN,
    (TicketState.OPEN, TicketHappening.RMA_ISSUED): TicketState.AUTHORIZED,
    (TicketState.ANSWERED, TicketHappening.RMA_ISSUED): TicketState.AUTHORIZED,
    (TicketState.AUTHORIZED, TicketHappening.RMA_ISSUED): TicketState.AUTHORIZED,
    (TicketState.AUTHORIZED, TicketHappening.NO_RMA_LEFT): TicketState.OPEN,
    (TicketState.OPEN, TicketHappening.SOLVED_REMOTELY): TicketState.RESOLVED,
    (TicketState.ANSWERED, TicketHappening.SOLVED_REMOTELY): TicketState.RESOLVED,
    (TicketState.AUTHORIZED, TicketHappening.GOODS_SETTLED): TicketState.RESOLVED,
    (TicketState.RESOLVED, TicketHappening.GOODS_UNSETTLED): TicketState.AUTHORIZED,
}

#: After these somebody of support has something to do; after the others nobody waits for them.
AWAITS_SUPPORT = frozenset({TicketHappening.PARTNER_WROTE, TicketHappening.NO_RMA_LEFT})
ANSWERS = frozenset(
    {
        TicketHappening.SUPPORT_ANSWERED,
        TicketHappening.RMA_ISSUED,
        TicketHappening.SOLVED_REMOTELY,
        TicketHappening.GOODS_SETTLED,
    }
)


def moved(state: TicketState, happening: TicketHappening) -> TicketState:
    """Give the state after it happened."""
    return TRANSITIONS.get((state, happening), state)


def can(state: TicketState, happening: TicketHappening) -> bool:
    """Tell whether the table knows the move."""
    return (state, happening) in TRANSITIONS
