"""Whether a decision may stand: who decides, on what, and never on their own work."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from ticket_service.contract.wire import Event
from ticket_service.intake.history import Authored
from ticket_service.intake.item_types import (
    OF_OUTCOME,
    OF_VERDICT,
    Exchanged,
    InspectionEnded,
    ItemDecided,
    LineSettled,
)

Data = Mapping[str, Any]
#: A problem's type and a sentence.
Against = tuple[str, str]

#: A supervisor who has been alone with a case for so long may decide on their own work where the policy says so.
LONE_AFTER = timedelta(hours=4)

_REVIEWERS = frozenset({"supervisor", "support"})
_INSPECTORS = frozenset({"technician", "supervisor"})


def against_review(person: Data | None) -> Against | None:
    """Say why a person may not decide what waits for a supervisor."""
    if _has_role(person, _REVIEWERS):
        return None
    return "not-allowed", "Only an active supervisor may decide a review."


def own_work(event: Event, author: Authored | None) -> Against | None:
    """Say that a person decides on what they wrote themselves; what a rule wrote has no author."""
    if author is None or author.person != event.actor.person:
        return None
    return "own-work", f"{author.person} wrote what is decided here; somebody else must look at it."


def alone_long_enough(event: Event, author: Authored, policy: Data) -> bool:
    """Tell whether the policy lets a lone supervisor decide on their own work by now."""
    return policy.get("lone_supervisor") is True and event.occurred_at - author.at >= LONE_AFTER


def against_outcome(event: Event, body: InspectionEnded, person: Data | None, item: Data | None) -> Against | None:
    """Say why an inspection's outcome cannot be taken."""
    if not _has_role(person, _INSPECTORS):
        return "not-allowed", "Only an active technician or supervisor may give an inspection's outcome."
    if (missing := against_item(body.item, item)) is not None or item is None:
        return missing
    if _left_before(item, event):
        return "already-shipped", f"{body.item} has left already; its outcome cannot change any more."
    if body.replacement_serial is not None and _serial(body.replacement_serial) == _serial(item["serial"]):
        return "replacement-same", f"{body.replacement_serial} is the item's own serial number, not a replacement's."
    return None


def against_item_decision(event: Event, body: ItemDecided, person: Data | None, item: Data | None) -> Against | None:
    """Say why a decision on an item cannot be taken."""
    if not _has_role(person, _REVIEWERS):
        return "not-allowed", "Only an active supervisor may decide what becomes of an item."
    if (missing := against_item(body.item, item)) is not None or item is None:
        return missing
    if _left_before(item, event):
        return "already-shipped", f"{body.item} has left already; nothing more can be decided of it."
    about = {item["judged"]: OF_VERDICT, item["decided"]: OF_OUTCOME}.get(body.judged, frozenset())
    if item["verdict"] == "accept" and body.judged == item["judged"]:
        return "nothing-to-decide", f"{body.item} was accepted; there is nothing to decide."
    if body.choice not in about:
        return "judged-again", f"What was decided of {body.item} does not stand any more; it must be decided anew."
    if body.replacement_serial is not None and _serial(body.replacement_serial) == _serial(item["serial"]):
        return "replacement-same", f"{body.replacement_serial} is the item's own serial number, not a replacement's."
    return None


def against_credit(event: Event, person: Data | None, item_id: str, item: Data | None) -> Against | None:
    """Say why freight cannot be credited; the rules may do it without a person."""
    if event.actor.kind != "rule" and not _has_role(person, _INSPECTORS):
        return "not-allowed", "Only an active technician or supervisor may credit freight."
    return against_item(item_id, item)


def against_exchange(side: Exchanged, item: Data | None, rma: Data | None) -> Against | None:
    """Say why one device of crossed boxes cannot be counted to another RMA."""
    if (missing := against_item(side.item, item)) is not None or item is None:
        return missing
    if item["left"]:
        return "already-shipped", f"{side.item} has left already; it cannot be counted to another RMA any more."
    if _line(rma, side.line) is None:
        return "line-unknown", f"{side.number} has no line {side.line}."
    return None


def against_settling(event: Event, body: LineSettled, rma: Data | None, policy: Data) -> Against | None:
    """Say why the rest of a line cannot be settled as not returned."""
    line = _line(rma, body.line)
    if rma is None or line is None:
        return "line-unknown", f"{body.number} has no line {body.line}."
    if line["received"] >= line["quantity"]:
        return "nothing-awaited", f"Everything of line {body.line} of {body.number} has come."
    last_day = date.fromisoformat(rma["receive_by"])
    if event.occurred_at.astimezone(ZoneInfo(policy.get("time_zone", "UTC"))).date() <= last_day:
        return "still-awaited", f"{body.number} may still come until {last_day.isoformat()}."
    return None


def against_item(id_: str, item: Data | None) -> Against | None:
    """Say that an item is not known."""
    return None if item is not None else ("item-unknown", f"No item {id_} was found in any box.")


def _line(rma: Data | None, line_id: str) -> Data | None:
    return next((line for line in rma["lines"] if line["id"] == line_id), None) if rma else None


def _has_role(person: Data | None, roles: frozenset[str]) -> bool:
    return person is not None and bool(person["active"]) and bool(roles & set(person["roles"]))


def _left_before(item: Data, event: Event) -> bool:
    return item["left_at"] is not None and datetime.fromisoformat(item["left_at"]) <= event.occurred_at


def _serial(serial: str) -> str:
    return serial.strip().upper()
