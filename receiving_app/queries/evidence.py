"""Everything that the station knows of one case, for whoever must prove what was decided and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from receiving_app.domain.authorization import Rma
from receiving_app.domain.events import (
    ActUndone,
    ArrivalStamped,
    CasePutOff,
    ClipKept,
    Event,
    LabelRead,
    PackageArrived,
    ReadingRecorded,
    ReviewPutOff,
)
from receiving_app.domain.expected import ExpectedLine
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import PhotoTaken, StepDone
from receiving_app.domain.package import Judgement, Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.rma_number import number_key
from receiving_app.domain.unclaimed_events import PackageClue
from receiving_app.storage import countersigned, items, journal, packages, service_data, shipments
from receiving_app.storage.expected import lines_of_rma
from receiving_app.storage.journal_proof import station_of
from receiving_app.storage.schema import events
from receiving_app.storage.store import Store
from receiving_app.storage.verify_journal import Countersignature

#: These tell of an RMA as a whole.
_OF_AN_RMA = ("line.settled", "case.put-off")


class Shows(StrEnum):
    """What a photo shows."""

    LABEL = "label"
    CARTON = "carton"
    DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Filed:
    """One event of the case with its hash and bytes; `undone`: it was taken back, or refused by the service."""

    event: Event
    hash: str
    payload: bytes
    undone: bool


@dataclass(frozen=True, slots=True)
class Shot:
    """One photo of the case, named by its SHA-256 (hex); `thing` is the plate or the item's label."""

    photo: str
    shows: Shows
    thing: str
    taken_at: datetime
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A case as it stands, as it came about, and under which policies; `names` are people's by their ids.

    `thing` is what it was asked for by. `rma` is the RMA that it is about as a whole, where it is about one;
    `awaited` are its lines that never came, and `packages` and `items` what did.
    """

    thing: str
    station: str
    packages: tuple[Package, ...]
    items: tuple[Item, ...]
    story: tuple[Filed, ...]
    shots: tuple[Shot, ...]
    clips: tuple[ClipKept, ...]
    names: Mapping[str, str]
    policies: Mapping[int, Policy]
    policy: Policy
    signed: tuple[Countersignature, ...]
    rma: Rma | None = None
    awaited: tuple[ExpectedLine, ...] = ()

    def policy_of(self, version: int) -> Policy:
        """Give the policy that a verdict was given under, or today's where it is no longer known."""
        return self.policies.get(version, self.policy)

    @property
    def judgements(self) -> tuple[tuple[Package, Judgement], ...]:
        """Every verdict on a package of the case, with its package."""
        return tuple((package, judgement) for package in self.packages for judgement in package.judgements)


@dataclass(frozen=True, slots=True)
class _Things:
    """What a case is about."""

    packages: tuple[Package, ...]
    items: tuple[Item, ...]
    rma_key: str = ""


def dossier(store: Store, thing: str) -> Dossier | None:
    """Give the case of a package, an item, crossed boxes or an RMA; None where there is none.

    `thing` is a plate, an item's label, the labels of both devices joined by a plus sign, or an RMA's number. An item
    brings the package that it came in, where that is here.
    """
    with store.reading() as connection:
        things = _things(connection, thing)
        rma = service_data.rma(connection, things.rma_key) if things.rma_key else None
        if not things.packages and not things.items and rma is None:
            return None
        story = _story(connection, things)
        versions = {each.verdict.policy_version for package in things.packages for each in package.judgements}
        versions |= {each.judgement.verdict.policy_version for each in things.items if each.judgement}
        policies = {version: service_data.policy_version(connection, version) for version in versions}
        return Dossier(
            thing=thing,
            station=station_of(connection),
            packages=things.packages,
            items=things.items,
            story=story,
            shots=tuple(_shots(story)),
            clips=tuple(filed.event.body for filed in story if isinstance(filed.event.body, ClipKept)),
            names=_names(connection, story),
            policies={version: policy for version, policy in policies.items() if policy is not None},
            policy=service_data.current_policy(connection),
            signed=countersigned.kept(connection),
            rma=rma,
            awaited=tuple(each for each in lines_of_rma(connection, things.rma_key) if each.awaited) if rma else (),
        )


