from __future__ import annotations

import logging
import threading
from datetime import datetime

import pytest

from tests.ticket_service.mail.conftest import Desk
from tests.ticket_service.mail.making import ticket
from tests.ticket_service.mail.sink import OK
from ticket_service.mail import updates
from ticket_service.mail.posting import Pace
from ticket_service.mail.sender import Sender
from ticket_service.mail.updates import Kind
from ticket_service.storage.store import writing


def test_while_it_serves_what_is_due_is_written_and_sent(desk: Desk) -> None:
    came = threading.Event()

    def taken(_address: str) -> str:
        came.set()
        return OK

    desk.sink.on_content = taken
    with writing(desk.engine) as connection:
        ticket(connection, "T-1")
    with Sender(desk.mailer, Pace(), pause=0.05):
        with writing(desk.engine) as connection:
            updates.add(connection, "T-1", Kind.RESOLVED, "It is settled.", desk.clock())
        assert came.wait(20)
    assert [message["Subject"] for message in desk.sink.confirmed] == ["Ticket T-1: resolved"]


def test_trouble_is_said_once_when_it_begins_and_once_when_it_is_over(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "ticket_service.mail")
    came, rounds = threading.Event(), threading.Semaphore(0)

    def refused(_address: str) -> str:
        rounds.release()
        return "550 not in your name"

    def going() -> datetime:
        desk.clock.goes(seconds=40)
        return desk.clock.now

    def taken(_address: str) -> str:
        came.set()
        return OK

    desk.sink.on_sender, desk.sink.on_content = refused, taken
    desk.post()
    desk.mailer.clock = going
    with Sender(desk.mailer, Pace(), pause=0.01):
        for _ in range(3):
            assert rounds.acquire(timeout=20)
        desk.sink.on_sender = lambda _address: "250 OK"
        assert came.wait(20)
    assert [record.message for record in caplog.records if record.name.startswith("ticket_service.mail")] == [
        "Letters wait: 550 not in your name",
        "Letters are sent again.",
    ]
