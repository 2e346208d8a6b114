"""What the print screen asks: what was queued last, and what waits for a printer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from receiving_app.domain.papers import JobState
from receiving_app.storage import print_queue
from receiving_app.storage.print_queue import Job
from receiving_app.storage.store import Store


@dataclass(frozen=True, slots=True)
class Print:
    """One print: what it is, whose, when it was asked for, where it stands and what is in its way."""

    number: int
    kind: str
    thing: str
    queued_at: datetime
    state: JobState
    is_copy: bool
    copies: int
    problem: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many prints wait for a printer in trouble, and what its trouble is."""

    count: int
    problem: str


def newest(store: Store, limit: int = 100) -> tuple[Print, ...]:
    """Give the prints that were asked for last, the newest first."""
    with store.reading() as connection:
        return tuple(map(_print, print_queue.newest(connection, limit)))


def in_trouble(store: Store) -> Waiting | None:
    """Say what waits behind a printer that doesn't print; None where all comes out."""
    with store.reading() as connection:
        waiting = print_queue.waiting(connection)
    problem = next((job.problem for job in waiting if job.problem), None)
    return Waiting(len(waiting), problem) if problem else None


def job(store: Store, number: int) -> Job | None:
    """Give a print with what stands on it, to be painted."""
    with store.reading() as connection:
        return print_queue.get(connection, number)


def _print(job: Job) -> Print:
    return Print(job.number, job.kind, job.thing, job.queued_at, job.state, job.is_copy, job.copies, job.problem)
