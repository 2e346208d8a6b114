"""What stations' events make of items and shipments, as the other stations see them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from pydantic import BaseModel

from ticket_service.event_types import NonsenseError, body_of
from ticket_service.item_types import (
    InspectionBegun,
    InspectionEnded,
    ItemFound,
    ItemJudged,
    ShipmentPacked,
    ShipmentSent,
)
from ticket_service.wire import Event

Data = dict[str, Any]


def item_after(item: Data | None, event: Event, body: BaseModel) -> Data | None:
    """Give the item as it stands after the event; one that was never found stays unknown."""
    if isinstance(body, ItemFound):
        return _found(event, body)
    if item is None:
        return None
    match body:
        case ItemJudged():
            return item | {"verdict": body.verdict}
        case InspectionBegun():
            return item | {"inspecting": True, "outcome": None, "next": None}
        case InspectionEnded():
            return item | {"inspecting": False, "outcome": body.outcome, "next": body.disposition.next}
        case ShipmentSent():
            return item | {"left": True, "left_at": item["left_at"] or event.occurred_at.isoformat()}
        case _:
            return item


def shipment_after(shipment: Data | None, event: Event, body: BaseModel) -> Data | None:
    """Give the shipment as it stands after the event."""
    match body:
        case ShipmentPacked():
            contents = {"items": list(body.items), "packages": list(body.packages)}
            return (shipment or _shipment(body.shipment, event)) | contents
        case ShipmentSent():
            sent = {"carrier": body.carrier, "tracking": body.tracking, "sent_at": event.occurred_at.isoformat()}
            return (shipment or _shipment(body.shipment, event)) | sent
        case _:
            return shipment


def item_from(events: Iterable[Event]) -> Data | None:
    """Build an item anew from its events; None when none of them found it."""
    item: Data | None = None
    for event, body in _understood(events):
        item = item_after(item, event, body)
    return item


def shipment_from(events: Iterable[Event]) -> Data | None:
    """Build a shipment anew from its events."""
    shipment: Data | None = None
    for event, body in _understood(events):
        shipment = shipment_after(shipment, event, body)
    return shipment


def _understood(events: Iterable[Event]) -> Iterable[tuple[Event, BaseModel]]:
    for event in events:
        with suppress(KeyError, NonsenseError):
            yield event, body_of(event)


def _found(event: Event, body: ItemFound) -> Data:
    return {
        "id": body.item,
        "lpn": event.subject.lpn,
        "station": event.station,
        "serial": body.serial,
        "model": body.model,
        "rma": body.number or body.rma_key or None,
        "line": body.line or None,
        "verdict": None,
        "inspecting": False,
        "outcome": None,
        "next": None,
        "left": False,
        "left_at": None,
    }


def _shipment(id_: str, event: Event) -> Data:
    return {
        "id": id_,
        "station": event.station,
        "items": [],
        "packages": [],
        "carrier": None,
        "tracking": None,
        "sent_at": None,
    }
