"""What a scan at the packing table is by its form: one of our labels, several codes at once, or another number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from receiving_app.domain.carrier import recognise
from receiving_app.domain.item_id import item_id_in
from receiving_app.domain.lpn import lpn_in
from receiving_app.domain.rma_number import plain
from receiving_app.domain.shipment import shipment_id_in

#: No carrier's strip and no label of ours has more characters.
LONGEST_CODE = 64
_BETWEEN = re.compile(r"[\s,;|\x00-\x1f]+")
_OURS = re.compile(r"(?:ITM|LPN|SHP|BADGE|SW-CMD)-")
_NUMBER = re.compile(r"[A-Z0-9][A-Z0-9 ._/+#:\-]*")


class CodeForm(StrEnum):
    """What a scanned text looks like."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    #: Several codes came in one scan.
    SEVERAL = "several"
    #: An item label or a package's licence plate.
    THING = "thing"
    SHIPMENT = "shipment"
    #: Begins like a label of ours, and its check digit or form is wrong.
    MISREAD = "misread"
    #: A carrier's number, a serial number, or another carrier's that nobody knows.
    NUMBER = "number"
    #: Signs that no such number has.
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ShippingCode:
    """A scan by its form; `text` is the label itself where it is one of ours, `parts` are the codes of several."""

    form: CodeForm
    text: str = ""
    parts: tuple[str, ...] = ()


def shipping_code(text: str) -> ShippingCode:
    """Look at a scan at the packing table."""
    if not text.strip():
        return ShippingCode(CodeForm.EMPTY)
    if len(text) > 4 * LONGEST_CODE:
        return ShippingCode(CodeForm.TOO_LONG, text)
    parts = _several(text)
    if parts:
        return ShippingCode(CodeForm.SEVERAL, text, parts)
    if (thing := item_id_in(text) or lpn_in(text)) is not None:
        return ShippingCode(CodeForm.THING, thing)
    if (shipment := shipment_id_in(text)) is not None:
        return ShippingCode(CodeForm.SHIPMENT, shipment)
    word = plain(text)
    if _OURS.match(word):
        return ShippingCode(CodeForm.MISREAD, text)
    if len(word) > LONGEST_CODE:
        return ShippingCode(CodeForm.TOO_LONG, text)
    return ShippingCode(CodeForm.NUMBER if _NUMBER.fullmatch(word) else CodeForm.NONE, text)


def _several(text: str) -> tuple[str, ...]:
    """Give the codes of a scan that holds more than one; a carrier's number in groups of digits is one."""
    word = plain(text)
    # Two labels run together can be well-formed as one: a station's name may hold letters and digits.
    begins = [match.start() for match in _OURS.finditer(word)]
    if len(begins) > 1:
        return tuple(word[begin:end].strip() for begin, end in pairwise([*begins, len(word)]))
    if recognise(word) is not None or _is_label(word):
        return ()
    words = tuple(dict.fromkeys(filter(None, _BETWEEN.split(text.strip()))))
    return words if len(words) > 1 and any(_is_label(each) or recognise(each) for each in words) else ()


def _is_label(text: str) -> bool:
    return bool(item_id_in(text) or lpn_in(text) or shipment_id_in(text))
