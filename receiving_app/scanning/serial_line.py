"""Cuts the bytes of a scanner on a serial line into scans."""

from __future__ import annotations

import re
from dataclasses import dataclass

from receiving_app.domain.reading import Source
from receiving_app.scanning.wedge import Scan

_ENDS = re.compile(rb"[\r\n\t]")


@dataclass(frozen=True, slots=True)
class SerialSettings:
    """When bytes count as a scan; times in milliseconds."""

    pause_ms: int = 150  # a scanner that sends no end is silent that long after a code
    longest: int = 65_536  # bytes kept of one scan


class SerialLine:
    """Holds a line's bytes back until carriage return, line feed, tab or a pause ends them."""

    def __init__(self, settings: SerialSettings | None = None) -> None:
        self._settings = settings or SerialSettings()
        self._held = bytearray()
        self._started_ms = 0
        self._last_ms = 0

    @property
    def holding(self) -> bool:
        """Say whether bytes have come whose end has not."""
        return bool(self._held)

    @property
    def pause_ms(self) -> int:
        """Tell how long after the last byte a scan without an end is one."""
        return self._settings.pause_ms

    def take(self, content: bytes, now_ms: int) -> tuple[Scan, ...]:
        """Take what came, and give the scans that it ends."""
        *ended, rest = _ENDS.split(content)
        scans: list[Scan] = []
        for piece in ended:
            self._hold(piece, now_ms)
            scans += self._end(entered=True)
        self._hold(rest, now_ms)
        return tuple(scans)

    def expire(self, now_ms: int) -> tuple[Scan, ...]:
        """Give the scan that nothing ended, if it has paused long enough."""
        return self._end(entered=False) if now_ms - self._last_ms >= self._settings.pause_ms else ()

    def drop(self) -> None:
        """Forget a scan that broke off with its line."""
        self._held.clear()

    def _hold(self, piece: bytes, now_ms: int) -> None:
        if not piece:
            return
        if not self._held:
            self._started_ms = now_ms
        self._last_ms = now_ms
        # A byte more than is kept tells that there was more.
        self._held += piece[: self._settings.longest + 1 - len(self._held)]

    def _end(self, *, entered: bool) -> tuple[Scan, ...]:
        if not self._held:
            return ()
        raw = bytes(self._held[: self._settings.longest])
        truncated = len(self._held) > len(raw)
        self._held.clear()
        text = _text(raw)
        return (Scan(text, "", self._started_ms, self._last_ms, truncated, entered, Source.SERIAL, raw),)


def _text(raw: bytes) -> str:
    """Read bytes as UTF-8, else as Latin-1, in which every byte is a character."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
