"""What the lists of the shipping screen show: rows as frozen values, made without a widget."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.shipment import Goods, Group, Shipment
from receiving_app.words import times
from receiving_app.words.bench import payer_sentence
from receiving_app.words.packing import address_lines, brief, goods_name, payer_reason
from receiving_app.words.readings import shown
from receiving_app.words.shipping import bar_sentence, kind_word
from ui.colors import Color

if TYPE_CHECKING:
    from receiving_app.queries.shipping import HandOver, Shelf

translate = QCoreApplication.translate

_FREE = ("package", Color.MUTED)
_CHOSEN = ("circle-check", Color.ACCEPT_MARK)
_DANGER = ("flame", Color.HOLD_MARK)
_BARRED = ("pause", Color.HOLD_MARK)
_PACKED = ("truck", Color.ACCENT_TEXT)
_GONE = ("check", Color.ACCEPT_MARK)


@dataclass(frozen=True, slots=True)
class Row:
    """One row; without a mark it is a heading. `thing` or `shipment` is what a press on it means."""

    text: str
    note: str = ""
    mark: tuple[str, Color] | None = None
    thing: str = ""
    shipment: str = ""

    @property
    def is_pressable(self) -> bool:
        """Whether a press on it does something."""
        return bool(self.thing or self.shipment)


def shelf_rows(shelf: Shelf, chosen: Collection[str], on_table: str | None, now: datetime) -> tuple[Row, ...]:
    """Give what may leave by address and payer, what stands packed, and what has to stay, each with its reason."""
    rows = [row for group in shelf.leaving.groups for row in _group(group, chosen, now)]
    waiting = [each for each in shelf.packed if each.id != on_table]
    if waiting:
        rows.append(Row(translate("shipping", "Packed, waits for a carrier")))
        rows += [_shipment(each, now) for each in waiting]
    if shelf.leaving.barred:
        rows.append(Row(translate("shipping", "May not leave yet")))
        rows += [_barred(each, chosen) for each in shelf.leaving.barred]
    return tuple(rows)


def drivers_rows(lists: Sequence[HandOver]) -> tuple[Row, ...]:
    """Give what left today, carrier by carrier."""
    return tuple(row for each in lists for row in _of_carrier(each))


def place(shipment: Shipment) -> str:
    """Say in one line where a shipment goes."""
    where = shipment.send_back_to
    return ", ".join(filter(None, (brief(where.name, 40), brief(where.city, 24), shown(where.region, 8))))


def pieces(count: int) -> str:
    """Say how many things are in a box."""
    return translate("shipping", "one piece") if count == 1 else translate("shipping", "{} pieces").format(count)


def _group(group: Group, chosen: Collection[str], now: datetime) -> Iterator[Row]:
    name, *lines = address_lines(group.send_back_to)
    yield Row(name, " · ".join((*lines, payer_sentence(group.payer))))
    for goods in group.goods:
        mark = _CHOSEN if goods.thing in chosen else _DANGER if goods.dangerous else _FREE
        age = times.age(now - goods.since) if goods.since else ""
        notes = (_what(goods), goods.number, payer_reason(goods), age)
        yield Row(goods_name(goods), " · ".join(filter(None, notes)), mark, thing=goods.thing)


def _what(goods: Goods) -> str:
    return " ".join(filter(None, (kind_word(goods.kind), shown(goods.model, 24))))


def _shipment(shipment: Shipment, now: datetime) -> Row:
    note = " · ".join((place(shipment), pieces(len(shipment.things)), times.age(now - shipment.packed_at)))
    return Row(shipment.id, note, _PACKED, shipment=shipment.id)


def _barred(goods: Goods, chosen: Collection[str]) -> Row:
    why = " ".join(bar_sentence(bar) for bar in goods.bars)
    mark = _CHOSEN if goods.thing in chosen else _BARRED
    return Row(goods_name(goods), " · ".join(filter(None, (goods.number, why))), mark, thing=goods.thing)


def _of_carrier(handed: HandOver) -> Iterator[Row]:
    yield Row(shown(handed.carrier, 32), pieces(sum(len(each.things) for each in handed.shipments)))
    for each in handed.shipments:
        yield Row(shown(each.tracking or "", 40), " · ".join((place(each), each.id)), _GONE, shipment=each.id)
