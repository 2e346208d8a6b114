"""Believe a camera's reading once frames agree on it, then stay quiet about it until it has left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar


class Code(Protocol):
    """Anything with the text of a code, and whether it was read weakly."""

    @property
    def text(self) -> str: ...

    @property
    def weak(self) -> bool: ...


C = TypeVar("C", bound=Code)


@dataclass(frozen=True, slots=True)
class SteadySettings:
    """How much proof and how much quiet; times in seconds."""

    agreeing: int = 2  # frames that must show the same text
    agreeing_weakly: int = 3  # where each was read weakly only
    within_s: float = 0.6  # at most this far apart
    absent_s: float = 1.0  # out of view this long, and the same text counts anew


@dataclass(slots=True)
class _Sighting:
    frames: int
    last_s: float
    weak: bool = True
    told: bool = False


class Steady:
    """Remembers what has been in view, one text at a time; time is given by the caller."""

    def __init__(self, settings: SteadySettings | None = None) -> None:
        self._settings = settings or SteadySettings()
        self._sightings: dict[str, _Sighting] = {}

    @property
    def doubtful(self) -> bool:
        """Say whether a text has been seen that another frame must still confirm."""
        return any(not sighting.told for sighting in self._sightings.values())

    def see(self, codes: Iterable[C], now_s: float) -> tuple[C, ...]:
        """Take the codes of one frame; give back those that this frame makes believable, together."""
        self._forget(now_s)
        by_text = {code.text: code for code in codes}
        return tuple(code for code in by_text.values() if self._believes(code, now_s))

    def remain(self, codes: Iterable[Code], now_s: float) -> None:
        """Take it that these codes are still in view, in a frame that was not read because nothing moved."""
        for code in codes:
            if sighting := self._sightings.get(code.text):
                sighting.last_s = now_s

    def _believes(self, code: Code, now_s: float) -> bool:
        sighting = self._sightings.setdefault(code.text, _Sighting(0, now_s))
        sighting.frames += 1
        sighting.last_s = now_s
        sighting.weak = sighting.weak and code.weak
        enough = self._settings.agreeing_weakly if sighting.weak else self._settings.agreeing
        if sighting.told or sighting.frames < enough:
            return False
        sighting.told = True
        return True

    def _forget(self, now_s: float) -> None:
        for text, sighting in list(self._sightings.items()):
            patience = self._settings.absent_s if sighting.told else self._settings.within_s
            if now_s - sighting.last_s > patience:
                del self._sightings[text]
