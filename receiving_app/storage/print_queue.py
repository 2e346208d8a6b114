"""What is to be printed: queued in the act's own transaction, kept until a printer has taken it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Protocol

from sqlalchemy import Connection, Row, insert, select, update

from receiving_app.storage.forms import to_json
from receiving_app.storage.schema import print_jobs


class Printable(Protocol):
    """A document as a frozen value; `kind` names its form."""

    kind: ClassVar[str]


class JobState(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    #: A printer is at it; found so at the start, nobody knows how far it came.
    PRINTING = "printing"
    PRINTED = "printed"
    #: It never can be printed; its problem says why.
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Job:
    """One document in the queue; `document` is its JSON, `problem` why it isn't printed yet."""

    number: int
    kind: str
    document: str
    copies: int
    is_copy: bool
    state: JobState
    problem: str | None = None


def put(connection: Connection, document: Printable, copies: int = 1) -> int:
    """Queue a document; give its number."""
    return _insert(connection, document.kind, to_json(document), copies, is_copy=False)


def put_again(connection: Connection, number: int) -> int | None:
    """Queue a document once more, marked as a copy; None where there is no such job."""
    job = get(connection, number)
    return None if job is None else _insert(connection, job.kind, job.document, 1, is_copy=True)


def get(connection: Connection, number: int) -> Job | None:
    """Give one job."""
    row = connection.execute(select(print_jobs).where(print_jobs.c.number == number)).first()
    return None if row is None else _job(row)


def newest(connection: Connection, limit: int) -> tuple[Job, ...]:
    """Give the jobs that were queued last, the newest first."""
    rows = connection.execute(select(print_jobs).order_by(print_jobs.c.number.desc()).limit(limit))
    return tuple(map(_job, rows))


def waiting(connection: Connection) -> tuple[Job, ...]:
    """Give what is still to be printed, in the order in which it was queued."""
    found = select(print_jobs).where(print_jobs.c.state == JobState.WAITING).order_by(print_jobs.c.number)
    return tuple(map(_job, connection.execute(found)))


def take_up(connection: Connection) -> None:
    """Queue anew what a printer was at when the program ended: it may have come out, so it is marked as a copy."""
    left = update(print_jobs).where(print_jobs.c.state == JobState.PRINTING)
    connection.execute(left.values(state=JobState.WAITING.value, is_copy=True))


def settle(connection: Connection, number: int, state: JobState, problem: str | None = None) -> None:
    """Keep where a job stands."""
    changed = update(print_jobs).where(print_jobs.c.number == number)
    connection.execute(changed.values(state=state.value, problem=problem))


def _insert(connection: Connection, kind: str, document: str, copies: int, *, is_copy: bool) -> int:
    values = {
        "kind": kind,
        "document": document,
        "copies": copies,
        "is_copy": is_copy,
        "state": JobState.WAITING.value,
    }
    return int(connection.execute(insert(print_jobs).returning(print_jobs.c.number), values).scalar_one())


def _job(row: Row[Any]) -> Job:
    return Job(row.number, row.kind, row.document, row.copies, row.is_copy, JobState(row.state), row.problem)
