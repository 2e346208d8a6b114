"""Matrix codes that were found and could not be read: bent labels are bent back, as far as guessing goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from receiving_app.scanning.decoding import MATRIX, Decoded, Outline, search
from receiving_app.scanning.opencv import opencv

if TYPE_CHECKING:
    from receiving_app.scanning.frames import Frame

_AROUND = 0.25  # of a code's size, kept around it
_SIDE = 480  # pixels to which a cut-out is enlarged, where it is smaller
_BENDS = (-0.08, 0.08, -0.15, 0.15)  # of half the cut-out's side, at its edges


def with_damaged(grey: Frame, damaged: Iterable[Outline]) -> tuple[Decoded, ...]:
    """Read the largest of the matrix codes at these places; a decoder that fails often finds one code thrice."""
    place = max(damaged, key=_area, default=None)
    if place is None:
        return ()
    tries = (search(frame, MATRIX).found for frame in _bent(_cut_out(grey, place)))
    found = next(filter(None, tries), ())
    return tuple(replace(code, position=place, weak=True) for code in found)


def _area(outline: Outline) -> int:
    (left, top), (right, bottom) = _box(outline)
    return (right - left) * (bottom - top)


def _box(outline: Outline) -> tuple[tuple[int, int], tuple[int, int]]:
    columns, rows = zip(*outline, strict=True)
    return (min(columns), min(rows)), (max(columns), max(rows))


def _cut_out(grey: Frame, outline: Outline) -> Frame:
    (left, top), (right, bottom) = _box(outline)
    around = round(_AROUND * max(right - left, bottom - top)) + 4
    piece = grey[max(0, top - around) : bottom + around, max(0, left - around) : right + around]
    factor = max(1.0, _SIDE / max(piece.shape))
    cv2 = opencv()
    large: Frame = cv2.resize(piece, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
    return large


def _bent(piece: Frame) -> Iterator[Frame]:
    """Give a cut-out as it is, then bowed across, bowed along and bulging, each by little and by more, either way."""
    import numpy as np  # noqa: PLC0415 - only where a code is damaged

    cv2 = opencv()
    yield piece
    rows, columns = np.indices(piece.shape, dtype=np.float32)
    half_height, half_width = piece.shape[0] / 2, piece.shape[1] / 2
    down, across = rows / half_height - 1, columns / half_width - 1
    for bend in _BENDS:
        bulge = 1 + bend * (across**2 + down**2)
        for x, y in (
            (across, down + bend * across**2),
            (across + bend * down**2, down),
            (across * bulge, down * bulge),
        ):
            seen_x, seen_y = ((x + 1) * half_width).astype(np.float32), ((y + 1) * half_height).astype(np.float32)
            yield cv2.remap(piece, seen_x, seen_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
