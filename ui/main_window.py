"""The one window: a header, and the screen that is worked on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from receiving_app.domain.policy import Policy
from receiving_app.queries.answers import Backlog
from ui.colors import Theme
from ui.dock.screen import DockScreen
from ui.parts.header_bar import HeaderBar
from ui.parts.key_button import on_key
from ui.parts.screen_list import ScreenList
from ui.parts.state_ring import ListenState
from ui.people.lock_screen import LockScreen
from ui.problem_page import ProblemPage
from ui.station_screen import ICONS, Screen, StationScreen, key_of
from ui.theme import Role, dock_scale, set_role

if TYPE_CHECKING:
    from ui.bench.screen import BenchScreen
    from ui.desk.screen import DeskScreen
    from ui.parts.notice_line import NoticeLine
    from ui.parts.photo_page import PhotoPage
    from ui.people.panel import PeoplePanel
    from ui.prints.screen import PrintsScreen
    from ui.review.screen import ReviewScreen
    from ui.shipping.screen import ShippingScreen
    from ui.unpacking.screen import UnpackingScreen


Made = TypeVar("Made", bound=StationScreen)


class MainWindow(QWidget):
    """Shows at once; what the screens need to work comes later, when the store is open.

    `screen_shown` asks for what that screen shows. A window that isn't active shows NOT LISTENING, because a keyboard
    scanner types into the active one.
    """

    screen_shown = Signal(object)  # Screen
    theme_toggled = Signal()
    people_wanted = Signal()
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
        self._uncovered: QWidget = self._screens  # what is seen while nobody has locked it
        self._built: dict[Screen, StationScreen] = {}
        #: Builds a screen when it is first asked for: the first scan must wait neither for it nor for its import.
        self._builders: dict[Screen, Callable[[], StationScreen]] = {
            Screen.DOCK: lambda: self.dock,
            Screen.UNPACKING: lambda: self.unpacking,
            Screen.BENCH: lambda: self.bench,
            Screen.SHIPPING: lambda: self.shipping,
            Screen.REVIEW: lambda: self.review,
            Screen.DESK: lambda: self.desk,
            Screen.PRINTS: lambda: self.prints,
        }
        self.dock = DockScreen(theme, now, self._scale, self._screens)
        self._built[Screen.DOCK] = self.dock
        self._screens.addWidget(self.dock)
        self._problem = ProblemPage(theme, self._screens)
        self._screens.addWidget(self._problem)
        self.lock_screen = LockScreen(theme, self._cover)
        self.lock_screen.set_scale(self._scale)
        self._cover.addWidget(self._screens)
        self._cover.addWidget(self.lock_screen)
        self._people: PeoplePanel | None = None
        self._photo: PhotoPage | None = None
        self._list: ScreenList | None = None
        self._lines: dict[str, NoticeLine] = {}
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # A sentence that wraps asks for the height of its narrowest form: the window would grow past the screen's edge.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.header)
        column.addWidget(self._cover, 1)
        self._listen()
        self.dock.setFocus()
        self._retranslate()

    def _listen(self) -> None:
        self.header.screens_wanted.connect(self.toggle_screens)
        self.header.theme_toggled.connect(self.theme_toggled)
        self.header.people_wanted.connect(self.people_wanted)
        on_key("Ctrl+G", self, self.toggle_screens)
        on_key("F3", self, self.toggle_review)
        on_key("Ctrl+L", self, self.people_wanted.emit)
        for screen in self._builders:
            on_key(key_of(screen), self, partial(self.show_screen, screen))

    @cached_property
    def unpacking(self) -> UnpackingScreen:
        """The screen over an opened box."""
        from ui.unpacking.screen import UnpackingScreen  # noqa: PLC0415 - built late, imported late

        return self._add(Screen.UNPACKING, UnpackingScreen(self._theme, self._now, self._scale, self))

    @cached_property
    def bench(self) -> BenchScreen:
        """The technician's screen."""
        from ui.bench.screen import BenchScreen  # noqa: PLC0415 - built late, imported late

        return self._add(Screen.BENCH, BenchScreen(self._theme, self._now, self._scale, self))

    @cached_property
    def shipping(self) -> ShippingScreen:
        """The screen of what leaves."""
        from ui.shipping.screen import ShippingScreen  # noqa: PLC0415 - built late, imported late

        return self._add(Screen.SHIPPING, ShippingScreen(self._theme, self._now, self._scale, self))

    @cached_property
    def review(self) -> ReviewScreen:
        """The supervisor's screen."""
        from ui.review.screen import ReviewScreen  # noqa: PLC0415 - built late, imported late

        return self._add(Screen.REVIEW, ReviewScreen(self._theme, self._now, self))

    @cached_property
    def prints(self) -> PrintsScreen:
        """The screen of what was printed."""
        from ui.prints.screen import PrintsScreen  # noqa: PLC0415 - built late, imported late

        return self._add(Screen.PRINTS, PrintsScreen(self._theme, self._now, self._scale, self))

    @cached_property
    def desk(self) -> DeskScreen:
        """The search, what is still to arrive, and the figures."""
        from ui.desk.screen import DeskScreen  # noqa: PLC0415 - built late, imported late

        return self._add(Screen.DESK, DeskScreen(self._now, self._theme, self))

    def _add(self, name: Screen, made: Made) -> Made:
        self._built[name] = made
        self._screens.addWidget(made)
        made.set_policy(self._policy)
        made.show_state(*self._told)
        return made

    @property
    def shown(self) -> Screen | None:
        """The screen that is worked on; None while a problem stands in its place."""
        current = self._screens.currentWidget()
        return next((name for name, built in self._built.items() if built is current), None)

    def show_screen(self, screen: Screen) -> None:
        """Go to a screen; what was begun on the one before stays there."""
        if self.shown is None:
            return
        if self._list is not None:
            self._list.hide()
        if screen is self.shown:
            return
        widget = self._builders[screen]()
        self._screens.setCurrentWidget(widget)
        self.header.show_screen(screen)
        widget.setFocus()
        self.screen_shown.emit(screen)

    def toggle_review(self) -> None:
        """Go from the dock to the review, or from any other screen back to the dock."""
        self.show_screen(Screen.REVIEW if self.shown is Screen.DOCK else Screen.DOCK)

    def toggle_screens(self) -> None:
        """Offer the screens that one can go to."""
        if self._list is None:
            self._list = ScreenList(self.header, self._builders, self._theme, self._scale, self)
            self._list.chosen.connect(self.show_screen)
        self._list.toggle(self.shown)

    @property
    def people(self) -> PeoplePanel:
        """The panel that asks who works here, built when it is first asked for, like the screens."""
        if self._people is None:
            from ui.people.panel import PeoplePanel  # noqa: PLC0415 - nor for its import

            self._people = PeoplePanel(self.header, self)
        return self._people

    @property
    def asks_people(self) -> bool:
        """Whether the panel that asks who works here is seen."""
        return self._people is not None and self._people.isVisible()

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

    def show_notice(self, sentence: str) -> None:
        """Say in a line what the printer needs; an empty sentence takes the line away."""
        self._show_line(ICONS[Screen.PRINTS], Screen.PRINTS, sentence)

    def show_alarm(self, sentence: str) -> None:
        """Say in a line of its own what nobody may overlook; an empty sentence takes the line away."""
        self._show_line("alert-triangle", Screen.REVIEW, sentence)

    def show_scanner_problem(self, sentence: str) -> None:
        """Say in a line which scanner is away; an empty sentence takes the line away."""
        self._show_line("scan", None, sentence)

    def _show_line(self, icon: str, leads_to: Screen | None, sentence: str) -> None:
        line = self._lines.get(icon)
        if line is None:
            if not sentence:
                return
            from ui.parts.notice_line import NoticeLine  # noqa: PLC0415 - built late, imported late

            line = self._lines[icon] = NoticeLine(icon, key_of(leads_to) if leads_to else "", self._theme, self)
            self._column.insertWidget(1, line)
        line.show_sentence(sentence)

    def show_operator(self, name: str) -> None:
        """Show who works here."""
        self.header.show_operator(name)

    def show_locked(self, name: str | None) -> None:
        """Cover the screens while the person of that name is away; None uncovers them."""
        if name is not None:
            self.lock_screen.show_name(name)
        self._cover.setCurrentWidget(self._uncovered if name is None else self.lock_screen)

    @property
    def photo(self) -> PhotoPage:
        """The page that takes photos, built when it is first asked for, like the screens."""
        if self._photo is None:
            from ui.parts.photo_page import PhotoPage  # noqa: PLC0415 - built late, imported late

            self._photo = PhotoPage(self._theme, self._scale, self._cover)
            self._cover.addWidget(self._photo)
        return self._photo

    def show_photo(self) -> None:
        """Cover the screen that is worked on with the page that takes photos."""
        self._uncovered = self.photo
        self._uncover()

    def hide_photo(self) -> None:
        """Go back to the screen beneath the page that takes photos."""
        self._uncovered = self._screens
        self._uncover()

    def _uncover(self) -> None:
        if self._cover.currentWidget() is not self.lock_screen:
            self._cover.setCurrentWidget(self._uncovered)
            self.focus_screen()

    def focus_screen(self) -> None:
        """Give the keys back to the screen that is worked on."""
        screen = self._screens.currentWidget() if self._uncovered is self._screens else self._uncovered
        if screen is not None:
            screen.setFocus()

    def set_policy(self, policy: Policy) -> None:
        """Use a policy's calendar and limits from now on."""
        self._policy = policy
        self.header.set_policy(policy)
        for screen in self._built.values():
            screen.set_policy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Paint what is drawn by hand in a theme's colours; `theme.apply` paints the rest."""
        self._theme = theme
        self.header.set_theme(theme)
        self._problem.set_theme(theme)
        self.lock_screen.set_theme(theme)
        for screen in self._built.values():
            screen.set_theme(theme)
        if self._list is not None:
            self._list.set_theme(theme)
        if self._photo is not None:
            self._photo.set_theme(theme)
        for line in self._lines.values():
            line.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = dock_scale(self.width(), self.height())
        if scale != self._scale:
            self._scale = scale
            self.header.set_scale(scale)
            self.lock_screen.set_scale(scale)
            for screen in self._built.values():
                screen.set_scale(scale)
            if self._list is not None:
                self._list.set_scale(scale)
            if self._photo is not None:
                self._photo.set_scale(scale)

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

    @property
    def _told(self) -> tuple[ListenState, str]:
        return (self._state, self._note) if self.isActiveWindow() else (ListenState.NOT_LISTENING, "")

    def _tell_state(self) -> None:
        for screen in self._built.values():
            screen.show_state(*self._told)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Receiving: {}").format(self._station))
        self._tell_state()
