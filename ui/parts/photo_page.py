"""Takes a photo: what the camera sees, the picture it took, a caption, and whether to keep it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from receiving_app.domain.command import Command
from receiving_app.words.commands import command_word
from ui.colors import Theme
from ui.parts.camera_view import CameraView
from ui.parts.key_button import PHOTO_KEY, KeyButton, on_key
from ui.parts.labels import ElidedLabel, IconLabel, plain_label
from ui.theme import Role, Space, Target, Type, dock_stylesheet, set_role

_SUFFIXES = ("jpg", "jpeg", "png", "bmp", "tif", "tiff", "webp")
_LONGEST_CAPTION = 200


class PhotoPage(QWidget):
    """Covers the screen that a photo is taken for; scans go on, and going on keeps the picture."""

    command_given = Signal(object)  # Command
    file_given = Signal(object)  # Path
    left = Signal()

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CANVAS)
        self.setAcceptDrops(True)
        self._taken = False
        self._blind = False
        self._title = ElidedLabel(Role.DOCK_CAPTION, self)
        self._hint = plain_label(Role.LEAD, wraps=True, parent=self)
        self._note = ""
        self._view = CameraView(theme, self)
        self._view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._caption = QLineEdit(self)
        self._caption.setMaxLength(_LONGEST_CAPTION)
        self._dialog: QFileDialog | None = None
        self._photo = KeyButton("camera", PHOTO_KEY, theme, primary=True, parent=self)
        self._keep = KeyButton("check", "Enter", theme, primary=True, parent=self)
        self._retake = KeyButton("repeat", "F9", theme, parent=self)
        self._file = KeyButton("photo", "F2", theme, parent=self)
        self._leave = KeyButton("x", "Esc", theme, parent=self)
        self._assemble()
        self._listen()
        self.set_scale(scale)
        self.show_live("")

    def _assemble(self) -> None:
        bar = QGridLayout()
        bar.setSpacing(Space.L)
        bar.setRowMinimumHeight(0, Target.DOCK)  # a style sheet's least height goes before a button's own
        for place, button in enumerate((self._keep, self._photo, self._retake, self._file, self._leave)):
            bar.addWidget(button, 0, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addWidget(self._view, 1)
        column.addWidget(self._hint)
        column.addWidget(self._caption)
        column.addLayout(bar)

    def _listen(self) -> None:
        give = self.command_given.emit
        for button, command in ((self._keep, Command.KEEP_PHOTO), (self._retake, Command.RETAKE)):
            button.clicked.connect(partial(give, command))
        self._photo.clicked.connect(partial(give, Command.PHOTO))
        self._file.clicked.connect(self._choose_file)
        self._leave.clicked.connect(self.left)
        self._caption.returnPressed.connect(self._enter)
        for key in ("Return", "Enter"):
            on_key(key, self, self._enter)
        on_key(PHOTO_KEY, self, partial(give, Command.PHOTO))
        on_key("F9", self, partial(give, Command.RETAKE))
        on_key("F2", self, self._choose_file)
        on_key("Esc", self, self.left.emit)

    @property
    def caption(self) -> str:
        """What was typed under the picture."""
        return self._caption.text().strip()

    def show_live(self, title: str, problem: str = "") -> None:
        """Show what the camera sees, or why it sees nothing; `title` says what the photo is of."""
        self._taken, self._note, self._blind = False, "", bool(problem)
        self._title.show_text(title)
        self._caption.clear()
        self._view.show_problem(problem or self.tr("Waiting for the camera."))
        self._show_state()
        self.setFocus()

    def show_frame(self, image: QImage) -> None:
        """Show a new frame; a picture that was taken stays in view."""
        if not self._taken:
            self._view.show_frame(image)
            self._see(blind=False)

    def show_problem(self, sentence: str) -> None:
        """Say why the camera gives no picture."""
        if not self._taken:
            self._view.show_problem(sentence)
            self._see(blind=True)

    def _see(self, *, blind: bool) -> None:
        if blind != self._blind:
            self._blind = blind
            self._show_state()

    def show_note(self, sentence: str) -> None:
        """Say why a file is no picture; the next act wipes it away."""
        self._note = sentence
        self._show_state()

    def show_taken(self, image: QImage) -> None:
        """Show the picture that was taken."""
        self._taken, self._note = True, ""
        self._view.show_frame(image)
        self._show_state()
        self._caption.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        self._view.set_theme(theme)
        for icon in self.findChildren(IconLabel):
            icon.set_theme(theme)

    def set_scale(self, scale: float) -> None:
        """Size it for a window `scale` times as large as 1920 by 1080."""
        self.setStyleSheet(dock_stylesheet(scale))
        self._caption.setStyleSheet(f"font-size: {round(Type.DOCK_TAPE * scale)}px; min-height: {Target.DESK}px")
        for icon in self.findChildren(IconLabel):
            icon.set_scale(scale)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show_state()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _file_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_given.emit(path)

    def _enter(self) -> None:
        self.command_given.emit(Command.KEEP_PHOTO if self._taken else Command.PHOTO)

    def _choose_file(self) -> None:
        """Offer the files beside the page: scans still go where they go."""
        if self._dialog is None:
            self._dialog = QFileDialog(self)
            self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._dialog.fileSelected.connect(self._file_chosen)
        self._dialog.setWindowTitle(self.tr("Choose a picture"))
        patterns = " ".join(f"*.{suffix}" for suffix in _SUFFIXES)
        self._dialog.setNameFilter(self.tr("Pictures ({})").format(patterns))
        self._dialog.show()

    def _file_chosen(self, path: str) -> None:
        self.file_given.emit(Path(path))

    def _show_state(self) -> None:
        for button in (self._keep, self._retake, self._caption):
            button.setVisible(self._taken)
        self._file.setVisible(not self._taken)
        self._keep.say(command_word(Command.KEEP_PHOTO))
        self._retake.say(command_word(Command.RETAKE))
        self._photo.say(self.tr("Keep, one more") if self._taken else self.tr("Take photo"))
        self._file.say(self.tr("Choose a file"))
        self._leave.say(self.tr("Don't keep") if self._taken else self.tr("Back"))
        self._caption.setPlaceholderText(self.tr("Caption, if it needs one"))
        self._caption.setAccessibleName(self.tr("Caption"))
        live = (
            self.tr("Drop a picture file here, or go on without a photo: scan what comes next, or press Esc.")
            if self._blind
            else self.tr("Hold it before the camera. A picture file can be dropped here, too.")
        )
        taken = self.tr("Going on scanning keeps it, too.")
        self._hint.setText(self._note or (taken if self._taken else live))


def _file_in(event: QDragEnterEvent | QDropEvent) -> Path | None:
    """Give the one file that is dragged."""
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
