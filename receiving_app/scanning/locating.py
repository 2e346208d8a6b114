"""Where bars stand side by side in a picture, in whatever direction: found, cut out and laid upright for a decoder.

Both decoders scan along a picture's rows and columns, and are blind to bars turned by 25 to 60 degrees. Bars betray
themselves by their gradients, which all lie along one line: the structure tensor of small cells tells how much they do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from receiving_app.scanning.opencv import opencv

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from receiving_app.domain.reading import Point
    from receiving_app.scanning.frames import Frame

    Floats = npt.NDArray[np.float32]
    Outline = tuple[Point, Point, Point, Point]

_CELL = 8  # pixels; a cell holds a few bars
_BAND = 12  # rows of cells worked on at once, which then stay in the processor's cache
_SMOOTH = 1.5  # cells
_COHERENT = 0.7  # share of a cell's gradients that must lie along one line
_FAINT = 0.15  # of the strongest cells' energy; fainter ones are no bars
_FAINTEST = 600.0
_DIRECTIONS = 8
_FEWEST_CELLS = 8
_SHORTEST = 32  # pixels across the bars
_QUIET = 0.12  # of the length, beside the bars at either end
_TALLEST = 120  # pixels of the bars' height; more tells a decoder nothing new


@dataclass(frozen=True, slots=True)
class Strip:
    """A rectangle in which bars stand: its middle, its length across the bars and its height along them, in pixels.

    `turn` is the direction across the bars, in radians clockwise from the picture's rows.
    """

    middle: tuple[float, float]
    length: float
    height: float
    turn: float


def locate(grey: Frame, most: int = 6) -> tuple[Strip, ...]:
    """Give the likeliest strips of bars, the most promising first."""
    if min(grey.shape) < 2 * _CELL:
        return ()
    import numpy as np  # noqa: PLC0415 - only where pictures are read; it would slow the start

    along_x, along_y, both = _tensor(grey)
    energy, leaning = along_x + along_y, along_x - along_y
    coherence = np.hypot(leaning, 2 * both) / (energy + 1)
    strong = max(_FAINTEST, _FAINT * float(np.quantile(energy, 0.98)))
    bars = (coherence > _COHERENT) & (energy > strong)
    turns = 0.5 * np.arctan2(2 * both, leaning)
    found: list[tuple[float, Strip]] = []
    for n in range(_DIRECTIONS):
        apart = np.abs((turns - np.pi * n / _DIRECTIONS + np.pi / 2) % np.pi - np.pi / 2)
        for rows, columns in _patches(bars & (apart <= np.pi / _DIRECTIONS), most):
            turn = 0.5 * float(np.arctan2(2 * both[rows, columns].sum(), leaning[rows, columns].sum()))
            found.append(_strip(rows, columns, turn))
    found.sort(key=lambda each: -each[0])
    return _distinct([strip for _, strip in found if strip.length >= _SHORTEST], most)


@dataclass(frozen=True, slots=True)
class Upright:
    """A strip cut out and laid so that its bars stand, and the way back to where it was."""

    frame: Frame
    back: npt.NDArray[np.float32]  # 2 x 3: from here into the picture

    def outline(self, corners: Outline) -> Outline:
        """Tell where corners in the cut-out are in the picture."""
        first, second, third, fourth = (self.back @ (x, y, 1) for x, y in corners)
        return _point(first), _point(second), _point(third), _point(fourth)


def cut(grey: Frame, strip: Strip, scale: float = 2.0) -> Upright:
    """Give a strip upright, with quiet at both ends, enlarged by the scale."""
    import numpy as np  # noqa: PLC0415 - likewise

    cv2 = opencv()
    length = strip.length * (1 + 2 * _QUIET) + 4 * _CELL
    height = min(strip.height, _TALLEST)
    across, down = _axes(strip.turn)
    start = np.array(strip.middle) - across * length / 2 - down * height / 2
    back = np.stack([across / scale, down / scale, start], axis=1).astype(np.float32)
    size = (max(1, round(length * scale)), max(_CELL, round(height * scale)))
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    upright: Frame = cv2.warpAffine(grey, back, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return Upright(upright, back)


def _point(place: npt.NDArray[np.float32]) -> Point:
    return round(float(place[0])), round(float(place[1]))


def _tensor(grey: Frame) -> tuple[Floats, Floats, Floats]:
    """Give the structure tensor of every cell, smoothed: the means of dx*dx, dy*dy and dx*dy."""
    import numpy as np  # noqa: PLC0415 - likewise

    cv2 = opencv()
    rows, columns = grey.shape[0] // _CELL, grey.shape[1] // _CELL
    tensor = np.empty((3, rows, columns), np.float32)
    for top in range(0, rows, _BAND):
        bottom = min(top + _BAND, rows)
        size = (columns, bottom - top)
        # A row more at either edge, so that no gradient is made up at a seam.
        first = max(0, top * _CELL - 1)
        band = grey[first : bottom * _CELL + 1, : columns * _CELL]
        inner = slice(top * _CELL - first, bottom * _CELL - first)
        dx = cv2.Sobel(band, cv2.CV_32F, 1, 0)[inner]
        dy = cv2.Sobel(band, cv2.CV_32F, 0, 1)[inner]
        for part, product in enumerate((dx * dx, dy * dy, dx * dy)):
            tensor[part, top:bottom] = cv2.resize(product, size, interpolation=cv2.INTER_AREA)
    along_x, along_y, both = (cv2.GaussianBlur(part, (0, 0), _SMOOTH) for part in tensor)
    return along_x, along_y, both


def _patches(cells: npt.NDArray[np.bool_], most: int) -> Iterator[tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]]:
    """Give the rows and columns of the largest patches of cells that hang together."""
    import numpy as np  # noqa: PLC0415 - likewise

    cv2 = opencv()
    closed = cv2.morphologyEx(cells.view(np.uint8), cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    for label in np.argsort(-boxes[1:, cv2.CC_STAT_AREA])[:most] + 1:
        left, top, width, height, area = boxes[label]
        if area < _FEWEST_CELLS:
            return
        rows, columns = np.nonzero(labels[top : top + height, left : left + width] == label)
        yield rows + top, columns + left


def _strip(rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp], turn: float) -> tuple[float, Strip]:
    """Lay a rectangle around cells; give it with how well it looks like bars."""
    across, down = _axes(turn)
    along = (columns + 0.5) * across[0] + (rows + 0.5) * across[1]
    upright = (columns + 0.5) * down[0] + (rows + 0.5) * down[1]
    length, height = float(along.max() - along.min()) + 1, float(upright.max() - upright.min()) + 1
    middle = across * (along.max() + along.min()) / 2 + down * (upright.max() + upright.min()) / 2
    filled = min(1.0, rows.size / (length * height))
    strip = Strip((float(middle[0]) * _CELL, float(middle[1]) * _CELL), length * _CELL, height * _CELL, turn)
    return rows.size * filled**2, strip


def _axes(turn: float) -> tuple[Floats, Floats]:
    import numpy as np  # noqa: PLC0415 - likewise

    cosine, sine = np.cos(turn), np.sin(turn)
    return np.array([cosine, sine], np.float32), np.array([-sine, cosine], np.float32)


def _distinct(strips: list[Strip], most: int) -> tuple[Strip, ...]:
    """Give the first strips; the same bars may be found under two directions."""
    kept: list[Strip] = []
    for strip in strips:
        if not any(_is_near(strip, other) for other in kept):
            kept.append(strip)
            if len(kept) == most:
                break
    return tuple(kept)


def _is_near(one: Strip, other: Strip) -> bool:
    aside = abs(one.middle[0] - other.middle[0]) + abs(one.middle[1] - other.middle[1])
    return aside < 2 * _CELL and abs(one.length - other.length) < 4 * _CELL
