"""The dock worker's screen: the verdict in front, everything else around it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from receiving_app.acts.outcome import Answer, Detail, Outcome
from receiving_app.domain.command import Command
from receiving_app.domain.package import Judgement
from receiving_app.domain.policy import Policy
from receiving_app.queries.answers import Today
from ui.colors import Theme
from ui.dock.facts_card import FactsCard
from ui.dock.more_page import ACTS, MorePage
from ui.dock.panel_content import before_first_scan, content_of
from ui.dock.refusal_page import RefusalPage, RefusedDetails
from ui.dock.same_box_bar import SameBoxBar
from ui.dock.scan_tape import ScanTape
from ui.dock.status_strip import StatusStrip
from ui.dock.typed_number_page import TypedNumberPage
from ui.dock.why_page import WhyPage
from ui.parts.camera_view import CameraView, Mark
from ui.parts.key_button import KeyButton, on_key
from ui.parts.labels import IconLabel
from ui.parts.panel_content import PanelContent
from ui.parts.state_ring import ListenState
from ui.parts.verdict_panel import VerdictPanel
from ui.station_screen import StationScreen
from ui.theme import Space, Target, dock_stylesheet

#: After these no box is in hand any more.
_BOX_GONE = frozenset({Detail.NEXT, Detail.ENDED, Detail.TRUCK_DONE})


class DockScreen(StationScreen):
    """Shows what acts and queries answer, and says in signals what the worker did."""

    command_given = Signal(object)
    number_typed = Signal(str)
    refusal_given = Signal(object)

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], scale: float = 1.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setStyleSheet(dock_stylesheet(scale))
        self._now = now
        self._policy = Policy()
        self._outcome: Outcome | None = None
        self._explained: Outcome | None = None
        self._theme = theme
        self._scale = scale
        self._status = StatusStrip(theme, self)
        self._panel = VerdictPanel(theme, self)
        self._same_box = SameBoxBar(theme, self)
        self._same_box.ask("")
        self._facts = FactsCard(self)
        self._tape = ScanTape(theme, self)
        self._camera = CameraView(theme, self)
        self._buttons = self._make_buttons()
        self._assemble()
        self._same_box.answered.connect(self.command_given)
        self._retranslate()
        self._panel.show_content(before_first_scan())
        self._show_facts(None)
        self._scale_parts()

    def _make_buttons(self) -> dict[str, KeyButton]:
        acts: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("F1", "arrow-right", self._next),
            ("F2", "barcode", self._toggle_typing),
            ("F4", "info-circle", self._toggle_why),
            ("F5", "truck", self._truck_arrived),
            ("F6", "flame", self._hazard),
            ("F7", "package-off", self._no_number),
            ("F9", "arrow-back-up", self._undo),
            ("F10", "list", self._toggle_more),
        )
        buttons = {}
        for key, icon, act in acts:
            buttons[key] = KeyButton(icon, key, self._theme, primary=key == "F1", parent=self)
            buttons[key].clicked.connect(act)
            on_key(key, self, buttons[key].click)
        for command, _, key in ACTS:
            on_key(key, self, partial(self._choose, command))
        return buttons

    def _assemble(self) -> None:
        self._aside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._aside.setSpacing(Space.M)
        self._aside.addWidget(self._tape, 6)
        self._aside.addWidget(self._camera, 5)
        overview = QWidget(self)
        column = QVBoxLayout(overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._facts)
        column.addLayout(self._aside, 1)
        self._overview = overview
        self._pages = QStackedWidget(self)
        self._pages.addWidget(overview)
        self._pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._panel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        middle = QHBoxLayout()
        middle.setSpacing(Space.M)
        front = QVBoxLayout()
        front.setSpacing(Space.M)
        front.addWidget(self._panel, 1)
        front.addWidget(self._same_box)
        middle.addLayout(front, 63)
        middle.addWidget(self._pages, 37)
        bar = QGridLayout()
        bar.setSpacing(Space.L)
        bar.setRowMinimumHeight(0, Target.DOCK)  # a style sheet's least height goes before a button's own
        for place, button in enumerate(self._buttons.values()):
            bar.addWidget(button, 0, place)
            bar.setColumnStretch(place, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        whole.setSpacing(Space.M)
        whole.addWidget(self._status)
        whole.addLayout(middle, 1)
        whole.addLayout(bar)

    # The pages beside the verdict are built when they are first wanted: no start, and so no scan, waits for them.

    @cached_property
    def _why(self) -> WhyPage:
        page = WhyPage(self._theme, self)
        self._add_page(page)
        return page

    @cached_property
    def _typing(self) -> TypedNumberPage:
        page = TypedNumberPage(self._theme, self)
        page.typed.connect(self._number_typed)
        page.cancelled.connect(self._show_overview)
        page.set_scale(self._scale)
        self._add_page(page)
        return page

    @cached_property
    def _refusal(self) -> RefusalPage:
        page = RefusalPage(self._theme, self)
        page.refused.connect(self._refused)
        page.cancelled.connect(self._show_overview)
        self._add_page(page)
        return page

    @cached_property
    def _more(self) -> MorePage:
        page = MorePage(self._theme, self)
        page.chosen.connect(self._choose)
        self._add_page(page)
        return page

    def _add_page(self, page: QWidget) -> None:
        self._pages.addWidget(page)
        for button in page.findChildren(KeyButton):
            self._scale_icons(button)

    def set_policy(self, policy: Policy) -> None:
        """Use a policy's calendar and limits from now on."""
        self._policy = policy
        self._show_again()

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in another theme's colours."""
        self._theme = theme
        for part in (self._status, self._panel, self._tape, self._camera):
            part.set_theme(theme)
        for page in self.findChildren(WhyPage):
            page.set_theme(theme)
        for icon in self.findChildren(IconLabel):
            icon.set_theme(theme)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what became of a scan or an act, with the package it concerned."""
        self._outcome = outcome
        if outcome.tape is not None:
            self._tape.add(outcome.tape, outcome.package.decision if outcome.package else None)
        elif outcome.answer is Answer.JUDGED and outcome.package is not None:
            self._tape.settle(outcome.package.lpn, outcome.package.decision)
        self._status.show_truck(outcome.truck_since, self._policy)
        self._show_content(content_of(outcome, self._policy, self._now()))
        if outcome.package is not None or outcome.detail in _BOX_GONE or outcome.detail is Detail.UNDONE:
            self._show_facts(None if outcome.detail in _BOX_GONE else outcome)
        if not self._explains():
            self._show_overview()

    def show_today(self, today: Today) -> None:
        """Show how many boxes got which verdict today."""
        self._status.show_today(today)

    def show_frame(self, image: QImage, marks: tuple[Mark, ...] = ()) -> None:
        """Show what the camera sees, its codes outlined."""
        self._camera.show_frame(image, marks)

    @property
    def camera_problem(self) -> str:
        """Why there is no camera picture; empty while there is one."""
        return self._camera.problem

    def show_camera_problem(self, sentence: str) -> None:
        """Say why there is no camera picture."""
        self._camera.show_problem(sentence)

    def show_state(self, state: ListenState, note: str = "") -> None:
        """Show whether the station listens; `note` stands in the usual hint's place."""
        self._status.show_state(state, note)

    def set_scale(self, scale: float) -> None:
        """Size everything for a window `scale` times as large as 1920 by 1080."""
        self._scale = scale
        self.setStyleSheet(dock_stylesheet(scale))
        self._scale_parts()

    def _scale_parts(self) -> None:
        self._panel.set_scale(self._scale)
        for page in self.findChildren(TypedNumberPage):
            page.set_scale(self._scale)
        for part in (self._status, self._tape, *self.findChildren(KeyButton)):
            self._scale_icons(part)

    def _scale_icons(self, part: QWidget) -> None:
        for icon in part.findChildren(IconLabel):
            icon.set_scale(self._scale)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._show_again()

    def _show_again(self) -> None:
        outcome = self._outcome
        self._show_content(before_first_scan() if outcome is None else content_of(outcome, self._policy, self._now()))

    def _show_content(self, content: PanelContent) -> None:
        self._panel.show_content(content)
        self._same_box.ask(content.question)

    def _show_facts(self, outcome: Outcome | None) -> None:
        self._explained = outcome
        package = outcome.package if outcome else None
        if outcome is not None and package is not None:
            self._facts.show_facts(package, _judgement(outcome), self._policy, self._now())
        if self._explains():
            self._explain()
        self._facts.setVisible(package is not None)
        way = QBoxLayout.Direction.BottomToTop if package is None else QBoxLayout.Direction.LeftToRight
        self._aside.setDirection(way)

    def _explains(self) -> bool:
        return isinstance(self._pages.currentWidget(), WhyPage)

    def _explain(self) -> None:
        outcome = self._explained
        judgement = _judgement(outcome) if outcome else None
        if outcome is None or outcome.package is None or judgement is None:
            self._why.clear()
            return
        others = tuple(other for other in outcome.package.judgements if other is not judgement)
        self._why.show_judgements((judgement, *others), self._policy)

    def _show_overview(self) -> None:
        self._pages.setCurrentWidget(self._overview)
        self.setFocus()

    def _toggle(self, page: QWidget) -> None:
        if self._pages.currentWidget() is page:
            self._show_overview()
        else:
            self._pages.setCurrentWidget(page)

    def _toggle_typing(self) -> None:
        self._toggle(self._typing)

    def _toggle_why(self) -> None:
        self._explain()
        self._toggle(self._why)

    def _toggle_more(self) -> None:
        self._toggle(self._more)

    def _next(self) -> None:
        self.command_given.emit(Command.NEXT)

    def _truck_arrived(self) -> None:
        self.command_given.emit(Command.TRUCK_ARRIVED)

    def _hazard(self) -> None:
        self.command_given.emit(Command.HAZARD)

    def _no_number(self) -> None:
        self.command_given.emit(Command.NO_NUMBER)

    def _undo(self) -> None:
        self.command_given.emit(Command.UNDO)

    def _choose(self, command: Command) -> None:
        if command is Command.REFUSED_AT_DOOR:
            self._pages.setCurrentWidget(self._refusal)
            return
        self._show_overview()
        self.command_given.emit(command)

    def _number_typed(self, number: str) -> None:
        self._show_overview()
        self.number_typed.emit(number)

    def _refused(self, details: RefusedDetails) -> None:
        self._show_overview()
        self.refusal_given.emit(details)

    def _retranslate(self) -> None:
        words = {
            "F1": self.tr("Next box"),
            "F2": self.tr("Type number"),
            "F4": self.tr("Why?"),
            "F5": self.tr("Truck arrived"),
            "F6": self.tr("Hazard"),
            "F7": self.tr("No number"),
            "F9": self.tr("Undo"),
            "F10": self.tr("More"),
        }
        for key, button in self._buttons.items():
            button.say(words[key])


def _judgement(outcome: Outcome) -> Judgement | None:
    """Give the judgement to explain: the one that the scan was about, else the last."""
    package = outcome.package
    if package is None or not package.judgements:
        return None
    about = package.judgement(outcome.key) if outcome.key is not None else None
    return about or package.judgements[-1]
