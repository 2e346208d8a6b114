"""Item labels: the identity that a thing from a box gets when it is counted."""

from __future__ import annotations

import re

from receiving_app.domain.rma_number import mod_11_10, plain

_ITEM = re.compile(r"ITM-[A-Z0-9]{1,16}(?:-[A-Z0-9]{1,16})*-([0-9]{6,9})([0-9])")


def item_id_of(station: str, number: int) -> str:
    """Make the label for the `number`-th item of a station."""
    digits = f"{number:06d}"
    return f"ITM-{station.upper()}-{digits}{mod_11_10(digits)}"


def item_id_in(text: str) -> str | None:
    """Give the item label that a text is, if its form and check digit are right."""
    word = plain(text).replace(" ", "")
    match = _ITEM.fullmatch(word)
    return word if match and mod_11_10(match[1]) == match[2] else None
