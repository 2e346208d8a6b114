"""A language that nobody speaks, with accents and two fifths longer: what it breaks, a real one would."""

from __future__ import annotations

import math
import re

from PySide6.QtCore import QTranslator

_VOWELS = str.maketrans({"a": "áá", "e": "éé", "i": "íí", "o": "óó", "u": "úú", "A": "ÁÁ", "E": "ÉÉ", "O": "ÓÓ"})
_PLACES = re.compile(r"(\{[^}]*\})")


class Pseudo(QTranslator):
    """Lengthens whatever is translated, but for the places that are filled in and Qt's own words."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, _n: int = -1) -> str:
        if context.startswith("Q") or (disambiguation or "").startswith("pattern"):
            return source
        parts = _PLACES.split(source)
        longer = "".join(part if part.startswith("{") else part.translate(_VOWELS) for part in parts)
        return longer + "é" * max(0, math.ceil(len(source) * 1.4) - len(longer))

    def isEmpty(self) -> bool:
        return False
