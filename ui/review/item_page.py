"""A device that waits for a supervisor: its evidence, and the form that decides what becomes of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from receiving_app.domain.command import Command
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.policy import Policy
from ui.colors import Theme
from ui.review.case_page import CasePage, Evidence
from ui.review.item_form import ItemForm
from ui.review.item_view import ItemView
from ui.theme import Space


class ItemPage(CasePage):
    """Shows an `ItemCase`, held or tested."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._evidence = Evidence()
        self._view = ItemView(theme, self)
        self._form = ItemForm(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._view, 1)
        column.addWidget(self._form)
        self._form.decided.connect(self.decided)

    def attach(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._view.attach(evidence)
        self._form.attach(evidence)

    def show_case(self, case: ItemCase | None, policy: Policy, now: datetime) -> None:
        if case is not None:
            self._view.show_case(case, policy, now)
        self._form.show_case(case, policy.calendar.local(now).date())
        if case is not None and (refused := self._evidence.refused(case)) is not None:
            self._form.keep_note(refused.word.note)

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
