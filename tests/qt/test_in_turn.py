"""Work beside the window, one piece after the other."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from receiving_app.qt.in_turn import InTurn


def test_work_is_done_in_order_on_another_thread(qtbot: QtBot) -> None:
    turns = InTurn()
    given: list[Any] = []
    turns.gave.connect(given.append)
    for number in range(50):
        turns.do(partial(lambda each: (each, QThread.currentThread()), number))
    qtbot.waitUntil(lambda: len(given) == 50)
    assert [number for number, _ in given] == list(range(50))
    assert QThread.currentThread() not in {thread for _, thread in given}
    turns.stop()


def test_the_end_waits_for_all_and_tells_it(qtbot: QtBot) -> None:
    turns = InTurn()
    given: list[Any] = []
    turns.gave.connect(given.append)
    for number in range(50):
        turns.do(partial(int, number))
    turns.stop()
    assert given == list(range(50))


def test_after_the_end_nothing_is_done(qtbot: QtBot) -> None:
    turns = InTurn()
    given: list[Any] = []
    turns.gave.connect(given.append)
    turns.gave.connect(lambda: turns.do(partial(int, 2)))
    turns.do(partial(int, 1))
    turns.stop()
    turns.stop()
    assert given == [1]
