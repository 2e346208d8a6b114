"""What each frame of a camera is searched for: the cheap ways always, the dearer ones in turns, within a budget."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from receiving_app.scanning.decoding import LINEAR, LIVE, Decoded, with_zbar, with_zxing
from receiving_app.scanning.strips import with_strips

if TYPE_CHECKING:
    from receiving_app.scanning.frames import Frame

    Found = tuple[Decoded, ...]

_WITH_DATAMATRIX = (*LIVE, "datamatrix")
_MOST_STRIPS = 4


@dataclass(frozen=True, slots=True)
class Turns:
    """How often the dearer searches have their turn, in frames."""

    strips: int = 2
    datamatrix: int = 15
    zbar: int = 90


class LiveDecoder:
    """Reads the frames of a camera one after another, within a time that the caller grants on average."""

    def __init__(self, turns: Turns | None = None, clock_s: Callable[[], float] = time.perf_counter) -> None:
        self._turns = turns or Turns()
        self._clock_s = clock_s
        self._frames = 0
        self._saved_ms = 0.0
        self._dear_ms = {"strips": 0.0, "zbar": 0.0}  # what each took the last time
        self._found: Found = ()

    @property
    def round(self) -> int:
        """Tell after how many frames every search has had its turn."""
        return max(self._turns.strips, self._turns.datamatrix, self._turns.zbar)

    def read(self, grey: Frame, budget_ms: float) -> Found:
        """Find the barcodes in a frame; time not spent on easy frames is saved for the dearer searches' turns."""
        self._frames += 1
        self._saved_ms = min(self._saved_ms + budget_ms, self._turns.zbar * budget_ms)
        turned = self._has_turn("strips", self._turns.strips)
        found: Found = ()
        # While nothing is in view the two take turns: one of them a frame keeps up with the camera.
        if turned and not self._found:
            found = self._strips(grey)
        if found or self._found or not turned:
            whole = self._timed(lambda: with_zxing(grey, self._wanted()))
            self._found = whole
            if turned and not found and not any(code.symbology in LINEAR for code in whole):
                found = self._strips(grey)
            found = whole + tuple(code for code in found if code.text not in {known.text for known in whole})
        if not found and self._has_turn("zbar", self._turns.zbar):
            found = self._timed(lambda: with_zbar(grey, LIVE), "zbar")
        return found

    def _strips(self, grey: Frame) -> Found:
        return self._timed(lambda: with_strips(grey, LIVE, _MOST_STRIPS), "strips")

    def _wanted(self) -> tuple[str, ...]:
        # One that was found is looked for until it has gone: the frames that must agree follow each other.
        seen = any(code.symbology not in LIVE for code in self._found)
        return _WITH_DATAMATRIX if seen or self._frames % self._turns.datamatrix == 0 else LIVE

    def _has_turn(self, search: str, every: int) -> bool:
        return self._frames % every == 0 and self._saved_ms >= self._dear_ms[search]

    def _timed(self, search: Callable[[], Found], name: str = "") -> Found:
        started = self._clock_s()
        found = search()
        taken_ms = (self._clock_s() - started) * 1000
        self._saved_ms -= taken_ms
        if name:
            self._dear_ms[name] = taken_ms
        return found
