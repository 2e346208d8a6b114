"""Lists, searches and the queue of the ticket service over few and many tickets: each must take about as long."""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, Table, insert, text

from benchmarks.machine import machine
from ticket_service.accounts.caller import Caller, Role
from ticket_service.rules.ticket_states import TicketState
from ticket_service.storage.store import open_store, reading, writing
from ticket_service.storage.ticket_tables import ticket_products, ticket_words, tickets
from ticket_service.tickets.searching import Search, queue, search
from ticket_service.tickets.serial_history import history

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
PARTNERS, SYMPTOMS, PLACES = 200, 50, 5000
#: A page must come within this, however many tickets there are.
TARGET_MS = 100
_AT_ONCE = 20_000

_SUPPORT = Caller("user-1", "Sue", Role.SUPPORT)
_PARTNER = Caller("user-2", "Ann", Role.PARTNER, "P-007")

Question = Callable[[Connection, int], object]


def main() -> int:
    """Measure each question; 1 where one takes too long."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--tickets", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--database", help="an empty PostgreSQL database, with one number of tickets; else SQLite")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    print(machine())
    columns = [_measured(options.database, count, options.rounds) for count in options.tickets]
    print(f"{'median ms of tickets':<40}" + "".join(f"{count:>12,}" for count in options.tickets))
    for name in QUESTIONS:
        print(f"{name:<40}" + "".join(f"{column[name]:>12.1f}" for column in columns))
    return 0 if all(value <= TARGET_MS for column in columns for value in column.values()) else 1


QUESTIONS: dict[str, Question] = {
    "newest of all": lambda c, _: search(c, _SUPPORT, Search()),
    "a page in the middle": lambda c, count: search(c, _SUPPORT, Search(before=count // 2)),
    "a partner's newest": lambda c, _: search(c, _PARTNER, Search()),
    "a rare state": lambda c, _: search(c, _SUPPORT, Search(state=TicketState.OPEN)),
    "one serial number": lambda c, count: search(c, _SUPPORT, Search(f"KP2-{count // 3}")),
    "a word of every ticket": lambda c, _: search(c, _SUPPORT, Search("camera")),
    "a word of every fiftieth": lambda c, _: search(c, _SUPPORT, Search("camera symptom7")),
    "two words that seldom meet": lambda c, _: search(c, _SUPPORT, Search("symptom7 place4999")),
    "two words that never meet": lambda c, _: search(c, _SUPPORT, Search("symptom7 symptom8")),
    "words of a partner": lambda c, _: search(c, _PARTNER, Search("camera symptom7")),
    "a word in a rare state": lambda c, _: search(c, _SUPPORT, Search("camera", state=TicketState.ANSWERED)),
    "the queue": lambda c, _: queue(c, _SUPPORT),
    "a serial number's history": lambda c, count: history(c, _SUPPORT, f"KP2-{count // 3}"),
}


def _measured(database: str | None, count: int, rounds: int) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        engine = open_store(database or Path(folder) / "service.db")
        try:
            _fill(engine, count)
            return {name: _median(engine, question, count, rounds) for name, question in QUESTIONS.items()}
        finally:
            engine.dispose()


def _median(engine: Engine, question: Question, count: int, rounds: int) -> float:
    def timed() -> float:
        with reading(engine) as connection:
            start = time.perf_counter()
            question(connection, count)
            return (time.perf_counter() - start) * 1000

    timed()  # the pages of the file are in memory from here on
    return statistics.median(timed() for _ in range(rounds))


def _fill(engine: Engine, count: int) -> None:
    for table, rows in ((tickets, _tickets), (ticket_products, _products), (ticket_words, _words)):
        _put(engine, table, rows(count))
    with writing(engine) as connection:
        connection.execute(text("ANALYZE"))


def _put(engine: Engine, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    while chunk := list(islice(rows, _AT_ONCE)):
        with writing(engine) as connection:
            connection.execute(insert(table), chunk)


def _tickets(count: int) -> Iterator[dict[str, Any]]:
    for place in range(1, count + 1):
        state = {0: TicketState.OPEN, 1: TicketState.ANSWERED, 2: TicketState.AUTHORIZED}.get(place % 200)
        yield {
            "id": f"T-{place}",
            "ordinal": place,
            "rev": 1,
            "partner": _partner(place),
            "state": (state or TicketState.RESOLVED).value,
            "waits_since": NOW - timedelta(minutes=place) if place % 5000 == 0 else None,
            "channel": "portal",
            "problem": f"camera symptom{place % SYMPTOMS} place{place % PLACES}",
            "contact_name": "Ann",
            "opened_at": NOW,
            "changed_at": NOW,
        }


def _products(count: int) -> Iterator[dict[str, Any]]:
    for place in range(1, count + 1):
        yield {
            "ticket": f"T-{place}",
            "line": 1,
            "serial": f"KP2-{place}",
            "serial_key": f"KP2-{place}",
            "model": "KP2",
            "problem": "",
            "defective_on_receipt": False,
            "remark": "sold",
        }


def _words(count: int) -> Iterator[dict[str, Any]]:
    for place in range(1, count + 1):
        own = ("camera", f"symptom{place % SYMPTOMS}", f"place{place % PLACES}", f"kp2{place}", f"t{place}")
        yield from ({"word": word, "ordinal": place, "partner": _partner(place)} for word in own)


def _partner(place: int) -> str:
    return f"P-{place * 7919 % PARTNERS:03d}"


if __name__ == "__main__":
    raise SystemExit(main())
