"""Slow work beside the window."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from receiving_app.qt.aside import Aside


def test_work_is_done_on_another_thread_and_its_result_is_told_on_this_one(qtbot: QtBot) -> None:
    aside, told = Aside(), []
    aside.done.connect(lambda result: told.append((result, threading.get_ident())))
    with qtbot.waitSignal(aside.done):
        aside.do(threading.get_ident)
        assert aside.busy
    ((worker, here),) = told
    assert here == threading.get_ident() != worker
    assert not aside.busy


def test_work_that_fails_tells_nothing_and_the_next_can_begin(qtbot: QtBot) -> None:
    aside = Aside()
    with qtbot.waitSignal(aside.done) as done:
        aside.do(lambda: 1 // 0)
    assert done.args == [None]
    with qtbot.waitSignal(aside.done) as done:
        aside.do(lambda: 7)
    assert done.args == [7]


def test_one_thing_at_a_time(qtbot: QtBot) -> None:
    aside, go = Aside(), threading.Event()
    aside.do(go.wait)
    with pytest.raises(RuntimeError):
        aside.do(go.wait)
    with qtbot.waitSignal(aside.done):
        go.set()


def test_stopping_waits_for_what_is_under_way() -> None:
    aside, done = Aside(), []
    aside.do(lambda: done.append(1))
    aside.stop()
    assert done == [1]
