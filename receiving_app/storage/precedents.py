"""What people decided, kept by its grounds and by partner, so that a case is shown what was decided before.

Told from packages and items whenever these are saved, and as gone as they are when an act is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select

from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.events import Choice
from receiving_app.domain.item import Item
from receiving_app.domain.package import Package
from receiving_app.domain.partner_history import LATE_WITHIN, PartnerHistory
from receiving_app.domain.precedents import (
    Grounds,
    Precedent,
    Precedents,
    Settled,
    settled_of_item,
    settled_of_package,
)
from receiving_app.storage.forms import utc_text
from receiving_app.storage.schema import decisions, items, partners, people, rmas

#: As many as a person reads before deciding.
NEWEST = 5

# A package is saved at every scan: building a statement takes longer than SQLite takes to answer it.
_DROP = delete(decisions).where(decisions.c.thing == bindparam("about"))
_PARTNER = select(rmas.c.partner).where(rmas.c.rma_key == bindparam("key"))
_ROWS = select(
    decisions,
    func.coalesce(partners.c.name, decisions.c.partner).label("partner_name"),
    func.coalesce(func.json_extract(people.c.body, "$.name"), decisions.c.person, "").label("person_name"),
).select_from(
    decisions.outerjoin(partners, partners.c.id == decisions.c.partner).outerjoin(
        people, people.c.id == decisions.c.person
    )
)
_NEWEST = (
    _ROWS.where(decisions.c.grounds == bindparam("grounds"))
    .order_by(decisions.c.decided_at.desc())
    .limit(bindparam("most"))
)
_COUNTS = (
    select(decisions.c.choice, func.count().label("many"))
    .where(decisions.c.grounds == bindparam("grounds"))
    .group_by(decisions.c.choice)
)
_WAIVED = (
    select(decisions.c.grounds, func.count().label("many"))
    .where(
        decisions.c.partner == bindparam("partner"),
        decisions.c.choice == Choice.OVERRIDE.value,
        decisions.c.decided_at >= bindparam("since"),
    )
    .group_by(decisions.c.grounds)
)
_DEVICES = select(
    func.count(items.c.outcome).label("tested"),
    func.count().filter(items.c.outcome == InspectionOutcome.NO_FAULT_FOUND.value).label("sound"),
    func.count().filter(items.c.extras > 0).label("extra"),
).where(items.c.partner == bindparam("partner"))


def keep_of_package(connection: Connection, package: Package) -> None:
    """Keep what was decided of a package as it stands now."""
    owners = {each.key: each.facts.rma.partner for each in package.judgements if each.facts.rma is not None}
    settled = settled_of_package(package)
    _keep(connection, package.lpn, [(each, owners.get(each.part, "")) for each in settled])


def keep_of_item(connection: Connection, item: Item) -> None:
    """Keep what was decided of an item as it stands now."""
    settled = settled_of_item(item)
    owner = connection.execute(_PARTNER, {"key": item.rma_key}).scalar() if settled else None
    _keep(connection, item.id, [(each, owner or "") for each in settled])


def drop(connection: Connection, thing: str) -> None:
    """Forget what was decided of a package or an item that was taken back."""
    connection.execute(_DROP, {"about": thing})


def history(connection: Connection, partner: str, now: datetime) -> PartnerHistory:
    """Count what this station has seen of a partner, by its id."""
    since = utc_text(now - LATE_WITHIN)
    waived = connection.execute(_WAIVED, {"partner": partner, "since": since})
    late = sum(row.many for row in waived if Grounds.of_key(row.grounds).is_lateness)
    devices = connection.execute(_DEVICES, {"partner": partner}).one()
    return PartnerHistory(late, devices.tested, devices.sound, devices.extra)


def alike(connection: Connection, grounds: Grounds, partner: str) -> Precedents:
    """Give what was decided of cases with the same grounds, the partner's own first."""
    asked = {"grounds": grounds.key, "most": NEWEST}
    own = connection.execute(_NEWEST.where(decisions.c.partner == partner), asked).all() if partner else []
    others = connection.execute(_NEWEST.where(decisions.c.partner != partner), asked).all()
    newest = [_read(row, partner) for row in (*own, *others)[:NEWEST]]
    counted = connection.execute(_COUNTS, {"grounds": grounds.key})
    return Precedents(tuple(newest), {row.choice: row.many for row in counted})


def _keep(connection: Connection, thing: str, settled: Iterable[tuple[Settled, str]]) -> None:
    drop(connection, thing)
    rows = [_row(each, owner) for each, owner in settled]
    if rows:
        connection.execute(insert(decisions), rows)


def _row(settled: Settled, partner: str) -> dict[str, object]:
    return {
        "thing": settled.thing,
        "part": settled.part,
        "rma_key": settled.rma_key,
        "number": settled.number,
        "grounds": settled.grounds.key,
        "partner": partner,
        "choice": settled.choice,
        "reason": settled.reason,
        "note": settled.note,
        "person": settled.person,
        "decided_at": utc_text(settled.decided_at),
    }


def _read(row: Row[Any], partner: str) -> Precedent:
    return Precedent(
        thing=row.thing,
        number=row.number,
        partner=row.partner_name,
        own=row.partner == partner and bool(partner),
        choice=row.choice,
        reason=row.reason,
        note=row.note,
        person=row.person_name,
        decided_at=datetime.fromisoformat(row.decided_at),
    )
