"""The station's copy of what the ticket service said: written from its answers alone, looked up at every scan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, bindparam, delete, func, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert

from receiving_app.domain.authorization import Address, Part, Rma, RmaState, serial_key
from receiving_app.domain.inspection import TestTemplate
from receiving_app.domain.label_facts import Sibling
from receiving_app.domain.label_reading import Found, Interpretation
from receiving_app.domain.money import Money
from receiving_app.domain.policy import Policy
from receiving_app.domain.rma_number import number_key
from receiving_app.domain.roles import Role
from receiving_app.domain.verdict import Decision
from receiving_app.storage import search_index
from receiving_app.storage.forms import from_json, to_json
from receiving_app.storage.rma_rows import RmaRow, rma_row
from receiving_app.storage.schema import (
    models,
    other_items,
    other_packages,
    partners,
    people,
    policies,
    rma_serials,
    rma_trackings,
    rmas,
    settled_lines,
)

#: SQLite takes 32,766 values a statement; a chunk of keys stays far below.
_CHUNK = 500


def _open_with(column: Column[str], rma_key: Column[str]) -> Select[str]:
    """Ask for the open RMAs on which a serial or tracking number stands."""
    return (
        select(rmas.c.number)
        .join_from(column.table, rmas, rmas.c.rma_key == rma_key)
        .where(column == bindparam("value"), rmas.c.state == RmaState.OPEN.value)
        .order_by(rmas.c.number)
    )


# Rows by the hundred go to the driver as they are: making a dictionary of each takes longer than storing it.
_INSERT_RMA, _INSERT_SERIAL, _INSERT_TRACKING = (
    str(insert(table).compile(dialect=sqlite.dialect())) for table in (rmas, rma_serials, rma_trackings)
)
# What every scan asks is built once: building a statement takes longer than SQLite takes to answer it.
_KNOWN = select(rmas.c.rma_key, rmas.c.number).where(rmas.c.rma_key.in_(bindparam("keys", expanding=True)))
_LISTING = _open_with(rma_serials.c.serial, rma_serials.c.rma_key).with_only_columns(rmas.c.rma_key, rmas.c.number)
_WITH_SERIAL = _open_with(rma_serials.c.serial, rma_serials.c.rma_key)
_WITH_TRACKING = _open_with(rma_trackings.c.tracking, rma_trackings.c.rma_key)
_RMA = (
    select(rmas.c.body, partners.c.name)
    .select_from(rmas.outerjoin(partners, partners.c.id == rmas.c.partner))
    .where(rmas.c.rma_key == bindparam("key"))
)
_RMAS = (
    select(rmas.c.rma_key, rmas.c.body, partners.c.name)
    .select_from(rmas.outerjoin(partners, partners.c.id == rmas.c.partner))
    .where(rmas.c.rma_key.in_(bindparam("keys", expanding=True)))
)
_OTHER_SIBLINGS = select(other_packages).where(other_packages.c.rma_key == bindparam("key"))
_CURRENT_POLICY = select(policies.c.body).order_by(policies.c.version.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class Partner:
    """The reseller or distributor that holds the account."""

    id: str
    rev: int
    name: str
    addresses: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """A product model with its parts, and the newest template of its tests and what one is worth where that is told."""

    id: str
    rev: int
    name: str
    parts: tuple[Part, ...] = ()
    template: TestTemplate | None = None
    value: Money | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works at the site; `pin_argon2` is the argon2id hash of their PIN."""

    id: str
    rev: int
    name: str
    roles: tuple[Role, ...]
    badge_sha256: str | None = None
    active: bool = True
    pin_argon2: str | None = None


@dataclass(frozen=True, slots=True)
class OtherPackage:
    """A package that another station reported, for one RMA number."""

    lpn: str
    rma_number: str
    rev: int
    station: str
    decision: Decision
    received_at: datetime


def put_rmas(connection: Connection, rows: Sequence[Rma]) -> None:
    """Take RMAs as the service states them; an older `rev` than the stored one changes nothing."""
    put_rma_rows(connection, [rma_row(rma) for rma in rows])


