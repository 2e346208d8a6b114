"""The first window: painted before the station is built, and no scan of that time is lost."""

from __future__ import annotations

import subprocess
import sys

from pytestqt.qtbot import QtBot

from ui.first_window import FirstWindow

_SLOW = {"alembic", "cv2", "numpy", "pydantic", "requests", "sqlalchemy", "receiving_app.app", "ui.main_window"}


def test_the_first_window_waits_for_nothing_that_is_slow_to_import() -> None:
    names = subprocess.run(
        [sys.executable, "-c", "import sys, receiving_app.__main__, receiving_app.start; print(*sys.modules)"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout.split()
    assert _SLOW.isdisjoint(names)


def test_the_first_scan_waits_for_no_screen_that_nobody_opened() -> None:
    names = subprocess.run(
        [sys.executable, "-c", "import sys, receiving_app.app; print(*sys.modules)"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout.split()
    assert {"ui.review.screen", "alembic", "cv2", "requests", "sqlalchemy"}.isdisjoint(names)


def test_the_first_window_says_when_it_is_painted(qtbot: QtBot) -> None:
    first = FirstWindow(dark=True)
    qtbot.addWidget(first)
    with qtbot.waitSignal(first.painted):
        first.show()
