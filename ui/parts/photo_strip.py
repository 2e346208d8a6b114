"""A row of small photos, or that one is still lacking."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from receiving_app.domain.item_events import PhotoTaken
from ui.colors import Color, Theme
from ui.parts.key_button import PHOTO_KEY
from ui.parts.labels import IconLabel, plain_label
from ui.theme import Role, Space, set_role

THUMBNAIL = QSize(96, 54)
#: The newest ones; how many there are in all is said beside them.
MOST_SHOWN = 4


class PhotoStrip(QWidget):
    """Asks for each picture it shows, and is gone where there is nothing to show."""

    wanted = Signal(str, QSize)  # the photo's name, and the room there is for it

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._photos: tuple[PhotoTaken, ...] = ()
        self._lacks = False
        self._troubles: dict[str, str] = {}
        self._icon = IconLabel("camera", Color.MUTED, 32, theme, self)
        self._words = plain_label(Role.LEAD, wraps=True, parent=self)
        self._thumbnails = [self._thumbnail() for _ in range(MOST_SHOWN)]
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        for thumbnail in self._thumbnails:
            row.addWidget(thumbnail)
        self.show_photos((), lacks=False)

    def _thumbnail(self) -> QLabel:
        label = QLabel(self)
        label.setFixedSize(THUMBNAIL)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_role(label, Role.CAMERA)
        label.hide()
        return label

    def show_photos(self, photos: Sequence[PhotoTaken], *, lacks: bool) -> None:
        """Show the newest photos; `lacks`: there should be one."""
        before, self._photos, self._lacks = self._shown, tuple(photos), lacks
        self.setVisible(lacks or bool(photos))
        if self._shown != before:
            self._troubles = {}
            for place, thumbnail in enumerate(self._thumbnails):
                thumbnail.clear()
                thumbnail.setVisible(place < len(self._shown))
            for photo in self._shown:
                self.wanted.emit(photo.photo, THUMBNAIL)
        self._say()

    def show_picture(self, photo: str, picture: QImage | None, trouble: str) -> None:
        """Show a picture that was asked for, or say why there is none."""
        if picture is None and any(each.photo == photo for each in self._shown):
            self._troubles[photo] = trouble
        for each, thumbnail in zip(self._shown, self._thumbnails, strict=False):
            if each.photo == photo and picture is not None:
                thumbnail.setPixmap(QPixmap.fromImage(picture))
        self._say()

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        self._icon.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._say()

    @property
    def _shown(self) -> tuple[PhotoTaken, ...]:
        return self._photos[-MOST_SHOWN:]

    def _say(self) -> None:
        count = len(self._photos)
        lacking = self.tr("No photo yet. {} takes one.").format(PHOTO_KEY)
        said = self.tr("Photos: {}").format(count) if count else lacking
        self._words.setText(next(iter(self._troubles.values()), said))
        for place, (photo, thumbnail) in enumerate(zip(self._shown, self._thumbnails, strict=False)):
            number = self.tr("Photo {}").format(count - len(self._shown) + place + 1)
            thumbnail.setAccessibleName(self._troubles.get(photo.photo) or photo.caption or number)
