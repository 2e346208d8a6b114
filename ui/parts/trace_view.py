"""A verdict's full trace: every rule with its answer and facts, what failed first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.domain.verdict import Answer, Verdict
from receiving_app.words.rules import answer_word, rule_name, rule_sentence
from ui.colors import Color, Theme
from ui.parts.labels import IconLabel, plain_label
from ui.theme import Role, Space

_ORDER = (Answer.FAIL, Answer.UNSURE, Answer.PASS)
_ICONS = {
    Answer.PASS: ("check", Color.ACCEPT_MARK),
    Answer.FAIL: ("x", Color.REJECT_MARK),
    Answer.UNSURE: ("help", Color.HOLD_MARK),
}


@dataclass(frozen=True, slots=True)
class TraceRow:
    """One rule's answer: its name and what it found, in words."""

    answer: Answer
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Trace:
    """All that one verdict's rules said; what failed is shown first, then what is unsure."""

    title: str
    rows: tuple[TraceRow, ...]
    policy_version: int


class TraceView(QScrollArea):
    """One row a rule; scrolls where it is long."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self._theme = theme
        self.clear()

    def set_theme(self, theme: Theme) -> None:
        """Use another theme's colours, at once and from now on."""
        self._theme = theme
        for icon in self.findChildren(IconLabel):
            icon.set_theme(theme)

    def clear(self) -> None:
        """Show nothing."""
        self._set_page(QWidget())

    def show_verdicts(self, titled: Sequence[tuple[str, Verdict]], calendar: SiteCalendar) -> None:
        """Show why verdicts are what they are, one below the other, each under its title if it has one."""
        self.show_traces([_of_label(title, verdict, calendar) for title, verdict in titled])

    def show_traces(self, traces: Sequence[Trace]) -> None:
        """Show traces one below the other."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, Space.S, Space.S, 0)
        column.setSpacing(Space.M)
        for trace in traces:
            if trace.title:
                column.addWidget(plain_label(Role.TITLE, trace.title, wraps=True, parent=page))
            for said in sorted(trace.rows, key=lambda each: _ORDER.index(each.answer)):
                column.addLayout(self._row(said, page))
            version = self.tr("Policy version {}").format(trace.policy_version)
            column.addWidget(plain_label(Role.CAPTION, version, parent=page))
        column.addStretch()
        self._set_page(page)

    def _set_page(self, page: QWidget) -> None:
        self.setWidget(page)
        page.setAutoFillBackground(False)  # setWidget turns it on, and the card behind would not be seen

    def _row(self, row: TraceRow, page: QWidget) -> QGridLayout:
        name, color = _ICONS[row.answer]
        title = self.tr("{rule}: {answer}").format(rule=row.name, answer=answer_word(row.answer))
        said = plain_label(Role.LEAD, row.sentence, wraps=True, parent=page)
        said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(IconLabel(name, color, 28, self._theme, page), 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(plain_label(Role.CAPTION, title, wraps=True, parent=page), 0, 1)
        grid.addWidget(said, 1, 1)
        return grid


def _of_label(title: str, verdict: Verdict, calendar: SiteCalendar) -> Trace:
    rows = (TraceRow(each.answer, rule_name(each.rule), rule_sentence(each, calendar)) for each in verdict.trace)
    return Trace(title, tuple(rows), verdict.policy_version)
