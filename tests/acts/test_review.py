from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from receiving_app.acts.decision import Decided, Objection
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice, ReviewDecided
from receiving_app.domain.package import Package
from receiving_app.domain.roles import RULES, Actor, ActorKind, NotAllowedError
from receiving_app.domain.verdict import Decision
from receiving_app.storage import outbox
from receiving_app.storage.journal import Delivery
from receiving_app.storage.schema import events
from tests.acts.running_station import RunningStation, technician
from tests.factories import NUMBER, SUPERVISOR, WORKER, an_rma, chicago

LATE = an_rma(receive_by=chicago(2026, 11, 6).date())


@pytest.fixture
def rejected(station: RunningStation) -> Package:
    station.told(LATE)
    package = station.scan(NUMBER).package
    assert package is not None
    assert package.decision is Decision.REJECT
    return package


def decision_row(station: RunningStation) -> tuple[int, str]:
    with station.store.reading() as connection:
        row = connection.execute(select(events.c.seq, events.c.delivery).where(events.c.type == "review.decided")).one()
    return row.seq, row.delivery


def test_an_override_accepts_and_keeps_the_rules_verdict_beside_it(station: RunningStation, rejected: Package) -> None:
    package = station.decide(rejected, Choice.OVERRIDE)
    assert isinstance(package, Package)
    assert package.decision is Decision.ACCEPT
    assert package.judgements[0].verdict.decision is Decision.REJECT
    review = package.judgements[0].review
    assert review is not None
    assert (review.choice, review.person, review.decided_at) == (Choice.OVERRIDE, "p-lead", station.time)
    assert station.package(package.lpn) == package


def test_an_upheld_rejection_stays_one(station: RunningStation, rejected: Package) -> None:
    package = station.decide(rejected, Choice.UPHOLD)
    assert isinstance(package, Package)
    assert package.decision is Decision.REJECT


@pytest.mark.parametrize(
    "actor",
    [WORKER, technician(), RULES, Actor(ActorKind.DEVICE, None, None, "camera")],
    ids=lambda a: a.role or a.kind,
)
def test_only_a_supervisor_decides(station: RunningStation, rejected: Package, actor: Actor) -> None:
    with pytest.raises(NotAllowedError):
        station.decide(rejected, Choice.OVERRIDE, actor)
    assert station.bodies(ReviewDecided) == []


def test_a_verdict_given_since_is_not_decided_unseen(station: RunningStation, rejected: Package) -> None:
    station.say(Command.HAZARD)
    assert station.decide(rejected, Choice.OVERRIDE) is Objection.JUDGED_AGAIN


def test_nobody_decides_what_another_has_decided(station: RunningStation, rejected: Package) -> None:
    station.decide(rejected, Choice.UPHOLD)
    assert station.decide(rejected, Choice.OVERRIDE) is Objection.ALREADY_DECIDED


@pytest.mark.parametrize(
    ("said", "objection"),
    [
        ((Choice.UPHOLD, " ", "seen"), Objection.REASON_MISSING),
        ((Choice.OVERRIDE, "", "seen"), Objection.REASON_MISSING),
        ((Choice.OVERRIDE, "other", " \n"), Objection.NOTE_MISSING),
    ],
)
def test_a_decision_needs_its_reasons(
    station: RunningStation, rejected: Package, said: tuple[Choice, str, str], objection: Objection
) -> None:
    decided = Decided(rejected.lpn, rejected.judgements[0].key, rejected.judgements[0].event, *said)
    assert station.review.decide(decided, SUPERVISOR) is objection
    assert station.bodies(ReviewDecided) == []


def test_an_upheld_rejection_needs_no_note(station: RunningStation, rejected: Package) -> None:
    assert isinstance(station.decide(rejected, Choice.UPHOLD, note=""), Package)


def test_a_package_that_is_not_here_is_not_decided(station: RunningStation) -> None:
    decided = Decided("LPN-DOCK-1-0000017", "X", "e", Choice.UPHOLD, "other")
    assert station.review.decide(decided, SUPERVISOR) is Objection.JUDGED_AGAIN


def test_a_decision_leaves_the_station_when_it_can_no_longer_be_taken_back(
    station: RunningStation, rejected: Package
) -> None:
    station.decide(rejected, Choice.OVERRIDE)
    seq, _ = decision_row(station)
    with station.store.reading() as connection:
        now = {each.seq: each.payload for each in outbox.due(connection, station.time, 100)}
        later = {each.seq: each.payload for each in outbox.due(connection, station.time + timedelta(seconds=60), 100)}
    assert now[seq] is None
    assert later[seq] is not None
    station.wait(60)
    assert station.say(Command.UNDO, SUPERVISOR).answer == "refused"


def test_a_decision_taken_back_in_time_is_never_told(station: RunningStation, rejected: Package) -> None:
    station.decide(rejected, Choice.OVERRIDE)
    station.say(Command.UNDO, SUPERVISOR)
    seq, delivery = decision_row(station)
    assert delivery == Delivery.WITHDRAWN
    with station.store.reading() as connection:
        due = {each.seq: each.payload for each in outbox.due(connection, station.time + timedelta(days=1), 100)}
    assert due[seq] is None
    assert station.judgement(rejected.lpn).review is None


def test_a_decision_that_the_service_refused_returns_to_the_queue(station: RunningStation, rejected: Package) -> None:
    station.decide(rejected, Choice.OVERRIDE)
    seq, _ = decision_row(station)
    with station.store.transaction() as connection:
        outbox.settle(connection, seq, Delivery.REJECTED, "not-allowed")
    assert station.review.returned([seq]) == (rejected.lpn,)
    assert station.package(rejected.lpn).decision is Decision.REJECT
    assert station.judgement(rejected.lpn).review is None
    assert isinstance(station.decide(rejected, Choice.UPHOLD), Package)


def test_a_refused_fact_returns_nothing(station: RunningStation, rejected: Package) -> None:
    seqs = [event.seq for event in station.journal()]
    assert station.review.returned(seqs) == ()
    assert station.package(rejected.lpn) == rejected
