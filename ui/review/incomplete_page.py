"""An RMA that never came whole: what is awaited, and the form that settles it as not returned."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from receiving_app.domain.authorization import Line
from receiving_app.domain.cases import CaseKind
from receiving_app.domain.command import Command
from receiving_app.domain.events import Wait
from receiving_app.domain.exchange_cases import IncompleteCase
from receiving_app.domain.policy import Policy
from receiving_app.words.client import reads_of_rest
from receiving_app.words.exchanges import awaited_word, incomplete_reason
from ui.colors import Theme
from ui.parts.labels import plain_label
from ui.review.answers import answer, not_returned, offer
from ui.review.case_page import CasePage, Evidence
from ui.review.decision_form import DecisionForm, Said
from ui.review.evidence_card import EvidenceCard, Page, Told
from ui.review.options import DECIDE_KEYS, WAIT_KEYS
from ui.theme import Role, Space


class IncompletePage(CasePage):
    """Shows an `IncompleteCase`; one line is settled, or all that are awaited."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._case: tuple[IncompleteCase, Policy, datetime] | None = None
        self._evidence = Evidence()
        self._which_name = plain_label(Role.CAPTION, parent=self)
        self._which = QComboBox(self)
        self._which_name.setBuddy(self._which)
        self._leads_to = plain_label(Role.LEAD, wraps=True, parent=self)
        awaited = Page(self._awaited_page(), lambda: self.tr("Awaited"), lambda: self.tr("What is awaited"))
        self._card = EvidenceCard([awaited], lambda: self.tr("What happened to the last box"), self)
        self._form = DecisionForm([DECIDE_KEYS[:1], WAIT_KEYS], self)
        self._form.decided.connect(self._decided)
        self._which.currentIndexChanged.connect(self._form.tell_client)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._card, 1)
        column.addWidget(self._form)
        self._retranslate()

    def _awaited_page(self) -> QWidget:
        page = QWidget(self)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, Space.S, 0, 0)
        inner.setSpacing(Space.S)
        for part in (self._which_name, self._which, self._leads_to):
            inner.addWidget(part)
        inner.addStretch()
        return page

    def attach(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._card.attach(evidence)

    def show_case(self, case: IncompleteCase | None, policy: Policy, now: datetime) -> None:
        self._case = (case, policy, now) if case is not None else None
        self._show()
        today = policy.calendar.local(now).date()
        offer(self._form, CaseKind.INCOMPLETE_RMA, case, today=today, evidence=self._evidence, reads=self._reads)

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
        self._theme = theme

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._which_name.setText(self.tr("What will not come"))
        self._which.setAccessibleName(self._which_name.text())
        self._leads_to.setText(
            self.tr(
                "Settled, it is no longer awaited, and the ticket can end. It waits here until somebody settles it."
            )
        )
        self._show()

    def _show(self) -> None:
        if self._case is None:
            return
        case, policy, now = self._case
        kept = self._which.currentData()
        self._which.clear()
        self._which.addItem(self.tr("Everything that is awaited"), "")
        for each in case.awaited:
            self._which.addItem(awaited_word(each), each.line.id)
        self._which.setCurrentIndex(max(0, self._which.findData(kept)))
        told = Told(case.rma.number, incomplete_reason(case), verdict=self.tr("INCOMPLETE"))
        self._card.show_case(case, told, policy, now)

    def _decided(self, said: Said) -> None:
        if self._case is None:
            return
        case = self._case[0]
        waits_only = isinstance(said.value, Wait)
        line = str(self._which.currentData() or "")
        self.decided.emit(answer(case, said) if waits_only else not_returned(case, said, line))

    def _lines(self) -> list[Line]:
        """Give the lines that are to be settled."""
        chosen = self._which.currentData()
        awaited = self._case[0].awaited if self._case is not None else ()
        return [each.line for each in awaited if chosen in {"", None, each.line.id}]

    def _reads(self, value: object, _note: str) -> str:
        settles = self._case is not None and not isinstance(value, Wait)
        return reads_of_rest(self._case[0].rma, self._lines()) if self._case is not None and settles else ""
