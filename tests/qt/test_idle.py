"""Noticing that nobody touches the station."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from receiving_app.qt.idle import Idle


def test_it_says_once_that_the_time_has_passed(qtbot: QtBot) -> None:
    idle = Idle(timedelta(milliseconds=5))
    with qtbot.waitSignal(idle.passed):
        idle.watch(whether=True)
    assert not idle._timer.isActive()


def test_a_key_begins_the_wait_anew_and_goes_its_way(qtbot: QtBot) -> None:
    idle, somewhere = Idle(timedelta(hours=1)), QObject()
    idle._timer.setTimerType(Qt.TimerType.PreciseTimer)
    idle.watch(whether=True)
    qtbot.waitUntil(lambda: idle._timer.remainingTime() < 3_599_980)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert not idle.eventFilter(somewhere, key)
    assert idle._timer.remainingTime() >= 3_599_990


def test_nothing_is_watched_before_somebody_signs_in_nor_by_a_touch(qtbot: QtBot) -> None:
    idle = Idle(timedelta(milliseconds=1))
    idle.touched()
    assert not idle._timer.isActive()
    idle.watch(whether=True)
    idle.watch(whether=False)
    assert not idle._timer.isActive()


def test_years_are_as_long_as_a_timer_can_wait() -> None:
    assert Idle(timedelta(days=400))._timer.interval() == 2**31 - 1


def test_it_watches_every_window_of_the_application(qtbot: QtBot, qapp: QCoreApplication) -> None:
    idle = Idle(timedelta(hours=1))
    idle._timer.setTimerType(Qt.TimerType.PreciseTimer)
    idle.install(qapp)
    idle.watch(whether=True)
    qtbot.waitUntil(lambda: idle._timer.remainingTime() < 3_599_980)
    target = QObject()
    QCoreApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier))
    assert idle._timer.remainingTime() >= 3_599_990
    qapp.removeEventFilter(idle)
