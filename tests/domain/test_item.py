"""An item told from its events."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.disposition import (
    WAITING,
    DispositionFacts,
    FreightPolicy,
    InspectionOutcome,
    dispose,
)
from receiving_app.domain.events import Body, Event, PackageOpened
from receiving_app.domain.inspection import StepKind, TestStep, TestTemplate
from receiving_app.domain.item import Item, fold, step
from receiving_app.domain.item_events import (
    CustodyRecorded,
    ExtraNoted,
    Fate,
    InspectionBegun,
    InspectionEnded,
    ItemFound,
    ItemJudged,
    ItemMarked,
    Mark,
    Medium,
    PartCounted,
    PhotoTaken,
    StepDone,
)
from receiving_app.domain.roles import Actor, Role
from receiving_app.domain.unpacking import ItemFacts, judge_item
from receiving_app.domain.verdict import Decision
from tests.factories import KEY, LPN, NUMBER, POLICY, SUPERVISOR, WORKER, Story, chicago

ITEM = "ITM-DOCK-1-0000017"
FOUND = ItemFound(ITEM, "SW0012345", "KP2", "l-1", KEY, NUMBER)
TECHNICIAN = replace(WORKER, person="p-tech", role=Role.TECHNICIAN)
OTHER_TECHNICIAN = replace(TECHNICIAN, person="p-tech-2")
TEMPLATE = TestTemplate("KP2", 3, (TestStep("power", "Powers on", StepKind.PASS_FAIL),))


def told(*bodies: Body) -> Item:
    """Give the item after it was found and then what is told."""
    item = fold(story(FOUND, *bodies).events)
    assert item is not None
    return item


def story(*bodies: Body) -> Story:
    telling = Story()
    for body in bodies:
        telling.tell(body)
    return telling


def judged(facts: ItemFacts) -> ItemJudged:
    verdict = judge_item(facts, POLICY)
    return ItemJudged(
        item=ITEM,
        verdict=verdict.decision,
        headline=verdict.headline,
        codes=verdict.codes,
        notes=verdict.notes,
        trace=verdict.trace,
        facts=facts,
        policy_version=verdict.policy_version,
    )


def ended(outcome: InspectionOutcome, **more: Any) -> InspectionEnded:
    facts = DispositionFacts(outcome, defective_on_receipt=True, replacement_shipped=False)
    return InspectionEnded(ITEM, outcome, dispose(facts, FreightPolicy()), **more)


def test_an_item_begins_with_being_found() -> None:
    assert told() == Item(ITEM, LPN, "SW0012345", "KP2", "l-1", KEY, NUMBER, found_by=WORKER.person)


def test_what_is_told_of_an_item_that_was_never_found_changes_nothing() -> None:
    assert fold([]) is None
    assert fold(story(PartCounted(ITEM, "SD card", 1), ended(InspectionOutcome.REPAIRED)).events) is None


def test_more_is_found_out_of_an_item_without_losing_what_was_counted() -> None:
    placeholder = ItemFound(ITEM, "ITM-DOCK-1-0000017", "", placeholder=True)
    telling = story(placeholder, PartCounted(ITEM, "SD card", 1), ItemMarked(ITEM, Mark.TAMPERED))
    telling.tell(FOUND, SUPERVISOR)
    item = fold(telling.events)
    assert item is not None
    assert (item.serial, item.model, item.line, item.placeholder) == ("SW0012345", "KP2", "l-1", False)
    assert item.parts == (PartCounted(ITEM, "SD card", 1),)
    assert item.marks == {Mark.TAMPERED}
    assert item.found_by == WORKER.person


def test_of_a_part_counted_again_the_last_count_stands() -> None:
    item = told(PartCounted(ITEM, "SD card", 0), PartCounted(ITEM, "cable", 1), PartCounted(ITEM, "SD card", 1))
    assert {part.part: part.found for part in item.parts} == {"SD card": 1, "cable": 1}
    assert len(item.parts) == 2


def test_extras_photos_and_marks_add_up() -> None:
    item = told(
        ExtraNoted(ITEM, "bracket", "BAG-1"),
        ExtraNoted(ITEM, "bracket", "BAG-2"),
        PhotoTaken("9f" * 32, chicago(2026, 11, 7), ITEM),
        PhotoTaken("af" * 32, chicago(2026, 11, 7), ITEM),
        ItemMarked(ITEM, Mark.TAMPERED),
        ItemMarked(ITEM, Mark.TAMPERED, "seal cut"),
        ItemMarked(ITEM, Mark.HAZARD),
    )
    assert [extra.bag for extra in item.extras] == ["BAG-1", "BAG-2"]
    assert [photo.photo for photo in item.photos] == ["9f" * 32, "af" * 32]
    assert item.marks == {Mark.TAMPERED, Mark.HAZARD}


def test_of_the_clients_video_the_last_word_on_each_medium_stands() -> None:
    item = told(
        CustodyRecorded(ITEM, Medium.CARD, present=True, bag="BAG-1", fate=Fate.AWAITING_ANSWER),
        CustodyRecorded(ITEM, Medium.INTERNAL_MEMORY, present=True),
        CustodyRecorded(ITEM, Medium.CARD, present=True, bag="BAG-1", fate=Fate.RETURNED),
    )
    assert {custody.medium: custody.fate for custody in item.custody} == {
        Medium.CARD: Fate.RETURNED,
        Medium.INTERNAL_MEMORY: None,
    }


def test_the_last_verdict_stands_and_can_be_judged_again_from_what_it_recorded() -> None:
    first, second = ItemFacts("SW0012345"), ItemFacts("SW0012345", "KP2", placeholder=True)
    telling = story(FOUND, judged(first))
    last = telling.tell(judged(second))
    item = fold(telling.events)
    assert item is not None
    assert item.judgement is not None
    assert item.judgement.event == last.id
    assert item.judgement.verdict.decision is Decision.HOLD
    assert judge_item(item.judgement.facts, POLICY) == item.judgement.verdict


def test_a_repeated_step_leaves_both_results_with_who_and_when() -> None:
    telling = story(FOUND)
    telling.tell(InspectionBegun(ITEM, TEMPLATE), TECHNICIAN)
    first = telling.tell(StepDone(ITEM, "power", "fail", False, "no light"), TECHNICIAN)
    second = telling.tell(StepDone(ITEM, "power", "pass", True), OTHER_TECHNICIAN)
    item = fold(telling.events)
    assert item is not None
    assert item.inspection is not None
    assert [(each.value, each.person, each.at) for each in item.inspection.results] == [
        ("fail", "p-tech", first.occurred_at),
        ("pass", "p-tech-2", second.occurred_at),
    ]
    assert item.inspection.results[0].note == "no light"
    assert item.inspection.template == TEMPLATE
    assert item.inspection.technician == "p-tech"


def test_a_step_before_the_inspection_began_counts_for_nothing() -> None:
    assert told(StepDone(ITEM, "power", "pass", True)).inspection is None


def test_an_outcome_tells_who_gave_it_though_another_began_the_test() -> None:
    telling = story(FOUND)
    telling.tell(InspectionBegun(ITEM, TEMPLATE), TECHNICIAN)
    outcome = ended(
        InspectionOutcome.REPLACED,
        reason="board burnt",
        repair="none",
        parts_used=("fuse",),
        replacement_serial="SW0077001",
    )
    decided = telling.tell(outcome, OTHER_TECHNICIAN)
    item = fold(telling.events)
    assert item is not None
    inspection = item.inspection
    assert inspection is not None
    assert (inspection.outcome, inspection.disposition) == (outcome.outcome, outcome.disposition)
    assert (inspection.technician, inspection.decided_by) == ("p-tech", "p-tech-2")
    assert (inspection.decided, inspection.decided_at) == (decided.id, decided.occurred_at)
    assert (inspection.reason, inspection.repair) == ("board burnt", "none")
    assert (inspection.parts_used, inspection.replacement_serial) == (("fuse",), "SW0077001")


@pytest.mark.parametrize("outcome", InspectionOutcome)
def test_what_waits_has_not_ended(outcome: InspectionOutcome) -> None:
    inspection = told(InspectionBegun(ITEM, TEMPLATE), ended(outcome)).inspection
    assert inspection is not None
    assert inspection.ended is (outcome not in WAITING)


def test_an_item_may_wait_that_was_never_tested() -> None:
    inspection = told(ended(InspectionOutcome.CANNOT_TEST, reason="no rig")).inspection
    assert inspection is not None
    assert inspection.template is None
    assert inspection.reason == "no rig"
    assert not inspection.ended


def test_what_is_tested_on_keeps_what_was_tested_before_it_waited() -> None:
    done = StepDone(ITEM, "power", "pass", True)
    inspection = told(InspectionBegun(ITEM, TEMPLATE), done, ended(InspectionOutcome.AWAITING_PARTS), done).inspection
    assert inspection is not None
    assert len(inspection.results) == 2


def test_a_test_that_begins_anew_begins_with_nothing() -> None:
    done = StepDone(ITEM, "power", "pass", True)
    newer = replace(TEMPLATE, version=4)
    inspection = told(
        InspectionBegun(ITEM, TEMPLATE), done, ended(InspectionOutcome.REPAIRED), InspectionBegun(ITEM, newer)
    ).inspection
    assert inspection is not None
    assert (inspection.template, inspection.results, inspection.outcome) == (newer, (), None)


def test_what_is_told_of_packages_changes_no_item() -> None:
    assert told(PackageOpened()) == told()


BODIES: st.SearchStrategy[Body] = st.sampled_from(
    (
        FOUND,
        replace(FOUND, serial="SW0012354", line=""),
        PartCounted(ITEM, "SD card", 0),
        PartCounted(ITEM, "SD card", 1),
        ExtraNoted(ITEM, "bracket"),
        ItemMarked(ITEM, Mark.HAZARD),
        CustodyRecorded(ITEM, Medium.CARD, present=False),
        PhotoTaken("9f" * 32, chicago(2026, 11, 7), ITEM),
        judged(ItemFacts("SW0012345")),
        InspectionBegun(ITEM, TEMPLATE),
        StepDone(ITEM, "power", "pass", True),
        ended(InspectionOutcome.AWAITING_PARTS),
        ended(InspectionOutcome.REPAIRED),
    )
)
ACTORS: st.SearchStrategy[Actor] = st.sampled_from((WORKER, TECHNICIAN, SUPERVISOR))


@st.composite
def stories(draw: st.DrawFn) -> list[Event]:
    telling = Story()
    for body, actor in draw(st.lists(st.tuples(BODIES, ACTORS), max_size=20)):
        telling.tell(body, actor)
    return telling.events


@given(stories())
def test_an_item_is_there_once_it_was_found_and_tells_every_event_once(events: list[Event]) -> None:
    item = fold(events)
    found = [place for place, event in enumerate(events) if isinstance(event.body, ItemFound)]
    assert (item is None) == (not found)
    if item is None:
        return
    since = events[found[0] :]
    bodies = [event.body for event in since]
    assert item.found_by == since[0].actor.person
    assert len(item.extras) == sum(isinstance(body, ExtraNoted) for body in bodies)
    assert len(item.photos) == sum(isinstance(body, PhotoTaken) for body in bodies)
    assert len(item.parts) == len({body.part for body in bodies if isinstance(body, PartCounted)})
    assert (item.judgement is None) == (not any(isinstance(body, ItemJudged) for body in bodies))


@given(stories(), st.data())
def test_an_item_kept_halfway_and_told_on_is_the_same(events: list[Event], data: st.DataObject) -> None:
    pause = data.draw(st.integers(0, len(events)))
    item = fold(events[:pause])
    for event in events[pause:]:
        item = step(item, event)
    assert item == fold(events)
