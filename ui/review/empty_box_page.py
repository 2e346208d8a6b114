"""A box in which nothing was: its photos and story, and the form that closes the case."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from receiving_app.domain.cases import CaseKind
from receiving_app.domain.command import Command
from receiving_app.domain.exchange_cases import EmptyBoxCase
from receiving_app.domain.policy import Policy
from receiving_app.words.exchanges import empty_box_reason
from ui.colors import Theme
from ui.review.answers import answer, offer, reads_of
from ui.review.case_page import CasePage, Evidence
from ui.review.decision_form import DecisionForm, Said
from ui.review.evidence_card import EvidenceCard, Told, box_photos
from ui.review.options import DECIDE_KEYS, WAIT_KEYS
from ui.theme import Space


class EmptyBoxPage(CasePage):
    """Shows an `EmptyBoxCase`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._case: tuple[EmptyBoxCase, Policy, datetime] | None = None
        self._evidence = Evidence()
        self._card = EvidenceCard([], lambda: self.tr("What happened to the box"), self)
        self._form = DecisionForm([DECIDE_KEYS[:1], WAIT_KEYS], self)
        self._form.decided.connect(self._decided)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._card, 1)
        column.addWidget(self._form)

    def attach(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._card.attach(evidence)

    def show_case(self, case: EmptyBoxCase | None, policy: Policy, now: datetime) -> None:
        self._case = (case, policy, now) if case is not None else None
        today = policy.calendar.local(now).date()
        reads = partial(reads_of, case, policy) if case is not None else None
        offer(self._form, CaseKind.EMPTY_BOX, case, today=today, evidence=self._evidence, reads=reads)
        self._show()

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
            self._show()

    def _show(self) -> None:
        if self._case is None:
            return
        case, policy, now = self._case
        then = self.tr(
            "What the RMA lists is still awaited. After its last day the rest can be settled as not returned."
        )
        told = Told(case.package.lpn, f"{empty_box_reason(case)}\n{then}", case.head.decision)
        self._card.show_case(case, told, policy, now, lambda: box_photos(case.package, policy))

    def _decided(self, said: Said) -> None:
        if self._case is not None:
            self.decided.emit(answer(self._case[0], said))
