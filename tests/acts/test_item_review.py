"""A supervisor decides what becomes of items: held ones, tested ones, and who pays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from receiving_app.acts.bench import Bench
from receiving_app.acts.bench_outcome import BenchRefusal, Ending
from receiving_app.acts.decision import ItemAnswer, ItemPreview, Objection
from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.item_review import ItemReview
from receiving_app.domain.authorization import Address, Line
from receiving_app.domain.command import Command
from receiving_app.domain.disposition import InspectionOutcome, Next, Payer
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import (
    FreightCredited,
    Identity,
    ItemChoice,
    ItemDecided,
    ItemFound,
    ItemJudged,
    ItemMarked,
    Mark,
)
from receiving_app.domain.item_review import subject
from receiving_app.domain.policy import Policy
from receiving_app.domain.roles import Actor, NotAllowedError
from receiving_app.domain.shipment import Bar
from receiving_app.domain.unpacking import ItemRule
from receiving_app.domain.verdict import Decision
from receiving_app.queries import bench as bench_queries
from receiving_app.queries import shipping
from receiving_app.storage import items, outbox, service_data
from receiving_app.storage.journal import Delivery
from receiving_app.storage.schema import events
from tests.acts.benched import TECHNICIAN, noted, stocked, unpacked
from tests.acts.running_station import RunningStation
from tests.factories import KEY, NUMBER, SUPERVISOR, WORKER, an_rma

HOME = Address("Fleet Eyes LLC", "12 Main Street", "Elgin", "IL", "60120")
LINES = (Line("l-1", "KP2", "SW0012345"), Line("l-2", "KP2", "SW0012346"))
RMA = an_rma(lines=LINES, send_back_to=HOME)
TODAY = date(2026, 11, 7)
C = ItemChoice
PASSING = {"power": "pass", "volts": "12", "lens": "clear", "last": "pass"}


@pytest.fixture
def review(station: RunningStation) -> ItemReview:
    stocked(station, RMA)
    return ItemReview(station.parts)


@pytest.fixture
def bench(station: RunningStation) -> Bench:
    return Bench(station.parts)


def held(station: RunningStation, *marks: Mark) -> Item:
    """Give a device that the rules hold for what a worker saw."""
    item = unpacked(station, RMA, LINES[0])
    for mark in marks:
        item = noted(station, item, ItemMarked(item.id, mark))
    return judged(station, item)


def stray(station: RunningStation, serial: str = "SW0O12346") -> Item:
    """Give a device from the box that none of its lines lists."""
    item = unpacked(station, RMA, LINES[0])
    with station.store.transaction() as connection:
        found = ItemFound(items.next_id(connection, station.parts.name), serial, "KP2")
    noted(station, replace(item, id=found.item), found)
    return judged(station, now(station, found.item))


def judged(station: RunningStation, item: Item) -> Item:
    with station.store.transaction() as connection:
        return ItemJudging(station.parts).judge(connection, item)


def ended(station: RunningStation, bench: Bench, outcome: InspectionOutcome, actor: Actor = TECHNICIAN) -> Item:
    item = unpacked(station, RMA, LINES[0])
    bench.begin(item.id, actor)
    for step, value in PASSING.items():
        bench.step(item.id, step, value, actor)
    assert bench.outcome(item.id, Ending(outcome, reason="dropped", repair="lens"), actor).done
    return now(station, item.id)


def now(station: RunningStation, item_id: str) -> Item:
    with station.store.reading() as connection:
        item = items.get(connection, item_id)
    assert item is not None
    return item


def answer(item: Item, choice: ItemChoice, **said: Any) -> ItemAnswer:
    return replace(ItemAnswer(item.id, subject(item) or "", choice, "other", "looked at it"), **said)


def decided(review: ItemReview, item: Item, choice: ItemChoice, actor: Actor = SUPERVISOR, **said: Any) -> ItemPreview:
    seen = review.decide(answer(item, choice, **said), actor)
    assert seen.objection is None, seen.objection
    return seen


def rows(station: RunningStation, type_name: str) -> list[Any]:
    with station.store.reading() as connection:
        return list(connection.execute(select(events.c.seq, events.c.delivery).where(events.c.type == type_name)))


def test_a_held_device_accepted_after_all_goes_to_the_bench(
    station: RunningStation, review: ItemReview, bench: Bench
) -> None:
    item = held(station, Mark.TAMPERED)
    assert bench.begin(item.id, TECHNICIAN).refusal is BenchRefusal.NOT_ACCEPTED
    decided(review, item, C.ACCEPT)
    assert bench.begin(item.id, TECHNICIAN).done
    assert [each.item.id for each in bench_queries.queue(station.store, station.time)] == [item.id]
    judgement = now(station, item.id).judgement
    assert judgement is not None
    assert (judgement.verdict.decision, judgement.decision) == (Decision.HOLD, Decision.ACCEPT)


def test_what_is_not_accepted_goes_back_at_the_partners_expense(station: RunningStation, review: ItemReview) -> None:
    item = stray(station)
    seen = decided(review, item, C.RETURN)
    assert (seen.send_back_to, seen.disposition and seen.disposition.payer) == (HOME, Payer.PARTNER)
    (group,) = shipping.leaving(station.store).groups
    assert ([each.thing for each in group.goods], group.payer) == ([item.id], Payer.PARTNER)


def test_a_stray_is_identified_judged_anew_and_becomes_the_lines_device(
    station: RunningStation, review: ItemReview
) -> None:
    item = stray(station)
    decided(review, item, C.IDENTIFY, identity=Identity(KEY, NUMBER, "l-2", "KP2", "SW0012346"))
    after = now(station, item.id)
    assert (after.serial, after.line, after.rma_key) == ("SW0012346", "l-2", KEY)
    assert after.judgement is not None
    assert after.judgement.decision is Decision.ACCEPT
    assert len(station.bodies(ItemJudged)) == 3


def test_an_identification_taken_back_leaves_a_stray(station: RunningStation, review: ItemReview) -> None:
    item = stray(station)
    decided(review, item, C.IDENTIFY, identity=Identity(KEY, NUMBER, "l-2", "KP2", "SW0012346"))
    station.say(Command.UNDO, SUPERVISOR)
    after = now(station, item.id)
    assert (after.serial, after.line) == ("SW0O12346", "")
    assert after.judgement is not None
    assert after.judgement.verdict.headline is ItemRule.NOT_ON_RMA
    assert rows(station, "item.decided")[0].delivery == Delivery.WITHDRAWN


@pytest.mark.parametrize(
    ("identity", "objection"),
    [
        (None, Objection.LINE_MISSING),
        (Identity(KEY, NUMBER, "l-9", "KP2", "SW0012346"), Objection.LINE_MISSING),
        (Identity(KEY, NUMBER, "l-2", "KP2", "SW0000000"), Objection.LINE_MISSING),
        (Identity(KEY, NUMBER, "l-1", "KP2", "SW0012345"), Objection.LINE_TAKEN),
    ],
)
def test_a_device_is_identified_as_one_that_is_listed_and_still_to_come(
    station: RunningStation, review: ItemReview, identity: Identity | None, objection: Objection
) -> None:
    item = stray(station)
    assert review.decide(answer(item, C.IDENTIFY, identity=identity), SUPERVISOR).objection is objection
    assert station.bodies(ItemDecided) == []


@pytest.mark.parametrize(
    ("said", "objection"),
    [
        ({}, Objection.CONSENT_MISSING),
        ({"consent_by": " ", "consent_on": TODAY}, Objection.CONSENT_MISSING),
        ({"consent_by": "Ann Rivers"}, Objection.CONSENT_MISSING),
        ({"consent_by": "Ann Rivers", "consent_on": TODAY + timedelta(days=1)}, Objection.CONSENT_TOO_LATE),
        ({"consent_by": "Ann Rivers", "consent_on": TODAY}, None),
    ],
)
def test_nothing_is_scrapped_without_consent(
    station: RunningStation, review: ItemReview, said: dict[str, Any], objection: Objection | None
) -> None:
    item = stray(station)
    seen = review.decide(answer(item, C.SCRAP, **said), SUPERVISOR)
    assert seen.objection is objection
    disposition = now(station, item.id).disposition
    assert (disposition.next if disposition else None) is (None if objection else Next.SCRAP)


def test_a_quote_waits_and_the_partners_answer_brings_it_back_to_the_bench(
    station: RunningStation, review: ItemReview, bench: Bench
) -> None:
    item = ended(station, bench, InspectionOutcome.NOT_COVERED)
    decided(review, item, C.QUOTE)
    assert [each.id for each in bench_queries.for_supervisor(station.store)] == [item.id]
    assert shipping.leaving(station.store).groups == ()
    decided(review, now(station, item.id), C.REPAIR)
    assert bench_queries.for_supervisor(station.store) == ()
    repaired = bench.outcome(item.id, Ending(InspectionOutcome.REPAIRED, repair="new lens"), TECHNICIAN)
    assert repaired.done
    (group,) = shipping.leaving(station.store).groups
    assert group.payer is Payer.PARTNER


def test_the_repair_that_the_partner_pays_for_is_never_shipped_at_our_expense(
    station: RunningStation, review: ItemReview, bench: Bench
) -> None:
    station.told(replace(RMA, rev=2, lines=tuple(replace(line, defective_on_receipt=True) for line in LINES)))
    item = ended(station, bench, InspectionOutcome.NOT_COVERED)
    decided(review, item, C.QUOTE)
    decided(review, now(station, item.id), C.REPAIR)
    bench.outcome(item.id, Ending(InspectionOutcome.REPAIRED, repair="new lens"), TECHNICIAN)
    disposition = now(station, item.id).disposition
    assert disposition is not None
    assert (disposition.payer, disposition.credits_inbound) == (Payer.PARTNER, False)


def test_what_is_not_covered_goes_back_as_it_is(station: RunningStation, review: ItemReview, bench: Bench) -> None:
    item = unpacked(station, RMA, LINES[0])
    bench.begin(item.id, TECHNICIAN)
    bench.step(item.id, "power", "fail", TECHNICIAN)
    bench.outcome(item.id, Ending(InspectionOutcome.NOT_COVERED, reason="dropped"), TECHNICIAN)
    decided(review, now(station, item.id), C.RETURN)
    (group,) = shipping.leaving(station.store).groups
    assert [each.thing for each in group.goods] == [item.id]


def test_nothing_found_with_the_replacement_out_goes_back_only_by_a_persons_word(
    station: RunningStation, review: ItemReview, bench: Bench
) -> None:
    station.told(replace(RMA, rev=2, replacement_shipped=True))
    item = ended(station, bench, InspectionOutcome.NO_FAULT_FOUND)
    assert shipping.leaving(station.store).groups == ()
    decided(review, item, C.RETURN)
    (group,) = shipping.leaving(station.store).groups
    assert [each.bars for each in group.goods] == [()]


def test_a_replacement_that_went_out_after_the_outcome_is_asked_about(
    station: RunningStation, review: ItemReview, bench: Bench
) -> None:
    item = ended(station, bench, InspectionOutcome.REPAIRED)
    station.told(replace(RMA, rev=2, replacement_shipped=True))
    (barred,) = shipping.leaving(station.store).barred
    assert barred.bars == (Bar.REPLACEMENT_OUT,)
    decided(review, item, C.KEEP)
    left = shipping.leaving(station.store)
    assert (left.groups, left.barred) == ((), ())


def test_who_pays_is_said_and_the_freight_here_credited_with_it(
    station: RunningStation, review: ItemReview, bench: Bench
) -> None:
    claimed = replace(RMA, rev=2, lines=tuple(replace(line, defective_on_receipt=True) for line in LINES))
    station.told(claimed)
    item = unpacked(station, claimed, claimed.lines[0], lambda one: ItemMarked(one, Mark.TRANSIT_DAMAGE))
    bench.begin(item.id, TECHNICIAN)
    for step, value in PASSING.items():
        bench.step(item.id, step, value, TECHNICIAN)
    bench.outcome(item.id, Ending(InspectionOutcome.REPAIRED, repair="lens"), TECHNICIAN)
    item = now(station, item.id)
    assert review.preview(answer(item, C.PAYER), SUPERVISOR).objection is Objection.PAYER_MISSING
    decided(review, item, C.PAYER, payer=Payer.SMARTWITNESS)
    (group,) = shipping.leaving(station.store).groups
    assert group.payer is Payer.SMARTWITNESS
    assert station.bodies(FreightCredited) == [FreightCredited(item.id, NUMBER)]


def test_a_replacement_given_out_of_goodwill_is_another_unit(
    station: RunningStation, review: ItemReview, bench: Bench
) -> None:
    item = ended(station, bench, InspectionOutcome.UNREPAIRABLE)
    refused = review.decide(answer(item, C.REPLACE, replacement_serial=item.serial), SUPERVISOR)
    assert refused.objection is BenchRefusal.REPLACEMENT_SAME
    decided(review, item, C.REPLACE, replacement_serial="SW777")
    (group,) = shipping.leaving(station.store).groups
    assert [each.serial for each in group.goods] == ["SW777"]
    with station.store.reading() as connection:
        assert [each.id for each in items.replaced_by(connection, "sw777")] == [item.id]


def test_only_a_supervisor_with_a_pin_decides(station: RunningStation, review: ItemReview) -> None:
    item = stray(station)
    for actor in (WORKER, TECHNICIAN, replace(SUPERVISOR, how="badge")):
        with pytest.raises(NotAllowedError):
            review.decide(answer(item, C.RETURN), actor)
    assert station.bodies(ItemDecided) == []


def test_nobody_decides_on_their_own_outcome_by_whichever_badge(
    station: RunningStation, review: ItemReview, bench: Bench
) -> None:
    item = ended(station, bench, InspectionOutcome.NOT_COVERED, replace(TECHNICIAN, person="p-lead"))
    for how in ("badge+pin", "name+pin", "approval:p-dock"):
        seen = review.decide(answer(item, C.RETURN), replace(SUPERVISOR, how=how))
        assert seen.objection is Objection.OWN_WORK
    decided(review, item, C.RETURN, replace(SUPERVISOR, person="p-other"))


def test_a_lone_supervisor_may_after_four_hours_flagged_for_ever(
    station: RunningStation, review: ItemReview, bench: Bench
) -> None:
    with station.store.transaction() as connection:
        service_data.put_policy(connection, Policy(version=2, lone_supervisor=True), 2)
    item = ended(station, bench, InspectionOutcome.NOT_COVERED, replace(TECHNICIAN, person="p-lead"))
    assert review.decide(answer(item, C.RETURN), SUPERVISOR).objection is Objection.OWN_WORK
    station.wait(hours=4)
    assert decided(review, item, C.RETURN).alone
    assert [body.alone for body in station.bodies(ItemDecided) if isinstance(body, ItemDecided)] == [True]


@pytest.mark.parametrize(
    ("said", "objection"),
    [
        ({"reason": " "}, Objection.REASON_MISSING),
        ({"note": " "}, Objection.NOTE_MISSING),
        ({"judged": "e-older"}, Objection.JUDGED_AGAIN),
        ({"item": "ITM-DOCK-1-0000991"}, Objection.JUDGED_AGAIN),
        ({"choice": C.QUOTE}, Objection.NOT_OFFERED),
    ],
)
def test_what_speaks_against_a_decision_is_said_and_nothing_written(
    station: RunningStation, review: ItemReview, said: dict[str, Any], objection: Objection
) -> None:
    item = held(station, Mark.TAMPERED)
    asked = replace(answer(item, C.ACCEPT), **said)
    assert review.preview(asked, SUPERVISOR).objection is objection
    assert review.decide(asked, SUPERVISOR).objection is objection
    assert station.bodies(ItemDecided) == []


def test_a_preview_writes_nothing(station: RunningStation, review: ItemReview) -> None:
    item = stray(station)
    before = len(station.journal())
    seen = review.preview(answer(item, C.RETURN), SUPERVISOR)
    assert seen.disposition is not None
    assert (seen.disposition.next, seen.send_back_to, len(station.journal())) == (Next.RETURN, HOME, before)


def test_new_facts_override_no_person(station: RunningStation, review: ItemReview) -> None:
    item = held(station, Mark.TAMPERED)
    decided(review, item, C.ACCEPT)
    after = judged(station, noted(station, now(station, item.id), ItemMarked(item.id, Mark.TRANSIT_DAMAGE)))
    assert after.judgement is not None
    assert after.judgement.decision is Decision.ACCEPT


def test_a_danger_found_since_is_judged_all_the_same(station: RunningStation, review: ItemReview) -> None:
    item = held(station, Mark.TAMPERED)
    decided(review, item, C.ACCEPT)
    after = judged(station, noted(station, now(station, item.id), ItemMarked(item.id, Mark.HAZARD)))
    assert after.judgement is not None
    assert (after.judgement.decision, after.judgement.review) == (Decision.HOLD, None)


def test_what_the_partner_was_asked_about_is_judged_by_new_facts(station: RunningStation, review: ItemReview) -> None:
    item = stray(station, "SW555")
    decided(review, item, C.ASK)
    station.told(replace(RMA, rev=2, lines=(*LINES, Line("l-3", "KP2", "SW555"))))
    found = ItemFound(item.id, "SW555", "KP2", "l-3", KEY, NUMBER)
    after = judged(station, noted(station, now(station, item.id), found))
    assert after.judgement is not None
    assert after.judgement.decision is Decision.ACCEPT


def test_a_decision_leaves_the_station_when_it_can_no_longer_be_taken_back(
    station: RunningStation, review: ItemReview
) -> None:
    decided(review, stray(station), C.RETURN)
    ((seq, _),) = rows(station, "item.decided")
    with station.store.reading() as connection:
        due = {each.seq: each.payload for each in outbox.due(connection, station.time, 100)}
        later = {each.seq: each.payload for each in outbox.due(connection, station.time + timedelta(seconds=60), 100)}
    assert (due[seq], later[seq] is not None) == (None, True)
    station.wait(60)
    assert station.say(Command.UNDO, SUPERVISOR).answer == "refused"


def test_a_worker_does_not_take_back_a_supervisors_decision(station: RunningStation, review: ItemReview) -> None:
    decided(review, stray(station), C.RETURN)
    with pytest.raises(NotAllowedError):
        station.say(Command.UNDO)


@pytest.mark.parametrize("choice", [C.RETURN, C.IDENTIFY])
def test_a_decision_that_the_service_refused_returns_to_the_queue(
    station: RunningStation, review: ItemReview, choice: ItemChoice
) -> None:
    item = stray(station)
    decided(review, item, choice, identity=Identity(KEY, NUMBER, "l-2", "KP2", "SW0012346"))
    ((seq, _),) = rows(station, "item.decided")
    with station.store.transaction() as connection:
        outbox.settle(connection, seq, Delivery.REJECTED, "own-work")
    station.review.returned([seq])
    back = now(station, item.id)
    assert back.judgement is not None
    assert (back.line, back.judgement.decision, back.judgement.review) == ("", Decision.REJECT, None)
    decided(review, back, C.RETURN)


def test_the_journals_chain_holds_over_decisions(station: RunningStation, review: ItemReview) -> None:
    decided(review, stray(station), C.RETURN)
    assert station.faults() == ()


def test_a_decision_is_written_wholly_or_not_at_all(
    station: RunningStation, review: ItemReview, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = stray(station)
    keep: Callable[..., None] = items.save

    def fail(connection: Any, kept: Item) -> None:
        keep(connection, kept)
        raise OSError("the power went")

    monkeypatch.setattr(items, "save", fail)
    with pytest.raises(OSError, match="the power went"):
        review.decide(answer(item, C.RETURN), SUPERVISOR)
    monkeypatch.undo()
    assert station.bodies(ItemDecided) == []
    assert now(station, item.id) == item
