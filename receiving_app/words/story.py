"""What an event says besides what it was, in plain words: what a person reads in a story, no keys and no hashes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.disposition import InspectionOutcome
from receiving_app.domain.item_events import CartonCondition, Mark, Medium
from receiving_app.domain.unclaimed_events import Becomes
from receiving_app.domain.verdict import Decision
from receiving_app.words.bench import outcome_word
from receiving_app.words.custody import medium_word
from receiving_app.words.readings import shown
from receiving_app.words.review import reason_words
from receiving_app.words.unclaimed import AbandonReason, abandon_reason_words, becomes_word
from receiving_app.words.unpacking import condition_word, mark_word
from receiving_app.words.verdicts import verdict_word

translate = QCoreApplication.translate
Code = TypeVar("Code", bound=StrEnum)


def said_words(said: Iterable[tuple[str, str]]) -> str:
    """Put an event's fields into words; what only the machine needs is left out."""
    words = (_field_words(name, value) for name, value in said)
    return ", ".join(word for word in words if word)


def _field_words(name: str, value: str) -> str:
    """Say one field; nothing where it tells a person nothing."""
    if name in _AS_THEY_ARE:
        return shown(value)
    match name:
        case "verdict":
            return _coded(Decision, verdict_word, value)
        case "outcome":
            return _coded(InspectionOutcome, outcome_word, value)
        case "condition":
            return _coded(CartonCondition, condition_word, value)
        case "mark":
            return _coded(Mark, mark_word, value)
        case "medium":
            return _coded(Medium, medium_word, value)
        case "reason":
            return _coded(AbandonReason, abandon_reason_words, reason_words(value))
        case "becomes":
            return _coded(Becomes, becomes_word, value)
        case "inside":
            return translate("words", "inside") if value == "True" else ""
        case "passed":
            return translate("words", "passed") if value == "True" else translate("words", "failed")
        case _:
            return _captioned(name, shown(value))


def _coded(codes: type[Code], word: Callable[[Code], str], value: str) -> str:
    """Say a code; one that this version doesn't know is shown as it is."""
    known = next((code for code in codes if code.value == value), None)
    return word(known) if known is not None else shown(value)


#: Numbers, names and what people wrote need no words around them.
_AS_THEY_ARE = frozenset(
    {
        "number",
        "unclaimed",
        "partner_name",
        "carrier",
        "tracking",
        "serial",
        "model",
        "note",
        "caption",
        "part",
        "what",
        "value",
        "repair",
        "driver",
    }
)


def _captioned(name: str, value: str) -> str:
    match name:
        case "place":
            return translate("words", "put at {}").format(value)
        case "bag":
            return translate("words", "bag {}").format(value)
        case "found":
            return translate("words", "{} counted").format(value)
        case "into":
            return translate("words", "is {}").format(value)
        case "replacement_serial":
            return translate("words", "replaced by {}").format(value)
        case "consent":
            return translate("words", "agreed by {}").format(value)
        case "text":
            return translate("words", "it reads {}").format(value)
        case "until":
            return translate("words", "until {}").format(value)
        case "to":
            return translate("words", "to {}").format(value)
        case "missing":
            return translate("words", "{} missing").format(value)
        case "days":
            return translate("words", "after {} days").format(value)
        case "agreed_by":
            return translate("words", "agreed by {}").format(value)
        case "agreed_on":
            return translate("words", "on {}").format(value)
        case _:
            return ""
