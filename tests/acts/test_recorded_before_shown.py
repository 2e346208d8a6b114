from __future__ import annotations

import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from receiving_app.domain.events import ReadingRecorded
from tests.acts.running_station import RunningStation

ROOT = Path(__file__).parents[2]
MOMENTS = random.Random(20261107)  # noqa: S311 - chance, not secrecy


def shown_until_killed(folder: Path, after: float, what: str = "scan_until_killed") -> list[str]:
    """Run a script, kill it some time after its first outcome, and give every whole line that it showed."""
    arguments = [sys.executable, "-m", f"tests.acts.{what}", str(folder)]
    process = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    stdout = process.stdout
    assert stdout is not None
    with process, stdout:
        first = stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            process.wait(after)
        process.kill()
        lines = [first, *stdout.readlines()]
    return [line.rstrip("\n") for line in lines if line.endswith("\n")]


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("killed")
    shown: list[str] = []
    for _ in range(3):
        shown += shown_until_killed(folder, MOMENTS.uniform(0.02, 0.3))
    return folder, shown


def test_all_that_was_shown_before_a_kill_is_in_the_file(killed: tuple[Path, list[str]]) -> None:
    folder, shown = killed
    station = RunningStation(folder)
    ids = {event.id for event in station.journal()}
    merged = {lpn: into for lpn, said, into in (line.partition(" merged into ") for line in shown) if said}
    judged = [line.split() for line in shown if "merged" not in line]
    assert len(judged) >= 3
    for lpn, event in judged:
        assert event in ids
        assert station.package(lpn).labels
    for lpn, into in merged.items():
        assert station.package(lpn).merged_into == into
    station.close()


def test_nothing_is_half_written_after_a_kill(killed: tuple[Path, list[str]]) -> None:
    folder, _ = killed
    station = RunningStation(folder)
    assert station.faults() == ()
    for event in station.journal():
        if event.subject.lpn is not None:
            package = station.package(event.subject.lpn)
            assert not package.counts or package.judgements, "the verdict is in the commit of its package"
    before = len(station.bodies(ReadingRecorded))
    station.dock.resume()
    assert len(station.bodies(ReadingRecorded)) == before
    station.close()
