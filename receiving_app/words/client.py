"""What the client will read when something is decided: the sentences that the ticket service sends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from receiving_app.domain.authorization import Line, Rma
from receiving_app.domain.disposition import Payer
from receiving_app.domain.events import Choice
from receiving_app.domain.exchange import Exchange
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.item_events import ItemChoice
from receiving_app.domain.item_review import Question
from receiving_app.domain.package import Judgement
from receiving_app.domain.unpacking import ItemFacts, ItemRule
from receiving_app.domain.verdict import Rule
from receiving_app.words.readings import shown

translate = QCoreApplication.translate
Code = TypeVar("Code", Rule, ItemRule)

#: Decisions on a verdict that turn a device away, and those that let it in.
_TURNED_AWAY = frozenset({ItemChoice.RETURN, ItemChoice.SCRAP})
_LET_IN = frozenset({ItemChoice.ACCEPT, ItemChoice.IDENTIFY})


def will_read(sentence: str) -> str:
    """Introduce what the client will read, or say that nobody is told."""
    if not sentence:
        return translate("words", "The client is told nothing.")
    return translate("words", "The client reads: {}").format(sentence)


def reads_of_package(choice: Choice, judgement: Judgement, came_on: date) -> str:
    """Give what is read of a package whose verdict is upheld or overridden; empty where no ticket knows it."""
    rma, codes = judgement.facts.rma, judgement.verdict.codes
    if rma is None or not rma.ticket:
        return ""
    if choice is Choice.UPHOLD:
        return _package_refused(rma, codes)
    if Rule.LATE in codes:
        said = translate(
            "words", "Your package for {number} came on {day}, after the RMA's last day. We accept it all the same."
        )
    else:
        said = translate("words", "We received your package for {number} on {day}.")
    return said.format(number=rma.number, day=_in_full(came_on))


def reads_of_question(rma: Rma | None, asked: str) -> str:
    """Give what is read when the partner is asked about a package; empty where no ticket knows it."""
    if rma is None or not rma.ticket or not asked.strip():
        return ""
    said = translate(
        "words", "Please answer this ticket: we have a question about your package for {number}. {question}"
    )
    return said.format(number=rma.number, question=shown(asked.strip(), 500))


def reads_of_empty_box(rmas: Iterable[Rma]) -> str:
    """Give what is read of a box in which nothing was."""
    said = translate("words", "Your package for {} was empty when we opened it.")
    return " ".join(said.format(rma.number) for rma in rmas if rma.ticket)


def reads_of_exchange(exchange: Exchange) -> str:
    """Give what is read once boxes are said to be crossed: each device that belongs somewhere now has come."""
    said = translate("words", "We received your device {}.")
    return " ".join(said.format(shown(side.stray.serial, 32)) for side in exchange.sides)


def reads_of_rest(rma: Rma, lines: Iterable[Line]) -> str:
    """Give what is read when the rest of an RMA's lines is settled as not returned."""
    return " ".join(_rest(rma.number, line) for line in lines) if rma.ticket else ""


def reads_of_device(case: ItemCase, choice: ItemChoice, payer: Payer | None) -> str:
    """Give what is read of a device when it is decided what becomes of it; empty where no ticket knows it."""
    serial, judgement = shown(case.item.serial, 32), case.item.judgement
    if case.rma is None or not case.rma.ticket:
        return ""
    if judgement is None or case.asks is not Question.VERDICT:
        return client_reads_of(choice, serial, payer)
    if choice in _LET_IN:
        return _received(serial, judgement.facts)
    if choice not in _TURNED_AWAY:
        return client_reads_of(choice, serial, payer)
    number = case.rma.number
    why = _reasons(judgement.verdict.codes, lambda code: _against_device(code, number))
    said = translate("words", "We can't accept your device {serial}: {why}.")
    plain = translate("words", "We can't accept your device {serial}.")
    refused = (said if why else plain).format(serial=serial, why=why)
    return f"{refused} {client_reads_of(choice, serial, payer)}"


def client_reads_of(choice: ItemChoice, serial: str, payer: Payer | None) -> str:
    """Give what is read of a decision on a device whose test or verdict the client has heard of."""
    match choice:
        case ItemChoice.ACCEPT | ItemChoice.IDENTIFY:
            said = translate("words", "We received your device {}.")
        case ItemChoice.ASK:
            said = translate("words", "We have a question about your device {}. Please answer this ticket.")
        case ItemChoice.QUOTE:
            said = translate("words", "We can repair your device {} at your expense. Please answer our quote.")
        case ItemChoice.REPAIR:
            said = translate("words", "As you agreed, we repair your device {} at your expense.")
        case ItemChoice.RETURN:
            said = translate("words", "We will send your device {} back to you.")
        case ItemChoice.REPLACE:
            said = translate("words", "We will send you another unit for your device {}.")
        case ItemChoice.KEEP:
            said = translate("words", "You have the replacement for your device {}; nothing more is sent.")
        case ItemChoice.SCRAP:
            said = translate("words", "As you agreed, we dispose of your device {}.")
        case ItemChoice.PAYER:
            said = translate("words", "We have decided about the freight of your device {}.")
    return " ".join(filter(None, (said.format(shown(serial, 32)), _paid_by(payer))))


