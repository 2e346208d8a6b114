"""What a supervisor leaves undecided for now, of any kind: asked, answered, put off until a day, or handed on."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from receiving_app.acts.decision import NotYet, Objection
from receiving_app.acts.station import Act, Station
from receiving_app.acts.written import kept
from receiving_app.domain.cases import CaseKind
from receiving_app.domain.events import CasePutOff, ReviewPutOff, Subject, Wait
from receiving_app.domain.item import step as item_step
from receiving_app.domain.item_review import subject
from receiving_app.domain.package import step as package_step
from receiving_app.domain.putting_off import PutOff, put_off
from receiving_app.domain.roles import Actor, Right, Role
from receiving_app.storage import crossed, items, packages, put_offs, service_data
from receiving_app.storage.expected import lines_of_rma

Answer = PutOff | Objection


class PuttingOff:
    """The acts of one station on cases that are not decided yet."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def put_off(self, said: NotYet, actor: Actor) -> Answer:
        """Write down why a case waits; it leaves the station when it can no longer be taken back.

        Raise `NotAllowedError` where the actor may not decide.
        """
        with self._station.act(actor, Right.DECIDE) as act:
            return self.within(act, said)

    def within(self, act: Act, said: NotYet) -> Answer:
        """Write it down as part of an act that was begun."""
        match said.kind:
            case CaseKind.PACKAGE:
                return self._package(act, said)
            case CaseKind.ITEM | CaseKind.OUTCOME:
                return self._item(act, said)
            case CaseKind.EMPTY_BOX:
                return self._empty_box(act, said)
            case CaseKind.EXCHANGE:
                return self._exchange(act, said)
            case CaseKind.INCOMPLETE_RMA:
                return self._incomplete(act, said)
            case CaseKind.UNCLAIMED:
                return Objection.NOT_OFFERED

    def _package(self, act: Act, said: NotYet) -> Answer:
        lpn, key = said.key
        package = packages.get(act.connection, lpn)
        judgement = package.judgement(key) if package else None
        if package is None or judgement is None or judgement.event != said.judged:
            return Objection.JUDGED_AGAIN
        if judgement.review is not None:
            return Objection.ALREADY_DECIDED
        if (objection := self._against(act.connection, said, judgement.put_off)) is not None:
            return objection
        body = ReviewPutOff(key, judgement.number, said.judged, said.why, kept(said.note), said.until, said.to)
        event = act.write(body, Subject(lpn, key or None), self._held_until(act))
        packages.save(act.connection, package_step(package, event) or package)
        return put_off(judgement.put_off, event.occurred_at, body)

    def _item(self, act: Act, said: NotYet) -> Answer:
        item = items.get(act.connection, said.key[0])
        if item is None or subject(item) != said.judged:
            return Objection.JUDGED_AGAIN
        # What a partner is asked of a device is a decision of its own, with an answer of its own.
        asks = said.why in {Wait.ASKED, Wait.ANSWERED}
        objection = Objection.NOT_OFFERED if asks else self._against(act.connection, said, item.put_off)
        if objection is not None:
            return objection
        body = _body(said, item.number, item.id)
        event = act.write(body, Subject(item.lpn or None, item.rma_key or None), self._held_until(act))
        items.save(act.connection, item_step(item, event) or item)
        return put_off(item.put_off, event.occurred_at, body)

    def _empty_box(self, act: Act, said: NotYet) -> Answer:
        package = packages.get(act.connection, said.key[0])
        unpacking = package.unpacking if package else None
        if package is None or unpacking is None or unpacking.event != said.judged:
            return Objection.JUDGED_AGAIN
        if unpacking.reviewed:
            return Objection.ALREADY_DECIDED
        if (objection := self._against(act.connection, said, unpacking.put_off)) is not None:
            return objection
        number = package.accepted[0].number if package.accepted else ""
        body = _body(said, number)
        event = act.write(body, Subject(package.lpn), self._held_until(act))
        packages.save(act.connection, package_step(package, event) or package)
        return put_off(unpacking.put_off, event.occurred_at, body)

    def _exchange(self, act: Act, said: NotYet) -> Answer:
        exchange = next((each for each in crossed.proposals(act.connection) if each.id == said.key[0]), None)
        first = exchange.sides[0] if exchange else None
        item = items.get(act.connection, first.stray.item) if first else None
        if first is None or item is None or first.stray.judged != said.judged:
            return Objection.JUDGED_AGAIN
        if (objection := self._against(act.connection, said, item.put_off)) is not None:
            return objection
        body = _body(said, first.home.number, item.id)
        event = act.write(body, Subject(item.lpn, first.home.rma_key), self._held_until(act))
        items.save(act.connection, item_step(item, event) or item)
        return put_off(item.put_off, event.occurred_at, body)

    def _incomplete(self, act: Act, said: NotYet) -> Answer:
        rma = service_data.rma(act.connection, said.key[0])
        if rma is None or not any(each.awaited for each in lines_of_rma(act.connection, said.key[0])):
            return Objection.JUDGED_AGAIN
        before = put_offs.of_rmas(act.connection, said.key).get(said.key[0])
        if (objection := self._against(act.connection, said, before)) is not None:
            return objection
        body = _body(said, rma.number)
        event = act.write(body, Subject(None, said.key[0]), self._held_until(act))
        return put_off(before, event.occurred_at, body)

    def _against(self, connection: Connection, said: NotYet, before: PutOff | None) -> Objection | None:
        """Say what speaks against leaving a case undecided in this way; None: nothing."""
        match said.why:
            case Wait.ASKED | Wait.ANSWERED:
                asked = before is not None and before.awaits_answer
                if asked is not (said.why is Wait.ANSWERED):
                    return Objection.NOT_OFFERED
                return None if said.note.strip() else Objection.WORDS_MISSING
            case Wait.SNOOZED:
                calendar = service_data.current_policy(connection).calendar
                today = calendar.local(self._station.clock.corrected()).date()
                return None if said.until is not None and said.until > today else Objection.DAY_IS_PAST
            case Wait.DELEGATED:
                person = service_data.person(connection, said.to) if said.to else None
                decides = person is not None and person.active and Role.SUPERVISOR in person.roles
                return None if decides else Objection.PERSON_MISSING

    def _held_until(self, act: Act) -> datetime:
        return self._station.clock.now() + service_data.current_policy(act.connection).undo_within


def _body(said: NotYet, number: str, item: str | None = None) -> CasePutOff:
    return CasePutOff(number, said.judged, said.why, kept(said.note), said.until, said.to, item)
