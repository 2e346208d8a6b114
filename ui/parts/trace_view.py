"""A verdict's full trace: every rule with its answer and facts, what failed first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.domain.verdict import Answer, Finding, Verdict
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


def failed_first(verdict: Verdict) -> list[Finding]:
    """Order a trace as people ask for it: what failed, what is unsure, what is in order."""
    return sorted(verdict.trace, key=lambda finding: _ORDER.index(finding.answer))


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
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, Space.S, Space.S, 0)
        column.setSpacing(Space.M)
        for title, verdict in titled:
            if title:
                column.addWidget(plain_label(Role.TITLE, title, wraps=True, parent=page))
            for finding in failed_first(verdict):
                column.addLayout(self._row(finding, calendar, page))
            version = self.tr("Policy version {}").format(verdict.policy_version)
            column.addWidget(plain_label(Role.CAPTION, version, parent=page))
        column.addStretch()
        self._set_page(page)

    def _set_page(self, page: QWidget) -> None:
        self.setWidget(page)
        page.setAutoFillBackground(False)  # setWidget turns it on, and the card behind would not be seen

    def _row(self, finding: Finding, calendar: SiteCalendar, page: QWidget) -> QGridLayout:
        name, color = _ICONS[finding.answer]
        title = self.tr("{rule}: {answer}").format(rule=rule_name(finding.rule), answer=answer_word(finding.answer))
        said = plain_label(Role.LEAD, rule_sentence(finding, calendar), wraps=True, parent=page)
        said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        row = QGridLayout()
        row.setHorizontalSpacing(Space.M)
        row.setVerticalSpacing(0)
        row.setColumnStretch(1, 1)
        row.addWidget(IconLabel(name, color, 28, self._theme, page), 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(Role.CAPTION, title, wraps=True, parent=page), 0, 1)
        row.addWidget(said, 1, 1)
        return row
