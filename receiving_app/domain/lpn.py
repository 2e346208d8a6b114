"""Licence plates (LPN): the identity that a package gets at arrival."""

from __future__ import annotations

import re

from receiving_app.domain.rma_number import mod_11_10, plain

_LPN = re.compile(r"LPN-[A-Z0-9]{1,16}(?:-[A-Z0-9]{1,16})*-([0-9]{6,9})([0-9])")


def lpn_of(station: str, number: int) -> str:
    """Make the licence plate for the `number`-th package of a station."""
    digits = f"{number:06d}"
    return f"LPN-{station.upper()}-{digits}{mod_11_10(digits)}"


def lpn_in(text: str) -> str | None:
    """Give the licence plate that a text is, if its form and check digit are right."""
    word = plain(text).replace(" ", "")
    match = _LPN.fullmatch(word)
    return word if match and mod_11_10(match[1]) == match[2] else None
