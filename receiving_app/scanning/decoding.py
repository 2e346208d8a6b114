"""Barcodes in a frame or picture: zxing-cpp first, zbar where it found nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, cast

from receiving_app.domain.reading import Point, Reading, Source
from receiving_app.scanning import frames

if TYPE_CHECKING:
    import zxingcpp

    from receiving_app.scanning.frames import Frame

#: The symbologies looked for in every live frame; zbar takes the same ones: with all of them it invents readings.
LIVE = ("code128", "code39", "qr")
#: Dearer to look for, so in turns: every third frame.
LIVE_IN_TURNS = (*LIVE, "datamatrix")
#: What a picture on file is searched for.
ON_FILE = (
    *LIVE_IN_TURNS,
    *("code93", "pdf417", "aztec", "itf", "ean13", "ean8", "upca", "upce", "maxicode", "codabar"),
)

_ZXING_NAMES = {
    "code128": "Code128",
    "code39": "Code39",
    "code93": "Code93",
    "qr": "QRCode",
    "datamatrix": "DataMatrix",
    "pdf417": "PDF417",
    "aztec": "Aztec",
    "itf": "ITF",
    "ean13": "EAN13",
    "ean8": "EAN8",
    "upca": "UPCA",
    "upce": "UPCE",
    "maxicode": "MaxiCode",
    "codabar": "Codabar",
}
_ZBAR_NAMES = {
    "code128": "CODE128",
    "code39": "CODE39",
    "code93": "CODE93",
    "qr": "QRCODE",
    "itf": "I25",
    "ean13": "EAN13",
    "ean8": "EAN8",
    "upca": "UPCA",
    "upce": "UPCE",
    "codabar": "CODABAR",
}
# These have no check digit of their own: any row of stripes holds a short one.
_SHORTEST = {"itf": 6, "codabar": 6, "code39": 2}


@dataclass(frozen=True, slots=True)
class Decoded:
    """One barcode as decoded: plain text with its control characters, and the bytes themselves.

    `identifier` is the AIM symbology identifier (such as "]C1"), empty where the decoder does not say.
    """

    text: str
    raw: bytes
    symbology: str
    position: tuple[Point, Point, Point, Point]
    identifier: str = ""

    def reading(self, source: Source, read_at: datetime, photo: str | None = None) -> Reading:
        """Make the reading of it; `photo` is the SHA-256 (hex) of the picture it was in."""
        return Reading(self.text, self.raw, source, read_at, self.symbology, self.position, photo)


def read_picture(source: str | os.PathLike[str] | bytes) -> tuple[Decoded, ...]:
    """Find every barcode in a picture file or the bytes of one; raise PictureError if it is none."""
    picture = frames.grey(frames.read_picture(source))
    return with_zxing(picture, ON_FILE) or with_zbar(picture, ON_FILE)


@dataclass(frozen=True, slots=True)
class Turns:
    """How often the dearer searches have their turn, in frames."""

    datamatrix: int = 3
    zbar: int = 10


class LiveDecoder:
    """Reads the frames of a camera one after another, within a time that the caller grants on average."""

    def __init__(self, turns: Turns | None = None, clock_s: Callable[[], float] = time.perf_counter) -> None:
        self._turns = turns or Turns()
        self._clock_s = clock_s
        self._frames = 0
        self._saved_ms = 0.0
        self._zbar_ms = 0.0

    @property
    def round(self) -> int:
        """Tell after how many frames every search has had its turn."""
        return max(self._turns.datamatrix, self._turns.zbar)

    def read(self, grey: Frame, budget_ms: float) -> tuple[Decoded, ...]:
        """Find the barcodes in a frame; time not spent on easy frames is saved for zbar's turn."""
        started = self._clock_s()
        self._frames += 1
        wanted = LIVE if self._frames % self._turns.datamatrix else LIVE_IN_TURNS
        found = with_zxing(grey, wanted)
        self._saved_ms = min(self._saved_ms + budget_ms - self._ms_since(started), self._turns.zbar * budget_ms)
        if not found and self._frames % self._turns.zbar == 0 and self._saved_ms >= self._zbar_ms:
            found = self._with_zbar(grey)
        return found

    def _with_zbar(self, grey: Frame) -> tuple[Decoded, ...]:
        started = self._clock_s()
        found = with_zbar(grey, LIVE)
        self._zbar_ms = self._ms_since(started)
        self._saved_ms -= self._zbar_ms
        return found

    def _ms_since(self, started: float) -> float:
        return (self._clock_s() - started) * 1000


def with_zxing(picture: Frame, symbologies: Iterable[str]) -> tuple[Decoded, ...]:
    """Search a picture with zxing-cpp for these symbologies alone."""
    import zxingcpp  # noqa: PLC0415 - the station starts without a decoder

    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat[_ZXING_NAMES[name]] for name in symbologies])
    # The default text shows control characters and GS1 in a form made for people.
    found = zxingcpp.read_barcodes(picture, formats=formats, text_mode=zxingcpp.TextMode.Plain)
    return _credible(_from_zxing(barcode) for barcode in found)


def with_zbar(picture: Frame, symbologies: Iterable[str]) -> tuple[Decoded, ...]:
    """Search a picture with zbar for these symbologies, as far as it knows them."""
    pyzbar = _pyzbar()
    if pyzbar is None:
        return ()
    names = {_ZBAR_NAMES[name]: name for name in symbologies if name in _ZBAR_NAMES}
    found = pyzbar.decode(picture, symbols=[pyzbar.ZBarSymbol[name] for name in names])
    return _credible(
        Decoded(code.data.decode("utf-8", "replace"), code.data, names[code.type], _corners(*code.rect))
        for code in found
        if code.type in names
    )


@cache
def _pyzbar() -> ModuleType | None:
    try:
        from pyzbar import pyzbar  # noqa: PLC0415 - the station starts without a decoder
    except ImportError:  # the system's libzbar is missing: zxing-cpp reads alone
        return None
    return cast("ModuleType", pyzbar)


def _credible(found: Iterable[Decoded]) -> tuple[Decoded, ...]:
    return tuple(code for code in found if len(code.text) >= _SHORTEST.get(code.symbology, 1))


def _from_zxing(barcode: zxingcpp.Barcode) -> Decoded:
    name = barcode.format.name
    symbology = _ZXING_SYMBOLOGIES.get(name, name.lower())
    place = barcode.position
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    first, second, third, fourth = ((corner.x, corner.y) for corner in corners)
    return Decoded(barcode.text, barcode.bytes, symbology, (first, second, third, fourth), barcode.symbology_identifier)


_ZXING_SYMBOLOGIES = {theirs: ours for ours, theirs in _ZXING_NAMES.items()}


def _corners(left: int, top: int, width: int, height: int) -> tuple[Point, Point, Point, Point]:
    right, bottom = left + width, top + height
    return (left, top), (right, top), (right, bottom), (left, bottom)
