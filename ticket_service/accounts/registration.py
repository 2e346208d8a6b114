"""How a company becomes a partner: it asks, confirms its address, and support approves or declines."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from ticket_service.accounts import tries
from ticket_service.accounts.caller import Caller, Role
from ticket_service.accounts.links import Purpose, make_link
from ticket_service.accounts.refusals import ChangedMeanwhileError, InvalidError, NotAllowedError, UnknownError
from ticket_service.accounts.users import UserState, user_by_email
from ticket_service.storage.account_tables import registrations, users
from ticket_service.storage.counters import draw
from ticket_service.storage.schema import state
from ticket_service.storage.state import StateRow, get, put


class Decision(StrEnum):
    """How support answered; WAITING until it has."""

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a partner's goods come from and go to, as stations know it."""

    name: str
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = "US"


@dataclass(frozen=True, slots=True)
class Application:
    """What a company says of itself, and the person who says it; `email` in its normal form."""

    company: str
    contact: str
    email: str
    phone: str
    addresses: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Registration:
    """An application that came in; `user` is its id, too."""

    user: str
    application: Application
    state: Decision
    asked_at: datetime
    reason: str | None
    rev: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be said by letter to whoever asked; `link` confirms the address, None where it has an account."""

    email: str
    name: str
    link: str | None


def register(connection: Connection, application: Application, now: datetime) -> Asked | None:
    """Take an application. The page says the same whatever comes of it; None where a letter went out just now."""
    if tries.waits(connection, tries.letter(application.email), now):
        return None
    tries.failed(connection, [tries.letter(application.email)], now)
    known = user_by_email(connection, application.email)
    if known is not None and known.state is not UserState.UNCONFIRMED:
        return Asked(known.email, known.name, None)
    user = str(uuid.uuid4()) if known is None else known.id
    _keep(connection, user, application, now, is_new=known is None)
    return Asked(application.email, application.contact, make_link(connection, Purpose.CONFIRM, user, now))


def waiting(connection: Connection, caller: Caller) -> list[Registration]:
    """List the registrations that support has to decide on, the oldest first."""
    _ours(caller)
    wanted = _registrations().where(registrations.c.state == Decision.WAITING.value)
    return [_registration(row) for row in connection.execute(wanted.order_by(registrations.c.asked_at))]


def read_registration(connection: Connection, caller: Caller, user: str) -> Registration:
    """Read one registration. Raises UnknownError."""
    _ours(caller)
    row = connection.execute(_registrations().where(registrations.c.user == user)).first()
    if row is None:
        raise UnknownError("There is no such registration.")
    return _registration(row)


def partners(connection: Connection, caller: Caller) -> list[tuple[str, str]]:
    """List the partners there are, by name, each with its id first."""
    _ours(caller)
    known = select(state.c.data).where(state.c.kind == "partner", state.c.deleted.is_(False))
    rows = [json.loads(data) for data in connection.execute(known).scalars()]
    return sorted(((row["id"], row["name"]) for row in rows), key=lambda partner: partner[1].casefold())


def approve(
    connection: Connection, caller: Caller, user: str, now: datetime, *, rev: int, partner: str = ""
) -> Registration:
    """Open the account, for a new partner or as one more person of `partner`; stations hear of a new one."""
    registration = _decide(connection, caller, user, rev, {"state": Decision.APPROVED.value, "decided_at": now})
    if partner and not get(connection, "partner", [partner]):
        raise InvalidError({"partner": "There is no such partner. Leave this empty for a new one."})
    active = {"state": UserState.ACTIVE.value, "partner": partner or _new_partner(connection, registration.application)}
    connection.execute(update(users).where(users.c.id == user).values(active | {"rev": users.c.rev + 1}))
    return registration


def decline(connection: Connection, caller: Caller, user: str, now: datetime, *, rev: int, reason: str) -> Registration:
    """Refuse the account, with a reason that the person reads."""
    if not reason:
        raise InvalidError({"reason": "Say why; the person reads it."})
    answer = {"state": Decision.DECLINED.value, "reason": reason, "decided_at": now}
    registration = _decide(connection, caller, user, rev, answer)
    declined = {"state": UserState.DECLINED.value, "rev": users.c.rev + 1}
    connection.execute(update(users).where(users.c.id == user).values(declined))
    return registration


def _keep(connection: Connection, user: str, application: Application, now: datetime, *, is_new: bool) -> None:
    if is_new:
        connection.execute(
            insert(users).values(
                id=user,
                email=application.email,
                name=application.contact,
                role=Role.PARTNER.value,
                state=UserState.UNCONFIRMED.value,
                made_at=now,
                rev=1,
            )
        )
    else:
        connection.execute(update(users).where(users.c.id == user).values(name=application.contact))
    connection.execute(delete(registrations).where(registrations.c.user == user))
    connection.execute(
        insert(registrations).values(
            user=user,
            company=application.company,
            phone=application.phone,
            addresses=json.dumps([asdict(address) for address in application.addresses]),
            state=Decision.WAITING.value,
            asked_at=now,
            rev=1,
        )
    )


def _decide(connection: Connection, caller: Caller, user: str, rev: int, answer: Mapping[str, object]) -> Registration:
    registration = read_registration(connection, caller, user)
    seen = (registrations.c.user == user) & (registrations.c.rev == rev)
    seen &= registrations.c.state == Decision.WAITING.value
    decided = {**answer, "decided_by": caller.user, "rev": rev + 1}
    if connection.execute(update(registrations).where(seen).values(decided)).rowcount != 1:
        raise ChangedMeanwhileError(f"Somebody else decided on this meanwhile: it is {registration.state}.")
    return registration


def _new_partner(connection: Connection, application: Application) -> str:
    """Add the partner under the next free id."""
    while True:
        id_ = f"P-{draw(connection, 'partner'):03d}"
        if not get(connection, "partner", [id_]):
            break
    addresses = [asdict(address) for address in application.addresses]
    put(connection, [StateRow("partner", id_, {"id": id_, "name": application.company, "addresses": addresses})])
    return id_


def _ours(caller: Caller) -> None:
    if caller.role not in {Role.SUPPORT, Role.ADMIN}:
        raise NotAllowedError("Support decides on registrations.")


def _registrations() -> Select[Any]:
    columns = (*registrations.c, users.c.name, users.c.email)
    confirmed = users.c.state != UserState.UNCONFIRMED.value
    return select(*columns).join(users, users.c.id == registrations.c.user).where(confirmed)


def _registration(row: Row[Any]) -> Registration:
    addresses = tuple(Address(**address) for address in json.loads(row.addresses))
    application = Application(row.company, row.name, row.email, row.phone, addresses)
    return Registration(row.user, application, Decision(row.state), row.asked_at, row.reason, row.rev)
