"""A package's verdict with its evidence, and the form that upholds or overrides it."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from receiving_app.domain.cases import CaseKind, PackageCase
from receiving_app.domain.command import Command
from receiving_app.domain.policy import Policy
from ui.colors import Theme
from ui.review.answers import answer, offer, reads_of
from ui.review.case_page import CasePage, Evidence
from ui.review.decision_form import DecisionForm, Said
from ui.review.options import DECIDE_KEYS, WAIT_KEYS
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
        reads = partial(reads_of, case, policy) if case else None
        today = policy.calendar.local(now).date()
        offer(self._form, CaseKind.PACKAGE, case, today=today, evidence=self._evidence, reads=reads)

    @property
    def reads(self) -> str:
        return self._form.reads

    def show_error(self, sentence: str) -> None:
        self._form.show_error(sentence)

    def show_ended(self, sentence: str) -> None:
        self._form.show_ended(sentence)

    def obey(self, command: Command) -> None:
        self._form.obey(command)

    def set_theme(self, theme: Theme) -> None:
        self._view.set_theme(theme)

    def _decided(self, said: Said) -> None:
        if self._case is not None:
            self.decided.emit(answer(self._case, said))
