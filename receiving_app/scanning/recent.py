"""Holds the last seconds of what a camera saw, in bounded memory."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from receiving_app.scanning import frames

if TYPE_CHECKING:
    from receiving_app.scanning.frames import Frame

#: Enough to see what hands do; each frame costs the camera's thread some 2 ms.
FRAMES_A_SECOND = 10
LONG_EDGE = 640
_QUALITY = 70  # per cent


@dataclass(frozen=True, slots=True)
class Footage:
    """Frames as JPEG files, oldest first, when the first was taken, and how long after it the last."""

    jpegs: tuple[bytes, ...]
    began_at: datetime
    lasted: timedelta

    @property
    def frames_a_second(self) -> float:
        """How fast it plays in its own time."""
        seconds = self.lasted.total_seconds()
        return (len(self.jpegs) - 1) / seconds if seconds > 0 else float(FRAMES_A_SECOND)


@dataclass(frozen=True, slots=True)
class _Shot:
    jpeg: bytes
    taken_at: datetime
    seen_s: float


class RecentFrames:
    """A ring of frames: seen on the camera's thread, asked for on any other."""

    def __init__(self, seconds: float, most_bytes: int) -> None:
        self._seconds = seconds
        self._most_bytes = most_bytes
        self._shots: deque[_Shot] = deque()
        self._bytes = 0
        self._lock = threading.Lock()

    @property
    def size(self) -> int:
        """How many bytes are held."""
        return self._bytes

    def see(self, frame: Frame, taken_at: datetime, now_s: float) -> None:
        """Hold a frame, small, unless one was held just before; what is too old or too much goes."""
        if self._shots and now_s - self._shots[-1].seen_s < 1 / FRAMES_A_SECOND:
            return
        jpeg = frames.encode_jpeg(frames.shrunk(frame, LONG_EDGE), _QUALITY)
        with self._lock:
            self._shots.append(_Shot(jpeg, taken_at, now_s))
            self._bytes += len(jpeg)
            while self._shots and (self._bytes > self._most_bytes or now_s - self._shots[0].seen_s > self._seconds):
                self._bytes -= len(self._shots.popleft().jpeg)

    def footage(self) -> Footage | None:
        """Give what is held; a film needs two frames."""
        with self._lock:
            shots = tuple(self._shots)
        if len(shots) < 2:
            return None
        lasted = timedelta(seconds=shots[-1].seen_s - shots[0].seen_s)
        return Footage(tuple(shot.jpeg for shot in shots), shots[0].taken_at, lasted)
