"""What the screens over a box share: the last answer in front, pages beside it, a bar of buttons below."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from receiving_app.domain.policy import Policy
from ui.colors import Theme
from ui.parts.key_button import KeyButton
from ui.parts.labels import IconLabel
from ui.parts.panel_content import PanelContent
from ui.parts.state_ring import ListenState, StateRing
from ui.parts.verdict_panel import VerdictPanel
from ui.station_screen import StationScreen
from ui.theme import Space, Target, dock_stylesheet


class AnswerScreen(StationScreen):
    """Lays itself out, and paints, sizes and words its answer anew when the window's are others."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self._policy = Policy()
        self._ring = StateRing(theme, self)
        self._panel = VerdictPanel(theme, self)
        self._front = QStackedWidget(self)
        self._pages = QStackedWidget(self)

    def _content(self) -> PanelContent:
        """Say what the panel shows, in this moment's words."""
        raise NotImplementedError

    def _retranslate(self) -> None:
        """Say everything else in another language."""
        raise NotImplementedError

    def _lay_out(
        self,
        pages: Iterable[QWidget],
        below: Iterable[QWidget],
        bar: Iterable[KeyButton],
        front_share: int,
        *,
        instead: Iterable[QWidget] = (),
    ) -> None:
        """Put pages beside the answer, which takes `front_share` parts of 100; cards below it, and a bar below all.

        What stands `instead` of the answer for a while shares its place.
        """
        for page in pages:
            self._pages.addWidget(page)
        for part in (self._panel, *instead):
            self._front.addWidget(part)
        for part in (self._pages, self._front):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        front = QVBoxLayout()
        front.setSpacing(Space.M)
        front.addWidget(self._front, 1)
        for card in below:
            front.addWidget(card)
        middle = QHBoxLayout()
        middle.setSpacing(Space.M)
        middle.addLayout(front, front_share)
        middle.addWidget(self._pages, 100 - front_share)
        buttons = QGridLayout()
        buttons.setSpacing(Space.L)
        buttons.setRowMinimumHeight(0, Target.DOCK)  # a style sheet's least height goes before a button's own
        for place, button in enumerate(bar):
            buttons.addWidget(button, 0, place)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        whole.setSpacing(Space.M)
        whole.addWidget(self._ring)
        whole.addLayout(middle, 1)
        whole.addLayout(buttons)

    def show_state(self, state: ListenState, note: str = "") -> None:
        """Show whether the station listens."""
        self._ring.show_state(state, note)

    def set_policy(self, policy: Policy) -> None:
        """Use a policy's calendar from now on."""
        self._policy = policy
        self._panel.show_content(self._content())

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in another theme's colours."""
        self._theme = theme
        for part in (self._ring, self._panel):
            part.set_theme(theme)
        for icon in self.findChildren(IconLabel):
            icon.set_theme(theme)

    def set_scale(self, scale: float) -> None:
        """Size everything for a window `scale` times as large as 1920 by 1080."""
        self.setStyleSheet(dock_stylesheet(scale))
        self._panel.set_scale(scale)
        for button in self.findChildren(KeyButton):
            for icon in button.findChildren(IconLabel):
                icon.set_scale(scale)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._panel.show_content(self._content())
