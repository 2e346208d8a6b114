from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, func, select

from tests.ticket_service.conftest import NOW
from ticket_service.accounts import tries
from ticket_service.accounts.refusals import RefusalError
from ticket_service.storage.account_tables import tries as kept
from ticket_service.storage.store import writing

ANN = tries.account("ann@example.com")


def wait(connection: Connection, now: datetime) -> timedelta:
    """How long the next try has to wait."""
    seconds = 0
    while tries.waits(connection, ANN, now + timedelta(seconds=seconds)):
        seconds += 30
    return timedelta(seconds=seconds)


def test_the_wait_doubles_with_every_wrong_try_up_to_half_an_hour(engine: Engine) -> None:
    waits = []
    with writing(engine) as connection:
        for _ in range(13):
            tries.failed(connection, [ANN], NOW)
            waits.append(wait(connection, NOW).total_seconds())

    assert waits == [0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1800, 1800, 1800]


def test_the_right_word_or_a_quiet_day_ends_it(engine: Engine) -> None:
    with writing(engine) as connection:
        for _ in range(9):
            tries.failed(connection, [ANN], NOW)
        tries.failed(connection, [ANN], NOW + timedelta(days=1, seconds=1))
        assert wait(connection, NOW + timedelta(days=1, seconds=1)) == timedelta()
        for _ in range(9):
            tries.failed(connection, [ANN], NOW)
        tries.succeeded(connection, ANN)
        assert wait(connection, NOW) == timedelta()


def test_the_slips_of_an_office_do_not_add_up_all_day(engine: Engine) -> None:
    office = tries.address("192.0.2.7")
    with writing(engine) as connection:
        for hour in range(0, 24, 2):
            for _ in range(10):
                tries.failed(connection, [office], NOW + timedelta(hours=hour))

        assert not tries.waits(connection, office, NOW + timedelta(hours=23))


def test_the_longest_wait_is_the_one_that_is_said(engine: Engine) -> None:
    host = tries.address("192.0.2.7")
    with writing(engine) as connection:
        for _ in range(6):
            tries.failed(connection, [ANN, host], NOW)

        tries.refuse_early(connection, [host], NOW)
        with pytest.raises(RefusalError, match="Wait 61 seconds, then try again"):
            tries.refuse_early(connection, [ANN, host], NOW)


def test_tries_of_long_ago_are_not_kept(engine: Engine) -> None:
    with writing(engine) as connection:
        for number in range(5):
            tries.failed(connection, [tries.account(f"{number}@example.com")], NOW)
        tries.failed(connection, [ANN], NOW + timedelta(days=2))

        assert connection.execute(select(func.count()).select_from(kept)).scalar_one() == 1
