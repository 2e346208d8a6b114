"""What the review asks about devices: those that were rejected or held, and those whose outcome waits for a person."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, exists

from receiving_app.domain.authorization import Rma, serial_key
from receiving_app.domain.item import Item
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.item_events import Identity
from receiving_app.domain.item_review import Question, asked_since, question
from receiving_app.domain.package import Package
from receiving_app.domain.unpacking import ItemRule
from receiving_app.domain.verdict import Answer
from receiving_app.storage import crossed, items, packages, service_data
from receiving_app.storage.expected import lines_of_rma
from receiving_app.storage.schema import items as items_table
from receiving_app.storage.schema import rmas
from receiving_app.storage.store import Store

#: Only what may not leave because its replacement went out is asked about.
_REPLACED = exists().where(rmas.c.rma_key == items_table.c.rma_key, rmas.c.replacement_shipped)


def item_cases(store: Store) -> tuple[ItemCase, ...]:
    """Give the devices that wait for a supervisor, the one first that was found first.

    A device of crossed boxes waits there; one that lies on the table with parts to look for doesn't wait yet.
    """
    with store.reading() as connection:
        return _cases(connection, (*items.asked_about(connection), *items.to_leave(connection, _REPLACED)))


def item_case(connection: Connection, item_id: str) -> ItemCase | None:
    """Give a device's case; None where it waits no longer."""
    item = items.get(connection, item_id)
    return next(iter(_cases(connection, [item] if item else [])), None)


def cases_to_read(connection: Connection, which: ColumnElement[bool]) -> tuple[ItemCase, ...]:
    """Give the devices that wait of those for which this is true, and those whose replacement is out."""
    return _cases(connection, (*items.asked_about(connection, which), *items.to_leave(connection, _REPLACED)))


def _cases(connection: Connection, asked: Sequence[Item]) -> tuple[ItemCase, ...]:
    in_exchange = _in_exchange(connection, asked)
    found = {item.id: item for item in asked if item.id not in in_exchange}
    boxes = packages.those(connection, {item.lpn for item in found.values()})
    owners = service_data.rmas_with(connection, list({item.rma_key for item in found.values()}))
    cases = (_case(connection, item, boxes.get(item.lpn), owners.get(item.rma_key)) for item in found.values())
    return tuple(case for case in cases if case is not None)


def _in_exchange(connection: Connection, asked: Sequence[Item]) -> frozenset[str]:
    """Give the labels of devices that wait in crossed boxes; it is looked up where one of these came in a wrong one."""
    verdicts = (item.judgement.verdict for item in asked if item.judgement is not None)
    if not any(ItemRule.NOT_ON_RMA in verdict.codes for verdict in verdicts):
        return frozenset()
    return frozenset(side.stray.item for each in crossed.proposals(connection) for side in each.sides)


def _case(connection: Connection, item: Item, box: Package | None, own: Rma | None) -> ItemCase | None:
    asks = question(item, replacement_out=own is not None and own.replacement_shipped)
    if asks is None or (asks is Question.VERDICT and _on_the_table(item, box)):
        return None
    strays = asks is Question.VERDICT and not item.line
    may_be = _may_be(connection, item, box) if strays else ()
    return ItemCase(item, asks, asked_since(item, asks), box, own or _accepted(connection, box), may_be)


def _on_the_table(item: Item, box: Package | None) -> bool:
    """Tell whether only parts are missing for which somebody may still look."""
    verdict = item.judgement.verdict if item.judgement else None
    unpacked = box is None or box.unpacking is None or box.unpacking.done
    if verdict is None or unpacked or verdict.codes != (ItemRule.INCOMPLETE_ITEM,):
        return False
    return all(each.answer is not Answer.FAIL for each in verdict.trace if each.rule is ItemRule.INCOMPLETE_ITEM)


def _accepted(connection: Connection, box: Package | None) -> Rma | None:
    keys = (judgement.key for judgement in box.accepted) if box else iter(())
    return next((rma for key in keys if (rma := service_data.rma(connection, key)) is not None), None)


def _may_be(connection: Connection, item: Item, box: Package | None) -> tuple[Identity, ...]:
    """Give the devices that are still to come: those nearly read, those that list it, then the rest of its box."""
    here = [judgement.key for judgement in box.accepted] if box else []
    elsewhere = [key for key, _number in service_data.listing(connection, item.serial) if key not in here]
    facts = item.judgement.facts if item.judgement else None
    likely = {serial_key(serial) for serial in (*(facts.near if facts else ()), item.serial)}
    lines = [each for key in (*here, *elsewhere) for each in lines_of_rma(connection, key) if each.awaited]
    lines = [each for each in lines if each.rma_key in here or serial_key(each.line.serial or "") in likely]
    found = [
        Identity(each.rma_key, each.number, each.line.id, each.line.model, each.line.serial or item.serial)
        for each in lines
    ]
    return tuple(sorted(found, key=lambda each: serial_key(each.serial) not in likely))
