"""What the review asks besides single verdicts: crossed boxes, RMAs that never came whole, and empty boxes."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from receiving_app.domain.authorization import Rma, RmaState
from receiving_app.domain.exchange import Exchange
from receiving_app.domain.exchange_cases import EmptyBoxCase, ExchangeCase, IncompleteCase
from receiving_app.domain.package import Package
from receiving_app.domain.putting_off import PutOff
from receiving_app.domain.verdict import Decision
from receiving_app.storage import crossed, items, packages, put_offs, service_data
from receiving_app.storage.expected import lines_of_rma
from receiving_app.storage.schema import events, rmas, verdicts
from receiving_app.storage.store import Store


def exchange_cases(store: Store) -> tuple[ExchangeCase, ...]:
    """Give the exchanges that nobody has decided, the device first that was found first."""
    with store.reading() as connection:
        return tuple(_exchange_case(connection, exchange) for exchange in crossed.proposals(connection))


def incomplete_cases(store: Store, now: datetime) -> tuple[IncompleteCase, ...]:
    """Give the RMAs whose last day is over, of which something came and was unpacked, and something is awaited."""
    with store.reading() as connection:
        calendar = service_data.current_policy(connection).calendar
        over = (rmas.c.state == RmaState.OPEN.value, rmas.c.receive_by < calendar.local(now).date().isoformat())
        query = (
            select(verdicts.c.rma_key)
            .join_from(verdicts, rmas, rmas.c.rma_key == verdicts.c.rma_key)
            .where(verdicts.c.effective == Decision.ACCEPT.value, rmas.c.awaited > 0, *over)
            .distinct()
        )
        keys = connection.execute(query).scalars().all()
        waits = put_offs.of_rmas(connection, keys) if keys else {}
        found = (_incomplete(connection, key, now, ZoneInfo(calendar.time_zone), waits.get(key)) for key in keys)
        return tuple(sorted(filter(None, found), key=lambda case: case.since))


def empty_boxes(store: Store) -> tuple[EmptyBoxCase, ...]:
    """Give the boxes in which nothing was and that no supervisor has looked at, the oldest first."""
    with store.reading() as connection:
        return tuple(EmptyBoxCase(box, _rmas(connection, box)) for box in packages.found_empty(connection))


def _rmas(connection: Connection, box: Package) -> tuple[Rma, ...]:
    known = (service_data.rma(connection, judgement.key) for judgement in box.accepted)
    return tuple(rma for rma in known if rma is not None)


def _exchange_case(connection: Connection, exchange: Exchange) -> ExchangeCase:
    first = exchange.sides[0].stray
    judged = connection.execute(select(events.c.occurred_at).where(events.c.id == first.judged)).scalar_one()
    owners = (service_data.rma(connection, side.home.rma_key) for side in exchange.sides)
    partners = tuple(dict.fromkeys(rma.partner_name for rma in owners if rma is not None))
    item = items.get(connection, first.item)
    return ExchangeCase(exchange, datetime.fromisoformat(judged), partners, item.put_off if item else None)


def _incomplete(
    connection: Connection, key: str, now: datetime, zone: ZoneInfo, put_off: PutOff | None
) -> IncompleteCase | None:
    rma = service_data.rma(connection, key)
    if rma is None or rma.receive_by >= now.astimezone(zone).date():
        return None
    awaited = tuple(each for each in lines_of_rma(connection, key) if each.awaited)
    came = [packages.get(connection, sibling.lpn) for sibling in packages.siblings(connection, key, "")]
    boxes = [box for box in came if box is not None and any(each.key == key for each in box.accepted)]
    # What stands on the table or was never opened may still hold it.
    if not awaited or any(box.unpacking is None or not box.unpacking.done for box in boxes):
        return None
    ended = datetime.combine(rma.receive_by + timedelta(days=1), time(), zone)
    return IncompleteCase(key, rma, awaited, tuple(box.lpn for box in boxes), ended, put_off)