def _paid_by(payer: Payer | None) -> str:
    match payer:
        case Payer.SMARTWITNESS:
            return translate("words", "We pay the freight.")
        case Payer.PARTNER:
            return translate("words", "The freight is at your expense.")
        case _:
            return ""


def _package_refused(rma: Rma, codes: Sequence[Rule]) -> str:
    why = _reasons(codes, lambda code: _against_package(code, _in_full(rma.receive_by)))
    said = translate("words", "We can't accept your package for {number}: {why}. It goes back to you at your expense.")
    if not why:
        said = translate(
            "words",
            "We can't accept your package for {number}; it does not meet the terms of the RMA. "
            "It goes back to you at your expense.",
        )
    return said.format(number=rma.number, why=why)


def _received(serial: str, facts: ItemFacts) -> str:
    """Say that a device is in, and what was noticed of it."""
    said = [translate("words", "We received your device {}.").format(serial)]
    missing = [part.name for part in facts.parts if part.required and part.found == 0]
    if missing:
        said.append(translate("words", "Missing with it: {}.").format(", ".join(missing)))
    if facts.extras:
        noted = translate("words", "With it came what the RMA does not list: {}. Its return is not guaranteed.")
        said.append(noted.format(", ".join(facts.extras)))
    if facts.transit_damage:
        said.append(translate("words", "It was damaged on its way to us."))
    return " ".join(said)


def _rest(number: str, line: Line) -> str:
    if line.serial:
        said = translate("words", "We no longer expect your device {what} on {number}: its time is over.")
    else:
        said = translate("words", "We no longer expect the rest of your {what} on {number}: its time is over.")
    return said.format(what=line.serial or line.model, number=number)


def _reasons(codes: Iterable[Code], words: Callable[[Code], str]) -> str:
    """Join reasons; two rules may give the same one, and some are our own affair."""
    return "; ".join(dict.fromkeys(filter(None, map(words, codes))))


def _against_package(code: Rule, last_day: str) -> str:
    """Say why a package is not accepted; empty where that is our own affair."""
    match code:
        case Rule.HAZARD:
            return translate("words", "it could not be handled safely")
        case Rule.RMA_MISSING:
            return translate("words", "it shows no RMA number")
        case Rule.RMA_MALFORMED:
            return translate("words", "the number on it is not one of our RMA numbers")
        case Rule.RMA_UNKNOWN:
            return translate("words", "the number on it is not an RMA that we issued")
        case Rule.RMA_NOT_OPEN:
            return translate("words", "the RMA was cancelled or closed before it came")
        case Rule.LATE | Rule.LATE_DOCK_CLOSED:
            return translate("words", "it came after the RMA's last day, {}").format(last_day)
        case Rule.ARRIVED_BEFORE_RMA:
            return translate("words", "it came before the RMA was issued")
        case Rule.ALREADY_RECEIVED:
            return translate("words", "everything on the RMA had come already")
        case Rule.SENDER_DIFFERS:
            return translate("words", "its sender is not the partner of the RMA")
        case Rule.ADVANCED_EXPOSURE | Rule.DATA_STALE:
            return ""


def _against_device(code: ItemRule, number: str) -> str:
    match code:
        case ItemRule.HAZARD:
            return translate("words", "it could not be handled safely")
        case ItemRule.NOT_ON_RMA:
            return translate("words", "{} does not list it").format(number)
        case ItemRule.SERIAL_UNREADABLE:
            return translate("words", "its serial number cannot be read")
        case ItemRule.DUPLICATE_SERIAL:
            return translate("words", "a device with its serial number had come already")
        case ItemRule.WRONG_MODEL:
            return translate("words", "it is another model than the one that {} lists").format(number)
        case ItemRule.WRONG_QUANTITY:
            return translate("words", "more came than {} lists").format(number)
        case ItemRule.TAMPERED:
            return translate("words", "its seals or its housing had been opened")
        case ItemRule.INCOMPLETE_ITEM:
            return translate("words", "parts that belong to it are missing")
        case ItemRule.UNAUTHORIZED_EXTRA:
            return translate("words", "it came with equipment that {} does not list").format(number)
        case ItemRule.TRANSIT_DAMAGE:
            return translate("words", "it was damaged on its way to us")


def _in_full(day: date) -> str:
    pattern = translate("words", "dddd d MMMM yyyy", "pattern of a date in a letter")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
