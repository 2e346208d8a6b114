"""What was read, made fit to be shown: nothing invisible, nothing endless."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.label_reading import Kind
from receiving_app.domain.reading import Source

translate = QCoreApplication.translate

#: Longer texts are cut on the screen and in sentences; the journal keeps them whole.
LONGEST_SHOWN = 48
#: The names of the first 32 characters; pictures of them are in few typefaces.
_CONTROLS = (
    *("NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI"),
    *("DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"),
)


def shown(text: str, longest: int = LONGEST_SHOWN) -> str:
    """Make control and format characters visible, and cut a long text, telling its length."""
    plain = "".join(map(_visible, text[:longest]))
    if len(text) <= longest:
        return plain
    return translate("words", "{start}… ({length} characters)").format(start=plain, length=len(text))


def _visible(character: str) -> str:
    code = ord(character)
    if code < len(_CONTROLS):
        return f"<{_CONTROLS[code]}>"
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
        return f"<U+{code:04X}>"
    return character


def kind_word(kind: Kind) -> str:
    """Name what a reading turned out to be."""
    match kind:
        case Kind.COMMAND:
            return translate("words", "Command")
        case Kind.LPN:
            return translate("words", "Our plate")
        case Kind.BADGE:
            return translate("words", "Badge")
        case Kind.RMA | Kind.RMA_WELL_FORMED:
            return translate("words", "RMA")
        case Kind.SERIAL:
            return translate("words", "Serial number")
        case Kind.TRACKING | Kind.CARRIER:
            return translate("words", "Tracking")
        case Kind.RMA_LIKE:
            return translate("words", "RMA?")
        case Kind.OTHER:
            return translate("words", "Other")


def source_word(source: Source) -> str:
    """Say how a reading came in."""
    match source:
        case Source.WEDGE | Source.SERIAL:
            return translate("words", "scanner")
        case Source.CAMERA:
            return translate("words", "camera")
        case Source.PICTURE:
            return translate("words", "picture")
        case Source.OCR:
            return translate("words", "print, read by camera")
        case Source.TYPED:
            return translate("words", "typed")
