"""One thing read from a label, as it came in, before anybody says what it means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Point = tuple[int, int]


class Source(StrEnum):
    """How a reading came in."""

    WEDGE = "wedge"
    SERIAL = "serial"
    CAMERA = "camera"
    PICTURE = "picture"
    OCR = "ocr"
    TYPED = "typed"


#: Command barcodes and badges count from these only: a parcel could carry a printed command before the camera.
HAND_HELD = frozenset({Source.WEDGE, Source.SERIAL})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a scanner, camera, picture or person gave: kept whole, control characters included.

    `raw` are the bytes as decoded (UTF-8 of the text where a keyboard gave no bytes); `symbology` is a lower-case
    name such as "code128" or "qr", empty when the device did not say; `position` are the four corners in picture
    pixels, clockwise from the top left; `photo` is the SHA-256 (hex) of the picture that was read.
    """

    text: str
    raw: bytes
    source: Source
    read_at: datetime
    symbology: str = ""
    position: tuple[Point, Point, Point, Point] | None = None
    photo: str | None = None
