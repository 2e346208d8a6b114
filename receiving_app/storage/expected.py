"""What should be in a box, put together from what the ticket service said and what was found."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from receiving_app.domain.authorization import Line, Part, Rma
from receiving_app.domain.expected import ExpectedLine
from receiving_app.domain.item import Item
from receiving_app.domain.package import Package
from receiving_app.storage import items, service_data, settled_lines


def expected(connection: Connection, package: Package) -> tuple[ExpectedLine, ...]:
    """Give the lines of a package's accepted RMAs, in the RMAs' order."""
    found: list[ExpectedLine] = []
    for judgement in package.accepted:
        # An RMA that the service has since deleted is known from the verdict it was judged by.
        rma = service_data.rma(connection, judgement.key) or judgement.facts.rma
        if rma is None:
            continue
        found += _of_rma(connection, judgement.key, rma, rma.lines, package.lpn)
    return tuple(found)


def line_of(connection: Connection, item: Item) -> ExpectedLine | None:
    """Give the line that an item was counted to, whatever box it came in; the last known one where it is gone."""
    rma = service_data.rma(connection, item.rma_key)
    line = next((line for line in rma.lines if line.id == item.line), None) if rma else None
    if rma is None:
        return None
    if line is None:
        known = item.judgement.facts.line if item.judgement else None
        line = known if known is not None and known.id == item.line else None
    return next(iter(_of_rma(connection, item.rma_key, rma, (line,), item.lpn))) if line else None


def lines_of_rma(connection: Connection, rma_key: str) -> tuple[ExpectedLine, ...]:
    """Give all lines of an RMA with what came of them in whatever box."""
    rma = service_data.rma(connection, rma_key)
    return _of_rma(connection, rma_key, rma, rma.lines, "") if rma else ()


def _of_rma(
    connection: Connection, rma_key: str, rma: Rma, lines: tuple[Line, ...], lpn: str
) -> tuple[ExpectedLine, ...]:
    settled = settled_lines.of_rma(connection, rma_key)
    found = []
    for line in lines:
        of_line = items.on_line(connection, rma_key, line.id)
        found.append(
            ExpectedLine(
                rma_key=rma_key,
                number=rma.number,
                receive_by=rma.receive_by,
                line=_with_parts(connection, line),
                here=tuple(item for item in of_line if item.lpn == lpn),
                others=tuple(item for item in of_line if item.lpn != lpn),
                settled=line.id in settled,
            )
        )
    return tuple(found)


def _with_parts(connection: Connection, line: Line) -> Line:
    return line if line.parts else replace(line, parts=model_parts(connection, line.model))


def model_parts(connection: Connection, model: str) -> tuple[Part, ...]:
    """Give a model's own list of parts; none where the service doesn't know the model."""
    known = service_data.model(connection, model)
    return known.parts if known else ()
