"""What the review shows of the past beside a case: the partner so far, and what was decided of cases like it."""

from __future__ import annotations

from datetime import datetime

from receiving_app.domain.cases import Case, PackageCase
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.item_review import Question
from receiving_app.domain.precedents import (
    NO_PRECEDENTS,
    Grounds,
    grounds_of_device,
    grounds_of_outcome,
    grounds_of_verdict,
)
from receiving_app.queries.answers import Past
from receiving_app.storage import precedents
from receiving_app.storage.store import Store


def past(store: Store, case: Case, now: datetime) -> Past:
    """Look up what was before a case; a case that no rule stopped has nothing like it."""
    grounds, partner = _grounds(case), _partner(case)
    with store.reading() as connection:
        known = precedents.history(connection, partner, now) if partner else None
        alike = precedents.alike(connection, grounds, partner) if grounds else NO_PRECEDENTS
    return Past(known, alike)


def _partner(case: Case) -> str:
    match case:
        case PackageCase():
            rma = case.judgement.facts.rma
        case ItemCase():
            rma = case.rma
        case _:
            rma = None
    return rma.partner if rma else ""


def _grounds(case: Case) -> Grounds | None:
    match case:
        case PackageCase():
            return grounds_of_verdict(case.judgement)
        case ItemCase(asks=Question.VERDICT):
            return grounds_of_device(case.item)
        case ItemCase():
            return grounds_of_outcome(case.item)
        case _:
            return None
