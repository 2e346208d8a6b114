"""Updates become letters: those of one ticket within a quiet time together, a resolution at once with what waits."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, case, func, select, update

from ticket_service.mail import updates
from ticket_service.mail.addressees import addressees
from ticket_service.mail.letter_text import News, as_html, as_text, subject
from ticket_service.mail.outbox import Letter, put
from ticket_service.mail.updates import Kind
from ticket_service.storage import mail_tables
from ticket_service.storage.state import get
from ticket_service.storage.store import reading, writing


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a ticket must be quiet before its letter is written, and how long its first update waits at most."""

    quiet: timedelta = timedelta(minutes=2)
    longest: timedelta = timedelta(minutes=10)


def post_due(engine: Engine, now: datetime, url: str, pace: Pace | None = None) -> int:
    """Write the letters that are due, each ticket's in a transaction of its own; give how many tickets had some."""
    with reading(engine) as connection:
        due = _due(connection, now, pace or Pace())
        zone = ZoneInfo(get(connection, "policy", ["site"]).get("site", {}).get("time_zone", "UTC"))
    posted = 0
    for ticket in due:
        with writing(engine) as connection:
            posted += _post(connection, ticket, now, url, zone)
    return posted


def _due(connection: Connection, now: datetime, pace: Pace) -> list[str]:
    said = mail_tables.updates
    resolved = func.max(case((said.c.kind == Kind.RESOLVED.value, 1), else_=0))
    first, last = func.min(said.c.at), func.max(said.c.at)
    waiting = select(said.c.ticket).where(said.c.posting.is_(None)).group_by(said.c.ticket)
    due = (resolved == 1) | (last <= now - pace.quiet) | (first <= now - pace.longest)
    return list(connection.execute(waiting.having(due).order_by(said.c.ticket)).scalars())


def _post(connection: Connection, ticket: str, now: datetime, url: str, zone: ZoneInfo) -> bool:
    """Write a ticket's letters; another process that does the same at this moment finds nothing left."""
    said = mail_tables.updates
    posting = str(uuid.uuid4())
    mine = update(said).where(said.c.ticket == ticket, said.c.posting.is_(None)).values(posting=posting)
    numbers = set(connection.execute(mine.returning(said.c.id)).scalars())
    told = tuple(each for each in updates.of_ticket(connection, ticket) if each.id in numbers)
    resolved = any(each.kind is Kind.RESOLVED for each in told)
    for addressee in addressees(connection, ticket, resolved) if told else ():
        stop = secrets.token_urlsafe(24) if addressee.may_stop and not resolved else None
        news = News(ticket, told, addressee, url, zone, stop)
        put(connection, _letter(news, posting), now)
    return bool(told)


def _letter(news: News, posting: str) -> Letter:
    return Letter(
        to=news.addressee.address,
        name=news.addressee.name,
        subject=subject(news),
        text=as_text(news),
        html=as_html(news),
        ticket=news.ticket,
        posting=posting,
        stop=news.stop,
    )
