"""What a misread number may have been: everything one slip away from it."""

from __future__ import annotations

from collections.abc import Iterator
from string import digits

#: A longer key is no number that somebody misread by a character.
LONGEST_KEY = 32


def near_keys(key: str) -> frozenset[str]:
    """Give the keys that one wrong, missing, added or swapped character away; the prefix's letters stay."""
    if len(key) > LONGEST_KEY:
        return frozenset()
    start = next((i for i, character in enumerate(key) if character in digits), len(key))
    prefix, body = key[:start], key[start:]
    return frozenset(prefix + slip for slip in _slips(body)) - {key}


def _slips(body: str) -> Iterator[str]:
    for i in range(len(body) + 1):
        for digit in digits:
            yield body[:i] + digit + body[i:]
    for i in range(len(body)):
        yield body[:i] + body[i + 1 :]
        for digit in digits:
            yield body[:i] + digit + body[i + 1 :]
    for i in range(len(body) - 1):
        yield body[:i] + body[i + 1] + body[i] + body[i + 2 :]
