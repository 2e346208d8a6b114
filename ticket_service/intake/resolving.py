"""How an RMA ended, device by device, as its partner reads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from ticket_service.intake.goods import Goods
from ticket_service.intake.history import shipments_with
from ticket_service.mail import wording
from ticket_service.rules.rma_number import look_up_key

Data = dict[str, Any]


def resolution(connection: Connection, goods: Goods, rma: Data) -> str:
    """Say how each device of a settled RMA ended, and what never came."""
    items = sorted(goods.items_of(look_up_key(rma["number"])), key=lambda item: str(item["id"]))
    shipments = _shipments(connection, goods, [item["id"] for item in items])
    endings = [_ending(item, shipments.get(item["id"])) for item in items]
    missing = [line["serial"] or line["model"] for line in rma["lines"] if line.get("not_returned")]
    return wording.resolved(rma["number"], endings, missing)


def _shipments(connection: Connection, goods: Goods, items: Iterable[str]) -> dict[str, Data]:
    """Give what each item left with; of several the last that still holds."""
    left = {}
    for item, id_ in shipments_with(connection, items):
        shipment = goods.shipment(id_)
        if shipment is not None and shipment["sent_at"] is not None and item in shipment["items"]:
            left[item] = shipment
    return left


def _ending(item: Data, shipment: Data | None) -> wording.Ending:
    return wording.Ending(
        serial=item["serial"],
        outcome=item["outcome"],
        kept=None if item["left"] else item["next"],
        carrier=shipment["carrier"] if shipment else None,
        tracking=shipment["tracking"] if shipment else None,
    )
