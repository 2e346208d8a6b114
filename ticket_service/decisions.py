"""Whether a decision may stand: who decides, on what, and never on their own work."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from ticket_service.history import Authored
from ticket_service.item_types import InspectionEnded
from ticket_service.wire import Event

Data = Mapping[str, Any]
#: A problem's type and a sentence.
Against = tuple[str, str]

#: A supervisor who has been alone with a case for so long may decide on their own work where the policy says so.
LONE_AFTER = timedelta(hours=4)

_REVIEWERS = frozenset({"supervisor", "support"})
_INSPECTORS = frozenset({"technician", "supervisor"})


def against_review(person: Data | None) -> Against | None:
    """Say why a person may not decide reviews."""
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
    if item["left_at"] is not None and datetime.fromisoformat(item["left_at"]) <= event.occurred_at:
        return "already-shipped", f"{body.item} has left already; its outcome cannot change any more."
    if body.replacement_serial is not None and _serial(body.replacement_serial) == _serial(item["serial"]):
        return "replacement-same", f"{body.replacement_serial} is the item's own serial number, not a replacement's."
    return None


def against_credit(event: Event, person: Data | None, item_id: str, item: Data | None) -> Against | None:
    """Say why freight cannot be credited; the rules may do it without a person."""
    if event.actor.kind != "rule" and not _has_role(person, _INSPECTORS):
        return "not-allowed", "Only an active technician or supervisor may credit freight."
    return against_item(item_id, item)


def against_item(id_: str, item: Data | None) -> Against | None:
    """Say that an item is not known."""
    return None if item is not None else ("item-unknown", f"No item {id_} was found in any box.")


def _has_role(person: Data | None, roles: frozenset[str]) -> bool:
    return person is not None and bool(person["active"]) and bool(roles & set(person["roles"]))


def _serial(serial: str) -> str:
    return serial.strip().upper()
