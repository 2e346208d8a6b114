"""The devices that wait for a supervisor: which, since when, and what they may be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from receiving_app.acts.bench import Bench
from receiving_app.acts.bench_outcome import Ending
from receiving_app.acts.decision import ItemAnswer
from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.item_review import ItemReview
from receiving_app.domain.authorization import Line, Part
from receiving_app.domain.cases import CaseKind
from receiving_app.domain.command import Command
from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.item import Item
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.item_events import (
    CartonCondition,
    ItemChoice,
    ItemFound,
    ItemMarked,
    Mark,
    UnpackingBegun,
    UnpackingEnded,
)
from receiving_app.domain.item_review import Question
from receiving_app.domain.verdict import Decision
from receiving_app.queries import review
from receiving_app.queries.item_cases import item_cases
from receiving_app.storage import items, journal, packages
from tests.acts.benched import TECHNICIAN, noted, stocked, unpacked
from tests.acts.running_station import RunningStation
from tests.factories import KEY, NUMBER, SUPERVISOR, an_rma

pytestmark = pytest.mark.usefixtures("listed_alike")

LINES = (Line("l-1", "KP2", "SW0012345"), Line("l-2", "KP2", "SW0012346"), Line("l-3", "KP2", "SW0012399"))
RMA = an_rma(lines=LINES)
C = ItemChoice


@pytest.fixture
def item(station: RunningStation) -> Item:
    stocked(station, RMA)
    return unpacked(station, RMA, LINES[0])


def judged(station: RunningStation, item: Item) -> Item:
    with station.store.transaction() as connection:
        return ItemJudging(station.parts).judge(connection, item)


def only(station: RunningStation) -> ItemCase:
    (case,) = item_cases(station.store)
    return case


def tell(station: RunningStation, item: Item, *bodies: UnpackingBegun | UnpackingEnded) -> None:
    with station.parts.act_of(SUPERVISOR) as act:
        package = packages.get(act.connection, item.lpn)
        assert package is not None
        for body in bodies:
            package = act.on(package, body)
        packages.save(act.connection, package)


def decided(station: RunningStation, case: ItemCase, choice: ItemChoice) -> None:
    answer = ItemAnswer(case.item.id, case.judged, choice, "other", "seen")
    assert ItemReview(station.parts).decide(answer, SUPERVISOR).objection is None


def test_a_device_in_order_is_no_case(station: RunningStation, item: Item) -> None:
    assert item_cases(station.store) == ()
    assert review.cases(station.store, station.time) == ()


def test_a_held_device_waits_with_its_partner_until_somebody_decides(station: RunningStation, item: Item) -> None:
    judged(station, noted(station, item, ItemMarked(item.id, Mark.TAMPERED)))
    head = only(station).head
    assert (head.kind, head.decision, head.number) == (CaseKind.ITEM, Decision.HOLD, NUMBER)
    assert (head.partner, head.thing, head.since) == ("p-1", item.id, station.time)
    decided(station, only(station), C.ACCEPT)
    assert item_cases(station.store) == ()
    station.say(Command.UNDO, SUPERVISOR)
    assert only(station).asks is Question.VERDICT


def test_a_stray_may_be_what_is_still_to_come_the_nearest_first(station: RunningStation, item: Item) -> None:
    with station.store.transaction() as connection:
        found = ItemFound(items.next_id(connection, station.parts.name), "SW0O12346", "KP2")
    judged(station, noted(station, replace(item, id=found.item), found))
    case = only(station)
    assert [each.serial for each in case.may_be] == ["SW0012346", "SW0012399"]
    assert (case.item.rma_key, case.rma and case.rma.number, case.head.partner) == ("", NUMBER, "p-1")


def test_what_lies_on_the_table_with_parts_to_look_for_waits_for_no_supervisor_yet(station: RunningStation) -> None:
    line = replace(LINES[0], parts=(Part("SD card", required=True),))
    rma = an_rma(lines=(line,))
    stocked(station, rma)
    item = unpacked(station, rma, line)
    tell(station, item, UnpackingBegun(CartonCondition.WHOLE))
    held = judged(station, item)
    assert held.judgement is not None
    assert held.judgement.decision is Decision.HOLD
    assert item_cases(station.store) == ()
    tell(station, item, UnpackingEnded("B-1"))
    assert only(station).item.id == item.id


def test_a_tested_device_waits_and_a_quote_ages_from_the_day_it_was_sent(station: RunningStation, item: Item) -> None:
    bench = Bench(station.parts)
    bench.begin(item.id, TECHNICIAN)
    bench.step(item.id, "power", "fail", TECHNICIAN)
    bench.outcome(item.id, Ending(InspectionOutcome.NOT_COVERED, reason="dropped"), TECHNICIAN)
    assert (only(station).head.kind, only(station).head.decision) == (CaseKind.OUTCOME, None)
    station.wait(hours=5)
    decided(station, only(station), C.QUOTE)
    station.wait(hours=20)
    case = only(station)
    assert (case.asked and case.asked.choice, case.since) == (C.QUOTE, case.asked and case.asked.decided_at)
    assert case.choices[0] is C.REPAIR


def test_a_replacement_that_went_out_since_is_a_case(station: RunningStation, item: Item) -> None:
    bench = Bench(station.parts)
    bench.begin(item.id, TECHNICIAN)
    for step, value in (("power", "pass"), ("volts", "12"), ("lens", "clear"), ("last", "pass")):
        bench.step(item.id, step, value, TECHNICIAN)
    bench.outcome(item.id, Ending(InspectionOutcome.REPAIRED, repair="lens"), TECHNICIAN)
    assert item_cases(station.store) == ()
    station.told(replace(RMA, rev=2, replacement_shipped=True))
    assert (only(station).asks, only(station).replacement_out) == (Question.REPLACEMENT_OUT, True)


def test_a_device_of_crossed_boxes_waits_there_alone(station: RunningStation, item: Item) -> None:
    other = an_rma(number="RMA-00001244", lines=(Line("l-9", "KP2", "SW555"),))
    station.told(RMA, other)
    with station.store.transaction() as connection:
        found = ItemFound(items.next_id(connection, station.parts.name), "SW555", "KP2")
    judged(station, noted(station, replace(item, id=found.item), found))
    assert [case.head.kind for case in review.cases(station.store, station.time)] == [CaseKind.EXCHANGE]


def test_a_devices_story_is_its_own(station: RunningStation, item: Item) -> None:
    judged(station, noted(station, item, ItemMarked(item.id, Mark.TAMPERED)))
    decided(station, only(station), C.ASK)
    told = [entry.type_name for entry in review.story(station.store, only(station))]
    assert told == ["item.found", "item.judged", "item.marked", "item.judged", "item.decided"]
    with station.store.reading() as connection:
        assert len(journal.of_item(connection, item.id)) == len(told)
    assert (only(station).item.rma_key, only(station).item.number) == (KEY, NUMBER)
