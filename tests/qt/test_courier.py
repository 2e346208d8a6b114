"""The courier's threads: when they run, what they say, and that nothing stops them but being told."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from receiving_app.acts.outcome import LookUp
from receiving_app.domain.label_facts import ServiceSays
from receiving_app.qt import courier as courier_module
from receiving_app.qt.courier import Answered, Courier, Errand, LookUps
from receiving_app.queries.answers import Backlog
from receiving_app.sync.rounds import Round

ONLINE, OFFLINE = Round(online=True), Round(online=False, problem="No network.")
ASKED = LookUp("LPN-1", "RMA98765436", "RMA-98765436")


@dataclass
class Work:
    """What the courier's thread does in these tests."""

    answers: Callable[[], Round] = lambda: ONLINE
    changed: tuple[str, ...] = ()
    rounds: int = 0
    threads: set[int] = field(default_factory=set)

    spares: Callable[[], bool] = bool

    def make(self) -> Errand:
        return Errand(self.round, lambda _: self.changed, self.backlog, self.spares)

    def round(self, _goes_on: Callable[[], bool]) -> Round:
        self.rounds += 1
        self.threads.add(threading.get_ident())
        return self.answers()

    def backlog(self, done: Round, wait: timedelta) -> Backlog:
        return Backlog(done.online, 0, problem=done.problem, next_try_in=wait)


