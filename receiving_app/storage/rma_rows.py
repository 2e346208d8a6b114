"""An RMA as the tables hold it: all of it is built before the transaction that stores it begins."""

from __future__ import annotations

from dataclasses import dataclass

from receiving_app.domain.authorization import Rma, serial_key
from receiving_app.domain.carrier import tracking_key
from receiving_app.domain.rma_number import number_key
from receiving_app.domain.search_text import search_text
from receiving_app.storage.forms import to_json


@dataclass(frozen=True, slots=True)
class RmaRow:
    """What is stored of one RMA: `serials` and `trackings` are the keys that point to it, `text` finds it."""

    rma_key: str
    number: str
    rev: int
    state: str
    partner: str
    body: str
    serials: frozenset[str]
    trackings: frozenset[str]
    receive_by: str
    replacement_shipped: bool
    awaited: int
    text: str


def rma_row(rma: Rma) -> RmaRow:
    """Build what is stored of an RMA."""
    return RmaRow(
        rma_key=number_key(rma.number),
        number=rma.number,
        rev=rma.rev,
        state=rma.state.value,
        partner=rma.partner,
        body=to_json(rma),
        serials=frozenset(serial_key(line.serial) for line in rma.lines if line.serial),
        trackings=frozenset(map(tracking_key, rma.tracking)),
        receive_by=rma.receive_by.isoformat(),
        replacement_shipped=rma.replacement_shipped,
        awaited=rma.units_awaited,
        text=search_text((rma.number, rma.ticket, *(line.serial or "" for line in rma.lines), *rma.tracking)),
    )
