"""What the bench asks: what waits for a test, what a serial number went through before, what a supervisor decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, or_, select

from receiving_app.domain.authorization import Line, Rma, RmaKind, serial_key
from receiving_app.domain.disposition import WAITING, InspectionOutcome
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import Mark
from receiving_app.domain.item_review import Question, question
from receiving_app.domain.package import Package
from receiving_app.domain.verdict import Decision
from receiving_app.storage import items, other_items, packages, service_data
from receiving_app.storage.forms import from_json
from receiving_app.storage.other_items import OtherItem
from receiving_app.storage.schema import items as items_table
from receiving_app.storage.store import Store

#: More than a bench holds; the screen says when there are more.
MOST_ITEMS = 500


@dataclass(frozen=True, slots=True)
class Queued:
    """One item that waits for its outcome.

    `age` counts from the arrival of its box; `waits` is what it waits for, since `waits_for` long; `steps_done` of
    `steps` have a result.
    """

    item: Item
    number: str
    partner: str
    advanced: bool
    age: timedelta
    overdue: bool
    waits: InspectionOutcome | None = None
    waits_for: timedelta | None = None
    reason: str = ""
    steps_done: int = 0
    steps: int = 0


@dataclass(frozen=True, slots=True)
class History:
    """The earlier items with a serial number and model, newest first, and how often no fault was found.

    `elsewhere` are those of other stations, which tell of theirs no more than how they ended.
    """

    earlier: tuple[Item, ...]
    no_fault_found: int
    elsewhere: tuple[OtherItem, ...] = ()

    @property
    def times(self) -> int:
        """How often it came before, to any station of the site."""
        return len(self.earlier) + len(self.elsewhere)


@dataclass(frozen=True, slots=True)
class Device:
    """One device in hand, with what the service says of it now.

    `newer` is the version of its model's steps where that is not the one it is tested by; `since` is when its box came.
    """

    item: Item
    rma: Rma | None
    line: Line | None
    history: History
    newer: int | None
    since: datetime | None


def device(store: Store, item_id: str) -> Device | None:
    """Give a device as it stands, with its story."""
    with store.reading() as connection:
        found = items.get(connection, item_id)
        if found is None:
            return None
        rma = service_data.rma(connection, found.rma_key)
        box = packages.get(connection, found.lpn)
        line = next((line for line in rma.lines if line.id == found.line), None) if rma else None
        model = service_data.model(connection, line.model if line else found.model)
    newest = model.template if model else None
    own = found.inspection.template if found.inspection else None
    newer = newest.version if newest and own and newest.version != own.version else None
    return Device(found, rma, line, history(store, found), newer, box.received.at if box else None)


def queue(store: Store, now: datetime) -> tuple[Queued, ...]:
    """Give what waits at the bench: what can be tested before what waits, advanced first, the oldest before all."""
    open_outcome = or_(items_table.c.outcome.is_(None), items_table.c.outcome.in_([each.value for each in WAITING]))
    with store.reading() as connection:
        within = service_data.current_policy(connection).inspect_within
        accepted = items_table.c.decision == Decision.ACCEPT.value
        found = list(_items(connection, open_outcome, accepted))
        boxes = {lpn: packages.get(connection, lpn) for lpn in {item.lpn for item in found}}
        rmas = {key: service_data.rma(connection, key) for key in {item.rma_key for item in found}}
        waiting = [
            _queued(item, box, rmas[item.rma_key], now, within)
            for item, box in ((item, boxes[item.lpn]) for item in found)
            if box is not None and not box.hazard and Mark.HAZARD not in item.marks
        ]
    return tuple(sorted(waiting, key=lambda each: (each.waits is not None, not each.advanced, -each.age)))


def history(store: Store, item: Item) -> History:
    """Tell what the device went through before it came this time."""
    with store.reading() as connection:
        came = items.history(connection, item.serial) if serial_key(item.serial) else ()
        other = other_items.with_serial(connection, item.serial)
    earlier = tuple(each for each in reversed(came) if each.id != item.id and _same_model(each.model, item.model))
    elsewhere = tuple(each for each in other if _same_model(each.model, item.model))
    outcomes = [each.inspection.outcome for each in earlier if each.inspection is not None]
    outcomes += [each.outcome for each in elsewhere]
    return History(earlier, outcomes.count(InspectionOutcome.NO_FAULT_FOUND), elsewhere)


def for_supervisor(store: Store) -> tuple[Item, ...]:
    """Give the inspected items of which a supervisor says what happens or who pays, the oldest first."""
    with store.reading() as connection:
        asked = items.asked_about(connection)
    return tuple(each for each in asked if question(each) is not Question.VERDICT)


def item(store: Store, item_id: str) -> Item | None:
    """Give an item as it stands."""
    with store.reading() as connection:
        return items.get(connection, item_id)


def _items(connection: Connection, *where: ColumnElement[bool]) -> Iterator[Item]:
    """Read the items in the building for which all of this is true."""
    here = (items_table.c.left.is_(False), items_table.c.state != "")
    query = select(items_table.c.state).where(*here, *where).order_by(items_table.c.number).limit(MOST_ITEMS)
    return (from_json(Item, state) for state in connection.execute(query).scalars().all())


def _queued(item: Item, box: Package, rma: Rma | None, now: datetime, within: timedelta) -> Queued:
    inspection = item.inspection
    age = now - box.received.at
    waits = inspection.outcome if inspection else None
    since = inspection.decided_at if inspection else None
    template = inspection.template if inspection else None
    done = {result.step for result in inspection.results} if inspection else set()
    return Queued(
        item=item,
        number=item.number,
        partner=rma.partner_name if rma else "",
        advanced=rma is not None and rma.kind is RmaKind.ADVANCED,
        age=age,
        overdue=age > within,
        waits=waits,
        waits_for=now - since if waits and since else None,
        reason=inspection.reason if inspection else "",
        steps_done=len(done),
        steps=len(template.steps) if template else 0,
    )


def _same_model(one: str, other: str) -> bool:
    return not one or not other or serial_key(one) == serial_key(other)
