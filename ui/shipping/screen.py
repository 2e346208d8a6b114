"""The shipping screen: the last answer in front, the box on the table below it, what waits to leave beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from receiving_app.acts.packing_outcome import Ask, Code, PackingOutcome, PackingTable
from receiving_app.domain.authorization import Address
from receiving_app.domain.command import Command
from receiving_app.words.commands import command_word
from ui.colors import Theme
from ui.parts.answer_screen import AnswerScreen
from ui.parts.key_button import KeyButton, on_key
from ui.parts.panel_content import PanelContent
from ui.shipping import questions
from ui.shipping.box_card import BoxCard
from ui.shipping.box_card import content_of as box_content
from ui.shipping.panel_content import content_of
from ui.shipping.questions import Answer, Typed
from ui.shipping.row_list import RowList
from ui.shipping.rows import Row, drivers_rows, shelf_rows
from ui.unpacking.address_page import AddressPage
from ui.unpacking.choice_page import Choice, ChoicePage
from ui.unpacking.text_page import TextPage

if TYPE_CHECKING:
    from receiving_app.queries.shipping import HandOver, Shelf

_Act = Command | Typed | Ask | Literal["mark", "more"]
_BAR: tuple[tuple[_Act, str, str], ...] = (
    (Command.NEXT, "arrow-right", "F1"),
    (Typed.NUMBER, "barcode", "F2"),
    (Command.TAKE_OUT, "package-off", "F4"),
    (Command.PACK, "package", "F5"),
    ("mark", "check", "F7"),
    (Command.UNDO, "arrow-back-up", "F9"),
    ("more", "list", "F10"),
    (Command.CONFIRM, "circle-check", "F12"),
)
_MORE: tuple[tuple[_Act, str, str], ...] = (
    (Command.CHECKED, "flame", "F6"),
    (Ask.ADDRESS, "truck", "F8"),
    (Command.DRIVERS_LIST, "list", "F11"),
    (Command.TAKE_ALL_OUT, "package-off", "Shift+F4"),
    (Command.BY_GROUND, "truck", "Shift+F5"),
)
#: What is asked for on a page; what is confirmed is confirmed by one key.
_ON_A_PAGE = frozenset({Ask.CARRIER, Ask.REASON, Ask.CHECKER, Ask.ADDRESS})


class ShippingScreen(AnswerScreen):
    """Shows what acts and queries answer, and says in signals what the worker did."""

    command_given = Signal(object)  # Command
    number_typed = Signal(str)
    thing_pressed = Signal(str)
    shipment_pressed = Signal(str)
    answered = Signal(object, object)  # Ask, and the text or the address

    def __init__(self, theme: Theme, now: Callable[[], datetime], scale: float, parent: QWidget | None = None) -> None:
        super().__init__(theme, now, parent)
        self._scale = scale
        self._outcome = PackingOutcome(Code.READY, PackingTable())
        self._shelf: Shelf | None = None
        self._box = BoxCard(self)
        self._list = RowList(self._title, theme, scale, self)
        self._driver = RowList(lambda: self.tr("Driver's list: what left today"), theme, scale, self)
        for rows in (self._list, self._driver):
            rows.pressed.connect(self._row_pressed)
        more = [Choice(act, icon, key, partial(self._words_for, act)) for act, icon, key in _MORE]
        self._more = ChoicePage(lambda: self.tr("More"), more, theme, self)
        self._more.chosen.connect(self._do)
        self._field = TextPage(questions.field_words, Typed.NUMBER, theme, self)
        self._field.answered.connect(self._typed)
        self._field.cancelled.connect(self._show_list)
        self._address = AddressPage(theme, self, lambda: self.tr("Where does it go?"))
        self._address.given.connect(lambda address, _how: self._answer(Ask.ADDRESS, address))
        self._address.cancelled.connect(self._show_list)
        self._question: tuple[ChoicePage, tuple[Choice, ...]] | None = None
        self._buttons = {
            key: (act, KeyButton(icon, key, theme, primary=key in {"F5", "F12"}, parent=self))
            for act, icon, key in _BAR
        }
        self._lay_out(
            (self._list, self._driver, self._more, self._field, self._address),
            (self._box,),
            (button for _, button in self._buttons.values()),
            58,
        )
        self._listen()
        self.set_scale(scale)
        self._retranslate()

    def _listen(self) -> None:
        for act, button in self._buttons.values():
            button.clicked.connect(partial(self._do, act))
        for act, _, key in (*_BAR, *_MORE):
            on_key(key, self, partial(self._do, act))
        on_key("Esc", self, self._show_list)

    @property
    def table(self) -> PackingTable:
        """What lies on the table, as it was shown last."""
        return self._outcome.table

    def show_outcome(self, outcome: PackingOutcome, shelf: Shelf) -> None:
        """Show what became of a scan or an act, with everything that waits to leave."""
        self._outcome, self._shelf = outcome, shelf
        self._panel.show_content(self._content())
        self._show_shelf()
        if outcome.table.asks in _ON_A_PAGE:
            self._ask(outcome.table.asks)
        else:
            self._show_list()

    def _content(self) -> PanelContent:
        return content_of(self._outcome, self._policy, self._now())

    def show_shelf(self, shelf: Shelf) -> None:
        """Show anew what waits to leave; the answer and the page in front stay."""
        self._shelf = shelf
        self._show_shelf()

    def show_drivers_list(self, lists: tuple[HandOver, ...]) -> None:
        """Show what left today, by carrier."""
        rows = drivers_rows(lists)
        self._driver.show_rows(rows or (Row(self.tr("Nothing has left today.")),))
        self._pages.setCurrentWidget(self._driver)
        self.setFocus()

    def choose_answer(self, place: int) -> bool:
        """Press the button of the open question in a place, counted from 1; say whether there is one."""
        choices = self._question[1] if self._question else ()
        if not 1 <= place <= len(choices) or not self._is_asking:
            return False
        self._choose(choices[place - 1].value)
        return True

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in another theme's colours."""
        super().set_theme(theme)
        for part in (self._list, self._driver):
            part.set_theme(theme)

    def set_scale(self, scale: float) -> None:
        """Size everything for a window `scale` times as large as 1920 by 1080."""
        self._scale = scale
        super().set_scale(scale)
        for part in (self._list, self._driver, self._field):
            part.set_scale(scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._shown_list.mark(step)
        self._show_buttons()

    @property
    def _confirming(self) -> Command:
        """What a yes to the open question says."""
        return Command.BY_GROUND if self._outcome.table.asks is Ask.GROUND else Command.CONFIRM

    @property
    def _shown_list(self) -> RowList:
        return self._driver if self._pages.currentWidget() is self._driver else self._list

    @property
    def _is_asking(self) -> bool:
        return self._question is not None and self._pages.currentWidget() is self._question[0]

    def _title(self) -> str:
        if self._shelf is None:
            return self.tr("What may leave")
        leaving = self._shelf.leaving
        words = self.tr("May leave: {free} · packed: {packed} · must stay: {barred}")
        free = sum(len(group.goods) for group in leaving.groups)
        return words.format(free=free, packed=len(self._shelf.packed), barred=len(leaving.barred))

    def _show_shelf(self) -> None:
        if self._shelf is not None:
            table = self._outcome.table
            rows = shelf_rows(self._shelf, table.chosen, table.shipment, self._now())
            self._list.show_rows(rows or (Row(self.tr("Nothing waits to leave.")),))
            self._box.show_content(box_content(table, self._shelf))
        self._show_buttons()

    def _show_buttons(self) -> None:
        """Offer what can be done now."""
        table = self._outcome.table
        offered: dict[_Act, bool] = {
            Command.TAKE_OUT: bool(table.chosen),
            Command.PACK: not table.is_empty and not table.is_packed,
            "mark": self._shown_list.marked is not None,
            Command.CONFIRM: table.asks in {Ask.CONFIRM, Ask.GROUND},
        }
        for act, button in self._buttons.values():
            button.setVisible(offered.get(act, True))
        _, confirm = self._buttons["F12"]
        confirm.say(command_word(self._confirming))

    def _do(self, act: _Act) -> None:
        match act:
            case Command.CONFIRM:
                self.command_given.emit(self._confirming)
            case Command():
                self.command_given.emit(act)
            case Typed():
                self._type(act)
            case Ask():
                self._ask(act)
            case "mark":
                if self._shown_list.marked is not None:
                    self._row_pressed(self._shown_list.marked)
            case "more":
                self._toggle_more()

    def _row_pressed(self, row: Row) -> None:
        if row.shipment:
            self.shipment_pressed.emit(row.shipment)
        elif row.thing:
            self.thing_pressed.emit(row.thing)

    def _type(self, typed: Typed) -> None:
        self._pages.setCurrentWidget(self._field)
        self._field.ask(typed)

    def _typed(self, typed: Typed, text: str) -> None:
        if typed is Typed.NUMBER:
            self._show_list()
            self.number_typed.emit(text)
            return
        self._answer(next(asked for asked, field in questions.OTHER.items() if field is typed), text)

    def _answer(self, asked: Ask, value: str | Address) -> None:
        self._show_list()
        self.answered.emit(asked, value)

    def _ask(self, asked: Ask) -> None:
        """Offer what a question can be answered with; where nothing is known, a field."""
        if self._outcome.table.is_empty or self._shelf is None:
            return
        if self._question is not None:
            self._pages.removeWidget(self._question[0])
            self._question[0].deleteLater()
            self._question = None
        choices = questions.answers(asked, self._shelf)
        if len(choices) == 1:
            self._choose(choices[0].value)
            return
        page = ChoicePage(partial(questions.question, asked), choices, self._theme, self)
        for choice in choices:
            on_key(choice.key, page, partial(self._choose, choice.value))
        page.chosen.connect(self._choose)
        self._question = page, choices
        self._pages.addWidget(page)
        self.set_scale(self._scale)
        self._pages.setCurrentWidget(page)
        self.setFocus()

    def _choose(self, value: object) -> None:
        match value:
            case Answer(asked=asked, value=said):
                self._answer(asked, said)
            case Ask.ADDRESS:
                self._pages.setCurrentWidget(self._address)
            case Ask():
                self._type(questions.OTHER[value])

    def _toggle_more(self) -> None:
        if self._pages.currentWidget() is self._more:
            self._show_list()
        else:
            self._pages.setCurrentWidget(self._more)
            self.setFocus()

    def _show_list(self) -> None:
        self._pages.setCurrentWidget(self._list)
        self._show_buttons()
        self.setFocus()

    def _words_for(self, act: _Act) -> str:
        if isinstance(act, Command):
            return command_word(act)
        return self.tr("Where it goes")

    def _retranslate(self) -> None:
        words = {Typed.NUMBER: self.tr("Type number"), "mark": self.tr("Take this"), "more": self.tr("More")}
        for act, button in self._buttons.values():
            button.say(command_word(act) if isinstance(act, Command) else words[act])
        self._show_shelf()
