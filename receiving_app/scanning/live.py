"""One camera frame after another: look only where something changed, tell only what two frames agree on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from receiving_app.scanning import frames
from receiving_app.scanning.decoding import Decoded
from receiving_app.scanning.steady import Steady
from receiving_app.scanning.turns import LiveDecoder

if TYPE_CHECKING:
    from receiving_app.scanning.frames import Frame

#: Milliseconds that reading a frame may take on average: thirty frames a second.
FRAME_BUDGET_MS = 1000 / 30


@dataclass(frozen=True, slots=True)
class Look:
    """What one frame showed: every code in view, and those just become believable."""

    in_view: tuple[Decoded, ...] = ()
    believed: tuple[Decoded, ...] = ()


class LiveReader:
    """Gate, decoder and patience for one camera, from its opening to its closing."""

    def __init__(self, decoder: LiveDecoder | None = None, steady: Steady | None = None) -> None:
        self._gate = frames.Gate()
        self._decoder = decoder or LiveDecoder()
        self._steady = steady or Steady()
        self._tries_left = 0
        self._in_view: dict[str, Decoded] = {}

    def look(self, grey: Frame, now_s: float) -> Look:
        """Read a frame, or know without reading that it shows what the last one did."""
        if self._gate.changed(grey):
            # A code may need its symbology's turn or zbar's, so a new scene is tried for a whole round.
            self._tries_left = self._decoder.round
            self._in_view = {}
        if not self._tries_left and not self._steady.doubtful:
            self._steady.remain(self._in_view.values(), now_s)
            return Look(tuple(self._in_view.values()))
        self._tries_left = max(0, self._tries_left - 1)
        found = self._decoder.read(grey, FRAME_BUDGET_MS)
        self._in_view |= {code.text: code for code in found}
        return Look(tuple(self._in_view.values()), self._steady.see(found, now_s))
