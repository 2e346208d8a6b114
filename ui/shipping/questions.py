"""What the packing table asks for, as pages of large buttons: the carrier, the reason, the checker, the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from receiving_app.acts.packing_outcome import Ask
from receiving_app.domain.authorization import Address
from receiving_app.domain.carrier import CARRIERS
from receiving_app.words.packing import brief
from receiving_app.words.readings import shown
from ui.unpacking.choice_page import Choice

if TYPE_CHECKING:
    from receiving_app.queries.shipping import Shelf

translate = QCoreApplication.translate

#: As many as fit a page, besides the button to type another one.
MOST_CHOICES = 7


class Typed(StrEnum):
    """What is typed where no scanner reads it and no button says it."""

    NUMBER = "number"
    CARRIER = "carrier"
    REASON = "reason"
    CHECKER = "checker"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a button answers: a text to a question, or an address."""

    asked: Ask
    value: str | Address


#: What leads from the buttons to a field.
OTHER = {Ask.CARRIER: Typed.CARRIER, Ask.REASON: Typed.REASON, Ask.CHECKER: Typed.CHECKER}


def question(asked: Ask) -> str:
    """Give the title of a page."""
    match asked:
        case Ask.CARRIER:
            return translate("shipping", "Which carrier has it?")
        case Ask.REASON:
            return translate("shipping", "Why is this number right?")
        case Ask.CHECKER:
            return translate("shipping", "Who checked packing and marking?")
        case _:
            return translate("shipping", "Where does it go?")


def answers(asked: Ask, shelf: Shelf) -> tuple[Choice, ...]:
    """Give the buttons of a page; the last one leads to a field."""
    values = _values(asked, shelf)[:MOST_CHOICES]
    buttons = [
        Choice(Answer(asked, value), _ICONS[asked], f"Ctrl+{place}", partial(_name, value))
        for place, value in enumerate(values, start=1)
    ]
    other = Choice(asked, "tag", f"Ctrl+{len(buttons) + 1}", partial(translate, "shipping", "Another one …"))
    return (*buttons, other)


def field_words(typed: Typed) -> tuple[str, str]:
    """Give the title and the note of a field."""
    match typed:
        case Typed.NUMBER:
            return translate("shipping", "Number"), translate("shipping", "Item, plate, box or tracking number.")
        case Typed.CARRIER:
            return translate("shipping", "Carrier"), translate("shipping", "The name of whoever takes it.")
        case Typed.REASON:
            return translate("shipping", "Reason"), translate("shipping", "Why this number is right.")
        case Typed.CHECKER:
            return translate("shipping", "Checked by"), translate("shipping", "The person's whole name.")


_ICONS = {Ask.CARRIER: "truck", Ask.REASON: "info-circle", Ask.CHECKER: "user", Ask.ADDRESS: "truck"}


def _values(asked: Ask, shelf: Shelf) -> Sequence[str | Address]:
    match asked:
        case Ask.CARRIER:
            return (*CARRIERS, translate("shipping", "The partner's courier"))
        case Ask.REASON:
            return (
                translate("shipping", "The carrier's numbers have a new form."),
                translate("shipping", "This carrier gives no check digit."),
                translate("shipping", "It is the receipt of the partner's courier."),
            )
        case Ask.CHECKER:
            return shelf.people
        case _:
            return shelf.addresses


def _name(value: str | Address) -> str:
    if isinstance(value, Address):
        return ", ".join(brief(line, 28) for line in (value.name, value.street, value.city) if line)
    return shown(value, 60)
