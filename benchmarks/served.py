"""The real ticket service in a process of its own, as a station meets it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from benchmarks.stored_rmas import STATION
from ticket_service.accounts.station_tokens import issue_token
from ticket_service.storage.store import open_store, writing


@dataclass(frozen=True, slots=True)
class Served:
    """Where the service answers, and the station's token for it."""

    url: str
    token: str


@contextmanager
def served(database: Path | str, fill: Callable[[Engine], None]) -> Iterator[Served]:
    """Serve a database, a file made and filled first where there is none yet; one on a server is filled anyway."""
    is_new = isinstance(database, str) or not database.exists()
    engine = open_store(database)
    if is_new:
        fill(engine)
    with writing(engine) as connection:
        token = issue_token(connection, STATION, datetime.now(UTC))
    engine.dispose()
    with serving(database) as address:
        yield Served(address, token)


@contextmanager
def serving(database: Path | str, workers: int = 1) -> Iterator[str]:
    """Serve a database in processes of its own, and give the address."""
    command = [sys.executable, "-m", "ticket_service", "--database", str(database), "--port", "0"]
    command += ["--workers", str(workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            address = _address(process)
            _await_all(process, workers)
            # Nobody reads its log any more, and a full pipe would stop it.
            drain = threading.Thread(target=deque, args=(process.stderr, 0))
            drain.start()
            try:
                yield address
            finally:
                process.terminate()
                drain.join()
        finally:
            process.terminate()


def _await_all(process: subprocess.Popen[str], workers: int) -> None:
    """Wait until every process serves; connections would stay with the first one."""
    serving = 0
    while serving < workers:
        line = process.stderr.readline() if process.stderr else ""
        if not line:
            raise RuntimeError("the ticket service ended before all its processes served")
        serving += "Started server process" in line


def _address(process: subprocess.Popen[str]) -> str:
    line = process.stdout.readline() if process.stdout else ""
    addresses = [word for word in line.split() if word.startswith("http://")]
    if not addresses:
        raise RuntimeError(f"the ticket service did not start: {line!r}")
    return addresses[0]
