from __future__ import annotations

import pytest
from sqlalchemy import Engine, select, update

from tests.ticket_service.conftest import NOW
from ticket_service.mail.outbox import Letter, State, doubt_open, of_ticket, put
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


def test_after_a_restore_what_waits_may_have_left_before(engine: Engine) -> None:
    with writing(engine) as connection:
        put(connection, Letter("ann@fleet.example", "News", "It came.", ticket="T-1"), NOW)
        sent = put(connection, Letter("bob@fleet.example", "News", "It came.", ticket="T-1"), NOW)
        connection.execute(update(letters).where(letters.c.id == sent).values(state="sent"))
        assert doubt_open(connection) == 1
        assert [each.repeated for each in of_ticket(connection, "T-1")] == [True, False]
