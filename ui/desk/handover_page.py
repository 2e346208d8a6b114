"""The shift's hand-over on one page: what was done, what is open, what is out of order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QTableView, QVBoxLayout, QWidget

from receiving_app.domain.command import Command
from receiving_app.domain.report_sheet import Sheet, WrittenReport
from receiving_app.words.reporting import no_report_sentence
from ui.desk.sheet_table import SheetModel
from ui.desk.tables import fit_sheet, sheet_table
from ui.parts.key_button import on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space, set_role

_PARTS = 3


class HandOverPage(QWidget):
    """Shows the hand-over as it would be printed, and asks for it on paper or as a file."""

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written: WrittenReport | None = None
        self._note = plain_label(Role.LEAD, wraps=True, parent=self)
        self._print, self._save = QPushButton(self), QPushButton(self)
        self._parts = [_Part(self) for _ in range(_PARTS)]
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self._note, 1)
        top.addWidget(self._print)
        top.addWidget(self._save)
        parts = QHBoxLayout()
        parts.setSpacing(Space.M)
        for part in self._parts:
            parts.addWidget(part, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.M, 0, 0)
        whole.setSpacing(Space.S)
        whole.addLayout(top)
        whole.addLayout(parts, 1)
        self._print.clicked.connect(self.print_wanted)
        self._save.clicked.connect(self.save_wanted)
        on_key("Ctrl+P", self, self.print_wanted.emit)
        on_key("Ctrl+S", self, self.save_wanted.emit)
        self._retranslate()

    @property
    def written(self) -> WrittenReport | None:
        """What is shown; None before the first answer."""
        return self._written

    def obey(self, command: Command) -> bool:
        """Do what a command barcode says; False where there is nothing for it here."""
        asks = {Command.PRINT_PAGE: self.print_wanted, Command.SAVE_PDF: self.save_wanted}.get(command)
        if asks is not None:
            asks.emit()
        return asks is not None

    def show_hand_over(self, written: WrittenReport) -> None:
        """Show a hand-over."""
        self._written = written
        self._note.setText(written.period)
        for part, sheet in zip(self._parts, written.sheets, strict=True):
            part.show_sheet(sheet)

    def say(self, sentence: str) -> None:
        """Say what became of what was asked for."""
        self._note.setText(sentence)

    def show_trouble(self) -> None:
        """Say that the memory could not be asked."""
        self.say(no_report_sentence())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._parts[0].table.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._print.setText(self.tr("Print"))
        self._print.setToolTip(self.tr("Ctrl+P"))
        self._save.setText(self.tr("Save as PDF"))
        self._save.setToolTip(self.tr("Ctrl+S"))


class _Part(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title = plain_label(Role.TITLE, wraps=True, parent=self)
        self._about = plain_label(Role.CAPTION, wraps=True, parent=self)
        self._model = SheetModel()
        self.table: QTableView = sheet_table(self._model, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self.table, 1)

    def show_sheet(self, sheet: Sheet) -> None:
        self._title.setText(sheet.title)
        self._about.setText(sheet.about)
        self._model.show_sheet(sheet)
        self.table.setAccessibleName(sheet.title)
        fit_sheet(self.table)
