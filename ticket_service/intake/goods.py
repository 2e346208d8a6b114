"""Items, shipments and their RMAs as a batch of events finds and leaves them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy import Connection

from ticket_service.contract.wire import Event
from ticket_service.intake.history import events_about
from ticket_service.intake.item_types import ExchangeDecided, LineSettled, OfItem, ShipmentPacked, ShipmentSent
from ticket_service.intake.items import (
    item_after,
    item_from,
    settlement_after,
    settlement_from,
    settlement_id,
    shipment_after,
    shipment_from,
)
from ticket_service.rules.rma_number import look_up_key
from ticket_service.storage.state import StateRow, get, items_of_rma, rmas_by_key
from ticket_service.tickets.settling import rma_after, rma_settled

Data = dict[str, Any]
#: An item, a shipment or what was settled of a line: its kind and its id.
Thing = tuple[str, str]

_AFTER = {"item": item_after, "shipment": shipment_after, "settlement": settlement_after}
_FROM = {"item": item_from, "shipment": shipment_from, "settlement": settlement_from}


@dataclass
class Goods:
    """What a batch may touch, read when it is asked for; `rmas` are by the letters and digits of their numbers."""

    connection: Connection
    now: datetime
    rmas: dict[str, Data | None]
    things: dict[Thing, Data | None] = field(default_factory=dict)
    changed: dict[Thing, None] = field(default_factory=dict)
    changed_rmas: dict[str, None] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)

    def rma(self, number: str) -> Data | None:
        """Give an RMA by its number, as it stands in the batch."""
        key = look_up_key(number)
        if key not in self.rmas:
            self.rmas[key] = rmas_by_key(self.connection, [key]).get(key)
        return self.rmas[key]

    def item(self, id_: str) -> Data | None:
        """Give an item as it stands in the batch."""
        return self._thing(("item", id_))

    def shipment(self, id_: str) -> Data | None:
        """Give a shipment as it stands in the batch."""
        return self._thing(("shipment", id_))

    def items_of(self, key: str) -> list[Data]:
        """Give all items of an RMA, by the letters and digits of its number, as they stand in the batch."""
        if key not in self.whole:
            self.whole.add(key)
            for item in items_of_rma(self.connection, key):
                self.things.setdefault(("item", item["id"]), item)
        items = (data for (kind, _), data in self.things.items() if kind == "item" and data is not None)
        return [item for item in items if item["rma"] and look_up_key(item["rma"]) == key]

    def about(self, body: BaseModel) -> tuple[Thing, ...]:
        """Name the items, the shipment and the line that an event tells something of."""
        match body:
            case OfItem():
                return (("item", body.item),)
            case ExchangeDecided():
                return tuple(("item", side.item) for side in body.sides)
            case LineSettled():
                return (("settlement", settlement_id(body)),)
            case ShipmentPacked():
                return (("shipment", body.shipment),)
            case ShipmentSent():
                shipment = self._thing(("shipment", body.shipment))
                items = dict.fromkeys(shipment["items"]) if shipment else ()
                return (("shipment", body.shipment), *(("item", item) for item in items))
            case _:
                return ()

    def happened(self, event: Event, body: BaseModel) -> None:
        """Let an event change what it is about."""
        for thing in self.about(body):
            self._stands(thing, _AFTER[thing[0]](self._thing(thing), event, body))

    def conflict(self, body: BaseModel) -> tuple[str, str] | None:
        """Name (as a problem's type and a sentence) what stands against a shipment that left, if anything does."""
        if not isinstance(body, ShipmentSent):
            return None
        if self._thing(("shipment", body.shipment)) is None:
            return "shipment-unknown", f"{body.shipment} left, but nothing was packed under this name."
        items = [item for kind, id_ in self.about(body) if kind == "item" and (item := self.item(id_)) is not None]
        gone = [item["id"] for item in items if item["left"]]
        if gone:
            return "already-shipped", f"{', '.join(gone)} had left before."
        rmas = [rma for item in items if item["rma"] and (rma := self.rma(item["rma"])) is not None]
        cancelled = dict.fromkeys(rma["number"] for rma in rmas if rma["state"] == "cancelled")
        return ("rma-not-open", f"{', '.join(cancelled)} was cancelled before its goods left.") if cancelled else None

    def tell_again(self, things: Iterable[Thing]) -> None:
        """Build things anew from the journal, after something was taken back."""
        for thing in things:
            self._stands(thing, _FROM[thing[0]](events_about(self.connection, *thing)))

    def rows(self) -> list[StateRow]:
        """State everything that has changed."""
        rmas = [self.rmas[key] for key in self.changed_rmas]
        return [
            *(_row(thing, self.things[thing]) for thing in self.changed),
            *(StateRow("rma", rma["number"], rma) for rma in rmas if rma is not None),
        ]

    def _thing(self, thing: Thing) -> Data | None:
        if thing not in self.things:
            kind, id_ = thing
            self.things[thing] = get(self.connection, kind, [id_]).get(id_)
        return self.things[thing]

    def _stands(self, thing: Thing, after: Data | None) -> None:
        before = self._thing(thing)
        if before == after:
            return
        keys = {look_up_key(item["rma"]) for item in (before, after) if item and item.get("rma")}
        items_before = {key: self.items_of(key) for key in keys}
        self.things[thing] = after
        self.changed[thing] = None
        if thing[0] == "settlement":
            self._settles(before, after)
            return
        for key, items in items_before.items():
            rma = self.rma(key)
            if rma is not None and (told := rma_after(rma, items, self.items_of(key), self.now)) != rma:
                self.rmas[key] = told
                self.changed_rmas[key] = None

    def _settles(self, before: Data | None, after: Data | None) -> None:
        """Let an RMA follow what was settled of one of its lines, or taken back."""
        of = after or before
        rma = self.rma(of["rma"]) if of else None
        if of is None or rma is None:
            return
        key = look_up_key(rma["number"])
        self.rmas[key] = rma_settled(rma, of["line"], after is not None, self.items_of(key), self.now)
        self.changed_rmas[key] = None


def _row(thing: Thing, data: Data | None) -> StateRow:
    kind, id_ = thing
    return StateRow(kind, id_, data or {"id": id_}, deleted=data is None)
