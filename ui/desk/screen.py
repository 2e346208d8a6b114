"""The desk: pages side by side, each a tab and a key away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from receiving_app.domain.command import Command
from receiving_app.domain.policy import Policy
from ui.colors import Theme
from ui.desk.arrivals_page import ArrivalsPage
from ui.desk.handover_page import HandOverPage
from ui.desk.reports_page import ReportsPage
from ui.desk.search_page import SearchPage
from ui.parts.key_button import on_key
from ui.station_screen import StationScreen
from ui.theme import Space


class DeskScreen(StationScreen):
    """Holds search, arrivals, reports and hand-over; `page_shown` asks for what the page that is seen now shows."""

    page_shown = Signal()

    def __init__(self, now: Callable[[], datetime], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchPage(now, self)
        self.arrivals = ArrivalsPage(now, self)
        self.reports = ReportsPage(now, theme, self)
        self.hand_over = HandOverPage(self)
        self._tabs = QTabWidget(self)
        self._pages = (self.search, self.arrivals, self.reports, self.hand_over)
        for page in self._pages:
            self._tabs.addTab(page, "")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        whole.addWidget(self._tabs)
        self._tabs.currentChanged.connect(self._page_changed)
        self.arrivals.opened.connect(self.search_for)
        on_key("Ctrl+F", self, lambda: self._show(self.search))
        on_key("Ctrl+R", self, lambda: self._show(self.arrivals))
        on_key("Ctrl+T", self, lambda: self._show(self.reports))
        on_key("Ctrl+H", self, lambda: self._show(self.hand_over))
        self._retranslate()

    @property
    def page(self) -> QWidget:
        """The page that is seen."""
        return self._tabs.currentWidget()

    def search_for(self, text: str) -> None:
        """Show what is found for a text."""
        self._tabs.setCurrentWidget(self.search)
        self.search.search_for(text)

    def obey(self, command: Command) -> bool:
        """Do what a command barcode says; False where the page that is seen has nothing for it."""
        page = {
            Command.ARRIVALS: self.arrivals,
            Command.REPORTS: self.reports,
            Command.HAND_OVER: self.hand_over,
        }.get(command)
        if page is not None:
            self._show(page)
            return True
        return any(each.obey(command) for each in self._pages if each is self.page)

    def set_policy(self, policy: Policy) -> None:
        """Use a policy's calendar from now on."""
        self.search.set_policy(policy)
        self.arrivals.set_policy(policy)
        self.reports.set_policy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Draw the pictures in another theme's colours."""
        self.reports.set_theme(theme)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.page.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _show(self, page: QWidget) -> None:
        self._tabs.setCurrentWidget(page)
        page.setFocus()

    def _page_changed(self) -> None:
        self.page.setFocus()
        self.page_shown.emit()

    def _retranslate(self) -> None:
        names = (self.tr("Search"), self.tr("Arrivals"), self.tr("Reports"), self.tr("Hand-over"))
        keys = (self.tr("Ctrl+F"), self.tr("Ctrl+R"), self.tr("Ctrl+T"), self.tr("Ctrl+H"))
        for place, (name, key) in enumerate(zip(names, keys, strict=True)):
            self._tabs.setTabText(place, self.tr("{page} ({key})").format(page=name, key=key))
        self._tabs.setAccessibleName(self.tr("Pages of the desk"))
