"""RMA numbers as this service issues them: RMA- and eight digits, the last an ISO/IEC 7064 MOD 11,10 check digit."""

from __future__ import annotations

import unicodedata


def check_digit(digits: str) -> str:
    """Give the MOD 11,10 check digit for a string of decimal digits."""
    product = 10
    for digit in digits:
        total = (product + int(digit)) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)


def number_for(ordinal: int) -> str:
    """Give the RMA number of the nth RMA (1 to 9,999,999)."""
    if not 1 <= ordinal <= 9_999_999:
        raise ValueError(f"an RMA number has seven digits before its check digit; {ordinal} does not fit")
    body = f"{ordinal:07d}"
    return f"RMA-{body}{check_digit(body)}"


def look_up_key(number: str) -> str:
    """Reduce a number as people write it to its letters and digits, upper-cased: `rma 0000-1236` finds RMA-00001236."""
    plain = unicodedata.normalize("NFKC", number).upper()
    return "".join(character for character in plain if character.isalnum())
