"""What a search compares: letters and digits alone, in pieces of four, so that a part finds the whole."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

#: So many letters or digits an index can look up; fewer are looked for in what is newest alone.
PIECE = 4
#: No number on a label is longer.
LONGEST = 64


def search_key(text: str) -> str:
    """Give what of a text is compared: its letters and digits in upper case, however it was written."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).upper()))


def search_text(numbers: Iterable[str]) -> str:
    """Put the numbers by which a thing is found into one text, each once, with blanks between."""
    keys = (search_key(number)[:LONGEST] for number in numbers)
    return " ".join(dict.fromkeys(key for key in keys if key))


def pieces(text: str) -> list[str]:
    """Give the pieces of each word in a search text; a word shorter than a piece is one by itself."""
    return [word[at : at + PIECE] for word in text.split() for at in range(max(1, len(word) - PIECE + 1))]
