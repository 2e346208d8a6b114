"""What is done with a box that nobody claims: it is kept, asked around for, sent back when paid for, or abandoned."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection

from receiving_app.acts.decision import GivenUp, KeptHere, Objection, WayAgreed
from receiving_app.acts.station import Act, Station
from receiving_app.acts.written import kept
from receiving_app.domain.authorization import Rma
from receiving_app.domain.candidates import Candidate, clues_of
from receiving_app.domain.events import Body, Choice, ReviewDecided, Subject
from receiving_app.domain.four_eyes import Authored, Eyes, eyes
from receiving_app.domain.package import Package, step
from receiving_app.domain.policy import Policy
from receiving_app.domain.rma_number import number_key
from receiving_app.domain.roles import Actor, ActorKind, Right
from receiving_app.domain.unclaimed import Unclaimed, days_kept, reminder_due, unclaimed_number_of
from receiving_app.domain.unclaimed_events import (
    UnclaimedAbandoned,
    UnclaimedAgreed,
    UnclaimedKept,
    UnclaimedMatched,
    UnclaimedReminded,
)
from receiving_app.storage import candidates, packages, service_data

#: What time and the service's data bring up has no author.
UNCLAIMED_RULES = Actor(ActorKind.RULE, None, None, "unclaimed-rules")
#: The reason that stands beside the verdicts of a box that is kept.
RULE_STANDS = "rule-stands"
#: The reason that only the note tells.
OTHER = "other"


class Keeping:
    """The acts on the unclaimed boxes of one station."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def keep(self, said: KeptHere, actor: Actor) -> Package | Objection:
        """Put a box that nobody can place on a shelf, upholding its rejection; raise `NotAllowedError`.

        Of a box that is kept already it says that somebody has looked at it anew, and perhaps moved it.
        """
        with self._station.act(actor, Right.DECIDE) as act:
            package = packages.get(act.connection, said.lpn)
            if package is None or not (package.is_unclaimed or package.may_be_kept):
                return Objection.NOT_OFFERED
            if not said.place.strip() and not (package.unclaimed and package.unclaimed.place):
                return Objection.PLACE_MISSING
            until = held_until(act, self._station)
            for judgement in package.judgements:
                if judgement.review is None:
                    upheld = ReviewDecided(
                        judgement.key, judgement.number, judgement.event, Choice.UPHOLD, RULE_STANDS, kept(said.note)
                    )
                    package = _held(act, package, upheld, until, judgement.key)
            return stands_unclaimed(act, package, until, place=kept(said.place), note=kept(said.note))

    def agree(self, said: WayAgreed, actor: Actor) -> Package | Objection:
        """Let an unclaimed box leave, because somebody has agreed to pay for it; raise `NotAllowedError`."""
        with self._station.act(actor, Right.DECIDE) as act:
            package = packages.get(act.connection, said.lpn)
            if package is None or package.unclaimed is None or not package.is_unclaimed:
                return Objection.NOT_OFFERED
            if not said.by.strip() or said.on is None:
                return Objection.AGREEMENT_MISSING
            if said.on > self._today(service_data.current_policy(act.connection)):
                return Objection.CONSENT_TOO_LATE
            here = package.unclaimed
            body = UnclaimedAgreed(here.number, here.event, kept(said.by), said.on, kept(said.note))
            return _saved(act, _held(act, package, body, held_until(act, self._station)))

    def abandon(self, said: GivenUp, actor: Actor) -> Package | Objection:
        """Give a box up that nobody has claimed in the policy's time; whoever kept it doesn't.

        Raise `NotAllowedError` where the actor may not decide.
        """
        with self._station.act(actor, Right.DECIDE) as act:
            package = packages.get(act.connection, said.lpn)
            if package is None or package.unclaimed is None or not package.is_unclaimed:
                return Objection.NOT_OFFERED
            policy, here = service_data.current_policy(act.connection), package.unclaimed
            if days_kept(here, self._today(policy), policy) < policy.unclaimed.abandon_days:
                return Objection.STILL_KEPT
            author = Authored(here.kept_by, here.kept_at)
            whose = eyes(actor.person, [author], self._station.clock.now(), lone=policy.lone_supervisor)
            if whose is Eyes.OWN:
                return Objection.OWN_WORK
            if not said.reason.strip():
                return Objection.REASON_MISSING
            if said.reason == OTHER and not said.note.strip():
                return Objection.WORDS_MISSING
            body = UnclaimedAbandoned(
                here.number, here.event, said.becomes, said.reason.strip(), kept(said.note), whose is Eyes.ALONE
            )
            return _saved(act, _held(act, package, body, held_until(act, self._station)))

    def watch(self, *, claims: bool = True) -> tuple[str, ...]:
        """Say of which unclaimed boxes it is time to ask around, and for which an RMA has come up; give their plates.

        Without `claims` no RMA is looked for: none came since the last time. Each box has a transaction of its own, so
        that the dock never waits long.
        """
        with self._station.store.reading() as connection:
            changed = [box.lpn for box in packages.unclaimed(connection) if self._news(connection, box, claims)]
        for lpn in changed:
            with self._station.store.transaction() as connection:
                package = packages.get(connection, lpn)
                if package is not None:
                    self._tell(connection, package, claims)
        return tuple(changed)

    def _tell(self, connection: Connection, package: Package, claims: bool) -> None:
        stamp = self._station.stamp(connection, UNCLAIMED_RULES)
        for body in self._news(connection, package, claims):
            event = self._station.journal.append(connection, body, Subject(package.lpn), stamp)
            package = step(package, event) or package
        packages.save(connection, package)

    def _news(self, connection: Connection, package: Package, claims: bool) -> tuple[Body, ...]:
        here = package.unclaimed
        if here is None or not package.is_unclaimed:
            return ()
        policy = service_data.current_policy(connection)
        days = reminder_due(here, self._today(policy), policy)
        reminders = (UnclaimedReminded(here.number, days, here.place),) if days is not None else ()
        come_up = _come_up(connection, package, here) if claims else ()
        return (*reminders, *(_matched(here, rma, each) for rma, each in come_up))

    def _today(self, policy: Policy) -> date:
        return policy.calendar.local(self._station.clock.corrected()).date()


