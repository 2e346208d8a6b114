from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from tests.ticket_service.mail.conftest import Desk
from tests.ticket_service.mail.test_bounces import report
from ticket_service.__main__ import main


@pytest.fixture(autouse=True)
def _long_ago(desk: Desk) -> None:
    """Let letters be from before today: the command goes by the machine's clock."""
    desk.clock.now = datetime(2026, 1, 2, tzinfo=UTC)


def run(database: str, *words: str) -> int:
    return main(["--database", database, *words])


def server(desk: Desk) -> tuple[str, ...]:
    return "--mail", f"smtp://127.0.0.1:{desk.sink.port}?tls=none", "--mail-from", "Support <support@desk.example>"


def test_one_round_is_sent_by_a_command(desk: Desk, database: str, capsys: pytest.CaptureFixture[str]) -> None:
    desk.post()
    assert run(database, *server(desk), "send-mail") == 0
    assert capsys.readouterr().out == "sent 1\n"
    assert run(database, *server(desk), "send-mail") == 0
    assert capsys.readouterr().out == "Nothing was due.\n"
    assert len(desk.sink.confirmed) == 1


def test_a_server_that_takes_nothing_is_said_and_the_letters_wait(
    desk: Desk, database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    id_ = desk.post()
    desk.sink.on_sender = lambda _address: "550 not in your name"
    assert run(database, *server(desk), "send-mail") == 1
    assert capsys.readouterr().err == "Letters wait: 550 not in your name\n"
    assert desk.kept(id_).state == "waiting"


@pytest.mark.parametrize("words", [(), ("--mail", "smtp://h"), ("--mail", "h", "--mail-from", "a@b.example")])
def test_without_a_server_or_a_sender_the_command_says_what_to_write(
    words: tuple[str, ...], database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(database, *words, "send-mail") == 2
    assert "smtp://user@host:587" in capsys.readouterr().err or words[-1] == "smtp://h"


def test_a_delivery_report_is_noted_by_a_command(
    desk: Desk, database: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    id_ = desk.post()
    desk.mailer.send_due()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(report(id_))))
    assert run(database, "bounce") == 0
    assert id_ in capsys.readouterr().out
    assert desk.kept(id_).state == "bounced"

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Subject: hello\n\nBack on Monday.")))
    assert run(database, "bounce") == 1
    assert "nothing was noted" in capsys.readouterr().err
