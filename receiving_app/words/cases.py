"""What waits for a supervisor, in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.cases import Case, CaseKind, Head, PackageCase, Shown
from receiving_app.domain.exchange_cases import EmptyBoxCase, ExchangeCase, IncompleteCase
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.policy import Policy
from receiving_app.words import times
from receiving_app.words.exchanges import empty_box_reason, exchange_reason, incomplete_reason
from receiving_app.words.item_review import item_case_reason
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


def waits_words(head: Head, policy: Policy, now: datetime) -> str:
    """Say how long a case waits, and whether that is longer than the policy wants."""
    waits = now - head.since
    if head.danger:
        return translate("words", "DANGER, {}").format(times.age(waits))
    if waits > policy.review_within:
        return translate("words", "{}, overdue").format(times.age(waits))
    return times.age(waits)


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


def case_reason(case: Case, policy: Policy, now: datetime) -> str:
    """Say in one line why a case waits."""
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
        case _:
            return kind_word(case.head.kind)
