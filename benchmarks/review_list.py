"""The review's list over many cases: from the question to the rows on the screen."""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks.machine import machine
from receiving_app.domain.authorization import Line, Rma
from receiving_app.domain.cases import PackageCase, Wanted
from receiving_app.domain.item import Item, ItemJudgement
from receiving_app.domain.label_facts import (
    ArrivalSource,
    DataState,
    LabelFacts,
    Moment,
    NumberOnLabel,
)
from receiving_app.domain.label_rules import judge
from receiving_app.domain.package import Judgement, Label, Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Source
from receiving_app.domain.rma_number import Form
from receiving_app.domain.unpacking import ItemFacts, judge_item
from receiving_app.queries.waiting import read_case, waiting
from receiving_app.storage import items, packages, service_data
from receiving_app.storage.store import Store, open_store
from ui.colors import LIGHT
from ui.review.case_page import Evidence
from ui.review.screen import ReviewScreen

TARGET_MS = 200
NOW = datetime(2026, 11, 17, 15, tzinfo=UTC)
POLICY = Policy()


def main() -> int:
    """Open the list a few times; 1 where the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--times", type=int, default=9)
    options = parser.parse_args()
    print(machine())
    print("".join(f"{name:>12}" for name in ("cases", "read ms", "shown ms", "opened ms", "filtered ms")))
    met = [_measure(count, options.times) for count in options.cases]
    return 0 if all(met) else 1


def _measure(count: int, times: int) -> bool:
    app = QApplication.instance() or QApplication([])
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        fill(store, count)
        screen = ReviewScreen(LIGHT, lambda: NOW)
        screen.attach(Evidence(case=partial(read_case, store)))
        screen.resize(1366, 700)
        screen.show()
        read, shown, both, filtered = [], [], [], []
        for _ in range(times):
            started = time.perf_counter()
            cases = waiting(store, NOW)
            middle = time.perf_counter()
            screen.show_cases(cases)
            app.processEvents()
            ended = time.perf_counter()
            read.append((middle - started) * 1000)
            shown.append((ended - middle) * 1000)
            both.append((ended - started) * 1000)
            filtered.append(_timed(partial(screen.show_wanted, Wanted(text="0042"))))
            screen.show_wanted(Wanted())
        store.close()
        screen.deleteLater()
    told = [statistics.median(each) for each in (read, shown, both, filtered)]
    print(f"{len(cases):>12}" + "".join(f"{each:>12.1f}" for each in told), flush=True)
    return told[2] <= TARGET_MS


def _timed(work: Callable[[], object]) -> float:
    """Give the milliseconds that something takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def fill(store: Store, count: int) -> None:
    """Keep as many cases: half of them late packages, half devices that were tampered with."""
    half = count // 2
    with store.transaction() as connection:
        for place in range(half):
            late, whole = _rma(place, NOW.date() - timedelta(days=1)), _rma(half + place, NOW.date())
            service_data.put_rmas(connection, [late, whole])
            packages.save(connection, _package(place, late))
            packages.save(connection, _package(half + place, whole))
            items.save(connection, _item(half + place, whole))


def one_late(store: Store, partner: str) -> PackageCase:
    """Keep one package of a partner that came late, and give its case."""
    rma = replace(_rma(1, NOW.date() - timedelta(days=1)), partner=partner)
    package = _package(1, rma)
    with store.transaction() as connection:
        service_data.put_rmas(connection, [rma])
        packages.save(connection, package)
    return PackageCase(package, package.judgements[0])


def _rma(place: int, receive_by: date) -> Rma:
    lines = (Line("l-1", "CP4 Dash Camera", f"CP4-{place:08d}"),)
    number, created = f"RMA-{place:08d}", NOW - timedelta(days=15)
    return Rma(number, 1, f"p-{place % 200}", f"Partner {place % 200}", created, receive_by, lines=lines)


def _package(place: int, rma: Rma) -> Package:
    opened = NOW - timedelta(seconds=place + 1)
    received, data = Moment.certain(opened), DataState(online=True, complete=True, age=timedelta(minutes=1))
    facts = LabelFacts(rma.number, NumberOnLabel.WELL_FORMED, received, ArrivalSource.SCAN, data, rma=rma)
    key = rma.number.replace("-", "")
    return Package(
        f"LPN-DOCK-1-{place:07d}",
        "DOCK-1",
        opened,
        received,
        ArrivalSource.SCAN,
        is_open=False,
        labels=(Label(key, rma.number, Form.WELL_FORMED, Source.WEDGE, opened),),
        judgements=(Judgement(key, rma.number, f"e-{place}", opened, judge(facts, POLICY), facts),),
    )


def _item(place: int, rma: Rma) -> Item:
    line, judged_at = rma.lines[0], NOW - timedelta(seconds=place)
    facts = ItemFacts(line.serial or "", line=line, tampered=True)
    judgement = ItemJudgement(f"i-{place}", judged_at, judge_item(facts, POLICY), facts)
    key, plate = rma.number.replace("-", ""), f"LPN-DOCK-1-{place:07d}"
    return Item(
        f"ITM-DOCK-1-{place:07d}", plate, facts.serial, line.model, line.id, key, rma.number, judgement=judgement
    )


if __name__ == "__main__":
    raise SystemExit(main())
