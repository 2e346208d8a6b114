"""A service with a site, two partners, sold devices and people of every role."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

import resources
from tests.ticket_service.conftest import NOW
from ticket_service.accounts.caller import Caller, Role
from ticket_service.rules.serial_list import read_list
from ticket_service.storage.state import StateRow, get, put
from ticket_service.storage.store import reading, writing
from ticket_service.storage.tables import metadata
from ticket_service.tickets.devices import Device, register
from ticket_service.tickets.issuing import Issue, issue
from ticket_service.tickets.opening import Opening, open_ticket
from ticket_service.tickets.ticket import Seen, Ticket, find

DEMO = json.loads(resources.path("demo", "service.json").read_text("utf-8"))

PARTNER = Caller("user-1", "Ann Prairie", Role.PARTNER, "P-001")
OTHER = Caller("user-2", "Lou Lake", Role.PARTNER, "P-002")
SUPPORT = Caller("user-3", "Sue Support", Role.SUPPORT)
ADMIN = Caller("user-4", "Ada Admin", Role.ADMIN)

TODAY = date(2026, 11, 23)
OLD = Device("KP2-1001", "KP2", "P-001", TODAY - timedelta(days=400))
NEW = Device("AP1-2002", "AP1", "P-001", TODAY - timedelta(days=5))
FOREIGN = Device("SR4-3003", "SR4", "P-002", TODAY - timedelta(days=50))

Value = TypeVar("Value")


@dataclass
class Desk:
    """Somebody at work on the service, each act in a transaction of its own; `now` is the service's clock."""

    engine: Engine
    now: datetime = NOW

    def do(self, act: Callable[..., Value], caller: Caller, *asked: Any) -> Value:
        with writing(self.engine) as connection:
            return act(connection, caller, *asked, self.now)

    def ask(self, question: Callable[..., Value], *asked: Any) -> Value:
        with reading(self.engine) as connection:
            return question(connection, *asked)

    def opened(self, serials: str = OLD.serial, caller: Caller = PARTNER, **other: Any) -> str:
        return self.do(open_ticket, caller, replace(Opening("It does not start.", read_list(serials)), **other))

    def ticket(self, id_: str, caller: Caller = SUPPORT) -> Ticket:
        return self.ask(find, caller, id_)

    def seen(self, id_: str) -> Seen:
        return Seen(id_, self.ticket(id_).rev)

    def issued(self, id_: str, *lines: int, **other: Any) -> list[str]:
        return self.do(issue, SUPPORT, self.seen(id_), Issue(lines or (1,), **other))

    def row(self, number: str, kind: str = "rma") -> dict[str, Any]:
        return self.ask(get, kind, [number])[number]


def desk_on(engine: Engine) -> Desk:
    """Set up a site with partners, models and sold devices."""
    rows = [
        StateRow("policy", "site", DEMO["policy"]),
        *(StateRow("partner", partner["id"], partner) for partner in DEMO["partners"][:3]),
        *(StateRow("model", model["id"], model) for model in DEMO["models"]),
    ]
    with writing(engine) as connection:
        put(connection, rows)
        register(connection, [OLD, NEW, FOREIGN])
    return Desk(engine)


@contextmanager
def nothing_stored(desk: Desk) -> Iterator[None]:
    """See that what was refused has left nothing behind."""
    before = desk.ask(_everything)
    yield
    assert desk.ask(_everything) == before


def _everything(connection: Connection) -> dict[str, list[Any]]:
    tables = [table for table in metadata.sorted_tables if table.name not in {"journal", "about"}]
    return {table.name: sorted(map(tuple, connection.execute(table.select())), key=repr) for table in tables}
