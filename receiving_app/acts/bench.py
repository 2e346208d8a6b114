"""What a technician does: open an item, test it step by step, and say how the inspection ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from receiving_app.acts.bench_outcome import BenchOutcome, BenchRefusal, Ending, Preview
from receiving_app.acts.disposing import against, disposition
from receiving_app.acts.station import Act, Station
from receiving_app.acts.written import kept
from receiving_app.domain.authorization import RmaState
from receiving_app.domain.disposition import Disposition, Next
from receiving_app.domain.events import Subject
from receiving_app.domain.inspection import StepKind, TestStep, TestTemplate, ValueFaultError, measured, passes
from receiving_app.domain.item import Item, step
from receiving_app.domain.item_events import FreightCredited, InspectionBegun, InspectionEnded, ItemBody, Mark, StepDone
from receiving_app.domain.item_id import item_id_in
from receiving_app.domain.lpn import lpn_in
from receiving_app.domain.roles import Actor, Right
from receiving_app.domain.shipment import Shipment
from receiving_app.domain.verdict import Decision
from receiving_app.storage import goods, items, packages, service_data, shipments


class Bench:
    """The acts at the bench of one station."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def open(self, text: str) -> BenchOutcome:
        """Find the item that a scanned label, a serial number or the plate of its box means."""
        with self._station.store.reading() as connection:
            found = _named(connection, text)
            left = {item.id: gone for item in found if (gone := _gone_with(connection, item)) is not None}
            here = tuple(item for item in found if item.id not in left)
            if len(here) > 1:
                return BenchOutcome(here, BenchRefusal.SEVERAL, candidates=tuple(item.id for item in here))
            if here:
                return BenchOutcome(here, _barred(connection, here[0]))
            if found:
                return BenchOutcome(found[-1:], BenchRefusal.HAS_LEFT, shipment=left[found[-1].id])
            return BenchOutcome(refusal=BenchRefusal.NOT_HERE)

    def begin(self, item_id: str, actor: Actor) -> BenchOutcome:
        """Begin to test an item, or go on where it was left; raise `NotAllowedError`.

        The template's version stays with the inspection, whatever changes centrally.
        """
        with self._station.act(actor, Right.INSPECT) as act:
            item = items.get(act.connection, item_id)
            refusal = _untestable(act.connection, item)
            if item is None or refusal is not None:
                return _refused(item, refusal)
            if item.inspection is not None and item.inspection.template is not None:
                return BenchOutcome((item,))
            template = _template(act.connection, item)
            if template is None:
                return _refused(item, BenchRefusal.NO_TEMPLATE)
            return BenchOutcome((_on(act, item, InspectionBegun(item.id, template)),))

    def step(
        self, item_id: str, step_id: str, value: str, actor: Actor, *, note: str = "", photo: str | None = None
    ) -> BenchOutcome:
        """Write down one step's result; a step done again keeps both. Raise `NotAllowedError`."""
        return self.step_for_all([item_id], step_id, value, actor, note=note, photo=photo)

    def step_for_all(
        self,
        item_ids: Sequence[str],
        step_id: str,
        value: str,
        actor: Actor,
        *,
        note: str = "",
        photo: str | None = None,
    ) -> BenchOutcome:
        """Write down the same result for a batch of equal units, as one act; raise `NotAllowedError`."""
        with self._station.act(actor, Right.INSPECT) as act:
            batch: list[Item] = []
            for item_id in dict.fromkeys(item_ids):
                item = items.get(act.connection, item_id)
                refusal = _untestable(act.connection, item) or _not_begun(item)
                if item is None or refusal is not None:
                    return _refused(item, refusal)
                batch.append(item)
            test, refusal, unequal = _common_step(batch, step_id)
            if test is None:
                return BenchOutcome(tuple(batch), refusal, candidates=unequal)
            try:
                passed = passes(test, value, photo)
            except ValueFaultError as error:
                return BenchOutcome(tuple(batch), fault=error.fault)
            said, written = _as_kept(test, value), kept(note)
            done = tuple(_on(act, item, StepDone(item.id, step_id, said, passed, written, photo)) for item in batch)
            return BenchOutcome(done, passed=passed)

    def preview(self, item_id: str, ending: Ending) -> Preview:
        """Say what an outcome would lead to, and what still speaks against it; nothing is written."""
        with self._station.store.reading() as connection:
            return _preview(connection, item_id, ending)

    def outcome(self, item_id: str, ending: Ending, actor: Actor) -> BenchOutcome:
        """Write an outcome down; it leaves the station when it can no longer be taken back.

        Raise `NotAllowedError`.
        """
        with self._station.act(actor, Right.INSPECT) as act:
            seen = _preview(act.connection, item_id, ending)
            if seen.item is None or seen.disposition is None or seen.refusal is not None:
                return _refused(seen.item, seen.refusal)
            policy = service_data.current_policy(act.connection)
            leaves = self._station.clock.now() + policy.undo_within
            item = _on(act, seen.item, _ended(seen.item, ending, seen.disposition), leaves)
            if seen.disposition.credits_inbound and not goods.is_credited(act.connection, item.lpn, item.rma_key):
                item = _on(act, item, FreightCredited(item.id, item.number), leaves)
            return BenchOutcome((item,))


