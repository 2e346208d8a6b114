from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from tests.ticket_service.conftest import NOW
from ticket_service.mail.outbox import Letter, State, put
from ticket_service.storage.mail_tables import letters
from ticket_service.storage.store import reading, writing


def test_a_letter_waits_as_it_was_put(engine: Engine) -> None:
    with writing(engine) as connection:
        id_ = put(connection, Letter("ann@fleet.example", "Confirm", "Follow the link.", name="Ann Rivers"), NOW)

    with reading(engine) as connection:
        row = connection.execute(select(letters)).one()
    assert (row.id, row.to, row.name, row.subject, row.text) == (
        id_,
        "ann@fleet.example",
        "Ann Rivers",
        "Confirm",
        "Follow the link.",
    )
    assert (row.state, row.attempts, row.next_attempt_at) == (State.WAITING, 0, NOW)


def test_a_letter_of_a_transaction_that_fails_never_was(engine: Engine) -> None:
    def failing() -> None:
        with writing(engine) as connection:
            put(connection, Letter("ann@fleet.example", "Confirm", "Follow the link."), NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    with reading(engine) as connection:
        assert connection.execute(select(letters)).all() == []
