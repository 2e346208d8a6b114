"""The review's list: of ten thousand cases their rows alone, and all of a case when somebody looks at it.

To read every package and device whole takes two seconds for as many.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

from sqlalchemy import Connection, func, select

from receiving_app.domain.authorization import Units
from receiving_app.domain.cases import Case, CaseKind, Head, PackageCase, Unread, by_urgency
from receiving_app.domain.item_review import Question
from receiving_app.domain.unpacking import ItemRule
from receiving_app.domain.verdict import Decision
from receiving_app.queries.claims import unclaimed_cases
from receiving_app.queries.exchanges import empty_boxes, exchange_cases
from receiving_app.queries.incomplete import incomplete_case, incomplete_rows
from receiving_app.queries.item_cases import cases_to_read, item_case
from receiving_app.queries.review import local_day
from receiving_app.storage import crossed, packages
from receiving_app.storage.forms import from_json
from receiving_app.storage.schema import items, partners, rmas, verdicts
from receiving_app.storage.store import Store

#: To look a word up is quicker than to make it anew for each row.
_DECISIONS = {each.value: each for each in Decision}
#: What only all of a device tells: whether parts of it are still looked for, or whose box it came in.
_TO_READ = (items.c.rma_key == "") | (items.c.codes == ItemRule.INCOMPLETE_ITEM.value)
_PACKAGES = (
    select(
        verdicts.c.since,
        verdicts.c.lpn,
        verdicts.c.rma_key,
        verdicts.c.decision,
        verdicts.c.number,
        verdicts.c.partner,
        verdicts.c.danger,
        verdicts.c.rests_until,
        verdicts.c.handed_to,
        verdicts.c.units,
        verdicts.c.codes,
    )
    .where(verdicts.c.reviewed.is_(False), verdicts.c.decision != Decision.ACCEPT.value)
    .order_by(verdicts.c.since, verdicts.c.judged_at)
)
_ITEMS = (
    select(
        items.c.asked_since,
        items.c.id,
        items.c.question,
        items.c.decision,
        items.c.serial,
        items.c.rma_number,
        func.coalesce(partners.c.name, rmas.c.partner, ""),
        items.c.danger,
        items.c.model,
        items.c.rests_until,
        items.c.handed_to,
        items.c.codes,
    )
    .select_from(
        items.outerjoin(rmas, rmas.c.rma_key == items.c.rma_key).outerjoin(partners, partners.c.id == rmas.c.partner)
    )
    .where(items.c.question.is_not(None), items.c.left.is_(False), ~_TO_READ)
    .order_by(items.c.asked_since, items.c.id)
)


def waiting(store: Store, now: datetime) -> tuple[Case, ...]:
    """Give everything that waits for a supervisor, the most urgent first; packages and devices mostly unread."""
    with store.reading() as connection:
        few: tuple[Case, ...] = (*_package_rows(connection), *_item_rows(connection))
        more: tuple[Case, ...] = cases_to_read(connection, _TO_READ)
    others: tuple[Case, ...] = (
        *empty_boxes(store),
        *exchange_cases(store),
        *incomplete_rows(store, now),
        *unclaimed_cases(store, now),
    )
    return by_urgency((*few, *more, *others), local_day(store, now))


def read_case(store: Store, unread: Unread) -> Case | None:
    """Give all of a case; None where it waits no longer."""
    head = unread.head
    with store.reading() as connection:
        if head.kind is CaseKind.INCOMPLETE_RMA:
            return incomplete_case(connection, unread)
        if head.kind is not CaseKind.PACKAGE:
            return item_case(connection, head.thing)
        package = packages.get(connection, head.thing)
    judgement = package.judgement(head.key[1]) if package else None
    if package is None or judgement is None or judgement.review is not None or judgement.decision is Decision.ACCEPT:
        return None
    return PackageCase(package, judgement)


def _package_rows(connection: Connection) -> Iterator[Unread]:
    read: dict[str, Units] = {"": ()}
    for row in connection.execute(_PACKAGES).all():
        since, lpn, key, decision, number, partner, danger, rests, handed, units, codes = row
        if units not in read:
            read[units] = from_json(Units, units)
        head = Head(
            kind=CaseKind.PACKAGE,
            key=(lpn, key),
            since=datetime.fromisoformat(since),
            decision=_DECISIONS[decision],
            number=number,
            partner=partner,
            thing=lpn,
            danger=danger,
            rests_until=date.fromisoformat(rests) if rests else None,
            handed_to=handed,
            units=read[units],
            codes=_codes(codes),
        )
        yield Unread(head)


def _item_rows(connection: Connection) -> Iterator[Unread]:
    in_exchange = {side.stray.item for each in crossed.proposals(connection) for side in each.sides}
    for row in connection.execute(_ITEMS).all():
        since, item, question, decision, serial, number, partner, danger, model, rests, handed, codes = row
        if item in in_exchange:
            continue
        verdict = question == Question.VERDICT
        head = Head(
            kind=CaseKind.ITEM if verdict else CaseKind.OUTCOME,
            key=(item,),
            since=datetime.fromisoformat(since),
            decision=_DECISIONS[decision] if verdict else None,
            number=number,
            partner=partner,
            thing=item,
            serial=serial,
            danger=danger,
            units=((model, 1),) if model else (),
            rests_until=date.fromisoformat(rests) if rests else None,
            handed_to=handed,
            codes=_codes(codes) if verdict else (),
        )
        yield Unread(head)


@cache
def _codes(text: str) -> tuple[str, ...]:
    """Read a row's rules; few texts come again and again."""
    return tuple(text.split())
