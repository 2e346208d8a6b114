"""What a supervisor decides of more than one box: crossed boxes, empty ones, and lines that never came."""

from __future__ import annotations

from datetime import datetime

from receiving_app.acts.decision import BoxSeen, CrossedOrNot, NotReturned, Objection
from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.station import Act, Station
from receiving_app.acts.written import kept
from receiving_app.domain.events import Subject
from receiving_app.domain.exchange import Exchange, Exchanged, ExchangeDecided, LineEnd, LineSettled
from receiving_app.domain.four_eyes import Authored, Eyes, eyes
from receiving_app.domain.item import Item, step
from receiving_app.domain.item_events import EmptyBoxReviewed
from receiving_app.domain.package import Package
from receiving_app.domain.package import step as package_step
from receiving_app.domain.roles import Actor, Right
from receiving_app.storage import crossed, items, packages, service_data
from receiving_app.storage.expected import lines_of_rma


class Exchanging:
    """The acts on crossed boxes and on lines that never came, at one station."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._item_judging = ItemJudging(station)

    def decide(self, said: CrossedOrNot, actor: Actor) -> tuple[Item, ...] | Objection:
        """Count both devices to the RMAs that list them, or let them stay where they came; raise `NotAllowedError`.

        It leaves the station when it can no longer be taken back.
        """
        with self._station.act(actor, Right.DECIDE) as act:
            return self.decide_within(act, said)

    def decide_within(self, act: Act, said: CrossedOrNot) -> tuple[Item, ...] | Objection:
        """Write it down as part of an act that was begun."""
        if not said.reason.strip():
            return Objection.REASON_MISSING
        if said.exchange not in crossed.proposals(act.connection):
            return Objection.JUDGED_AGAIN
        body = ExchangeDecided(_sides(said.exchange), said.crossed, said.reason.strip(), kept(said.note))
        first = said.exchange.sides[0].stray
        event = act.write(body, Subject(first.lpn), not_before=self._held_until(act))
        found = [items.get(act.connection, side.item) for side in body.sides]
        changed = [step(item, event) for item in found if item is not None]
        for item in changed:
            if item is not None:
                items.save(act.connection, item)
        return tuple(self._item_judging.judge(act.connection, item) for item in changed if item is not None)

    def settle(self, said: NotReturned, actor: Actor) -> tuple[LineSettled, ...] | Objection:
        """Settle lines as not returned once their last day is over; raise `NotAllowedError`."""
        with self._station.act(actor, Right.DECIDE) as act:
            return self.settle_within(act, said)

    def settle_within(self, act: Act, said: NotReturned) -> tuple[LineSettled, ...] | Objection:
        """Write it down as part of an act that was begun."""
        if not said.reason.strip():
            return Objection.REASON_MISSING
        lines = [each for each in lines_of_rma(act.connection, said.rma_key) if each.line.id in said.lines]
        if not lines or not all(each.awaited for each in lines):
            return Objection.JUDGED_AGAIN
        calendar = service_data.current_policy(act.connection).calendar
        if calendar.local(self._station.clock.corrected()).date() <= lines[0].receive_by:
            return Objection.STILL_AWAITED
        bodies = tuple(
            LineSettled(
                rma_key=each.rma_key,
                number=each.number,
                line=each.line.id,
                how=LineEnd.NOT_RETURNED,
                missing=each.awaited,
                reason=said.reason.strip(),
                note=kept(said.note),
            )
            for each in lines
        )
        until = self._held_until(act)
        for body in bodies:
            act.write(body, Subject(None, body.rma_key), not_before=until)
        return bodies

    def seen(self, said: BoxSeen, actor: Actor) -> Package | Objection:
        """Close the case of an empty box; whoever found it empty doesn't close it. Raise `NotAllowedError`."""
        with self._station.act(actor, Right.DECIDE) as act:
            return self.seen_within(act, said)

    def seen_within(self, act: Act, said: BoxSeen) -> Package | Objection:
        """Write it down as part of an act that was begun."""
        package = packages.get(act.connection, said.lpn)
        unpacking = package.unpacking if package else None
        if package is None or unpacking is None or unpacking.event != said.judged:
            return Objection.JUDGED_AGAIN
        if unpacking.reviewed:
            return Objection.ALREADY_DECIDED
        if not said.reason.strip():
            return Objection.REASON_MISSING
        lone = service_data.current_policy(act.connection).lone_supervisor
        found = Authored(unpacking.person, unpacking.begun_at)
        if eyes(act.stamp.actor.person, [found], self._station.clock.now(), lone=lone) is Eyes.OWN:
            return Objection.OWN_WORK
        body = EmptyBoxReviewed(said.judged, said.reason.strip(), kept(said.note))
        event = act.write(body, Subject(package.lpn), not_before=self._held_until(act))
        package = package_step(package, event) or package
        packages.save(act.connection, package)
        return package

    def _held_until(self, act: Act) -> datetime:
        return self._station.clock.now() + service_data.current_policy(act.connection).undo_within


def _sides(exchange: Exchange) -> tuple[Exchanged, ...]:
    return tuple(
        Exchanged(
            item=side.stray.item,
            judged=side.stray.judged,
            rma_key=side.home.rma_key,
            number=side.home.number,
            line=side.home.line,
            model=side.home.model,
        )
        for side in exchange.sides
    )
