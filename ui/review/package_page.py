"""A package's verdict with its evidence, and the form that upholds or overrides it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from receiving_app.acts.decision import Decided, Objection
from receiving_app.domain.cases import PackageCase
from receiving_app.domain.events import Choice, Wait
from receiving_app.domain.policy import Policy
from receiving_app.words.client import reads_of_package, reads_of_question
from receiving_app.words.review import REASONS, choice_word, reason_words
from ui.colors import Theme
from ui.review.case_page import CasePage, Evidence
from ui.review.decision_form import DecisionForm, Option, Said
from ui.review.options import DECIDE_KEYS, WAIT_KEYS, decision, not_yet, waits
from ui.review.package_view import PackageView
from ui.theme import Space


class PackagePage(CasePage):
    """Shows a `PackageCase`, or that nothing waits at all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._case: PackageCase | None = None
        self._evidence = Evidence()
        self._view = PackageView(theme, self)
        self._form = DecisionForm([DECIDE_KEYS, WAIT_KEYS], self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._view, 1)
        column.addWidget(self._form)
        self._form.decided.connect(self._decided)

    def attach(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._view.attach(evidence)

    def show_case(self, case: PackageCase | None, policy: Policy, now: datetime) -> None:
        self._case = case
        self._view.show_case(case, policy, now)
        today = policy.calendar.local(now).date()
        later = waits(case.put_off if case else None, today, self._supervisors)
        key, judged = (case.head.key, case.judged) if case else (None, "")
        reads = partial(_reads, case, policy) if case else None
        self._form.show_about(key, judged, (*_DECISIONS, *later), reads)

    @property
    def reads(self) -> str:
        return self._form.reads

    def show_error(self, sentence: str) -> None:
        self._form.show_error(sentence)

    def set_theme(self, theme: Theme) -> None:
        self._view.set_theme(theme)

    def _supervisors(self) -> Sequence[tuple[str, str]]:
        return self._evidence.supervisors()

    def _decided(self, said: Said) -> None:
        if self._case is None:
            return
        judged, plate = self._case.judgement, self._case.package.lpn
        if isinstance(said.value, Choice):
            self.decided.emit(Decided(plate, judged.key, judged.event, said.value, said.reason, said.note))
        elif isinstance(said.value, Wait):
            self.decided.emit(not_yet(self._case, said.value, said.reason, said.note))


def _reads(case: PackageCase, policy: Policy, value: object, note: str) -> str:
    """Give what the client will read; of what is only put off here nobody hears."""
    if isinstance(value, Choice):
        return reads_of_package(value, case.judgement, policy.calendar.local(case.package.received.at).date())
    return reads_of_question(case.judgement.facts.rma, note) if value is Wait.ASKED else ""


def _option(choice: Choice) -> Option:
    reasons = [(reason.value, partial(reason_words, reason)) for reason in REASONS[choice]]
    needs = Objection.NOTE_MISSING if choice is Choice.OVERRIDE else None
    return decision(choice, partial(choice_word, choice), reasons, needs)


_DECISIONS = (_option(Choice.UPHOLD), _option(Choice.OVERRIDE))
