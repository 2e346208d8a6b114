"""The real ticket service in a process of its own, as a station meets it."""

from __future__ import annotations

import subprocess
import sys
import threading
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
def served(database: Path, fill: Callable[[Engine], None]) -> Iterator[Served]:
    """Serve a database, made and filled first where there is none yet."""
    is_new = not database.exists()
    engine = open_store(database)
    if is_new:
        fill(engine)
    with writing(engine) as connection:
        token = issue_token(connection, STATION, datetime.now(UTC))
    engine.dispose()
    command = [sys.executable, "-m", "ticket_service", "--database", str(database), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            address = _address(process)
            # Nobody reads its log, and a full pipe would stop it.
            threading.Thread(target=process.communicate, daemon=True).start()
            yield Served(address, token)
        finally:
            process.terminate()


def _address(process: subprocess.Popen[str]) -> str:
    line = process.stdout.readline() if process.stdout else ""
    addresses = [word for word in line.split() if word.startswith("http://")]
    if not addresses:
        raise RuntimeError(f"the ticket service did not start: {line!r}")
    return addresses[0]
