"""Bring a station in at the ticket service: a code that a person types becomes its token and its own key."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from receiving_app.clock import StationClock
from receiving_app.settings import SEALING_KEY_FILE, TOKEN_FILE, Settings, SettingsError
from receiving_app.sync.sealing import SealingKey
from receiving_app.sync.service import NotAdmittedError, ServiceError, TicketService


def enrol(code: str, settings: Settings) -> int:
    """Ask for the token, keep it and the key where only this station reads them; 1 where the service said no."""
    if settings.service_url is None:
        raise SettingsError("No ticket service is set up. Set service_url to its address first.")
    ca_file = None if settings.ca_file is None else str(settings.ca_file)
    service = TicketService(settings.service_url, "", StationClock(), ca_file)
    key = SealingKey.generate()
    try:
        enrolled = service.enrol(code, key.public.hex())
    except NotAdmittedError:
        sys.stderr.write("This code is wrong, used or too old. Ask an administrator for a new one.\n")
        return 1
    except ServiceError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    finally:
        service.close()
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    _keep(settings.data_folder / SEALING_KEY_FILE, key.private)
    _keep(settings.token_file or settings.data_folder / TOKEN_FILE, enrolled.token)
    sys.stdout.write(f"This station is enrolled as {enrolled.station}.\n")
    if enrolled.station != settings.station:
        sys.stdout.write(f'Set station = "{enrolled.station}" in its settings; now it is "{settings.station}".\n')
    return 0


def _keep(path: Path, secret: str) -> None:
    """Write a secret whole or not at all, readable by this user alone."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(f"{secret}\n")
    fresh.replace(path)
