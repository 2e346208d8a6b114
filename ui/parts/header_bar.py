"""The bar on top of every screen: which station, how it stands with the service, who works, what time it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from receiving_app.domain.policy import Policy
from receiving_app.queries.answers import Backlog
from receiving_app.words import times
from receiving_app.words.readings import shown
from receiving_app.words.sync import backlog_words
from ui.colors import Color, Theme
from ui.parts.icon import icon
from ui.parts.labels import ElidedLabel, IconLabel, pill, plain_label
from ui.station_screen import ICONS, Screen, screen_word
from ui.theme import Role, Space, Tone, dock_stylesheet, set_role, set_tone

_EVERY_SECOND = 1000


class HeaderBar(QWidget):
    """Keeps its clock and the ages it tells up to date by itself."""

    screens_wanted = Signal()
    theme_toggled = Signal()
    people_wanted = Signal()

    def __init__(self, station: str, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.HEADER)
        self._now = now
        self._policy = Policy()
        self._backlog: Backlog | None = None
        self._theme = theme
        self._screen = Screen.DOCK
        self._station = ElidedLabel(Role.HEADER_TITLE, self)
        self._station.show_text(shown(station))
        self._sync = pill(self)
        self._operator = QPushButton(self)
        self._clock = plain_label(Role.HEADER_NOTE, parent=self)
        self._screen_button = QPushButton(self)
        self._theme_button = QPushButton(self)
        self._assemble()
        self._timer = QTimer(self, interval=_EVERY_SECOND)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._retranslate()

    def _assemble(self) -> None:
        self._screen_button.clicked.connect(self.screens_wanted)
        self._theme_button.clicked.connect(self.theme_toggled)
        self._operator.clicked.connect(self.people_wanted)
        for button in (self._operator, self._screen_button, self._theme_button):
            button.setIconSize(QSize(24, 24))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.HALF, Space.M, Space.HALF)
        row.setSpacing(Space.M)
        row.addWidget(IconLabel("scan", Color.ON_HEADER, 36, self._theme, self))
        row.addWidget(self._station, 1)
        row.addWidget(self._sync)
        row.addWidget(self._operator)
        row.addWidget(self._clock)
        row.addWidget(self._screen_button)
        row.addWidget(self._theme_button)

    def show_backlog(self, backlog: Backlog) -> None:
        """Show how the station stands with the ticket service."""
        self._backlog = backlog
        self._retranslate()

    def show_operator(self, name: str) -> None:
        """Show who works here."""
        # An ampersand would underline the letter behind it.
        self._operator.setText(shown(name, 24).replace("&", "&&"))
        self._operator.setAccessibleName(self.tr("{}: sign in, lock or sign out (Ctrl+L)").format(name))

    def set_policy(self, policy: Policy) -> None:
        """Use a policy's time zone and limits from now on."""
        self._policy = policy
        self._tick()

    def show_screen(self, screen: Screen) -> None:
        """Show which screen is worked on."""
        self._screen = screen
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Offer the other theme."""
        self._theme = theme
        for label in self.findChildren(IconLabel):
            label.set_theme(theme)
        self._retranslate()

    def set_scale(self, scale: float) -> None:
        """Size it for a window `scale` times as large as 1920 by 1080."""
        self.setStyleSheet(dock_stylesheet(scale))
        for label in self.findChildren(IconLabel):
            label.set_scale(scale)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _tick(self) -> None:
        self._clock.setText(times.clock(self._now(), self._policy.calendar))
        self._tell_backlog()

    def _tell_backlog(self) -> None:
        if self._backlog is None:
            words, tone = self.tr("Not connected yet"), Tone.WARN
        else:
            words, tone = backlog_words(self._backlog, self._now()), self._tone(self._backlog)
        if self._sync.text() != words:
            self._sync.setText(words)
            self._sync.setToolTip("" if self._backlog is None else shown(self._backlog.problem or "", 200))
            self._sync.setAccessibleName(words)
            set_tone(self._sync, tone)

    def _tone(self, backlog: Backlog) -> Tone:
        as_of = backlog.data_as_of
        if backlog.rejected or as_of is None or self._now() - as_of >= self._policy.data_warn_after:
            return Tone.BAD
        if not backlog.online:
            return Tone.WARN
        return Tone.OK

    def _retranslate(self) -> None:
        color = self._theme[Color.TEXT]
        word = screen_word(self._screen)
        self._screen_button.setText(f"{word} ▾")
        self._screen_button.setIcon(icon(ICONS[self._screen], color, 24))
        self._screen_button.setAccessibleName(self.tr("{}: go to another screen (Ctrl+G)").format(word))
        self._screen_button.setToolTip(self.tr("Go to another screen (Ctrl+G)"))
        self._operator.setIcon(icon("user", color, 24))
        self._operator.setToolTip(self.tr("Sign in, lock or sign out (Ctrl+L)"))
        self._theme_button.setIcon(icon("sun" if self._theme.name == "dark" else "moon", color, 24))
        self._theme_button.setAccessibleName(self.tr("Light or dark"))
        self._theme_button.setToolTip(self.tr("Light or dark"))
        self._tick()