def put_rma_rows(connection: Connection, rows: Iterable[RmaRow]) -> None:
    """Take RMAs that were built for storing; only a higher `rev` than the stored one changes anything."""
    keyed = {row.rma_key: row for row in rows}
    standing = _revs(connection, rmas.c.rma_key, rmas.c.rev, keyed)
    newer = [row for row in keyed.values() if row.rev > standing.get(row.rma_key, -1)]
    # Nothing hangs on a number that is new here, and the first pull brings no other.
    for chunk in _chunks([row.rma_key for row in newer if row.rma_key in standing]):
        for table in (rmas, rma_serials, rma_trackings):
            connection.execute(delete(table).where(table.c.rma_key.in_(chunk)))
    _insert(connection, _INSERT_RMA, [_values(row) for row in newer])
    _insert(connection, _INSERT_SERIAL, [(serial, row.rma_key) for row in newer for serial in row.serials])
    _insert(connection, _INSERT_TRACKING, [(tracking, row.rma_key) for row in newer for tracking in row.trackings])
    search_index.put(connection, {row.rma_key: row.text for row in newer if row.rma_key in standing})
    search_index.add(connection, {row.rma_key: row.text for row in newer if row.rma_key not in standing})


def put_partners(connection: Connection, rows: Sequence[Partner]) -> None:
    """Take partners as the service states them."""
    _upsert(connection, partners, [{"id": p.id, "rev": p.rev, "name": p.name, "body": to_json(p)} for p in rows])


def put_models(connection: Connection, rows: Sequence[Model]) -> None:
    """Take product models as the service states them."""
    _upsert(connection, models, [{"id": m.id, "rev": m.rev, "body": to_json(m)} for m in rows])


def put_people(connection: Connection, rows: Sequence[Person]) -> None:
    """Take people as the service states them."""
    values = [{"id": p.id, "rev": p.rev, "badge_sha256": p.badge_sha256, "body": to_json(p)} for p in rows]
    _upsert(connection, people, values)


def put_policy(connection: Connection, policy: Policy, rev: int) -> None:
    """Take a version of the policy; earlier versions stay, for the verdicts given under them."""
    _upsert(connection, policies, [{"version": policy.version, "rev": rev, "body": to_json(policy)}])


def put_other_packages(connection: Connection, rows: Sequence[OtherPackage]) -> None:
    """Take what other stations reported of their packages; a package's rows are replaced whole by a higher `rev`."""
    standing = _revs(connection, other_packages.c.lpn, other_packages.c.rev, {row.lpn for row in rows})
    rows = [row for row in rows if row.rev > standing.get(row.lpn, -1)]
    for chunk in _chunks(sorted({row.lpn for row in rows})):
        connection.execute(delete(other_packages).where(other_packages.c.lpn.in_(chunk)))
    values = [
        {
            "lpn": row.lpn,
            "rma_key": number_key(row.rma_number),
            "station": row.station,
            "rev": row.rev,
            "verdict": row.decision.value,
            "received_at": row.received_at.isoformat(),
        }
        for row in rows
    ]
    _upsert(connection, other_packages, values)


def remove(connection: Connection, gone: Iterable[tuple[str, str]]) -> None:
    """Drop what the service has deleted, given as (kind, id)."""
    for kind, row_id in gone:
        for table, column in _REMOVED_FROM.get(kind, ()):
            key = number_key(row_id) if column == "rma_key" else row_id
            connection.execute(delete(table).where(table.c[column] == key))
        if kind == "rma":
            search_index.remove(connection, [number_key(row_id)])


def clear(connection: Connection) -> None:
    """Forget all that the service said, but the policies under which verdicts were given."""
    for table in (
        rmas,
        rma_serials,
        rma_trackings,
        partners,
        models,
        people,
        other_packages,
        other_items,
        settled_lines,
    ):
        connection.execute(delete(table))
    search_index.clear(connection)


def rma(connection: Connection, key: str) -> Rma | None:
    """Give an RMA by its key, with its partner's name."""
    row = connection.execute(_RMA, {"key": key}).first()
    return _named(row.body, row.name) if row is not None else None


