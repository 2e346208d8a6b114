"""Everything that the station knows of one package, for whoever must prove what was decided and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from receiving_app.domain.events import (
    ActUndone,
    ArrivalStamped,
    ClipKept,
    Event,
    LabelRead,
    PackageArrived,
    ReadingRecorded,
)
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import PhotoTaken, StepDone
from receiving_app.domain.package import Package
from receiving_app.domain.policy import Policy
from receiving_app.storage import countersigned, items, journal, packages, service_data, shipments
from receiving_app.storage.journal_proof import station_of
from receiving_app.storage.schema import events
from receiving_app.storage.store import Store
from receiving_app.storage.verify_journal import Countersignature


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
    """A package's case: as it stands, as it came about, and under which policies; `names` are people's by their ids."""

    station: str
    package: Package
    items: tuple[Item, ...]
    story: tuple[Filed, ...]
    shots: tuple[Shot, ...]
    clips: tuple[ClipKept, ...]
    names: Mapping[str, str]
    policies: Mapping[int, Policy]
    policy: Policy
    signed: tuple[Countersignature, ...]

    def policy_of(self, version: int) -> Policy:
        """Give the policy that a verdict was given under, or today's where it is no longer known."""
        return self.policies.get(version, self.policy)


def dossier(store: Store, thing: str) -> Dossier | None:
    """Give the case of a package by its plate, or of the package that an item came in; None where there is none."""
    with store.reading() as connection:
        item = items.get(connection, thing)
        package = packages.get(connection, item.lpn if item else thing)
        if package is None:
            return None
        devices = items.of_package(connection, package.lpn)
        story = _story(connection, package, devices)
        versions = {each.verdict.policy_version for each in package.judgements}
        versions |= {each.judgement.verdict.policy_version for each in devices if each.judgement}
        policies = {version: service_data.policy_version(connection, version) for version in versions}
        return Dossier(
            station=station_of(connection),
            package=package,
            items=devices,
            story=story,
            shots=tuple(_shots(package, story)),
            clips=tuple(filed.event.body for filed in story if isinstance(filed.event.body, ClipKept)),
            names=_names(connection, story),
            policies={version: policy for version, policy in policies.items() if policy is not None},
            policy=service_data.current_policy(connection),
            signed=countersigned.kept(connection),
        )


def _story(connection: Connection, package: Package, devices: Iterable[Item]) -> tuple[Filed, ...]:
    """Give the events about the package and what was in it, with the readings and the truck behind them."""
    labels = [each.id for each in devices]
    sent = {shipments.of_thing(connection, thing) for thing in (package.lpn, *labels)}
    about = [events.c.lpn == package.lpn, events.c.item.in_(labels), events.c.with_item.in_(labels)]
    about.append(events.c.shipment.in_([shipment.id for shipment in sent if shipment]))
    found = {filed.event.id: filed for filed in _filed(connection, or_(*about))}
    first = min((filed.event.seq for filed in found.values()), default=0)
    bodies = [filed.event.body for filed in found.values()]
    readings = [body.reading for body in bodies if isinstance(body, LabelRead)]
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
    found |= {filed.event.id: filed for filed in more}
    return tuple(sorted(found.values(), key=lambda filed: filed.event.seq))


def _filed(connection: Connection, which: ColumnElement[bool]) -> Iterator[Filed]:
    query = select(events.c.payload, events.c.hash, events.c.undone).where(which).order_by(events.c.seq)
    for row in connection.execute(query):
        yield Filed(journal.read_event(row.payload), row.hash, row.payload, row.undone)


def _shots(package: Package, story: Iterable[Filed]) -> Iterator[Shot]:
    seen: set[str] = set()
    for filed in story:
        shot = None if filed.undone else _shot(package.lpn, filed.event)
        if shot is not None and shot.photo not in seen:
            seen.add(shot.photo)
            yield shot


def _shot(lpn: str, event: Event) -> Shot | None:
    body: Any = event.body
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
    ids = {filed.event.actor.person for filed in story} - {None}
    found = {id_: service_data.person(connection, id_) for id_ in ids if id_ is not None}
    return {id_: person.name for id_, person in found.items() if person is not None}
