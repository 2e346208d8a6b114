"""Serving a database in one process or in several: they share nothing but the database and the socket."""

from __future__ import annotations

import os
import socket
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from ticket_service.app import create_app
from ticket_service.metrics import SHARED_FOLDER
from ticket_service.storage.store import open_store

#: How the first process tells the others what to serve; an argument would show a password to all on the machine.
DATABASE, _URL = "TICKET_SERVICE_DATABASE", "TICKET_SERVICE_URL"


def serve(listener: socket.socket, database: str, url: str, workers: int, log: dict[str, Any]) -> None:
    """Serve until stopped. One that dies is replaced by the first process; Ctrl+C and SIGTERM end all."""
    os.environ |= {DATABASE: database, _URL: url}
    with tempfile.TemporaryDirectory(prefix="ticket-service-") as counts:
        if workers > 1:
            os.environ[SHARED_FOLDER] = counts
        config = uvicorn.Config(
            f"{__name__}:app",
            factory=True,
            workers=workers,
            ws="none",
            lifespan="off",
            log_config=log,
            access_log=False,
        )
        with suppress(KeyboardInterrupt):
            if workers > 1:
                Multiprocess(config, [listener]).run()
            else:
                uvicorn.Server(config).run([listener])


def app() -> FastAPI:
    """Build what one process serves."""
    return create_app(open_store(os.environ[DATABASE]), now, os.environ[_URL])


def now() -> datetime:
    """Tell the time."""
    return datetime.now(UTC)
