"""A technician at the bench: what is opened, tested, decided, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from receiving_app.acts.bench import Bench
from receiving_app.acts.bench_outcome import BenchOutcome, BenchRefusal, Ending
from receiving_app.domain.authorization import Address, Line, Rma
from receiving_app.domain.command import Command
from receiving_app.domain.disposition import InspectionOutcome, Next, Payer
from receiving_app.domain.inspection import ValueFault
from receiving_app.domain.item import Inspection, Item
from receiving_app.domain.item_events import (
    FreightCredited,
    InspectionBegun,
    InspectionEnded,
    ItemMarked,
    Mark,
    StepDone,
)
from receiving_app.domain.roles import RULES, Actor, NotAllowedError
from receiving_app.storage import items, outbox, service_data
from receiving_app.storage.journal import Delivery
from receiving_app.storage.schema import events
from receiving_app.storage.service_data import Model
from tests.acts.benched import SERIAL, STEPS, TECHNICIAN, TEMPLATE, noted, stocked, unpacked
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, OTHER_NUMBER, WORKER, an_rma

LINES = (Line("l-1", "KP2", SERIAL), Line("l-2", "KP2", "SW0012346"), Line("l-3", "KP2", "SW0012347"))
HOME = Address("Fleet Eyes LLC", "500 W Madison St", "Chicago", "IL", "60661")
RMA = an_rma(lines=LINES, send_back_to=HOME)
DOA = replace(RMA, lines=tuple(replace(line, defective_on_receipt=True) for line in LINES))
PASSING = {"power": "pass", "volts": "12,1", "lens": "clear", "last": "pass"}


@pytest.fixture
def bench(station: RunningStation) -> Bench:
    stocked(station, RMA)
    return Bench(station.parts)


@pytest.fixture
def item(station: RunningStation, bench: Bench) -> Item:
    return unpacked(station, RMA, LINES[0])


def pass_through(bench: Bench, item: Item, **answers: str) -> Item:
    """Test an item to its end, with other answers than passing ones where they are given."""
    outcome = bench.begin(item.id, TECHNICIAN)
    assert outcome.done
    for step_id, value in {**PASSING, **answers}.items():
        outcome = bench.step(item.id, step_id, value, TECHNICIAN)
        assert outcome.done
    assert outcome.item is not None
    return outcome.item


def inspection_of(outcome: BenchOutcome) -> Inspection:
    assert outcome.item is not None
    assert outcome.item.inspection is not None
    return outcome.item.inspection


def stored(station: RunningStation, item: Item) -> Item | None:
    with station.store.reading() as connection:
        return items.get(connection, item.id)


def deliveries(station: RunningStation, type_name: str) -> list[str]:
    with station.store.reading() as connection:
        return list(connection.execute(select(events.c.delivery).where(events.c.type == type_name)).scalars())


def ends(outcome: InspectionOutcome, **more: Any) -> Ending:
    return Ending(outcome, **{"reason": "seen", "repair": "new lens", **more})


def test_an_item_is_opened_by_its_label_and_by_its_serial_number(bench: Bench, item: Item) -> None:
    assert bench.open(item.id.lower()).item == item
    assert bench.open(f" {SERIAL.lower()} ").item == item


@pytest.mark.parametrize("text", ["", "SW9", "X" * 500, "📷", f"{SERIAL} SW0012346", "\ud83d"])
def test_what_names_no_item_here_is_said_to_be_so(bench: Bench, item: Item, text: str) -> None:
    assert bench.open(text).refusal is BenchRefusal.NOT_HERE


def test_a_serial_on_two_items_asks_for_the_label(station: RunningStation, bench: Bench, item: Item) -> None:
    twin = unpacked(station, RMA, LINES[1], serial=SERIAL)
    opened = bench.open(SERIAL)
    assert (opened.refusal, opened.candidates) == (BenchRefusal.SEVERAL, (item.id, twin.id))


def test_a_dangerous_item_is_never_tested(station: RunningStation, bench: Bench, item: Item) -> None:
    noted(station, item, ItemMarked(item.id, Mark.HAZARD))
    assert bench.open(SERIAL).refusal is BenchRefusal.HAZARD
    assert bench.begin(item.id, TECHNICIAN).refusal is BenchRefusal.HAZARD


def test_an_item_from_a_box_flagged_since_is_not_tested_on(station: RunningStation, bench: Bench, item: Item) -> None:
    bench.begin(item.id, TECHNICIAN)
    station.scan(NUMBER)
    station.say(Command.HAZARD)
    assert bench.step(item.id, "power", "pass", TECHNICIAN).refusal is BenchRefusal.HAZARD


def test_what_the_check_of_the_box_did_not_accept_is_not_tested(station: RunningStation, bench: Bench) -> None:
    stranger = unpacked(station, RMA, replace(LINES[0], id=""), serial="SW777")
    with station.store.transaction() as connection:
        items.save(connection, replace(stranger, judgement=None))
    assert bench.begin(stranger.id, TECHNICIAN).refusal is BenchRefusal.NOT_ACCEPTED


def test_a_model_without_tests_is_said_to_have_none(station: RunningStation, bench: Bench, item: Item) -> None:
    with station.store.transaction() as connection:
        service_data.put_models(connection, [Model("KP2", 2, "KP2 camera")])
    assert bench.begin(item.id, TECHNICIAN).refusal is BenchRefusal.NO_TEMPLATE
    waits = bench.outcome(item.id, ends(InspectionOutcome.CANNOT_TEST), TECHNICIAN)
    assert inspection_of(waits).outcome is InspectionOutcome.CANNOT_TEST


@pytest.mark.parametrize("actor", [WORKER, replace(TECHNICIAN, how="badge"), RULES])
def test_testing_needs_a_technician_who_showed_a_pin(
    station: RunningStation, bench: Bench, item: Item, actor: Actor
) -> None:
    with pytest.raises(NotAllowedError):
        bench.begin(item.id, actor)
    with pytest.raises(NotAllowedError):
        bench.step(item.id, "power", "pass", actor)
    with pytest.raises(NotAllowedError):
        bench.outcome(item.id, ends(InspectionOutcome.REPAIRED), actor)
    assert station.bodies(InspectionBegun, StepDone, InspectionEnded) == []


def test_an_inspection_keeps_the_template_that_it_began_with(station: RunningStation, bench: Bench, item: Item) -> None:
    bench.begin(item.id, TECHNICIAN)
    newer = replace(TEMPLATE, version=4, steps=STEPS[1:])
    with station.store.transaction() as connection:
        service_data.put_models(connection, [Model("KP2", 2, "KP2 camera", (), newer)])
    going_on = bench.begin(item.id, TECHNICIAN)
    assert inspection_of(going_on).template == TEMPLATE
    assert bench.step(item.id, "power", "pass", TECHNICIAN).done
    assert len(station.bodies(InspectionBegun)) == 1


def test_an_inspection_goes_on_after_a_restart(station: RunningStation, bench: Bench, item: Item) -> None:
    bench.begin(item.id, TECHNICIAN)
    bench.step(item.id, "power", "pass", TECHNICIAN, note="after two tries")
    again = Bench(RunningStation(station.folder).parts)
    going_on = inspection_of(again.begin(item.id, replace(TECHNICIAN, person="p-other")))
    assert [(result.step, result.note) for result in going_on.results] == [("power", "after two tries")]


def test_a_step_done_again_keeps_both_results_and_the_last_counts(bench: Bench, item: Item) -> None:
    pass_through(bench, item, lens="scratched")
    assert bench.preview(item.id, ends(InspectionOutcome.NO_FAULT_FOUND)).refusal is BenchRefusal.FAULT_FOUND
    again = bench.step(item.id, "lens", "clear", TECHNICIAN)
    assert [result.value for result in inspection_of(again).results if result.step == "lens"] == ["scratched", "clear"]
    assert bench.preview(item.id, ends(InspectionOutcome.NO_FAULT_FOUND)).refusal is None


@pytest.mark.parametrize(
    ("value", "passed"), [("12,5", True), (" 12.50 ", True), ("11.5", True), ("12.7", False), ("-1e-3", False)]
)
def test_a_measured_value_is_held_against_its_limits(bench: Bench, item: Item, value: str, passed: bool) -> None:
    bench.begin(item.id, TECHNICIAN)
    measured = bench.step(item.id, "volts", value, TECHNICIAN)
    assert measured.passed is passed
    assert "," not in inspection_of(measured).results[0].value


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (("volts", ""), ValueFault.EMPTY),
        (("volts", "1e309"), ValueFault.TOO_LARGE),
        (("volts", "twelve"), ValueFault.NO_NUMBER),
        (("volts", "12,5,1"), ValueFault.NO_NUMBER),
        (("volts", "9" * 500), ValueFault.NO_NUMBER),
        (("power", "perhaps"), ValueFault.NO_SUCH_OPTION),
        (("lens", "dusty"), ValueFault.NO_SUCH_OPTION),
        (("lens", ""), ValueFault.EMPTY),
    ],
)
def test_an_answer_that_is_none_is_turned_down_and_nothing_is_written(
    station: RunningStation, bench: Bench, item: Item, answer: tuple[str, str], fault: ValueFault
) -> None:
    bench.begin(item.id, TECHNICIAN)
    answered = bench.step(item.id, *answer, TECHNICIAN)
    assert (answered.fault, answered.done) == (fault, False)
    assert station.bodies(StepDone) == []


def test_half_a_character_in_a_note_is_kept_as_a_replacement(bench: Bench, item: Item) -> None:
    bench.begin(item.id, TECHNICIAN)
    noted_step = bench.step(item.id, "power", "pass", TECHNICIAN, note=" loose \ud83d ")
    assert inspection_of(noted_step).results[0].note == "loose ?"


def test_an_unknown_step_and_an_inspection_not_begun_are_said_to_be_so(bench: Bench, item: Item) -> None:
    assert bench.step(item.id, "power", "pass", TECHNICIAN).refusal is BenchRefusal.NOT_BEGUN
    bench.begin(item.id, TECHNICIAN)
    assert bench.step(item.id, "smell", "pass", TECHNICIAN).refusal is BenchRefusal.NO_SUCH_STEP
    assert bench.step("ITM-DOCK-1-0000025", "power", "pass", TECHNICIAN).refusal is BenchRefusal.NOT_HERE


def test_one_step_for_a_batch_is_one_act_and_is_taken_back_together(station: RunningStation, bench: Bench) -> None:
    batch = [unpacked(station, RMA, line) for line in LINES]
    for each in batch:
        bench.begin(each.id, TECHNICIAN)
    done = bench.step_for_all([each.id for each in batch], "power", "pass", TECHNICIAN)
    assert [len(each.inspection.results) for each in done.items if each.inspection] == [1, 1, 1]
    station.say(Command.UNDO, TECHNICIAN)
    for each in batch:
        undone = stored(station, each)
        assert undone is not None
        assert undone.inspection is not None
        assert undone.inspection.results == ()


def test_a_batch_of_unequal_units_is_named_and_left_alone(station: RunningStation, bench: Bench, item: Item) -> None:
    bench.begin(item.id, TECHNICIAN)
    stocked(station, RMA, version=4)
    with station.store.transaction() as connection:
        service_data.put_models(connection, [Model("KP2", 2, "KP2 camera", (), replace(TEMPLATE, version=4))])
    other = unpacked(station, RMA, LINES[1])
    bench.begin(other.id, TECHNICIAN)
    refused = bench.step_for_all([item.id, other.id], "power", "pass", TECHNICIAN)
    assert (refused.refusal, refused.candidates) == (BenchRefusal.UNEQUAL, (other.id,))
    assert station.bodies(StepDone) == []


def test_a_decisive_failure_may_end_the_inspection_early(bench: Bench, item: Item) -> None:
    bench.begin(item.id, TECHNICIAN)
    assert bench.preview(item.id, ends(InspectionOutcome.UNREPAIRABLE)).refusal is BenchRefusal.STEPS_OPEN
    bench.step(item.id, "power", "fail", TECHNICIAN)
    ended = bench.outcome(item.id, ends(InspectionOutcome.UNREPAIRABLE), TECHNICIAN)
    assert inspection_of(ended).ended
    assert bench.step(item.id, "power", "pass", TECHNICIAN).refusal is BenchRefusal.ALREADY_ENDED
    assert bench.begin(item.id, TECHNICIAN).refusal is BenchRefusal.ALREADY_ENDED


@pytest.mark.parametrize(
    ("ending", "refusal"),
    [
        (ends(InspectionOutcome.NOT_COVERED, reason=" "), BenchRefusal.REASON_MISSING),
        (ends(InspectionOutcome.AWAITING_PARTS, reason=""), BenchRefusal.REASON_MISSING),
        (ends(InspectionOutcome.REPAIRED, repair=""), BenchRefusal.REPAIR_MISSING),
        (ends(InspectionOutcome.REPLACED), BenchRefusal.REPLACEMENT_MISSING),
        (ends(InspectionOutcome.REPAIRED, replacement_serial="SW9"), BenchRefusal.REPLACEMENT_NOT_NEEDED),
    ],
)
def test_an_outcome_needs_what_belongs_to_it(
    station: RunningStation, bench: Bench, item: Item, ending: Ending, refusal: BenchRefusal
) -> None:
    pass_through(bench, item)
    assert bench.outcome(item.id, ending, TECHNICIAN).refusal is refusal
    assert station.bodies(InspectionEnded) == []


def test_a_repair_that_failed_the_final_test_is_none(bench: Bench, item: Item) -> None:
    pass_through(bench, item, last="fail")
    refused = bench.outcome(item.id, ends(InspectionOutcome.REPAIRED), TECHNICIAN)
    assert refused.refusal is BenchRefusal.FINAL_TEST_FAILED
    bench.step(item.id, "last", "pass", TECHNICIAN)
    assert bench.outcome(item.id, ends(InspectionOutcome.REPAIRED), TECHNICIAN).done


def test_the_consequence_is_told_before_anything_is_saved(station: RunningStation, bench: Bench, item: Item) -> None:
    pass_through(bench, item)
    before = len(station.journal())
    seen = bench.preview(item.id, ends(InspectionOutcome.REPAIRED))
    assert seen.disposition is not None
    assert (seen.disposition.next, seen.disposition.payer) == (Next.RETURN, Payer.PARTNER)
    assert (seen.send_back_to, seen.refusal) == (HOME, None)
    assert len(station.journal()) == before


def test_an_outcome_keeps_what_was_previewed_with_repair_and_parts(bench: Bench, item: Item) -> None:
    pass_through(bench, item)
    ending = ends(InspectionOutcome.REPAIRED, parts_used=("lens", " "))
    seen = bench.preview(item.id, ending)
    saved = inspection_of(bench.outcome(item.id, ending, TECHNICIAN))
    assert saved.disposition == seen.disposition
    assert (saved.repair, saved.parts_used, saved.decided_by) == ("new lens", ("lens",), "p-tech")


def test_an_outcome_is_held_while_it_can_be_taken_back_and_then_never_told(
    station: RunningStation, bench: Bench, item: Item
) -> None:
    pass_through(bench, item)
    bench.outcome(item.id, ends(InspectionOutcome.REPAIRED), TECHNICIAN)
    with station.store.reading() as connection:
        now = outbox.due(connection, station.time, 100)
        later = outbox.due(connection, station.time + timedelta(seconds=60), 100)
    assert (now[-1].payload, later[-1].payload is not None) == (None, True)
    station.say(Command.UNDO, TECHNICIAN)
    assert deliveries(station, "inspection.ended") == [Delivery.WITHDRAWN]
    undone = stored(station, item)
    assert undone is not None
    assert undone.inspection is not None
    assert undone.inspection.outcome is None
    assert len(undone.inspection.results) == len(PASSING)


def test_a_dock_worker_does_not_take_back_a_technicians_outcome(
    station: RunningStation, bench: Bench, item: Item
) -> None:
    pass_through(bench, item)
    bench.outcome(item.id, ends(InspectionOutcome.REPAIRED), TECHNICIAN)
    with pytest.raises(NotAllowedError):
        station.say(Command.UNDO)
    assert deliveries(station, "inspection.ended") == [Delivery.WAITING]


def test_what_waits_goes_on_later(bench: Bench, item: Item) -> None:
    bench.begin(item.id, TECHNICIAN)
    bench.step(item.id, "power", "pass", TECHNICIAN)
    waits = bench.outcome(item.id, ends(InspectionOutcome.AWAITING_PARTS, reason="lens ordered"), TECHNICIAN)
    assert (inspection_of(waits).outcome, inspection_of(waits).reason) == (
        InspectionOutcome.AWAITING_PARTS,
        "lens ordered",
    )
    for step_id in ("volts", "lens", "last"):
        assert bench.step(item.id, step_id, PASSING[step_id], TECHNICIAN).done
    assert bench.outcome(item.id, ends(InspectionOutcome.REPAIRED), TECHNICIAN).done


def test_freight_to_us_is_credited_once_a_box_where_we_pay(station: RunningStation, bench: Bench) -> None:
    station.told(replace(DOA, rev=2))
    first, second = (unpacked(station, DOA, line) for line in LINES[:2])
    for each in (first, second):
        pass_through(bench, each)
        bench.outcome(each.id, ends(InspectionOutcome.REPAIRED), TECHNICIAN)
    assert station.bodies(FreightCredited) == [FreightCredited(first.id, NUMBER)]


def test_a_credit_is_taken_back_with_its_outcome(station: RunningStation, bench: Bench) -> None:
    station.told(replace(DOA, rev=2))
    one = unpacked(station, DOA, LINES[0])
    pass_through(bench, one)
    bench.outcome(one.id, ends(InspectionOutcome.REPAIRED), TECHNICIAN)
    station.say(Command.UNDO, TECHNICIAN)
    assert deliveries(station, "freight.credited") == [Delivery.WITHDRAWN]
    bench.outcome(one.id, ends(InspectionOutcome.REPAIRED), TECHNICIAN)
    assert deliveries(station, "freight.credited") == [Delivery.WITHDRAWN, Delivery.WAITING]


def test_a_partner_who_pays_is_credited_nothing(station: RunningStation, bench: Bench, item: Item) -> None:
    pass_through(bench, item)
    bench.outcome(item.id, ends(InspectionOutcome.REPAIRED), TECHNICIAN)
    assert station.bodies(FreightCredited) == []


def test_nothing_found_with_the_replacement_out_waits_for_a_supervisor(
    station: RunningStation, bench: Bench, item: Item
) -> None:
    station.told(replace(RMA, rev=2, replacement_shipped=True))
    pass_through(bench, item)
    ended = inspection_of(bench.outcome(item.id, ends(InspectionOutcome.NO_FAULT_FOUND), TECHNICIAN))
    assert ended.disposition is not None
    assert ended.disposition.next is Next.SUPERVISOR


def test_an_item_whose_rma_is_gone_is_not_decided_blindly(station: RunningStation, bench: Bench, item: Item) -> None:
    pass_through(bench, item)
    with station.store.transaction() as connection:
        service_data.remove(connection, [("rma", NUMBER)])
    assert bench.outcome(item.id, ends(InspectionOutcome.REPAIRED), TECHNICIAN).refusal is BenchRefusal.RMA_UNKNOWN


def replaced(serial: str) -> Ending:
    return ends(InspectionOutcome.REPLACED, replacement_serial=serial)


@pytest.mark.parametrize(
    ("serial", "refusal"),
    [
        (f" {SERIAL.lower()}", BenchRefusal.REPLACEMENT_SAME),
        ("X" * 500, BenchRefusal.REPLACEMENT_NO_SERIAL),
        ("SW1 SW2", BenchRefusal.REPLACEMENT_NO_SERIAL),
        ("SW0012346", BenchRefusal.REPLACEMENT_IN_BUILDING),
        ("SW0012347", BenchRefusal.REPLACEMENT_LISTED),
    ],
)
def test_a_replacement_is_another_unit_from_the_stock(
    station: RunningStation, bench: Bench, item: Item, serial: str, refusal: BenchRefusal
) -> None:
    unpacked(station, RMA, LINES[1])
    pass_through(bench, item)
    assert bench.outcome(item.id, replaced(serial), TECHNICIAN).refusal is refusal


def test_a_replacement_is_given_out_once(station: RunningStation, bench: Bench, item: Item) -> None:
    other = unpacked(station, RMA, LINES[1])
    for each in (item, other):
        pass_through(bench, each)
    given = inspection_of(bench.outcome(item.id, replaced("SW555"), TECHNICIAN))
    assert given.replacement_serial == "SW555"
    assert bench.outcome(other.id, replaced("sw555"), TECHNICIAN).refusal is BenchRefusal.REPLACEMENT_USED
    station.say(Command.UNDO, TECHNICIAN)
    assert bench.outcome(other.id, replaced("sw555"), TECHNICIAN).done


def test_a_unit_that_failed_here_replaces_nothing(station: RunningStation, bench: Bench, item: Item) -> None:
    second: Rma = an_rma(number=OTHER_NUMBER, lines=(Line("l-1", "KP2", "SW888"),))
    station.told(second)
    failed = unpacked(station, second, second.lines[0])
    pass_through(bench, failed)
    bench.outcome(failed.id, ends(InspectionOutcome.UNREPAIRABLE), TECHNICIAN)
    pass_through(bench, item)
    assert bench.outcome(item.id, replaced("SW888"), TECHNICIAN).refusal is BenchRefusal.REPLACEMENT_FAILED


def test_the_bench_works_offline(station: RunningStation, bench: Bench, item: Item) -> None:
    station.online = False
    pass_through(bench, item)
    assert bench.outcome(item.id, ends(InspectionOutcome.REPAIRED), TECHNICIAN).done
    assert station.faults() == ()


def test_an_outcome_that_the_service_refused_is_to_be_given_anew(
    station: RunningStation, bench: Bench, item: Item
) -> None:
    pass_through(bench, item)
    bench.outcome(item.id, ends(InspectionOutcome.REPAIRED), TECHNICIAN)
    seq = len(station.journal())
    with station.store.transaction() as connection:
        outbox.settle(connection, seq, Delivery.REJECTED, "not-allowed")
    station.review.returned([seq])
    returned = stored(station, item)
    assert returned is not None
    assert returned.inspection is not None
    assert (returned.inspection.outcome, len(returned.inspection.results)) == (None, len(PASSING))
    assert bench.outcome(item.id, ends(InspectionOutcome.NO_FAULT_FOUND), TECHNICIAN).done


def test_a_batch_is_written_wholly_or_not_at_all(
    station: RunningStation, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = [unpacked(station, RMA, line) for line in LINES]
    for each in batch:
        bench.begin(each.id, TECHNICIAN)
    keep, kept_items = items.save, []

    def fail_at_the_last(connection: Connection, item: Item) -> None:
        kept_items.append(item)
        if len(kept_items) == len(batch):
            raise OSError("the power went")
        keep(connection, item)

    monkeypatch.setattr(items, "save", fail_at_the_last)
    with pytest.raises(OSError, match="the power went"):
        bench.step_for_all([each.id for each in batch], "power", "pass", TECHNICIAN)
    monkeypatch.undo()
    assert station.bodies(StepDone) == []
    first = stored(station, batch[0])
    assert first is not None
    assert first.inspection is not None
    assert first.inspection.results == ()
