"""What stations' events make of items and shipments, as the other stations see them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from pydantic import BaseModel

from ticket_service.contract.wire import Event
from ticket_service.intake.event_types import NonsenseError, body_of
from ticket_service.intake.item_types import (
    ExchangeDecided,
    InspectionBegun,
    InspectionEnded,
    ItemDecided,
    ItemFound,
    ItemJudged,
    ItemListed,
    LineSettled,
    ShipmentPacked,
    ShipmentSent,
)
from ticket_service.rules.rma_number import look_up_key

Data = dict[str, Any]


def item_after(item: Data | None, event: Event, body: BaseModel) -> Data | None:
    """Give the item as it stands after the event; one that was never found stays unknown."""
    if isinstance(body, ItemFound):
        return _found(event, body)
    if item is None:
        return None
    match body:
        case ItemListed():
            return item | {"rma": body.number or body.rma_key or None, "line": body.line or None, "model": body.model}
        case ExchangeDecided(crossed=True):
            return item | _belongs(item, body)
        case ItemJudged():
            # What was decided of the verdict before goes with it; an outcome stays.
            fate = {} if item["outcome"] else {"next": None}
            return item | {"verdict": body.verdict, "judged": str(event.id)} | fate
        case InspectionBegun():
            return item | {"inspecting": True, "outcome": None, "next": None}
        case InspectionEnded():
            ended = {"inspecting": False, "outcome": body.outcome, "next": body.disposition.next}
            return item | ended | {"decided": str(event.id)}
        case ItemDecided():
            return _decided(item, event, body)
        case ShipmentSent():
            return item | {"left": True, "left_at": item["left_at"] or event.occurred_at.isoformat()}
        case _:
            return item


def _decided(item: Data, event: Event, body: ItemDecided) -> Data:
    """Give the item after a decision on what it stands at; one on an earlier verdict or outcome changes nothing."""
    happens = body.disposition.next if body.disposition else None
    if body.judged == item["judged"]:
        match body.choice:
            case "accept":
                return item | {"verdict": "accept"}
            case "identify" if body.identity is not None:
                told = body.identity
                return item | {"rma": told.number, "line": told.line, "model": told.model, "serial": told.serial}
            case _:
                return item | {"next": happens}
    if body.judged != item["decided"]:
        return item
    if body.choice == "repair":
        return item | {"inspecting": True, "outcome": None, "next": None}
    # The partner has to answer: what is decided then is about the same outcome.
    standing = {} if body.choice == "quote" else {"decided": str(event.id)}
    return item | {"next": happens} | standing


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


def settlement_after(settlement: Data | None, event: Event, body: BaseModel) -> Data | None:
    """Give what was settled of a line as it stands after the event."""
    if not isinstance(body, LineSettled):
        return settlement
    return {
        "id": settlement_id(body),
        "rma": body.number,
        "line": body.line,
        "how": body.how,
        "station": event.station,
        "person": event.actor.person,
        "settled_at": event.occurred_at.isoformat(),
    }


def settlement_id(body: LineSettled) -> str:
    """Name what is settled of a line."""
    return f"{look_up_key(body.number)}/{body.line}"


def settlement_from(events: Iterable[Event]) -> Data | None:
    """Build what was settled of a line anew from its events."""
    settlement: Data | None = None
    for event, body in _understood(events):
        settlement = settlement_after(settlement, event, body)
    return settlement


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
        "judged": None,
        "inspecting": False,
        "outcome": None,
        "decided": None,
        "next": None,
        "left": False,
        "left_at": None,
    }


def _belongs(item: Data, body: ExchangeDecided) -> Data:
    """Say which line a device of crossed boxes belongs to."""
    side = next(side for side in body.sides if side.item == item["id"])
    return {"rma": side.number, "line": side.line, "model": side.model}


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
