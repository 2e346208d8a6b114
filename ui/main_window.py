"""The one window: a header, and the screen that is worked on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from receiving_app.domain.policy import Policy
from receiving_app.queries.answers import Backlog
from ui.colors import Theme
from ui.dock.screen import DockScreen
from ui.parts.header_bar import HeaderBar
from ui.parts.key_button import on_key
from ui.parts.state_ring import ListenState
from ui.people.lock_screen import LockScreen
from ui.problem_page import ProblemPage
from ui.theme import Role, dock_scale, set_role

if TYPE_CHECKING:
    from ui.people.panel import PeoplePanel
    from ui.review.screen import ReviewScreen
    from ui.unpacking.screen import UnpackingScreen


class MainWindow(QWidget):
    """Shows at once; what the screens need to work comes later, when the store is open.

    `review_shown` asks for fresh cases. A window that isn't active shows NOT LISTENING, because a keyboard scanner
    types into the active one.
    """

    review_shown = Signal()
    decided = Signal(object)
    theme_toggled = Signal()
    people_wanted = Signal()
    unpacking_wanted = Signal()
    closed = Signal()

    def __init__(self, station: str, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        set_role(self, Role.CANVAS)
        self._state = ListenState.BUSY
        self._note = ""
        self._station = station
        self._theme = theme
        self._now = now
        self._policy = Policy()
        # Built for the whole screen: to restyle everything at the first resize takes longer than to build it.
        room = self.screen().availableSize()
        self._scale = dock_scale(room.width(), room.height())
        self.header = HeaderBar(station, theme, now, self)
        self.header.set_scale(self._scale)
        # Each has its parent from the beginning: another one later would restyle everything in it.
        self._cover = QStackedWidget(self)
        self._screens = QStackedWidget(self._cover)
        self.dock = DockScreen(theme, now, self._scale, self._screens)
        self._review: ReviewScreen | None = None
        self._unpacking: UnpackingScreen | None = None
        self._problem = ProblemPage(theme, self._screens)
        for screen in (self.dock, self._problem):
            self._screens.addWidget(screen)
        self.lock_screen = LockScreen(theme, self._cover)
        self.lock_screen.set_scale(self._scale)
        self._cover.addWidget(self._screens)
        self._cover.addWidget(self.lock_screen)
        self._people: PeoplePanel | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._cover, 1)
        self.header.screen_wanted.connect(self.toggle_review)
        self.header.theme_toggled.connect(self.theme_toggled)
        self.header.people_wanted.connect(self.people_wanted)
        on_key("F3", self, self.toggle_review)
        on_key("Ctrl+L", self, self.people_wanted.emit)
        on_key("Ctrl+U", self, self.unpacking_wanted.emit)
        self.dock.setFocus()
        self._retranslate()

    @property
    def review(self) -> ReviewScreen:
        """The supervisor's screen, built when it is first asked for: the first scan must not wait for it."""
        if self._review is None:
            from ui.review.screen import ReviewScreen  # noqa: PLC0415 - nor for its import

            self._review = ReviewScreen(self._theme, self._now, self)
            self._review.set_policy(self._policy)
            self._review.decided.connect(self.decided)
            self._screens.addWidget(self._review)
        return self._review

    @property
    def unpacking(self) -> UnpackingScreen:
        """The screen over an opened box, built when it is first asked for, like the review."""
        if self._unpacking is None:
            from ui.unpacking.screen import UnpackingScreen  # noqa: PLC0415 - nor for its import

            self._unpacking = UnpackingScreen(self._theme, self._now, self._scale, self)
            self._unpacking.set_policy(self._policy)
            self._screens.addWidget(self._unpacking)
            self._tell_state()
        return self._unpacking

    @property
    def people(self) -> PeoplePanel:
        """The panel that asks who works here, built when it is first asked for, like the review."""
        if self._people is None:
            from ui.people.panel import PeoplePanel  # noqa: PLC0415 - nor for its import

            self._people = PeoplePanel(self.header, self)
        return self._people

    @property
    def asks_people(self) -> bool:
        """Whether the panel that asks who works here is seen."""
        return self._people is not None and self._people.isVisible()

    @property
    def in_unpacking(self) -> bool:
        """Whether the screen over an opened box is seen."""
        return self._unpacking is not None and self._screens.currentWidget() is self._unpacking

    @property
    def in_review(self) -> bool:
        """Whether the supervisor's screen is seen."""
        return self._screens.currentWidget() is self._review

    def show_ready(self) -> None:
        """Say that scans are judged at once."""
        self._show_state(ListenState.READY)

    def show_busy(self, note: str = "") -> None:
        """Say that scans are kept and judged later; `note` says why."""
        self._show_state(ListenState.BUSY, note)

    def show_starting(self) -> None:
        """Say that the store is being opened."""
        self._show_state(ListenState.BUSY, self.tr("Starting: scans are kept."))

    def show_problem(self, sentence: str, what_to_do: str) -> None:
        """Say why the station can't work, and what a person can do about it."""
        self._problem.show_problem(sentence, what_to_do)
        self._screens.setCurrentWidget(self._problem)
        self.header.setEnabled(False)

    def show_backlog(self, backlog: Backlog) -> None:
        """Show how the station stands with the ticket service."""
        self.header.show_backlog(backlog)

    def show_operator(self, name: str) -> None:
        """Show who works here."""
        self.header.show_operator(name)

    def show_locked(self, name: str | None) -> None:
        """Cover the screens while the person of that name is away; None uncovers them."""
        if name is not None:
            self.lock_screen.show_name(name)
        self._cover.setCurrentWidget(self._screens if name is None else self.lock_screen)

    def focus_screen(self) -> None:
        """Give the keys back to the screen that is worked on."""
        screen = self._screens.currentWidget()
        if screen is not None:
            screen.setFocus()

    def set_policy(self, policy: Policy) -> None:
        """Use a policy's calendar and limits from now on."""
        self._policy = policy
        self.header.set_policy(policy)
        self.dock.set_policy(policy)
        if self._review is not None:
            self._review.set_policy(policy)
        if self._unpacking is not None:
            self._unpacking.set_policy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Paint what is drawn by hand in a theme's colours; `theme.apply` paints the rest."""
        self._theme = theme
        self.header.set_theme(theme)
        self.dock.set_theme(theme)
        if self._review is not None:
            self._review.set_theme(theme)
        if self._unpacking is not None:
            self._unpacking.set_theme(theme)
        self._problem.set_theme(theme)
        self.lock_screen.set_theme(theme)

    def show_dock(self) -> None:
        """Go to the dock, where what was just scanned is shown; a note begun in the review stays there."""
        if self.in_review or self.in_unpacking:
            self.toggle_review()

    def show_unpacking(self) -> None:
        """Go to the screen over an opened box."""
        if self._screens.currentWidget() is self._problem:
            return
        self._screens.setCurrentWidget(self.unpacking)
        self.header.set_in_review(True)
        self.unpacking.setFocus()

    def toggle_review(self) -> None:
        """Go from the dock to the review, or from any other screen back to the dock."""
        if self._screens.currentWidget() is self._problem:
            return
        to_review = self._screens.currentWidget() is self.dock
        screen = self.review if to_review else self.dock
        self._screens.setCurrentWidget(screen)
        self.header.set_in_review(to_review)
        screen.setFocus()
        if to_review:
            self.review_shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = dock_scale(self.width(), self.height())
        if scale != self._scale:
            self._scale = scale
            self.header.set_scale(scale)
            self.lock_screen.set_scale(scale)
            self.dock.set_scale(scale)
            if self._unpacking is not None:
                self._unpacking.set_scale(scale)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self._tell_state()
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _show_state(self, state: ListenState, note: str = "") -> None:
        self._state, self._note = state, note
        self._tell_state()

    def _tell_state(self) -> None:
        told = (self._state, self._note) if self.isActiveWindow() else (ListenState.NOT_LISTENING, "")
        self.dock.show_state(*told)
        if self._unpacking is not None:
            self._unpacking.show_state(*told)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Receiving: {}").format(self._station))
        self._tell_state()
