"""When an RMA is settled: nothing that it lists is still to come or still to be done, as far as this station knows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from receiving_app.domain.authorization import Line, Rma
from receiving_app.domain.disposition import Next
from receiving_app.domain.item import Item
from receiving_app.domain.verdict import Decision


def open_units(rma: Rma, found: Sequence[Item], gone: Collection[str], closed: Collection[str] = ()) -> int:
    """Count what an RMA still waits for.

    `gone` are the items that left, or whose replacement did; of the lines in `closed` nothing more is awaited.
    """
    return sum(
        _awaited(line, found, closed) + sum(not _settled(item, gone) for item in found if item.line == line.id)
        for line in rma.lines
    )


def _awaited(line: Line, found: Sequence[Item], closed: Collection[str]) -> int:
    if line.id in closed:
        return 0
    return max(0, line.quantity - sum(_accepted(item) for item in found if item.line == line.id))


def _settled(item: Item, gone: Collection[str]) -> bool:
    """Tell whether nothing is left to be done with an item; one that was not accepted leaves or is scrapped."""
    happens = item.disposition.next if item.disposition else None
    if not _accepted(item):
        return item.id in gone or happens is Next.SCRAP
    if item.inspection is None or not item.inspection.ended:
        return False
    return item.id in gone or happens in {Next.KEEP, Next.SCRAP}


def _accepted(item: Item) -> bool:
    return item.judgement is not None and item.judgement.decision is Decision.ACCEPT
