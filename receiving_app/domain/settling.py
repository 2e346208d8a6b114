"""When an RMA is settled: nothing that it lists is still to come or still to be done, as far as this station knows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from receiving_app.domain.authorization import Line, Rma
from receiving_app.domain.disposition import Next
from receiving_app.domain.item import Item
from receiving_app.domain.verdict import Decision


def open_units(rma: Rma, found: Sequence[Item], gone: Collection[str]) -> int:
    """Count what an RMA still waits for; `gone` are the items that left, or whose replacement did."""
    return sum(_open(line, [item for item in found if item.line == line.id], gone) for line in rma.lines)


def _open(line: Line, found: Sequence[Item], gone: Collection[str]) -> int:
    accepted = sum(map(_accepted, found))
    return max(0, line.quantity - accepted) + sum(not _settled(item, item.id in gone) for item in found)


def _settled(item: Item, is_gone: bool) -> bool:
    """Tell whether nothing is left to be done with an item; one that was not accepted only has to leave."""
    inspection = item.inspection
    if not _accepted(item):
        return is_gone
    if inspection is None or not inspection.ended or inspection.disposition is None:
        return False
    return is_gone or inspection.disposition.next is Next.KEEP


def _accepted(item: Item) -> bool:
    return item.judgement is not None and item.judgement.verdict.decision is Decision.ACCEPT
