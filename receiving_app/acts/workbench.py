"""What a technician does at the bench: one scan after the other, from the device's label to its outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from receiving_app.acts import commands, people
from receiving_app.acts.bench import Bench
from receiving_app.acts.bench_outcome import BenchOutcome, BenchRefusal, Ending
from receiving_app.acts.bench_writing import ending_keyed, ending_scanned, may_be_typed, option_chosen, step_due
from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.item_notes import ItemNotes
from receiving_app.acts.judging import Judging
from receiving_app.acts.outcome import Answer, SignedIn
from receiving_app.acts.recording import record
from receiving_app.acts.station import Station
from receiving_app.acts.workbench_outcome import Code, Hand, WorkbenchOutcome
from receiving_app.acts.written import kept
from receiving_app.domain.command import DIGITS, KEYPAD, OUTCOMES, WRITTEN, Command
from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.inspection import StepKind, TestStep, TestTemplate
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import Mark
from receiving_app.domain.item_id import item_id_in
from receiving_app.domain.label_reading import interpret
from receiving_app.domain.reading import Reading, Source
from receiving_app.domain.roles import Actor, NotAllowedError, Right, may
from receiving_app.domain.serial_text import SerialForm, serial_text
from receiving_app.storage import items, packages, service_data

_NO_SERIAL = {
    SerialForm.EMPTY: Code.EMPTY_SCAN,
    SerialForm.TOO_LONG: Code.TOO_LONG,
    SerialForm.SEVERAL: Code.SEVERAL_SERIALS,
}
_ANSWERED_BY_DIGIT = frozenset({StepKind.CHOICE, StepKind.PHOTO})
_PASS_OR_FAIL = {Command.PASS: "pass", Command.FAIL: "fail"}


class Workbench:
    """The acts over what is in hand; each takes the hand, answers with it anew, and raises `NotAllowedError`."""

    def __init__(self, station: Station, judging: Judging, bench: Bench) -> None:
        self._station = station
        self._judging = judging
        self._bench = bench
        self._notes = ItemNotes(ItemJudging(station))

    def scan(self, readings: Sequence[Reading], hand: Hand, actor: Actor) -> tuple[WorkbenchOutcome, ...]:
        """Take what was read, committed before anybody interprets it."""
        record(self._station, readings, actor)
        outcomes = []
        for reading in readings:
            outcomes.append(self.take(reading, hand, actor))
            hand = outcomes[-1].hand
        return tuple(outcomes)

    def command(self, command: Command, hand: Hand, actor: Actor) -> WorkbenchOutcome:
        """Carry out a command of the sheet; what belongs to the dock is done there."""
        if command in OUTCOMES:
            return self.choose(OUTCOMES[command], hand)
        if command in KEYPAD:
            return self._key(command, hand, actor)
        match command:
            case Command.PASS | Command.FAIL:
                return self.answer(_PASS_OR_FAIL[command], hand, actor, StepKind.PASS_FAIL)
            case Command.PHOTO:
                return self._photo(hand)
            case Command.STEP_BACK:
                return self.move(-1, hand)
            case Command.STEP_ON:
                return self.move(1, hand)
            case Command.BATCH:
                return self._collect(hand)
            case Command.SAVE:
                return self.save(hand, actor)
            case Command.LATER | Command.NEXT:
                return self.put_away(hand)
            case Command.HAZARD:
                return self._hazard(hand, actor)
            case Command.UNDO:
                return self._undo(hand, actor)
            case _:
                return self._at_the_dock(command, hand, actor)

    def open(self, text: str, hand: Hand, actor: Actor) -> WorkbenchOutcome:
        """Take a device into the hand by its label or serial number, and begin its test or go on with it."""
        found = self._found(text)
        front, test = self.due(hand)
        if found.refusal is BenchRefusal.NOT_HERE and hand.ending is None and may_be_typed(test, text):
            return WorkbenchOutcome(Code.WRITING, replace(hand, value=text), front, text=text)
        if found.refusal is not None or found.item is None:
            return self._refused(found, hand, text)
        if hand.ending is not None:
            if hand.items == (found.item.id,):
                return WorkbenchOutcome(Code.OUTCOME_CHOSEN, hand, found.item)
            return WorkbenchOutcome(Code.OUTCOME_OPEN, hand, found.item)
        return self._into_hand(found.item, hand, actor)

    def answer(self, value: str, hand: Hand, actor: Actor, kind: StepKind | None = None) -> WorkbenchOutcome:
        """Write the result of the step that is due, for all that is in hand; `kind` is what the answer is meant for."""
        item, test = self.due(hand)
        if item is None:
            return WorkbenchOutcome(Code.NO_DEVICE, hand)
        if hand.ending is not None:
            return WorkbenchOutcome(Code.OUTCOME_OPEN, hand, item)
        if test is None:
            return WorkbenchOutcome(Code.NO_STEP, hand, item)
        if kind is not None and kind is not test.kind:
            return WorkbenchOutcome(Code.OTHER_ANSWER, hand, item)
        return self._written(test, value, None, hand, actor)

    def photographed(self, photo: str, hand: Hand, actor: Actor) -> WorkbenchOutcome:
        """Write the photo, by its SHA-256 (hex), as the result of the step that is due."""
        item, test = self.due(hand)
        if item is None or test is None:
            return WorkbenchOutcome(Code.NO_DEVICE if item is None else Code.NO_STEP, hand, item)
        return self._written(test, "", photo, hand, actor)

    def move(self, steps: int, hand: Hand) -> WorkbenchOutcome:
        """Choose a step before or after the one that is due, to do it again or out of turn."""
        item, test = self.due(hand)
        inspection = item.inspection if item else None
        if item is None or inspection is None or inspection.template is None:
            return WorkbenchOutcome(Code.NO_DEVICE, hand, item)
        all_steps = inspection.template.steps
        place = all_steps.index(test) if test else len(all_steps)
        chosen = all_steps[max(0, min(len(all_steps) - 1, place + steps))]
        return self.turn_to(chosen.id, hand)

    def turn_to(self, step: str, hand: Hand) -> WorkbenchOutcome:
        """Choose a step by its id."""
        hand = replace(hand, step=step, value="", note="", ending=None)
        return WorkbenchOutcome(Code.STEP_CHOSEN, hand, self._front(hand))

    def choose(self, outcome: InspectionOutcome, hand: Hand) -> WorkbenchOutcome:
        """Choose how the inspection ended; nothing is written before it is saved."""
        item = self._front(hand)
        if item is None:
            return WorkbenchOutcome(Code.NO_DEVICE, hand)
        if len(hand.items) > 1:
            return WorkbenchOutcome(Code.ONE_AT_A_TIME, hand, item)
        return self.compose(Ending(outcome), hand)

    def compose(self, ending: Ending, hand: Hand) -> WorkbenchOutcome:
        """Take what is written of an outcome so far."""
        return WorkbenchOutcome(Code.OUTCOME_CHOSEN, replace(hand, ending=ending, value=""), self._front(hand))

    def save(self, hand: Hand, actor: Actor) -> WorkbenchOutcome:
        """Save the outcome; it leaves the station when it can no longer be taken back."""
        item = self._front(hand)
        if item is None or hand.ending is None:
            return WorkbenchOutcome(Code.NO_DEVICE if item is None else Code.NO_OUTCOME, hand, item)
        saved = self._bench.outcome(item.id, hand.ending, actor)
        if not saved.done:
            return self._refused(saved, hand)
        return WorkbenchOutcome(Code.SAVED, Hand(), saved.item)

    def put_away(self, hand: Hand) -> WorkbenchOutcome:
        """Put everything away, to go on later; what was begun of an outcome is left first."""
        item = self._front(hand)
        if hand.ending is not None:
            return WorkbenchOutcome(Code.OUTCOME_LEFT, replace(hand, ending=None), item)
        return WorkbenchOutcome(Code.PUT_AWAY if item else Code.READY, Hand(), item)

    def due(self, hand: Hand) -> tuple[Item | None, TestStep | None]:
        """Give the device in front and the step that is due: the chosen one, else the next that is open."""
        item = self._front(hand)
        return item, step_due(item, hand.step) if item else None

    def take(self, reading: Reading, hand: Hand, actor: Actor) -> WorkbenchOutcome:
        """Do what a reading says that is recorded already."""
        with self._station.store.reading() as connection:
            meant = interpret(reading, service_data.current_policy(connection).number_format)
        if meant.command is not None:
            return self.command(meant.command, hand, actor)
        if meant.badge is not None:
            return self._badge(meant.badge, hand, actor)
        text = kept(reading.text)
        if reading.source is Source.CAMERA and (hand.items or self._found(text).refusal is BenchRefusal.NOT_HERE):
            # What lies about in the camera's view changes nothing of the device in hand.
            return WorkbenchOutcome(Code.SEEN, hand, self._front(hand), text=text)
        if hand.ending is not None and item_id_in(text) is None:
            composed = ending_scanned(hand.ending, text)
            if composed is not None:
                return self.compose(composed, hand)
        return self.open(meant.lpn or text, hand, actor)

    def _found(self, text: str) -> BenchOutcome:
        """Find the device that a label, a serial number or its box's plate means."""
        found = self._bench.open(text)
        if found.refusal is not BenchRefusal.NOT_HERE:
            return found
        read = serial_text(text)
        if read.form is SerialForm.SERIAL and read.serial != text:
            return self._bench.open(read.serial)
        return found

    def _into_hand(self, item: Item, hand: Hand, actor: Actor) -> WorkbenchOutcome:
        if hand.collecting and item.id in hand.items:
            return WorkbenchOutcome(Code.ALREADY_IN_BATCH, hand, item)
        begun = self._bench.begin(item.id, actor)
        if begun.refusal is BenchRefusal.NO_TEMPLATE and not hand.collecting:
            return replace(self._refused(begun, Hand((item.id,))), item=item)
        if not begun.done or begun.item is None:
            return self._refused(begun, hand)
        front = self._front(hand)
        if hand.collecting and front is not None:
            if _template(front) != _template(begun.item):
                return WorkbenchOutcome(
                    Code.REFUSED, hand, begun.item, refusal=BenchRefusal.UNEQUAL, candidates=(item.id,)
                )
            return WorkbenchOutcome(Code.ADDED, replace(hand, items=(*hand.items, item.id)), begun.item)
        if len(hand.items) > 1 and item.id in hand.items:
            return WorkbenchOutcome(Code.ALONE, Hand((item.id,)), begun.item)
        before = hand if hand.items == (item.id,) else Hand((item.id,), collecting=hand.collecting)
        inspection = begun.item.inspection
        resumed = inspection is not None and (bool(inspection.results) or inspection.outcome is not None)
        return WorkbenchOutcome(Code.RESUMED if resumed else Code.BEGUN, before, begun.item)

    def _written(self, test: TestStep, value: str, photo: str | None, hand: Hand, actor: Actor) -> WorkbenchOutcome:
        done = self._bench.step_for_all(hand.items, test.id, value, actor, note=hand.note, photo=photo)
        if done.fault is not None:
            return WorkbenchOutcome(Code.FAULT, hand, done.item, fault=done.fault)
        if not done.done:
            return self._refused(done, hand)
        after = replace(hand, step=None, value="", note="", collecting=False)
        return WorkbenchOutcome(Code.PASSED if done.passed else Code.FAILED, after, done.item, text=test.title)

    def _key(self, command: Command, hand: Hand, actor: Actor) -> WorkbenchOutcome:
        """Write a digit into the value that is measured, or choose by it what is numbered."""
        item, test = self.due(hand)
        if item is None:
            return WorkbenchOutcome(Code.NO_DEVICE, hand)
        if hand.ending is not None:
            keyed = ending_keyed(hand.ending, command, hand)
            return self.compose(keyed, hand) if keyed else WorkbenchOutcome(Code.NOTHING_TO_WRITE, hand, item)
        if test is not None and test.kind in _ANSWERED_BY_DIGIT and command in DIGITS:
            return self.answer(option_chosen(test, command), hand, actor)
        if test is None or test.kind is not StepKind.MEASURE:
            return WorkbenchOutcome(Code.NOTHING_TO_WRITE, hand, item)
        if command is Command.ENTER:
            return self.answer(hand.value, hand, actor)
        value = "" if command is Command.CLEAR else hand.value + WRITTEN[command]
        return WorkbenchOutcome(Code.WRITING, replace(hand, value=value), item, text=value)

    def _photo(self, hand: Hand) -> WorkbenchOutcome:
        item, test = self.due(hand)
        if item is None:
            return WorkbenchOutcome(Code.NO_DEVICE, hand)
        takes = test is not None and test.kind is StepKind.PHOTO and hand.ending is None
        return WorkbenchOutcome(Code.TAKE_PHOTO if takes else Code.OTHER_ANSWER, hand, item)

    def _collect(self, hand: Hand) -> WorkbenchOutcome:
        item = self._front(hand)
        if hand.ending is not None:
            return WorkbenchOutcome(Code.OUTCOME_OPEN, hand, item)
        return WorkbenchOutcome(Code.COLLECTING, replace(hand, collecting=True), item)

    def _hazard(self, hand: Hand, actor: Actor) -> WorkbenchOutcome:
        """Mark all that is in hand as dangerous: which one it is can be said when they lie apart."""
        if not hand.items:
            return WorkbenchOutcome(Code.NO_DEVICE, hand)
        marked = None
        with self._station.act(actor, Right.RECEIVE) as act:
            for item_id in hand.items:
                item = items.get(act.connection, item_id)
                package = packages.get(act.connection, item.lpn) if item else None
                if item is not None and package is not None:
                    marked = self._notes.mark(act, package, item, Mark.HAZARD, "").item
        return WorkbenchOutcome(Code.HAZARD, Hand(), marked)

    def _undo(self, hand: Hand, actor: Actor) -> WorkbenchOutcome:
        with self._station.act(actor, Right.INSPECT) as act:
            outcome = commands.carry_out(act, self._station, self._judging, Command.UNDO)
        if outcome.answer is not Answer.DONE:
            return WorkbenchOutcome(Code.NOTHING_TO_UNDO, hand, self._front(hand))
        with self._station.store.reading() as connection:
            left = tuple(each for each in hand.items if _in_test(items.get(connection, each)))
        hand = replace(hand, items=left, step=None, value="") if left else Hand()
        return WorkbenchOutcome(Code.UNDONE, hand, self._front(hand))

    def _badge(self, badge: str, hand: Hand, actor: Actor) -> WorkbenchOutcome:
        with self._station.act_of(actor) as act:
            outcome = people.sign_in_by_badge(act, badge)
        return WorkbenchOutcome(_welcome(outcome.signed_in), hand, self._front(hand), dock=outcome)

    def _at_the_dock(self, command: Command, hand: Hand, actor: Actor) -> WorkbenchOutcome:
        with self._station.act(actor, Right.RECEIVE) as act:
            outcome = commands.carry_out(act, self._station, self._judging, command)
        return WorkbenchOutcome(Code.AT_THE_DOCK, hand, self._front(hand), dock=outcome)

    def _front(self, hand: Hand) -> Item | None:
        if not hand.items:
            return None
        with self._station.store.reading() as connection:
            return items.get(connection, hand.items[0])

    def _refused(self, refused: BenchOutcome, hand: Hand, text: str = "") -> WorkbenchOutcome:
        code = _NO_SERIAL.get(serial_text(text).form)
        if code is not None and refused.refusal is BenchRefusal.NOT_HERE and refused.item is None:
            return WorkbenchOutcome(code, hand, text=text)
        return WorkbenchOutcome(
            Code.REFUSED,
            hand,
            refused.item,
            text=text,
            refusal=refused.refusal,
            candidates=refused.candidates,
            shipment=refused.shipment,
        )


def _welcome(signed_in: SignedIn | None) -> Code:
    """Say what whoever showed a badge still needs at the bench."""
    if signed_in is None:
        return Code.UNKNOWN_BADGE
    if may(signed_in.actor, Right.INSPECT):
        return Code.SIGNED_IN
    return Code.PIN_DUE if NotAllowedError(signed_in.actor, Right.INSPECT).needs_pin else Code.NO_TECHNICIAN


def _template(item: Item) -> TestTemplate | None:
    return item.inspection.template if item.inspection else None


def _in_test(item: Item | None) -> bool:
    return item is not None and item.inspection is not None and not item.inspection.ended
