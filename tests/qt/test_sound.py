"""A sound is asked for and forgotten: no machine without audio may stop or slow the work."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from datetime import date
from datetime import time as time_of_day

import pytest
from pytestqt.qtbot import QtBot

import resources
from receiving_app.domain.site_calendar import WEEKDAYS, Hours, SiteCalendar
from receiving_app.qt.sound import Earcon, Sounds, earcon_of
from tests.acts.running_station import RunningStation, new_database, station
from tests.factories import NUMBER, an_rma

__all__ = ["new_database", "station"]

ALWAYS = dict.fromkeys(WEEKDAYS, Hours(time_of_day(8), time_of_day(17)))


def test_every_sound_is_bundled() -> None:
    assert {f"{earcon}.wav" for earcon in Earcon} == {file.name for file in resources.path("sounds").glob("*.wav")}


@pytest.mark.parametrize(
    ("last_day", "sound"),
    [
        (date(2026, 11, 6), Earcon.REJECT),
        (date(2026, 11, 7), Earcon.PRIORITY),
        (date(2026, 11, 8), Earcon.PRIORITY),
        (date(2026, 11, 9), Earcon.ACCEPT),
    ],
)
def test_what_comes_on_the_last_open_day_before_its_end_has_a_sound_of_its_own(
    station: RunningStation, last_day: date, sound: Earcon
) -> None:
    # Scanned on a Saturday; the dock opens again on Monday the 9th.
    station.told(an_rma(receive_by=last_day))
    assert earcon_of(station.scan(NUMBER), SiteCalendar(hours=ALWAYS | {"sun": None})) is sound


def test_asking_for_a_sound_returns_at_once(qtbot: QtBot) -> None:
    sounds = Sounds(resources.path("sounds"))
    started = time.perf_counter()
    for earcon in Earcon:
        sounds.play(earcon)
    asked = time.perf_counter() - started
    sounds.close()

    assert asked < 0.05


def test_a_machine_without_multimedia_is_silent_and_says_so_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    sounds = Sounds(resources.path("sounds"))
    with caplog.at_level(logging.WARNING):
        sounds.play(Earcon.ACCEPT)
        sounds.play(Earcon.REJECT)
        qtbot.waitUntil(lambda: bool(caplog.records))
    sounds.close()

    assert [record.getMessage().split(":")[0] for record in caplog.records] == ["No sounds"]


def test_nothing_of_multimedia_is_loaded_before_the_first_sound() -> None:
    code = "import sys, receiving_app.qt.sound; sys.exit('PySide6.QtMultimedia' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
