"""Things for tests: rows of the service's state, and events in a station's chain of hashes."""

from __future__ import annotations

import hashlib
import json
import uuid
from typing import Any

from ticket_service.storage.state import StateRow

Event = dict[str, Any]

RULE = {"kind": "rule", "person": None, "role": None, "how": "label-rules"}
TECHNICIAN = {"kind": "person", "person": "U-03", "role": "technician", "how": "badge"}
SUPERVISOR = {"kind": "person", "person": "U-05", "role": "supervisor", "how": "badge"}


def rma(number: str, **other: Any) -> StateRow:
    return StateRow("rma", number, {"number": number, "state": "open", "lines": [line("1")]} | other)


def line(id_: str, quantity: int = 1) -> dict[str, Any]:
    return {"id": id_, "model": "KP2", "serial": f"KP2-000{id_}", "quantity": quantity, "received": 0}


def person(id_: str, *roles: str, active: bool = True) -> StateRow:
    return StateRow("person", id_, {"id": id_, "roles": list(roles), "active": active})


def hash_of(event: Event) -> str:
    content = {key: value for key, value in event.items() if key != "hash"}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class Chain:
    """A station's journal as it is sent."""

    def __init__(self, station: str = "DOCK-1") -> None:
        self.station = station
        self.seq = 0
        self.hash = "0" * 64

    def event(self, type_: str, body: Any, /, lpn: str | None = "LPN-1", **other: Any) -> Event:
        event = {
            "id": str(uuid.uuid4()),
            "station_seq": self.seq + 1,
            "type": type_,
            "schema": 1,
            "subject": {"lpn": lpn, "rma": body.get("number")},
            "occurred_at": "2026-11-23T09:00:00-06:00",
            "clock_offset_ms": -12,
            "data_as_of": None,
            "actor": RULE,
            "station": self.station,
            "body": body,
            "prev_hash": self.hash,
        } | other
        return self._linked(event | {"hash": hash_of(event)})

    def observation(self) -> Event:
        hash_ = hashlib.sha256(f"{self.station} {self.seq}".encode()).hexdigest()
        return self._linked({"station_seq": self.seq + 1, "prev_hash": self.hash, "hash": hash_})

    def arrived(self, lpn: str = "LPN-1") -> Event:
        body = {"received_at": "2026-11-23T08:55:00-06:00", "received_by": "truck"}
        return self.event("package.arrived", body, lpn)

    def judged(self, number: str | None, verdict: str = "accept", lpn: str = "LPN-1") -> Event:
        return self.event("package.judged", {"number": number, "verdict": verdict, "codes": []}, lpn)

    def found(self, item: str = "ITM-1", line_id: str = "1", number: str = "RMA-00001235", **other: Any) -> Event:
        body = {"item": item, "serial": f"S-{item}", "model": "KP2", "line": line_id, "rma_key": "", "number": number}
        return self.event("item.found", body | {"placeholder": False}, **other)

    def item_judged(self, verdict: str = "accept", item: str = "ITM-1") -> Event:
        return self.event("item.judged", {"item": item, "verdict": verdict, "codes": []})

    def begun(self, item: str = "ITM-1") -> Event:
        template = {"model": "KP2", "version": 3, "steps": []}
        return self.event("inspection.begun", {"item": item, "template": template}, actor=TECHNICIAN)

    def ended(
        self, outcome: str = "repaired", next_: str = "return", item: str = "ITM-1", serial: str | None = None, **o: Any
    ) -> Event:
        body = {"item": item, "outcome": outcome, "disposition": {"next": next_}, "replacement_serial": serial}
        return self.event("inspection.ended", body, **({"actor": TECHNICIAN} | o))

    def packed(self, *items: str, shipment: str = "SHP-1") -> Event:
        body = {"shipment": shipment, "items": items, "send_back_to": {"name": "Fleet"}, "payer": "partner"}
        return self.event("shipment.packed", body, lpn=None)

    def sent(self, shipment: str = "SHP-1", **other: Any) -> Event:
        body = {"shipment": shipment, "carrier": "UPS", "tracking": "1Z84R7W00373236737"}
        return self.event("shipment.sent", body, lpn=None, **other)

    def decided(self, **other: Any) -> Event:
        body = {"number": "RMA-00001235", "decision": "override", "reason": "late-waived", "note": ""}
        return self.event("review.decided", body, **({"actor": SUPERVISOR} | other))

    def item_decided(self, about: Event, choice: str, next_: str | None = None, **other: Any) -> Event:
        body = {"item": "ITM-1", "judged": about["id"], "choice": choice, "reason": "other", "note": ""}
        body |= {"disposition": None if next_ is None else {"next": next_}} | other.pop("said", {})
        return self.event("item.decided", body, **({"actor": SUPERVISOR} | other))

    def undone(self, *events: Event) -> Event:
        return self.event("act.undone", {"act": "A-1", "events": [event["id"] for event in events]}, lpn=None)

    def batch(self, *events: Event) -> dict[str, Any]:
        return {"station": self.station, "events": list(events)}

    def _linked(self, element: Event) -> Event:
        self.seq, self.hash = element["station_seq"], element["hash"]
        return element
