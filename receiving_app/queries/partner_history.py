"""What is known here of a partner when a supervisor decides on one of its packages."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select

from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.package import Package
from receiving_app.domain.verdict import Decision, Rule
from receiving_app.queries.answers import PartnerHistory
from receiving_app.storage.forms import from_json, utc_text
from receiving_app.storage.schema import items, packages, rmas, verdicts
from receiving_app.storage.store import Store

WITHIN = timedelta(days=90)


def partner_history(store: Store, partner: str, now: datetime) -> PartnerHistory:
    """Count what this station has seen of a partner, by its id."""
    outcome, extras = items.c.outcome, func.json_array_length(items.c.state, "$.extras")
    counted = (
        select(
            func.count(outcome),
            func.count().filter(outcome == InspectionOutcome.NO_FAULT_FOUND.value),
            func.count().filter(extras > 0),
        )
        .join_from(items, rmas, rmas.c.rma_key == items.c.rma_key)
        .where(rmas.c.partner == partner, items.c.state != "")
    )
    waived = (
        select(packages.c.state, verdicts.c.rma_key)
        .join_from(verdicts, rmas, rmas.c.rma_key == verdicts.c.rma_key)
        .join(packages, packages.c.lpn == verdicts.c.lpn)
        .where(
            rmas.c.partner == partner,
            verdicts.c.reviewed.is_(True),
            verdicts.c.decision != Decision.ACCEPT.value,
            verdicts.c.effective == Decision.ACCEPT.value,
            verdicts.c.judged_at >= utc_text(now - WITHIN),
        )
    )
    with store.reading() as connection:
        tested, sound, extra = connection.execute(counted).one()
        rows = connection.execute(waived).all()
    judged = (from_json(Package, state).judgement(key) for state, key in rows)
    late = sum(1 for each in judged if each is not None and Rule.LATE in each.verdict.codes)
    return PartnerHistory(late, tested, sound, extra)
