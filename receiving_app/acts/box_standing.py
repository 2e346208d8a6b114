"""How a box stands before anybody works on it, and what is open when it is done."""

from __future__ import annotations

from datetime import date

from receiving_app.acts.unpacking_outcome import Code, UnpackingOutcome
from receiving_app.domain.expected import ExpectedLine, parts_of
from receiving_app.domain.item import Item
from receiving_app.domain.package import Package
from receiving_app.domain.verdict import Decision


def refusal(package: Package) -> Code | None:
    """Say why a box may not be opened; None where it may."""
    if package.may_be_opened:
        return None
    if not package.counts:
        return Code.NO_RETURN
    if package.hazard:
        return Code.HAZARD
    match package.decision:
        case Decision.REJECT:
            return Code.REJECTED
        case Decision.HOLD:
            return Code.HELD
        case _:
            return Code.NOT_JUDGED


def standing(package: Package | None) -> UnpackingOutcome:
    """Say how a box stands; RESUMED where it can be worked on."""
    if package is None:
        return UnpackingOutcome(Code.NO_BOX)
    if (why_not := refusal(package)) is not None:
        return UnpackingOutcome(why_not, package)
    if package.unpacking is None:
        return UnpackingOutcome(Code.ASK_CONDITION, package)
    if package.unpacking.done:
        return UnpackingOutcome(Code.BOX_IS_DONE, package)
    return UnpackingOutcome(Code.RESUMED, package)


def part_named(item: Item | None, lines: tuple[ExpectedLine, ...], text: str) -> str | None:
    """Give the part of the device in hand that a text names."""
    if item is None:
        return None
    said = text.strip().casefold()
    return next((part.name for part in parts_of(item, lines) if part.name.casefold() == said), None)


def waiting(awaited: tuple[ExpectedLine, ...], today: date) -> Code:
    """Say what a checked box leaves its RMAs in: complete, waiting for another package, or past the last day."""
    if not awaited:
        return Code.DONE
    return Code.DONE_OVERDUE if any(each.receive_by < today for each in awaited) else Code.DONE_WAITING
