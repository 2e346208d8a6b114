"""What should be in a box, put together from what the ticket service said and what was found."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from receiving_app.domain.authorization import Line, Part
from receiving_app.domain.expected import ExpectedLine
from receiving_app.domain.package import Package
from receiving_app.storage import items, service_data


def expected(connection: Connection, package: Package) -> tuple[ExpectedLine, ...]:
    """Give the lines of a package's accepted RMAs, in the RMAs' order."""
    found = []
    for judgement in package.accepted:
        # An RMA that the service has since deleted is known from the verdict it was judged by.
        rma = service_data.rma(connection, judgement.key) or judgement.facts.rma
        if rma is None:
            continue
        for line in rma.lines:
            of_line = items.on_line(connection, judgement.key, line.id)
            found.append(
                ExpectedLine(
                    rma_key=judgement.key,
                    number=judgement.number,
                    receive_by=rma.receive_by,
                    line=_with_parts(connection, line),
                    here=tuple(item for item in of_line if item.lpn == package.lpn),
                    others=tuple(item for item in of_line if item.lpn != package.lpn),
                )
            )
    return tuple(found)


def _with_parts(connection: Connection, line: Line) -> Line:
    return line if line.parts else replace(line, parts=model_parts(connection, line.model))


def model_parts(connection: Connection, model: str) -> tuple[Part, ...]:
    """Give a model's own list of parts; none where the service doesn't know the model."""
    known = service_data.model(connection, model)
    return known.parts if known else ()
