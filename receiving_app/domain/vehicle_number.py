"""Vehicle identification numbers, as the cameras' vehicles carry them in barcodes."""

from __future__ import annotations

import re

#: I, O and Q are never used in one: they look like digits (49 CFR 565.23, ISO 3779).
_FORM = re.compile(r"[A-HJ-NPR-Z0-9]{8}[0-9X][A-HJ-NPR-Z0-9]{8}", re.ASCII)
_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True))
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
#: The data identifier before such a number in a barcode (ANSI MH10.8.2).
_IDENTIFIER = "I"


def is_vehicle_number(text: str) -> bool:
    """Say whether a text is a vehicle's number with its right check digit (49 CFR 565.15)."""
    if not _FORM.fullmatch(text):
        return False
    total = sum(weight * (_VALUES.get(sign) or int(sign)) for sign, weight in zip(text, _WEIGHTS, strict=True))
    return text[8] == "0123456789X"[total % 11]


def without_identifier(text: str) -> str:
    """Give a vehicle's number without the identifier that says it is one; any other text as it is."""
    bare = text.removeprefix(_IDENTIFIER)
    return bare if is_vehicle_number(bare) else text
