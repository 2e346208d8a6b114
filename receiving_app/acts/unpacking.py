"""What a person does over an opened box: condition, devices, parts, extras, the client's video, done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from receiving_app.acts import boxes, commands, people
from receiving_app.acts.box_standing import part_named, refusal, standing, waiting
from receiving_app.acts.counting import Counting
from receiving_app.acts.custody import Custody
from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.item_notes import ItemNotes
from receiving_app.acts.judging import Judging
from receiving_app.acts.outcome import Answer
from receiving_app.acts.recording import record, storable
from receiving_app.acts.station import Act, Station
from receiving_app.acts.unpacking_outcome import Code, UnpackingOutcome
from receiving_app.domain.authorization import Address
from receiving_app.domain.command import DIGITS, Command
from receiving_app.domain.custody import SAID, Said
from receiving_app.domain.events import HazardFlagged
from receiving_app.domain.expected import parts_of, unsettled
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import (
    AddressCaptured,
    CartonCondition,
    Mark,
    Medium,
    UnpackingBegun,
    UnpackingEnded,
)
from receiving_app.domain.item_id import item_id_in
from receiving_app.domain.label_reading import Kind, Meaning, classify, interpret
from receiving_app.domain.package import Package
from receiving_app.domain.reading import Reading, Source
from receiving_app.domain.roles import Actor, Right
from receiving_app.domain.serial_text import bag_in, place_in
from receiving_app.storage import items, packages, service_data
from receiving_app.storage.expected import expected

_CONDITIONS = {
    CartonCondition.WHOLE: Code.BEGUN,
    CartonCondition.DAMAGED: Code.CARTON_DAMAGED,
    CartonCondition.TAMPERED: Code.CARTON_TAMPERED,
    CartonCondition.EMPTY: Code.EMPTY_BOX,
}
_CONDITION_COMMANDS = {
    Command.CARTON_WHOLE: CartonCondition.WHOLE,
    Command.CARTON_DAMAGED: CartonCondition.DAMAGED,
    Command.CARTON_TAMPERED: CartonCondition.TAMPERED,
    Command.CARTON_EMPTY: CartonCondition.EMPTY,
}
_MARKS = {Command.ITEM_TAMPERED: Mark.TAMPERED, Command.ITEM_DAMAGED: Mark.TRANSIT_DAMAGE}
_InBox = Callable[[Act, Package], UnpackingOutcome]
_OnItem = Callable[[Act, Package, Item], UnpackingOutcome]


class Unpacking:
    """The acts over the box at hand; each answers with what the screen should show, and raises `NotAllowedError`."""

    def __init__(self, station: Station, judging: Judging) -> None:
        self._station = station
        self._judging = judging
        self._item_judging = ItemJudging(station)
        self._counting = Counting(station, self._item_judging)
        self._notes = ItemNotes(self._item_judging)
        self._custody = Custody(station)

    def scan(
        self,
        readings: Sequence[Reading],
        actor: Actor,
        item: str | None = None,
        before: UnpackingOutcome | None = None,
    ) -> tuple[UnpackingOutcome, ...]:
        """Take what was read, committed before anybody interprets it; `item` is the device in hand.

        A digit answers the outcome `before`, where that asked something.
        """
        record(self._station, readings, actor)
        outcomes = []
        for reading in readings:
            outcome = self._scanned(reading, actor, item, before)
            before = outcome
            item = outcome.item.id if outcome.item else item
            outcomes.append(outcome)
        return tuple(outcomes)

    def command(self, command: Command, actor: Actor, item: str | None = None) -> UnpackingOutcome:
        """Carry out a command of the sheet; what belongs to the dock is done there."""
        if command in _CONDITION_COMMANDS:
            return self.condition(_CONDITION_COMMANDS[command], actor)
        if command in SAID:
            return self.custody(item, SAID[command], actor)
        if command in _MARKS:
            return self.mark(item, _MARKS[command], actor)
        match command:
            case Command.UNPACK:
                return self._begin_open(actor)
            case Command.UNREADABLE:
                return self.placeholder(actor)
            case Command.ALL_PARTS:
                return self.all_parts(item, actor)
            case Command.REST_MISSING:
                return self._on_item(actor, item, self._notes.rest_missing)
            case Command.OTHER_MODEL:
                return self.model(item, "unnamed", actor)
            case Command.EXTRA:
                return self.note_extra(item, "unnamed", actor)
            case Command.BOX_DONE:
                return self.done(actor)
            case Command.HAZARD:
                return self.hazard(actor, item)
            case Command.PHOTO:
                return self._of_what(item, actor)
            case Command.KEEP_PHOTO | Command.RETAKE:
                return replace(self._of_what(item, actor), code=Code.PHOTO_FIRST)
            case Command.NEXT:
                return self.leave(actor)
            case _:
                return self._at_the_dock(command, actor)

    def begin(self, lpn: str, actor: Actor) -> UnpackingOutcome:
        """Turn to a box, also to one that was left half done; a box that may not be opened stays closed."""
        with self._station.act(actor, Right.UNPACK) as act:
            package = packages.get(act.connection, lpn)
            if package is not None and package.merged_into is not None:
                package = packages.get(act.connection, package.merged_into)
            if package is None:
                return UnpackingOutcome(Code.UNKNOWN_PLATE, text=lpn)
            if (why_not := refusal(package)) is not None:
                return UnpackingOutcome(why_not, package)
            if not package.is_open:
                boxes.close_open(act)
                package = boxes.reopen(act, package)
            if package.unpacking is None:
                return UnpackingOutcome(Code.ASK_CONDITION, package)
            if not package.unpacking.done:
                return UnpackingOutcome(Code.RESUMED, package)
            again = UnpackingBegun(package.unpacking.condition, package.unpacking.note)
            return UnpackingOutcome(Code.REOPENED, self._on(act, package, again))

    def at_hand(self) -> UnpackingOutcome:
        """Say how the box in hand stands, for a screen that shows it (again)."""
        with self._station.store.reading() as connection:
            return standing(packages.open_package(connection))

    def condition(self, condition: CartonCondition, actor: Actor, note: str = "") -> UnpackingOutcome:
        """Note how the carton looks, before it is opened; a second word replaces the first."""
        with self._station.act(actor, Right.UNPACK) as act:
            package = packages.open_package(act.connection)
            if package is None:
                return UnpackingOutcome(Code.NO_BOX)
            if (why_not := refusal(package)) is not None:
                return UnpackingOutcome(why_not, package)
            if condition is CartonCondition.EMPTY and items.of_package(act.connection, package.lpn):
                return UnpackingOutcome(Code.NOT_EMPTY, package)
            package = self._on(act, package, UnpackingBegun(condition, _said(note)))
            self._item_judging.judge_box(act.connection, package.lpn)
            return UnpackingOutcome(_CONDITIONS[condition], package)

    def serial(self, text: str, actor: Actor, model: str = "") -> UnpackingOutcome:
        """Tick a device by its own serial number; `model` chooses where several models list it."""

        def count(act: Act, package: Package) -> UnpackingOutcome:
            reading = Reading(text, b"", Source.WEDGE, self._station.clock.now())
            meaning = _meaning(act.connection, reading)
            return self._counting.count(act, package, storable(text), meaning, model)

        return self._in_box(actor, count)

    def unit(self, rma_key: str, line: str, actor: Actor) -> UnpackingOutcome:
        """Count one unit of a line without serial numbers."""

        def count(act: Act, package: Package) -> UnpackingOutcome:
            of_line = (each for each in expected(act.connection, package) if each.rma_key == rma_key)
            own = next((each for each in of_line if each.line.id == line and not each.line.serial), None)
            if own is None:
                return UnpackingOutcome(Code.NO_ITEM, package)
            return self._counting.found(act, package, own, "")

        return self._in_box(actor, count)

    def placeholder(self, actor: Actor) -> UnpackingOutcome:
        """Count a device whose serial number can't be read."""
        return self._in_box(actor, self._counting.placeholder)

    def part(self, item: str | None, name: str, count: int, actor: Actor) -> UnpackingOutcome:
        """Say how many of a part came with a device."""
        return self._on_item(actor, item, lambda act, box, it: self._notes.part(act, box, it, name, count))

    def all_parts(self, item: str | None, actor: Actor) -> UnpackingOutcome:
        """Say that every part that nobody has counted yet is there."""
        return self._on_item(actor, item, self._notes.all_parts)

    def note_extra(self, item: str | None, what: str, actor: Actor, bag: str = "") -> UnpackingOutcome:
        """Note something that no line lists; it is bagged with the device."""
        return self._on_item(
            actor, item, lambda act, box, it: self._notes.note_extra(act, box, it, _said(what), _said(bag))
        )

    def mark(self, item: str | None, mark: Mark, actor: Actor, note: str = "") -> UnpackingOutcome:
        """Say what is wrong with a device; a hazard stops the whole box."""
        if mark is Mark.HAZARD:
            return self.hazard(actor, item, note)
        return self._on_item(actor, item, lambda act, box, it: self._notes.mark(act, box, it, mark, _said(note)))

    def model(self, item: str | None, text: str, actor: Actor) -> UnpackingOutcome:
        """Say which model stands on a device."""
        return self._on_item(actor, item, lambda act, box, it: self._notes.model(act, box, it, _said(text)))

    def custody(
        self, item: str | None, said: Said, actor: Actor, *, bag: str = "", consent: str = ""
    ) -> UnpackingOutcome:
        """Say whether a device carries the client's video, in which bag it lies, and what became of it."""
        return self._custody.say(item, said, actor, bag=bag, consent=consent)

    def judged_again(self, lpns: Sequence[str]) -> UnpackingOutcome | None:
        """Say that the open box was judged again meanwhile; None where it wasn't among these."""
        stands = self.at_hand()
        if stands.package is None or stands.package.lpn not in lpns:
            return None
        return replace(stands, code=Code.JUDGED_AGAIN) if stands.code is Code.RESUMED else stands

    def hazard(self, actor: Actor, item: str | None = None, note: str = "") -> UnpackingOutcome:
        """Stop everything: something is swollen, hot, leaking or smoking."""
        with self._station.act(actor, Right.UNPACK) as act:
            package = packages.open_package(act.connection)
            if package is None:
                return UnpackingOutcome(Code.NO_BOX)
            marked = items.get(act.connection, item) if item else None
            if marked is not None and marked.lpn == package.lpn:
                marked = self._notes.mark(act, package, marked, Mark.HAZARD, _said(note)).item
            package = self._judging.judge(act.connection, act.on(package, HazardFlagged()))
            return UnpackingOutcome(Code.HAZARD, package, marked)

    def address(self, address: Address, how: str, actor: Actor) -> UnpackingOutcome:
        """Take the return address that stands on the label of the box."""
        taken = Address(**{name: _said(getattr(address, name)) for name in Address.__dataclass_fields__})

        def take(act: Act, package: Package) -> UnpackingOutcome:
            if not (taken.name and taken.street and taken.city):
                return UnpackingOutcome(Code.ADDRESS_MISSING, package)
            return UnpackingOutcome(Code.ADDRESS_TAKEN, self._on(act, package, AddressCaptured(taken, how)))

        return self._in_box(actor, take)

    def done(self, actor: Actor, place: str = "") -> UnpackingOutcome:
        """End the box and put its things in a place; what nobody has looked for is told, and stops nothing."""

        def end(act: Act, package: Package) -> UnpackingOutcome:
            package = self._on(act, package, UnpackingEnded(_said(place)))
            boxes.close_open(act)
            lines = expected(act.connection, package)
            awaited = tuple(each for each in lines if each.awaited)
            found = items.of_package(act.connection, package.lpn)
            missing = tuple(filter(None, (unsettled(item, parts_of(item, lines)) for item in found)))
            code = Code.DONE_OPEN if missing else waiting(awaited, self._today(act.connection))
            return UnpackingOutcome(code, package, text=_said(place), awaited=awaited, unsettled=missing)

        return self._in_box(actor, end)

    def leave(self, actor: Actor) -> UnpackingOutcome:
        """Leave the box half done; its plate resumes it."""
        with self._station.act(actor, Right.UNPACK) as act:
            return UnpackingOutcome(Code.LEFT, boxes.close_open(act))

    def _scanned(
        self, reading: Reading, actor: Actor, item: str | None, before: UnpackingOutcome | None
    ) -> UnpackingOutcome:
        with self._station.store.reading() as connection:
            meaning = _meaning(connection, replace(reading, text=storable(reading.text)))
            in_hand = items.get(connection, item) if item else None
            labelled = items.get(connection, item_id_in(reading.text) or "")
            package = packages.open_package(connection)
            part = part_named(in_hand, expected(connection, package) if package else (), reading.text)
        if meaning.command in DIGITS and before is not None and before.code is Code.ASK_MODEL:
            model = before.numbers[int(meaning.command) - 1 : int(meaning.command)]
            return self.serial(before.text, actor, *model) if model else before
        if meaning.kind is Kind.COMMAND and meaning.command is not None:
            return self.command(meaning.command, actor, item)
        if meaning.kind is Kind.LPN and meaning.lpn is not None:
            return self.begin(meaning.lpn, actor)
        if meaning.kind is Kind.BADGE and meaning.badge is not None:
            return self._signed_in(meaning.badge, actor)
        if (place := place_in(reading.text)) is not None:
            return self.done(actor, place)
        if (bag := bag_in(reading.text)) is not None:
            return self.custody(item, Said(Medium.CARD, present=True), actor, bag=bag)
        if labelled is not None and package is not None and labelled.lpn == package.lpn:
            return UnpackingOutcome(Code.SELECTED, package, labelled)
        if labelled is not None:
            return UnpackingOutcome(Code.LABEL_ELSEWHERE, package, labelled, labelled.id, (labelled.lpn,))
        if part is not None and in_hand is not None:
            counted = next((each.found for each in in_hand.parts if each.part == part), 0)
            return self.part(in_hand.id, part, counted + 1, actor)
        return self.serial(reading.text, actor)

    def _of_what(self, item: str | None, actor: Actor) -> UnpackingOutcome:
        """Say what a photo would be of: the device in hand, else the carton, opened or not."""
        with self._station.act(actor, Right.UNPACK) as act:
            package = packages.open_package(act.connection)
            if package is None:
                return UnpackingOutcome(Code.NO_BOX)
            found = items.get(act.connection, item) if item else None
            in_hand = found if found is not None and found.lpn == package.lpn else None
            return UnpackingOutcome(Code.PHOTO, package, in_hand)

    def _begin_open(self, actor: Actor) -> UnpackingOutcome:
        with self._station.store.reading() as connection:
            package = packages.open_package(connection)
        return self.begin(package.lpn, actor) if package else UnpackingOutcome(Code.NO_BOX)

    def _signed_in(self, badge: str, actor: Actor) -> UnpackingOutcome:
        with self._station.act(actor, Right.UNPACK) as act:
            outcome = people.sign_in_by_badge(act, badge)
        with self._station.store.reading() as connection:
            package = packages.open_package(connection)
        code = Code.SIGNED_IN if outcome.signed_in else Code.UNKNOWN_BADGE
        return UnpackingOutcome(code, package, dock=outcome)

    def _at_the_dock(self, command: Command, actor: Actor) -> UnpackingOutcome:
        with self._station.act(actor, Right.UNPACK) as act:
            outcome = commands.carry_out(act, self._station, self._judging, command)
            package = packages.open_package(act.connection)
        if command is not Command.UNDO:
            return UnpackingOutcome(Code.AT_THE_DOCK, package, dock=outcome)
        code = Code.UNDONE if outcome.answer is Answer.DONE else Code.NOTHING_TO_UNDO
        return UnpackingOutcome(code, package)

    def _in_box(self, actor: Actor, do: _InBox) -> UnpackingOutcome:
        with self._station.act(actor, Right.UNPACK) as act:
            stands = standing(packages.open_package(act.connection))
            if stands.code is Code.ASK_CONDITION:
                return replace(stands, code=Code.CARTON_FIRST)
            if stands.code is not Code.RESUMED or stands.package is None:
                return stands
            return do(act, stands.package)

    def _on_item(self, actor: Actor, item: str | None, do: _OnItem) -> UnpackingOutcome:
        def on_item(act: Act, package: Package) -> UnpackingOutcome:
            found = items.get(act.connection, item) if item else None
            if found is None or found.lpn != package.lpn:
                return UnpackingOutcome(Code.NO_ITEM, package)
            return do(act, package, found)

        return self._in_box(actor, on_item)

    def _today(self, connection: Connection) -> date:
        return service_data.current_policy(connection).calendar.local(self._station.clock.corrected()).date()

    def _on(self, act: Act, package: Package, body: UnpackingBegun | UnpackingEnded | AddressCaptured) -> Package:
        package = act.on(package, body)
        packages.save(act.connection, package)
        return package


def _meaning(connection: Connection, reading: Reading) -> Meaning:
    policy = service_data.current_policy(connection)
    meant = interpret(reading, policy.number_format)
    return classify(meant, service_data.find(connection, meant))


def _said(text: str) -> str:
    return storable(text).strip()
