"""Scanners on pseudo-terminals, as the station meets them on serial lines."""

from __future__ import annotations

import os
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from receiving_app.qt.serial_scanners import SerialScanners
from receiving_app.scanning.wedge import Scan


@dataclass
class Cable:
    """A scanner's cable: a name that leads to a pseudo-terminal while it is plugged in."""

    name: Path
    master: int = -1

    def plug(self) -> None:
        self.master, slave = os.openpty()
        tty.setraw(slave)
        self.name.symlink_to(os.ttyname(slave))
        os.close(slave)

    def unplug(self) -> None:
        self.name.unlink()
        os.close(self.master)

    def send(self, content: bytes) -> None:
        os.write(self.master, content)


@contextmanager
def scanners(*cables: Cable) -> Iterator[tuple[list[str], list[str]]]:
    """Listen to cables; give the texts that come and the sentences about those that are away."""
    texts: list[str] = []
    told: list[str] = []

    def hear(scan: Scan) -> None:
        texts.append(scan.text)

    heard = SerialScanners([str(cable.name) for cable in cables], probe_ms=20)
    heard.scanned.connect(hear)
    heard.told.connect(told.append)
    heard.start()
    try:
        yield texts, told
    finally:
        heard.stop()


@pytest.fixture
def cable(tmp_path: Path) -> Cable:
    return Cable(tmp_path / "ttyACM0")


def test_a_scan_comes_out_whole_though_its_bytes_come_apart(qtbot: QtBot, cable: Cable) -> None:
    cable.plug()
    with scanners(cable) as (texts, told):
        cable.send(b"RMA-0000")
        cable.send(b"1235\r\n1Z999\r\n")
        qtbot.waitUntil(lambda: len(texts) == 2)
    assert texts == ["RMA-00001235", "1Z999"]
    assert told == []


def test_a_scanner_that_sends_no_end_is_heard_after_a_pause(qtbot: QtBot, cable: Cable) -> None:
    cable.plug()
    with scanners(cable) as (texts, _):
        cable.send(b"RMA-00001235")
        qtbot.waitUntil(lambda: texts == ["RMA-00001235"])


def test_two_scanners_at_once_do_not_mix(qtbot: QtBot, tmp_path: Path) -> None:
    one, two = Cable(tmp_path / "one"), Cable(tmp_path / "two")
    one.plug()
    two.plug()
    with scanners(one, two) as (texts, _):
        one.send(b"RMA-")
        two.send(b"1Z")
        one.send(b"00001235\r")
        two.send(b"999\r")
        qtbot.waitUntil(lambda: len(texts) == 2)
    assert sorted(texts) == ["1Z999", "RMA-00001235"]


def test_an_unplugged_scanner_is_said_to_be_away_and_used_again_when_it_is_back(qtbot: QtBot, cable: Cable) -> None:
    cable.plug()
    with scanners(cable) as (texts, told):
        cable.send(b"one\r")
        qtbot.waitUntil(lambda: texts == ["one"])
        cable.send(b"broken o")
        cable.unplug()
        qtbot.waitUntil(lambda: len(told) == 1)
        assert told[0] == f"The scanner at {cable.name} is away: check its cable. It is used again by itself."
        cable.plug()
        qtbot.waitUntil(lambda: len(told) == 2)
        assert told[1] == ""
        cable.send(b"two\r")
        qtbot.waitUntil(lambda: texts[-1] == "two")
        assert "broken o" not in texts


def test_a_scanner_that_comes_after_the_start_is_used(qtbot: QtBot, cable: Cable) -> None:
    with scanners(cable) as (texts, told):
        assert len(told) == 1
        cable.plug()
        qtbot.waitUntil(lambda: len(told) == 2)
        cable.send(b"late\r")
        qtbot.waitUntil(lambda: texts == ["late"])
