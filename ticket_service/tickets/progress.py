"""How far an RMA is, as its partner follows it: authorized, sent, received, inspected, shipped back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from ticket_service.tickets.settling import Progress, counts, ticket_of


class Step(StrEnum):
    """The steps of an RMA, in order."""

    AUTHORIZED = "authorized"
    SENT = "sent"
    RECEIVED = "received"
    INSPECTED = "inspected"
    SHIPPED_BACK = "shipped-back"


def steps_done(rma: Mapping[str, Any], items: Sequence[dict[str, Any]]) -> int:
    """Count the steps that all goods of an RMA have behind them; `items` are those that stations found of it."""
    progress = ticket_of(dict(rma))
    if progress is Progress.RESOLVED:
        return len(Step)
    counted = [item for item in items if counts(item)]
    awaited = any(line["received"] < line["quantity"] and not line.get("not_returned") for line in rma["lines"])
    if progress is Progress.OPEN:
        return 2 if rma["tracking"] else 1
    if awaited or not counted or not all(item["outcome"] for item in counted):
        return 3
    return 5 if all(item["left"] for item in counted) else 4
