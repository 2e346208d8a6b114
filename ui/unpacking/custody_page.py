"""What is known of the client's video in one medium of a device, and what can be said of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from receiving_app.domain.command import Command
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import Medium
from receiving_app.words.commands import command_word
from receiving_app.words.custody import custody_sentence, fate_choice_word
from ui.colors import Theme
from ui.parts.key_button import on_key
from ui.unpacking.choice_page import Choice, ChoicePage
from ui.unpacking.text_page import Asked

#: The parts of the device in hand have the digits before it.
_FIRST_KEY = 5
_CARD: tuple[tuple[Asked | Command, str], ...] = (
    (Asked.BAG, "tag"),
    (Command.NO_CARD, "x"),
    (Command.CARD_RETURNED, "truck"),
    (Asked.CARD_CONSENT, "check"),
    (Command.CARD_WAITS, "clock"),
)
_MEMORY: tuple[tuple[Asked | Command, str], ...] = (
    (Command.MEMORY_VIDEO, "tag"),
    (Command.NO_MEMORY, "x"),
    (Command.MEMORY_RETURNED, "truck"),
    (Asked.MEMORY_CONSENT, "check"),
    (Command.MEMORY_WAITS, "clock"),
)


class CustodyPage(ChoicePage):
    """Says which command was chosen, or what has to be asked for first."""

    def __init__(self, medium: Medium, theme: Theme, parent: QWidget | None = None) -> None:
        self._medium = medium
        self._item: Item | None = None
        rows = _CARD if medium is Medium.CARD else _MEMORY
        choices = [
            Choice(value, icon, f"Ctrl+{place}", partial(_words, value))
            for place, (value, icon) in enumerate(rows, start=_FIRST_KEY)
        ]
        super().__init__(self._state, choices, theme, parent)
        for choice in choices:
            on_key(choice.key, self, partial(self.chosen.emit, choice.value))

    def show_item(self, item: Item | None) -> None:
        """Show what is known of a device."""
        self._item = item
        self.retitle()

    def _state(self) -> str:
        return custody_sentence(self._item, self._medium)


def _words(value: Asked | Command) -> str:
    return command_word(value) if isinstance(value, Command) else fate_choice_word(value)
