"""The screen over an opened box: the last answer in front, what should be in the box beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from receiving_app.acts.unpacking_outcome import Code, UnpackingOutcome
from receiving_app.domain.authorization import Address
from receiving_app.domain.command import Command
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import Medium
from receiving_app.words.commands import command_word
from receiving_app.words.custody import medium_word
from receiving_app.words.readings import shown
from ui.colors import Theme
from ui.parts.answer_screen import AnswerScreen
from ui.parts.key_button import PHOTO_KEY, KeyButton, on_key
from ui.parts.panel_content import PanelContent
from ui.parts.photo_strip import PhotoStrip
from ui.parts.photo_view import CasePhoto, FetchPhoto, PhotoView
from ui.unpacking.address_page import AddressPage
from ui.unpacking.box_list import BoxList
from ui.unpacking.choice_page import Choice, ChoicePage
from ui.unpacking.custody_page import CustodyPage
from ui.unpacking.panel_content import content_of
from ui.unpacking.part_bar import PartBar
from ui.unpacking.text_page import Asked, TextPage

if TYPE_CHECKING:
    from receiving_app.queries.unpacking import Box

_CARTON = (
    (Command.CARTON_WHOLE, "package", "F5"),
    (Command.CARTON_DAMAGED, "alert-triangle", "F7"),
    (Command.CARTON_TAMPERED, "hand-stop", "F8"),
    (Command.CARTON_EMPTY, "package-off", "F11"),
)
_ADDRESS: Literal["address"] = "address"
_Act = Asked | Command | Medium | Literal["address"]
#: A text that is asked for, a command, or a page of its own; with icon and key.
_MORE: tuple[tuple[_Act, str, str], ...] = (
    (Asked.EXTRA, "tag", "F4"),
    (Asked.MODEL, "info-circle", "F8"),
    (Medium.CARD, "photo", "Shift+F5"),
    (Medium.INTERNAL_MEMORY, "settings", "Shift+F6"),
    (Command.ITEM_TAMPERED, "hand-stop", "Shift+F7"),
    (Command.ITEM_DAMAGED, "alert-triangle", "Shift+F8"),
    (_ADDRESS, "truck", "Shift+F9"),
    (Command.PHOTO, "camera", PHOTO_KEY),
)
_BAR: tuple[tuple[Asked | Command | None, str, str], ...] = (
    (Command.NEXT, "arrow-right", "F1"),
    (Asked.SERIAL, "barcode", "F2"),
    (Command.ALL_PARTS, "check", "F5"),
    (Command.HAZARD, "flame", "F6"),
    (Command.UNREADABLE, "help", "F7"),
    (Command.UNDO, "arrow-back-up", "F9"),
    (None, "list", "F10"),
    (Asked.PLACE, "circle-check", "F12"),
)
_ABOUT_THE_CARTON = frozenset({Code.ASK_CONDITION, Code.CARTON_FIRST})
#: What can be done before a carton was looked at, or with no box at all.
_ALWAYS = frozenset({Command.NEXT, Command.HAZARD, Command.UNDO, Command.PHOTO})


class UnpackingScreen(AnswerScreen):
    """Shows what acts and queries answer, and says in signals what the worker did."""

    command_given = Signal(object)
    text_given = Signal(object, str)
    part_counted = Signal(str, int)
    model_chosen = Signal(object)
    address_given = Signal(object, str)

    def __init__(self, theme: Theme, now: Callable[[], datetime], scale: float, parent: QWidget | None = None) -> None:
        super().__init__(theme, now, parent)
        self._outcome = UnpackingOutcome(Code.NO_BOX)
        self._counting = False
        self._list = BoxList(theme, scale, self)
        self.photos = PhotoStrip(theme, self)
        self._parts = PartBar(theme, self)
        self._parts.counted.connect(self.part_counted)
        carton = [Choice(command, icon, key, _words_of(command)) for command, icon, key in _CARTON]
        self._carton = ChoicePage(lambda: self.tr("How does the carton look?"), carton, theme, self)
        self._carton.chosen.connect(self.command_given)
        more = [Choice(act, icon, key, self._words_for(act)) for act, icon, key in _MORE]
        self._more = ChoicePage(lambda: self.tr("More of this device"), more, theme, self)
        self._more.chosen.connect(self._do)
        self._text = TextPage(self._asking, Asked.SERIAL, theme, self, may_stay_empty=Asked.PLACE)
        self._text.answered.connect(self._answered)
        self._text.cancelled.connect(self._show_list)
        self._address = AddressPage(theme, self)
        self._address.given.connect(self._address_given)
        self._address.cancelled.connect(self._show_list)
        self._label = PhotoView(self)
        self._label_photos: tuple[str, ...] = ()
        self._fetch: FetchPhoto | None = None
        self._models: ChoicePage | None = None
        self._of_video: Item | None = None
        self._custody = {medium: CustodyPage(medium, theme, self) for medium in Medium}
        for page in self._custody.values():
            page.chosen.connect(self._do)
        self._buttons = {
            key: (act, KeyButton(icon, key, theme, primary=key == "F12", parent=self)) for act, icon, key in _BAR
        }
        self._lay_out(
            (self._list, self._carton, self._more, self._text, self._address, *self._custody.values()),
            (self.photos, self._parts),
            (button for _, button in self._buttons.values()),
            60,
            instead=(self._label,),
        )
        self._pages.currentChanged.connect(self._show_front)
        self._listen()
        self.set_scale(scale)
        self._retranslate()
        self.show_outcome(self._outcome, None, None)

    def _listen(self) -> None:
        for key, (_, button) in self._buttons.items():
            button.clicked.connect(lambda _checked=False, pressed=key: self._press(pressed))
        keys = dict.fromkeys(key for *_, key in (*_BAR, *_MORE, *_CARTON))
        for key in keys:
            on_key(key, self, partial(self._press, key))

    def show_outcome(self, outcome: UnpackingOutcome, box: Box | None, item: str | None) -> None:
        """Show what became of a scan or an act, with the box it concerned and the device in hand."""
        self._outcome = outcome
        self._panel.show_content(self._content())
        self._list.show_box(box, item)
        self._address.offer(box.addresses if box else ())
        self._label_photos = box.package.photos if box else ()
        in_hand = next((each for each in box.items if each.id == item), None) if box else None
        self._parts.show_item(in_hand)
        self._show_photos(box, in_hand)
        self._of_video = in_hand or outcome.item
        for page in self._custody.values():
            page.show_item(self._of_video)
        self._counting = box is not None and box.package.unpacking is not None and not box.package.unpacking.done
        for act, button in self._buttons.values():
            button.setVisible(self._counting or act in _ALWAYS)
        if outcome.code in _ABOUT_THE_CARTON:
            self._pages.setCurrentWidget(self._carton)
            self.setFocus()
        elif outcome.code is Code.ASK_MODEL:
            self._ask_model(outcome.numbers)
        elif outcome.code is Code.LABEL_ELSEWHERE:
            self._pages.setCurrentWidget(self._custody[Medium.CARD])
            self.setFocus()
        else:
            self._show_list()

    def attach(self, fetch: FetchPhoto) -> None:
        """Say whom to ask for the label's photos."""
        self._fetch = fetch

    def _content(self) -> PanelContent:
        return content_of(self._outcome, self._policy, self._now())

    @Slot()
    def _show_front(self) -> None:
        """Show the label itself while its address is copied, else the answer."""
        beside = self._pages.currentWidget() is self._address and self._fetch is not None and self._label_photos
        if beside and self._fetch is not None:
            photos = [CasePhoto(photo, self.tr("The box's label")) for photo in reversed(self._label_photos)]
            self._label.show_photos(photos, self._fetch)
        self._front.setCurrentWidget(self._label if beside else self._panel)

    def _show_photos(self, box: Box | None, in_hand: Item | None) -> None:
        """Show the photos of the device in hand, else those of the carton."""
        if in_hand is not None:
            self.photos.show_photos(in_hand.photos, lacks=in_hand.wants_photo)
        elif box is not None:
            self.photos.show_photos(box.package.taken, lacks=box.package.wants_photo)
        else:
            self.photos.show_photos((), lacks=False)

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in another theme's colours."""
        super().set_theme(theme)
        for part in (self._list, self.photos):
            part.set_theme(theme)

    def set_scale(self, scale: float) -> None:
        """Size everything for a window `scale` times as large as 1920 by 1080."""
        super().set_scale(scale)
        self._list.set_scale(scale)
        self._text.set_scale(scale)

    def _press(self, key: str) -> None:
        """Do what a key means now: some mean another thing before the carton was looked at."""
        if self._pages.currentWidget() is self._carton:
            carton = next((command for command, _, each in _CARTON if each == key), None)
            if carton is not None:
                self.command_given.emit(carton)
                return
        act = next((act for act, _, each in (*_BAR, *_MORE) if each == key), None)
        of_video = isinstance(act, Medium) and self._of_video is not None
        if not self._counting and act not in _ALWAYS and not of_video:
            return
        if act is None:
            self._toggle_more()
        else:
            self._do(act)

    def _do(self, act: _Act) -> None:
        if act == _ADDRESS:
            self._pages.setCurrentWidget(self._address)
            return
        if isinstance(act, Medium):
            self._pages.setCurrentWidget(self._custody[act])
            self.setFocus()
            return
        if isinstance(act, Command):
            self._show_list()
            self.command_given.emit(act)
            return
        self._pages.setCurrentWidget(self._text)
        self._text.ask(act)

    def _answered(self, asked: Asked, text: str) -> None:
        self._show_list()
        self.text_given.emit(asked, text)

    def _address_given(self, address: Address, how: str) -> None:
        self._show_list()
        self.address_given.emit(address, how)

    def _toggle_more(self) -> None:
        if self._pages.currentWidget() is self._more:
            self._show_list()
        else:
            self._pages.setCurrentWidget(self._more)

    def _ask_model(self, models: tuple[str, ...]) -> None:
        """Offer the models that a serial number may be of; the keys are those of the parts."""
        if self._models is not None:
            self._pages.removeWidget(self._models)
            self._models.deleteLater()
        choices = [
            Choice(model, "tag", f"Ctrl+{place}", partial(shown, f"{place} {model}", 24))
            for place, model in enumerate(models[:8], start=1)
        ]
        self._models = page = ChoicePage(lambda: self.tr("Which model is it?"), choices, self._theme, self)
        for choice in choices:
            on_key(choice.key, page, partial(page.chosen.emit, choice.value))
        page.chosen.connect(self.model_chosen)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self._parts.show_item(None)
        self.setFocus()

    def _show_list(self) -> None:
        asking = self._outcome.code in _ABOUT_THE_CARTON
        self._pages.setCurrentWidget(self._carton if asking else self._list)
        self.setFocus()

    def _words_for(self, act: _Act) -> Callable[[], str]:
        if isinstance(act, Command):
            return _words_of(act)
        if isinstance(act, Medium):
            return partial(medium_word, act)
        words = {
            _ADDRESS: lambda: self.tr("Return address"),
            Asked.EXTRA: lambda: self.tr("Something extra"),
            Asked.MODEL: lambda: self.tr("Model on it"),
        }
        return words[act]

    def _asking(self, asked: Asked) -> tuple[str, str]:
        match asked:
            case Asked.SERIAL:
                return self.tr("Serial number"), self.tr("As it stands on the device.")
            case Asked.EXTRA:
                return self.tr("What came besides?"), self.tr("Bag it with the device.")
            case Asked.BAG:
                return self.tr("Bag of the card"), self.tr("The number on its bag.")
            case Asked.CARD_CONSENT | Asked.MEMORY_CONSENT:
                return self.tr("Who agreed that it is erased?"), self.tr("A name, or the ticket's number.")
            case Asked.MODEL:
                return self.tr("Model"), self.tr("As it stands on the device.")
            case Asked.PLACE:
                return self.tr("Where do they go?"), self.tr("Shelf or bin. Scan its code, or leave it empty.")

    def _retranslate(self) -> None:
        words = {Asked.SERIAL: self.tr("Type serial"), None: self.tr("More"), Asked.PLACE: self.tr("Box done")}
        for act, button in self._buttons.values():
            button.say(command_word(act) if isinstance(act, Command) else words[act])


def _words_of(command: Command) -> Callable[[], str]:
    return partial(command_word, command)
