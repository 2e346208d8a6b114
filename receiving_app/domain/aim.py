"""AIM symbology identifiers: what a scanner may send before a code's data (ISO/IEC 15424)."""

from __future__ import annotations

import re

_IDENTIFIER = re.compile(r"\](?P<code>[A-Za-z])[0-9A-Za-z]")
#: Code characters of what stands on shipping labels, by our names; others are stripped without one.
_SYMBOLOGIES = {
    "A": "code39",
    "C": "code128",
    "F": "codabar",
    "G": "code93",
    "I": "itf",
    "L": "pdf417",
    "Q": "qr",
    "U": "maxicode",
    "d": "datamatrix",
    "z": "aztec",
}


def without_aim(text: str) -> tuple[str, str]:
    """Give a text without the identifier before it, and the symbology that it names, empty where we don't know it."""
    found = _IDENTIFIER.match(text)
    if found is None:
        return text, ""
    return text[found.end() :], _SYMBOLOGIES.get(found["code"], "")
