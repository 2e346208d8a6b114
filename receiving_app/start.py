"""Starts the windowed station: a window that keeps scans at once, and behind it all that takes time to import."""

from __future__ import annotations

import gc
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from receiving_app.qt.keys import ScannerFilter
from receiving_app.scanning.wedge import Scan, Wedge, WedgeSettings
from receiving_app.settings import Settings
from ui.first_window import FirstWindow

if TYPE_CHECKING:
    from receiving_app.acts.outcome import Outcome
    from receiving_app.clock import StationClock
    from receiving_app.qt.opening import Opening

#: A window that starts hidden or minimised is not painted; the station is built all the same.
_PAINTED_WITHIN_MS = 500
_PAINTED_OVER_WITHIN_MS = 200
#: Past this the memory is being migrated, or its disk is slow: the main window shows without it.
_OPENED_WITHIN_MS = 2000
#: An import leaves no rubbish; to look for some 700 new objects at a time, as Python does, takes a tenth of the start.
_OBJECTS_BETWEEN_COLLECTIONS = 50_000


def run_window(settings: Settings) -> int:
    """Open the station's window and run until it is closed."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("a window needs a QApplication")
    early: list[Scan] = []
    keys = ScannerFilter(Wedge(WedgeSettings(prefix=settings.scanner_prefix)))
    keys.scanned.connect(early.append)
    keys.install(application)
    first = _show_first(application, settings)
    from receiving_app.clock import StationClock
    from receiving_app.qt.messages import log_messages

    log_messages()
    clock = StationClock()
    with ExitStack() as held:
        opening = _open(settings, clock, held)
        answers = _answer(first, opening, early, clock)
        from receiving_app.app import StationApp

        keys.scanned.disconnect(early.append)
        station = StationApp(application, settings, clock, keys=keys, early=early, answers=answers)
        held.callback(station.close)
        station.show()
        if isinstance(opening, str):
            station.show_problem(opening)
        else:
            station.open(opening)
        # The first window goes once the other one is painted over it, so that no key falls between them.
        QTimer.singleShot(_PAINTED_OVER_WITHIN_MS, first.close)
        ended = application.exec()
        return ended or 3 if isinstance(opening, str) else ended


def _show_first(application: QApplication, settings: Settings) -> FirstWindow:
    """Show the first window and wait until it is painted."""
    system_is_dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    first = FirstWindow(dark=settings.theme == "dark" or (settings.theme == "system" and system_is_dark))
    painted = QEventLoop()
    first.painted.connect(painted.quit, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(_PAINTED_WITHIN_MS, painted.quit)
    first.setGeometry(first.screen().availableGeometry())
    first.showMaximized()
    first.activateWindow()
    painted.exec()
    return first


def _open(settings: Settings, clock: StationClock, held: ExitStack) -> Opening | str:
    """Open the memory behind the first window, where nothing else runs meanwhile; a sentence says why it can't."""
    from receiving_app.logs import start_log
    from receiving_app.qt.instance import FolderInUseError, FolderLock
    from receiving_app.qt.opening import Opening

    try:
        held.enter_context(FolderLock(settings.data_folder))
        start_log(settings.data_folder)
    except (FolderInUseError, OSError) as error:
        return str(error)
    opening = Opening(settings, clock)
    opened = QEventLoop()
    opening.opened.connect(opened.quit)
    opening.failed.connect(opened.quit)
    QTimer.singleShot(_OPENED_WITHIN_MS, opened.quit)
    opening.start()
    opened.exec()
    return opening


def _answer(first: FirstWindow, opening: Opening | str, early: list[Scan], clock: StationClock) -> tuple[Outcome, ...]:
    """Judge what was scanned so far and show it: to import and to build the station's window takes longer than that."""
    from receiving_app.qt.opening import Opened

    if isinstance(opening, str) or not isinstance(opening.result, Opened) or not early:
        return ()
    from receiving_app.desks.early import answered_early
    from ui.dock.panel_content import content_of

    now = clock.now()
    answers = answered_early(opening.result, early, now)
    if answers is None:
        return ()
    early.clear()
    first.show_answer(content_of(answers[-1], opening.result.policy, clock.corrected()))
    return answers
