"""Taking a batch of a station's elements: one answer each, everything in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy import Connection, Row, bindparam, insert, select, update

from ticket_service.contract.problems import ProblemError, said
from ticket_service.contract.wire import Event
from ticket_service.intake.chain import GENESIS, Element
from ticket_service.intake.decisions import (
    Against,
    against_credit,
    against_exchange,
    against_item_decision,
    against_outcome,
    against_review,
    against_settling,
    alone_long_enough,
    own_work,
)
from ticket_service.intake.event_types import (
    DECISIONS,
    ActUndone,
    NonsenseError,
    PackageJudged,
    PutOff,
    ReviewDecided,
    body_of,
)
from ticket_service.intake.goods import Goods
from ticket_service.intake.history import (
    Authored,
    author_of,
    authors_of,
    events_about,
    events_of_package,
    head_of,
    known_ids,
    take_back,
    things_about,
)
from ticket_service.intake.item_types import (
    EmptyBoxReviewed,
    ExchangeDecided,
    FreightCredited,
    InspectionEnded,
    ItemDecided,
    LineSettled,
)
from ticket_service.intake.packages import Data, conflict, package_after, package_from
from ticket_service.intake.telling import Telling
from ticket_service.intake.unclaimed import against_abandoning, against_agreement, against_identity
from ticket_service.intake.unclaimed_types import PackageIdentified, UnclaimedAbandoned, UnclaimedAgreed
from ticket_service.rules.rma_number import look_up_key
from ticket_service.storage.schema import about, journal
from ticket_service.storage.state import StateRow, get, put, rmas_by_key
from ticket_service.tickets.following import follow

_COMPLETE = (
    update(journal)
    .where(journal.c.station == bindparam("at_station"), journal.c.station_seq == bindparam("at_station_seq"))
    .values(
        {name: bindparam(name) for name in ("event", "lpn", "undone", "result", "problem", "content", "received_at")}
    )
)

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
    """One batch at work: what was known before it, and what it adds, inside the caller's transaction."""

    connection: Connection
    station: str
    now: datetime
    chain: dict[int, Stored]
    begun: bool
    ids: set[str]
    goods: Goods
    packages: dict[str, Data | None]
    telling: Telling
    people: dict[str, Data]
    authors: dict[str, Authored]
    policy: Data
    records: list[dict[str, Any]] = field(default_factory=list)
    completed: list[dict[str, Any]] = field(default_factory=list)
    exceptions: list[StateRow] = field(default_factory=list)
    about: list[dict[str, Any]] = field(default_factory=list)
    touched: dict[str, None] = field(default_factory=dict)
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

    def store(self) -> None:
        """Write what the batch added."""
        self._write_down()
        packages = [_package_row(lpn, self.packages[lpn]) for lpn in self.touched]
        goods = self.goods.rows()
        put(self.connection, [*packages, *goods, *{row.id: row for row in self.exceptions}.values()])
        follow(self.connection, goods, self.now)
        # Putting rows took the lock that orders commits: what is told is numbered in the order in which it is true.
        self.telling.tell()

    def _write_down(self) -> None:
        for statement, rows in (
            (insert(journal), self.records),
            (_COMPLETE, self.completed),
            (insert(about), self.about),
        ):
            if rows:
                self.connection.execute(statement, rows)
                rows.clear()

    def _take_back(self, ids: set[str]) -> None:
        """Take back events, and tell anew from the journal what they were about."""
        self._write_down()
        taken_back = take_back(self.connection, self.station, ids)
        lpns = {event.lpn for event in taken_back if event.lpn is not None}
        for lpn in lpns:
            self.packages[lpn] = package_from(events_of_package(self.connection, lpn))
            self.touched[lpn] = None
        things = things_about(self.connection, self.station, [event.station_seq for event in taken_back])
        self.goods.tell_again(things)
        self.telling.told_again(lpns, things)
        self.exceptions += [_exception_row(event.event, {}) for event in taken_back if event.result != "applied"]

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
        decides = event.type in DECISIONS
        answer = self._decided(event, body) if decides else self._happened(event, body)
        if answer.result != "rejected":
            self._remember(event, body)
            if decides:
                self._package_stands(event, body)
        return answer

    def _decided(self, event: Event, body: BaseModel) -> Answer:
        person = self.people.get(event.actor.person or "") if event.actor.kind == "person" else None
        against: Against | None = None
        match body:
            case ReviewDecided() | EmptyBoxReviewed():
                against = against_review(person)
                if against is None and (own := self._own_work(event, [self.authors.get(body.judged.lower())])):
                    return own
            case PutOff():
                against = against_review(person)
            case ItemDecided():
                against = against_item_decision(event, body, person, self.goods.item(body.item))
                if against is None and (own := self._own_work(event, self._authors_of_item(body))):
                    return own
            case ExchangeDecided():
                against = against_review(person) or self._against_exchange(event, body)
            case LineSettled():
                against = against_review(person)
                against = against or against_settling(event, body, self.goods.rma(body.number), self.policy)
            case PackageIdentified():
                against = against_review(person) or self._against_identity(body)
            case UnclaimedAgreed():
                against = against_review(person) or against_agreement(event, self._package_of(event))
            case UnclaimedAbandoned():
                box = self._package_of(event)
                against = against_review(person) or against_abandoning(event, box, self.policy)
                if against is None and (own := self._own_work(event, [self.authors.get(body.judged.lower())])):
                    return own
            case InspectionEnded():
                against = against_outcome(event, body, person, self.goods.item(body.item))
            case FreightCredited():
                against = against_credit(event, person, body.item, self.goods.item(body.item))
        return _rejected(*against) if against else Answer("applied")

    def _against_identity(self, body: PackageIdentified) -> Against | None:
        rma = self.goods.rma(body.number) if body.number else None
        partner = get(self.connection, "partner", [body.partner]).get(body.partner)
        return against_identity(body, rma, partner)

    def _package_of(self, event: Event) -> Data | None:
        return self.packages.get(event.subject.lpn or "")

    def _against_exchange(self, event: Event, body: ExchangeDecided) -> Against | None:
        for side in body.sides:
            own = own_work(event, self.authors.get(side.judged.lower()))
            found = own or against_exchange(side, self.goods.item(side.item), self.goods.rma(side.number))
            if found is not None:
                return found
        return None

    def _own_work(self, event: Event, authors: Iterable[Authored | None]) -> Answer | None:
        """Refuse a decision on what its person wrote, or flag it where the policy lets a lone supervisor."""
        own = [(found, author) for author in authors if author and (found := own_work(event, author))]
        if not own:
            return None
        if all(alone_long_enough(event, author, self.policy) for _, author in own):
            return self._exception(event, *own[0][0])
        return _rejected(*own[0][0])

    def _authors_of_item(self, body: ItemDecided) -> list[Authored | None]:
        """Give who wrote what is decided on; of an outcome, who tested the item as well."""
        author = self.authors.get(body.judged.lower())
        item = self.goods.item(body.item)
        if author is None or item is None or body.judged != item["decided"]:
            return [author]
        self._write_down()
        tests = [told for told in events_about(self.connection, "item", body.item) if told.type == "inspection.step"]
        return [author, *map(author_of, tests)]

    def _remember(self, event: Event, body: BaseModel) -> None:
        """Let items and shipments be changed by an event, and found by it when it is taken back."""
        place = {"station": self.station, "station_seq": event.station_seq}
        self.about += [{"kind": kind, "id": id_} | place for kind, id_ in self.goods.about(body)]
        self.goods.happened(event, body)
        self.telling.heard(event, body)
        author = author_of(event)
        if author is not None:
            self.authors[str(event.id)] = author

    def _happened(self, event: Event, body: BaseModel) -> Answer:
        lpn = event.subject.lpn
        found = None
        before = None if lpn is None else self.packages.get(lpn)
        if isinstance(body, PackageJudged) and body.number is not None:
            found = conflict(body, self.goods.rma(body.number), before)
        if isinstance(body, ActUndone):
            self._take_back({str(id_) for id_ in body.events})
        self._package_stands(event, body)
        found = found or self.goods.conflict(body)
        return self._exception(event, *found) if found else Answer("applied")

    def _package_stands(self, event: Event, body: BaseModel) -> None:
        """Let an event change the package that it is about."""
        lpn = event.subject.lpn
        before = None if lpn is None else self.packages.get(lpn)
        after = package_after(before, event, body)
        if lpn is not None and after is not None and after is not before:
            self.packages[lpn] = after
            self.touched[lpn] = None

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
    """Read what the elements may touch: at once for the whole batch, but items and shipments when they come up."""
    events = [element.event for element in elements if element.event is not None]
    lpns = {event.subject.lpn for event in events if event.subject.lpn is not None}
    numbers = [event.body.get("number") for event in events if event.type == "package.judged"]
    keys = {look_up_key(number) for number in numbers if isinstance(number, str)}
    decided = [event for event in events if event.type in DECISIONS]
    judged = {str(said.get("judged", "")).lower() for event in decided for said in _judgements(event.body)}
    goods = Goods(connection, now, {**dict.fromkeys(keys), **rmas_by_key(connection, keys)})
    packages: dict[str, Data | None] = {**get(connection, "package", lpns)}
    return Intake(
        connection=connection,
        station=station,
        now=now,
        chain=_links(connection, station, elements),
        begun=head_of(connection, station) is not None,
        ids=known_ids(connection, [event.id for event in events]),
        goods=goods,
        packages=packages,
        telling=Telling(connection, now, goods, packages),
        people=get(connection, "person", {event.actor.person for event in decided if event.actor.person}),
        authors=authors_of(connection, judged) if judged else {},
        policy=get(connection, "policy", ["site"]).get("site", {}) if decided else {},
    )


def _judgements(body: dict[str, Any]) -> list[dict[str, Any]]:
    """Give what in a decision's body may name the verdict that was decided on."""
    sides = body.get("sides")
    return [body, *(side for side in sides if isinstance(side, dict))] if isinstance(sides, list) else [body]


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
