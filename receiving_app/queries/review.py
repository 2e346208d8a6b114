"""What the review screen asks: the verdicts that wait for a person, and a package's story."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, or_, select

from receiving_app.domain.cases import REVIEW_LIST, Case, PackageCase, Wanted, by_urgency
from receiving_app.domain.events import EVENT_TYPES, TYPE_OF_BODY, Body, ClipKept, LabelRead, Nature, ReadingRecorded
from receiving_app.domain.exchange_cases import EmptyBoxCase, ExchangeCase
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.money import Prices
from receiving_app.domain.package import Package
from receiving_app.domain.roles import Role
from receiving_app.domain.sending import Goes, Sending
from receiving_app.domain.verdict import Decision
from receiving_app.queries.answers import TimelineEntry
from receiving_app.queries.claims import unclaimed_cases
from receiving_app.queries.exchanges import empty_boxes, exchange_cases
from receiving_app.queries.incomplete import incomplete_cases
from receiving_app.queries.item_cases import item_cases
from receiving_app.storage import journal, packages, remembered, service_data, sync_state
from receiving_app.storage.forms import from_json
from receiving_app.storage.journal import Delivery
from receiving_app.storage.schema import events, verdicts
from receiving_app.storage.schema import packages as packages_table
from receiving_app.storage.store import Store

_ON_ITS_WAY = (events.c.delivery, events.c.attempts, events.c.next_attempt_at, events.c.undone)
_DECISIONS = frozenset(each.body for each in EVENT_TYPES if each.nature is Nature.DECISION)
#: Each type's newest event is asked for through the index: the types' history is not read.
_NEWEST_DECISION = select(
    func.max(
        *(
            func.coalesce(select(func.max(events.c.seq)).where(events.c.type == each.name).scalar_subquery(), 0)
            for each in EVENT_TYPES
            if each.nature is Nature.DECISION
        )
    )
)


def cases(store: Store, now: datetime) -> tuple[Case, ...]:
    """Give everything that waits for a supervisor, the most urgent first."""
    everything: tuple[Case, ...] = (
        *package_cases(store),
        *item_cases(store),
        *empty_boxes(store),
        *exchange_cases(store),
        *incomplete_cases(store, now),
        *unclaimed_cases(store, now),
    )
    return by_urgency(everything, local_day(store, now))


def local_day(store: Store, now: datetime) -> date:
    """Give the day it is at the site."""
    with store.reading() as connection:
        return service_data.current_policy(connection).calendar.local(now).date()


def supervisors(store: Store) -> tuple[tuple[str, str], ...]:
    """Give id and name of everybody who may decide."""
    with store.reading() as connection:
        people = service_data.active_people(connection)
    return tuple((person.id, person.name) for person in people if Role.SUPERVISOR in person.roles)


def prices(store: Store) -> Prices:
    """Give what one device of each model is worth, where the service says it."""
    with store.reading() as connection:
        return service_data.prices(connection)


def told_up_to(store: Store) -> str:
    """Name the newest of what the ticket service has told: while it is the same, nothing came from elsewhere."""
    with store.reading() as connection:
        return sync_state.get(connection).cursor


def remembered_list(store: Store) -> Wanted:
    """Give which cases the list left when the station was last used."""
    with store.reading() as connection:
        return remembered.get(connection, REVIEW_LIST, Wanted())


def story(store: Store, case: Case) -> tuple[TimelineEntry, ...]:
    """Tell the story of what a case is about, oldest first."""
    if isinstance(case, ExchangeCase):
        ids = [side.stray.item for side in case.exchange.sides]
        return told(store, or_(events.c.item.in_(ids), events.c.with_item.in_(ids)))
    if isinstance(case, ItemCase):
        return told(store, or_(events.c.item == case.item.id, events.c.with_item == case.item.id))
    return timeline(store, case.head.thing)


def films(store: Store, case: Case) -> tuple[ClipKept, ...]:
    """Give the films that were kept of a case's package, the oldest first; that one is gone by now it doesn't say."""
    match case:
        case PackageCase() | EmptyBoxCase():
            lpn = case.package.lpn
        case ItemCase():
            lpn = case.item.lpn
        case _:
            return ()
    kept = (events.c.lpn == lpn, events.c.type == TYPE_OF_BODY[ClipKept].name, events.c.undone.is_(False))
    with store.reading() as connection:
        rows = connection.execute(select(events.c.payload).where(*kept).order_by(events.c.seq))
        bodies = [journal.read_event(row.payload).body for row in rows]
    return tuple(body for body in bodies if isinstance(body, ClipKept))


def package(store: Store, lpn: str) -> Package | None:
    """Give a package as it stands."""
    with store.reading() as connection:
        return packages.get(connection, lpn)


def package_cases(store: Store) -> tuple[PackageCase, ...]:
    """Give the verdicts on packages that nobody has decided, the package first that came first."""
    undecided = (verdicts.c.reviewed.is_(False), verdicts.c.decision != Decision.ACCEPT.value)
    query = (
        select(packages_table.c.state, verdicts.c.rma_key)
        .join_from(verdicts, packages_table, packages_table.c.lpn == verdicts.c.lpn)
        .where(*undecided)
        .order_by(packages_table.c.number, verdicts.c.judged_at)
    )
    with store.reading() as connection:
        rows = connection.execute(query).all()
    read = ((from_json(Package, state), key) for state, key in rows)
    found = ((package, package.judgement(key)) for package, key in read)
    return tuple(PackageCase(package, judgement) for package, judgement in found if judgement is not None)


def timeline(store: Store, lpn: str) -> tuple[TimelineEntry, ...]:
    """Tell a package's story, oldest first, what was taken back included."""
    return told(store, events.c.lpn == lpn)


