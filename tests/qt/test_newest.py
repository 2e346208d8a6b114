from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from receiving_app.qt.newest import Newest


@pytest.fixture
def newest(qtbot: QtBot) -> Iterator[Newest]:
    asking = Newest()
    yield asking
    asking.stop()


@pytest.fixture
def told(newest: Newest) -> list[tuple[object, object]]:
    answers: list[tuple[object, object]] = []
    newest.answered.connect(lambda kind, answer: answers.append((kind, answer)))
    return answers


def test_a_question_is_answered_on_another_thread(
    qtbot: QtBot, newest: Newest, told: list[tuple[object, object]]
) -> None:
    newest.ask("thread", threading.get_ident)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0][1] != threading.get_ident()


def test_of_the_questions_of_a_kind_only_the_newest_is_answered(
    qtbot: QtBot, newest: Newest, told: list[tuple[object, object]]
) -> None:
    begun, goes_on = threading.Event(), threading.Event()
    worked: list[int] = []

    def slow() -> int:
        begun.set()
        goes_on.wait()
        return 0

    def work(number: int) -> int:
        worked.append(number)
        return number

    newest.ask("typed", slow)
    begun.wait()
    for number in range(1, 5):
        newest.ask("typed", partial(work, number))
    newest.ask("other", lambda: "kept")
    goes_on.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [("typed", 4), ("other", "kept")]
    assert worked == [4]


def test_a_question_that_fails_is_answered_with_nothing_and_the_next_one_is_answered(
    qtbot: QtBot, newest: Newest, told: list[tuple[object, object]], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        newest.ask("bad", lambda: 1 // 0)
        qtbot.waitUntil(lambda: told == [("bad", None)])
    newest.ask("bad", lambda: "good")
    qtbot.waitUntil(lambda: told[-1] == ("bad", "good"))
    assert "could not be answered" in caplog.text


def test_nothing_is_left_running_after_the_end(qtbot: QtBot) -> None:
    asking = Newest()
    asking.ask("last", lambda: "heard or not")
    asking.stop()
    asking.stop()
