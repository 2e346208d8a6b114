from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, update

from receiving_app.domain.disposition import DispositionFacts, FreightPolicy, InspectionOutcome, dispose
from receiving_app.domain.events import Subject
from receiving_app.domain.item import Inspection, Item, fold
from receiving_app.domain.item_events import ItemBody, Mark, PartCounted
from receiving_app.storage import items, journal
from receiving_app.storage.journal import Stamp
from receiving_app.storage.schema import items as table
from tests.acts.running_station import RunningStation
from tests.factories import KEY, LPN, NUMBER, STATION, WORKER
from tests.golden.examples import EXAMPLES, ITEM

SERIAL = "SW0012345"


def an_item(station: RunningStation, **changes: Any) -> Item:
    """Keep an item under the next label, and give it."""
    with station.store.transaction() as connection:
        label = items.next_id(connection, STATION)
        item = replace(Item(label, LPN, SERIAL, "KP2", "l-1", KEY, NUMBER), **changes)
        items.save(connection, item)
    return item


def taken_back(station: RunningStation, item: Item) -> None:
    with station.store.transaction() as connection:
        items.take_back(connection, item.id)


def replaced_with(serial: str) -> Inspection:
    facts = DispositionFacts(InspectionOutcome.REPLACED, defective_on_receipt=True, replacement_shipped=False)
    disposition = dispose(facts, FreightPolicy())
    return Inspection(None, outcome=facts.outcome, disposition=disposition, replacement_serial=serial)


def test_labels_are_given_one_after_the_other_and_never_twice(station: RunningStation) -> None:
    first = an_item(station)
    assert first.id == "ITM-DOCK-1-0000017"
    taken_back(station, first)
    assert an_item(station).id == "ITM-DOCK-1-0000025"
    assert an_item(station).id == "ITM-DOCK-1-0000033"


def test_an_item_that_is_kept_again_takes_no_new_label(station: RunningStation) -> None:
    item = an_item(station)
    with station.store.transaction() as connection:
        items.save(connection, replace(item, parts=(PartCounted(item.id, "SD card", 1),)))
        assert items.next_id(connection, STATION) == "ITM-DOCK-1-0000025"


def test_what_is_kept_of_an_item_is_what_its_events_tell(station: RunningStation) -> None:
    with station.store.transaction() as connection:
        for body in EXAMPLES:
            if isinstance(body, ItemBody):
                stamp = Stamp(station.time, 0, None, WORKER, "a-1")
                station.parts.journal.append(connection, body, Subject(LPN, KEY), stamp)
        told = fold(journal.of_item(connection, ITEM))
        assert told is not None
        items.save(connection, told)
    with station.store.reading() as connection:
        assert items.get(connection, ITEM) == told
        row = connection.execute(select(table)).one()
    assert told.judgement is not None
    assert (row.decision, row.outcome) == (told.judgement.verdict.decision.value, "replaced")
    assert (row.lpn, row.rma_key, row.line, row.left) == (LPN, KEY, "l-1", False)


def test_an_item_that_nobody_kept_is_none(station: RunningStation) -> None:
    with station.store.reading() as connection:
        assert items.get(connection, "ITM-DOCK-1-0000991") is None
        assert items.get(connection, "") is None


def test_a_packages_items_come_in_the_order_in_which_they_were_found(station: RunningStation) -> None:
    first, second = an_item(station), an_item(station, serial="SW0099999")
    an_item(station, lpn="LPN-DOCK-1-0000025")
    with station.store.transaction() as connection:
        first = replace(first, marks=frozenset({Mark.TAMPERED}))
        items.save(connection, first)
        assert items.of_package(connection, LPN) == (first, second)


@pytest.mark.parametrize("scanned", ["SW0012345", " sw0012345\r", "sW0012345"])
def test_items_are_found_by_serial_trimmed_and_in_any_case(station: RunningStation, scanned: str) -> None:
    item = an_item(station)
    an_item(station, serial="SWO012345")
    with station.store.reading() as connection:
        assert items.with_serial(connection, scanned) == (item,)
        assert items.history(connection, scanned) == (item,)


def test_what_left_is_no_longer_in_the_building_and_stays_in_the_history(station: RunningStation) -> None:
    item, again = an_item(station), an_item(station)
    with station.store.transaction() as connection:
        items.set_left(connection, [item.id], True)
        assert items.with_serial(connection, SERIAL) == (again,)
        assert items.history(connection, SERIAL) == (item, again)
        items.save(connection, item)
        assert items.with_serial(connection, SERIAL) == (again,), "keeping it again does not bring it back"
        items.set_left(connection, [item.id], False)
        assert items.with_serial(connection, SERIAL) == (item, again)


def test_what_came_of_a_line_is_found_by_it(station: RunningStation) -> None:
    item = an_item(station)
    an_item(station, line="l-2")
    an_item(station, rma_key="RMA00001245")
    with station.store.reading() as connection:
        assert items.on_line(connection, KEY, "l-1") == (item,)


def test_what_a_unit_was_given_out_for_is_found_by_its_serial(station: RunningStation) -> None:
    item = an_item(station, inspection=replaced_with("sw0077001"))
    with station.store.transaction() as connection:
        assert items.replaced_by(connection, " SW0077001") == (item,)
        assert items.replaced_by(connection, SERIAL) == ()
        items.save(connection, replace(item, inspection=None))
        assert items.replaced_by(connection, "SW0077001") == ()


def test_of_an_item_that_was_taken_back_nothing_is_found_however_it_is_asked_for(station: RunningStation) -> None:
    item = an_item(station, inspection=replaced_with("SW0077001"))
    taken_back(station, item)
    with station.store.reading() as connection:
        assert items.get(connection, item.id) is None
        for lpn in (LPN, ""):
            assert items.of_package(connection, lpn) == ()
        for serial in (SERIAL, "", "  "):
            assert items.with_serial(connection, serial) == items.history(connection, serial) == ()
            assert items.replaced_by(connection, serial) == ()
        assert items.replaced_by(connection, "SW0077001") == ()
        assert items.on_line(connection, KEY, "l-1") == items.on_line(connection, "", "") == ()


def test_an_item_that_no_rma_lists_is_kept_like_any_other(station: RunningStation) -> None:
    item = an_item(station, line="", rma_key="", number="")
    with station.store.reading() as connection:
        assert items.of_package(connection, LPN) == items.on_line(connection, "", "") == (item,)


def test_an_item_that_a_damaged_row_no_longer_tells_is_an_error_and_not_silence(station: RunningStation) -> None:
    item = an_item(station)
    with station.store.transaction() as connection:
        connection.execute(update(table).values(state="{}"))
    with pytest.raises(ValueError, match="id"), station.store.reading() as connection:
        items.get(connection, item.id)
