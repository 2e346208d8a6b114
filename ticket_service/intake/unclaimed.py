"""Boxes that nobody can place: what stations' events make of one, and what may be decided of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from ticket_service.contract.wire import Event
from ticket_service.intake.decisions import Against
from ticket_service.intake.unclaimed_types import (
    PackageIdentified,
    UnclaimedAbandoned,
    UnclaimedAgreed,
    UnclaimedKept,
    UnclaimedMatched,
    UnclaimedReminded,
)

Data = dict[str, Any]

#: What holds where the site's policy doesn't say it.
_ABANDON_DAYS = 90


def box_after(package: Data, event: Event, body: BaseModel) -> Data:
    """Give a package after what an event says of whose it is; others change nothing."""
    if isinstance(body, PackageIdentified):
        kept = package.get("unclaimed")
        claimed = {"unclaimed": kept | {"state": "claimed"}} if kept else {}
        return package | {"partner": body.partner} | claimed
    if isinstance(body, UnclaimedKept):
        return package | {"unclaimed": _kept(package.get("unclaimed"), event, body)}
    kept = package.get("unclaimed")
    if kept is None:
        return package
    match body:
        case UnclaimedReminded():
            return package | {"unclaimed": kept | {"reminded_days": body.days}}
        case UnclaimedMatched():
            return package | {"unclaimed": kept | {"may_be": [*kept["may_be"], body.number]}}
        case UnclaimedAgreed():
            return package | {"unclaimed": kept | {"state": "goes-back", "agreed_by": body.agreed_by}}
        case UnclaimedAbandoned():
            return package | {"unclaimed": kept | {"state": body.becomes}}
        case _:
            return package


def against_identity(body: PackageIdentified, rma: Data | None, partner: Data | None) -> Against | None:
    """Say why a box cannot be of this RMA or partner."""
    if body.number and rma is None:
        return "rma-unknown", f"No RMA {body.number} was issued."
    if partner is None:
        return "partner-unknown", f"There is no partner {body.partner}."
    if rma is not None and rma["partner"] != body.partner:
        return "partner-differs", f"{body.number} is not an RMA of {body.partner}."
    return None


def against_agreement(event: Event, package: Data | None) -> Against | None:
    """Say why an unclaimed box cannot go back, or be given up."""
    kept = package.get("unclaimed") if package else None
    if kept is None or kept["state"] != "waits":
        return "nothing-to-decide", f"{event.subject.lpn} does not wait for anybody to claim it."
    return None


def against_abandoning(event: Event, package: Data | None, policy: Mapping[str, Any]) -> Against | None:
    """Say why a box cannot be given up."""
    against = against_agreement(event, package)
    if against is not None or package is None:
        return against
    zone = ZoneInfo(policy.get("time_zone", "UTC"))
    kept_on = _day(datetime.fromisoformat(package["unclaimed"]["since"]), zone)
    over = kept_on + timedelta(days=policy.get("unclaimed_abandon_days", _ABANDON_DAYS))
    if _day(event.occurred_at, zone) < over:
        return "still-kept", f"{package['unclaimed']['number']} is kept until {over.isoformat()}."
    return None


def _kept(before: Data | None, event: Event, body: UnclaimedKept) -> Data:
    """Give an unclaimed box; one that waits already was looked at anew, and perhaps moved."""
    if before is not None and before["state"] == "waits":
        return before | {"place": body.place or before["place"]}
    return {
        "number": body.unclaimed,
        "place": body.place,
        "since": event.occurred_at.isoformat(),
        "state": "waits",
        "reminded_days": None,
        "may_be": [],
    }


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
