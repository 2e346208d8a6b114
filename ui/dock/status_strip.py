"""The line above the verdict: is the station listening, which truck, how many today."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from receiving_app.domain.policy import Policy
from receiving_app.domain.verdict import Decision
from receiving_app.queries.answers import Today
from receiving_app.words import times
from receiving_app.words.verdicts import verdict_word
from ui.colors import Color, Theme
from ui.parts.labels import IconLabel, pill, plain_label
from ui.parts.panel_content import SHAPES
from ui.parts.state_ring import ListenState, StateRing
from ui.theme import Role, Space, Tone, set_tone

_MARKS = {
    Decision.ACCEPT: Color.ACCEPT_MARK,
    Decision.REJECT: Color.REJECT_MARK,
    Decision.HOLD: Color.HOLD_MARK,
}


class StatusStrip(QWidget):
    """State ring, truck stamp and today's counts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._today = Today()
        self._truck: tuple[datetime, Policy] | None = None
        self._ring = StateRing(theme, self)
        self._truck_pill = pill(self)
        set_tone(self._truck_pill, Tone.OK)
        self._day = plain_label(Role.DOCK_CAPTION, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._ring, 1)
        row.addWidget(self._truck_pill)
        row.addSpacing(Space.M)
        row.addWidget(self._day)
        self._icons = {d: IconLabel(SHAPES[d], _MARKS[d], 40, theme, self) for d in Decision}
        self._counts = {d: plain_label(Role.TAPE_TEXT, parent=self) for d in Decision}
        for decision in Decision:
            row.addWidget(self._icons[decision])
            row.addWidget(self._counts[decision])
        self._retranslate()

    def show_state(self, state: ListenState, note: str = "") -> None:
        """Show whether the station listens."""
        self._ring.show_state(state, note)

    def show_today(self, today: Today) -> None:
        """Show today's counts."""
        self._today = today
        self._retranslate()

    def show_truck(self, since: datetime | None, policy: Policy) -> None:
        """Show which truck's time the boxes share, if any."""
        truck = (since, policy) if since is not None else None
        if truck != self._truck:
            self._truck = truck
            self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        self._ring.set_theme(theme)
        for icon in self._icons.values():
            icon.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._day.setText(self.tr("Today"))
        counts = {
            Decision.ACCEPT: self._today.accepted,
            Decision.REJECT: self._today.rejected,
            Decision.HOLD: self._today.held,
        }
        for decision, count in counts.items():
            self._counts[decision].setText(str(count))
            self._counts[decision].setAccessibleName(f"{verdict_word(decision)}: {count}")
        self._truck_pill.setVisible(self._truck is not None)
        if self._truck is not None:
            since, policy = self._truck
            self._truck_pill.setText(self.tr("Truck of {}").format(times.clock(since, policy.calendar)))
