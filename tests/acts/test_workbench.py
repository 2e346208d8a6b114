"""A technician's scans at the bench: what each one does with what is in hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from receiving_app.acts.bench import Bench
from receiving_app.acts.bench_outcome import BenchRefusal, Ending
from receiving_app.acts.bench_writing import step_due
from receiving_app.acts.shipping import Shipping
from receiving_app.acts.shipping_outcome import HandedOver
from receiving_app.acts.workbench import Workbench
from receiving_app.acts.workbench_outcome import Code, Hand, WorkbenchOutcome
from receiving_app.domain.authorization import Address, Line
from receiving_app.domain.command import AT_THE_BENCH, Command
from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.events import ReadingRecorded
from receiving_app.domain.inspection import ValueFault
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import InspectionBegun, InspectionEnded, ItemMarked, StepDone
from receiving_app.domain.reading import Reading, Source
from receiving_app.domain.roles import Actor, NotAllowedError
from receiving_app.storage import items, service_data
from receiving_app.storage.service_data import Model
from tests.acts.benched import SERIAL, STEPS, TECHNICIAN, TEMPLATE, stocked, unpacked
from tests.acts.running_station import RunningStation
from tests.acts.test_recorded_before_shown import shown_until_killed
from tests.factories import WORKER, an_rma

LINES = (Line("l-1", "KP2", SERIAL), Line("l-2", "KP2", "SW0012346"), Line("l-3", "KP2", "SW0012347"))
HOME = Address("Fleet Eyes LLC", "500 W Madison St", "Chicago", "IL", "60661")
RMA = an_rma(lines=LINES, send_back_to=HOME)


class Technician:
    """Scans one text after the other, and keeps what is in hand."""

    def __init__(self, station: RunningStation) -> None:
        self._station = station
        self._bench = Workbench(station.parts, station.judging, Bench(station.parts))
        self.hand = Hand()

    def scan(self, *texts: str, actor: Actor = TECHNICIAN, source: Source = Source.WEDGE) -> WorkbenchOutcome:
        for text in texts:
            reading = Reading(text, text.encode("utf-8", "replace"), source, self._station.time)
            (outcome,) = self._bench.scan([reading], self.hand, actor)
            self.hand = outcome.hand
        return outcome

    def give(self, *commands: Command) -> WorkbenchOutcome:
        return self.scan(*(command.barcode for command in commands))

    def write(self, value: str) -> WorkbenchOutcome:
        keys = {".": Command.POINT}
        return self.give(*(keys.get(each) or Command(each) for each in value), Command.ENTER)

    @property
    def due(self) -> str | None:
        _, test = self._bench.due(self.hand)
        return test.id if test else None


@pytest.fixture
def technician(station: RunningStation) -> Technician:
    stocked(station, RMA)
    return Technician(station)


@pytest.fixture
def item(station: RunningStation, technician: Technician) -> Item:
    return unpacked(station, RMA, LINES[0])


def tested(technician: Technician, item: Item) -> None:
    """Scan a whole test that passes."""
    technician.scan(item.id)
    technician.give(Command.PASS)
    technician.write("12.1")
    technician.give(Command.DIGIT_1, Command.PASS)


def test_a_whole_inspection_by_scans_alone(station: RunningStation, technician: Technician, item: Item) -> None:
    tested(technician, item)
    assert technician.due is None
    technician.give(Command.REPAIRED)
    technician.hand = replace(technician.hand, offered=("lens changed", "cleaned"))
    technician.give(Command.DIGIT_2)
    technician.scan("P-4711")
    saved = technician.give(Command.SAVE)

    assert (saved.code, technician.hand) == (Code.SAVED, Hand())
    (ended,) = station.bodies(InspectionEnded)
    assert isinstance(ended, InspectionEnded)
    assert (ended.outcome, ended.repair, ended.parts_used) == (InspectionOutcome.REPAIRED, "cleaned", ("P-4711",))
    values = [(body.step, body.value) for body in station.bodies(StepDone) if isinstance(body, StepDone)]
    assert values == [("power", "pass"), ("volts", "12.1"), ("lens", "clear"), ("last", "pass")]


def test_every_scan_is_recorded_before_it_is_interpreted(
    station: RunningStation, technician: Technician, item: Item
) -> None:
    before = len(station.bodies(ReadingRecorded))
    with pytest.raises(NotAllowedError):
        technician.scan(item.id, actor=WORKER)
    assert len(station.bodies(ReadingRecorded)) == before + 1
    assert station.bodies(InspectionBegun) == []


def test_a_device_is_opened_by_label_serial_and_the_plate_of_its_box(technician: Technician, item: Item) -> None:
    for text in (item.id, SERIAL.lower(), item.lpn):
        technician.hand = Hand()
        assert technician.scan(text).hand.items == (item.id,)


def test_a_box_of_several_asks_for_the_label(station: RunningStation, technician: Technician, item: Item) -> None:
    other = unpacked(station, RMA, LINES[1])
    refused = technician.scan(item.lpn)
    assert (refused.refusal, refused.candidates) == (BenchRefusal.SEVERAL, (item.id, other.id))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SW-UNKNOWN", Code.REFUSED),
        ("X" * 500, Code.TOO_LONG),
        ("SW1 SW2", Code.SEVERAL_SERIALS),
        ("📷", Code.REFUSED),
        ("  ", Code.EMPTY_SCAN),
    ],
)
def test_what_is_no_device_here_is_said_to_be_so(technician: Technician, item: Item, text: str, code: Code) -> None:
    assert technician.scan(text).code is code
    assert technician.hand == Hand()


def test_a_device_that_has_left_says_with_what(station: RunningStation, technician: Technician, item: Item) -> None:
    tested(technician, item)
    technician.give(Command.NO_FAULT_FOUND, Command.SAVE)
    shipping = Shipping(station.parts)
    shipment = shipping.pack([item.id], WORKER).shipment
    assert shipment is not None
    shipping.sent(shipment.id, HandedOver("1Z999AA10123456784"), WORKER)
    for text in (item.id, SERIAL):
        gone = technician.scan(text)
        assert gone.refusal is BenchRefusal.HAS_LEFT
        assert gone.shipment is not None
        assert gone.shipment.tracking == "1Z999AA10123456784"


@pytest.mark.parametrize(
    ("value", "fault"), [("", ValueFault.EMPTY), (".", ValueFault.NO_NUMBER), ("9" * 20, ValueFault.TOO_LARGE)]
)
def test_digits_that_are_no_value_are_refused_and_stay_to_be_mended(
    station: RunningStation, technician: Technician, item: Item, value: str, fault: ValueFault
) -> None:
    technician.scan(item.id)
    technician.give(Command.PASS)
    assert (technician.write(value).fault, technician.hand.value) == (fault, value)
    assert technician.give(Command.CLEAR).hand.value == ""
    assert len(station.bodies(StepDone)) == 1


def test_a_value_typed_as_fast_as_a_scan_is_kept_until_enter(
    station: RunningStation, technician: Technician, item: Item
) -> None:
    technician.scan(item.id)
    technician.give(Command.PASS)
    assert technician.scan("12,3").code is Code.WRITING
    assert len(station.bodies(StepDone)) == 1
    technician.give(Command.ENTER)
    last = station.bodies(StepDone)[-1]
    assert isinstance(last, StepDone)
    assert last.value == "12.3"
    assert technician.scan("12.3").code is Code.REFUSED


def test_a_number_that_is_a_device_here_is_that_device(station: RunningStation, technician: Technician) -> None:
    first, second = unpacked(station, RMA, LINES[0]), unpacked(station, RMA, LINES[1], serial="4711")
    technician.scan(first.id)
    technician.give(Command.PASS)
    assert technician.scan("4711").hand.items == (second.id,)


def test_what_the_camera_sees_takes_no_device_from_the_hand(
    station: RunningStation, technician: Technician, item: Item
) -> None:
    other = unpacked(station, RMA, LINES[1])
    assert technician.scan("4006381333931", source=Source.CAMERA).code is Code.SEEN
    assert technician.scan(item.id, source=Source.CAMERA).hand.items == (item.id,)
    seen = technician.scan(other.id, source=Source.CAMERA)
    assert (seen.code, seen.hand.items) == (Code.SEEN, (item.id,))
    recorded = [body.text for body in station.bodies(ReadingRecorded) if isinstance(body, ReadingRecorded)]
    assert recorded[-3:] == ["4006381333931", item.id, other.id]


def test_an_answer_of_another_kind_is_none(technician: Technician, item: Item) -> None:
    technician.scan(item.id)
    assert technician.give(Command.DIGIT_1).code is Code.NOTHING_TO_WRITE
    technician.give(Command.PASS)
    assert technician.give(Command.PASS).code is Code.OTHER_ANSWER
    assert technician.give(Command.PHOTO).code is Code.OTHER_ANSWER
    technician.write("12")
    assert technician.give(Command.DIGIT_7).fault is ValueFault.NO_SUCH_OPTION


def test_a_step_is_done_again_and_both_results_stay(
    station: RunningStation, technician: Technician, item: Item
) -> None:
    technician.scan(item.id)
    technician.give(Command.FAIL)
    assert technician.due == "volts"
    technician.give(Command.STEP_BACK)
    assert technician.due == "power"
    technician.give(Command.PASS)
    results = [(body.step, body.passed) for body in station.bodies(StepDone) if isinstance(body, StepDone)]
    assert (results, technician.due) == ([("power", False), ("power", True)], "volts")


def test_the_last_step_is_reached_from_behind_and_no_further(technician: Technician, item: Item) -> None:
    tested(technician, item)
    technician.give(Command.STEP_BACK)
    assert technician.due == "last"
    technician.give(Command.STEP_ON)
    assert technician.due == "last"


def test_a_device_put_away_goes_on_where_it_was_left(technician: Technician, item: Item) -> None:
    assert technician.scan(item.id).code is Code.BEGUN
    technician.give(Command.PASS)
    assert technician.give(Command.LATER).code is Code.PUT_AWAY
    assert technician.scan(SERIAL).code is Code.RESUMED
    assert technician.due == "volts"


def test_a_batch_takes_a_step_together_and_is_narrowed_to_one(station: RunningStation, technician: Technician) -> None:
    batch = [unpacked(station, RMA, line) for line in LINES]
    technician.scan(batch[0].id)
    assert technician.give(Command.BATCH).code is Code.COLLECTING
    assert technician.scan(batch[1].id, batch[2].id).code is Code.ADDED
    assert technician.scan(batch[1].id).code is Code.ALREADY_IN_BATCH
    technician.give(Command.PASS)
    assert len(station.bodies(StepDone)) == 3
    assert technician.give(Command.NO_FAULT_FOUND).code is Code.ONE_AT_A_TIME
    alone = technician.scan(batch[1].id)
    assert (alone.code, alone.hand.items) == (Code.ALONE, (batch[1].id,))


def test_a_unit_tested_by_other_steps_does_not_join_the_batch(
    station: RunningStation, technician: Technician, item: Item
) -> None:
    technician.scan(item.id)
    other = unpacked(station, RMA, LINES[1])
    with station.store.transaction() as connection:
        newer = replace(TEMPLATE, version=4, steps=STEPS[1:])
        service_data.put_models(connection, [Model("KP2", 2, "KP2 camera", (), newer)])
    technician.give(Command.BATCH)
    refused = technician.scan(other.id)
    assert (refused.refusal, refused.candidates) == (BenchRefusal.UNEQUAL, (other.id,))
    assert technician.hand.items == (item.id,)


def test_a_replacement_is_given_by_its_scan(station: RunningStation, technician: Technician, item: Item) -> None:
    tested(technician, item)
    technician.give(Command.REPLACED)
    assert technician.give(Command.SAVE).refusal is BenchRefusal.REPLACEMENT_MISSING
    technician.scan(SERIAL)
    assert technician.give(Command.SAVE).refusal is BenchRefusal.REPLACEMENT_SAME
    technician.scan("SW-STOCK-1")
    assert technician.give(Command.SAVE).code is Code.SAVED


def test_another_device_does_not_wipe_away_an_outcome_that_is_being_written(
    station: RunningStation, technician: Technician, item: Item
) -> None:
    other = unpacked(station, RMA, LINES[1])
    tested(technician, item)
    technician.give(Command.NOT_COVERED)
    assert technician.scan(other.id).code is Code.OUTCOME_OPEN
    assert technician.give(Command.PASS).code is Code.OUTCOME_OPEN
    assert technician.hand.ending == Ending(InspectionOutcome.NOT_COVERED)
    assert technician.give(Command.LATER).code is Code.OUTCOME_LEFT
    assert technician.scan(other.id).hand.items == (other.id,)


def test_a_saved_outcome_is_taken_back_by_scan(technician: Technician, item: Item) -> None:
    tested(technician, item)
    technician.give(Command.NO_FAULT_FOUND, Command.SAVE)
    assert technician.scan(item.id).refusal is BenchRefusal.ALREADY_ENDED
    assert technician.give(Command.UNDO).code is Code.UNDONE
    assert technician.scan(item.id).code is Code.RESUMED


def test_a_beginning_taken_back_leaves_nothing_in_hand(technician: Technician, item: Item) -> None:
    technician.scan(item.id)
    assert technician.give(Command.UNDO).hand == Hand()


def test_danger_stops_the_test_and_needs_no_pin(station: RunningStation, technician: Technician, item: Item) -> None:
    technician.scan(item.id)
    stopped = technician.scan(Command.HAZARD.barcode, actor=WORKER)
    assert (stopped.code, stopped.hand) == (Code.HAZARD, Hand())
    assert len(station.bodies(ItemMarked)) == 1
    assert technician.scan(item.id).refusal is BenchRefusal.HAZARD


def test_without_a_device_every_command_of_the_bench_says_so(technician: Technician) -> None:
    for command in AT_THE_BENCH - {Command.BATCH, Command.LATER}:
        assert technician.give(command).code is Code.NO_DEVICE


def test_a_model_without_steps_may_still_wait(station: RunningStation, technician: Technician, item: Item) -> None:
    with station.store.transaction() as connection:
        service_data.put_models(connection, [Model("KP2", 2, "KP2 camera")])
    assert technician.scan(item.id).refusal is BenchRefusal.NO_TEMPLATE
    technician.give(Command.CANNOT_TEST)
    technician.hand = replace(technician.hand, offered=("no steps",))
    technician.give(Command.DIGIT_1)
    assert technician.give(Command.SAVE).code is Code.SAVED


def test_no_result_that_was_shown_is_lost_by_a_kill(tmp_path: Path) -> None:
    shown: dict[str, int] = {}
    for after in (0.05, 0.3):
        for line in shown_until_killed(tmp_path, after, "inspect_until_killed"):
            label, _, results = line.partition(" ")
            shown[label] = int(results)
    station = RunningStation(tmp_path)
    assert station.faults() == ()
    with station.store.reading() as connection:
        for item_id, done in shown.items():
            item = items.get(connection, item_id)
            assert item is not None
            assert item.inspection is not None
            assert len(item.inspection.results) >= done
    station.close()


def test_a_step_is_due_only_in_a_test_that_has_begun(item: Item) -> None:
    assert step_due(item, None) is None
