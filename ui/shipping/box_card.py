"""What lies on the packing table: what is in the box, where it goes and who pays, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from receiving_app.acts.packing_outcome import PackingTable
from receiving_app.words.bench import payer_sentence
from receiving_app.words.packing import address_because, address_lines, goods_name, payer_reason
from ui.parts.labels import ElidedLabel
from ui.theme import Role, Space, set_role

if TYPE_CHECKING:
    from receiving_app.queries.shipping import Shelf

translate = QCoreApplication.translate

_LINES = 3


@dataclass(frozen=True, slots=True)
class BoxContent:
    """What the card says; `where` and `why` are lines of one column each."""

    title: str
    goods: str
    where: tuple[str, ...]
    why: tuple[str, ...]


def content_of(table: PackingTable, shelf: Shelf) -> BoxContent | None:
    """Say what is on the table; None where it is empty."""
    if table.is_empty:
        return None
    first = next(iter(shelf.chosen), None)
    address = first.send_back_to if first else table.address
    where = address_lines(address) if address else (translate("shipping", "No address yet: F8"),)
    why: list[str] = []
    if first is not None and first.payer is not None:
        reasons = dict.fromkeys(filter(None, (payer_reason(goods) for goods in shelf.chosen)))
        why = [payer_sentence(first.payer), " ".join(reasons)]
        why.append(address_because(first.said_by))
    names = ", ".join(goods_name(goods) for goods in shelf.chosen)
    return BoxContent(_title(table), names, where[:_LINES], tuple(filter(None, why))[:_LINES])


def _title(table: PackingTable) -> str:
    count = len(table.chosen)
    if table.is_packed:
        return translate("shipping", "{} · packed: {}").format(table.shipment, count)
    if table.shipment is not None:
        return translate("shipping", "{} · changed, pack it anew: {}").format(table.shipment, count)
    return translate("shipping", "In the box, not packed yet: {}").format(count)


class BoxCard(QWidget):
    """Shows the box on the table, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title = ElidedLabel(Role.DOCK_CAPTION, self)
        self._goods = ElidedLabel(Role.TAPE_TEXT, self)
        self._where = [ElidedLabel(Role.TAPE_TEXT, self) for _ in range(_LINES)]
        self._why = [ElidedLabel(Role.TAPE_NOTE, self) for _ in range(_LINES)]
        halves = QHBoxLayout()
        halves.setSpacing(Space.L)
        halves.addLayout(_column(self._where), 1)
        halves.addLayout(_column(self._why), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        whole.setSpacing(Space.HALF)
        whole.addWidget(self._title)
        whole.addWidget(self._goods)
        whole.addLayout(halves)

    def show_content(self, content: BoxContent | None) -> None:
        """Show what is on the table."""
        self.setVisible(content is not None)
        if content is None:
            return
        self._title.show_text(content.title)
        self._goods.show_text(content.goods)
        for labels, lines in ((self._where, content.where), (self._why, content.why)):
            for label, line in zip(labels, (*lines, *("",) * _LINES), strict=False):
                label.show_text(line)


def _column(labels: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    for label in labels:
        column.addWidget(label)
    column.addStretch()
    return column
