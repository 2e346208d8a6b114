"""Serial numbers: which one was meant, when it is nearly another."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from receiving_app.domain.authorization import serial_key

#: Longer texts are no serial number; they are kept, and never compared.
LONGEST_SERIAL = 64

#: Characters that eyes and worn prints take for each other.
_ALIKE = str.maketrans({"O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "B": "8", "S": "5", "Z": "2", "G": "6"})


def near_serials(serial: str, listed: Iterable[str]) -> tuple[str, ...]:
    """Give the listed serials that one may have been misread for: look-alikes, or one swapped pair.

    A suggestion for people, each once: nothing is ever corrected by it.
    """
    read = serial_key(serial)
    if not read or len(read) > LONGEST_SERIAL:
        return ()
    other_than_read = (other for other in dict.fromkeys(listed) if serial_key(other) != read)
    return tuple(other for other in other_than_read if _near(read, serial_key(other)))


def differing(one: str, other: str) -> tuple[int, ...]:
    """Give the places at which two serial numbers differ, case aside; what only one has differs."""
    mine, theirs = one.strip().upper(), other.strip().upper()
    pairs = zip(mine.ljust(len(theirs)), theirs.ljust(len(mine)), strict=True)
    return tuple(place for place, (a, b) in enumerate(pairs) if a != b)


def differences(found: str, listed: str) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
    """Tell for each character of two serials whether the other one has it at its place."""
    here, there = [True] * len(found), [True] * len(listed)
    matched = SequenceMatcher(None, found.upper(), listed.upper(), autojunk=False)
    if len(found) == len(listed):
        same = [mine == theirs for mine, theirs in zip(found.upper(), listed.upper(), strict=True)]
        return tuple(not each for each in same), tuple(not each for each in same)
    for block in matched.get_matching_blocks():
        here[block.a : block.a + block.size] = [False] * block.size
        there[block.b : block.b + block.size] = [False] * block.size
    return tuple(here), tuple(there)


def _near(read: str, other: str) -> bool:
    return len(read) == len(other) and (read.translate(_ALIKE) == other.translate(_ALIKE) or _swapped(read, other))


def _swapped(read: str, other: str) -> bool:
    differing = [i for i, (mine, theirs) in enumerate(zip(read, other, strict=True)) if mine != theirs]
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    first, second = differing
    return read[first] == other[second] and read[second] == other[first]
