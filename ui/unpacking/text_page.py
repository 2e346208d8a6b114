"""A field for what no scanner reads: a serial number, an extra's name, a bag, a model, a place."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.colors import Theme
from ui.parts.form_page import FieldPage

_LONGEST = 200


class Asked(StrEnum):
    """What a text is asked for."""

    SERIAL = "serial"
    EXTRA = "extra"
    BAG = "bag"
    CARD_CONSENT = "card-consent"
    MEMORY_CONSENT = "memory-consent"
    MODEL = "model"
    PLACE = "place"


class TextPage(FieldPage):
    """Asks for one text at a time; `words` gives the title and the note of what is asked for."""

    answered = Signal(object, str)

    def __init__(
        self,
        words: Callable[[Any], tuple[str, str]],
        first: StrEnum,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        may_stay_empty: StrEnum | None = None,
    ) -> None:
        super().__init__(_LONGEST, theme, parent)
        self._words = words
        self._asked = first
        self._empty = may_stay_empty
        self._retranslate()

    def ask(self, asked: StrEnum) -> None:
        """Ask for a text, with an empty field."""
        self._asked = asked
        self._retranslate()
        self._begin()

    def _retranslate(self) -> None:
        super()._retranslate()
        title, note = self._words(self._asked)
        self._title.setText(title)
        self._note.setText(note)
        self._field.setAccessibleName(title)

    def _may_stay_empty(self) -> bool:
        return self._asked is self._empty

    def _give(self, text: str) -> None:
        self.answered.emit(self._asked, text)
