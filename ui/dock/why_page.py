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
    """The full trace of every verdict on the package."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._shown: tuple[tuple[Judgement, ...], Policy] | None = None
        self._empty = plain_label(Role.TITLE, wraps=True, parent=self)
        self._trace = TraceView(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.S, Space.M)
        column.addWidget(self._empty)
        column.addWidget(self._trace, 1)
        self._retranslate()

    def show_judgements(self, judgements: tuple[Judgement, ...], policy: Policy) -> None:
        """Show why verdicts are what they are."""
        self._shown = judgements, policy
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
        self._empty.setText(self.tr("Nothing was judged yet."))
        self._empty.setVisible(self._shown is None)
        if self._shown is None:
            self._trace.clear()
            return
        judgements, policy = self._shown
        titled = [(self._title(judgement), judgement.verdict) for judgement in judgements]
        self._trace.show_verdicts(titled, policy.calendar)

    def _title(self, judgement: Judgement) -> str:
        number = shown(judgement.number, 24) or self.tr("no RMA number")
        return self.tr("Why {word}: {number}").format(word=verdict_word(judgement.decision), number=number)
