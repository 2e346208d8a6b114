"""Boxes that nobody can place: identified and judged anew, or kept, reminded of, paid for, abandoned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from receiving_app.acts.decision import KeptHere, Objection, WayAgreed
from receiving_app.domain.authorization import Line
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice, PackageJudged, ReadingRecorded
from receiving_app.domain.package import Package
from receiving_app.domain.roles import NotAllowedError
from receiving_app.domain.shipment import Bar, SaidBy
from receiving_app.domain.unclaimed_events import (
    GroundKind,
    PackageIdentified,
    UnclaimedKept,
    UnclaimedMatched,
    UnclaimedReminded,
)
from receiving_app.domain.verdict import Decision, Rule
from receiving_app.storage import goods, service_data
from tests.acts.running_station import NOON, RunningStation
from tests.acts.unclaimed_boxes import FLEET, SERIAL, Boxes
from tests.factories import KEY, NUMBER, OTHER_KEY, OTHER_NUMBER, SUPERVISOR, WORKER, an_rma, chicago, reading


@pytest.fixture
def boxes(station: RunningStation) -> Iterator[Boxes]:
    station.told(an_rma(), an_rma(number=OTHER_NUMBER, lines=(Line("1", "AP1", "AP1-7"),), tracking=("4711-0815",)))
    with station.store.transaction() as connection:
        service_data.put_partners(connection, [FLEET])
    yield Boxes(station)
    assert station.faults() == ()


def test_a_serial_number_found_inside_points_to_its_rma(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.find(box, "sw0012345", inside=True)
    assert boxes.grounds(box) == {NUMBER: {GroundKind.SERIAL}}
    assert boxes.now(box).clues[0].inside
    assert "sw0012345" in [each.text for each in boxes.station.bodies(ReadingRecorded)]  # type: ignore[union-attr]


def test_a_tracking_number_a_near_miss_and_an_address_have_their_reasons(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.find(box, "4711 0815")
    assert boxes.grounds(box) == {OTHER_NUMBER: {GroundKind.TRACKING}}
    near = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")
    boxes.find(box, near)
    assert boxes.grounds(box)[NUMBER] == {GroundKind.NEAR_NUMBER}
    boxes.find(box, "Fleet Eyes, 12 Main Street, Elgin")
    assert boxes.grounds(box)["p-1"] == {GroundKind.ADDRESS}
    assert boxes.grounds(box)[NUMBER] == {GroundKind.NEAR_NUMBER, GroundKind.ADDRESS}


def test_the_same_text_again_is_no_second_clue(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.find(box, SERIAL)
    boxes.find(box, SERIAL.lower(), f" {SERIAL}\r")
    assert [clue.text for clue in boxes.now(box).clues] == [SERIAL]


def test_only_who_decides_looks_into_a_rejected_box(boxes: Boxes) -> None:
    box = boxes.without_number()
    with pytest.raises(NotAllowedError):
        boxes.identifying.found(box.lpn, [reading(SERIAL)], WORKER)
    assert not boxes.now(box).clues
    assert boxes.station.bodies(ReadingRecorded)


def test_an_identified_box_that_came_in_time_is_accepted_by_the_rules(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.find(box, SERIAL)
    after = boxes.identify(box, KEY)
    assert isinstance(after, Package)
    (judgement,) = after.judgements
    assert (judgement.number, judgement.decision, judgement.review) == (NUMBER, Decision.ACCEPT, None)
    assert after.may_be_opened


def test_late_is_still_late(boxes: Boxes) -> None:
    boxes.station.at(chicago(2026, 11, 17, 9))
    boxes.station.told()
    box = boxes.without_number()
    boxes.find(box, SERIAL)
    after = boxes.identify(box, KEY)
    assert isinstance(after, Package)
    assert (after.decision, after.judgements[0].verdict.headline) == (Decision.REJECT, Rule.LATE)
    assert not after.judgements[0].review


def test_a_misread_number_stands_for_the_right_one(boxes: Boxes) -> None:
    station = boxes.station
    near = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")
    box = station.scan(near).package
    station.wait(1)
    station.scan(near)
    assert box is not None
    after = boxes.identify(box, KEY)
    assert isinstance(after, Package)
    assert [judgement.key for judgement in after.judgements] == [KEY]
    assert {label.stands_for for label in after.labels} == {"", NUMBER}
    (body,) = station.bodies(PackageIdentified)
    assert isinstance(body, PackageIdentified)
    assert (body.before, body.grounds[0].kind) == (near, GroundKind.NEAR_NUMBER)


def test_what_nothing_points_to_is_not_chosen(boxes: Boxes) -> None:
    box = boxes.without_number()
    assert boxes.identify(box, KEY) is Objection.CANDIDATE_MISSING
    boxes.find(box, "AP1-7")
    assert boxes.identify(box, KEY) is Objection.CANDIDATE_MISSING
    assert isinstance(boxes.identify(box, OTHER_KEY), Package)


def test_undone_the_box_waits_as_before_and_nothing_was_told(boxes: Boxes) -> None:
    station = boxes.station
    box = boxes.without_number()
    boxes.find(box, SERIAL)
    before = boxes.now(box)
    station.sent()
    boxes.identify(box, KEY)
    assert not {"package.identified", "package.judged"} & set(station.sent())
    station.say(Command.UNDO, SUPERVISOR)
    after = boxes.now(box)
    assert (after.judgements, after.labels, after.no_number) == (before.judgements, before.labels, True)
    station.wait(61)
    assert "package.identified" not in station.sent()


def test_decision_and_verdict_are_told_together_after_a_minute(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.find(box, SERIAL)
    boxes.station.sent()
    boxes.identify(box, KEY)
    boxes.station.wait(61)
    assert boxes.station.sent() == ["package.identified", "package.judged"]


def test_a_known_partner_without_an_rma_gets_the_box_back_at_its_address(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.find(box, "fleet eyes")
    assert isinstance(boxes.identify(box, partner="p-1"), Package)
    assert boxes.now(box).decision is Decision.REJECT
    boxes.station.decide(boxes.now(box), Choice.UPHOLD)
    assert boxes.now(box).unclaimed is None
    assert boxes.bars(box) == ()
    with boxes.station.store.reading() as connection:
        found = goods.named(connection, box.lpn)
    assert found is not None
    assert (found.send_back_to, found.said_by) == (FLEET.addresses[0], SaidBy.PARTNER)


def test_a_kept_box_has_a_number_and_a_shelf_and_its_rejection_is_upheld(boxes: Boxes) -> None:
    box = boxes.without_number()
    assert boxes.keep(box, " ") is Objection.PLACE_MISSING
    after = boxes.keep(box)
    assert isinstance(after, Package)
    assert after.is_unclaimed
    assert after.unclaimed is not None
    assert (after.unclaimed.number, after.unclaimed.place) == (box.lpn.replace("LPN", "UNC"), "B12")
    assert after.judgements[0].review is not None
    assert boxes.bars(box) == (Bar.UNCLAIMED, Bar.ADDRESS_MISSING)


def test_to_uphold_is_to_keep(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.station.decide(box, Choice.UPHOLD)
    assert boxes.now(box).is_unclaimed


def test_what_is_overridden_or_known_is_not_kept(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.station.decide(box, Choice.OVERRIDE)
    assert boxes.now(box).unclaimed is None
    known = boxes.station.scan(NUMBER).package
    assert known is not None
    assert boxes.keep(known) is Objection.NOT_OFFERED


def test_the_act_of_keeping_is_taken_back_whole(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.keep(box)
    boxes.station.say(Command.UNDO, SUPERVISOR)
    assert not boxes.now(box).is_unclaimed
    assert boxes.now(box).judgements[0].review is None


def test_a_kept_box_can_be_identified_later(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.keep(box)
    boxes.station.wait(days=3)
    boxes.station.told()
    boxes.find(box, SERIAL)
    after = boxes.identify(box, KEY)
    assert isinstance(after, Package)
    assert (after.is_unclaimed, after.decision) == (False, Decision.ACCEPT)


def test_reminders_come_on_the_policys_days_once_each(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.keep(box)
    told = []
    for _day in range(65):
        boxes.station.wait(days=1)
        boxes.keeping.watch()
        told = [body.days for body in boxes.station.bodies(UnclaimedReminded) if isinstance(body, UnclaimedReminded)]
        assert boxes.keeping.watch() == ()
    assert told == [7, 30, 60]
    assert boxes.now(box).unclaimed is not None


def test_an_rma_issued_meanwhile_raises_its_claim_by_itself(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.find(box, "AP1-99")
    boxes.keep(box)
    assert boxes.keeping.watch() == ()
    boxes.station.wait(days=2)
    late = an_rma(number="RMA-00009990", created_at=boxes.station.time, lines=(Line("1", "AP1", "AP1-99"),))
    boxes.station.told(late)
    assert boxes.keeping.watch() == (box.lpn,)
    assert boxes.keeping.watch() == ()
    (body,) = boxes.station.bodies(UnclaimedMatched)
    assert isinstance(body, UnclaimedMatched)
    assert (body.number, body.grounds[0].kind) == (late.number, GroundKind.SERIAL)


def test_what_was_seen_when_it_was_kept_is_no_news(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.find(box, SERIAL)
    boxes.keep(box)
    assert boxes.keeping.watch() == ()


def test_it_leaves_once_somebody_has_agreed_to_pay(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.keep(box)
    assert boxes.agree(box, " ") is Objection.AGREEMENT_MISSING
    tomorrow = WayAgreed(box.lpn, "Ann", boxes.station.time.date() + timedelta(days=2))
    assert boxes.keeping.agree(tomorrow, SUPERVISOR) is Objection.CONSENT_TOO_LATE
    assert isinstance(boxes.agree(box), Package)
    assert boxes.bars(box) == (Bar.ADDRESS_MISSING,)
    assert not boxes.now(box).is_unclaimed


def test_it_is_abandoned_when_its_time_is_over_and_by_another_than_its_keeper(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.keep(box)
    boxes.station.at(NOON + timedelta(days=89))
    assert boxes.abandon(box) is Objection.STILL_KEPT
    boxes.station.at(NOON + timedelta(days=90))
    assert boxes.abandon(box, SUPERVISOR) is Objection.OWN_WORK
    assert boxes.abandon(box, reason=" ") is Objection.REASON_MISSING
    assert boxes.abandon(box, reason="other") is Objection.WORDS_MISSING
    assert box.lpn in boxes.waits_to_leave()
    assert isinstance(boxes.abandon(box), Package)
    assert box.lpn not in boxes.waits_to_leave()
    assert boxes.abandon(box) is Objection.NOT_OFFERED


def test_a_worker_keeps_and_abandons_nothing(boxes: Boxes) -> None:
    box = boxes.without_number()
    with pytest.raises(NotAllowedError):
        boxes.keeping.keep(KeptHere(box.lpn, "B12"), WORKER)
    with pytest.raises(NotAllowedError):
        boxes.keeping.agree(WayAgreed(box.lpn, "Ann", None), WORKER)
    with pytest.raises(NotAllowedError):
        boxes.abandon(box, WORKER)
    assert not boxes.station.bodies(UnclaimedKept)


def test_the_verdict_of_an_identified_box_is_written_by_the_rules(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.find(box, SERIAL)
    boxes.identify(box, KEY)
    judged = [event for event in boxes.station.journal() if isinstance(event.body, PackageJudged)]
    assert judged[-1].actor.person is None


def test_where_no_rma_came_none_is_looked_for(boxes: Boxes) -> None:
    box = boxes.without_number()
    boxes.find(box, "AP1-99")
    boxes.keep(box)
    boxes.station.told(an_rma(number="RMA-00009990", lines=(Line("1", "AP1", "AP1-99"),)))
    assert boxes.keeping.watch(claims=False) == ()
    assert boxes.keeping.watch() == (box.lpn,)
