"""Starts the windowed station: a window that keeps scans at once, and behind it all that takes time to import."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from receiving_app.qt.keys import ScannerFilter
from receiving_app.scanning.wedge import Scan, Wedge, WedgeSettings
from receiving_app.settings import Settings
from ui.first_window import FirstWindow

#: A window that starts hidden or minimised is not painted; the station is built all the same.
_PAINTED_WITHIN_MS = 500


def run_window(settings: Settings) -> int:
    """Open the station's window and run until it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("a window needs a QApplication")
    early: list[Scan] = []
    keys = ScannerFilter(Wedge(WedgeSettings(prefix=settings.scanner_prefix)))
    keys.scanned.connect(early.append)
    keys.install(application)
    first = _show_first(application, settings)
    from receiving_app.app import StationApp, run

    keys.scanned.disconnect(early.append)
    station = StationApp(application, settings, keys=keys, early=early)
    station.show()
    # The first window goes once the other one is painted, so that no key falls between them.
    station.window.repaint()
    first.close()
    return run(station, application, settings)


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
