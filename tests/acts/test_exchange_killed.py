"""A station killed between proposing an exchange and saying that it is decided."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from receiving_app.domain.exchange import ExchangeDecided
from receiving_app.domain.item import fold
from receiving_app.storage import items, journal
from tests.acts.running_station import RunningStation

ROOT = Path(__file__).parents[2]


def killed_after(folder: Path, seconds: float) -> list[str]:
    """Kill the station so long after it was about to decide; give the whole lines that it printed."""
    arguments = [sys.executable, "-m", "tests.acts.exchange_until_killed", str(folder)]
    process = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    stdout = process.stdout
    assert stdout is not None
    with process, stdout:
        lines = [stdout.readline()]
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        process.kill()
        lines += stdout.readlines()
    return [line.strip() for line in lines if line.endswith("\n")]


@pytest.mark.parametrize("milliseconds", [0, 2, 5, 9, 15])
def test_an_exchange_is_decided_on_both_devices_or_on_none(tmp_path: Path, milliseconds: int) -> None:
    told = killed_after(tmp_path, milliseconds / 1000)
    station = RunningStation(tmp_path)
    assert station.faults() == ()
    written = [body for body in station.bodies(ExchangeDecided) if isinstance(body, ExchangeDecided)]
    with station.store.reading() as connection:
        for side in (side for body in written for side in body.sides):
            item = items.get(connection, side.item)
            assert item is not None
            assert (item.number, item.line) == (side.number, side.line)
            assert item == fold(journal.of_item(connection, side.item))
    decided = {name for line in told if line.startswith("decided") for name in line.split()[1:]}
    assert decided <= {side.item for body in written for side in body.sides}
    station.close()
