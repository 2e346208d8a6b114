"""Barcodes in a picture as the decoders see them: zxing-cpp, and zbar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, cast

from receiving_app.domain.reading import Point, Reading, Source
from receiving_app.domain.vehicle_number import without_identifier

#: The corners of a code, clockwise from its top left.
Outline = tuple[Point, Point, Point, Point]

if TYPE_CHECKING:
    import zxingcpp

    from receiving_app.scanning.frames import Frame

#: What stands on shipping labels; zbar takes these alone: with all symbologies it invents readings.
LIVE = ("code128", "code39", "qr")
#: What a picture on file is searched for.
ON_FILE = (
    *LIVE,
    "datamatrix",
    *("code93", "pdf417", "aztec", "itf", "ean13", "ean8", "upca", "upce", "maxicode", "codabar"),
)

#: Rows of bars; all others are matrices of dots or stacks of rows.
LINEAR = ("code128", "code39", "code93", "itf", "ean13", "ean8", "upca", "upce", "codabar")
MATRIX = tuple(name for name in ON_FILE if name not in LINEAR)

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

    `identifier` is the AIM symbology identifier (such as "]C1"), empty where the decoder does not say. A `weak` one
    was read from a prepared picture, which now and then makes a reading up: more frames must agree on it.
    """

    text: str
    raw: bytes
    symbology: str
    position: Outline
    identifier: str = ""
    weak: bool = False

    def reading(self, source: Source, read_at: datetime, photo: str | None = None) -> Reading:
        """Make the reading of it; `photo` is the SHA-256 (hex) of the picture it was in."""
        return Reading(self.text, self.raw, source, read_at, self.symbology, self.position, photo)


def with_zxing(picture: Frame, symbologies: Iterable[str]) -> tuple[Decoded, ...]:
    """Search a picture with zxing-cpp for these symbologies alone."""
    return search(picture, symbologies).found


@dataclass(frozen=True, slots=True)
class Search:
    """What zxing-cpp found, and the outlines of codes that it found and could not read."""

    found: tuple[Decoded, ...]
    damaged: tuple[Outline, ...]


def search(picture: Frame, symbologies: Iterable[str], *, upright: bool = False) -> Search:
    """Search a picture with zxing-cpp; in an `upright` one bars stand, dark on light."""
    import zxingcpp  # noqa: PLC0415 - the station starts without a decoder

    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat[_ZXING_NAMES[name]] for name in symbologies])
    codes = zxingcpp.read_barcodes(
        picture,
        formats=formats,
        # The default text shows control characters and GS1 in a form made for people.
        text_mode=zxingcpp.TextMode.Plain,
        try_rotate=not upright,
        try_downscale=not upright,
        return_errors=True,
    )
    found = _credible(_from_zxing(code) for code in codes if code.valid)
    return Search(found, tuple(_outline(code) for code in codes if not code.valid))


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
    text = without_identifier(barcode.text)
    return Decoded(text, barcode.bytes, symbology, _outline(barcode), barcode.symbology_identifier)


def _outline(barcode: zxingcpp.Barcode) -> Outline:
    place = barcode.position
    corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
    first, second, third, fourth = ((corner.x, corner.y) for corner in corners)
    return first, second, third, fourth


_ZXING_SYMBOLOGIES = {theirs: ours for ours, theirs in _ZXING_NAMES.items()}


def _corners(left: int, top: int, width: int, height: int) -> Outline:
    right, bottom = left + width, top + height
    return (left, top), (right, top), (right, bottom), (left, bottom)