def _things(connection: Connection, thing: str) -> _Things:
    """Find what a case is about."""
    devices = [items.get(connection, label) for label in thing.split("+")]
    if any(devices):
        found = tuple(item for item in devices if item is not None)
        boxes = tuple(packages.those(connection, list(dict.fromkeys(item.lpn for item in found))).values())
        # Of one device's box all is told: what else was in it may decide about the device.
        together = items.of_package(connection, found[0].lpn) if len(found) == 1 and boxes else found
        return _Things(boxes, together)
    package = packages.get(connection, thing)
    if package is not None:
        return _Things((package,), items.of_package(connection, thing))
    key = number_key(thing)
    came = tuple(
        box
        for sibling in packages.siblings(connection, key, "")
        if (box := packages.get(connection, sibling.lpn)) is not None
    )
    return _Things(came, items.of_rma(connection, key), key)


def _story(connection: Connection, things: _Things) -> tuple[Filed, ...]:
    """Give the events about the case's things, with the readings and the truck behind them."""
    labels, lpns = [each.id for each in things.items], [each.lpn for each in things.packages]
    sent = {shipments.of_thing(connection, thing) for thing in (*lpns, *labels)}
    about: list[ColumnElement[bool]] = [events.c.item.in_(labels), events.c.with_item.in_(labels)]
    about.append(and_(events.c.lpn.in_(lpns), or_(events.c.item.is_(None), events.c.item.in_(labels))))
    about.append(events.c.shipment.in_([shipment.id for shipment in sent if shipment]))
    if things.rma_key:
        about.append(and_(events.c.type.in_(_OF_AN_RMA), events.c.rma_key == things.rma_key))
    found = {filed.event.id: filed for filed in _filed(connection, or_(*about))}
    return tuple(sorted((found | _behind(connection, found)).values(), key=lambda filed: filed.event.seq))


def _behind(connection: Connection, found: Mapping[str, Filed]) -> dict[str, Filed]:
    """Give what stands behind events: raw readings, the truck, and what took some of them back."""
    first = min((filed.event.seq for filed in found.values()), default=0)
    bodies = [filed.event.body for filed in found.values()]
    readings = [body.reading for body in bodies if isinstance(body, LabelRead | PackageClue)]
    trucks = {body.arrival for body in bodies if isinstance(body, PackageArrived)} - {None}
    more = [*_filed(connection, events.c.id.in_(readings))]
    if trucks:
        stamped = _filed(connection, events.c.type == "arrival.stamped")
        more += [
            each
            for each in stamped
            if isinstance(each.event.body, ArrivalStamped) and each.event.body.arrival in trucks
        ]
    for each in _filed(connection, (events.c.type == "act.undone") & (events.c.seq > first)):
        if isinstance(each.event.body, ActUndone) and not found.keys().isdisjoint(each.event.body.events):
            more.append(each)
    return {filed.event.id: filed for filed in more}


def _filed(connection: Connection, which: ColumnElement[bool]) -> Iterator[Filed]:
    query = select(events.c.payload, events.c.hash, events.c.undone).where(which).order_by(events.c.seq)
    for row in connection.execute(query):
        yield Filed(journal.read_event(row.payload), row.hash, row.payload, row.undone)


def _shots(story: Iterable[Filed]) -> Iterator[Shot]:
    seen: set[str] = set()
    for filed in story:
        shot = None if filed.undone else _shot(filed.event)
        if shot is not None and shot.photo not in seen:
            seen.add(shot.photo)
            yield shot


def _shot(event: Event) -> Shot | None:
    body: Any = event.body
    lpn = event.subject.lpn or ""
    match body:
        case LabelRead() | ReadingRecorded() if body.photo is not None:
            return Shot(body.photo, Shows.LABEL, lpn, event.occurred_at)
        case PhotoTaken():
            shows = Shows.DEVICE if body.item else Shows.CARTON
            return Shot(body.photo, shows, body.item or lpn, body.taken_at, body.caption)
        case StepDone() if body.photo is not None:
            return Shot(body.photo, Shows.DEVICE, body.item, event.occurred_at, body.note)
        case _:
            return None


def _names(connection: Connection, story: Iterable[Filed]) -> dict[str, str]:
    ids = {filed.event.actor.person for filed in story}
    ids |= {filed.event.body.to for filed in story if isinstance(filed.event.body, ReviewPutOff | CasePutOff)} - {None}
    found = {id_: service_data.person(connection, id_) for id_ in ids if id_ is not None}
    return {id_: person.name for id_, person in found.items() if person is not None}
