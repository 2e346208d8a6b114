"""A service that is killed at any step of writing and sending letters loses none, and says which may come twice."""

from __future__ import annotations

import itertools
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.ticket_service.mail.conftest import Desk
from tests.ticket_service.mail.making import ticket
from ticket_service.mail import updates
from ticket_service.mail.posting import Pace
from ticket_service.mail.sender import run_once
from ticket_service.mail.updates import Kind
from ticket_service.storage.mail_tables import letters
from ticket_service.storage.store import reading, writing

ROOT = Path(__file__).parents[3]


@dataclass
class Rounds:
    """Rounds of writing and sending, each in a process of its own."""

    process: subprocess.Popen[str]

    def until(self, step: int, now: datetime) -> list[str] | None:
        """Let a round go on until it kills itself at a step, and give the steps taken; None: it came to its end."""
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(f"{step} {now.isoformat()}\n")
        stdin.flush()
        taken = []
        while not (line := stdout.readline().strip()).isdigit():
            assert line
            taken.append(line)
        assert line in {"0", str(int(signal.SIGKILL))}
        return None if line == "0" else taken


@pytest.fixture
def rounds(desk: Desk, database: str) -> Iterator[Rounds]:
    command = [sys.executable, "-m", "tests.ticket_service.mail.send_until_killed", database, str(desk.sink.port)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Rounds(process)
        assert process.stdin is not None
        process.stdin.close()


def test_killed_at_any_step_no_letter_is_lost_and_only_one_whose_confirmation_died_with_it_comes_again(
    desk: Desk, rounds: Rounds
) -> None:
    with writing(desk.engine) as connection:
        ticket(connection, "T-1")
    repeated: set[str] = set()
    for step in itertools.count(1):
        said = f"Round {step}."
        with writing(desk.engine) as connection:
            updates.add(connection, "T-1", Kind.RESOLVED, said, desk.clock())
        taken = rounds.until(step, desk.clock())
        before = Counter(desk.sink.ids())
        # Whoever comes after it finds what it had in hand.
        desk.clock.goes(minutes=15)
        run_once(desk.mailer, Pace())
        again = {id_ for id_ in desk.sink.ids() if desk.sink.ids().count(id_) > 1} - repeated
        if taken is None:
            assert not again
            break
        assert bool(again) == ("after data" in taken and "after settle" not in taken), taken
        assert not again or before[next(iter(again))] == 1
        repeated |= again
    assert step > 12
    texts = [part.get_content() for message in desk.sink.taken if (part := message.get_body(["plain"]))]
    assert all(any(f"Round {n}." in text for text in texts) for n in range(1, step + 1))
    with reading(desk.engine) as connection:
        rows = connection.execute(select(letters)).all()
    assert {row.state for row in rows} == {"sent"}
    assert {f"<{row.id}@desk.example>" for row in rows if row.repeated} >= repeated
    assert max(Counter(desk.sink.ids()).values()) == 2
