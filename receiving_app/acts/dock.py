"""What a dock worker does: scan a label, and say by command what the label doesn't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from receiving_app.acts import boxes, people
from receiving_app.acts.judging import Judging
from receiving_app.acts.outcome import Answer, Detail, LookUp, Outcome, TapeEntry
from receiving_app.acts.recording import record, storable
from receiving_app.acts.station import Act, Station
from receiving_app.domain.command import Command
from receiving_app.domain.events import Ending, LabelRead, PackageEnded
from receiving_app.domain.joining import Joining, joining
from receiving_app.domain.label_facts import ServiceSays
from receiving_app.domain.label_reading import NUMBER_KINDS, Kind, Meaning, classify, interpret, without_badge
from receiving_app.domain.lpn import lpn_of
from receiving_app.domain.package import Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Reading
from receiving_app.domain.rma_number import Candidate, Form
from receiving_app.domain.roles import NOBODY, Actor, Right
from receiving_app.storage import packages, service_data

#: Of what is seen together our own plate says which package it is; then the RMA number, on which the rest hangs.
_ORDER = {
    kind: place for place, kind in enumerate((Kind.LPN, Kind.RMA, Kind.RMA_WELL_FORMED, Kind.RMA_LIKE, Kind.TRACKING))
}


@dataclass(frozen=True, slots=True)
class _Taken:
    """A recorded reading with what it means; `event` is the id under which it was recorded."""

    reading: Reading
    event: str
    meaning: Meaning


class Dock:
    """The acts at the dock of one station; each answers with what the screen should show."""

    def __init__(self, station: Station, judging: Judging) -> None:
        self._station = station
        self._judging = judging

    def scan(self, readings: Sequence[Reading], actor: Actor) -> tuple[Outcome, ...]:
        """Take what was read, all that one picture showed together; give one outcome a reading.

        The readings are committed before anybody interprets them; receipt, verdict and their events are the
        second commit. Raise `NotAllowedError`.
        """
        recorded = record(self._station, readings, actor)
        # Nobody at all may still show a badge, and is told to: the rest is recorded and no more.
        with self._station.act_of(actor) if actor == NOBODY else self._station.act(actor, Right.RECEIVE) as act:
            policy = service_data.current_policy(act.connection)
            taken = [
                _Taken(reading, event, _meaning(act.connection, reading, policy))
                for reading, event in zip(readings, recorded, strict=True)
            ]
            taken.sort(key=lambda one: _ORDER.get(one.meaning.kind, len(_ORDER)))
            return tuple(_with_truck(act.connection, outcome) for outcome in self._take_all(act, taken, policy))

    def command(self, command: Command, actor: Actor) -> Outcome:
        """Carry out a command of the sheet, given by key or barcode."""
        with self._station.act(actor, Right.RECEIVE) as act:
            return _with_truck(act.connection, self._carry_out(act, command))

    def refuse_at_door(self, driver: str, carrier: str, note: str, actor: Actor) -> Outcome:
        """Record that a package was not taken from the driver."""
        ending = PackageEnded(Ending.REFUSED_AT_DOOR, driver.strip(), carrier.strip(), note.strip())
        with self._station.act(actor, Right.RECEIVE) as act:
            from receiving_app.acts import commands  # noqa: PLC0415 - likewise

            return _with_truck(act.connection, commands.end(act, self._station, self._judging, ending))

    def looked_up(self, look_up: LookUp, says: ServiceSays) -> Outcome:
        """Judge a number about which the service was asked; the RMA itself, if known, is stored already."""
        with self._station.store.transaction() as connection:
            package = packages.get(connection, look_up.lpn)
            if package is None or not package.counts:
                return _with_truck(connection, Outcome(Answer.NOTED, package))
            package = self._judging.judge(connection, package, {look_up.key: says})
            outcome = Outcome(Answer.JUDGED, package, look_up.key, asks_same_box=package.unconfirmed)
            return _with_truck(connection, outcome)

    def resume(self) -> Outcome:
        """Take up what the last run left: judge what was still waiting, and show the open package."""
        with self._station.store.transaction() as connection:
            for waiting in packages.unjudged(connection):
                unanswered = {
                    label.key: ServiceSays.NO_ANSWER
                    for label in waiting.live_labels
                    if waiting.judgement(label.key) is None
                }
                self._judging.judge(connection, waiting, unanswered)
        return self.at_hand()

    def at_hand(self) -> Outcome:
        """Give the open package as it stands, for a screen that shows it again."""
        with self._station.store.reading() as connection:
            package = packages.open_package(connection)
            if package is None:
                return _with_truck(connection, Outcome(Answer.NOTED))
            answer = Answer.JUDGED if package.judgements else Answer.NOTED
            return _with_truck(connection, Outcome(answer, package, asks_same_box=package.unconfirmed))

    def _carry_out(self, act: Act, command: Command) -> Outcome:
        from receiving_app.acts import commands  # noqa: PLC0415 - no label waits for what commands reach: items, prints

        return commands.carry_out(act, self._station, self._judging, command)

    def _take_all(self, act: Act, taken: Sequence[_Taken], policy: Policy) -> tuple[Outcome, ...]:
        outcomes: list[Outcome] = []
        touched: Package | None = None
        seen: set[str] = set()
        for one in taken:
            if one.meaning.kind in NUMBER_KINDS and seen.issuperset(number.key for number in one.meaning.numbers):
                # Two codes of one label say the same: that is one reading, not a second one.
                outcome = Outcome(Answer.ALREADY_COUNTED, touched, one.meaning.numbers[0].key)
            else:
                outcome = self._take(act, one, policy, touched)
            seen.update(number.key for number in one.meaning.numbers)
            touched = outcome.package or touched
            outcomes.append(replace(outcome, tape=_tape(one, outcome)))
        return tuple(outcomes)

    def _take(self, act: Act, one: _Taken, policy: Policy, touched: Package | None) -> Outcome:
        meaning = one.meaning
        match meaning.kind:
            case kind if kind is not Kind.BADGE and act.stamp.actor == NOBODY:
                return Outcome(Answer.REFUSED, detail=Detail.SIGN_IN)
            case Kind.COMMAND if meaning.command is not None:
                return self._carry_out(act, meaning.command)
            case Kind.LPN if meaning.lpn is not None:
                return self._open(act, meaning.lpn)
            case Kind.BADGE if meaning.badge is not None:
                return people.sign_in_by_badge(act, meaning.badge)
            case Kind.OTHER:
                return Outcome(Answer.NOT_UNDERSTOOD)
            case _:
                return self._join(act, one, policy, touched)

    def _join(self, act: Act, one: _Taken, policy: Policy, touched: Package | None) -> Outcome:
        package = boxes.at_hand(act.connection)
        in_view = package is not None and touched is not None and package.lpn == touched.lpn
        how = joining(package, one.meaning, one.reading.read_at, policy, in_view=in_view)
        key = one.meaning.numbers[0].key if one.meaning.numbers else None
        if how is Joining.REPEATS and package is not None and one.meaning.kind is not Kind.RMA_LIKE:
            return Outcome(Answer.ALREADY_COUNTED, package, key, asks_same_box=package.unconfirmed)
        if package is None or how in {Joining.OPENS, Joining.OPENS_ASKING}:
            package = boxes.arrive(act, self._station, asking=how is Joining.OPENS_ASKING)
        for body in _label_readings(one):
            package = act.on(package, body, body.key or None)
        return self._judged(act.connection, package, key)

    def _judged(self, connection: Connection, package: Package, key: str | None) -> Outcome:
        package = self._judging.judge(connection, package)
        look_ups = self._judging.look_ups(connection, package)
        if key is None:
            answer = Answer.NOTED
        else:
            answer = Answer.LOOKING_UP if any(ask.key == key for ask in look_ups) else Answer.JUDGED
        return Outcome(answer, package, key, asks_same_box=package.unconfirmed, look_ups=look_ups)

    def _open(self, act: Act, lpn: str) -> Outcome:
        """Turn to the package with a licence plate: one received before, or one labelled ahead of its scan."""
        package = packages.get(act.connection, lpn)
        if package is not None and package.merged_into is not None:
            package = packages.get(act.connection, package.merged_into)
        if package is None and not self._is_ours(lpn):
            return Outcome(Answer.REFUSED, detail=Detail.OTHER_STATION)
        if package is None:
            package = boxes.arrive(act, self._station, asking=False, lpn=lpn)
            packages.save(act.connection, package)
        elif not package.is_open:
            boxes.close_open(act)
            package = boxes.reopen(act, package)
        return Outcome(Answer.DONE, package, detail=Detail.OPENED, asks_same_box=package.unconfirmed)

    def _is_ours(self, lpn: str) -> bool:
        return lpn.rpartition("-")[0] == lpn_of(self._station.name, 0).rpartition("-")[0]


def _with_truck(connection: Connection, outcome: Outcome) -> Outcome:
    stamp = boxes.truck(connection)
    return replace(outcome, truck_since=stamp.received.at if stamp else None)


def _tape(one: _Taken, outcome: Outcome) -> TapeEntry:
    lpn = outcome.package.lpn if outcome.package else None
    return TapeEntry(without_badge(one.reading), one.meaning.kind, outcome.answer, lpn)


def _meaning(connection: Connection, reading: Reading, policy: Policy) -> Meaning:
    meant = interpret(replace(reading, text=storable(reading.text)), policy.number_format)
    return classify(meant, service_data.find(connection, meant))


def _label_readings(one: _Taken) -> tuple[LabelRead, ...]:
    """Say what a reading adds to its package: one event for each number it names."""
    meaning, reading = one.meaning, one.reading
    base = LabelRead(
        kind=meaning.kind,
        source=reading.source,
        reading=one.event,
        tracking=meaning.tracking,
        carrier=meaning.carrier,
        serial=meaning.serial,
        points_to=meaning.points_to,
        photo=reading.photo,
    )
    if meaning.kind not in NUMBER_KINDS:
        return (base,)
    return tuple(_with_number(base, number) for number in meaning.numbers)


def _with_number(base: LabelRead, number: Candidate) -> LabelRead:
    form = Form.WELL_FORMED if base.kind is Kind.RMA else number.form
    return replace(base, key=number.key, number=number.number, form=form, carton=number.carton)
