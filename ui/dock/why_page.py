"""Why a verdict is what it is, beside the verdict."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from receiving_app.domain.package import Judgement
from receiving_app.domain.policy import Policy
from receiving_app.words.readings import shown
from receiving_app.words.verdicts import verdict_word
from ui.colors import Theme
from ui.parts.labels import plain_label
from ui.parts.trace_view import TraceView
from ui.theme import Role, Space, set_role


class WhyPage(QWidget):
    """The full trace of a verdict."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._shown: tuple[Judgement, Policy] | None = None
        self._title = plain_label(Role.TITLE, wraps=True, parent=self)
        self._trace = TraceView(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.S, Space.M)
        column.addWidget(self._title)
        column.addWidget(self._trace, 1)
        self._retranslate()

    def show_judgement(self, judgement: Judgement, policy: Policy) -> None:
        """Show why a verdict is what it is."""
        self._shown = judgement, policy
        self._show_if_seen()

    def clear(self) -> None:
        """Show that nothing was judged yet."""
        self._shown = None
        self._show_if_seen()

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        self._trace.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._retranslate()

    def _show_if_seen(self) -> None:
        """Leave the work until somebody looks: a trace takes longer to lay out than a verdict may take to show."""
        if self.isVisible():
            self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._trace.setAccessibleName(self.tr("Why: every rule with its facts"))
        if self._shown is None:
            self._title.setText(self.tr("Nothing was judged yet."))
            self._trace.clear()
            return
        judgement, policy = self._shown
        said = self.tr("Why {word}: {number}")
        number = shown(judgement.number, 24) or self.tr("no RMA number")
        self._title.setText(said.format(word=verdict_word(judgement.decision), number=number))
        self._trace.show_verdict(judgement.verdict, policy.calendar)
