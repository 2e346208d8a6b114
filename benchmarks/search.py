"""The search over many RMAs, beside a plain LIKE over the same texts, and the arrivals page over the same RMAs."""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.machine import machine
from benchmarks.stored_rmas import folder_with, rma_of, working_copy
from receiving_app.domain.arrivals import Due
from receiving_app.domain.search_text import search_key
from receiving_app.queries.arrivals import Wanted, arrivals
from receiving_app.queries.search import MOST_HITS, Searcher
from receiving_app.storage import search_index
from receiving_app.storage.store import DATABASE, Store, open_store

TARGET_MS = 50
_LIKE = "SELECT rma_key FROM search_texts WHERE text LIKE ? ORDER BY id DESC LIMIT ?"
#: What no number has in it, what nearly all have, and a partner.
_ODD = ("ZZZZ", "99999999", "0000", "SW", "R", "Partner 17", "SW9999", "000000000000")


def main() -> int:
    """Search, in turn with the floor; 1 where the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="keeps the filled databases between runs")
    parser.add_argument("--rmas", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--numbers", type=int, default=40, help="numbers typed key by key (default 40)")
    options = parser.parse_args()
    print(machine())
    names = ("RMAs", "searches", "median ms", "p95", "max", "LIKE median", "p95", "arrivals ms", "index s", "MB")
    print("".join(f"{name:>12}" for name in names))
    met = [_measure(options.folder, count, options.numbers) for count in options.rmas]
    return 0 if all(met) else 1


def _measure(folder: Path, count: int, numbers: int) -> bool:
    with TemporaryDirectory(dir=folder) as temporary:
        store = open_store(working_copy(folder_with(folder, count), Path(temporary) / "station"))
        seconds = _timed(lambda: _take_in(store)) / 1000
        searcher = Searcher(store)
        own, floor = [], []
        for text in _typed(count, numbers):
            own.append(_timed(partial(searcher.find, text)))
            floor.append(_timed(partial(_like, store, text)))
        page = statistics.median(_timed(partial(_arrivals, store)) for _ in range(5))
        size = (store.folder / DATABASE).stat().st_size / 1e6
        store.close()
    p95 = _p95(own)
    told = (statistics.median(own), p95, max(own), statistics.median(floor), _p95(floor), page, seconds, size)
    print(f"{count:>12}{len(own):>12}" + "".join(f"{each:>12.1f}" for each in told), flush=True)
    return p95 <= TARGET_MS


def _typed(count: int, numbers: int) -> Iterator[str]:
    """Give what stands in the field after each key, for numbers of stored RMAs: from their beginning or from inside."""
    chance = random.Random(4)  # noqa: S311 - guards nothing
    for _ in range(numbers):
        rma = rma_of(chance.randrange(count))
        number = chance.choice((rma.number, rma.ticket, rma.lines[0].serial or "", rma.tracking[0]))
        start = chance.choice((0, chance.randint(0, len(number) - 4), max(0, len(number) - 6)))
        for end in range(start + 1, len(number) + 1):
            yield number[start:end]
    yield from _ODD


def _take_in(store: Store) -> None:
    more = True
    while more:
        with store.transaction() as connection:
            more = search_index.take_in(connection)


def _like(store: Store, text: str) -> None:
    with store.reading() as connection:
        connection.exec_driver_sql(_LIKE, (f"%{search_key(text)}%", MOST_HITS)).all()


def _arrivals(store: Store) -> None:
    arrivals(store, datetime.now(UTC), Wanted(Due.OVERDUE))


def _timed(work: Callable[[], object]) -> float:
    """Give the milliseconds that something takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    raise SystemExit(main())
