"""What stations' events make of a package, as the other stations see it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from pydantic import BaseModel

from ticket_service.contract.wire import Event
from ticket_service.intake.event_types import (
    LabelStruckOut,
    NonsenseError,
    PackageArrived,
    PackageEnded,
    PackageJudged,
    PackageMerged,
    body_of,
)
from ticket_service.intake.unclaimed import box_after
from ticket_service.intake.unclaimed_types import PackageIdentified
from ticket_service.rules.rma_number import look_up_key

Data = dict[str, Any]


def package_after(package: Data | None, event: Event, body: BaseModel) -> Data | None:
    """Give the package as it stands after the event."""
    if not event.type.startswith(("package.", "label.", "unclaimed.")):
        return package
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
        case PackageJudged(number=str() as number) if number and now["ended"] is None:
            return now | {"rmas": [*_without(now, number), {"number": number, "verdict": body.verdict}]}
        case LabelStruckOut():
            return now | {"rmas": _without(now, body.number)}
        case PackageMerged():
            # What was read from it belongs to the other package; that one is judged anew.
            return now | {"ended": "merged", "rmas": []}
        case PackageEnded():
            return now | {"ended": body.how, "rmas": []}
        case PackageIdentified() if body.before and body.number:
            return box_after(now, event, body) | {"rmas": _without(now, body.before)}
        case _:
            return box_after(now, event, body)


def package_from(events: Iterable[Event]) -> Data | None:
    """Build a package anew from its events; None when none of them made one."""
    package: Data | None = None
    for event in events:
        # A fact whose body made no sense is in the journal too.
        with suppress(KeyError, NonsenseError):
            package = package_after(package, event, body_of(event))
    return package


def conflict(judged: PackageJudged, rma: Data | None, package: Data | None) -> tuple[str, str] | None:
    """Name (as a problem's type and a sentence) what stands against an acceptance, if anything does."""
    if judged.verdict != "accept" or not judged.number:
        return None
    if rma is None:
        return "rma-unknown", f"{judged.number} was accepted, but no such RMA was issued."
    if _accepted(package, judged.number):
        # What became of the RMA since, its own goods counted in and settled, does not speak against the package.
        return None
    if rma["state"] != "open":
        return "rma-not-open", f"{rma['number']} was accepted, but it is {rma['state']}."
    if _all_received(rma):
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
