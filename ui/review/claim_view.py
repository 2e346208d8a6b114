"""Whose a box may be: what is found on it, noted here, and the RMAs and partners that it points to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from receiving_app.domain.candidates import Candidate
from receiving_app.domain.package import Package
from receiving_app.words.readings import shown
from receiving_app.words.unclaimed import candidate_name, grounds_words
from ui.parts.key_button import on_key
from ui.parts.labels import plain_label
from ui.theme import Role, Space

#: The key that leads to the field, as at the dock, and the one that says where something was found.
FIELD_KEY, INSIDE_KEY = "F2", "Ctrl+I"
#: A longer text is no number, name or address.
_LONGEST = 200


class ClaimView(QWidget):
    """Takes what is found on a box, and lists whose it may be with every reason, the likeliest first."""

    found = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box: Package | None = None
        self._candidates: tuple[Candidate, ...] = ()
        self._field = QLineEdit(self)
        self._field.setMaxLength(_LONGEST)
        self._inside = QPushButton(self)
        self._inside.setCheckable(True)
        self._clues = plain_label(Role.CAPTION, wraps=True, parent=self)
        self._list = QVBoxLayout()
        self._assemble()
        self._field.returnPressed.connect(self._take)
        on_key(FIELD_KEY, self, self._field.setFocus)
        on_key(INSIDE_KEY, self, self._inside.click)
        self._retranslate()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self._field, 1)
        top.addWidget(self._inside)
        listed = QWidget(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(Space.S)
        inner = QVBoxLayout(listed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._clues)
        inner.addLayout(self._list)
        inner.addStretch()
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(listed)
        listed.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(top)
        column.addWidget(self._area, 1)

    @property
    def inside(self) -> bool:
        """Whether what is noted now was found inside the box."""
        return self._inside.isChecked()

    def toggle_inside(self) -> None:
        """Say that what comes next was found inside the box, or on it again."""
        self._inside.toggle()

    def show_box(self, box: Package, candidates: Sequence[Candidate]) -> None:
        """Show what was found on a box and whose it may be; another box is looked at from the outside first."""
        if self._box is None or self._box.lpn != box.lpn:
            self._inside.setChecked(False)
            self._field.clear()
        self._box, self._candidates = box, tuple(candidates)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        name = self.tr("Found on it: a number, a name, an address ({})").format(FIELD_KEY)
        self._field.setPlaceholderText(name)
        self._field.setAccessibleName(name)
        self._inside.setText(self.tr("Inside ({})").format(INSIDE_KEY))
        self._inside.setAccessibleDescription(self.tr("What comes next was found inside the opened box."))
        self._area.setAccessibleName(self.tr("Whose it may be"))
        self._show()

    def _show(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._clues.setText(self._clue_words())
        for place, candidate in enumerate(self._candidates, 1):
            named = self.tr("{place}. {candidate}").format(place=place, candidate=candidate_name(candidate))
            self._list.addWidget(plain_label(Role.LEAD, named, wraps=True, parent=self))
            self._list.addWidget(plain_label(Role.CAPTION, grounds_words(candidate.grounds), wraps=True, parent=self))

    def _clue_words(self) -> str:
        clues = self._box.clues if self._box is not None else ()
        if not clues and not self._candidates:
            return self.tr("Scan or type what is found on the box. Nobody else opens it: say so with {}.").format(
                INSIDE_KEY
            )
        told = [
            self.tr("{} (inside)").format(shown(clue.text, 40)) if clue.inside else shown(clue.text, 40)
            for clue in clues
        ]
        found = self.tr("Found: {}.").format(", ".join(told)) if told else ""
        nothing = "" if self._candidates else self.tr("Nothing of it is known here.")
        return " ".join(filter(None, (found, nothing)))

    def _take(self) -> None:
        text = self._field.text().strip()
        if text:
            self._field.clear()
            self.found.emit(text)