def stands_unclaimed(act: Act, package: Package, until: datetime, *, place: str = "", note: str = "") -> Package:
    """Keep a box whose rejection is upheld, and that nobody can place, until somebody claims it."""
    seen = tuple(number_key(rma.number) for rma, _ in _certain(act.connection, package))
    before = package.unclaimed.place if package.unclaimed else ""
    body = UnclaimedKept(unclaimed_number_of(package.lpn), place or before, seen, note)
    return _saved(act, _held(act, package, body, until))


def held_until(act: Act, station: Station) -> datetime:
    """Give until when a decision made now can be taken back."""
    return station.clock.now() + service_data.current_policy(act.connection).undo_within


def _held(act: Act, package: Package, body: Body, until: datetime, key: str = "") -> Package:
    return step(package, act.write(body, Subject(package.lpn, key or None), not_before=until)) or package


def _saved(act: Act, package: Package) -> Package:
    packages.save(act.connection, package)
    return package


def _certain(connection: Connection, package: Package) -> tuple[tuple[Rma, Candidate], ...]:
    found = candidates.certain(connection, clues_of(package))
    return tuple((each.rma, each) for each in found if each.rma is not None)


def _come_up(connection: Connection, package: Package, here: Unclaimed) -> tuple[tuple[Rma, Candidate], ...]:
    """Give the RMAs that something on the box points to and that nobody has seen when it was looked at."""
    return tuple((rma, each) for rma, each in _certain(connection, package) if number_key(rma.number) not in here.seen)


def _matched(here: Unclaimed, rma: Rma, found: Candidate) -> UnclaimedMatched:
    return UnclaimedMatched(here.number, rma.number, number_key(rma.number), found.grounds)