def rmas_with(connection: Connection, keys: Sequence[str]) -> dict[str, Rma]:
    """Give RMAs by their keys, in the keys' order, with their partners' names; those that are gone are left out."""
    rows = {row.rma_key: row for row in connection.execute(_RMAS, {"keys": list(keys)})} if keys else {}
    return {key: _named(rows[key].body, rows[key].name) for key in keys if key in rows}


def _named(body: str, partner_name: str | None) -> Rma:
    found = from_json(Rma, body)
    return replace(found, partner_name=partner_name or found.partner)


def find(connection: Connection, meant: Interpretation) -> Found:
    """Look up everything that a reading could mean."""
    keys = [candidate.key for candidate in meant.numbers]
    known = connection.execute(_KNOWN, {"keys": keys}) if keys else ()
    return Found(
        numbers=tuple((row.rma_key, row.number) for row in known),
        serial_rmas=_open_rmas(connection, _WITH_SERIAL, meant.serial),
        tracking_rmas=_open_rmas(connection, _WITH_TRACKING, meant.tracking),
    )


def open_numbers(connection: Connection, keys: Iterable[str]) -> tuple[str, ...]:
    """Give the numbers of those RMAs among `keys` that are open."""
    query = select(rmas.c.number).where(rmas.c.rma_key.in_(list(keys)), rmas.c.state == RmaState.OPEN.value)
    return tuple(sorted(row.number for row in connection.execute(query)))


def rmas_listing(connection: Connection, serial: str) -> tuple[Rma, ...]:
    """Give the open RMAs that list a serial number."""
    found = (rma(connection, key) for key in connection.execute(_LISTING, {"value": serial_key(serial)}).scalars())
    return tuple(each for each in found if each is not None)


def listing(connection: Connection, serial: str) -> tuple[tuple[str, str], ...]:
    """Give key and number of the open RMAs that list a serial number."""
    rows = connection.execute(_LISTING, {"value": serial_key(serial)}) if serial else ()
    return tuple((row.rma_key, row.number) for row in rows)


def open_with_serial(connection: Connection, serial: str) -> tuple[str, ...]:
    """Give the numbers of the open RMAs that list a serial number."""
    return _open_rmas(connection, _WITH_SERIAL, serial_key(serial))


def other_siblings(connection: Connection, key: str, before: datetime) -> tuple[Sibling, ...]:
    """Give the packages of an RMA that other stations received before a moment."""
    siblings = (
        Sibling(row.lpn, Decision(row.verdict), datetime.fromisoformat(row.received_at))
        for row in connection.execute(_OTHER_SIBLINGS, {"key": key})
    )
    return tuple(sibling for sibling in siblings if sibling.received_at < before)


def station_of(connection: Connection, lpn: str) -> str | None:
    """Tell which other station received a package."""
    query = select(other_packages.c.station).where(other_packages.c.lpn == lpn).limit(1)
    return connection.execute(query).scalar()


def current_policy(connection: Connection) -> Policy:
    """Give the newest policy; the defaults where the service hasn't told one yet."""
    body = connection.execute(_CURRENT_POLICY).scalar()
    return from_json(Policy, body) if body else Policy()


def policy_version(connection: Connection, version: int) -> Policy | None:
    """Give the policy under which an old verdict was given; version 0 are the defaults."""
    if version == 0:
        return Policy()
    body = connection.execute(select(policies.c.body).where(policies.c.version == version)).scalar()
    return from_json(Policy, body) if body else None


def person_with_badge(connection: Connection, badge_sha256: str) -> Person | None:
    """Give the active person who carries a badge."""
    bodies = connection.execute(select(people.c.body).where(people.c.badge_sha256 == badge_sha256)).scalars()
    carriers = (from_json(Person, body) for body in bodies)
    return next((carrier for carrier in carriers if carrier.active), None)


def active_people(connection: Connection) -> tuple[Person, ...]:
    """Give everybody who works at the site, by name."""
    everybody = (from_json(Person, body) for body in connection.execute(select(people.c.body)).scalars())
    return tuple(sorted((each for each in everybody if each.active), key=lambda each: each.name.casefold()))


def person(connection: Connection, person_id: str) -> Person | None:
    """Give a person by id."""
    body = connection.execute(select(people.c.body).where(people.c.id == person_id)).scalar()
    return from_json(Person, body) if body else None


