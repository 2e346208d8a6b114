"""A report over a year of a long journal: how fast its events are counted, and how soon the report is there.

The journal is written once: each return is read, judged, unpacked, tested three days and shipped four days later.
"""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from sqlalchemy import insert, select

from benchmarks.machine import machine
from benchmarks.stored_rmas import STATION, number_of
from receiving_app.domain.authorization import Address, Line, Rma
from receiving_app.domain.disposition import DispositionFacts, InspectionOutcome, Payer, dispose
from receiving_app.domain.events import (
    Body,
    LabelRead,
    PackageArrived,
    PackageClosed,
    PackageJudged,
    ReadingRecorded,
    Subject,
)
from receiving_app.domain.inspection import StepKind, TestStep, TestTemplate
from receiving_app.domain.item_events import (
    CartonCondition,
    InspectionBegun,
    InspectionEnded,
    ItemFound,
    ItemJudged,
    PartCounted,
    ShipmentPacked,
    ShipmentSent,
    StepDone,
    UnpackingBegun,
    UnpackingEnded,
)
from receiving_app.domain.label_facts import ArrivalSource, DataState, LabelFacts, Moment, NumberOnLabel
from receiving_app.domain.label_reading import Kind
from receiving_app.domain.label_rules import judge
from receiving_app.domain.period import Period
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Source
from receiving_app.domain.report_counts import Measure
from receiving_app.domain.roles import Actor, ActorKind, Role
from receiving_app.domain.unpacking import ItemFacts, judge_item
from receiving_app.queries.reports import report
from receiving_app.storage import report_counts, service_data
from receiving_app.storage.journal import Journal, Stamp
from receiving_app.storage.schema import events
from receiving_app.storage.store import Store, open_store
from receiving_app.words.reports import written

TARGET_S = 3.0
_YEAR = 365
_AT_ONCE = 20_000
_BEGIN = datetime(2025, 11, 24, 14, tzinfo=UTC)
NOW = _BEGIN + timedelta(days=_YEAR)
_LPN, _ITEM, _SHIPMENT, _KEY = "LPN-TOKEN", "ITM-TOKEN", "SHP-TOKEN", "00000017"
#: What stands for the time of each part of a return's story, until it is copied.
_TOKEN = datetime(2001, 1, 1, tzinfo=UTC)
_PARTS_AFTER = (0, 3, 4)
_WORKER = Actor(ActorKind.PERSON, "p-1", Role.SUPERVISOR, "badge+pin")
_POLICY = Policy(version=1)


def main() -> int:
    """Count the journal, then ask for reports; 1 where the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="keeps the filled database between runs")
    parser.add_argument("--events", type=int, default=5_000_000, help="events in the journal (default 5,000,000)")
    parser.add_argument("--runs", type=int, default=5, help="how often each report is asked for (default 5)")
    options = parser.parse_args()
    print(machine())
    store = open_store(folder_with(options.folder, options.events))
    seconds = _timed(partial(_count, store))
    if seconds > 1:
        print(f"counted {options.events:,} events in {seconds:,.0f} s, {options.events / seconds:,.0f} a second")
    last = NOW.date()
    periods = {"a day": 1, "30 days": 30, "a year": _YEAR}
    missed = False
    for name, days in periods.items():
        period = Period(last - timedelta(days=days - 1), last)
        taken = [_timed(partial(_ask, store, period)) for _ in range(options.runs)]
        print(f"{name:<10} median {statistics.median(taken):.2f} s, longest {max(taken):.2f} s")
        missed = missed or statistics.median(taken) > TARGET_S
    told = report(store, Period(_BEGIN.date(), last), NOW)
    print(f"{told.total(Measure.ARRIVED):,} packages, {told.total(Measure.OUTCOME):,} outcomes")
    store.close()
    return int(missed)


def _ask(store: Store, period: Period) -> None:
    """Ask as the desk does while the journal grows: its newest block is counted each time."""
    with store.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM report_blocks WHERE block = (SELECT max(block) FROM report_blocks)")
    _count(store)
    written(report(store, period, NOW))


def _count(store: Store) -> None:
    while report_counts.take_in(store):
        pass


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


@dataclass(frozen=True, slots=True)
class _Row:
    """One event of a return's story, as it is copied; `part` says when it happens."""

    part: int
    values: dict[str, object]
    payload: bytes


def folder_with(cache: Path, count: int) -> Path:
    """Give a station's data folder with a journal of `count` events; made once, then kept."""
    folder = cache / f"{count}-events"
    done = folder / "built"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        store = open_store(folder)
        store.claim(STATION, "practice")
        with store.transaction() as connection:
            service_data.put_policy(connection, _POLICY, 1)
        seconds = _timed(partial(_fill, store, count))
        store.close()
        done.write_text(f"{seconds:.0f} s", encoding="ascii")
    return folder


def _fill(store: Store, count: int) -> None:
    story = _story()
    rows: list[dict[str, object]] = []
    for seq, row in enumerate(_copies(story, count), 1):
        rows.append({**row, "seq": seq, "id": str(seq)})
        if len(rows) == _AT_ONCE or seq == count:
            with store.transaction() as connection:
                connection.execute(insert(events), rows)
            rows.clear()


