"""What a scan over an opened box gives: one serial number, several, or nothing that could be one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from receiving_app.domain.authorization import serial_key
from receiving_app.domain.rma_number import plain
from receiving_app.domain.serials import LONGEST_SERIAL

_SERIAL = re.compile(r"[A-Z0-9][A-Z0-9._/+#:\-]*")
_BETWEEN = re.compile(r"[\s,;|\x00-\x1f]+")
_PLACE = re.compile(r"PLACE[-:]([A-Z0-9][A-Z0-9.\-]{0,30})")
_BAG = re.compile(r"BAG[-:]([A-Z0-9][A-Z0-9.\-]{0,30})")


class SerialForm(StrEnum):
    """Whether a text can be a device's serial number."""

    SERIAL = "serial"
    EMPTY = "empty"
    TOO_LONG = "too-long"
    SEVERAL = "several"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SerialText:
    """A scan looked at as a serial number; `keys` are what it may be listed under, `parts` the numbers in it."""

    form: SerialForm
    keys: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()

    @property
    def serial(self) -> str:
        """The serial number, where it is one."""
        return self.parts[0] if self.form is SerialForm.SERIAL else ""


def serial_text(text: str) -> SerialText:
    """Look at a scan as a serial number."""
    if len(text) > 4 * LONGEST_SERIAL:
        return SerialText(SerialForm.TOO_LONG)
    word = plain(text)
    keys = frozenset({serial_key(text), word}) - {""}
    if not word:
        return SerialText(SerialForm.EMPTY)
    parts = tuple(dict.fromkeys(plain(part) for part in _BETWEEN.split(text.strip()) if plain(part)))
    if len(parts) > 1 and all(_SERIAL.fullmatch(part) for part in parts):
        return SerialText(SerialForm.SEVERAL, keys, parts)
    if len(word) > LONGEST_SERIAL:
        return SerialText(SerialForm.TOO_LONG, keys)
    if not _SERIAL.fullmatch(word):
        return SerialText(SerialForm.NONE, keys)
    return SerialText(SerialForm.SERIAL, keys, (word,))


def place_in(text: str) -> str | None:
    """Give the place that a shelf's barcode names ("PLACE-B12")."""
    match = _PLACE.fullmatch(plain(text))
    return match[1] if match else None


def bag_in(text: str) -> str | None:
    """Give the number of the bag that a bag's barcode names ("BAG-0815")."""
    match = _BAG.fullmatch(plain(text))
    return match[1] if match else None
