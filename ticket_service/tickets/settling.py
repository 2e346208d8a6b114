"""What items make of their RMA and its ticket: counts, the ticket's state, and the end of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from ticket_service.rules.rma_states import RmaHappening, RmaState, moved, state_of

Data = dict[str, Any]

#: Outcomes after which an item waits no longer.
_ENDS = frozenset({"no-fault-found", "repaired", "replaced", "not-covered", "unrepairable"})


class Progress(StrEnum):
    """How far the goods of an RMA are; in order. Stations read it as the state of its ticket."""

    OPEN = "open"
    RECEIVED = "received"
    INSPECTING = "inspecting"
    RESOLVED = "resolved"


class Happening(StrEnum):
    """What moves a ticket, and what moves it back."""

    GOODS_CAME = "goods-came"
    INSPECTION_BEGAN = "inspection-began"
    ALL_SETTLED = "all-settled"
    SOMETHING_UNSETTLED = "something-unsettled"
    INSPECTION_TAKEN_BACK = "inspection-taken-back"
    GOODS_TAKEN_BACK = "goods-taken-back"


#: Every move that there is; anything else leaves the ticket where it is.
TRANSITIONS: Mapping[tuple[Progress, Happening], Progress] = {
    (Progress.OPEN, Happening.GOODS_CAME): Progress.RECEIVED,
    (Progress.RECEIVED, Happening.INSPECTION_BEGAN): Progress.INSPECTING,
    (Progress.INSPECTING, Happening.ALL_SETTLED): Progress.RESOLVED,
    (Progress.RESOLVED, Happening.SOMETHING_UNSETTLED): Progress.INSPECTING,
    (Progress.INSPECTING, Happening.INSPECTION_TAKEN_BACK): Progress.RECEIVED,
    (Progress.RECEIVED, Happening.GOODS_TAKEN_BACK): Progress.OPEN,
}

_STATES = list(Progress)
_FORWARD = (Happening.GOODS_CAME, Happening.INSPECTION_BEGAN, Happening.ALL_SETTLED)
_BACK = (Happening.SOMETHING_UNSETTLED, Happening.INSPECTION_TAKEN_BACK, Happening.GOODS_TAKEN_BACK)


def rma_after(rma: Data, before: Sequence[Data], after: Sequence[Data], now: datetime) -> Data:
    """Give an RMA after its items changed; `before` and `after` are all of its items."""
    lines = [
        line | {"received": max(0, line["received"] + _came(after, line) - _came(before, line))} for line in _of(rma)
    ]
    counted = rma | {"lines": lines}
    return _moved(rma, counted, happenings(far(rma, before), far(counted, after)), now)


def rma_settled(rma: Data, line_id: str, not_returned: bool, items: Sequence[Data], now: datetime) -> Data:
    """Give an RMA after the rest of a line was settled as not returned, or that was taken back."""
    lines = [line | {"not_returned": not_returned} if line["id"] == line_id else line for line in _of(rma)]
    settled = rma | {"lines": lines}
    return _moved(rma, settled, happenings(far(rma, items), far(settled, items)), now)


def _moved(rma: Data, changed: Data, happened: Iterable[Happening], now: datetime) -> Data:
    """Move the ticket of an RMA that has changed."""
    old = ticket_of(rma)
    new = ticket_after(old, happened)
    if new is old:
        return changed
    return changed | {"ticket_state": new.value} | _ending(rma, old, new, now)


def ticket_of(rma: Data) -> Progress:
    """Tell where an RMA's ticket stands; one that nothing was said of stands where its RMA does."""
    resolved = rma.get("closed_because") == "resolved"
    return Progress(rma.get("ticket_state") or (Progress.RESOLVED if resolved else Progress.OPEN))


def ticket_after(ticket: Progress, happened: Iterable[Happening]) -> Progress:
    """Move a ticket by the table."""
    for happening in happened:
        ticket = TRANSITIONS.get((ticket, happening), ticket)
    return ticket


def happenings(before: Progress, after: Progress) -> tuple[Happening, ...]:
    """Name what lies between how far an RMA's goods were and how far they are."""
    old, new = _STATES.index(before), _STATES.index(after)
    if new > old:
        # A ticket that was behind its goods catches up.
        return _FORWARD[:new]
    return _BACK[len(_BACK) - old : len(_BACK) - new]


def far(rma: Data, items: Sequence[Data]) -> Progress:
    """Tell how far an RMA's goods are by its items."""
    counted = [item for item in items if counts(item)]
    lines = _of(rma)
    if lines and all(_line_settled(line, items) for line in lines):
        return Progress.RESOLVED
    if any(item["inspecting"] or item["outcome"] for item in counted):
        return Progress.INSPECTING
    if counted or any(line["received"] for line in lines):
        return Progress.RECEIVED
    return Progress.OPEN


def counts(item: Data) -> bool:
    """Tell whether an item counts as received on its line."""
    return item["verdict"] == "accept" and item["line"] is not None


def _line_settled(line: Data, items: Iterable[Data]) -> bool:
    here = [item for item in items if item["line"] == line["id"]]
    complete = bool(line.get("not_returned")) or sum(map(counts, here)) >= line["quantity"]
    return complete and all(_settled(item) for item in here)


def _settled(item: Data) -> bool:
    """Tell whether nothing is left to be done with an item; one not accepted has to leave or to be scrapped."""
    if not counts(item):
        return bool(item["left"] or item["next"] == "scrap")
    return item["outcome"] in _ENDS and bool(item["left"] or item["next"] in {"keep", "scrap"})


def _ending(rma: Data, old: Progress, new: Progress, now: datetime) -> Data:
    """Close an open RMA with its ticket, and open again what was closed that way."""
    if Progress.RESOLVED not in {old, new}:
        return {}
    state = state_of(rma)
    after = moved(state, RmaHappening.GOODS_SETTLED if new is Progress.RESOLVED else RmaHappening.GOODS_UNSETTLED)
    return (
        {} if after is state else {**after.told, "closed_at": now.isoformat() if after is RmaState.RESOLVED else None}
    )


def _came(items: Iterable[Data], line: Data) -> int:
    return sum(1 for item in items if counts(item) and item["line"] == line["id"])


def _of(rma: Data) -> list[Data]:
    lines: list[Data] = rma["lines"]
    return lines