def _copies(story: list[_Row], count: int) -> Iterator[dict[str, object]]:
    """Give so many events: day by day what comes in, what is tested and what leaves."""
    chance = random.Random(7)  # noqa: S311 - guards nothing
    a_day = count // len(story) // _YEAR + 1
    given = 0
    for day in range(_YEAR + max(_PARTS_AFTER)):
        for part, after in enumerate(_PARTS_AFTER):
            came = day - after
            if not 0 <= came < _YEAR:
                continue
            for n in range(came * a_day, (came + 1) * a_day):
                at = _BEGIN + timedelta(days=day, minutes=chance.randrange(540))
                for row in story:
                    if row.part == part:
                        yield _copy(row, n, at)
                        given += 1
                        if given == count:
                            return


def _copy(row: _Row, n: int, at: datetime) -> dict[str, object]:
    names = {_LPN: f"LPN-{n}", _ITEM: f"ITM-{n}", _SHIPMENT: f"SHP-{n}", _TOKEN.isoformat(): at.isoformat()}
    payload = row.payload.replace(_TOKEN.isoformat().replace("+00:00", "Z").encode(), at.isoformat().encode())
    for token, name in names.items():
        payload = payload.replace(token.encode(), name.encode())
    values = {name: names.get(str(value), value) for name, value in row.values.items()}
    return {**values, "payload": payload}


def _story() -> list[_Row]:
    """Give the story of one return as a station writes it, to be copied."""
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        rows = list(_written(store))
        store.close()
    return rows


def _written(store: Store) -> Iterator[_Row]:
    journal = Journal(STATION, uuid4)
    with store.transaction() as connection:
        for part, body in _bodies():
            lpn = None if isinstance(body, ReadingRecorded | ShipmentPacked | ShipmentSent) else _LPN
            event = journal.append(connection, body, Subject(lpn, _KEY), Stamp(_TOKEN, 0, None, _WORKER, "act"))
            stored = connection.execute(select(events).where(events.c.seq == event.seq)).mappings().one()
            values = {name: value for name, value in stored.items() if name not in {"seq", "id", "payload"}}
            yield _Row(part, values, stored["payload"])


def _bodies() -> Iterator[tuple[int, Body]]:
    rma = Rma(number_of(1), 1, "p-1", "Partner 1", _TOKEN, _TOKEN.date(), lines=(Line("l-1", "KP2", "SW00000001"),))
    facts = LabelFacts(
        number=rma.number,
        on_label=NumberOnLabel.WELL_FORMED,
        received=Moment.certain(_TOKEN),
        received_by=ArrivalSource.SCAN,
        data=DataState(online=True, complete=True, age=timedelta(0)),
        rma=rma,
    )
    verdict = judge(facts, _POLICY)
    looked_at = ItemFacts("SW00000001", line=rma.lines[0])
    item = judge_item(looked_at, _POLICY)
    steps = tuple(TestStep(f"s-{n}", f"Step {n}", StepKind.PASS_FAIL) for n in range(8))
    outcome = InspectionOutcome.NO_FAULT_FOUND
    disposition = dispose(DispositionFacts(outcome, False, False), _POLICY.freight)
    yield from (
        (0, ReadingRecorded(text, "", Source.WEDGE, "code128", None, None))
        for text in ("RMA", "1Z", "420", "CMD-NEXT", "SW", "CMD-DONE")
    )
    yield 0, PackageArrived(_TOKEN, ArrivalSource.SCAN, _TOKEN, _TOKEN)
    yield 0, LabelRead(Kind.RMA, Source.WEDGE, "r-1", key=_KEY, number=rma.number)
    yield (
        0,
        PackageJudged(_KEY, rma.number, verdict.decision, verdict.headline, verdict.codes, verdict.trace, facts, 1),
    )
    yield 0, PackageClosed()
    yield 0, UnpackingBegun(CartonCondition.WHOLE)
    yield 0, ItemFound(_ITEM, "SW00000001", "KP2", "l-1", _KEY, rma.number)
    yield from ((0, PartCounted(_ITEM, part, 1)) for part in ("SD card", "power cable"))
    yield 0, ItemJudged(_ITEM, item.decision, item.headline, item.codes, item.notes, item.trace, looked_at, 1)
    yield 0, UnpackingEnded("B3")
    yield 1, ReadingRecorded("ITM", "", Source.WEDGE, "code128", None, None)
    yield 1, InspectionBegun(_ITEM, TestTemplate("KP2", 1, steps))
    yield from ((1, StepDone(_ITEM, step.id, "pass", passed=True)) for step in steps)
    yield 1, InspectionEnded(_ITEM, outcome, disposition)
    yield 2, ShipmentPacked(_SHIPMENT, (_ITEM,), Address("Partner 1"), Payer.PARTNER)
    yield 2, ShipmentSent(_SHIPMENT, "UPS", "1Z999AA10123456784")


if __name__ == "__main__":
    raise SystemExit(main())
