"""Notices that nobody touches the station."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputEvent

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Idle(QObject):
    """Says once that neither key nor mouse was touched for a while; `touched` counts as a touch too."""

    passed = Signal()

    def __init__(self, within: timedelta, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.passed)
        self.wait_for(within)

    def install(self, application: QCoreApplication) -> None:
        """Watch every window of the application."""
        application.installEventFilter(self)

    def wait_for(self, within: timedelta) -> None:
        """Say it after this time from now on."""
        interval = max(1, round(within / timedelta(milliseconds=1)))
        if interval != self._timer.interval():
            self._timer.setInterval(min(interval, 2**31 - 1))

    def watch(self, *, whether: bool) -> None:
        """Begin anew, or stop watching."""
        if whether:
            self._timer.start()
        else:
            self._timer.stop()

    def touched(self) -> None:
        """Begin to wait anew, where it is watched."""
        if self._timer.isActive():
            self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look on; every event goes its way."""
        # Thousands of other events pass here while a window is built, and asking for their type is slow.
        if isinstance(event, QInputEvent) and event.type() in _TOUCHES:
            self.touched()
        return False
