"""Crossed boxes: each device with the box it came in and the RMA that lists it, and the form that decides on both."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from receiving_app.domain.cases import CaseKind
from receiving_app.domain.command import Command
from receiving_app.domain.exchange import Side
from receiving_app.domain.exchange_cases import ExchangeCase
from receiving_app.domain.policy import Policy
from receiving_app.words.cases import kind_word
from receiving_app.words.exchanges import (
    exchange_reason,
    where_it_belongs,
    where_it_came,
)
from receiving_app.words.readings import shown
from ui.colors import Theme
from ui.parts.labels import ElidedLabel, plain_label
from ui.review.answers import answer, offer, reads_of
from ui.review.case_page import CasePage, Evidence
from ui.review.decision_form import DecisionForm, Said
from ui.review.evidence_card import EvidenceCard, Page, Told
from ui.review.options import DECIDE_KEYS, WAIT_KEYS
from ui.theme import Role, Space


class _SideCard(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._serial = ElidedLabel(Role.TITLE, self)
        self._came = plain_label(Role.LEAD, wraps=True, parent=self)
        self._belongs = plain_label(Role.LEAD, wraps=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        for label in (self._serial, self._came, self._belongs):
            column.addWidget(label)

    def show_side(self, side: Side) -> None:
        self._serial.show_text(shown(side.stray.serial))
        self._came.setText(where_it_came(side))
        self._belongs.setText(where_it_belongs(side))

    def show_absent(self) -> None:
        self._serial.show_text(self.tr("Not here yet"))
        self._came.setText(self.tr("Nothing that its box should hold has come in the other one."))
        self._belongs.clear()


class ExchangePage(CasePage):
    """Shows an `ExchangeCase`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._case: tuple[ExchangeCase, Policy, datetime] | None = None
        self._evidence = Evidence()
        self._sides = (_SideCard(self), _SideCard(self))
        self._leads_to = plain_label(Role.LEAD, wraps=True, parent=self)
        devices = Page(self._devices_page(), lambda: self.tr("Devices"), lambda: self.tr("The devices of both boxes"))
        self._card = EvidenceCard([devices], lambda: self.tr("What happened to the devices"), self)
        self._form = DecisionForm([DECIDE_KEYS, WAIT_KEYS], self)
        self._form.decided.connect(self._decided)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._card, 1)
        column.addWidget(self._form)
        self._retranslate()

    def _devices_page(self) -> QScrollArea:
        devices = QWidget(self)
        both = QVBoxLayout(devices)
        both.setContentsMargins(0, Space.S, 0, 0)
        both.setSpacing(Space.M)
        for part in (*self._sides, self._leads_to):
            both.addWidget(part)
        both.addStretch()
        page = QScrollArea(self)
        page.setWidgetResizable(True)
        page.setWidget(devices)
        devices.setAutoFillBackground(False)
        return page

    def attach(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._card.attach(evidence)

    def show_case(self, case: ExchangeCase | None, policy: Policy, now: datetime) -> None:
        self._case = (case, policy, now) if case is not None else None
        today = policy.calendar.local(now).date()
        reads = partial(reads_of, case, policy) if case is not None else None
        offer(self._form, CaseKind.EXCHANGE, case, today=today, evidence=self._evidence, reads=reads)
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
            self._retranslate()

    def _retranslate(self) -> None:
        self._leads_to.setText(
            self.tr(
                "Crossed: each device is counted to the RMA that lists it, and tested there. "
                "Not crossed: each stays rejected and is decided on by itself."
            )
        )
        self._show()

    def _show(self) -> None:
        if self._case is None:
            return
        case, policy, now = self._case
        first, second = self._sides
        first.show_side(case.exchange.sides[0])
        if case.exchange.is_whole:
            second.show_side(case.exchange.sides[1])
        else:
            second.show_absent()
        self._card.show_case(
            case, Told(kind_word(case.head.kind), exchange_reason(case), case.head.decision), policy, now
        )

    def _decided(self, said: Said) -> None:
        if self._case is not None:
            self.decided.emit(answer(self._case[0], said))
