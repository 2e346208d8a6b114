"""The journal checked and a case's papers written from the window, beside a real ticket service."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from receiving_app.desks.proof import ProofDesk
from receiving_app.domain.command import Command
from receiving_app.storage import outbox
from receiving_app.storage.verify_journal import verify
from tests.demo_site import LATE
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation
from ui.station_screen import Screen


def press(station: OpenStation, key: Qt.Key) -> None:
    QTest.keyClick(station.handle, key, Qt.KeyboardModifier.ControlModifier)


def journal_is_sent(station: OpenStation) -> bool:
    with station.parts.store.reading() as connection:
        return outbox.sent_up_to(connection) == len(station.journal())


def reject_one(station: OpenStation) -> str:
    station.scan(LATE)
    station.wait_verdict("REJECT", LATE)
    station.wait(lambda: station.badge() == "Online · all sent" and journal_is_sent(station))
    station.app.window.show_screen(Screen.REVIEW)
    station.wait_for("Waiting for review: 1")
    return str(next(row.lpn for row in station.journal() if row.lpn))


def test_a_journal_is_checked_by_a_key_and_said_in_a_calm_line(start: Start) -> None:
    with start() as station:
        reject_one(station)

        press(station, Qt.Key.Key_J)

        station.wait_for("Journal checked: all", "countersigned up to")
        assert "alert-triangle" not in station.app.window._lines


def test_a_journal_that_somebody_changed_is_said_on_every_screen_with_what_to_do(start: Start) -> None:
    with start() as station:
        reject_one(station)
        with closing(sqlite3.connect(station.parts.store.folder / "station.sqlite3")) as database:
            for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f"DROP TRIGGER {trigger}")
            database.execute("DELETE FROM events WHERE seq = 2")
            database.commit()

        press(station, Qt.Key.Key_J)

        station.wait_for("Event 2 of the journal is missing.")
        station.app.window.show_screen(Screen.DOCK)
        station.wait_for("Event 2 of the journal is missing.", "call support")


def test_a_case_becomes_papers_by_a_key_while_scans_go_on(start: Start) -> None:
    with start() as station:
        lpn = reject_one(station)

        press(station, Qt.Key.Key_E)

        station.wait_for("The evidence is written: ")
        folder = station.parts.store.folder / "evidence"
        assert (folder / f"evidence-{lpn}.pdf").read_bytes().startswith(b"%PDF")
        with zipfile.ZipFile(folder / f"evidence-{lpn}.zip") as archive:
            archive.extract("journal.jsonl", folder)
        proof = verify(folder / "journal.jsonl")
        assert (proof.faults, proof.unsigned) == ((), 0)


def test_journal_and_papers_are_asked_for_by_scans_alone(start: Start) -> None:
    with start() as station:
        lpn = reject_one(station)

        station.scan(Command.CHECK_JOURNAL.barcode)
        station.wait_for("Journal checked: all", "countersigned up to")
        station.scan(Command.EVIDENCE.barcode)
        station.wait_for("The evidence is written: ")

        assert (station.parts.store.folder / "evidence" / f"evidence-{lpn}.pdf").exists()


def test_the_journal_is_checked_by_itself_soon_after_the_start(start: Start, qtbot: QtBot) -> None:
    with start() as station:
        desk = ProofDesk(station.app, after_start_ms=1)
        heard: list[str] = []
        desk.said.connect(heard.append)

        desk.begin(station.parts)

        station.wait(lambda: any("Journal checked" in sentence for sentence in heard))
        desk.stop()


def test_the_hand_over_tells_what_the_last_check_has_found_after_a_restart_too(start: Start) -> None:
    with start() as station:
        reject_one(station)
        press(station, Qt.Key.Key_J)
        station.wait_for("Journal checked: all", "countersigned up to")
    with start() as station:
        station.app.window.show_screen(Screen.DESK)
        press(station, Qt.Key.Key_H)
        station.wait(lambda: station.app.window.desk.hand_over.written is not None)

        (*_, (journal,)) = station.app.window.desk.hand_over.written.sheets[2].rows  # type: ignore[union-attr]
        assert journal.text.startswith("Last check of the journal: ")
        assert "Journal checked: all" in journal.text


def test_a_station_that_is_left_on_is_checked_on_each_new_day(start: Start) -> None:
    with start() as station:
        desk = ProofDesk(station.app)
        heard: list[str] = []
        desk.said.connect(heard.append)
        desk.begin(station.parts)
        desk.check()
        station.wait(lambda: bool(heard) and not desk._checker.busy)
        told = len(heard)

        desk.check_on_new_day()
        assert not desk._checker.busy, "it is the same day"
        station.parts.clock.offset += timedelta(days=1)
        desk.check_on_new_day()

        station.wait(lambda: len(heard) > told)
        desk.stop()


def test_a_check_ends_with_the_station(start: Start) -> None:
    with start() as station:
        desk = ProofDesk(station.app)
        desk.begin(station.parts)
        desk.check()
        desk.stop()

        station.wait(lambda: not desk._checker.busy)
