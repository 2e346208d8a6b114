"""The client's video in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.custody import known_of
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import CustodyRecorded, Fate, Medium
from receiving_app.words.readings import shown

translate = QCoreApplication.translate

_LONGEST = 24


def medium_word(medium: Medium) -> str:
    """Name where the client's video may be."""
    match medium:
        case Medium.CARD:
            return translate("words", "Memory card")
        case Medium.INTERNAL_MEMORY:
            return translate("words", "Internal memory")


def fate_word(fate: Fate) -> str:
    """Say what became of the client's video."""
    match fate:
        case Fate.RETURNED:
            return translate("words", "Returned to the client")
        case Fate.ERASED:
            return translate("words", "Erased with consent")
        case Fate.AWAITING_ANSWER:
            return translate("words", "Client has to answer")


def fate_choice_word(asked: str) -> str:
    """Name what a text is asked for before it can be said: the card's bag, or who consented."""
    if asked == "bag":
        return translate("words", "Card in a bag")
    return translate("words", "Erased: who agreed?")


def custody_sentence(item: Item | None, medium: Medium) -> str:
    """Say what is known of one medium of a device."""
    known = known_of(item, medium)
    words = translate("words", "{medium}: {state}.")
    state = translate("words", "nobody has looked yet") if known is None else _state(known)
    return words.format(medium=medium_word(medium), state=state)


def _state(known: CustodyRecorded) -> str:
    if not known.present:
        return translate("words", "nothing of the client's")
    where = translate("words", "in bag {}").format(shown(known.bag, _LONGEST)) if known.bag else ""
    here = where or translate("words", "holds video")
    if known.fate is None:
        return here
    fate = fate_word(known.fate)
    if known.consent:
        fate = translate("words", "{fate} ({consent})").format(fate=fate, consent=shown(known.consent, _LONGEST))
    return translate("words", "{where}, {fate}").format(where=here, fate=fate[:1].lower() + fate[1:])
