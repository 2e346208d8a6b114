"""What the review asks about boxes that nobody can place: whose they may be, and which are kept."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from receiving_app.domain.candidates import Candidate, clues_of
from receiving_app.domain.claim_cases import UnclaimedCase
from receiving_app.domain.package import Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.unclaimed import Unclaimed, rests_until, up_since
from receiving_app.storage import candidates, packages, service_data
from receiving_app.storage.store import Store


def whose(store: Store, package: Package) -> tuple[Candidate, ...]:
    """Give the RMAs and partners that something found on a package points to, the likeliest first."""
    with store.reading() as connection:
        return candidates.for_clues(connection, clues_of(package))


def unclaimed_cases(store: Store, now: datetime) -> tuple[UnclaimedCase, ...]:
    """Give the boxes that are kept until somebody claims them, the one first that came first."""
    with store.reading() as connection:
        policy = service_data.current_policy(connection)
        kept = [(box, box.unclaimed) for box in packages.unclaimed(connection)]
    return tuple(_case(box, unclaimed, now, policy) for box, unclaimed in kept if unclaimed is not None)


def _case(box: Package, unclaimed: Unclaimed, now: datetime, policy: Policy) -> UnclaimedCase:
    today = policy.calendar.local(now).date()
    rests = rests_until(unclaimed, today, policy)
    up = datetime.combine(up_since(unclaimed, today, policy), time(), ZoneInfo(policy.calendar.time_zone))
    return UnclaimedCase(box, unclaimed, unclaimed.looked_at if rests else up, rests)
