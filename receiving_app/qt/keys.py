"""Takes a scanner's keys at the window, before any widget sees them."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow

from receiving_app.scanning.wedge import Decision, Key, Wedge, control_character

_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}
#: What X11 and Wayland add to a key's PC number.
_SCAN_CODE_OFFSETS = {"xcb": 8, "wayland": 8, "offscreen": 8, "windows": 0}


def _monotonic_ms() -> int:
    return time.monotonic_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class _Held:
    window: QWindow
    event: QKeyEvent


class ScannerFilter(QObject):
    """An event filter for the application: scans come out as a signal, typing goes on to its window.

    Nothing of a scan reaches a widget or a shortcut. A person's printable keys arrive `hold_ms` later.
    """

    scanned = Signal(object)  # scanning.wedge.Scan

    def __init__(
        self,
        wedge: Wedge,
        clock_ms: Callable[[], int] = _monotonic_ms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._wedge = wedge
        self._clock_ms = clock_ms
        self._offset = _SCAN_CODE_OFFSETS.get(QGuiApplication.platformName().split("-")[0])
        self._held: list[_Held] = []
        self._typed: deque[_Held] = deque()
        self._replayed: QKeyEvent | None = None
        self._down: set[int] = set()  # swallowed keys whose release is still to come
        self._last_ms = 0
        self._last_seen_ms = 0
        self._patience = _single_shot(self, Qt.TimerType.PreciseTimer)
        self._patience.timeout.connect(self._look_once_more)
        self._second_look = _single_shot(self, Qt.TimerType.CoarseTimer)
        self._second_look.timeout.connect(self._settle)

    def install(self, application: QGuiApplication) -> None:
        """Listen to every window of the application."""
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep a scanner's keys from the windows; everything else passes."""
        # Thousands of other events pass here while a window is built, and asking for their type is slow.
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWindow) or event is self._replayed:
            return False
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride):
            return False
        if event.key() in _MODIFIERS:
            return False
        if kind == QEvent.Type.ShortcutOverride:
            return self._keep_from_shortcuts(event)
        if kind == QEvent.Type.KeyRelease:
            return self._release(watched, event)
        return self._press(watched, event)

    def _keep_from_shortcuts(self, event: QKeyEvent) -> bool:
        key = self._key(event)
        if not key.printable and not self._wedge.awaits(key.at_ms):
            return False
        event.accept()
        return True

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        place = _place(event)
        if event.isAutoRepeat() and place in self._down:
            return True
        self._down.discard(place)
        key = self._key(event)
        decision = self._wedge.press(key)
        if decision.take:
            self._last_ms, self._last_seen_ms = key.at_ms, self._clock_ms()
        self._apply(decision, _Held(window, event))
        return decision.take

    def _release(self, window: QWindow, event: QKeyEvent) -> bool:
        place = _place(event)
        if any(_place(held.event) == place for held in self._held):
            self._held.append(_Held(window, event.clone()))
            return True
        if place in self._down:
            if not event.isAutoRepeat():
                self._down.discard(place)
            return True
        return False

    def _apply(self, decision: Decision, pressed: _Held | None = None) -> None:
        # Everything is in order before the first call that may run an event loop of its own.
        if decision.replay:
            self._typed.extend(self._held)
            self._held = []
        elif decision.scan:
            self._swallow_held()
        if decision.take and pressed is not None:
            self._take(pressed)
        self._wait()
        self._replay()
        if decision.scan:
            self.scanned.emit(decision.scan)

    def _take(self, pressed: _Held) -> None:
        if self._wedge.holding and not self._wedge.certain:
            self._held.append(_Held(pressed.window, pressed.event.clone()))
        else:
            self._swallow_held()
            self._down.add(_place(pressed.event))

    def _swallow_held(self) -> None:
        for held in self._held:
            place = _place(held.event)
            if held.event.type() == QEvent.Type.KeyPress:
                self._down.add(place)
            else:
                self._down.discard(place)
        self._held = []

    def _replay(self) -> None:
        # A typed key may open a dialog with an event loop of its own, and keys held meanwhile queue up behind.
        while self._typed:
            typed = self._typed.popleft()
            if shiboken6.isValid(typed.window):
                self._replayed = typed.event
                QCoreApplication.sendEvent(typed.window, typed.event)
        self._replayed = None

    def _wait(self) -> None:
        self._second_look.stop()
        if self._wedge.holding:
            self._patience.start(self._wedge.patience_ms + 1)
        else:
            self._patience.stop()

    @Slot()
    def _look_once_more(self) -> None:
        # After a busy time the timer may come before the keys that wait in the queue: let those in first.
        self._second_look.start(0)

    @Slot()
    def _settle(self) -> None:
        passed = self._clock_ms() - self._last_seen_ms
        self._apply(self._wedge.expire(self._last_ms + passed))

    def _key(self, event: QKeyEvent) -> Key:
        modifiers = event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        alternative = bool(modifiers & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier))
        return Key(
            text=_text(event, control=control, alternative=alternative),
            at_ms=event.timestamp() or self._clock_ms(),
            scan_code=self._scan_code(event),
            shift=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            control=control,
            ends=event.key() in _ENDS and not control and not alternative,
            repeats=event.isAutoRepeat(),
            name=QKeySequence(event.key()).toString(),
        )

    def _scan_code(self, event: QKeyEvent) -> int:
        if self._offset is None:
            return 0
        return max(0, event.nativeScanCode() - self._offset)


def _text(event: QKeyEvent, *, control: bool, alternative: bool) -> str:
    text = event.text()
    if alternative:  # Alt with a letter is a menu's key; Alt and Ctrl together are how Windows says AltGr
        return text if control else ""
    return control_character(text) if control and text >= " " else text


def _place(event: QKeyEvent) -> int:
    # Shift may be let go before the key, and then the key has another name.
    return event.nativeScanCode() or -int(event.key())


def _single_shot(parent: QObject, precision: Qt.TimerType) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setTimerType(precision)
    return timer
