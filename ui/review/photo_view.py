"""A photo in the room there is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import Role, set_role


class PhotoView(QLabel):
    """A label's photo in the room there is, or why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        set_role(self, Role.CAMERA)

    def show_photo(self, content: bytes | None) -> None:
        """Show a picture's bytes."""
        picture = QPixmap()
        if content is None or not picture.loadFromData(content):
            self.setText(self.tr("There is no photo of this label."))
            self.setAccessibleName(self.text())
            return
        room = self.size().expandedTo(self.minimumSizeHint())
        self.setPixmap(
            picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
        self.setAccessibleName(self.tr("Photo of the label"))
