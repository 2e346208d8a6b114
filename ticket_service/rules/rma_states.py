"""An RMA's states, and the one table of moves between them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any


class RmaState(StrEnum):
    """Where an RMA stands: it is open, or it ended in one of three ways."""

    OPEN = "open"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    RESOLVED = "resolved"

    @property
    def told(self) -> dict[str, str | None]:
        """How the contract says it: what is over by its time or by its goods is closed."""
        closed = self in {RmaState.EXPIRED, RmaState.RESOLVED}
        return {"state": "closed" if closed else self.value, "closed_because": self.value if closed else None}


class RmaHappening(StrEnum):
    """What moves an RMA."""

    CANCELLED = "cancelled"
    TIME_RAN_OUT = "time-ran-out"
    EXTENDED = "extended"
    GOODS_SETTLED = "goods-settled"
    GOODS_UNSETTLED = "goods-unsettled"


#: Every move that there is; anything else leaves the RMA where it is. A cancelled one stays cancelled:
#: its number is on labels that must not count again.
TRANSITIONS: Mapping[tuple[RmaState, RmaHappening], RmaState] = {
    (RmaState.OPEN, RmaHappening.CANCELLED): RmaState.CANCELLED,
    (RmaState.OPEN, RmaHappening.TIME_RAN_OUT): RmaState.EXPIRED,
    (RmaState.OPEN, RmaHappening.EXTENDED): RmaState.OPEN,
    (RmaState.EXPIRED, RmaHappening.EXTENDED): RmaState.OPEN,
    (RmaState.OPEN, RmaHappening.GOODS_SETTLED): RmaState.RESOLVED,
    (RmaState.RESOLVED, RmaHappening.GOODS_UNSETTLED): RmaState.OPEN,
}


def state_of(rma: Mapping[str, Any]) -> RmaState:
    """Read where an RMA stands from its row as stations have it."""
    if rma["state"] != "closed":
        return RmaState(rma["state"])
    return RmaState.RESOLVED if rma.get("closed_because") == "resolved" else RmaState.EXPIRED


def moved(state: RmaState, happening: RmaHappening) -> RmaState:
    """Give the state after it happened."""
    return TRANSITIONS.get((state, happening), state)


def can(state: RmaState, happening: RmaHappening) -> bool:
    """Tell whether the table knows the move."""
    return (state, happening) in TRANSITIONS
