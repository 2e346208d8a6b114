"""What became of a scan or an act over a box: a headline, a sentence that says why, and the next step."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.expected import ExpectedLine, Unsettled
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import CartonCondition, Mark
from receiving_app.domain.package import Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.unpacking import ItemRule
from receiving_app.domain.verdict import Decision
from receiving_app.words import times
from receiving_app.words.box_answers import words_of
from receiving_app.words.custody import custody_sentence, medium_word
from receiving_app.words.readings import shown
from receiving_app.words.verdicts import reason

translate = QCoreApplication.translate

#: Longer texts are cut where they are shown; the journal has them whole.
_LONGEST = 40


class Told(Protocol):
    """What `acts.unpacking_outcome.UnpackingOutcome` tells; acts stand above words, so it is named by its shape."""

    @property
    def code(self) -> str: ...
    @property
    def package(self) -> Package | None: ...
    @property
    def item(self) -> Item | None: ...
    @property
    def text(self) -> str: ...
    @property
    def numbers(self) -> tuple[str, ...]: ...
    @property
    def awaited(self) -> tuple[ExpectedLine, ...]: ...
    @property
    def unsettled(self) -> tuple[Unsettled, ...]: ...


def headline(code: str) -> str:
    """Say in a word or two what it came to."""
    return words_of(code).headline


def sentence(told: Told, policy: Policy, now: datetime) -> str:
    """Say why, with the numbers it is about."""
    if told.code in {"rejected", "held"} and told.package is not None:
        return _why_closed(told.package, policy, now)
    if told.code == "custody-recorded" and told.item is not None and told.item.custody:
        return custody_sentence(told.item, told.item.custody[-1].medium)
    if told.code in {"done-waiting", "done-overdue"}:
        return _awaited(told.awaited)
    if told.code == "done-open":
        return _open(told.unsettled)
    numbers = ", ".join(shown(number, _LONGEST) for number in told.numbers)
    return words_of(told.code).sentence.format(text=shown(told.text, _LONGEST), numbers=numbers)


def next_step(code: str) -> str:
    """Say what to do next."""
    return words_of(code).next_step


def condition_word(condition: CartonCondition) -> str:
    """Name a carton's condition."""
    match condition:
        case CartonCondition.WHOLE:
            return translate("words", "Carton whole")
        case CartonCondition.DAMAGED:
            return translate("words", "Carton damaged")
        case CartonCondition.TAMPERED:
            return translate("words", "Seal broken")
        case CartonCondition.EMPTY:
            return translate("words", "Box empty")


def mark_word(mark: Mark) -> str:
    """Name what is wrong with a device."""
    match mark:
        case Mark.HAZARD:
            return translate("words", "Hazard")
        case Mark.TAMPERED:
            return translate("words", "Was opened")
        case Mark.TRANSIT_DAMAGE:
            return translate("words", "Damaged in transit")


def item_rule_word(rule: ItemRule) -> str:
    """Say in a word or two what an item rule found."""
    match rule:
        case ItemRule.HAZARD:
            return translate("words", "hazard")
        case ItemRule.NOT_ON_RMA:
            return translate("words", "not on this RMA")
        case ItemRule.SERIAL_UNREADABLE:
            return translate("words", "serial unreadable")
        case ItemRule.DUPLICATE_SERIAL:
            return translate("words", "serial is here twice")
        case ItemRule.WRONG_MODEL:
            return translate("words", "wrong model")
        case ItemRule.WRONG_QUANTITY:
            return translate("words", "one too many")
        case ItemRule.TAMPERED:
            return translate("words", "was opened")
        case ItemRule.INCOMPLETE_ITEM:
            return translate("words", "parts are missing")
        case ItemRule.UNAUTHORIZED_EXTRA:
            return translate("words", "something extra")
        case ItemRule.TRANSIT_DAMAGE:
            return translate("words", "damaged in transit")


def _why_closed(package: Package, policy: Policy, now: datetime) -> str:
    closed = next((each for each in package.judgements if each.decision is not Decision.ACCEPT), None)
    if closed is None:
        return translate("words", "It waits for a supervisor.")
    return reason(package, closed, policy, now)


def _awaited(awaited: tuple[ExpectedLine, ...]) -> str:
    first = min(awaited, key=lambda each: each.receive_by, default=None)
    if first is None:
        return translate("words", "Something is still awaited.")
    count = sum(each.awaited for each in awaited)
    what = first.line.serial or first.line.model
    words = translate("words", "Still awaited: {count}, {what} first. Last day {day}.")
    return words.format(count=count, what=shown(what, _LONGEST), day=times.day(first.receive_by))


def _open(unsettled: tuple[Unsettled, ...]) -> str:
    parts = [part for each in unsettled for part in each.parts]
    media = [medium_word(medium) for each in unsettled for medium in each.media]
    named = ", ".join(dict.fromkeys(shown(name, _LONGEST) for name in (*parts, *media)))
    return translate("words", "Nobody has looked for: {}.").format(named)
