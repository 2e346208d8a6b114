"""What is bundled is there, is licensed, and is what the scripts beside it make."""

from __future__ import annotations

import struct
import wave
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo
from pytestqt.qtbot import QtBot

import resources
from resources import fonts
from resources.sounds import make

Signal = list[int]


def read(file: Path) -> tuple[wave._wave_params, Signal]:
    with wave.open(str(file), "rb") as opened:
        frames = opened.readframes(opened.getnframes())
        return opened.getparams(), list(struct.unpack(f"<{len(frames) // 2}h", frames))


def test_a_bundled_file_is_found_by_its_parts() -> None:
    assert resources.path("icons", "scan.svg").is_file()


@pytest.mark.parametrize("folder", ["fonts", "fonts/dejavu", "icons"])
def test_work_of_others_lies_beside_its_licence(folder: str) -> None:
    licences = [file.name for file in resources.path(folder).glob("LICENSE*")]

    assert len(licences) == 1
    assert f"{folder}/{licences[0]}" in resources.path("LICENSES.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold])
def test_each_weight_of_the_typeface_is_its_own_drawing(qtbot: QtBot, weight: QFont.Weight) -> None:
    font = QFont(fonts.load())
    font.setWeight(weight)

    assert QFontInfo(font).family() == "Inter"
    assert QFontInfo(font).weight() == weight
    assert QFontInfo(font).exactMatch()


@pytest.mark.parametrize("name", make.EARCONS)
def test_a_sound_is_short_and_plays_anywhere(name: str) -> None:
    params, signal = read(resources.path("sounds", f"{name}.wav"))

    assert (params.nchannels, params.sampwidth, params.framerate) == (1, 2, 44_100)
    assert params.nframes / params.framerate < 0.7
    assert max(map(abs, signal)) <= 32_767 * make.LOUDEST
    assert abs(signal[0]) < 100
    assert abs(signal[-1]) < 1_000, "an edge without a fade clicks"


def test_the_sounds_are_what_the_script_makes(tmp_path: Path) -> None:
    for made in make.write(tmp_path):
        _, fresh = read(made)
        _, bundled = read(resources.path("sounds", made.name))
        assert len(fresh) == len(bundled)
        assert max(abs(one - other) for one, other in zip(fresh, bundled, strict=True)) <= 1  # sin differs by a bit


def test_no_two_sounds_share_their_rhythm() -> None:
    rhythms = {name: tuple((note.seconds, note.start_hz > 0) for note in notes) for name, notes in make.EARCONS.items()}

    assert len(set(rhythms.values())) == 6
    beats = {name: sum(sounding for _, sounding in rhythm) for name, rhythm in rhythms.items()}
    assert beats == {"accept": 2, "priority": 4, "reject": 2, "hold": 3, "already-counted": 1, "not-understood": 2}


def test_accept_rises_and_reject_falls_and_lies_lower() -> None:
    accept = [note.start_hz for note in make.EARCONS["accept"]]
    reject = [note.start_hz for note in make.EARCONS["reject"] if note.start_hz]

    assert accept == sorted(accept)
    assert reject == sorted(reject, reverse=True)
    assert max(reject) * 2 < min(accept)
