"""What may be chosen about a case of each kind, and the decision that a choice makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from receiving_app.acts.decision import BoxSeen, CrossedOrNot, Decided, Decision, ItemAnswer, NotReturned, Objection
from receiving_app.domain.cases import Case, CaseKind, PackageCase
from receiving_app.domain.events import Choice, Wait
from receiving_app.domain.exchange_cases import EmptyBoxCase, ExchangeCase, IncompleteCase
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.item_events import ItemChoice
from receiving_app.domain.item_review import NEEDS_NOTE, payers
from receiving_app.domain.policy import Policy
from receiving_app.words.client import (
    reads_of_device,
    reads_of_empty_box,
    reads_of_exchange,
    reads_of_package,
    reads_of_question,
    reads_of_rest,
)
from receiving_app.words.exchanges import (
    CROSSED_REASONS,
    UPHELD_REASONS,
    EmptyBoxReason,
    ExchangeReason,
    SettlingReason,
    crossed_word,
    empty_box_reason_words,
    exchange_reason_words,
    settling_reason_words,
)
from receiving_app.words.item_review import ITEM_REASONS, item_choice_word, item_reason_words
from receiving_app.words.review import REASONS, choice_word, reason_words
from ui.review.case_page import Evidence
from ui.review.decision_form import DecisionForm, Option, Reads, Said
from ui.review.options import decision, not_yet, waits

#: What needs nothing of its own for each device, so that one choice does for several.
_FOR_SEVERAL = (ItemChoice.ACCEPT, ItemChoice.QUOTE, ItemChoice.RETURN, ItemChoice.KEEP)


def decisions(kind: CaseKind) -> tuple[Option, ...]:
    """Give the decisions on a kind of case; a device's depend on the device."""
    return _DECISIONS.get(kind, ())


def offer(
    form: DecisionForm,
    kind: CaseKind,
    case: Case | None,
    *,
    today: date,
    evidence: Evidence,
    reads: Reads | None,
) -> None:
    """Let a form ask about a case of a kind, or about nothing; `reads` gives what the client will read.

    What was written for a decision that the ticket service refused is not written twice.
    """
    later = waits(case.put_off if case else None, today, evidence.supervisors)
    key, judged = (case.head.key, case.judged) if case else (None, "")
    form.show_about(key, judged, (*decisions(kind), *later), reads)
    if case is not None and (refused := evidence.refused(case)) is not None:
        form.keep_note(refused.word.note)


def item_decisions(cases: Iterable[ItemCase]) -> tuple[tuple[Option, ...], Option | None]:
    """Give two decisions at most that all these devices may have, and the question to the partner where all may."""
    offered = [set(case.choices) for case in cases]
    common = set.intersection(*offered) if offered else set()
    asks = _item_option(ItemChoice.ASK) if ItemChoice.ASK in common else None
    return tuple(_item_option(choice) for choice in _FOR_SEVERAL if choice in common)[:2], asks


def answer(case: Case, said: Said) -> Decision | None:
    """Give the decision on a case that was said in a form; None where the form's choice is not about such a case."""
    if isinstance(said.value, Wait):
        return not_yet(case, said.value, said.reason, said.note)
    match case, said.value:
        case PackageCase(package=package, judgement=judged), Choice() as choice:
            return Decided(package.lpn, judged.key, judged.event, choice, said.reason, said.note)
        case ItemCase(item=item), ItemChoice() as choice:
            return ItemAnswer(item.id, case.judged, choice, said.reason, said.note)
        case EmptyBoxCase(package=package), True:
            return BoxSeen(package.lpn, case.judged, said.reason, said.note)
        case ExchangeCase(exchange=exchange), bool() as crossed:
            return CrossedOrNot(exchange, crossed, said.reason, said.note)
        case IncompleteCase(), True:
            return not_returned(case, said)
        case _:
            return None


def reads_of(case: Case, policy: Policy, value: object, note: str) -> str:
    """Give what the client will read of a choice about a case; of what is only put off nobody hears."""
    match case, value:
        case PackageCase(judgement=judged), Choice() as choice:
            return reads_of_package(choice, judged, policy.calendar.local(case.package.received.at).date())
        case PackageCase(judgement=judged), Wait.ASKED:
            return reads_of_question(judged.facts.rma, note)
        case ItemCase(), ItemChoice() as choice:
            may = payers(case.item, choice)
            return reads_of_device(case, choice, may[0] if len(may) == 1 else None)
        case EmptyBoxCase(), True:
            return reads_of_empty_box(case.rmas)
        case ExchangeCase(), True:
            return reads_of_exchange(case.exchange)
        case IncompleteCase(), True:
            return reads_of_rest(case.rma, [each.line for each in case.awaited])
        case _:
            return ""


def not_returned(case: IncompleteCase, said: Said, line: str = "") -> NotReturned:
    """Say that a line will not come, or that nothing more will that is awaited."""
    lines = (line,) if line else tuple(each.line.id for each in case.awaited)
    return NotReturned(case.rma_key, lines, said.reason, said.note)


def _package_option(choice: Choice) -> Option:
    reasons = [(reason.value, partial(reason_words, reason)) for reason in REASONS[choice]]
    needs = Objection.NOTE_MISSING if choice is Choice.OVERRIDE else None
    return decision(choice, partial(choice_word, choice), reasons, needs)


def _item_option(choice: ItemChoice) -> Option:
    reasons = [(reason.value, partial(item_reason_words, reason.value)) for reason in ITEM_REASONS[choice]]
    needs = Objection.NOTE_MISSING if choice in NEEDS_NOTE else None
    return decision(choice, partial(item_choice_word, choice), reasons, needs)


def _crossed_option(crossed: bool, reasons: Sequence[ExchangeReason]) -> Option:
    words = [(reason.value, partial(exchange_reason_words, reason)) for reason in reasons]
    return decision(crossed, partial(crossed_word, crossed), words)


def _seen_word() -> str:
    return QCoreApplication.translate("EmptyBoxPage", "Looked at")


def _settle_word() -> str:
    return QCoreApplication.translate("IncompletePage", "Not returned")


_SEEN = [(reason.value, partial(empty_box_reason_words, reason)) for reason in EmptyBoxReason]
_SETTLED = [(reason.value, partial(settling_reason_words, reason)) for reason in SettlingReason]
_DECISIONS: dict[CaseKind, tuple[Option, ...]] = {
    CaseKind.PACKAGE: (_package_option(Choice.UPHOLD), _package_option(Choice.OVERRIDE)),
    CaseKind.EXCHANGE: (_crossed_option(True, CROSSED_REASONS), _crossed_option(False, UPHELD_REASONS)),
    CaseKind.EMPTY_BOX: (decision(True, _seen_word, _SEEN),),
    CaseKind.INCOMPLETE_RMA: (decision(True, _settle_word, _SETTLED),),
}
