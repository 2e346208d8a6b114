"""The reports: a period, its sheets by name, and each as a picture and as a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QDate, QEvent, QItemSelectionModel, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QHBoxLayout,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from receiving_app.domain.command import Command
from receiving_app.domain.period import Period, PeriodError
from receiving_app.domain.policy import Policy
from receiving_app.domain.report_sheet import Sheet, WrittenReport
from receiving_app.words.reporting import counting_sentence, no_report_sentence, period_fault_sentence
from ui.colors import Theme
from ui.desk.chart import Chart
from ui.desk.sheet_table import SheetModel
from ui.desk.tables import fit_sheet, sheet_table
from ui.parts.key_button import on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space

_LIST_WIDTH = 264
_DATE_WIDTH = 152
#: What the first buttons choose: so many days that end today.
_LAST_DAYS = (1, 7, 30, 365)
_FORMS = ("csv", "xlsx", "pdf")
_SAVES = {Command.SAVE_CSV: "csv", Command.SAVE_XLSX: "xlsx", Command.SAVE_PDF: "pdf"}


class ReportsPage(QWidget):
    """Asks for a report whenever its period changes; one that can't be is said, and the last report stays."""

    period_chosen = Signal(object)  # domain.period.Period
    export_wanted = Signal(str, int)  # "csv", "xlsx" or "pdf", and the place of the sheet that is seen
    stop_wanted = Signal()

    def __init__(self, now: Callable[[], datetime], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._policy = Policy()
        self._report: WrittenReport | None = None
        self._last_days = [QPushButton(self) for _ in _LAST_DAYS]
        self._first, self._last = QDateEdit(self), QDateEdit(self)
        self._exports = [QPushButton(form.upper(), self) for form in _FORMS]
        self._note = plain_label(Role.LEAD, wraps=True, parent=self)
        self._bar = QProgressBar(self)
        self._stop = QPushButton(self)
        self._list = QListWidget(self)
        self._chart = Chart(theme, self)
        self._model = SheetModel()
        self._table = sheet_table(self._model, self)
        self._assemble()
        self._connect()
        self._retranslate()
        self._show_progress(None)
        self._set_period(_LAST_DAYS[2])

    def _assemble(self) -> None:
        period = QHBoxLayout()
        period.setSpacing(Space.S)
        for button in self._last_days:
            period.addWidget(button)
        for field in (self._first, self._last):
            field.setFixedWidth(_DATE_WIDTH)
            field.setDateRange(QDate(2000, 1, 1), QDate(2999, 12, 31))
            field.setKeyboardTracking(False)  # a year is asked for once it is whole
            field.setDisplayFormat(_with_whole_year(field.displayFormat()))
            field.lineEdit().setTextMargins(Space.S, 0, 0, 0)
            period.addWidget(field)
        period.addStretch()
        for button in self._exports:
            period.addWidget(button)
        said = QHBoxLayout()
        said.setSpacing(Space.S)
        said.addWidget(self._note, 1)
        said.addWidget(self._bar)
        said.addWidget(self._stop)
        self._bar.setFixedWidth(_LIST_WIDTH)
        self._list.setFixedWidth(_LIST_WIDTH)
        seen = QVBoxLayout()
        seen.setSpacing(Space.S)
        seen.addWidget(self._chart, 2)
        seen.addWidget(self._table, 3)
        body = QHBoxLayout()
        body.setSpacing(Space.M)
        body.addWidget(self._list)
        body.addLayout(seen, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, Space.M, 0, 0)
        whole.setSpacing(Space.S)
        whole.addLayout(period)
        whole.addLayout(said)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        for button, days in zip(self._last_days, _LAST_DAYS, strict=True):
            button.clicked.connect(partial(self._choose_last, days))
        for field in (self._first, self._last):
            field.dateChanged.connect(self._ask)
        for button, form in zip(self._exports, _FORMS, strict=True):
            button.clicked.connect(partial(self._export, form))
        self._stop.clicked.connect(self.stop_wanted)
        self._list.currentRowChanged.connect(self._show_sheet)
        self._table.selectionModel().currentRowChanged.connect(lambda row: self._chart.mark_row(row.row()))
        self._chart.pointed.connect(self._table.selectRow)
        for place, days in enumerate(_LAST_DAYS, 1):
            on_key(f"Ctrl+{place}", self, partial(self._choose_last, days))
        for place, form in enumerate(_FORMS, 1):
            on_key(f"Ctrl+Shift+{place}", self, partial(self._export, form))
        on_key("Esc", self, self.stop_wanted.emit)

    @property
    def period(self) -> Period:
        """The period that is asked for; raise `PeriodError` where it ends before it begins."""
        return Period(_day(self._first.date()), _day(self._last.date()))

    @property
    def report(self) -> WrittenReport | None:
        """What is shown; None before the first answer."""
        return self._report

    def obey(self, command: Command) -> bool:
        """Do what a command barcode says; False where there is nothing for it here."""
        match command:
            case Command.ROW_ON | Command.ROW_BACK:
                row = self._list.currentRow() + (1 if command is Command.ROW_ON else -1)
                self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))
            case Command.VIEW_ON:
                self._choose_last(self._longer())
            case Command.STOP:
                self.stop_wanted.emit()
            case _ if command in _SAVES:
                self._export(_SAVES[command])
            case _:
                return False
        return True

    def _longer(self) -> int:
        """Give the next longer of the usual periods, after the longest the shortest."""
        now = self._first.date().daysTo(self._last.date()) + 1
        return next((days for days in _LAST_DAYS if days > now), _LAST_DAYS[0])

    def show_report(self, report: WrittenReport) -> None:
        """Show a report; the sheet that was seen stays the one that is seen."""
        row = max(0, self._list.currentRow())
        self._report = report
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItems([sheet.title for sheet in report.sheets])
        self._list.blockSignals(False)
        self._show_progress(None)
        self._list.setCurrentRow(min(row, len(report.sheets) - 1))

    def show_counting(self, percent: int) -> None:
        """Say how much of the journal is counted."""
        self._show_progress(percent)
        self._note.setText(counting_sentence(percent))

    def show_saving(self, percent: int) -> None:
        """Say how much of a file is written."""
        self._show_progress(percent)

    def say(self, sentence: str) -> None:
        """Say what became of what was asked for."""
        self._show_progress(None)
        self._note.setText(sentence)

    def show_trouble(self) -> None:
        """Say that the memory could not be asked."""
        self.say(no_report_sentence())

    def set_policy(self, policy: Policy) -> None:
        """Use a policy's calendar from now on."""
        self._policy = policy

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme's colours."""
        self._chart.set_theme(theme)

    def ask(self) -> None:
        """Ask for the report of the chosen period."""
        self._ask()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._list.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _ask(self) -> None:
        try:
            self.period_chosen.emit(self.period)
        except PeriodError:
            self.say(period_fault_sentence())

    def _choose_last(self, days: int) -> None:
        self._set_period(days)
        self._ask()

    def _set_period(self, days: int) -> None:
        today = self._policy.calendar.local(self._now()).date()
        for field, day in ((self._first, today - timedelta(days=days - 1)), (self._last, today)):
            field.blockSignals(True)
            field.setDate(QDate(day.year, day.month, day.day))
            field.blockSignals(False)

    def _export(self, form: str) -> None:
        if self._report is not None:
            self.export_wanted.emit(form, max(0, self._list.currentRow()))

    def _show_sheet(self, row: int) -> None:
        if self._report is None or not 0 <= row < len(self._report.sheets):
            return
        sheet: Sheet = self._report.sheets[row]
        self._note.setText(sheet.about)
        self._chart.show_sheet(sheet)
        self._model.show_sheet(sheet)
        self._table.setAccessibleName(sheet.title)
        fit_sheet(self._table)
        if sheet.rows:
            self._table.selectionModel().setCurrentIndex(
                self._model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def _show_progress(self, percent: int | None) -> None:
        for widget in (self._bar, self._stop):
            widget.setVisible(percent is not None)
        self._bar.setValue(percent or 0)

    def _retranslate(self) -> None:
        words = (self.tr("Today"), self.tr("7 days"), self.tr("30 days"), self.tr("A year"))
        for place, (button, word) in enumerate(zip(self._last_days, words, strict=True), 1):
            button.setText(word)
            button.setToolTip(self.tr("Ctrl+{}").format(place))
        for place, button in enumerate(self._exports, 1):
            button.setToolTip(self.tr("Ctrl+Shift+{}").format(place))
            button.setAccessibleName(self.tr("Save as {}").format(button.text()))
        self._first.setAccessibleName(self.tr("First day"))
        self._last.setAccessibleName(self.tr("Last day"))
        self._bar.setAccessibleName(self.tr("How much is done"))
        self._stop.setText(self.tr("Stop (Esc)"))
        self._list.setAccessibleName(self.tr("Reports"))
        self._table.setAccessibleName(self.tr("Report"))
        self._chart.setAccessibleName(self.tr("Report"))


def _day(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())


def _with_whole_year(pattern: str) -> str:
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")
