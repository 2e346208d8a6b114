"""Taking a batch of a station's elements: one answer each, everything in one transaction."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Connection, Row, bindparam, insert, select, update

from ticket_service.chain import GENESIS, Element
from ticket_service.event_types import (
    DECISIONS,
    ActUndone,
    NonsenseError,
    PackageJudged,
    ReviewDecided,
    body_of,
)
from ticket_service.packages import Data, conflict, package_after, package_from
from ticket_service.problems import ProblemError, said
from ticket_service.rma_number import look_up_key
from ticket_service.schema import journal
from ticket_service.state import StateRow, get, put, rmas_by_key
from ticket_service.wire import Event

_COMPLETE = (
    update(journal)
    .where(journal.c.station == bindparam("at_station"), journal.c.station_seq == bindparam("at_station_seq"))
    .values(
        {name: bindparam(name) for name in ("event", "lpn", "undone", "result", "problem", "content", "received_at")}
    )
)

_DECIDERS = {"supervisor", "support"}

Problem = dict[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one element."""

    result: str
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """What is kept of an element that was taken before."""

    hash: str
    answer: Answer
    bare: bool


@dataclass(slots=True)
class Intake:
    """One batch at work: what was known before it, and what it adds. Nothing is stored before `store`."""

    station: str
    now: datetime
    chain: dict[int, Stored]
    begun: bool
    ids: set[str]
    rmas: dict[str, Data]
    packages: dict[str, Data | None]
    people: dict[str, Data]
    records: list[dict[str, Any]] = field(default_factory=list)
    completed: list[dict[str, Any]] = field(default_factory=list)
    exceptions: list[StateRow] = field(default_factory=list)
    touched: dict[str, None] = field(default_factory=dict)
    undone: set[str] = field(default_factory=set)
    stalled: bool = False

    def refuse_forks(self, elements: list[Element]) -> None:
        """Raise a 409 when an element's place in the chain is taken by another hash."""
        hashes = {seq: stored.hash for seq, stored in self.chain.items()}
        for element in elements:
            seq = element.link.station_seq
            if hashes.setdefault(seq, element.link.hash) != element.link.hash:
                raise ProblemError(
                    409,
                    "station-forked",
                    f"Event {seq} of {self.station} is stored here with another hash: the station was cloned or "
                    "restored. Enrol it anew and send everything again.",
                )

    def take(self, element: Element) -> Answer:
        """Answer one element; the answer is final unless it is `retry`."""
        seq = element.link.station_seq
        stored = None if self.stalled else self.chain.get(seq)
        if stored is not None:
            return self._complete(element) if stored.bare and not element.bare else _repeated(stored.answer)
        expected = self._expected_hash(element)
        if self.stalled or expected is None:
            self.stalled = True
            return Answer("retry", said("out-of-order", f"Send the event before {seq} first; it was never seen."))
        self.begun = True
        answer, kept = self._judge(element, expected)
        self.chain[seq] = Stored(element.link.hash, answer, _is_bare(element, answer))
        self.records.append(self._row(element, answer, kept) | self._place(element) | {"hash": element.link.hash})
        return answer

    def _complete(self, element: Element) -> Answer:
        """Answer an event whose hash has its place already: it is weighed now."""
        # The hash was found in its place, and it covers prev_hash.
        answer, kept = self._judge(element, element.link.prev_hash)
        if element.genuine:
            self.chain[element.link.station_seq] = Stored(element.link.hash, answer, bare=False)
            place = {f"at_{name}": value for name, value in self._place(element).items()}
            self.completed.append(self._row(element, answer, kept) | place)
        return answer

    def store(self, connection: Connection) -> None:
        """Write what the batch added."""
        if self.records:
            connection.execute(insert(journal), self.records)
        if self.completed:
            connection.execute(_COMPLETE, self.completed)
        taken_back = _take_back(connection, self.station, self.undone)
        for lpn in {event.lpn for event in taken_back if event.lpn is not None}:
            self.packages[lpn] = package_from(_events_about(connection, lpn))
            self.touched[lpn] = None
        self.exceptions += [_exception_row(event.event, {}) for event in taken_back if event.result != "applied"]
        packages = [_package_row(lpn, self.packages[lpn]) for lpn in self.touched]
        put(connection, [*packages, *{row.id: row for row in self.exceptions}.values()])

    def _expected_hash(self, element: Element) -> str | None:
        """Give the hash before this element, or None when that is not known."""
        link = element.link
        before = self.chain.get(link.station_seq - 1)
        if before is not None:
            return before.hash
        first = not self.begun and (link.station_seq <= 1 or link.prev_hash == GENESIS)
        return GENESIS if first else None

    def _judge(self, element: Element, expected: str) -> tuple[Answer, Event | None]:
        """Answer an element in its place, and give its event when it is one that has taken its id."""
        event = element.event
        if element.link.prev_hash != expected:
            return _rejected("hash-mismatch", "prev_hash is not the hash of the event before."), None
        if element.bare:
            return Answer("applied"), None
        if event is None:
            return _rejected("malformed", element.fault or ""), None
        if not element.genuine:
            return _rejected("hash-mismatch", "hash is not the hash of this event."), None
        if event.station != self.station:
            return _rejected("wrong-station", f"The event says {event.station}, the batch {self.station}."), None
        if str(event.id) in self.ids:
            return _rejected("id-reuse", f"{event.id} is stored with another content."), None
        self.ids.add(str(event.id))
        return self._weigh(event), event

    def _weigh(self, event: Event) -> Answer:
        try:
            body = body_of(event)
        except KeyError:
            return _rejected("unknown-type", f"This service does not know {event.type} with schema {event.schema_}.")
        except NonsenseError as error:
            if event.type in DECISIONS:
                return _rejected("malformed", str(error))
            return self._exception(event, "malformed", str(error))
        if isinstance(body, ReviewDecided):
            return self._decide(event)
        return self._happened(event, body)

    def _decide(self, event: Event) -> Answer:
        person = self.people.get(event.actor.person or "") if event.actor.kind == "person" else None
        if person is None or not person["active"] or not _DECIDERS & set(person["roles"]):
            return _rejected("not-allowed", "Only an active supervisor may decide a review.")
        return Answer("applied")

    def _happened(self, event: Event, body: BaseModel) -> Answer:
        lpn = event.subject.lpn
        found = None
        before = None if lpn is None else self.packages.get(lpn)
        if isinstance(body, PackageJudged) and body.number is not None:
            found = conflict(body, self.rmas.get(look_up_key(body.number)), before)
        if isinstance(body, ActUndone):
            self.undone |= {str(id_) for id_ in body.events}
        if lpn is not None and (after := package_after(before, event, body)) is not None:
            self.packages[lpn] = after
            self.touched[lpn] = None
        return self._exception(event, *found) if found else Answer("applied")

    def _exception(self, event: Event, type_: str, detail: str) -> Answer:
        data = {
            "rma": event.body.get("number") or event.subject.rma,
            "lpn": event.subject.lpn,
            "type": type_,
            "detail": detail,
        }
        self.exceptions.append(_exception_row(str(event.id), data))
        return Answer("applied-with-exception", said(type_, detail))

    def _place(self, element: Element) -> dict[str, Any]:
        return {"station": self.station, "station_seq": element.link.station_seq}

    def _row(self, element: Element, answer: Answer, kept: Event | None) -> dict[str, Any]:
        return {
            "event": None if kept is None else str(kept.id),
            "lpn": None if kept is None else kept.subject.lpn,
            "undone": False,
            "result": answer.result,
            "problem": None if answer.problem is None else json.dumps(answer.problem),
            "content": element.content,
            "received_at": self.now,
        }


