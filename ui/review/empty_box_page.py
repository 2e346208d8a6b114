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
from ui.review.case_page import CasePage, Evidence
from ui.review.decision_form import DecisionForm, Said
from ui.review.evidence_card import EvidenceCard, Told, box_photos
from ui.review.options import DECIDE_KEYS, decision
from ui.theme import Space


class EmptyBoxPage(CasePage):
    """Shows an `EmptyBoxCase`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._case: tuple[EmptyBoxCase, Policy] | None = None
        self._card = EvidenceCard([], lambda: self.tr("What happened to the box"), self)
        self._form = DecisionForm([DECIDE_KEYS[:1]], self)
        self._form.decided.connect(self._decided)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._card, 1)
        column.addWidget(self._form)

    def attach(self, evidence: Evidence) -> None:
        self._card.attach(evidence)

    def show_case(self, case: EmptyBoxCase | None, policy: Policy, now: datetime) -> None:  # noqa: ARG002 - a page's signature
        self._case = (case, policy) if case is not None else None
        opened = case.package.unpacking if case else None
        self._form.show_about(opened.event if opened else None, (_SEEN,))
        self._show()

    def show_error(self, sentence: str) -> None:
        self._form.show_error(sentence)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        if self._case is None:
            return
        case, policy = self._case
        then = self.tr(
            "What the RMA lists is still awaited. After its last day the rest can be settled as not returned."
        )
        told = Told(case.package.lpn, f"{empty_box_reason(case)}\n{then}", case.head.decision)
        self._card.show_case(case, told, policy, lambda: box_photos(case.package, policy))

    def _decided(self, said: Said) -> None:
        opened = self._case[0].package.unpacking if self._case is not None else None
        if self._case is not None and opened is not None:
            self.decided.emit(BoxSeen(self._case[0].package.lpn, opened.event, said.reason, said.note))


def _seen_word() -> str:
    return QCoreApplication.translate("EmptyBoxPage", "Looked at")


_SEEN = decision(
    True, _seen_word, [(reason.value, partial(empty_box_reason_words, reason)) for reason in EmptyBoxReason]
)
