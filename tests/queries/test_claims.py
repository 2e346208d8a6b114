"""Boxes that nobody can place: in the review's list, in the search, in the hand-over and the reports."""

from __future__ import annotations

from datetime import timedelta

import pytest

from receiving_app.acts.decision import GivenUp
from receiving_app.domain.authorization import Line
from receiving_app.domain.cases import CaseKind
from receiving_app.domain.hits import By
from receiving_app.domain.package import Package
from receiving_app.domain.period import Period
from receiving_app.domain.report import Waits
from receiving_app.domain.report_counts import Measure
from receiving_app.domain.unclaimed import Stage, stage
from receiving_app.domain.unclaimed_events import Becomes
from receiving_app.queries import claims
from receiving_app.queries.reports import report
from receiving_app.queries.search import Searcher
from receiving_app.queries.shift import shift
from receiving_app.queries.waiting import waiting
from receiving_app.storage import report_counts, service_data
from tests.acts.running_station import NOON, RunningStation
from tests.acts.unclaimed_boxes import FLEET, OTHER_LEAD, SERIAL, Boxes
from tests.factories import KEY, NUMBER, an_rma


@pytest.fixture
def boxes(station: RunningStation, listed_alike: None) -> Boxes:
    station.told(an_rma())
    with station.store.transaction() as connection:
        service_data.put_partners(connection, [FLEET])
    return Boxes(station)


def kept(boxes: Boxes, *clues: str) -> Package:
    box = boxes.without_number()
    boxes.find(box, *clues)
    boxes.keep(box)
    return box


def listed(boxes: Boxes) -> list[tuple[CaseKind, bool]]:
    today = boxes.station.time.date()
    cases = waiting(boxes.station.store, boxes.station.clock.corrected())
    return [(case.head.kind, case.head.rests(today)) for case in cases]


def test_a_kept_box_rests_until_its_next_reminder_and_then_stands_before_younger_ones(boxes: Boxes) -> None:
    kept(boxes)
    boxes.station.wait(days=6)
    boxes.station.told()
    boxes.without_number()
    assert listed(boxes) == [(CaseKind.PACKAGE, False), (CaseKind.UNCLAIMED, True)]
    boxes.station.wait(days=2)
    assert listed(boxes) == [(CaseKind.PACKAGE, False), (CaseKind.UNCLAIMED, False)]


def test_who_has_looked_lets_it_rest_again(boxes: Boxes) -> None:
    box = kept(boxes)
    boxes.station.wait(days=8)
    assert listed(boxes) == [(CaseKind.UNCLAIMED, False)]
    boxes.keep(box, "C3")
    assert listed(boxes) == [(CaseKind.UNCLAIMED, True)]


def test_an_rma_that_comes_up_raises_its_box_the_same_day(boxes: Boxes) -> None:
    kept(boxes, "AP1-99")
    boxes.station.wait(days=1)
    boxes.station.told(an_rma(number="RMA-00009990", lines=(Line("1", "AP1", "AP1-99"),)))
    boxes.keeping.watch()
    (case,) = claims.unclaimed_cases(boxes.station.store, boxes.station.time)
    with boxes.station.store.reading() as connection:
        policy = service_data.current_policy(connection)
    assert stage(case.unclaimed, boxes.station.time.date(), policy) is Stage.CLAIM
    assert case.rests_until is None


def test_claimed_paid_for_or_abandoned_it_is_in_no_list(boxes: Boxes) -> None:
    claimed, paid, gone = kept(boxes, SERIAL), kept(boxes), kept(boxes)
    boxes.identify(claimed, KEY)
    boxes.agree(paid)
    boxes.station.at(NOON + timedelta(days=90))
    boxes.keeping.abandon(GivenUp(gone.lpn, Becomes.KEPT, "sender-unknown"), OTHER_LEAD)
    assert listed(boxes) == []
    assert boxes.waits_to_leave() == [paid.lpn]


@pytest.mark.parametrize(
    ("text", "by"), [("UNC-DOCK-1", By.UNCLAIMED), ("wx-4711", By.CLUE), ("12 main str", By.CLUE), ("X4711", By.CLUE)]
)
def test_it_is_found_by_its_number_and_by_what_was_found_on_it(boxes: Boxes, text: str, by: By) -> None:
    box = kept(boxes, "WX-4711", "Fleet Eyes, 12 Main Street")
    hits = Searcher(boxes.station.store).find(text).hits
    assert [(hit.key, hit.by) for hit in hits if hit.key == box.lpn] == [(box.lpn, by)]


def test_what_was_taken_back_is_found_no_more(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.find(box, "WX-4711")
    boxes.undo()
    assert Searcher(boxes.station.store).find("WX-4711").hits == ()


def test_the_hand_over_tells_those_that_need_somebody(boxes: Boxes) -> None:
    box = kept(boxes)
    assert shift(boxes.station.store, boxes.station.time).unclaimed == ()
    boxes.station.wait(days=7)
    (told,) = shift(boxes.station.store, boxes.station.time).unclaimed
    assert told == boxes.now(box).unclaimed


def test_the_reports_count_what_waits_for_a_claim_and_what_was_decided(boxes: Boxes) -> None:
    first, _second = kept(boxes, SERIAL), kept(boxes)
    boxes.identify(first, KEY)
    while report_counts.take_in(boxes.station.store):
        pass
    today = boxes.station.time.date()
    done = report(boxes.station.store, Period(today, today), boxes.station.time)
    assert done.backlog.total(Waits.CLAIM) == 1
    assert done.total(Measure.DECIDED, "identified") == 1
    assert {decision: done.total(Measure.VERDICT, decision) for decision in ("accept", "reject")} == {
        "accept": 1,
        "reject": 1,
    }


def test_whose_it_may_be_is_told_with_the_likeliest_first(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.find(box, "fleet eyes", SERIAL)
    found = claims.whose(boxes.station.store, boxes.now(box))
    assert [each.rma.number if each.rma else each.partner for each in found] == [NUMBER, "p-1"]
