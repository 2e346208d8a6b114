"""A list for gloves: rows of icon, words and note under headings; one row is marked by keys or pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.colors import Color, Theme
from ui.parts.labels import ElidedLabel, IconLabel, plain_label
from ui.parts.row_area import RowArea
from ui.shipping.rows import Row
from ui.theme import Role, Space, Target, Tone, set_role, set_tone

#: A row takes three milliseconds to build: a long list comes in parts, and the screen stays quick.
_AT_ONCE = 16


class _RowWidget(QWidget):
    pressed = Signal()

    def __init__(self, theme: Theme, scale: float, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, Role.CHOICE_ROW)
        self._row = Row("")
        self._icon = IconLabel("package", Color.MUTED, 48, theme, self)
        self._icon.set_scale(scale)
        self._text = ElidedLabel(Role.TAPE_TEXT, self)
        self._note = plain_label(Role.TAPE_NOTE, wraps=True, parent=self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, Space.HALF, Space.S, Space.HALF)
        row.setSpacing(Space.M)
        row.addWidget(self._icon)
        row.addLayout(words, 1)

    def show_row(self, row: Row, *, marked: bool) -> None:
        self._row = row
        self._icon.setVisible(row.mark is not None)
        if row.mark is not None:
            self._icon.show_icon(*row.mark)
        self._text.show_text(row.text)
        self._note.setText(row.note)
        self._note.setVisible(bool(row.note))
        self.setMinimumHeight(Target.DESK if row.is_pressable else 0)
        self.setAccessibleName(f"{row.text}. {row.note}")
        tone = Tone.READY if marked else Tone.NEUTRAL if row.mark is None else None
        if self.property("tone") != (tone.value if tone else None):
            set_tone(self, tone)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._row.is_pressable and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


class RowList(QWidget):
    """Shows rows; the marked one is always in view, and stays marked when the rows change around it."""

    pressed = Signal(object)  # Row

    def __init__(self, title: Callable[[], str], theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._words = title
        self._theme = theme
        self._scale = scale
        self._rows: tuple[Row, ...] = ()
        self._place = -1
        self._widgets: list[_RowWidget] = []
        self._title = plain_label(Role.DOCK_CAPTION, wraps=True, parent=self)
        self._area = RowArea(self)
        # A bar that comes and goes with the height of the rows would wrap their lines anew, and so change that height.
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.HALF)
        column.addWidget(self._title)
        column.addWidget(self._area, 1)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fill)
        self._retranslate()

    @property
    def marked(self) -> Row | None:
        """The row that keys have marked."""
        return self._rows[self._place] if 0 <= self._place < len(self._rows) else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; what was marked stays so where it is still there."""
        before = self.marked
        self._rows = tuple(rows)
        same = (place for place, row in enumerate(self._rows) if before and _same(row, before))
        self._place = next(same, -1)
        self._retranslate()
        self._fill()

    def mark(self, step: int) -> None:
        """Mark the next row below (1) or above (-1) that can be pressed."""
        places = [place for place, row in enumerate(self._rows) if row.is_pressable]
        if not places:
            return
        if self._place in places:
            at = min(max(places.index(self._place) + step, 0), len(places) - 1)
        else:
            at = 0 if step > 0 else len(places) - 1
        self._place = places[at]
        self._build(self._place + 1)
        self._fill()
        self._area.bring_into_view(self._widgets[self._place])

    def set_scale(self, scale: float) -> None:
        """Size it for a window `scale` times as large as 1920 by 1080."""
        self._scale = scale
        for icon in self.findChildren(IconLabel):
            icon.set_scale(scale)

    def set_theme(self, theme: Theme) -> None:
        """Paint it in another theme's colours."""
        self._theme = theme
        for icon in self.findChildren(IconLabel):
            icon.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self._words())
        self._area.setAccessibleName(self._words())

    def _fill(self) -> None:
        self._build(min(len(self._rows), len(self._widgets) + _AT_ONCE))
        if len(self._widgets) < len(self._rows):
            self._later.start()
        for place, widget in enumerate(self._widgets):
            widget.setVisible(place < len(self._rows))
            if place < len(self._rows):
                widget.show_row(self._rows[place], marked=place == self._place)

    def _build(self, count: int) -> None:
        while len(self._widgets) < count:
            self._add()

    def _add(self) -> None:
        widget, place = _RowWidget(self._theme, self._scale, self._area.holder), len(self._widgets)
        widget.pressed.connect(lambda: self._press(place))
        self._area.insert(place, widget)
        self._widgets.append(widget)

    def _press(self, place: int) -> None:
        self._place = place
        self._fill()
        self.pressed.emit(self._rows[place])


def _same(one: Row, other: Row) -> bool:
    return (one.thing, one.shipment) == (other.thing, other.shipment)
