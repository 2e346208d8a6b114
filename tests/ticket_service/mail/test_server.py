from __future__ import annotations

import argparse
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.ticket_service.mail.conftest import SENDER, URL, Clock
from ticket_service.mail.options import PASSWORD, add_mail_options, mailer_of, pace_of
from ticket_service.mail.server import MailServer, ServerError, server_from

SUPPORT = "SmartWitness Support <support@desk.example>"


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example", MailServer("mail.example", 587, SENDER, "start")),
        ("smtp://desk%40x@mail.example:2525", MailServer("mail.example", 2525, SENDER, "start", "desk@x")),
        ("smtps://mail.example", MailServer("mail.example", 465, SENDER, "whole")),
        ("smtp://localhost:25?tls=none", MailServer("localhost", 25, SENDER, "none")),
    ],
)
def test_an_address_names_the_server_and_how_to_speak_to_it(url: str, server: MailServer) -> None:
    assert server_from(url, SUPPORT) == server


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        ("mail.example", SUPPORT),
        ("http://mail.example", SUPPORT),
        ("smtp://", SUPPORT),
        ("smtp://mail.example:99999", SUPPORT),
        ("smtp://desk:secret@mail.example", SUPPORT),
        ("smtp://mail.example", "Support"),
        ("smtp://mail.example", "Support <>"),
        ("smtp://mail.example", "Support <süd@desk.example>"),
    ],
)
def test_settings_that_name_no_server_or_sender_are_refused_with_a_sentence(url: str, sender: str) -> None:
    with pytest.raises(ServerError) as refused:
        server_from(url, sender)
    assert "secret" not in str(refused.value)


def options(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_mail_options(parser)
    return parser.parse_args(words)


def test_the_password_comes_from_its_file_or_the_environment(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("--mail", "smtp://desk@mail.example", "--mail-from", SUPPORT)
    monkeypatch.setenv(PASSWORD, "from the environment")
    mailer = mailer_of(options(*words), engine, URL, Clock())
    assert mailer is not None
    assert mailer.server.password == "from the environment"  # noqa: S105 - of a test
    (tmp_path / "secret").write_text("from the file\n")
    mailer = mailer_of(options(*words, "--mail-password-file", str(tmp_path / "secret")), engine, URL, Clock())
    assert mailer is not None
    assert mailer.server.password == "from the file"  # noqa: S105 - of a test
    with pytest.raises(ServerError, match="cannot be read"):
        mailer_of(options(*words, "--mail-password-file", str(tmp_path / "none")), engine, URL, Clock())


def test_without_a_server_letters_wait_and_a_server_needs_a_sender(engine: Engine) -> None:
    assert mailer_of(options(), engine, URL, Clock()) is None
    with pytest.raises(ServerError, match="--mail-from"):
        mailer_of(options("--mail", "smtp://mail.example"), engine, URL, Clock())


def test_the_quiet_time_is_a_setting() -> None:
    assert (pace_of(options()).quiet, pace_of(options()).longest) == (timedelta(minutes=2), timedelta(minutes=10))
    assert pace_of(options("--mail-quiet", "0.5")).longest == timedelta(minutes=2.5)
    for nonsense in ("-1", "61", "soon", "nan"):
        with pytest.raises(SystemExit):
            options("--mail-quiet", nonsense)