class Ear(QObject):
    """Hears what a courier says, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[QThread] = set()

    @Slot(object)
    def hear(self, said: object) -> None:
        self.heard.append(said)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def courier(qtbot: QtBot, work: Work) -> Iterator[Courier]:
    courier = Courier(work.make)
    yield courier
    courier.stop()


def test_it_begins_with_a_round_and_reports_on_the_windows_thread(qtbot: QtBot, work: Work, courier: Courier) -> None:
    ear = Ear()
    courier.reported.connect(ear.hear)

    with qtbot.waitSignal(courier.reported):
        courier.start()

    assert courier.online
    assert [backlog.online for backlog in ear.heard if isinstance(backlog, Backlog)] == [True]
    assert ear.threads == {QThread.currentThread()}
    assert threading.get_ident() not in work.threads


def test_a_nudge_brings_the_next_round_at_once(qtbot: QtBot, work: Work, courier: Courier) -> None:
    with qtbot.waitSignal(courier.reported):
        courier.start()

    with qtbot.waitSignal(courier.reported, timeout=2000):
        courier.nudge()

    assert work.rounds == 2


def test_a_nudge_in_the_middle_of_a_round_brings_another(qtbot: QtBot, work: Work, courier: Courier) -> None:
    began, go = threading.Event(), threading.Event()

    def slow() -> Round:
        began.set()
        go.wait(5)
        return ONLINE

    work.answers = slow
    courier.start()
    assert began.wait(5)
    courier.nudge()
    go.set()

    qtbot.waitUntil(lambda: work.rounds == 2, timeout=2000)


def test_a_service_in_trouble_is_asked_again_by_itself(
    qtbot: QtBot, work: Work, courier: Courier, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[int] = []

    def quick(failed: int, _chance: float, _wish: timedelta | None) -> timedelta:
        failures.append(failed)
        return timedelta(milliseconds=5) if failed else timedelta(minutes=1)

    monkeypatch.setattr(courier_module, "wait_after", quick)
    answers = iter([OFFLINE, OFFLINE, ONLINE])
    work.answers = lambda: next(answers)

    courier.start()
    qtbot.waitUntil(lambda: courier.online)

    assert failures == [1, 2, 0]


def test_a_nudge_does_not_press_a_service_in_trouble(qtbot: QtBot, work: Work, courier: Courier) -> None:
    work.answers = lambda: Round(online=False, retry_after=timedelta(hours=1))
    ear = Ear()
    courier.reported.connect(ear.hear)
    with qtbot.waitSignal(courier.reported):
        courier.start()

    courier.nudge()
    courier.stop()

    assert work.rounds == 1
    (backlog,) = ear.heard
    assert isinstance(backlog, Backlog)
    assert backlog.next_try_in == timedelta(hours=1)


def test_between_rounds_it_does_bite_after_bite_of_what_has_time(qtbot: QtBot, work: Work, courier: Courier) -> None:
    bites = iter([True, True, True, False])
    done: list[bool] = []

    def bite() -> bool:
        done.append(next(bites))
        return done[-1]

    work.spares = bite
    courier.start()
    qtbot.waitUntil(lambda: len(done) == 4)
    assert work.rounds == 1


def test_a_nudge_comes_before_what_has_time(qtbot: QtBot, work: Work, courier: Courier) -> None:
    work.spares = lambda: True
    courier.start()
    qtbot.waitUntil(lambda: work.rounds == 1)
    courier.nudge()
    qtbot.waitUntil(lambda: work.rounds == 2)


def test_new_verdicts_are_told_before_the_report(qtbot: QtBot, work: Work, courier: Courier) -> None:
    work.changed = ("LPN-1", "LPN-2")
    ear = Ear()
    courier.judged_again.connect(ear.hear)
    courier.reported.connect(ear.hear)

    # The next round speaks at once: a listener that went meanwhile, as waitSignal's does, would crash Qt.
    courier.start()
    qtbot.waitUntil(lambda: len(ear.heard) >= 2)
    courier.stop()

    assert ear.heard[0] == ("LPN-1", "LPN-2")
    assert isinstance(ear.heard[1], Backlog)


def test_new_verdicts_are_sent_at_once_but_never_round_after_round(qtbot: QtBot, work: Work, courier: Courier) -> None:
    work.changed = ("LPN-1",)
    courier.start()
    qtbot.waitUntil(lambda: work.rounds == 2)
    with qtbot.assertNotEmitted(courier.reported, wait=200):
        pass

    assert work.rounds == 2


def test_a_fault_of_our_own_is_said_and_logged_and_ends_nothing(
    qtbot: QtBot, work: Work, courier: Courier, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(courier_module, "wait_after", lambda *_: timedelta(milliseconds=5))

    def fails() -> Round:
        raise ZeroDivisionError

    work.answers = fails
    ear = Ear()
    courier.reported.connect(ear.hear)
    with caplog.at_level(logging.ERROR):
        courier.start()
        qtbot.waitUntil(lambda: len(ear.heard) >= 2)

    backlog = ear.heard[0]
    assert isinstance(backlog, Backlog)
    assert not backlog.online
    assert backlog.problem == (
        "Nothing is sent, through a fault of this program; it is tried again, and nothing is lost."
    )
    assert "ZeroDivisionError" in caplog.text
    work.answers = lambda: ONLINE
    qtbot.waitUntil(lambda: courier.online)


def test_a_fault_after_a_round_ends_nothing_either(
    qtbot: QtBot, work: Work, courier: Courier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier_module, "wait_after", lambda *_: timedelta(milliseconds=5))
    monkeypatch.setattr(work, "backlog", lambda *_: 1 // 0)

    courier.start()

    qtbot.waitUntil(lambda: work.rounds >= 3)


def test_stopping_ends_the_round_that_is_under_way(qtbot: QtBot, work: Work) -> None:
    began = threading.Event()

    def endless(goes_on: Callable[[], bool]) -> Round:
        began.set()
        while goes_on():
            threading.Event().wait(0.005)
        return ONLINE

    courier = Courier(lambda: Errand(endless, lambda _: (), work.backlog))
    courier.start()
    assert began.wait(5)

    courier.stop()

    assert not courier._thread.is_alive()


def test_stopping_what_never_began_is_fine(courier: Courier) -> None:
    courier.stop()


def asking(ask: Callable[[LookUp], ServiceSays]) -> LookUps:
    return LookUps(lambda: ask)


def test_numbers_are_asked_about_in_turn_on_a_thread_of_their_own(qtbot: QtBot) -> None:
    threads = set()

    def ask(_look_up: LookUp) -> ServiceSays:
        threads.add(threading.get_ident())
        return ServiceSays.UNKNOWN

    look_ups, ear = asking(ask), Ear()
    look_ups.answered.connect(ear.hear)
    look_ups.start()
    second = LookUp("LPN-2", "RMA1", "RMA-1")
    look_ups.ask(ASKED)
    look_ups.ask(second)
    qtbot.waitUntil(lambda: len(ear.heard) == 2)
    look_ups.stop()

    assert ear.heard == [Answered(ASKED, ServiceSays.UNKNOWN), Answered(second, ServiceSays.UNKNOWN)]
    assert threading.get_ident() not in threads
    assert ear.threads == {QThread.currentThread()}


def test_a_question_that_fails_has_no_answer_and_the_next_one_has(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    says = iter([ServiceSays.UNKNOWN])
    look_ups, ear = asking(lambda _: next(says)), Ear()
    look_ups.answered.connect(ear.hear)
    look_ups.start()
    with caplog.at_level(logging.ERROR):
        look_ups.ask(ASKED)
        look_ups.ask(ASKED)
        qtbot.waitUntil(lambda: len(ear.heard) == 2)
        look_ups.stop()

    assert ear.heard == [Answered(ASKED, ServiceSays.UNKNOWN), Answered(ASKED, ServiceSays.NO_ANSWER)]
    assert "asking about a number failed" in caplog.text


def test_stopping_leaves_waiting_questions_unasked(qtbot: QtBot) -> None:
    began, go, asked = threading.Event(), threading.Event(), []

    def ask(look_up: LookUp) -> ServiceSays:
        asked.append(look_up)
        began.set()
        go.wait(5)
        return ServiceSays.UNKNOWN

    look_ups = asking(ask)
    look_ups.start()
    for _ in range(5):
        look_ups.ask(ASKED)
    assert began.wait(5)
    threading.Timer(0.02, go.set).start()

    look_ups.stop()

    assert asked == [ASKED]
    assert not look_ups._thread.is_alive()
