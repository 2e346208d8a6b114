"""Stations: enrolled by a code that a person types, seen when they speak, revoked when they are gone."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from ticket_service.accounts import tries
from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import InvalidError, UnknownError
from ticket_service.accounts.site_people import tell_again
from ticket_service.accounts.staff import require_admin
from ticket_service.accounts.station_tokens import digest, issue_token, revoke_tokens
from ticket_service.storage.schema import tokens
from ticket_service.storage.site_tables import enrolment_codes, stations

#: How long a code may be typed.
CODE_LIFE = timedelta(minutes=30)
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
NAME_RULE = "A station's name has up to 64 letters, digits, '.', '_' and '-', such as DOCK-1."

#: No letter or digit that looks like another one; twelve of them are 55 bits.
_SIGNS = "ACDEFGHJKMNPQRTUWXY34679"
_SIGNS_OF_CODE = 12
_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Station:
    """A station as the administrator sees it; `enrolled_at` is None where its token came from the command line."""

    name: str
    enrolled_at: datetime | None
    seen_at: datetime | None
    tokens: int
    code_until: datetime | None


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What a station gets for its code, this once."""

    station: str
    token: str


def make_code(connection: Connection, caller: Caller, station: str, now: datetime) -> str:
    """Make the code that enrols a station, new or once more; an earlier one works no more. Raises InvalidError."""
    require_admin(caller)
    if not NAME.fullmatch(station):
        raise InvalidError({"station": NAME_RULE})
    code = "".join(secrets.choice(_SIGNS) for _ in range(_SIGNS_OF_CODE))
    connection.execute(delete(enrolment_codes).where(enrolment_codes.c.station == station))
    connection.execute(
        insert(enrolment_codes).values(
            sha256=digest(code), station=station, made_by=caller.user, ends_at=now + CODE_LIFE
        )
    )
    return "-".join(code[at : at + 4] for at in range(0, _SIGNS_OF_CODE, 4))


def enrol(connection: Connection, code: str, sealing_key: str | None, address: str, now: datetime) -> Enrolled | None:
    """Take a code, once, and give a token; the station's tokens before it end. None where the code is wrong or old.

    Raises RefusalError where too many codes from one address were wrong.
    """
    tries.refuse_early(connection, [tries.address(address)], now)
    station = _used(connection, "".join(sign for sign in code.upper() if sign.isalnum()), now)
    if station is None:
        tries.failed(connection, [tries.address(address)], now)
        return None
    revoke_tokens(connection, station, now)
    token = issue_token(connection, station, now)
    values = {"enrolled_at": now, "revoked_at": None, "token": None, "sealing_key": sealing_key}
    if connection.execute(update(stations).where(stations.c.name == station).values(values)).rowcount == 0:
        connection.execute(insert(stations).values(values | {"name": station}))
    tell_again(connection, station)
    return Enrolled(station, token)


def is_news(connection: Connection, station: str, token: str, now: datetime) -> bool:
    """Say whether it is worth writing down that a station spoke with this token: not at every call."""
    row = connection.execute(select(stations).where(stations.c.name == station)).first()
    if row is None or row.seen_at is None or row.token != digest(token):
        return True
    return bool(now - row.seen_at >= _NOTED_EVERY)


def note_spoken(connection: Connection, station: str, token: str, now: datetime) -> None:
    """Write down that a station spoke; the first word with a new token ends those before it."""
    spoken = digest(token)
    known = connection.execute(select(stations.c.token).where(stations.c.name == station)).scalar_one_or_none()
    if known != spoken:
        issued = select(tokens.c.issued_at).where(tokens.c.sha256 == spoken).scalar_subquery()
        before = (tokens.c.station == station) & tokens.c.revoked_at.is_(None) & (tokens.c.issued_at <= issued)
        connection.execute(update(tokens).where(before, tokens.c.sha256 != spoken).values(revoked_at=now))
    values = {"seen_at": now, "token": spoken}
    if connection.execute(update(stations).where(stations.c.name == station).values(values)).rowcount == 0:
        connection.execute(insert(stations).values(values | {"name": station, "enrolled_at": now}))


def stations_of_site(connection: Connection, caller: Caller) -> list[Station]:
    """List every station that ever had a token or a code, by name."""
    require_admin(caller)
    known = {row.name: row for row in connection.execute(select(stations))}
    valid: dict[str, int] = {}
    for row in connection.execute(select(tokens.c.station, tokens.c.revoked_at)):
        valid[row.station] = valid.get(row.station, 0) + (row.revoked_at is None)
    open_codes = select(enrolment_codes.c.station, enrolment_codes.c.ends_at).where(enrolment_codes.c.used_at.is_(None))
    codes = {row.station: row.ends_at for row in connection.execute(open_codes)}
    return [
        Station(
            name,
            known[name].enrolled_at if name in known else None,
            known[name].seen_at if name in known else None,
            valid.get(name, 0),
            codes.get(name),
        )
        for name in sorted({*known, *valid, *codes})
    ]


def revoke(connection: Connection, caller: Caller, station: str, now: datetime) -> None:
    """End a station's tokens and its open code: it is paused until it is enrolled anew, and loses nothing."""
    require_admin(caller)
    if station not in {known.name for known in stations_of_site(connection, caller)}:
        raise UnknownError("There is no such station.")
    revoke_tokens(connection, station, now)
    connection.execute(delete(enrolment_codes).where(enrolment_codes.c.station == station))
    connection.execute(update(stations).where(stations.c.name == station).values(revoked_at=now, sealing_key=None))
    tell_again(connection, station)


def _used(connection: Connection, code: str, now: datetime) -> str | None:
    """Use a code up and name its station."""
    row = connection.execute(
        update(enrolment_codes)
        .where(
            enrolment_codes.c.sha256 == digest(code),
            enrolment_codes.c.used_at.is_(None),
            enrolment_codes.c.ends_at > now,
        )
        .values(used_at=now)
        .returning(enrolment_codes.c.station)
    ).first()
    return None if row is None else row.station
