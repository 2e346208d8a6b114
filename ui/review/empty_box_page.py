"""A box in which nothing was: its photos and story, and the form that closes the case."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from receiving_app.acts.decision import BoxSeen
from receiving_app.domain.exchange_cases import EmptyBoxCase
from receiving_app.domain.policy import Policy
from receiving_app.words.exchanges import EmptyBoxReason, empty_box_reason, empty_box_reason_words
from ui.colors import Theme
from ui.parts.labels import ElidedLabel, plain_label
from ui.review.case_page import CasePage, Evidence
from ui.review.reason_form import Option, ReasonForm, Said
from ui.review.story_table import StoryTable
from ui.theme import Role, Space, set_role


def _seen_word() -> str:
    return QCoreApplication.translate("EmptyBoxPage", "Looked at")


class EmptyBoxPage(CasePage):
    """Shows an `EmptyBoxCase`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._case: tuple[EmptyBoxCase, Policy] | None = None
        self._evidence = Evidence()
        self._plate = ElidedLabel(Role.TITLE, self)
        self._reason = plain_label(Role.LEAD, wraps=True, parent=self)
        self._leads_to = plain_label(Role.LEAD, wraps=True, parent=self)
        self._story = StoryTable(self)
        reasons = [(reason.value, partial(empty_box_reason_words, reason)) for reason in EmptyBoxReason]
        self._form = ReasonForm([Option(True, _seen_word, reasons)], self)
        self._form.decided.connect(self._decided)
        card = QWidget(self)
        set_role(card, Role.CARD)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        inner.setSpacing(Space.S)
        for part in (self._plate, self._reason, self._leads_to):
            inner.addWidget(part)
        inner.addWidget(self._story, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(card, 1)
        column.addWidget(self._form)
        self._retranslate()

    def attach(self, evidence: Evidence) -> None:
        self._evidence = evidence

    def show_case(self, case: EmptyBoxCase | None, policy: Policy, now: datetime) -> None:  # noqa: ARG002 - a page's signature
        self._case = (case, policy) if case is not None else None
        opened = case.package.unpacking if case else None
        self._form.show_about(opened.event if opened else None)
        self._show()

    def show_error(self, sentence: str) -> None:
        self._form.show_error(sentence)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._story.setAccessibleName(self.tr("What happened to the box"))
        self._leads_to.setText(
            self.tr("What the RMA lists is still awaited. After its last day the rest can be settled as not returned.")
        )
        self._show()

    def _show(self) -> None:
        if self._case is None:
            return
        case, policy = self._case
        self._plate.show_text(case.package.lpn)
        self._reason.setText(empty_box_reason(case))
        self._story.show_story(self._evidence.story(case), policy)

    def _decided(self, said: Said) -> None:
        opened = self._case[0].package.unpacking if self._case is not None else None
        if self._case is not None and opened is not None:
            self.decided.emit(BoxSeen(self._case[0].package.lpn, opened.event, said.reason, said.note))
