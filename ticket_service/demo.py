"""Demo data: written with days counted from the day the demo starts, so that it is always true."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine

from ticket_service.accounts.caller import Role
from ticket_service.accounts.links import Purpose, make_link
from ticket_service.accounts.own_account import Told
from ticket_service.accounts.staff import invited
from ticket_service.accounts.station_tokens import digest
from ticket_service.accounts.users import UserState, user_by_email
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import writing
from ticket_service.tickets.devices import Device, register
from ticket_service.tickets.settling import Progress
from ticket_service.tickets.taking_in import take_in

Data = Mapping[str, Any]

#: Who may look at the demo's portal.
_ACCOUNTS = (("admin@example.com", Role.ADMIN, None), ("partner@example.com", Role.PARTNER, "P-001"))

#: What a step of a test template says where the demo's file leaves it out.
_STEP: Data = {"limits": None, "options": [], "decisive": False, "final": False}


def load_demo(engine: Engine, data: Data, now: datetime) -> None:
    """Load the demo's partners, models, people, RMAs, devices and packages as of `now`; later loading moves dates."""
    policy = data["policy"]
    zone = ZoneInfo(policy["time_zone"])

    def at(when: Data) -> datetime:
        return demo_time(when, now, zone)

    rows = [
        StateRow("policy", "site", policy),
        *(StateRow("partner", partner["id"], partner) for partner in data["partners"]),
        *(StateRow("model", model["id"], _model(model)) for model in data["models"]),
        *(StateRow("person", person["id"], _person(person)) for person in data["people"]),
        *(StateRow("rma", rma["number"], _rma(rma, at, policy["window_days"])) for rma in data["rmas"]),
        *(StateRow("package", package["lpn"], _package(package, at)) for package in data["packages"]),
    ]
    with writing(engine) as connection:
        put(connection, rows)
        take_in(connection, [row.data for row in rows if row.kind == "rma"], now)
        register(connection, [_device(device, now.astimezone(zone).date()) for device in data["devices"]])


def demo_accounts(connection: Connection, now: datetime) -> list[Told]:
    """Make the links by which an administrator and a partner's person get in; those who are in need none."""
    told = []
    for email, role, partner in _ACCOUNTS:
        known = user_by_email(connection, email)
        if known is None:
            told.append(invited(connection, email, f"Demo {role}", role, now, partner=partner))
        elif known.state is UserState.UNCONFIRMED:
            told.append(Told(email, known.name, make_link(connection, Purpose.INVITE, known.id, now)))
    return told


def demo_time(when: Data, now: datetime, zone: ZoneInfo) -> datetime:
    """Give the time meant by `{"days": -3, "time": "14:30"}` (local, counted from today) or `{"at": RFC 3339}`."""
    if "at" in when:
        return datetime.fromisoformat(when["at"])
    day = now.astimezone(zone).date() + timedelta(days=when["days"])
    return datetime.combine(day, time.fromisoformat(when["time"]), zone)


def _model(model: Data) -> dict[str, Any]:
    template = model["template"]
    return {**model, "template": template | {"steps": [{**_STEP, **step} for step in template["steps"]]}}


def _person(person: Data) -> dict[str, Any]:
    badge = person["badge"]
    shown = {key: value for key, value in person.items() if key != "badge"}
    return {"pin_argon2": None, **shown, "badge_sha256": None if badge is None else digest(badge)}


def _device(device: Data, today: date) -> Device:
    sold_on = None if device["sold"] is None else today + timedelta(days=device["sold"]["days"])
    return Device(device["serial"], device["model"], device["partner"], sold_on)


def _rma(rma: Data, at: Callable[[Data], datetime], window_days: int) -> dict[str, Any]:
    created, closed = at(rma["created"]), rma["closed"]
    shown = {key: value for key, value in rma.items() if key not in {"created", "closed"}}
    return shown | {
        "closed_at": None if closed is None else at(closed).isoformat(),
        "created_at": created.isoformat(),
        "receive_by": (created.date() + timedelta(days=window_days)).isoformat(),
        "ticket_state": _ticket(rma).value,
    }


def _ticket(rma: Data) -> Progress:
    if rma["closed_because"] == "resolved":
        return Progress.RESOLVED
    return Progress.RECEIVED if any(line["received"] for line in rma["lines"]) else Progress.OPEN


def _package(package: Data, at: Callable[[Data], datetime]) -> dict[str, Any]:
    return {**package, "received_at": at(package["received_at"]).isoformat()}
