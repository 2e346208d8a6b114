"""Packages as they stand now: told from the journal, kept beside it in the same commit."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, select, text, update
from sqlalchemy.dialects.sqlite import insert

from receiving_app.domain.candidates import clues_of
from receiving_app.domain.cases import PackageCase
from receiving_app.domain.label_facts import Sibling
from receiving_app.domain.package import Judgement, Package
from receiving_app.domain.search_text import search_text
from receiving_app.domain.verdict import Answer, Decision, Rule
from receiving_app.storage import precedents
from receiving_app.storage.forms import from_json, to_json, utc_text
from receiving_app.storage.schema import packages, rmas, verdicts

#: Doubts that go away when data arrives.
_DATA_RULES = frozenset({Rule.RMA_UNKNOWN, Rule.RMA_NOT_OPEN, Rule.LATE, Rule.DATA_STALE, Rule.RMA_MALFORMED})
#: Reasons to hold that pass: data arrives, or the package that came before turns out to be none.
_PASSING = frozenset({Rule.DATA_STALE, Rule.ALREADY_RECEIVED})


#: A crash leaves at most the last packages waiting for an answer about one of several numbers.
_NEWEST = 10
#: SQLite takes 32,766 values a statement; a chunk of plates stays far below.
_CHUNK = 5_000

# What every scan asks is built once: building a statement takes longer than SQLite takes to answer it.
_PLATE: BindParameter[str] = bindparam("plate")
_STATE = select(packages.c.state).where(packages.c.lpn == _PLATE)
_STATES = select(packages.c.lpn, packages.c.state).where(packages.c.lpn.in_(bindparam("plates", expanding=True)))
_NUMBER = select(packages.c.number).where(packages.c.lpn == _PLATE)
_OPEN = select(packages.c.state).where(packages.c.is_open.is_(True)).order_by(packages.c.number.desc()).limit(1)
_NEWEST_NUMBER = select(func.coalesce(func.max(packages.c.number), 0))
_UNCLAIMED = select(packages.c.state).where(text("unclaimed IS 1")).order_by(packages.c.number)
_INSERT = insert(packages)
_SAVE = _INSERT.on_conflict_do_update(
    index_elements=["lpn"],
    set_={column.name: _INSERT.excluded[column.name] for column in packages.c if column.name not in {"number", "lpn"}},
)
_DROP_VERDICTS = delete(verdicts).where(verdicts.c.lpn == _PLATE)
_SAVE_VERDICTS = insert(verdicts)
_SIBLINGS = (
    select(verdicts.c.lpn, verdicts.c.effective, packages.c.received_at)
    .join_from(verdicts, packages, packages.c.lpn == verdicts.c.lpn)
    .where(
        verdicts.c.rma_key == bindparam("key"),
        verdicts.c.lpn != _PLATE,
        packages.c.number < func.coalesce(_NUMBER.scalar_subquery(), 1 << 62),
    )
    .order_by(packages.c.number)
)


def save(connection: Connection, package: Package) -> None:
    """Keep a package as it stands now, with the verdicts that queries look for."""
    values = {
        "lpn": package.lpn,
        "is_open": package.is_open,
        "counts": package.counts,
        "received_at": utc_text(package.received.at),
        "opened_at": utc_text(package.opened_at),
        "decision": package.decision.value if package.decision else None,
        "state": to_json(package),
        "found_empty": package.found_empty,
        "unclaimed": package.is_unclaimed,
        "found_by": _found_by(package),
    }
    connection.execute(_SAVE, values)
    connection.execute(_DROP_VERDICTS, {"plate": package.lpn})
    rows = [_verdict_row(package, judgement) for judgement in package.judgements]
    if rows:
        connection.execute(_SAVE_VERDICTS, rows)
    precedents.keep_of_package(connection, package)


def take_back(connection: Connection, lpn: str) -> None:
    """Keep the licence plate of a package whose arrival was taken back, and nothing else of it."""
    gone: dict[str, bool | str | None] = {"is_open": False, "counts": False, "decision": None, "state": ""}
    gone["found_by"] = None
    connection.execute(update(packages).where(packages.c.lpn == lpn).values(**gone, found_empty=False, unclaimed=False))
    connection.execute(_DROP_VERDICTS, {"plate": lpn})
    precedents.drop(connection, lpn)


def get(connection: Connection, lpn: str) -> Package | None:
    """Give a package by its licence plate."""
    state = connection.execute(_STATE, {"plate": lpn}).scalar()
    return from_json(Package, state) if state else None


def unclaimed(connection: Connection) -> tuple[Package, ...]:
    """Give the packages that are kept until somebody claims them, the one first that came first."""
    rows = connection.execute(_UNCLAIMED)
    return tuple(from_json(Package, row.state) for row in rows)


def those(connection: Connection, lpns: Collection[str]) -> dict[str, Package]:
    """Give packages by their licence plates."""
    wanted = list(lpns)
    found = {}
    for start in range(0, len(wanted), _CHUNK):
        rows = connection.execute(_STATES, {"plates": wanted[start : start + _CHUNK]})
        found.update({row.lpn: from_json(Package, row.state) for row in rows if row.state})
    return found


def found_empty(connection: Connection) -> tuple[Package, ...]:
    """Give the packages in which nothing was and that no supervisor has looked at, the oldest first."""
    query = select(packages.c.state).where(packages.c.found_empty.is_(True)).order_by(packages.c.number)
    return tuple(from_json(Package, state) for state in connection.execute(query).scalars())


def open_package(connection: Connection) -> Package | None:
    """Give the package that readings join now."""
    state = connection.execute(_OPEN).scalar()
    return from_json(Package, state) if state else None


def unjudged(connection: Connection) -> tuple[Package, ...]:
    """Give the packages with a number that no verdict has been given for yet."""
    newest = packages.c.number > _newest_number(connection) - _NEWEST
    query = select(packages.c.state).where(packages.c.counts.is_(True), packages.c.decision.is_(None) | newest)
    found = (from_json(Package, row.state) for row in connection.execute(query))
    return tuple(each for each in found if any(each.judgement(label.key) is None for label in each.live_labels))


def siblings(connection: Connection, key: str, lpn: str) -> tuple[Sibling, ...]:
    """Give the packages of an RMA that this station received before the package `lpn`."""
    return tuple(
        Sibling(row.lpn, Decision(row.effective), datetime.fromisoformat(row.received_at))
        for row in connection.execute(_SIBLINGS, {"plate": lpn, "key": key})
    )


def to_judge_again(connection: Connection) -> tuple[str, ...]:
    """Give the packages with verdicts nobody has reviewed, whose RMA changed or whose data was in doubt."""
    query = (
        select(verdicts.c.lpn)
        .select_from(verdicts.outerjoin(rmas, rmas.c.rma_key == verdicts.c.rma_key))
        .where(
            verdicts.c.reviewed.is_(False),
            verdicts.c.doubts_data.is_(True) | rmas.c.rev.is_distinct_from(verdicts.c.rma_rev),
        )
        .distinct()
    )
    return tuple(row.lpn for row in connection.execute(query))


def with_changed_rma(connection: Connection) -> frozenset[str]:
    """Give the packages with verdicts nobody has reviewed, whose RMA has another rev than they were judged by."""
    query = (
        select(verdicts.c.lpn)
        .join_from(verdicts, rmas, rmas.c.rma_key == verdicts.c.rma_key)
        .where(verdicts.c.reviewed.is_(False), rmas.c.rev.is_distinct_from(verdicts.c.rma_rev))
    )
    return frozenset(connection.execute(query).scalars())


def keep_as_judged(connection: Connection, lpn: str) -> None:
    """Keep that a package's verdicts hold under its RMAs as they are now; nobody asks until they change again."""
    rev = select(rmas.c.rev).where(rmas.c.rma_key == verdicts.c.rma_key).scalar_subquery()
    connection.execute(update(verdicts).where(verdicts.c.lpn == lpn).values(rma_rev=rev))