def _named(connection: Connection, text: str) -> tuple[Item, ...]:
    """Give every item, also of those that left, that a label, a box's plate or a serial number means."""
    label, plate = item_id_in(text), lpn_in(text)
    if label is not None:
        found = items.get(connection, label)
        return (found,) if found else ()
    if plate is not None:
        return items.of_package(connection, plate)
    return items.history(connection, kept(text)) if kept(text) else ()


def _gone_with(connection: Connection, item: Item) -> Shipment | None:
    """Give the shipment that an item itself left with; where a replacement left, the item is still here."""
    shipment = shipments.of_thing(connection, item.id)
    returned = item.disposition is not None and item.disposition.next is Next.RETURN
    return shipment if returned and shipment is not None and shipment.sent_at is not None else None


def _preview(connection: Connection, item_id: str, ending: Ending) -> Preview:
    item = items.get(connection, item_id)
    refusal = _untestable(connection, item)
    if item is None or refusal is not None:
        return Preview(item, ending, refusal=refusal)
    leads_to = disposition(connection, item, ending.outcome)
    if leads_to is None:
        return Preview(item, ending, refusal=BenchRefusal.RMA_UNKNOWN)
    sends = leads_to.next in {Next.RETURN, Next.SEND_REPLACEMENT}
    where = goods.destination_of(connection, item.rma_key, item.lpn) if sends else None
    return Preview(item, ending, leads_to, where, against(connection, item, ending, leads_to))


def _ended(item: Item, ending: Ending, leads_to: Disposition) -> InspectionEnded:
    return InspectionEnded(
        item=item.id,
        outcome=ending.outcome,
        disposition=leads_to,
        reason=kept(ending.reason),
        repair=kept(ending.repair),
        parts_used=tuple(kept(part) for part in ending.parts_used if part.strip()),
        replacement_serial=kept(ending.replacement_serial) or None,
    )


def _barred(connection: Connection, item: Item) -> BenchRefusal | None:
    """Say why an item must not be tested at all."""
    package = packages.get(connection, item.lpn)
    if Mark.HAZARD in item.marks or (package is not None and package.hazard):
        return BenchRefusal.HAZARD
    accepted = item.judgement is not None and item.judgement.decision is Decision.ACCEPT
    if accepted:
        return None
    rma = service_data.rma(connection, item.rma_key)
    over = rma is not None and rma.state is not RmaState.OPEN
    return BenchRefusal.RMA_OVER if over else BenchRefusal.NOT_ACCEPTED


def _untestable(connection: Connection, item: Item | None) -> BenchRefusal | None:
    """Say why an item can't be tested now."""
    if item is None:
        return BenchRefusal.NOT_HERE
    ended = item.inspection is not None and item.inspection.ended
    return BenchRefusal.ALREADY_ENDED if ended else _barred(connection, item)


def _not_begun(item: Item | None) -> BenchRefusal | None:
    begun = item is not None and item.inspection is not None and item.inspection.template is not None
    return None if begun else BenchRefusal.NOT_BEGUN


def _refused(item: Item | None, refusal: BenchRefusal | None) -> BenchOutcome:
    return BenchOutcome((item,) if item else (), refusal)


def _template(connection: Connection, item: Item) -> TestTemplate | None:
    """Give the newest template of the model that the item's line lists, else of the one that stands on it."""
    rma = service_data.rma(connection, item.rma_key)
    listed = next((line.model for line in rma.lines if line.id == item.line), "") if rma else ""
    model = service_data.model(connection, listed or item.model)
    return model.template if model else None


def _common_step(batch: Sequence[Item], step_id: str) -> tuple[TestStep | None, BenchRefusal | None, tuple[str, ...]]:
    """Give the step that a batch shares, else why it shares none and whose template differs."""
    templates = [item.inspection.template for item in batch if item.inspection and item.inspection.template]
    if not templates:
        return None, BenchRefusal.NOT_BEGUN, ()
    unequal = tuple(item.id for item, template in zip(batch, templates, strict=True) if template != templates[0])
    if unequal:
        return None, BenchRefusal.UNEQUAL, unequal
    test = templates[0].step(step_id)
    return test, None if test else BenchRefusal.NO_SUCH_STEP, ()


def _as_kept(test: TestStep, value: str) -> str:
    """Give an answer as the journal keeps it: a number with a point, whoever wrote it."""
    return str(measured(value)) if test.kind is StepKind.MEASURE else kept(value)


def _on(act: Act, item: Item, body: ItemBody, not_before: datetime | None = None) -> Item:
    """Write one event about an item, and keep the item after it."""
    event = act.write(body, Subject(item.lpn or None, item.rma_key or None), not_before)
    item = step(item, event) or item
    items.save(act.connection, item)
    return item
