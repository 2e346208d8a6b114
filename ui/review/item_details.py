"""What a decision on a device needs besides reason and note: payer, device, replacement, or the client's consent."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from receiving_app.acts.decision import ItemAnswer
from receiving_app.domain.disposition import Payer
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.item_events import ItemChoice
from receiving_app.domain.item_review import payers
from receiving_app.words.item_review import identity_words, payer_word
from ui.parts.labels import ElidedLabel
from ui.theme import Role, Space


class ItemDetails(QWidget):
    """One field, or the two of a consent, by the choice; nothing where the choice needs nothing."""

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice: ItemChoice | None = None
        self._case: ItemCase | None = None
        self._name = ElidedLabel(Role.CAPTION, self)
        self._nothing = QWidget(self)
        self._payer, self._line = QComboBox(self), QComboBox(self)
        for choice in (self._payer, self._line):
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._replacement, self._consent_by = QLineEdit(self), QLineEdit(self)
        self._consent_on = QDateEdit(self)
        self._consent_on.setCalendarPopup(True)
        self._consent = QWidget(self)
        both = QHBoxLayout(self._consent)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(Space.S)
        both.addWidget(self._consent_by, 1)
        both.addWidget(self._consent_on)
        self._pages = QStackedWidget(self)
        for page in (self._nothing, self._payer, self._line, self._replacement, self._consent):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._name)
        column.addWidget(self._pages)
        for field in (self._replacement, self._consent_by):
            field.setMaxLength(120)
            field.textEdited.connect(self.changed)
            field.returnPressed.connect(self.finished)
        self._payer.currentIndexChanged.connect(self.changed)
        self._line.currentIndexChanged.connect(self.changed)
        self._consent_on.dateChanged.connect(self.changed)

    def show_case(self, case: ItemCase | None, today: date) -> None:
        """Empty the fields for another case."""
        self._case = case
        with QSignalBlocker(self._line), QSignalBlocker(self._consent_on):
            self._line.clear()
            for identity in case.may_be if case else ():
                self._line.addItem(identity_words(identity), identity)
            self._consent_on.setDate(QDate(today.year, today.month, today.day))
        for field in (self._replacement, self._consent_by):
            field.clear()

    def show_choice(self, choice: ItemChoice | None) -> None:
        """Show the fields of a choice."""
        self._choice = choice
        may = payers(self._case.item, choice) if self._case and choice else ()
        with QSignalBlocker(self._payer):
            self._payer.clear()
            for payer in may:
                self._payer.addItem(payer_word(payer), payer)
        self._pages.setCurrentWidget(self._page(choice, may))
        self._retranslate()

    def completed(self, answer: ItemAnswer) -> ItemAnswer:
        """Give an answer with what stands in the fields of its choice."""
        payer = self._payer.currentData()
        on = self._consent_on.date()
        return ItemAnswer(
            answer.item,
            answer.judged,
            answer.choice,
            answer.reason,
            answer.note,
            payer=Payer(payer) if payer else None,
            identity=self._line.currentData() if answer.choice is ItemChoice.IDENTIFY else None,
            replacement_serial=self._replacement.text(),
            consent_by=self._consent_by.text(),
            consent_on=date(on.year(), on.month(), on.day()),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _page(self, choice: ItemChoice | None, may: tuple[Payer, ...]) -> QWidget:
        own: dict[ItemChoice, QWidget] = {
            ItemChoice.IDENTIFY: self._line,
            ItemChoice.REPLACE: self._replacement,
            ItemChoice.SCRAP: self._consent,
        }
        page = own.get(choice) if choice else None
        return page or (self._payer if len(may) > 1 else self._nothing)

    def _retranslate(self) -> None:
        names: dict[QWidget, str] = {
            self._payer: self.tr("Who pays the freight"),
            self._line: self.tr("Which device it is"),
            self._replacement: self.tr("Serial of the other unit"),
            self._consent: self.tr("Who agreed, and when"),
        }
        for page, name in names.items():
            page.setAccessibleName(name)
        self._consent_by.setAccessibleName(self.tr("Who agreed to the scrapping"))
        self._consent_on.setAccessibleName(self.tr("Day on which they agreed"))
        self._name.show_text(names.get(self._pages.currentWidget() or self._nothing, ""))
