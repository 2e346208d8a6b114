"""Photos, one at a time, in the room there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.parts.key_button import on_key
from ui.parts.labels import ElidedLabel
from ui.theme import Role, Space, set_role

_BACK, _ON = "Alt+Left", "Alt+Right"
#: More than a screen shows needs no decoding; less would have to be asked for again when the window grows.
_ROOM = QSize(1600, 1600)


class Pictures(Protocol):
    """What is given a photo that it asked for."""

    def show_picture(self, photo: str, picture: QImage | None, trouble: str) -> None:
        """Take a picture, or the sentence that says why there is none."""
        ...


#: Asks for a photo, to be seen in so much room; the answer comes later.
FetchPhoto = Callable[[str, QSize, Pictures], None]


@dataclass(frozen=True, slots=True)
class CasePhoto:
    """A photo by its hash, and what it is of; `film`: it is a film, of which its moments are shown."""

    photo: str
    words: str
    film: bool = False


class PhotoView(QWidget):
    """Shows one photo and leads to the others; one whose file is gone or damaged is a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos: tuple[CasePhoto, ...] = ()
        self._place = 0
        self._fetch: FetchPhoto | None = None
        self._fetch_film: FetchPhoto | None = None
        self._whole: QPixmap | None = None
        self._trouble = ""
        self._picture = QLabel(self)
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setWordWrap(True)
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        set_role(self._picture, Role.CAMERA)
        self._words = ElidedLabel(Role.LEAD, self)
        self._back, self._on = QPushButton(self), QPushButton(self)
        for button, key, step in ((self._back, _BACK, -1), (self._on, _ON, 1)):
            button.clicked.connect(lambda _checked=False, by=step: self._turn(by))
            on_key(key, self, button.click)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._words, 1)
        row.addWidget(self._back)
        row.addWidget(self._on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._picture, 1)
        column.addLayout(row)
        self._say()

    def show_photos(self, photos: Sequence[CasePhoto], fetch: FetchPhoto, fetch_film: FetchPhoto | None = None) -> None:
        """Show the first of these photos; the others are fetched when somebody turns to them."""
        self._fetch, self._fetch_film = fetch, fetch_film
        if tuple(photos) != self._photos or self._trouble:
            self._photos, self._place = tuple(photos), 0
            self._ask()

    def show_picture(self, photo: str, picture: QImage | None, trouble: str) -> None:
        """Take the picture that was asked for; one that comes too late is dropped."""
        if self._photos and self._photos[self._place].photo == photo:
            self._whole = QPixmap.fromImage(picture) if picture is not None else None
            self._trouble = trouble
            self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._say()

    def _turn(self, by: int) -> None:
        self._place = (self._place + by) % len(self._photos)
        self._ask()

    def _ask(self) -> None:
        self._whole, self._trouble = None, ""
        self._say()
        chosen = self._photos[self._place] if self._photos else None
        fetch = self._fetch_film if chosen is not None and chosen.film else self._fetch
        if chosen is not None and fetch is not None:
            fetch(chosen.photo, _ROOM, self)

    def _say(self) -> None:
        count = len(self._photos)
        self._back.setText(self.tr("< {}").format(_BACK))
        self._on.setText(self.tr("{} >").format(_ON))
        self._back.setAccessibleName(self.tr("Photo before"))
        self._on.setAccessibleName(self.tr("Next photo"))
        for button in (self._back, self._on):
            button.setVisible(count > 1)
        shown = self._photos[self._place].words if count else ""
        place = self.tr("{place} of {count}: {words}").format(place=self._place + 1, count=count, words=shown)
        self._words.show_text(place if count > 1 else shown)
        if self._whole is None:
            self._picture.setText(self._trouble if count else self.tr("There is no photo of it."))
            self._picture.setAccessibleName(self._picture.text() or shown)
            return
        room = self._picture.size().boundedTo(self._whole.size())
        smooth = Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(self._whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth))
        self._picture.setAccessibleName(shown)