def begin_intake(connection: Connection, station: str, elements: list[Element], now: datetime) -> Intake:
    """Read everything the elements may touch, once for the whole batch."""
    events = [element.event for element in elements if element.event is not None]
    lpns = {event.subject.lpn for event in events if event.subject.lpn is not None}
    numbers = {event.body.get("number") for event in events if event.type == "package.judged"}
    actors = {event.actor.person for event in events if event.type in DECISIONS and event.actor.person}
    return Intake(
        station=station,
        now=now,
        chain=_links(connection, station, elements),
        begun=head_of(connection, station) is not None,
        ids=_known_ids(connection, [event.id for event in events]),
        rmas=rmas_by_key(connection, {look_up_key(number) for number in numbers if isinstance(number, str)}),
        packages={**get(connection, "package", lpns)},
        people=get(connection, "person", actors),
    )


def head_of(connection: Connection, station: str) -> tuple[int, str] | None:
    """Give place and hash of the station's last element."""
    last = select(journal.c.station_seq, journal.c.hash).where(journal.c.station == station)
    row = connection.execute(last.order_by(journal.c.station_seq.desc()).limit(1)).first()
    return None if row is None else (row.station_seq, row.hash)


def _links(connection: Connection, station: str, elements: list[Element]) -> dict[int, Stored]:
    seqs = {element.link.station_seq for element in elements}
    places = seqs | {seq - 1 for seq in seqs}
    bare = (journal.c.content.is_(None) & (journal.c.result == "applied")).label("bare")
    wanted = select(journal.c.station_seq, journal.c.hash, journal.c.result, journal.c.problem, bare).where(
        journal.c.station == station, journal.c.station_seq.in_(places)
    )
    return {row.station_seq: _stored(row) for row in connection.execute(wanted)}


def _stored(row: Row[Any]) -> Stored:
    problem = None if row.problem is None else json.loads(row.problem)
    return Stored(row.hash, Answer(row.result, problem), row.bare)


def _is_bare(element: Element, answer: Answer) -> bool:
    return element.bare and answer.result == "applied"


def _known_ids(connection: Connection, ids: list[UUID]) -> set[str]:
    wanted = select(journal.c.event).where(journal.c.event.in_({str(id_) for id_ in ids}))
    return {id_ for id_ in connection.execute(wanted).scalars() if id_ is not None}


def _events_about(connection: Connection, lpn: str) -> list[Event]:
    about = select(journal.c.hash, journal.c.content).where(journal.c.lpn == lpn, journal.c.undone.is_(False))
    in_order = about.where(journal.c.result != "rejected").order_by(
        journal.c.received_at, journal.c.station, journal.c.station_seq
    )
    rows = connection.execute(in_order)
    return [Event.model_validate(json.loads(row.content) | {"hash": row.hash}) for row in rows]


def _take_back(connection: Connection, station: str, ids: set[str]) -> list[Row[Any]]:
    """Mark the station's own events as undone and give them; an observation that stayed there is not among them."""
    mark = update(journal).where(journal.c.station == station, journal.c.event.in_(ids)).values(undone=True)
    return list(connection.execute(mark.returning(journal.c.event, journal.c.lpn, journal.c.result))) if ids else []


def _exception_row(event: str, data: Data) -> StateRow:
    """State an exception; without data it is one that no longer stands."""
    id_ = f"X-{event}"
    return StateRow("exception", id_, {"id": id_, "event": event} | data, deleted=not data)


def _package_row(lpn: str, package: Data | None) -> StateRow:
    return StateRow("package", lpn, package or {"lpn": lpn}, deleted=package is None)


def _repeated(answer: Answer) -> Answer:
    return Answer("duplicate") if answer.result == "applied" else answer


def _rejected(type_: str, detail: str) -> Answer:
    return Answer("rejected", said(type_, detail))
