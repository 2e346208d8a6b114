"""Every barcode in a picture: the cheapest way of reading first, dearer ones only where it found nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from receiving_app.scanning import frames
from receiving_app.scanning.damaged import with_damaged
from receiving_app.scanning.decoding import LIVE, ON_FILE, Decoded, Outline, search, with_zbar
from receiving_app.scanning.opencv import opencv
from receiving_app.scanning.strips import with_strips

if TYPE_CHECKING:
    from receiving_app.scanning.frames import Frame

    Found = tuple[Decoded, ...]

#: Pixels of a picture's longer side; a larger one is looked at smaller first.
_LARGE = 1280
#: Below that many a picture is looked at larger, too.
_SMALL = 400
#: A picture on file may take that long, in milliseconds; a stage that is begun is ended.
ON_FILE_MS = 100.0


def read_picture(source: str | os.PathLike[str] | bytes, within_ms: float = ON_FILE_MS) -> Found:
    """Find the barcodes in a picture file or the bytes of one; raise PictureError if it is none."""
    return read(frames.grey(frames.read_picture(source)), within_ms)


def read(
    grey: Frame,
    within_ms: float = ON_FILE_MS,
    understood: Callable[[Found], bool] = bool,
    clock_s: Callable[[], float] = time.perf_counter,
) -> Found:
    """Find the barcodes in a picture, stage by stage, until it is understood or the time has gone."""
    until_s = clock_s() + within_ms / 1000
    found: dict[str, Decoded] = {}
    for stage in _stages(grey):
        found = {code.text: code for code in stage} | found
        if understood(tuple(found.values())) or clock_s() >= until_s:
            break
    return tuple(found.values())


def _stages(grey: Frame) -> Iterator[Found]:
    """Give what each stage finds; a stage runs when it is asked for."""
    shown = frames.shrunk(grey, _LARGE)
    factor = max(grey.shape) / max(shown.shape)
    first = search(shown, ON_FILE)
    yield _scaled(first.found, factor)
    yield _scaled(with_strips(shown, ON_FILE), factor)
    yield _scaled(with_damaged(shown, first.damaged), factor)
    yield _scaled(_softened(shown), factor)
    if factor > 1:
        yield search(grey, ON_FILE).found
    elif max(grey.shape) <= _SMALL:
        yield _scaled(_larger(grey), 0.5)


def _softened(grey: Frame) -> Found:
    """Search with zbar, which reads blotted print that has been smoothed."""
    return with_zbar(opencv().medianBlur(grey, 3), LIVE)


def _larger(grey: Frame) -> Found:
    cv2 = opencv()
    twice = cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    return tuple(replace(code, weak=True) for code in search(twice, ON_FILE).found)


def _scaled(found: Found, factor: float) -> Found:
    """Give codes found in a picture of another size with their places in this one."""
    return found if factor == 1 else tuple(replace(code, position=_outline(code.position, factor)) for code in found)


def _outline(corners: Outline, factor: float) -> Outline:
    first, second, third, fourth = ((round(x * factor), round(y * factor)) for x, y in corners)
    return first, second, third, fourth