def _newest_number(connection: Connection) -> int:
    return int(connection.execute(_NEWEST_NUMBER).scalar_one())


def _found_by(package: Package) -> str | None:
    """Give by what a box is found that nobody could place: its unclaimed number, and what was found on it."""
    if not package.clues and package.unclaimed is None:
        return None
    number = package.unclaimed.number if package.unclaimed else ""
    return search_text((number, *clues_of(package)))


def _verdict_row(package: Package, judgement: Judgement) -> dict[str, object]:
    facts, head = judgement.facts, PackageCase(package, judgement).head
    unsure = {finding.rule for finding in judgement.verdict.trace if finding.answer is Answer.UNSURE}
    doubted = (unsure & _DATA_RULES) or _PASSING.intersection(judgement.verdict.codes)
    return {
        "lpn": package.lpn,
        "rma_key": judgement.key,
        "decision": judgement.verdict.decision.value,
        "effective": judgement.decision.value,
        "reviewed": judgement.review is not None,
        "rma_rev": facts.rma.rev if facts.rma else None,
        "doubts_data": bool(doubted),
        "judged_at": utc_text(judgement.judged_at),
        "since": utc_text(head.since),
        "number": head.number,
        "partner": head.partner,
        "danger": head.danger,
        "unpacked": package.unpacking is not None and package.unpacking.done,
        "rests_until": head.rests_until.isoformat() if head.rests_until else None,
        "handed_to": head.handed_to,
        "units": to_json(head.units) if head.units else "",
        "codes": " ".join(head.codes),
    }
