from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice
from receiving_app.queries import dock
from receiving_app.queries.answers import Backlog, Today
from receiving_app.storage import outbox
from receiving_app.storage.journal import Delivery
from tests.acts.running_station import NOON, RunningStation
from tests.factories import CHICAGO, NUMBER, OTHER_NUMBER, an_rma, chicago

LATE = an_rma(number=OTHER_NUMBER, receive_by=chicago(2026, 11, 6).date())


def test_each_package_counts_once_by_what_happens_to_it(station: RunningStation) -> None:
    station.told(an_rma(), LATE)
    station.scan(NUMBER)
    station.say(Command.NEXT)
    rejected = station.scan(OTHER_NUMBER).package
    assert rejected is not None
    station.say(Command.NO_NUMBER)
    station.say(Command.HAZARD)
    station.say(Command.NEXT)
    station.say(Command.NOT_A_RETURN)
    assert dock.today(station.store, station.time) == Today(accepted=1, rejected=1, held=1, ended=1)
    station.decide(rejected, Choice.OVERRIDE)
    assert dock.today(station.store, station.time) == Today(accepted=2, held=1, ended=1)


def test_a_box_merged_into_another_and_one_taken_back_count_for_nothing(station: RunningStation) -> None:
    station.told(an_rma(), LATE)
    station.scan(NUMBER)
    station.wait(20)
    station.scan(NUMBER)
    station.say(Command.SAME_BOX)
    station.scan(OTHER_NUMBER)
    station.say(Command.UNDO)
    assert dock.today(station.store, station.time) == Today(accepted=1)


@pytest.mark.parametrize(
    ("opened", "asked", "counted"),
    [
        (chicago(2026, 11, 7, 23, 59), chicago(2026, 11, 8, 0, 0), 0),
        (chicago(2026, 11, 7, 0, 0), chicago(2026, 11, 7, 23, 59), 1),
        (chicago(2026, 11, 7, 17, 59), chicago(2026, 11, 7, 18, 1), 1),  # midnight in UTC lies between
        (chicago(2026, 11, 1, 0, 30), chicago(2026, 11, 1, 23, 30), 1),  # a day of 25 hours
    ],
)
def test_today_is_the_sites_day(station: RunningStation, opened: datetime, asked: datetime, counted: int) -> None:
    station.at(opened)
    station.told(an_rma(created_at=chicago(2026, 10, 30)))
    station.scan(NUMBER)
    for zone in (None, CHICAGO):
        assert dock.today(station.store, asked.astimezone(zone)) == Today(accepted=counted)


def test_the_backlog_says_what_waits_and_how_old_the_data_is(station: RunningStation) -> None:
    assert dock.backlog(station.store, online=False) == Backlog(online=False, waiting=0)
    station.told(an_rma())
    station.scan(NUMBER)
    with station.store.transaction() as connection:
        (refused, *_) = [e for e in outbox.due(connection, station.time, 10) if e.payload is not None]
        outbox.settle(connection, refused.seq, Delivery.REJECTED, "{}")
    wait = timedelta(seconds=5)
    backlog = dock.backlog(station.store, online=True, problem="No network.", next_try_in=wait)
    assert backlog == Backlog(True, 2, 1, NOON, wait, "No network.")
