"""The rows of the shipping screen's lists, without a widget."""

from __future__ import annotations

from tests.ui.scenes import NOW
from tests.ui.shipping.scenes import DRIVER, FULL, ONE, PACKED, STAYS, TWO, WAITING
from ui.shipping.rows import drivers_rows, shelf_rows


def test_what_is_in_the_box_is_ticked_and_its_shipment_is_not_listed_beside_it() -> None:
    rows = shelf_rows(FULL, {ONE.thing}, PACKED.id, NOW)
    marks = {row.thing: row.mark for row in rows if row.thing}
    assert marks[ONE.thing] != marks[TWO.thing] != marks[STAYS.thing]
    assert [row.shipment for row in rows if row.shipment] == [WAITING.id]


def test_headings_can_not_be_pressed() -> None:
    rows = (*shelf_rows(FULL, (), None, NOW), *drivers_rows(DRIVER))
    assert {row.is_pressable for row in rows if row.mark is None} == {False}
