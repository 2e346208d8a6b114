"""Who decided a case meanwhile, and what the ticket service refused of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from receiving_app.domain.authorization import RmaState
from receiving_app.domain.became import Became, Word
from receiving_app.domain.cases import Case
from receiving_app.domain.events import Choice, ReviewDecided
from receiving_app.queries import review
from receiving_app.queries.became import became, refused
from receiving_app.storage import outbox
from receiving_app.storage.journal import Delivery
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, STATION, SUPERVISOR, an_rma, chicago

LATE = an_rma(receive_by=chicago(2026, 11, 6).date())


@pytest.fixture
def case(station: RunningStation) -> Case:
    station.told(LATE)
    station.scan(NUMBER)
    (case,) = review.cases(station.store, station.time)
    return case


def uphold(station: RunningStation, case: Case) -> int:
    package = station.package(case.head.thing)
    assert station.decide(package, Choice.UPHOLD)
    (decided,) = [event for event in station.journal() if isinstance(event.body, ReviewDecided)][-1:]
    return decided.seq


def test_a_decided_case_tells_who_decided_what_when_and_where(station: RunningStation, case: Case) -> None:
    assert became(station.store, case) == Became()
    station.wait(60)
    uphold(station, case)
    word = became(station.store, case).word
    assert word is not None
    assert replace(word, note="") == Word(SUPERVISOR.person or "", station.time, STATION, "uphold")


def test_an_rma_that_has_ended_is_told_where_nobody_decided(station: RunningStation, case: Case) -> None:
    station.told(replace(LATE, rev=2, state=RmaState.CANCELLED))
    assert became(station.store, case) == Became(state=RmaState.CANCELLED)


def test_what_the_service_refused_stands_at_the_case_with_its_note_until_it_is_judged_again(
    station: RunningStation, case: Case
) -> None:
    seq = uphold(station, case)
    assert refused(station.store, case) is None
    with station.store.transaction() as connection:
        outbox.settle(connection, seq, Delivery.REJECTED, '{"type": "own-work", "title": "", "detail": "U-05 did it"}')
    station.review.returned([seq])
    (again,) = review.cases(station.store, station.time)
    told = refused(station.store, again)
    assert told is not None
    assert (told.problem, told.detail, told.word.choice) == ("own-work", "U-05 did it", "uphold")
    station.told(replace(LATE, rev=2, state=RmaState.CANCELLED))
    station.judging.judge_again()
    (judged_again,) = review.cases(station.store, station.time)
    assert refused(station.store, judged_again) is None