def person_named(connection: Connection, text: str) -> Person | None:
    """Give the active person with this id or name; None where two people share the name."""
    wanted = " ".join(text.split()).casefold()
    everyone = [from_json(Person, body) for body in connection.execute(select(people.c.body)).scalars()]
    active = [each for each in everyone if each.active]
    by_id = [each for each in active if each.id.casefold() == wanted]
    meant = by_id or [each for each in active if " ".join(each.name.split()).casefold() == wanted]
    return meant[0] if len(meant) == 1 else None


def partners_named(connection: Connection, text: str) -> tuple[str, ...]:
    """Give the ids of the partners that have a text in their name, however its letters are written."""
    wanted = " ".join(text.split()).casefold()
    rows = connection.execute(select(partners.c.id, partners.c.name).order_by(partners.c.name))
    return tuple(row.id for row in rows if wanted in " ".join(row.name.split()).casefold())


def every_partner(connection: Connection) -> tuple[Partner, ...]:
    """Give all partners, by name."""
    bodies = connection.execute(select(partners.c.body).order_by(partners.c.name)).scalars()
    return tuple(from_json(Partner, body) for body in bodies)


def partner(connection: Connection, partner_id: str) -> Partner | None:
    """Give a partner by id."""
    body = connection.execute(select(partners.c.body).where(partners.c.id == partner_id)).scalar()
    return from_json(Partner, body) if body else None


def model(connection: Connection, model_id: str) -> Model | None:
    """Give a product model by id."""
    body = connection.execute(select(models.c.body).where(models.c.id == model_id)).scalar()
    return from_json(Model, body) if body else None


def prices(connection: Connection) -> dict[str, Money]:
    """Give what one device is worth, by the models of which the service says it."""
    known = (from_json(Model, body) for body in connection.execute(select(models.c.body)).scalars())
    return {model.id: model.value for model in known if model.value is not None}


def count_rmas(connection: Connection) -> int:
    """Count the RMAs that the station holds."""
    return int(connection.execute(select(func.count()).select_from(rmas)).scalar_one())


_REMOVED_FROM: dict[str, tuple[tuple[Table, str], ...]] = {
    "rma": ((rmas, "rma_key"), (rma_serials, "rma_key"), (rma_trackings, "rma_key")),
    "partner": ((partners, "id"),),
    "model": ((models, "id"),),
    "person": ((people, "id"),),
    "package": ((other_packages, "lpn"),),
    "item": ((other_items, "id"),),
    "settlement": ((settled_lines, "id"),),
}


def _open_rmas(connection: Connection, query: Select[str], value: str) -> tuple[str, ...]:
    """Give the numbers of the open RMAs that a serial or tracking number stands on."""
    return tuple(connection.execute(query, {"value": value}).scalars()) if value else ()


def _upsert(connection: Connection, table: Table, values: list[dict[str, Any]]) -> None:
    if not values:
        return
    statement = insert(table)
    keys = [column.name for column in table.primary_key.columns]
    changes = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    connection.execute(
        statement.on_conflict_do_update(index_elements=keys, set_=changes, where=statement.excluded.rev > table.c.rev),
        values,
    )


def _values(row: RmaRow) -> tuple[str | int, ...]:
    """Give an RMA's row in the table's order."""
    told = (row.rma_key, row.number, row.rev, row.state, row.partner, row.body, row.receive_by)
    return (*told, row.replacement_shipped, row.awaited)


def _insert(connection: Connection, statement: str, values: Sequence[tuple[str | int, ...]]) -> None:
    if values:
        connection.exec_driver_sql(statement, list(values))


def _revs(connection: Connection, key: Column[str], rev: Column[int], keys: Iterable[str]) -> dict[str, int]:
    """Give the `rev` that is stored under each of the keys that are."""
    found: dict[str, int] = {}
    for chunk in _chunks(sorted(keys)):
        rows = connection.execute(select(key, rev).where(key.in_(chunk)))
        found.update((row_key, row_rev) for row_key, row_rev in rows)
    return found


def _chunks(keys: list[str]) -> Iterable[list[str]]:
    return (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))
