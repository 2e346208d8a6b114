"""What the dock screen asks: today's counts, and how the station stands with the ticket service."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from sqlalchemy import func, select

from receiving_app.domain.verdict import Decision
from receiving_app.queries.answers import Backlog, Today
from receiving_app.storage import journal, service_data, sync_state
from receiving_app.storage.forms import utc_text
from receiving_app.storage.journal import Delivery
from receiving_app.storage.schema import packages
from receiving_app.storage.store import Store


def today(store: Store, now: datetime) -> Today:
    """Count this station's packages of the site's day, by what happens to them."""
    with store.reading() as connection:
        calendar = service_data.current_policy(connection).calendar
        midnight = datetime.combine(calendar.local(now).date(), time(), calendar.local(now).tzinfo)
        is_box = packages.c.counts | func.json_extract(packages.c.state, "$.merged_into").is_(None)
        rows = connection.execute(
            select(packages.c.decision, packages.c.counts, func.count())
            .where(packages.c.opened_at >= utc_text(midnight), packages.c.state != "", is_box)
            .group_by(packages.c.decision, packages.c.counts)
        )
        counted = {(decision, counts): number for decision, counts, number in rows}
    return Today(
        accepted=counted.get((Decision.ACCEPT.value, True), 0),
        rejected=counted.get((Decision.REJECT.value, True), 0),
        held=counted.get((Decision.HOLD.value, True), 0),
        ended=sum(number for (_, counts), number in counted.items() if not counts),
    )


def backlog(store: Store, *, online: bool, problem: str | None = None, next_try_in: timedelta | None = None) -> Backlog:
    """Say what waits for the ticket service and how old its data is here."""
    with store.reading() as connection:
        return Backlog(
            online=online,
            waiting=journal.count(connection, Delivery.WAITING),
            rejected=journal.count(connection, Delivery.REJECTED),
            data_as_of=sync_state.get(connection).data_as_of,
            next_try_in=next_try_in,
            problem=problem,
        )
