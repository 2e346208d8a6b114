"""A package's verdict with its evidence, and the form that upholds or overrides it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from receiving_app.domain.cases import PackageCase
from receiving_app.domain.policy import Policy
from ui.colors import Theme
from ui.review.case_page import CasePage, Evidence
from ui.review.decision_form import DecisionForm
from ui.review.package_view import PackageView
from ui.theme import Space


class PackagePage(CasePage):
    """Shows a `PackageCase`, or that nothing waits at all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._view = PackageView(theme, self)
        self._form = DecisionForm(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._view, 1)
        column.addWidget(self._form)
        self._form.decided.connect(self.decided)

    def attach(self, evidence: Evidence) -> None:
        self._view.attach(evidence)
        self._form.attach(evidence.supervisors)

    def show_case(self, case: PackageCase | None, policy: Policy, now: datetime) -> None:
        self._view.show_case(case, policy, now)
        self._form.show_case(case, policy.calendar.local(now).date())

    def show_error(self, sentence: str) -> None:
        self._form.show_error(sentence)

    def set_theme(self, theme: Theme) -> None:
        self._view.set_theme(theme)
