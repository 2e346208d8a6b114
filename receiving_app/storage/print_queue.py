"""What is to be printed: kept until a printer has taken it, or until its act is taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Protocol

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from receiving_app.domain.papers import JobState, PaperKind
from receiving_app.storage.forms import to_json, utc_text
from receiving_app.storage.schema import print_jobs


class Printable(Protocol):
    """A document as a frozen value; `kind` names its form."""

    kind: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Job:
    """One document in the queue; `document` is its JSON, `problem` why it isn't printed yet.

    `thing` is the package, item or shipment that it is about; `event` called for it, none where a person asked.
    """

    number: int
    kind: str
    document: str
    copies: int
    is_copy: bool
    state: JobState
    queued_at: datetime
    problem: str | None = None
    thing: str = ""
    event: str | None = None


def put(
    connection: Connection,
    document: Printable,
    at: datetime,
    copies: int = 1,
    *,
    thing: str = "",
    event: str | None = None,
) -> int:
    """Queue a document; give its number."""
    values = {"kind": document.kind, "document": to_json(document), "copies": copies, "thing": thing, "event": event}
    return _insert(connection, {**values, "is_copy": False}, at)


def ask(connection: Connection, kind: PaperKind, at: datetime, thing: str = "") -> int:
    """Queue what a person asked for; what stands on it is filled in before it is printed."""
    values = {"kind": kind.value, "document": "", "copies": 1, "thing": thing, "event": None}
    return _insert(connection, {**values, "is_copy": False}, at)


def asked(connection: Connection) -> tuple[Job, ...]:
    """Give what is still to be filled in."""
    return _those(connection, print_jobs.c.state == JobState.WAITING, print_jobs.c.document == "")


def fill_in(connection: Connection, number: int, document: Printable) -> None:
    """Say what stands on a print that a person asked for."""
    filled = update(print_jobs).where(print_jobs.c.number == number)
    connection.execute(filled.values(document=to_json(document)))


def put_again(connection: Connection, number: int, at: datetime) -> int | None:
    """Queue a document once more, marked as a copy; None where there is no such job."""
    job = get(connection, number)
    if job is None:
        return None
    values = {"kind": job.kind, "document": job.document, "copies": 1, "thing": job.thing, "event": None}
    return _insert(connection, {**values, "is_copy": True}, at)


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
    return _those(connection, print_jobs.c.state == JobState.WAITING, print_jobs.c.document != "")


def of_thing(connection: Connection, kind: str, thing: str) -> tuple[Job, ...]:
    """Give what an event called for of one kind about one thing, and what still holds of it."""
    called_for = (print_jobs.c.event.is_not(None), print_jobs.c.state != JobState.WITHDRAWN)
    return _those(connection, print_jobs.c.kind == kind, print_jobs.c.thing == thing, *called_for)


def last_called_for(connection: Connection) -> tuple[Job, ...]:
    """Give what was queued last, with all that the same event called for; copies aside, and what was taken back."""
    first_prints = (print_jobs.c.is_copy.is_(False), print_jobs.c.state != JobState.WITHDRAWN)
    newest = select(print_jobs).where(*first_prints).order_by(print_jobs.c.number.desc()).limit(1)
    last = connection.execute(newest).first()
    if last is None or last.event is None:
        return () if last is None else (_job(last),)
    return _those(connection, print_jobs.c.event == last.event, *first_prints)


def take_up(connection: Connection) -> None:
    """Queue anew what a printer was at when the program ended: it may have come out, so it is marked as a copy."""
    left = update(print_jobs).where(print_jobs.c.state == JobState.PRINTING)
    connection.execute(left.values(state=JobState.WAITING.value, is_copy=True))


def settle(connection: Connection, number: int, state: JobState, problem: str | None = None) -> None:
    """Keep where a job stands."""
    changed = update(print_jobs).where(print_jobs.c.number == number)
    connection.execute(changed.values(state=state.value, problem=problem))


def withdraw(connection: Connection, numbers: Iterable[int]) -> None:
    """Take jobs back: what waits isn't printed, what came out is void."""
    _withdraw(connection, print_jobs.c.number.in_(list(numbers)))


def withdraw_of(connection: Connection, events: Iterable[str], things: Iterable[str] = ()) -> None:
    """Take back what these events called for, and all that is about these things."""
    _withdraw(connection, print_jobs.c.event.in_(list(events)) | print_jobs.c.thing.in_(list(things)))


def _withdraw(connection: Connection, which: ColumnElement[bool]) -> None:
    gone = update(print_jobs).where(which).values(state=JobState.WITHDRAWN.value, problem=None)
    connection.execute(gone)


def _insert(connection: Connection, values: dict[str, object], at: datetime) -> int:
    row = {**values, "state": JobState.WAITING.value, "queued_at": utc_text(at)}
    return int(connection.execute(insert(print_jobs).returning(print_jobs.c.number), row).scalar_one())


def _those(connection: Connection, *which: ColumnElement[bool]) -> tuple[Job, ...]:
    return tuple(map(_job, connection.execute(select(print_jobs).where(*which).order_by(print_jobs.c.number))))


def _job(row: Row[Any]) -> Job:
    return Job(
        row.number,
        row.kind,
        row.document,
        row.copies,
        row.is_copy,
        JobState(row.state),
        datetime.fromisoformat(row.queued_at),
        row.problem,
        row.thing,
        row.event,
    )
