"""Linear barcodes in any direction: each strip of bars is laid upright and read by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from receiving_app.scanning.decoding import LINEAR, Decoded, search
from receiving_app.scanning.locating import Strip, cut, locate
from receiving_app.scanning.opencv import opencv

if TYPE_CHECKING:
    from receiving_app.scanning.frames import Frame

#: Rows averaged along the bars before another try: noise and scratches fade, bars that stand upright stay.
_AVERAGED = (9, 31)
#: The shortest codes of three characters change that often.
_FEWEST_CHANGES = 30
_NEIGHBOURS = 63  # columns; dark is what is darker than they are on average


def with_strips(grey: Frame, symbologies: Iterable[str], most: int = 6) -> tuple[Decoded, ...]:
    """Find the linear barcodes of these symbologies among the likeliest strips of a picture."""
    wanted = tuple(name for name in symbologies if name in LINEAR)
    return tuple(code for strip in locate(grey, most) for code in _read(grey, strip, wanted))


def _read(grey: Frame, strip: Strip, symbologies: tuple[str, ...]) -> tuple[Decoded, ...]:
    upright = cut(grey, strip)
    if not _has_bars(upright.frame):
        return ()
    for frame in _prepared(upright.frame):
        if found := search(frame, symbologies, upright=True).found:
            return tuple(replace(code, position=upright.outline(code.position), weak=True) for code in found)
    return ()


def _has_bars(upright: Frame) -> bool:
    """Say whether dark and light change often enough across a strip: an edge or a line of print is no code."""
    import numpy as np  # noqa: PLC0415 - only where pictures are read; it would slow the start

    profile = opencv().reduce(upright, 0, opencv().REDUCE_AVG, dtype=opencv().CV_32F)
    dark = profile < opencv().blur(profile, (_NEIGHBOURS, 1))
    return int(np.count_nonzero(np.diff(dark))) >= _FEWEST_CHANGES


def _prepared(upright: Frame) -> Iterator[Frame]:
    yield upright
    for rows in _AVERAGED:
        yield opencv().blur(upright, (1, rows))