def told(store: Store, which: ColumnElement[bool]) -> tuple[TimelineEntry, ...]:
    """Tell the events for which this is true, oldest first."""
    query = select(events.c.payload, *_ON_ITS_WAY).where(which).order_by(events.c.seq)
    with store.reading() as connection:
        story = [(journal.read_event(payload), way) for payload, *way in connection.execute(query)]
    return tuple(
        TimelineEntry(
            event.occurred_at,
            event.actor,
            TYPE_OF_BODY[type(event.body)].name,
            event.subject,
            said_of(event.body),
            getattr(event.body, "history", None),
            _goes(*way) if type(event.body) in _DECISIONS else None,
        )
        for event, way in story
    )


def newest_decision(store: Store) -> int | None:
    """Give the number of the decision that was written down last, whether or not it still holds."""
    with store.reading() as connection:
        return connection.execute(_NEWEST_DECISION).scalar()


def goes(store: Store, seq: int) -> Goes:
    """Tell how far a decision is on its way, by its number."""
    with store.reading() as connection:
        return _goes(*connection.execute(select(*_ON_ITS_WAY).where(events.c.seq == seq)).one())


def _goes(delivery: str, attempts: int, next_attempt_at: str | None, undone: bool) -> Goes:
    match Delivery(delivery):
        case Delivery.REJECTED:
            return Goes(Sending.REFUSED)
        case Delivery.WITHDRAWN:
            return Goes(Sending.TAKEN_BACK)
        case Delivery.WAITING if next_attempt_at is not None and not attempts:
            return Goes(Sending.HELD, datetime.fromisoformat(next_attempt_at))
        case Delivery.WAITING | Delivery.LOCAL:
            return Goes(Sending.WAITING)
        case Delivery.APPLIED:
            return Goes(Sending.TAKEN_BACK if undone else Sending.SENT)


def readings(store: Store, package: Package) -> tuple[ReadingRecorded, ...]:
    """Give the raw readings behind what stands on a package's label."""
    with store.reading() as connection:
        ids = [
            event.body.reading
            for event in journal.of_package(connection, package.lpn)
            if isinstance(event.body, LabelRead)
        ]
        rows = connection.execute(select(events.c.payload).where(events.c.id.in_(ids)).order_by(events.c.seq))
        bodies = [journal.read_event(row.payload).body for row in rows]
    return tuple(body for body in bodies if isinstance(body, ReadingRecorded))


def said_of(body: Body) -> tuple[tuple[str, str], ...]:
    """Give a body's plain fields; a verdict's trace and a test's steps have a place of their own on the screen."""
    left_out = {"trace", "facts", "template", "disposition", "identity", "consent", "history"}
    return tuple(
        (field.name, str(getattr(body, field.name)))
        for field in fields(body)
        if field.name not in left_out and getattr(body, field.name) not in (None, "", ())
    )
