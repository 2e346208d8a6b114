"""What our records say of the serial numbers on a ticket."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, select

from ticket_service.rules.rma_states import RmaState
from ticket_service.rules.serial_list import ListedProduct
from ticket_service.storage.ticket_tables import devices, rma_serials, rmas


class Remark(StrEnum):
    """What is known of a serial number; only one on an open RMA, or in no form to be one, is not taken."""

    SOLD = "sold"
    UNKNOWN = "unknown"
    SOLD_TO_ANOTHER = "sold-to-another"
    ON_OPEN_RMA = "on-open-rma"
    NO_SERIAL = "no-serial"


#: What the person who typed the list reads; another partner's name or RMA is never said.
SENTENCES = {
    Remark.SOLD: "Sold to you.",
    Remark.UNKNOWN: "We do not know this serial number. Compare it with the device; we will look at it, too.",
    Remark.SOLD_TO_ANOTHER: "By our records it was sold to somebody else. Tell us in the problem where it is from.",
    Remark.ON_OPEN_RMA: "It is on an open RMA already. Write to us there, or call 312-981-8774 x 3.",
}


@dataclass(frozen=True, slots=True)
class CheckedProduct:
    """One line of a list and the answer to it; `model` and `sold_on` are from our records."""

    listed: ListedProduct
    remark: Remark
    sentence: str
    model: str | None = None
    sold_on: date | None = None

    @property
    def can_be_taken(self) -> bool:
        """Whether a ticket may have it."""
        return self.remark not in {Remark.NO_SERIAL, Remark.ON_OPEN_RMA}


def check(connection: Connection, partner: str, products: Sequence[ListedProduct]) -> tuple[CheckedProduct, ...]:
    """Answer every line of a partner's list."""
    keys = {product.key for product in products if product.fault is None}
    sold = _sold(connection, keys)
    returning = on_open_rmas(connection, keys)
    return tuple(_answer(product, partner, sold.get(product.key, []), returning) for product in products)


def on_open_rmas(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """Give the number of the open RMA that a serial number is on, for those that are on one."""
    wanted = (
        select(rma_serials.c.serial_key, rmas.c.number)
        .join(rmas, rmas.c.number == rma_serials.c.number)
        .where(rma_serials.c.serial_key.in_(sorted(keys)), rmas.c.state == RmaState.OPEN.value)
    )
    return {row.serial_key: row.number for row in connection.execute(wanted)}


def _sold(connection: Connection, keys: Iterable[str]) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(select(devices).where(devices.c.serial_key.in_(sorted(keys)))):
        found.setdefault(row.serial_key, []).append(row)
    return found


def _answer(
    product: ListedProduct, partner: str, sold: Sequence[Row[Any]], returning: dict[str, str]
) -> CheckedProduct:
    if product.fault is not None:
        return CheckedProduct(product, Remark.NO_SERIAL, product.fault)
    own = [row for row in sold if row.partner == partner]
    device = next(iter(own or sold), None)
    if product.key in returning:
        remark = Remark.ON_OPEN_RMA
    elif device is None:
        remark = Remark.UNKNOWN
    else:
        remark = Remark.SOLD if own else Remark.SOLD_TO_ANOTHER
    known = {"model": device.model, "sold_on": device.sold_on if own else None} if device is not None else {}
    return CheckedProduct(product, remark, SENTENCES[remark], **known)
