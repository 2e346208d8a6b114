"""A station that is killed between packing and hand-over, or in the middle of either, goes on where it was."""

from __future__ import annotations

import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from receiving_app.acts.packing import Packing
from receiving_app.acts.packing_outcome import Code, PackingTable
from receiving_app.acts.shipping import Shipping
from receiving_app.domain.authorization import Line
from receiving_app.queries import shipping as asked
from receiving_app.storage import shipments
from tests.acts.benched import stocked
from tests.acts.leaving_goods import HOME, UPS, ended
from tests.acts.running_station import RunningStation
from tests.factories import WORKER, an_rma, reading

ROOT = Path(__file__).parents[2]
MOMENTS = random.Random(20261123)  # noqa: S311 - chance, not secrecy


def shown_until_killed(folder: Path, things: list[str], lines: int, drivers: int = 0, after: float = 0) -> list[str]:
    """Let things be sent away, kill it some time after a number of lines was shown, and give every whole line."""
    arguments = [sys.executable, "-m", "tests.acts.pack_until_killed", str(folder), *things]
    process = subprocess.Popen(arguments, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    stdin, stdout = process.stdin, process.stdout
    assert stdin is not None
    assert stdout is not None
    with process:
        stdin.write("\n" * drivers)
        stdin.flush()
        shown = [stdout.readline() for _ in range(lines)]
        with suppress(subprocess.TimeoutExpired):
            process.wait(after)
        process.kill()
        shown += stdout.readlines()
    return [line.rstrip("\n") for line in shown if line.endswith("\n")]


def the_goods(station: RunningStation, count: int) -> list[str]:
    """Give devices that may leave."""
    rma = an_rma(lines=tuple(Line(f"l-{n}", "KP2", f"SW00{n:05d}") for n in range(count)), send_back_to=HOME)
    stocked(station, rma)
    return [ended(station, line=line, rma=rma).id for line in rma.lines]


def test_a_box_that_was_packed_when_the_station_was_killed_waits_and_leaves(station: RunningStation) -> None:
    (thing,) = the_goods(station, 1)
    chosen, packed = shown_until_killed(station.folder, [thing], lines=2)
    assert chosen.startswith(Code.CHOSEN)
    again = RunningStation(station.folder)
    assert again.faults() == ()
    assert [each.id for each in asked.packed(again.store)] == [packed.removeprefix(f"{Code.PACKED} ")]
    packing, table = Packing(again.parts, again.judging, Shipping(again.parts)), PackingTable()
    for text, code in ((packed.split()[1], Code.OPENED), (UPS, Code.LEFT)):
        (outcome,) = packing.scan([reading(text, read_at=again.time)], table, WORKER)
        assert outcome.code is code
        table = outcome.table
    again.close()


@pytest.mark.parametrize("turn", range(3))
def test_what_was_shown_is_kept_and_nothing_is_in_two_boxes(station: RunningStation, turn: int) -> None:
    things = the_goods(station, 8)
    shown = shown_until_killed(station.folder, things, lines=1 + turn, drivers=8, after=MOMENTS.uniform(0, 0.15))
    again = RunningStation(station.folder)
    assert again.faults() == ()
    with again.store.reading() as connection:
        for code, _, shipment_id in (line.partition(" ") for line in shown):
            if code in {Code.PACKED, Code.LEFT}:
                shipment = shipments.get(connection, shipment_id)
                assert shipment is not None
                assert shipment.sent_at is not None or code == Code.PACKED
        within = [shipments.of_thing(connection, thing) for thing in things]
    boxes = [shipment for shipment in within if shipment is not None]
    assert len({shipment.id for shipment in boxes}) == len(boxes)
    free = [goods.thing for group in asked.leaving(again.store).groups for goods in group.goods]
    assert free == [thing for thing, shipment in zip(things, within, strict=True) if shipment is None]
    again.close()
