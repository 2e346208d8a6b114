"""Follows the journal: queues what an event calls for, and takes back what was taken back."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from sqlalchemy import Connection

from receiving_app.domain.events import ActUndone, Event, PackageMerged
from receiving_app.domain.item_events import ItemDecided, ItemJudged, ShipmentPacked
from receiving_app.domain.papers import CALLING, ONCE, Paper, PaperKind, due
from receiving_app.domain.verdict import Decision
from receiving_app.paperwork.asked import fill_asked
from receiving_app.paperwork.filling import Filled, fill, fill_item
from receiving_app.storage import items, journal, packages, papers_told, print_queue, shipments
from receiving_app.storage.forms import to_json
from receiving_app.storage.store import Store

_log = logging.getLogger(__name__)

_FOLLOWED = (*CALLING, ActUndone, PackageMerged, ItemDecided)


class Paperwork:
    """Reads one station's journal as it grows; belongs to the thread that prints.

    `plates_ahead`: boxes get plates from rolls, and none is printed when they arrive.
    """

    def __init__(self, store: Store, *, plates_ahead: bool = False) -> None:
        self._store = store
        self._plates_ahead = plates_ahead
        self._read = 0

    def follow(self) -> None:
        """Queue what has become due since the last time; what was queued before the program ended isn't queued anew."""
        with self._store.reading() as connection:
            head, _ = journal.head(connection)
            since = max(self._read, papers_told.get(connection))
            calls = head > since and journal.since(connection, since, _FOLLOWED)
            asked = print_queue.asked(connection)
        if calls or asked:
            # In one commit with how far it was read, so that nothing is queued twice or left out.
            with self._store.transaction() as connection:
                for event in journal.since(connection, since, _FOLLOWED):
                    if event.seq <= head:
                        self._take(connection, event)
                papers_told.put(connection, head)
                for job in asked:
                    document = fill_asked(connection, job)
                    print_queue.fill_in(connection, job.number, document)
        self._read = max(head, since)

    def _take(self, connection: Connection, event: Event) -> None:
        match event.body:
            case ActUndone(act=act, events=undone):
                print_queue.withdraw_of(connection, undone, _gone(connection, act))
            case PackageMerged():
                print_queue.withdraw_of(connection, (), (event.subject.lpn or "",))
            case ShipmentPacked(shipment=shipment):
                packed = journal.of_shipment(connection, shipment)
                print_queue.withdraw_of(connection, [each.id for each in packed if each.seq < event.seq])
            case ItemJudged(item=item) | ItemDecided(item=item):
                _release(connection, item, event)
        for paper in due(event):
            if self._plates_ahead and paper.kind is PaperKind.LPN_LABEL:
                continue
            try:
                filled = fill(connection, paper, event)
            except (LookupError, TypeError, ValueError):  # a fault of ours holds up no other paper
                _log.exception("the %s of %s can't be filled in", paper.kind, paper.thing)
                continue
            for each in filled:
                _queue(connection, paper, each, event)


def _release(connection: Connection, item_id: str, event: Event) -> None:
    """Give an item its own label in place of its quarantine label, once it is accepted after all."""
    item, apart = items.get(connection, item_id), PaperKind.QUARANTINE_LABEL
    quarantine = print_queue.of_thing(connection, apart, item_id)
    accepted = item is not None and item.judgement is not None and item.judgement.decision is Decision.ACCEPT
    if quarantine and accepted:
        print_queue.withdraw(connection, [job.number for job in quarantine])
        for label in fill_item(connection, item_id):
            _queue(connection, Paper(PaperKind.ITEM_LABEL, item_id), label, event)


def _queue(connection: Connection, paper: Paper, filled: Filled, event: Event) -> None:
    """Queue a document unless it is there already; one that says something else takes its place."""
    before = print_queue.of_thing(connection, paper.kind, filled.thing)
    same = to_json(filled.document)
    if any(paper.kind in ONCE or job.document == same for job in before):
        return
    print_queue.withdraw(connection, [job.number for job in before])
    print_queue.put(connection, filled.document, event.occurred_at, thing=filled.thing, event=event.id)


def _gone(connection: Connection, act: str) -> Iterator[str]:
    """Give the packages, items and shipments that an act had begun and that are no more."""
    for event in journal.of_act(connection, act):
        lpn, item = event.subject.lpn, getattr(event.body, "item", None)
        shipment = getattr(event.body, "shipment", None)
        if lpn and packages.get(connection, lpn) is None:
            yield lpn
        if item and items.get(connection, item) is None:
            yield item
        if shipment and shipments.get(connection, shipment) is None:
            yield shipment
