"""The register of sold devices: which serial number was sold to whom and when."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, select, update

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import InvalidError
from ticket_service.rules.serial_list import LONGEST_SERIAL, serial_key
from ticket_service.storage.ticket_tables import devices
from ticket_service.tickets.rights import Act, require
from ticket_service.tickets.site import models, partners

MOST_DEVICES = 20_000
_SHOWN_FAULTS = 10


@dataclass(frozen=True, slots=True)
class Device:
    """One device that was sold."""

    serial: str
    model: str
    partner: str
    sold_on: date | None


def keep_devices(connection: Connection, caller: Caller, text: str) -> int:
    """Take a CSV list (serial, model, partner, date of sale) into the register, all of it or nothing; give its length.

    A device that is known changes to what the list says. Raises InvalidError with the lines that are wrong.
    """
    require(caller, Act.KEEP_DEVICES)
    known_models, known_partners = models(connection).keys(), partners(connection).keys()
    sold: list[Device] = []
    faults: list[str] = []
    for line, cells in _lines(text):
        try:
            sold.append(_device(cells, known_models, known_partners))
        except ValueError as error:
            faults.append(f"Line {line}: {error}")
    if len(sold) > MOST_DEVICES:
        faults.append(f"A list has at most {MOST_DEVICES:,} devices; send it in parts.")
    if not sold and not faults:
        faults.append("The list is empty.")
    if faults:
        raise InvalidError({"devices": " ".join(faults[:_SHOWN_FAULTS])})
    register(connection, sold)
    return len(sold)


def register(connection: Connection, sold: Iterable[Device]) -> None:
    """Put devices into the register; the last word on each counts."""
    rows = {(serial_key(device.serial), device.model): device for device in sold}
    keys = sorted({key for key, _ in rows})
    known = set()
    for start in range(0, len(keys), 1000):
        part = devices.c.serial_key.in_(keys[start : start + 1000])
        known |= {(row.serial_key, row.model) for row in connection.execute(select(devices).where(part))}
    new = [_row(key, device) for (key, model), device in rows.items() if (key, model) not in known]
    if new:
        connection.execute(insert(devices), new)
    for key, model in known & rows.keys():
        here = (devices.c.serial_key == key) & (devices.c.model == model)
        connection.execute(update(devices).where(here).values(_row(key, rows[key, model])))


def _row(key: str, device: Device) -> dict[str, object]:
    return {
        "serial_key": key,
        "serial": device.serial.strip(),
        "model": device.model,
        "partner": device.partner,
        "sold_on": device.sold_on,
    }


def _lines(text: str) -> Iterable[tuple[int, list[str]]]:
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        try:
            cells = [cell.strip() for row in csv.reader(io.StringIO(line)) for cell in row]
        except csv.Error:
            cells = []
        if any(cells) and cells[0].casefold() != "serial":
            yield number, cells


def _device(cells: list[str], known_models: Iterable[str], known_partners: Iterable[str]) -> Device:
    if len(cells) != 4:
        raise ValueError("write serial, model, partner and date of sale, parted by commas.")
    serial, model, partner, sold_on = cells
    if not serial or len(serial) > LONGEST_SERIAL or not serial.isprintable():
        raise ValueError(f"a serial number has 1 to {LONGEST_SERIAL} characters.")
    if model not in known_models:
        raise ValueError(f"there is no model {model[:20]}.")
    if partner not in known_partners:
        raise ValueError(f"there is no partner {partner[:20]}.")
    try:
        return Device(serial, model, partner, date.fromisoformat(sold_on) if sold_on else None)
    except ValueError as error:
        raise ValueError(f"{sold_on[:20]} is no date; write 2026-11-02.") from error
