"""What should be in the box and what is: one row a line or device, with a large tick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from receiving_app.domain.expected import ExpectedLine
from receiving_app.domain.item import Item
from receiving_app.domain.unpacking import ItemRule
from receiving_app.domain.verdict import Decision
from receiving_app.words import times
from receiving_app.words.readings import shown
from receiving_app.words.unpacking import item_rule_word
from ui.colors import Color, Theme
from ui.parts.labels import ElidedLabel, IconLabel
from ui.parts.row_area import RowArea
from ui.theme import Role, Space, set_role

if TYPE_CHECKING:
    from receiving_app.queries.unpacking import Box

_FOUND = ("circle-check", Color.ACCEPT_MARK)
_HELD = ("pause", Color.HOLD_MARK)
_REJECTED = ("octagon-x", Color.REJECT_MARK)
_AWAITED = ("clock", Color.MUTED)
_ELSEWHERE = ("package", Color.MUTED)


@dataclass(frozen=True, slots=True)
class BoxRow:
    """One row: its mark, what it is, and a note; `item` is the device behind it."""

    mark: tuple[str, Color]
    text: str
    note: str
    item: str | None = None


class _Row(QWidget):
    def __init__(self, theme: Theme, scale: float, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, Role.TAPE_ROW)
        self._icon = IconLabel("clock", Color.MUTED, 60, theme, self)
        self._icon.set_scale(scale)
        self._text = ElidedLabel(Role.TAPE_TEXT, self)
        self._note = ElidedLabel(Role.TAPE_NOTE, self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.HALF, Space.S, Space.HALF)
        row.setSpacing(Space.M)
        row.addWidget(self._icon)
        row.addLayout(words, 1)

    def show_row(self, row: BoxRow) -> None:
        self._icon.show_icon(*row.mark)
        self._text.show_text(row.text)
        self._note.show_text(row.note)
        self.setAccessibleName(f"{row.text}. {row.note}")


class BoxList(QWidget):
    """Shows a box; the device in hand is always in view."""

    def __init__(self, theme: Theme, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._theme = theme
        self._scale = scale
        self._box: Box | None = None
        self._item: str | None = None
        self._title = ElidedLabel(Role.DOCK_CAPTION, self)
        self._count = ElidedLabel(Role.TAPE_TEXT, self)
        self._rows: list[_Row] = []
        self._area = RowArea(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.HALF)
        column.addWidget(self._title)
        column.addWidget(self._count)
        column.addWidget(self._area, 1)
        self._fill()

    def show_box(self, box: Box | None, item: str | None) -> None:
        """Show a box and bring a device of it into view."""
        self._box, self._item = box, item
        self._fill()

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
            self._fill()

    def _fill(self) -> None:
        box = self._box
        self._area.setAccessibleName(self.tr("What should be in the box"))
        self._title.show_text(shown(box.package.lpn) if box else self.tr("No box is open"))
        expected = sum(each.line.quantity for each in box.lines) if box else 0
        counted = self.tr("{found} in this box, {expected} on the RMA")
        said = [counted.format(found=len(box.items), expected=expected)] if box else []
        if box is not None and box.package.wants_photo:
            said.append(self.tr("carton: no photo yet"))
        self._count.show_text(" · ".join(said))
        rows = tuple(self._rows_of(box)) if box else ()
        while len(self._rows) < len(rows):
            row = _Row(self._theme, self._scale, self._area.holder)
            self._area.insert(len(self._rows), row)
            self._rows.append(row)
        for place, widget in enumerate(self._rows):
            widget.setVisible(place < len(rows))
            if place < len(rows):
                widget.show_row(rows[place])
        in_hand = next((place for place, row in enumerate(rows) if row.item and row.item == self._item), None)
        if in_hand is not None:
            self._area.bring_into_view(self._rows[in_hand])

    def _rows_of(self, box: Box) -> Iterator[BoxRow]:
        open_items = {each.item.id: bool(each.parts) for each in box.unsettled}
        for item in box.strays:
            yield self._of_item(item, item.model, open_items)
        for line in box.lines:
            for item in line.here:
                yield self._of_item(item, line.line.model, open_items)
            for item in line.others:
                text = shown(item.serial or line.line.model)
                yield BoxRow(_ELSEWHERE, text, self.tr("came in {}").format(shown(item.lpn)))
            if line.awaited:
                yield self._of_line(line)

    def _of_line(self, line: ExpectedLine) -> BoxRow:
        name = line.line.serial or self.tr("{count} of {model}").format(count=line.awaited, model=line.line.model)
        note = self.tr("{model} · {number} · until {day}")
        said = note.format(model=shown(line.line.model), number=line.number, day=times.day(line.receive_by))
        return BoxRow(_AWAITED, shown(name), said)

    def _of_item(self, item: Item, model: str, open_items: dict[str, bool]) -> BoxRow:
        verdict = item.judgement.verdict if item.judgement else None
        notes = [shown(model)] if model else []
        mark = _FOUND
        decision = item.judgement.decision if item.judgement else None
        if decision is Decision.REJECT:
            mark = _REJECTED
        elif verdict is not None and decision is Decision.HOLD:
            # What nobody has looked for yet is a gap, not a fault: the device itself is here.
            only_open = verdict.codes == (ItemRule.INCOMPLETE_ITEM,) and item.id in open_items
            mark = _FOUND if only_open else _HELD
        if item.wants_photo:
            notes.append(self.tr("no photo yet"))
        if item.id in open_items:
            wanted = self.tr("look for its parts") if open_items[item.id] else self.tr("look for the client's video")
            notes.append(wanted)
        elif verdict is not None:
            notes += [item_rule_word(rule) for rule in (*verdict.codes, *verdict.notes)][:2]
        return BoxRow(mark, shown(item.serial or model), " · ".join(notes), item.id)
