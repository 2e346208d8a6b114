"""RMA numbers as a site writes them: a prefix, so many digits, and a check digit (ISO/IEC 7064 MOD 11,10) or none."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal, get_args

Check = Literal["mod11-10", "none"]

#: What a body may be for numbers to be counted up in it: a policy may read more than it can issue.
_DIGITS = re.compile(r"(?:\[0-9\]|\\d)(?:\{(\d{1,2})\})?")


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a site's numbers are made: `digits` behind the prefix, the check digit included."""

    prefix: str = "RMA"
    digits: int = 8
    check: Check = "mod11-10"

    def number(self, ordinal: int) -> str:
        """Give the number of the nth RMA; raise ValueError when the site's numbers are used up."""
        width = self.digits - (self.check != "none")
        if not 1 <= ordinal < 10**width:
            raise ValueError(f"{ordinal} does not fit into the {width} digits of this site's RMA numbers")
        body = f"{ordinal:0{width}d}"
        if self.check != "none":
            body += check_digit(body)
        return f"{self.prefix}-{body}" if self.prefix[-1:].isalnum() else f"{self.prefix}{body}"


def numbering(prefix: str, body: str, check: str) -> Numbering:
    """Read how numbers are made from the policy's pattern; raise ValueError where no number can be made by it."""
    match = _DIGITS.fullmatch(body)
    digits = int(match[1] or 1) if match else 0
    if digits < 2 or check not in get_args(Check):
        raise ValueError(f"RMA numbers can be issued only as digits, such as [0-9]{{8}}; the policy says {body}")
    return Numbering(prefix, digits, "none" if check == "none" else "mod11-10")


def check_digit(digits: str) -> str:
    """Give the MOD 11,10 check digit for a string of decimal digits."""
    product = 10
    for digit in digits:
        total = (product + int(digit)) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)


def look_up_key(number: str) -> str:
    """Reduce a number as people write it to its letters and digits, upper-cased: `rma 0000-1236` finds RMA-00001236."""
    plain = unicodedata.normalize("NFKC", number).upper()
    return "".join(character for character in plain if character.isalnum())
