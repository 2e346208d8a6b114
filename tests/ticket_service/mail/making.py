"""Tickets and their people for tests, as rows."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert

from tests.ticket_service.conftest import NOW
from ticket_service.storage.account_tables import users
from ticket_service.storage.ticket_tables import tickets


def ticket(connection: Connection, id_: str = "T-1", **other: Any) -> None:
    """Store a ticket of Prairie Fleet Safety."""
    values: dict[str, Any] = {
        "id": id_,
        "ordinal": int(id_.removeprefix("T-")),
        "rev": 1,
        "partner": "P-001",
        "state": "open",
        "channel": "portal",
        "problem": "No picture.",
        "contact_name": "Ann Rivers",
        "contact_email": "ann@fleet.example",
        "opened_at": NOW,
        "changed_at": NOW,
    }
    connection.execute(insert(tickets).values(values | other))


def user(connection: Connection, id_: str, email: str, **other: Any) -> None:
    """Store somebody of Prairie Fleet Safety who may log in."""
    values: dict[str, Any] = {
        "id": id_,
        "email": email,
        "name": id_.title(),
        "role": "partner",
        "state": "active",
        "partner": "P-001",
        "made_at": NOW,
        "rev": 1,
    }
    connection.execute(insert(users).values(values | other))
