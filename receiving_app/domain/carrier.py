"""Carriers' tracking numbers, told by their format and check digit."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_UPS_LETTER = {chr(ord("A") + i): (i + 2) % 10 for i in range(26)}


@dataclass(frozen=True, slots=True)
class CarrierNumber:
    """A carrier and the tracking number that people type, which may be a part of what was scanned."""

    carrier: str
    number: str


def recognise(text: str) -> CarrierNumber | None:
    """Tell which carrier's number a text is; random digits pass now and then, so a look-up goes before this."""
    compact = re.sub(r"[\s\-]", "", text.upper())
    for carrier, pattern, number_of, check in _FORMATS:
        if pattern.fullmatch(compact):
            number = number_of(compact)
            if check(number):
                return CarrierNumber(carrier, number)
    return None


def same_carrier(one: str, other: str) -> bool:
    """Tell whether two names mean one carrier, whose services may have numbers of different forms."""
    return _company(one) == _company(other)


def tracking_key(text: str) -> str:
    """Give what a tracking number is looked up by: the carrier's own number where one is recognised."""
    known = recognise(text)
    return known.number if known else re.sub(r"[^0-9A-Z]", "", text.upper())


def _company(name: str) -> str:
    words = name.upper().split()
    return words[0] if words else ""


def _ups(number: str) -> bool:
    values = [_UPS_LETTER.get(c, 0) if c.isalpha() else int(c) for c in number[2:-1]]
    total = sum(values[0::2]) + 2 * sum(values[1::2])
    return str(-total % 10) == number[-1]


def _fedex_express(number: str) -> bool:
    weights = (3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1)
    total = sum(int(d) * w for d, w in zip(number, weights, strict=False))
    return str(total % 11 % 10) == number[-1]


def _mod_10(odd: int, even: int) -> Callable[[str], bool]:
    """Check a last digit over the digits before it, weighted from the right."""

    def check(number: str) -> bool:
        body = number[-2::-1]
        total = sum(int(d) * (odd if i % 2 == 0 else even) for i, d in enumerate(body))
        return str(-total % 10) == number[-1]

    return check


def _dhl(number: str) -> bool:
    return int(number[:-1]) % 7 == int(number[-1])


def _whole(text: str) -> str:
    return text


def _tail(length: int) -> Callable[[str], str]:
    return lambda text: text[-length:]


#: Whose numbers are recognised, as a list offers them; any other is named by hand, with a reason.
CARRIERS = ("UPS", "USPS", "FedEx", "FedEx Ground", "DHL")

_FORMATS: tuple[tuple[str, re.Pattern[str], Callable[[str], str], Callable[[str], bool]], ...] = (
    ("UPS", re.compile(r"1Z[0-9A-Z]{16}"), _whole, lambda n: n[-1].isdigit() and _ups(n)),
    # A ZIP code (420 + 5 or 9 digits) may stand before the postal number; the longer form has the 34 digits of a
    # FedEx strip, which never begins with 420.
    ("USPS", re.compile(r"(?:420[0-9]{5}(?:[0-9]{4})?)?9[0-9]{21}"), _tail(22), _mod_10(3, 1)),
    # The carrier's 34-digit strip ends in the number that people type.
    ("FedEx", re.compile(r"[0-9]{34}"), _tail(12), _fedex_express),
    ("FedEx", re.compile(r"[0-9]{12}"), _whole, _fedex_express),
    ("FedEx Ground", re.compile(r"[0-9]{15}"), _whole, _mod_10(3, 1)),
    ("FedEx Ground", re.compile(r"96[0-9]{20}"), _tail(15), _mod_10(3, 1)),
    ("DHL", re.compile(r"[0-9]{10}"), _whole, _dhl),
)
