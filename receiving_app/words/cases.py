"""What waits for a supervisor, in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.cases import Case, CaseKind, Head, Order, PackageCase, Shown
from receiving_app.domain.claim_cases import UnclaimedCase
from receiving_app.domain.exchange_cases import EmptyBoxCase, ExchangeCase, IncompleteCase
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.money import Prices, worth
from receiving_app.domain.policy import Policy
from receiving_app.domain.putting_off import PutOff
from receiving_app.words import times
from receiving_app.words.exchanges import empty_box_reason, exchange_reason, incomplete_reason
from receiving_app.words.item_review import item_case_reason
from receiving_app.words.money import amount_words
from receiving_app.words.readings import shown
from receiving_app.words.unclaimed import kept_words, stage_words
from receiving_app.words.verdicts import reason

translate = QCoreApplication.translate


def kind_word(kind: CaseKind) -> str:
    """Name what a case is about."""
    match kind:
        case CaseKind.PACKAGE:
            return translate("words", "Package")
        case CaseKind.ITEM:
            return translate("words", "Device")
        case CaseKind.OUTCOME:
            return translate("words", "Tested")
        case CaseKind.EMPTY_BOX:
            return translate("words", "Empty box")
        case CaseKind.EXCHANGE:
            return translate("words", "Crossed boxes")
        case CaseKind.INCOMPLETE_RMA:
            return translate("words", "Incomplete RMA")
        case CaseKind.UNCLAIMED:
            return translate("words", "Unclaimed box")


def waits_words(head: Head, policy: Policy, now: datetime) -> str:
    """Say how long a case waits, and whether that is longer than the policy wants."""
    waits = now - head.since
    if head.danger:
        return translate("words", "DANGER, {}").format(times.age(waits))
    if waits > policy.review_within and not head.rests(policy.calendar.local(now).date()):
        return translate("words", "{}, overdue").format(times.age(waits))
    return times.age(waits)


def put_off_words(put_off: PutOff, policy: Policy, now: datetime) -> str:
    """Say what a verdict waits for besides a decision; empty where nothing."""
    today = policy.calendar.local(now).date()
    if put_off.until is not None and put_off.until > today:
        return translate("words", "Rests until {}.").format(times.day(put_off.until, today))
    if put_off.answer:
        return translate("words", "The partner answered: {}").format(shown(put_off.answer, 120))
    if put_off.asked_at is not None:
        asked = times.age(now - put_off.asked_at)
        said = translate("words", "The partner was asked, {age} ago: {question}")
        return said.format(age=asked, question=shown(put_off.question, 120))
    return ""


def shown_word(shown: Shown) -> str:
    """Name what a list leaves."""
    match shown:
        case Shown.ALL:
            return translate("words", "All verdicts")
        case Shown.REJECTS:
            return translate("words", "Rejects")
        case Shown.HOLDS:
            return translate("words", "Holds")
        case Shown.OTHERS:
            return translate("words", "Others")


def order_word(order: Order) -> str:
    """Name the order of a list."""
    match order:
        case Order.URGENCY:
            return translate("words", "Most urgent first")
        case Order.VALUE:
            return translate("words", "Highest value first")


def at_stake_words(head: Head, prices: Prices) -> str:
    """Say which devices are at stake and what they are worth, or that nobody knows."""
    if not head.units:
        return translate("words", "At stake: {}").format(amount_words(None))
    devices = ", ".join(_so_many(model, many) for model, many in head.units)
    said = translate("words", "At stake: {value} ({devices})")
    return said.format(value=amount_words(worth(head.units, prices)), devices=devices)


def _so_many(model: str, many: int) -> str:
    said = translate("words", "{many} of {model}", "so many devices of a model")
    return said.format(many=many, model=shown(model, 24))


def case_reason(case: Case, policy: Policy, now: datetime) -> str:
    """Say in one line why a case waits."""
    if case.put_off is not None and (said := put_off_words(case.put_off, policy, now)):
        return said
    match case:
        case PackageCase():
            return reason(case.package, case.judgement, policy, now)
        case EmptyBoxCase():
            return empty_box_reason(case)
        case ExchangeCase():
            return exchange_reason(case)
        case IncompleteCase():
            return incomplete_reason(case)
        case ItemCase():
            return item_case_reason(case)
        case UnclaimedCase():
            today = policy.calendar.local(now).date()
            kept = kept_words(case.unclaimed, today, policy)
            return f"{stage_words(case.unclaimed, today, policy)} {kept}"
        case _:
            return kind_word(case.head.kind)
