"""Scans as key events, put into a window's event queue as a keyboard scanner would."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow

_KINDS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


def type_scan(window: QWindow, text: str) -> None:
    """Put the keys of a scan, Enter included, into a window's event queue."""
    at_ms = time.monotonic_ns() // 1_000_000
    for place, letter in enumerate(f"{text}\r"):
        post_key(window, letter, at_ms + place)


def post_key(window: QWindow, letter: str, at_ms: int) -> None:
    """Put one key, pressed and let go, into a window's event queue."""
    key = {"\r": Qt.Key.Key_Return}.get(letter) or Qt.Key(ord(letter.upper()))
    shift = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else Qt.KeyboardModifier.NoModifier
    for kind in _KINDS:
        event = QKeyEvent(kind, key, shift, letter)
        event.setTimestamp(at_ms)
        QCoreApplication.postEvent(window, event)
