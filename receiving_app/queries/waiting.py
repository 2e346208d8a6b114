"""The review's list: of ten thousand cases their rows alone, and all of a case when somebody looks at it.

To read every package and device whole takes two seconds for as many.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, case, func, select

from receiving_app.domain.cases import Case, CaseKind, Head, PackageCase, Unread, by_urgency
from receiving_app.domain.item_events import Mark
from receiving_app.domain.item_review import Question
from receiving_app.domain.package import Package
from receiving_app.domain.unpacking import ItemRule
from receiving_app.domain.verdict import Decision
from receiving_app.queries.exchanges import empty_boxes, exchange_cases, incomplete_cases
from receiving_app.queries.item_cases import cases_to_read, item_case
from receiving_app.queries.review import local_day
from receiving_app.storage import crossed, packages
from receiving_app.storage.forms import from_json
from receiving_app.storage.schema import items, partners, rmas, verdicts
from receiving_app.storage.schema import packages as boxes
from receiving_app.storage.store import Store

#: What only all of a device tells: whether parts of it are still looked for, or whose box it came in.
_TO_READ = (items.c.rma_key == "") | (
    func.coalesce(func.json_extract(items.c.state, "$.judgement.verdict.codes"), "")
    == f'["{ItemRule.INCOMPLETE_ITEM}"]'
)
_PARTNER = func.coalesce(partners.c.name, rmas.c.partner).label("partner")
#: Several numbers on one package are told apart by their RMAs.
_NUMBER = case(
    (
        func.json_array_length(boxes.c.state, "$.judgements") == 1,
        func.json_extract(boxes.c.state, "$.judgements[0].number"),
    ),
    else_=func.coalesce(rmas.c.number, verdicts.c.rma_key),
).label("number")
_PACKAGES = (
    select(
        verdicts.c.lpn,
        verdicts.c.rma_key,
        verdicts.c.decision,
        boxes.c.opened_at,
        _NUMBER,
        _PARTNER,
        func.json_extract(boxes.c.state, "$.hazard").label("danger"),
        case((func.instr(boxes.c.state, '"put_off":{') > 0, boxes.c.state)).label("put_off_in"),
    )
    .select_from(
        verdicts.join(boxes, boxes.c.lpn == verdicts.c.lpn)
        .outerjoin(rmas, rmas.c.rma_key == verdicts.c.rma_key)
        .outerjoin(partners, partners.c.id == rmas.c.partner)
    )
    .where(verdicts.c.reviewed.is_(False), verdicts.c.decision != Decision.ACCEPT.value)
    .order_by(boxes.c.number, verdicts.c.judged_at)
)
_STATE = items.c.state
_ITEMS = (
    select(
        items.c.id,
        items.c.question,
        items.c.decision,
        func.json_extract(_STATE, "$.serial").label("serial"),
        func.json_extract(_STATE, "$.number").label("number"),
        func.coalesce(
            func.json_extract(_STATE, "$.judgement.review.decided_at"),
            func.json_extract(_STATE, "$.judgement.judged_at"),
        ).label("judged"),
        func.coalesce(
            func.json_extract(_STATE, "$.inspection.review.decided_at"),
            func.json_extract(_STATE, "$.inspection.decided_at"),
        ).label("ended"),
        _PARTNER,
        func.instr(func.json_extract(_STATE, "$.marks"), Mark.HAZARD.value).label("danger"),
    )
    .select_from(
        items.outerjoin(rmas, rmas.c.rma_key == items.c.rma_key).outerjoin(partners, partners.c.id == rmas.c.partner)
    )
    .where(items.c.question.is_not(None), items.c.left.is_(False), _STATE != "", ~_TO_READ)
    .order_by(items.c.number)
)


def waiting(store: Store, now: datetime) -> tuple[Case, ...]:
    """Give everything that waits for a supervisor, the most urgent first; packages and devices mostly unread."""
    with store.reading() as connection:
        few: tuple[Case, ...] = (*_package_rows(connection), *_item_rows(connection))
        more: tuple[Case, ...] = cases_to_read(connection, _TO_READ)
    others: tuple[Case, ...] = (*empty_boxes(store), *exchange_cases(store), *incomplete_cases(store, now))
    return by_urgency((*few, *more, *others), local_day(store, now))


def read_case(store: Store, unread: Unread) -> Case | None:
    """Give all of a case; None where it waits no longer."""
    head = unread.head
    with store.reading() as connection:
        if head.kind is not CaseKind.PACKAGE:
            return item_case(connection, head.thing)
        package = packages.get(connection, head.thing)
    judgement = package.judgement(head.key[1]) if package else None
    if package is None or judgement is None or judgement.review is not None or judgement.decision is Decision.ACCEPT:
        return None
    return PackageCase(package, judgement)


def _package_rows(connection: Connection) -> Iterator[Case]:
    for row in connection.execute(_PACKAGES):
        if row.put_off_in is not None:
            package = from_json(Package, row.put_off_in)
            judgement = package.judgement(row.rma_key)
            if judgement is not None:
                yield PackageCase(package, judgement)
            continue
        yield Unread(
            Head(
                kind=CaseKind.PACKAGE,
                key=(row.lpn, row.rma_key),
                since=datetime.fromisoformat(row.opened_at),
                decision=Decision(row.decision),
                number=row.number,
                partner=row.partner or "",
                thing=row.lpn,
                danger=bool(row.danger),
            )
        )


def _item_rows(connection: Connection) -> Iterator[Unread]:
    in_exchange = {side.stray.item for each in crossed.proposals(connection) for side in each.sides}
    for row in connection.execute(_ITEMS):
        if row.id in in_exchange:
            continue
        verdict = row.question == Question.VERDICT
        yield Unread(
            Head(
                kind=CaseKind.ITEM if verdict else CaseKind.OUTCOME,
                key=(row.id,),
                since=datetime.fromisoformat(row.judged if verdict else row.ended),
                decision=Decision(row.decision) if verdict else None,
                number=row.number,
                partner=row.partner or "",
                thing=row.id,
                serial=row.serial,
                danger=bool(row.danger),
            )
        )
