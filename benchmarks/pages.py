"""How long the supervisor's pages take to open: what is read, shown and painted, over large data.

One memory holds the journal of `benchmarks.reports`, RMAs, cases and people. The report is of 30 days.
"""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks.machine import machine
from benchmarks.reports import NOW, folder_with
from benchmarks.review_list import fill
from benchmarks.stored_rmas import put_rmas
from receiving_app.acts.people_outcome import Named
from receiving_app.domain.arrivals import Due
from receiving_app.domain.hits import Found
from receiving_app.domain.period import Period
from receiving_app.domain.roles import Role
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.queries import review
from receiving_app.queries.arrivals import Wanted, arrivals
from receiving_app.queries.custody import custody
from receiving_app.queries.precedents import past
from receiving_app.queries.reports import report
from receiving_app.queries.search import Searcher
from receiving_app.queries.shift import shift
from receiving_app.queries.waiting import read_case, waiting
from receiving_app.storage import report_counts, service_data
from receiving_app.storage.service_data import Person
from receiving_app.storage.store import DATABASE, Store, open_store
from receiving_app.words.reports import written
from receiving_app.words.shift import hand_over
from ui.colors import LIGHT
from ui.main_window import MainWindow
from ui.people.panel import PeoplePanel
from ui.review.case_page import Evidence
from ui.station_screen import Screen

TARGET_MS = 200
_PEOPLE = 500


def main() -> int:
    """Open each page a few times; 1 where one takes longer than it may."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="keeps the filled journal between runs")
    parser.add_argument("--events", type=int, default=5_000_000, help="events in the journal (default 5,000,000)")
    parser.add_argument("--rmas", type=int, default=100_000, help="RMAs in the memory (default 100,000)")
    parser.add_argument("--cases", type=int, default=10_000, help="cases that wait (default 10,000)")
    parser.add_argument("--times", type=int, default=9, help="how often each page is opened (default 9)")
    options = parser.parse_args()
    print(machine())
    kept = folder_with(options.folder, options.events)
    _app = QApplication.instance() or QApplication([])
    with TemporaryDirectory(dir=options.folder) as temporary:
        shutil.copyfile(kept / DATABASE, Path(temporary) / DATABASE)
        store = open_store(Path(temporary))
        _fill(store, options.rmas, options.cases)
        window = MainWindow("DOCK-1", LIGHT, lambda: NOW)
        window.resize(1366, 768)
        window.show()
        missed = False
        print(f"{'':<24}{'median ms':>12}{'longest ms':>12}{'processor ms':>14}")
        for name, opens in _pages(store, window):
            taken, worked = zip(*(_timed(opens) for _ in range(options.times)), strict=True)
            middle = statistics.median(taken)
            print(f"{name:<24}{middle:>12.0f}{max(taken):>12.0f}{statistics.median(worked):>14.0f}", flush=True)
            missed = missed or middle > TARGET_MS
        store.close()
        window.close()
    return int(missed)


def _fill(store: Store, rmas: int, cases: int) -> None:
    put_rmas(store, rmas)
    fill(store, cases)
    with store.transaction() as connection:
        people = [Person(f"p-{n}", 1, f"Person {n}", (Role.SUPERVISOR,)) for n in range(_PEOPLE)]
        service_data.put_people(connection, people)
    while report_counts.take_in(store):
        pass


def _pages(store: Store, window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give each page by name with what is done from asking to showing; its screen is shown as it is taken."""
    window.show_screen(Screen.REVIEW)
    window.review.attach(
        Evidence(
            story=partial(review.story, store),
            case=partial(read_case, store),
            past=lambda case: past(store, case, NOW),
            prices=partial(review.prices, store),
        )
    )
    yield "review", lambda: window.review.show_cases(waiting(store, NOW))
    each = cycle(waiting(store, NOW)[100:200])
    yield "a case", lambda: window.review.choose(next(each))
    window.show_screen(Screen.DESK)
    desk, calendar, last = window.desk, SiteCalendar(), NOW.date()
    yield "search", lambda: desk.search.show_hits(Searcher(store).find("Partner 17"))
    (hit, *_) = (each for each in Searcher(store).find("ITM-DOCK-1-0007").hits if each.found is Found.ITEM)
    yield "a device's story", lambda: desk.search.show_custody(hit, custody(store, hit.found, hit.key))
    for wanted, name in ((Wanted(), "in time"), (Wanted(Due.OVERDUE), "overdue"), (Wanted(replaced=True), "owed")):
        yield f"arrivals, {name}", partial(_show_arrivals, store, window, wanted)
    month = Period(last - timedelta(days=29), last)
    yield "reports", lambda: desk.reports.show_report(written(report(store, month, NOW)))
    yield "hand-over", lambda: desk.hand_over.show_hand_over(hand_over(shift(store, NOW), calendar))
    panel = PeoplePanel(desk, window)
    yield "people", lambda: panel.ask_sign_in(_named(store), None, signed_in=True)


def _named(store: Store) -> list[Named]:
    return [Named(*each) for each in review.supervisors(store)]


def _show_arrivals(store: Store, window: MainWindow, wanted: Wanted) -> None:
    window.desk.arrivals.show_arrivals(arrivals(store, NOW, wanted))


def _timed(opens: Callable[[], object]) -> tuple[float, float]:
    """Give the milliseconds until a page is painted, and how many of them the processor worked for it."""
    started, idle = time.perf_counter(), time.process_time()
    opens()
    QApplication.processEvents()
    return (time.perf_counter() - started) * 1000, (time.process_time() - idle) * 1000


if __name__ == "__main__":
    raise SystemExit(main())
