"""Who works at the station: badges, PINs, the locked screen and an approval, from keys to the journal."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from receiving_app.domain.command import Command
from receiving_app.domain.policy import Policy
from receiving_app.domain.roles import Role
from receiving_app.settings import DataKind
from tests.demo_site import IN_TIME, LATE, UNKNOWN
from tests.walk.conftest import Start
from tests.walk.open_station import OpenStation

#: Badges and PINs of the demo's data.
DANA, ELLEN = "BADGE-1001", "BADGE-1005"
ELLENS_PIN = "5005"


def operator(station: OpenStation) -> str:
    return station.app.window.header._operator.text()


def actors(station: OpenStation, type_: str) -> list[tuple[str | None, str]]:
    """Give who did it and how we know, for every event of a type."""
    told = [json.loads(row.payload) for row in station.journal() if row.type == type_]
    return [(event["actor"]["person"], event["actor"]["how"]) for event in told]


def type_pin(station: OpenStation, pin: str) -> None:
    """Type a PIN as a person does, each key after the last one has arrived, and Enter."""
    field = station.app.window.people._pin
    station.wait(field.hasFocus)
    for place, digit in enumerate(pin, start=1):
        press(station, digit, time.monotonic_ns() // 1_000_000)
        station.wait(partial(_holds, field, place))
    press(station, "\r", time.monotonic_ns() // 1_000_000)


def _holds(field: QLineEdit, length: int) -> bool:
    return len(field.text()) == length


def roll(station: OpenStation, text: str, apart_ms: int) -> None:
    """Let keys come so far apart by their own clock, Enter at the end."""
    began = time.monotonic_ns() // 1_000_000
    for place, letter in enumerate(f"{text}\r"):
        press(station, letter, began + place * apart_ms)


def press(station: OpenStation, letter: str, at_ms: int) -> None:
    key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(at_ms)
        QCoreApplication.sendEvent(station.handle, event)


def open_panel(station: OpenStation) -> None:
    QTest.keyClick(station.handle, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    station.wait(station.app.window.people.isVisible)


def test_a_badge_opens_the_dock_and_a_pin_the_decisions(start: Start) -> None:
    with start() as station:
        station.scan(ELLEN)
        station.wait(lambda: operator(station) == "Ellen Kowalski")
        assert station.app._people.actor.how == "badge"

        open_panel(station)
        type_pin(station, ELLENS_PIN)

        station.wait(lambda: station.app._people.actor.how == "badge+pin")
        assert not station.app.window.people.isVisible()
        assert ELLENS_PIN not in station.readings()


def test_a_wrong_pin_is_said_and_the_field_waits_for_another(start: Start) -> None:
    with start() as station:
        open_panel(station)
        type_pin(station, "0000")
        station.wait_for("That PIN is wrong.")
        assert len(station.bodies("person.pin-failed")) == 1
        station.press(Qt.Key.Key_Escape)
        assert not station.app.window.people.isVisible()


@pytest.mark.parametrize("apart_ms", [22, 34])
def test_a_pin_rolled_over_the_keys_is_a_pin_and_written_nowhere(start: Start, apart_ms: int) -> None:
    with start() as station:
        station.scan(ELLEN)
        open_panel(station)
        station.wait(station.app.window.people._pin.hasFocus)
        roll(station, ELLENS_PIN, apart_ms)
        station.wait(lambda: station.app._people.actor.how == "badge+pin")
        assert len(station.readings()) == 1


def test_a_pin_is_given_by_scans_alone_and_written_nowhere(start: Start) -> None:
    with start() as station:
        station.scan(ELLEN)
        station.scan(Command.SIGN_IN.barcode)
        station.wait(lambda: station.app.window.asks_people)
        written = len(station.readings())
        for scanned in (Command.DIGIT_9, Command.CLEAR, *map(Command, ELLENS_PIN), Command.ENTER):
            station.scan(scanned.barcode)
        station.wait(lambda: station.app._people.actor.how == "badge+pin")
        assert len(station.readings()) == written

        station.scan(Command.DIGIT_4.barcode)
        station.wait_for("No number is asked for now.")


@pytest.mark.parametrize("code", [IN_TIME, "40123455", "5005"])
def test_a_scan_never_lands_in_the_field_for_the_pin(start: Start, code: str) -> None:
    with start() as station:
        open_panel(station)
        station.wait(station.app.window.people._pin.hasFocus)
        station.scan(code)
        station.wait(lambda: station.readings() == [code])
        assert station.app.window.people._pin.text() == ""
        assert station.bodies("person.pin-failed") == []


def test_the_scan_that_wakes_a_locked_screen_is_kept_and_the_badge_shows_it(start: Start) -> None:
    with start() as station:
        station.scan(DANA)
        station.wait(lambda: operator(station) == "Dana Ortiz")
        station.app._people.use_policy(locking_after(station, timedelta(milliseconds=50)))
        station.app._people._idle.watch(whether=True)
        station.wait(lambda: "LOCKED" in station.shown())
        station.app._people.use_policy(locking_after(station, timedelta(minutes=10)))

        station.scan(IN_TIME)
        station.wait_for("LOCKED", f"Recorded: {IN_TIME}")
        assert "ACCEPT" not in station.shown()

        station.scan(DANA)
        station.wait_verdict("ACCEPT", IN_TIME)
        assert "LOCKED" not in station.shown()
        assert actors(station, "package.arrived") == [(None, "locked")]
        assert station.types().count("person.locked") == 1


def test_a_supervisor_approves_at_the_workers_screen_and_goes(start: Start) -> None:
    with start() as station:
        station.scan(DANA)
        station.scan(LATE)
        station.wait_verdict("REJECT", LATE)
        station.press(Qt.Key.Key_F3)
        station.press(Qt.Key.Key_F8)
        station.wait_for("A supervisor must approve this")

        station.scan(ELLEN)
        station.wait(lambda: station.app.window.people._names.currentText() == "Ellen Kowalski")
        type_pin(station, ELLENS_PIN)

        station.wait(lambda: "review.decided" in station.types())
        assert actors(station, "review.decided") == [("U-05", "approval:U-01")]
        assert operator(station) == "Dana Ortiz"
        assert len(station.bodies("person.signed-in")) == 1


def test_signing_out_by_barcode_gives_the_station_back(start: Start) -> None:
    with start() as station:
        station.scan(DANA)
        station.scan("SW-CMD-SIGN-OUT")
        station.wait(lambda: operator(station) == "Ellen Kowalski")
        assert station.bodies("person.signed-out") == [{"person": "U-01"}]


def test_a_restart_finds_the_screen_locked(start: Start) -> None:
    with start() as station:
        station.scan(DANA)
        station.wait(lambda: operator(station) == "Dana Ortiz")
    with start() as station:
        station.wait_for("LOCKED", "Dana Ortiz")
        station.scan(DANA)
        station.wait(lambda: "LOCKED" not in station.shown())


def test_on_live_data_nobody_works_before_a_badge_is_shown(start: Start) -> None:
    with start(data_kind=DataKind.LIVE, operator="U-05", operator_role=Role.SUPERVISOR) as station:
        assert operator(station) == "Nobody signed in"
        station.scan(UNKNOWN)
        station.wait_for("Nobody is signed in. Scan your badge")
        assert station.readings() == [UNKNOWN]
        assert "package.arrived" not in station.types()

        station.scan(DANA)
        station.scan(UNKNOWN)
        station.wait(lambda: actors(station, "package.arrived") == [("U-01", "badge")])


def locking_after(station: OpenStation, span: timedelta) -> Policy:
    return replace(station.app._policy, lock_after=span)
