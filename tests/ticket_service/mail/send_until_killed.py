"""Writes and sends letters in a process of its own, which kills itself at one of its steps: `DATABASE PORT`.

Each line on the standard input, `STEP NOW`, is a process that has everything imported already. A step comes after every
call named below and before every commit; between two steps nothing happens that anybody could see. The last line that
is said of a process is its signal, or 0.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from smtplib import SMTP
from typing import Any

from sqlalchemy import Engine, event

from tests.ticket_service.mail.conftest import SENDER, URL
from ticket_service.mail import posting, sending
from ticket_service.mail.posting import Pace
from ticket_service.mail.sender import run_once
from ticket_service.mail.sending import Mailer
from ticket_service.mail.server import MailServer
from ticket_service.storage.store import open_store

_CALLS: list[tuple[Any, str]] = [
    (posting, "put"),
    (sending, "take_over"),
    (sending, "claim"),
    (SMTP, "connect"),
    (SMTP, "mail"),
    (SMTP, "rcpt"),
    (sending, "about_to_hand_over"),
    (SMTP, "data"),
    (sending, "settle"),
    (SMTP, "quit"),
]


class Steps:
    """Counts the steps, names each on the standard output, and ends everything at one of them."""

    def __init__(self, last: int) -> None:
        self._left = last

    def step(self, name: str) -> None:
        """Come to a step."""
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def after(self, where: Any, name: str) -> None:
        """Let a step come after a call."""
        call: Callable[..., Any] = getattr(where, name)

        def stepping(*arguments: Any, **named: Any) -> Any:
            given = call(*arguments, **named)
            self.step(f"after {name}")
            return given

        setattr(where, name, stepping)


def at_work(database: str, port: int, last: int, now: datetime) -> None:
    """Do one round."""
    engine: Engine = open_store(database)
    steps = Steps(last)
    for where, name in _CALLS:
        steps.after(where, name)
    event.listen(engine, "commit", lambda _connection: steps.step("before commit"))
    server = MailServer("127.0.0.1", port, SENDER, tls="none")
    run_once(Mailer(engine, server, URL, lambda: now), Pace())
    engine.dispose()


def main(database: str, port: int) -> None:
    """Let one process after the other do its round."""
    for line in sys.stdin:
        step, now = line.split()
        child = os.fork()
        if child == 0:
            at_work(database, port, int(step), datetime.fromisoformat(now))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{status}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
