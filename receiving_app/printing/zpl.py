"""Labels as ZPL: the painted page sent dot by dot, so that what comes out is what the preview shows.

The printer's own fonts know neither Arabic nor emoji, and its own bars would be a second layout to keep right.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from receiving_app.printing.documents import Document
from receiving_app.printing.rendering import layouts, picture

#: One graphic field holds at most 99,999 bytes; a band of a label is far below that.
_BAND = 200
_ZERO, _FULL = "0", "F"
_PAPER, _INK = 0xFFFFFFFF, 0xFF000000


def labels(document: Document, dpi: int, copies: int = 1, *, is_copy: bool = False) -> bytes:
    """Give a label document as a label printer reads it, a format for each page; `dpi` is the printer's."""
    formats = []
    for place in range(len(layouts(document))):
        page = picture(document, place, dpi, is_copy=is_copy)
        fields = "".join(_bands(page))
        formats.append(f"^XA^PW{page.width()}^LL{page.height()}^LH0,0{fields}^PQ{copies}^XZ\n")
    return "".join(formats).encode("ascii")


def _bands(page: QImage) -> Iterator[str]:
    """Give the graphic fields of a page, from top to bottom."""
    dots = page.convertToFormat(QImage.Format.Format_Mono, [_PAPER, _INK], Qt.ImageConversionFlag.ThresholdDither)
    width = (dots.width() + 7) // 8
    memory, whole = bytes(dots.constBits()), dots.width() % 8
    last = 0xFF << (8 - whole) & 0xFF if whole else 0xFF  # what stands behind the last dot is anybody's guess
    rows = [
        memory[start : start + width - 1] + bytes([memory[start + width - 1] & last])
        for start in range(0, len(memory), dots.bytesPerLine())
    ]
    for top in range(0, len(rows), _BAND):
        band = rows[top : top + _BAND]
        size = len(band) * width
        yield f"^FO0,{top}^GFA,{size},{size},{width},{''.join(_compressed(band))}^FS"


def _compressed(rows: list[bytes]) -> Iterator[str]:
    """Write rows as hexadecimal with ZPL's abbreviations: repeats, the rest of a row, and a row like the one before."""
    before: bytes | None = None
    for row in rows:
        if row == before:
            yield ":"
            continue
        before = row
        text = row.hex().upper()
        ending = text[-1]
        if ending in {_ZERO, _FULL}:
            text = text.rstrip(ending)
        yield "".join(_repeat(len(list(run)), digit) for digit, run in groupby(text))
        if ending in {_ZERO, _FULL}:
            yield "," if ending == _ZERO else "!"


def _repeat(count: int, digit: str) -> str:
    """Write a digit's repeats: `g` to `z` stand for 20, 40 … 400 of it, `G` to `Y` for 1 to 19."""
    if count == 1:
        return digit
    most, rest = divmod(count, 400)
    twenties, ones = divmod(rest, 20)
    text = "z" * most
    if twenties:
        text += chr(ord("f") + twenties)
    if ones:
        text += chr(ord("F") + ones)
    return text + digit
