"""The people at the stations: their roles, badge and PIN, and where they are enabled.

Stations get a `person` row of everybody. The verifiers in it are sealed for each station on which the person is
enabled; others see a name and roles. Rows that came with demo data carry plain hashes until somebody changes them here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from argon2 import PasswordHasher
from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.exc import IntegrityError

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import ChangedMeanwhileError, InvalidError, UnknownError
from ticket_service.accounts.sealing import seal
from ticket_service.accounts.staff import require_admin
from ticket_service.accounts.station_tokens import digest
from ticket_service.storage.counters import draw
from ticket_service.storage.schema import state
from ticket_service.storage.site_tables import site_people, stations
from ticket_service.storage.state import StateRow, get, put

#: What people do at a station, as the station's contract names it.
ROLES = ("dock", "technician", "supervisor")

#: The station's own figures: it checks PINs with the library's defaults.
_HASHER = PasswordHasher()


@dataclass(frozen=True, slots=True)
class SitePerson:
    """Somebody at the stations, as the administrator sees them; `rev` 0 came with the demo's data."""

    id: str
    name: str
    roles: tuple[str, ...]
    stations: tuple[str, ...]
    active: bool
    has_badge: bool
    has_pin: bool
    rev: int


@dataclass(frozen=True, slots=True)
class Said:
    """What the administrator says of somebody; `badge` is the text that scanning it gives, None leaves it as it is.

    `pin` is the hash that `hashed_pin` gave, None leaves it as it is; "" takes badge or PIN away.
    """

    name: str
    roles: tuple[str, ...]
    stations: tuple[str, ...]
    active: bool
    badge: str | None
    pin: str | None


def pin_fault(pin: str) -> str | None:
    """Say what is wrong with a new PIN; None is good."""
    if not (pin.isascii() and pin.isdigit() and 6 <= len(pin) <= 12):
        return "A PIN has six to twelve digits."
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if steps in ({0}, {1}, {9}):
        return "Choose digits that are not all alike and do not count up or down."
    return None


def hashed_pin(pin: str) -> str:
    """Give the argon2id hash of a PIN; takes some 50 ms, so before the transaction."""
    return _HASHER.hash(pin)


def people(connection: Connection, caller: Caller) -> list[SitePerson]:
    """List everybody, by name."""
    require_admin(caller)
    ids = connection.execute(select(state.c.id).where(state.c.kind == "person", state.c.deleted.is_(False))).scalars()
    kept = {row.id: row for row in connection.execute(select(site_people))}
    told = get(connection, "person", list(ids))
    found = [_shown(kept[id_]) if id_ in kept else _shown_as_told(told[id_]) for id_ in {*kept, *told}]
    return sorted(found, key=lambda person: (not person.active, person.name.casefold(), person.id))


def read_person(connection: Connection, caller: Caller, person: str) -> SitePerson:
    """Read one of them. Raises UnknownError."""
    found = [one for one in people(connection, caller) if one.id == person]
    if not found:
        raise UnknownError("There is no such person.")
    return found[0]


def add(connection: Connection, caller: Caller, said: Said) -> str:
    """Add somebody and give their id. Raises InvalidError."""
    require_admin(caller)
    known = {person.id for person in people(connection, caller)}
    id_ = next(id_ for id_ in iter(lambda: f"U-{draw(connection, 'person'):02d}", "") if id_ not in known)
    _keep(connection, id_, said, badge=_badge(said.badge), pin=said.pin or None, rev=0)
    return id_


def change(connection: Connection, caller: Caller, person: str, said: Said, *, rev: int) -> None:
    """Change somebody, seen at `rev`; stations hear of it. Raises InvalidError, ChangedMeanwhileError."""
    seen = read_person(connection, caller, person)
    if seen.rev != rev:
        raise ChangedMeanwhileError(f"Somebody changed {seen.name} meanwhile. Look again, then change it.")
    badge, pin = _verifiers(connection, person)
    badge = badge if said.badge is None else _badge(said.badge)
    _keep(connection, person, said, badge=badge, pin=pin if said.pin is None else said.pin or None, rev=rev)


def tell_again(connection: Connection, station: str) -> None:
    """Seal anew for a station whose key is another one now, or gone."""
    rows = connection.execute(select(site_people)).all()
    put(connection, [_row(connection, row) for row in rows if station in json.loads(row.stations)])


def _badge(text: str | None) -> str | None:
    return digest(text) if text else None


def _verifiers(connection: Connection, person: str) -> tuple[str | None, str | None]:
    row = connection.execute(select(site_people).where(site_people.c.id == person)).first()
    if row is not None:
        return row.badge_sha256, row.pin_argon2
    told = get(connection, "person", [person])[person]
    return told.get("badge_sha256"), told.get("pin_argon2")


def _keep(connection: Connection, person: str, said: Said, *, badge: str | None, pin: str | None, rev: int) -> None:
    values = {
        "name": said.name,
        "roles": json.dumps(said.roles),
        "stations": json.dumps(said.stations),
        "active": said.active,
        "badge_sha256": badge,
        "pin_argon2": pin,
        "rev": rev + 1,
    }
    try:
        with connection.begin_nested():
            if connection.execute(update(site_people).where(site_people.c.id == person).values(values)).rowcount == 0:
                connection.execute(insert(site_people).values(values | {"id": person}))
    except IntegrityError as error:
        raise InvalidError({"badge": "Somebody else has this badge."}) from error
    row = connection.execute(select(site_people).where(site_people.c.id == person)).one()
    put(connection, [_row(connection, row)])


def _row(connection: Connection, row: Row[Any]) -> StateRow:
    """Make what stations get of a person: for each one where they are enabled, what only that one can read."""
    enabled = json.loads(row.stations)
    keys = select(stations.c.name, stations.c.sealing_key).where(stations.c.name.in_(enabled))
    verifiers = {"badge_sha256": row.badge_sha256, "pin_argon2": row.pin_argon2}
    sealed = {
        key.name: seal(key.sealing_key, key.name, row.id, verifiers)
        for key in connection.execute(keys.order_by(stations.c.name))
        if key.sealing_key is not None and row.active
    }
    shown = {"id": row.id, "name": row.name, "roles": json.loads(row.roles), "active": row.active}
    return StateRow("person", row.id, shown | {"badge_sha256": None, "pin_argon2": None, "sealed": sealed})


def _shown(row: Row[Any]) -> SitePerson:
    roles, enabled = tuple(json.loads(row.roles)), tuple(json.loads(row.stations))
    badge, pin = row.badge_sha256 is not None, row.pin_argon2 is not None
    return SitePerson(row.id, row.name, roles, enabled, row.active, badge, pin, row.rev)


def _shown_as_told(told: dict[str, Any]) -> SitePerson:
    badge, pin = told.get("badge_sha256") is not None, told.get("pin_argon2") is not None
    name = told.get("name", told["id"])
    return SitePerson(told["id"], name, tuple(told["roles"]), (), told.get("active", True), badge, pin, 0)


def roles_of(values: Sequence[str]) -> tuple[str, ...]:
    """Read ticked roles, in the order shown; what no station knows is left out."""
    return tuple(role for role in ROLES if role in values)
