"""Gathers what an outcome is judged by, and says what speaks against it."""

from __future__ import annotations

from sqlalchemy import Connection

from receiving_app.acts.bench_outcome import BenchRefusal, Ending
from receiving_app.domain.authorization import serial_key
from receiving_app.domain.disposition import (
    WAITING,
    Disposition,
    DispositionFacts,
    InspectionOutcome,
    Next,
    dispose,
)
from receiving_app.domain.inspection import may_leave, progress
from receiving_app.domain.item import Inspection, Item
from receiving_app.domain.item_events import Mark
from receiving_app.domain.serials import LONGEST_SERIAL
from receiving_app.storage import items, service_data

_NEEDS_REASON = WAITING | {InspectionOutcome.NOT_COVERED, InspectionOutcome.UNREPAIRABLE}
#: A unit that ended so is not given to anybody.
_FAILED = frozenset({InspectionOutcome.REPLACED, InspectionOutcome.UNREPAIRABLE, InspectionOutcome.NOT_COVERED})


def disposition(connection: Connection, item: Item, outcome: InspectionOutcome) -> Disposition | None:
    """Say what an outcome leads to under the current policy; None where the item's RMA isn't known here."""
    rma = service_data.rma(connection, item.rma_key)
    if rma is None:
        return None
    claimed = any(line.defective_on_receipt for line in rma.lines if line.id == item.line)
    damaged = Mark.TRANSIT_DAMAGE in item.marks or (item.judgement is not None and item.judgement.facts.transit_damage)
    quoted = item.inspection is not None and item.inspection.quoted
    facts = DispositionFacts(outcome, claimed, rma.replacement_shipped, damaged, quoted)
    return dispose(facts, service_data.current_policy(connection).freight)


def against(connection: Connection, item: Item, ending: Ending, leads_to: Disposition) -> BenchRefusal | None:
    """Say what speaks against an outcome; None: it can be saved."""
    missing = _missing(item.inspection, ending)
    if missing is not None:
        return missing
    serial = ending.replacement_serial.strip()
    if leads_to.next is not Next.SEND_REPLACEMENT:
        return BenchRefusal.REPLACEMENT_NOT_NEEDED if serial else None
    return against_replacement(connection, item, serial)


def _missing(inspection: Inspection | None, ending: Ending) -> BenchRefusal | None:
    if ending.outcome in _NEEDS_REASON and not ending.reason.strip():
        return BenchRefusal.REASON_MISSING
    if ending.outcome in WAITING:
        return None
    if inspection is None or inspection.template is None:
        return BenchRefusal.NOT_BEGUN
    done = progress(inspection.template, inspection.results)
    passed = may_leave(inspection.template, inspection.results)
    match ending.outcome:
        case InspectionOutcome.REPAIRED if not ending.repair.strip():
            return BenchRefusal.REPAIR_MISSING
        case InspectionOutcome.REPAIRED if not passed:
            return BenchRefusal.FINAL_TEST_FAILED
        case InspectionOutcome.NO_FAULT_FOUND if done.failed:
            return BenchRefusal.FAULT_FOUND
    return None if done.complete else BenchRefusal.STEPS_OPEN


def against_replacement(connection: Connection, item: Item, serial: str) -> BenchRefusal | None:
    """Say why a unit can't be given out in an item's place."""
    if not serial:
        return BenchRefusal.REPLACEMENT_MISSING
    if len(serial) > LONGEST_SERIAL or len(serial.split()) > 1:
        return BenchRefusal.REPLACEMENT_NO_SERIAL
    if serial_key(serial) == serial_key(item.serial):
        return BenchRefusal.REPLACEMENT_SAME
    if any(each.id != item.id for each in items.replaced_by(connection, serial)):
        return BenchRefusal.REPLACEMENT_USED
    came = items.history(connection, serial)
    if any(each.inspection and each.inspection.outcome in _FAILED for each in came):
        return BenchRefusal.REPLACEMENT_FAILED
    if items.with_serial(connection, serial):
        return BenchRefusal.REPLACEMENT_IN_BUILDING
    return BenchRefusal.REPLACEMENT_LISTED if service_data.rmas_listing(connection, serial) else None
