"""Opening the station's memory on a thread of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from receiving_app import assembly
from receiving_app.clock import StationClock
from receiving_app.qt.opening import Opened, Opening
from receiving_app.settings import DataKind, Settings
from receiving_app.storage.store import DATABASE


def opening(folder: Path, **changes: object) -> Opening:
    settings = Settings(folder, DataKind.DEMO, **changes)  # type: ignore[arg-type]
    return Opening(settings, StationClock())


def sentence_of(qtbot: QtBot, opens: Opening) -> str:
    with qtbot.waitSignal(opens.failed) as failed:
        opens.start()
    opens.wait()
    said = failed.args
    assert said is not None
    return str(said[0])


def test_it_gives_the_parts_the_policy_and_what_the_last_run_left(qtbot: QtBot, tmp_path: Path) -> None:
    opens = opening(tmp_path)

    with qtbot.waitSignal(opens.opened) as opened:
        opens.start()
    opens.wait()

    assert opened.args is not None
    brought = opened.args[0]
    assert isinstance(brought, Opened)
    assert brought.policy.version == 0
    assert brought.resumed.package is None
    brought.parts.store.close()


def test_the_memory_may_be_used_on_the_windows_thread_afterwards(qtbot: QtBot, tmp_path: Path) -> None:
    opens = opening(tmp_path)
    with qtbot.waitSignal(opens.opened) as opened:
        opens.start()
    opens.wait()

    assert opened.args is not None
    assert QThread.currentThread() is not opens
    assert opened.args[0].parts.dock.resume().package is None
    opened.args[0].parts.store.close()


def test_who_comes_after_it_has_ended_finds_what_it_brought(qtbot: QtBot, tmp_path: Path) -> None:
    opens = opening(tmp_path)
    assert opens.result is None
    with qtbot.waitSignal(opens.opened):
        opens.start()
    opens.wait()

    assert isinstance(opens.result, Opened)
    opens.result.parts.store.close()


def test_a_file_that_is_no_database_is_said_and_left_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_text("a letter to grandmother, longer than any header")

    sentence = sentence_of(qtbot, opening(tmp_path))

    assert "is not a station's database" in sentence
    assert (tmp_path / DATABASE).read_text().startswith("a letter")


def test_another_stations_folder_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    first = opening(tmp_path)
    with qtbot.waitSignal(first.opened) as opened:
        first.start()
    first.wait()
    assert opened.args is not None
    opened.args[0].parts.store.close()

    sentence = sentence_of(qtbot, opening(tmp_path, station="DOCK-9"))

    assert "holds the demo data of DOCK-1" in sentence


def test_a_folder_that_is_a_file_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")

    assert str(tmp_path / "data") in sentence_of(qtbot, opening(tmp_path / "data"))


def test_a_fault_of_our_own_is_said_too(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(assembly, "assemble", lambda *_: 1 // 0)

    sentence = sentence_of(qtbot, opening(tmp_path))

    assert sentence == "The station can't start, through a fault of this program. Its log says more."
    assert "ZeroDivisionError" in caplog.text
