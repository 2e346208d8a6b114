"""What stations' events make of a package, as the other stations see it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from ticket_service.event_types import (
    ActUndone,
    LabelStruckOut,
    NonsenseError,
    PackageArrived,
    PackageEnded,
    PackageJudged,
    PackageMerged,
    body_of,
)
from ticket_service.rma_number import look_up_key
from ticket_service.wire import Event

Data = dict[str, Any]


def package_after(package: Data | None, event: Event, body: BaseModel) -> Data | None:
    """Give the package as it stands after the event."""
    now = package or {
        "lpn": event.subject.lpn,
        "station": event.station,
        "received_at": event.occurred_at.isoformat(),
        "rmas": [],
        "ended": None,
    }
    match body:
        case PackageArrived():
            return now | {"received_at": body.received_at.isoformat()}
        case PackageJudged(number=str() as number):
            verdict = {"number": number, "verdict": body.verdict}
            return now | {"rmas": [*_without(now, number), verdict]}
        case LabelStruckOut(number=str() as number):
            return now | {"rmas": _without(now, number)}
        case PackageMerged():
            return now | {"ended": "merged"}
        case PackageEnded():
            return now | {"ended": body.how}
        case _ if event.type.startswith("package."):
            return now
        case _:
            return package


def package_from(events: Iterable[Event]) -> Data | None:
    """Build a package anew from all its events, leaving out what was undone."""
    understood = [(event, body) for event in events if (body := _body(event)) is not None]
    undone = {body.event for _, body in understood if isinstance(body, ActUndone)}
    package: Data | None = None
    for event, body in understood:
        if event.id not in undone:
            package = package_after(package, event, body)
    return package


def conflict(judged: PackageJudged, rma: Data | None, package: Data | None) -> tuple[str, str] | None:
    """Name (as a problem's type and a sentence) what stands against an acceptance, if anything does."""
    if judged.verdict != "accept" or judged.number is None:
        return None
    if rma is None:
        return "rma-unknown", f"{judged.number} was accepted, but no such RMA was issued."
    if rma["state"] != "open":
        return "rma-not-open", f"{rma['number']} was accepted, but it is {rma['state']}."
    if _all_received(rma) and not _accepted(package, judged.number):
        return "already-received", f"{rma['number']} was accepted, but everything on it has already come."
    return None


def _all_received(rma: Data) -> bool:
    return all(line["received"] >= line["quantity"] for line in rma["lines"])


def _accepted(package: Data | None, number: str) -> bool:
    mine = [] if package is None else package["rmas"]
    return any(_same(entry, number) and entry["verdict"] == "accept" for entry in mine)


def _without(package: Data, number: str) -> list[Data]:
    return [entry for entry in package["rmas"] if not _same(entry, number)]


def _same(entry: Data, number: str) -> bool:
    return look_up_key(entry["number"]) == look_up_key(number)


def _body(event: Event) -> BaseModel | None:
    try:
        return body_of(event)
    except (KeyError, NonsenseError):
        return None
