from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from receiving_app.domain.events import EVENT_TYPES, HazardFlagged, Nature, PackageOpened, Subject
from receiving_app.domain.item_events import (
    FreightCredited,
    InspectionEnded,
    ItemFound,
    ItemJudged,
    PartCounted,
    ShipmentPacked,
    ShipmentSent,
    StepDone,
)
from receiving_app.storage import journal
from receiving_app.storage.journal import Delivery, Journal, Stamp
from receiving_app.storage.schema import events
from receiving_app.storage.verify_journal import GENESIS
from tests.acts.running_station import RunningStation
from tests.factories import LPN, NUMBER, WORKER, an_rma
from tests.golden.examples import EXAMPLES, ITEM

WRITTEN_ONCE = ["payload", "hash", "prev_hash", "type", "occurred_at", "lpn", "item", "shipment", "id", "seq"]


@pytest.mark.parametrize("column", WRITTEN_ONCE)
def test_the_database_itself_refuses_to_change_what_was_written(station: RunningStation, column: str) -> None:
    station.scan(NUMBER)
    value = {"seq": 77, "payload": b"{}"}.get(column, "x")
    with pytest.raises(IntegrityError, match="append-only"), station.store.transaction() as connection:
        connection.execute(update(events).where(events.c.seq == 1).values({column: value}))


def test_the_database_itself_refuses_to_forget_what_was_written(station: RunningStation) -> None:
    station.scan(NUMBER)
    with pytest.raises(IntegrityError, match="append-only"), station.store.transaction() as connection:
        connection.execute(delete(events))
    assert station.faults() == ()


def stamp_at(moment: datetime, act: str | None = None) -> Stamp:
    return Stamp(moment, 0, None, WORKER, act)


def test_observations_stay_here_and_all_else_waits(station: RunningStation) -> None:
    with station.store.transaction() as connection:
        for body in EXAMPLES:
            station.parts.journal.append(connection, body, Subject(LPN), stamp_at(station.time))
        rows = connection.execute(select(events.c.type, events.c.delivery)).all()
        waiting = journal.count(connection, Delivery.WAITING)
    natures = {kind.name: kind.nature for kind in EVENT_TYPES}
    for row in rows:
        assert (row.delivery == Delivery.LOCAL) == (natures[row.type] is Nature.OBSERVATION)
    assert waiting == sum(nature is not Nature.OBSERVATION for nature in natures.values())


def test_each_event_is_hashed_onto_the_one_before(station: RunningStation) -> None:
    station.told(an_rma())
    station.scan(NUMBER)
    with station.store.reading() as connection:
        rows = connection.execute(select(events).order_by(events.c.seq)).all()
        assert journal.head(connection) == (rows[-1].seq, rows[-1].hash)
    assert [row.prev_hash for row in rows] == [GENESIS, *(row.hash for row in rows[:-1])]
    assert station.faults() == ()


def test_an_event_is_read_back_as_it_was_given(station: RunningStation) -> None:
    with station.store.transaction() as connection:
        for body in EXAMPLES:
            given_back = station.parts.journal.append(
                connection, body, Subject(LPN, "K"), stamp_at(station.time, "a-1")
            )
            payload = connection.execute(select(events.c.payload).where(events.c.seq == given_back.seq)).scalar_one()
            assert journal.read_event(payload) == given_back


def test_the_last_act_is_the_newest_that_still_stands(station: RunningStation) -> None:
    now = datetime(2026, 11, 7, 18, tzinfo=UTC)
    book = Journal("dock-1", uuid4)
    with station.store.transaction() as connection:
        first = book.append(connection, HazardFlagged(), Subject(LPN), stamp_at(now, "a-1"))
        second = book.append(connection, PackageOpened(), Subject(LPN), stamp_at(now + timedelta(seconds=5), "a-2"))
        book.append(connection, HazardFlagged(), Subject(LPN), stamp_at(now + timedelta(seconds=6)))
        assert journal.last_act(connection, now) == "a-2"
        assert journal.last_act(connection, now + timedelta(seconds=5)) is None
        journal.mark_undone(connection, [second.id])
        assert journal.last_act(connection, now - timedelta(seconds=1)) == "a-1"
        assert journal.of_act(connection, "a-1") == (first,)
        assert first in journal.of_package(connection, LPN)
        assert second not in journal.of_package(connection, LPN)


def test_an_items_events_are_found_by_its_label_in_order_without_what_was_taken_back(station: RunningStation) -> None:
    book = station.parts.journal
    about = [body for body in EXAMPLES if getattr(body, "item", None) == ITEM]
    another = PartCounted("ITM-DOCK-1-0000025", "SD card", 1)
    with station.store.transaction() as connection:
        told = []
        for body in about:
            told.append(book.append(connection, body, Subject(LPN, "K"), stamp_at(station.time, "a-1")))
            book.append(connection, HazardFlagged(), Subject(LPN), stamp_at(station.time, "a-1"))
        book.append(connection, another, Subject(LPN), stamp_at(station.time, "a-1"))
        assert journal.of_item(connection, ITEM) == tuple(told)
        of_package = journal.of_package(connection, LPN)
        assert [event for event in of_package if event in told] == told, "its package tells of it too"
        journal.mark_undone(connection, [told[1].id])
        assert journal.of_item(connection, ITEM) == (told[0], *told[2:])
        assert [event.body for event in journal.of_item(connection, another.item)] == [another]
        assert journal.of_item(connection, "ITM-DOCK-1-0000033") == ()
    assert {type(event.body) for event in told} >= {ItemFound, ItemJudged, StepDone, InspectionEnded, FreightCredited}


def test_a_shipments_events_are_found_by_it_in_order_without_what_was_taken_back(station: RunningStation) -> None:
    shipping = [body for body in EXAMPLES if isinstance(body, ShipmentPacked | ShipmentSent)]
    with station.store.transaction() as connection:
        packed, sent = (
            station.parts.journal.append(connection, body, Subject(), stamp_at(station.time, "a-1"))
            for body in shipping
        )
        assert journal.of_shipment(connection, shipping[0].shipment) == (packed, sent)
        journal.mark_undone(connection, [sent.id])
        assert journal.of_shipment(connection, shipping[0].shipment) == (packed,)
        assert journal.of_shipment(connection, "another") == ()


def test_an_inspections_outcome_that_is_taken_back_before_it_was_sent_never_is(station: RunningStation) -> None:
    (outcome,) = (body for body in EXAMPLES if isinstance(body, InspectionEnded))
    with station.store.transaction() as connection:
        event = station.parts.journal.append(connection, outcome, Subject(LPN), stamp_at(station.time, "a-1"))
        journal.mark_undone(connection, [event.id])
        assert journal.count(connection, Delivery.WITHDRAWN) == 1
        assert journal.of_item(connection, ITEM) == ()
