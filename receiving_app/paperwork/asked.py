"""Fills in what a person asked to be printed."""

from __future__ import annotations

from datetime import datetime, time

from sqlalchemy import Connection

from receiving_app.domain.papers import PaperKind
from receiving_app.printing import filled
from receiving_app.printing.documents import CommandSheet, Document, HandOverList, LpnRoll
from receiving_app.storage import plates, service_data, shipments
from receiving_app.storage.print_queue import Job


def fill_asked(connection: Connection, job: Job) -> Document:
    """Give what a print says as things stand now; `thing` is the roll's first plate, or the list's carrier."""
    match job.kind:
        case PaperKind.LPN_ROLL:
            return LpnRoll(plates.roll_from(connection, job.thing))
        case PaperKind.HAND_OVER_LIST:
            return _drivers_list(connection, job.thing, job.queued_at)
        case PaperKind.COMMAND_SHEET:
            return CommandSheet()
        case _:
            raise ValueError(f"nobody can ask for {job.kind}")


def _drivers_list(connection: Connection, carrier: str, now: datetime) -> HandOverList:
    """Give what left with a carrier on the site's day."""
    calendar = service_data.current_policy(connection).calendar
    today = calendar.local(now)
    left = shipments.sent_since(connection, datetime.combine(today.date(), time(), today.tzinfo))
    return filled.hand_over_list(carrier, [each for each in left if each.carrier == carrier], now, calendar)
