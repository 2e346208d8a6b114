"""A box that nobody claims: how long it has stood here, when somebody asks around, and when it may be abandoned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from receiving_app.domain.events import Event
from receiving_app.domain.policy import Policy
from receiving_app.domain.unclaimed_events import (
    Becomes,
    Ground,
    UnclaimedAbandoned,
    UnclaimedAgreed,
    UnclaimedKept,
    UnclaimedMatched,
    UnclaimedReminded,
)

_PLATE, _NUMBER = "LPN-", "UNC-"


@dataclass(frozen=True, slots=True)
class Match:
    """An RMA that came up for an unclaimed box, and why."""

    number: str
    rma_key: str
    grounds: tuple[Ground, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who has agreed to pay for the way back, and on which day."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A box that is kept until somebody claims it.

    `event` is the one that says so first, `looked_at` when somebody said so last; `seen` are the keys of the RMAs that
    have come up for it, `reminded` is after how many days it was last time to ask around. `claimed`: somebody has
    identified it since.
    """

    number: str
    place: str
    event: str
    kept_by: str | None
    kept_at: datetime
    looked_at: datetime
    seen: tuple[str, ...] = ()
    reminded: int = 0
    matches: tuple[Match, ...] = ()
    claimed: bool = False
    agreed: Agreed | None = None
    becomes: Becomes | None = None

    @property
    def waits(self) -> bool:
        """Whether nobody has claimed it, agreed to take it back, or abandoned it."""
        return not self.claimed and self.agreed is None and self.becomes is None

    @property
    def new_matches(self) -> tuple[Match, ...]:
        """What came up since somebody looked last."""
        return tuple(match for match in self.matches if match.at > self.looked_at)


class Stage(StrEnum):
    """What an unclaimed box waits for."""

    #: A claim may have turned up.
    CLAIM = "claim"
    #: The policy's time is over: it may be abandoned.
    OVER = "over"
    #: It is time to ask around.
    REMIND = "remind"
    RESTS = "rests"


def unclaimed_number_of(lpn: str) -> str:
    """Give the number of an unclaimed box: its licence plate's digits under a name of its own."""
    return _NUMBER + lpn.removeprefix(_PLATE)


def days_kept(unclaimed: Unclaimed, today: date, policy: Policy) -> int:
    """Count the days that a box has stood here unclaimed, by the site's calendar."""
    return (today - _kept_on(unclaimed, policy)).days


def stage(unclaimed: Unclaimed, today: date, policy: Policy) -> Stage:
    """Say what a box that waits is waiting for."""
    if unclaimed.new_matches:
        return Stage.CLAIM
    if days_kept(unclaimed, today, policy) >= policy.unclaimed.abandon_days:
        return Stage.OVER
    looked = policy.calendar.local(unclaimed.looked_at).date()
    return Stage.REMIND if any(looked < day <= today for day in _days(unclaimed, policy)) else Stage.RESTS


def up_since(unclaimed: Unclaimed, today: date, policy: Policy) -> date:
    """Give the day since which it waits for somebody; while it rests, that on which it was looked at last."""
    looked = policy.calendar.local(unclaimed.looked_at).date()
    days = [day for day in _days(unclaimed, policy) if looked < day <= today]
    days += [policy.calendar.local(match.at).date() for match in unclaimed.new_matches]
    over = _over_on(unclaimed, policy)
    return min((*days, *([over] if over <= today else [])), default=looked)


def rests_until(unclaimed: Unclaimed, today: date, policy: Policy) -> date | None:
    """Give the day on which a box that rests comes up again; None where it waits for somebody now."""
    if stage(unclaimed, today, policy) is not Stage.RESTS:
        return None
    return min(day for day in (*_days(unclaimed, policy), _over_on(unclaimed, policy)) if day > today)


def reminder_due(unclaimed: Unclaimed, today: date, policy: Policy) -> int | None:
    """Give after how many days it is time to ask around, if nobody was reminded of that yet; None: not now.

    Of several that have passed unseen the last one counts.
    """
    kept = days_kept(unclaimed, today, policy)
    due = [days for days in policy.unclaimed.remind_days if unclaimed.reminded < days <= kept]
    return max(due, default=None) if unclaimed.waits else None


def step(unclaimed: Unclaimed | None, event: Event) -> Unclaimed | None:
    """Give what is known of an unclaimed box after one more event; others change nothing."""
    body = event.body
    if isinstance(body, UnclaimedKept):
        if unclaimed is None or not unclaimed.waits:
            at = event.occurred_at
            return Unclaimed(body.unclaimed, body.place, event.id, event.actor.person, at, at, body.seen)
        seen = tuple(dict.fromkeys((*unclaimed.seen, *body.seen)))
        place = body.place or unclaimed.place
        return replace(unclaimed, place=place, looked_at=event.occurred_at, seen=seen)
    if unclaimed is None:
        return None
    match body:
        case UnclaimedReminded():
            return replace(unclaimed, reminded=body.days)
        case UnclaimedMatched():
            match = Match(body.number, body.rma_key, body.grounds, event.occurred_at)
            return replace(unclaimed, matches=(*unclaimed.matches, match), seen=(*unclaimed.seen, body.rma_key))
        case UnclaimedAgreed():
            return replace(unclaimed, agreed=Agreed(body.agreed_by, body.agreed_on))
        case UnclaimedAbandoned():
            return replace(unclaimed, becomes=body.becomes)
        case _:
            return unclaimed


def _days(unclaimed: Unclaimed, policy: Policy) -> tuple[date, ...]:
    kept = _kept_on(unclaimed, policy)
    return tuple(kept + timedelta(days=days) for days in policy.unclaimed.remind_days)


def _over_on(unclaimed: Unclaimed, policy: Policy) -> date:
    return _kept_on(unclaimed, policy) + timedelta(days=policy.unclaimed.abandon_days)


def _kept_on(unclaimed: Unclaimed, policy: Policy) -> date:
    return policy.calendar.local(unclaimed.kept_at).date()
