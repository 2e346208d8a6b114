"""Crossed boxes and RMAs that never came whole, in words."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.exchange import Side
from receiving_app.domain.exchange_cases import EmptyBoxCase, ExchangeCase, IncompleteCase
from receiving_app.domain.expected import ExpectedLine
from receiving_app.words import times
from receiving_app.words.readings import shown

translate = QCoreApplication.translate

#: Longer names are cut where they are shown; the journal has them whole.
_LONGEST = 32


class ExchangeReason(StrEnum):
    """Why boxes are taken for crossed, or not; the value is stored."""

    SERIALS_MATCH = "serials-match"
    PARTNER_CONFIRMED = "partner-confirmed"
    NOT_THEIRS = "not-theirs"
    OTHER = "other"


class SettlingReason(StrEnum):
    """Why the rest of a line will not come; the value is stored."""

    CLIENT_KEEPS_IT = "client-keeps-it"
    NEVER_SENT = "never-sent"
    LOST_ON_ITS_WAY = "lost-on-its-way"
    OTHER = "other"


#: What the lists offer, the usual reason first.
CROSSED_REASONS = (ExchangeReason.SERIALS_MATCH, ExchangeReason.PARTNER_CONFIRMED, ExchangeReason.OTHER)
UPHELD_REASONS = (ExchangeReason.NOT_THEIRS, ExchangeReason.PARTNER_CONFIRMED, ExchangeReason.OTHER)


def exchange_reason_words(reason: ExchangeReason) -> str:
    """Say why boxes are taken for crossed, or not."""
    match reason:
        case ExchangeReason.SERIALS_MATCH:
            return translate("words", "The serial numbers say so.")
        case ExchangeReason.PARTNER_CONFIRMED:
            return translate("words", "The partner said so.")
        case ExchangeReason.NOT_THEIRS:
            return translate("words", "It is another device.")
        case ExchangeReason.OTHER:
            return translate("words", "Another reason, see the note.")


def settling_reason_words(reason: SettlingReason) -> str:
    """Say why the rest of a line will not come."""
    match reason:
        case SettlingReason.CLIENT_KEEPS_IT:
            return translate("words", "The client keeps it.")
        case SettlingReason.NEVER_SENT:
            return translate("words", "It was never sent.")
        case SettlingReason.LOST_ON_ITS_WAY:
            return translate("words", "It was lost on its way.")
        case SettlingReason.OTHER:
            return translate("words", "Another reason, see the note.")


def crossed_word(crossed: bool) -> str:
    """Name the decision on an exchange as its button does."""
    return translate("words", "Crossed") if crossed else translate("words", "Not crossed")


def exchange_reason(case: ExchangeCase) -> str:
    """Say in one line why an exchange waits."""
    sides = case.exchange.sides
    if case.exchange.is_whole:
        words = translate("words", "{first} and {second} lie in each other's boxes.")
        return words.format(first=shown(sides[0].stray.serial), second=shown(sides[1].stray.serial))
    words = translate("words", "{serial} lies in another RMA's box.")
    return words.format(serial=shown(sides[0].stray.serial))


def where_it_came(side: Side) -> str:
    """Say in whose box a device came."""
    words = translate("words", "Came in {lpn}, the box of {numbers}.")
    numbers = ", ".join(side.stray.box_numbers) or translate("words", "no accepted RMA")
    return words.format(lpn=side.stray.lpn, numbers=numbers)


def where_it_belongs(side: Side) -> str:
    """Say which RMA lists a device."""
    words = translate("words", "{number} lists it: {model}, line {line}.")
    return words.format(number=side.home.number, model=shown(side.home.model, _LONGEST), line=shown(side.home.line))


class EmptyBoxReason(StrEnum):
    """What was made of an empty box; the value is stored."""

    PARTNER_ASKED = "partner-asked"
    NOTHING_CAME = "nothing-came"
    LOST_ON_ITS_WAY = "lost-on-its-way"
    OTHER = "other"


def empty_box_reason_words(reason: EmptyBoxReason) -> str:
    """Say what was made of an empty box."""
    match reason:
        case EmptyBoxReason.PARTNER_ASKED:
            return translate("words", "The partner was asked.")
        case EmptyBoxReason.NOTHING_CAME:
            return translate("words", "It came empty.")
        case EmptyBoxReason.LOST_ON_ITS_WAY:
            return translate("words", "It was lost on its way.")
        case EmptyBoxReason.OTHER:
            return translate("words", "Another reason, see the note.")


def empty_box_reason(case: EmptyBoxCase) -> str:
    """Say in one line what is known of an empty box."""
    note = case.package.unpacking.note if case.package.unpacking else ""
    said = translate("words", "Nothing was in it.")
    return translate("words", "{said} {note}").format(said=said, note=shown(note, 80)) if note else said


def incomplete_reason(case: IncompleteCase) -> str:
    """Say in one line what an RMA still awaits, and since when its last day is over."""
    count = sum(each.awaited for each in case.awaited)
    words = translate("words", "{count} awaited: {what}. The last day was {day}.")
    what = ", ".join(awaited_word(each) for each in case.awaited)
    return words.format(count=count, what=what, day=times.day(case.rma.receive_by))


def awaited_word(line: ExpectedLine) -> str:
    """Name what a line still awaits."""
    if line.line.serial:
        return shown(line.line.serial, _LONGEST)
    words = translate("words", "{count} of {model}")
    return words.format(count=line.awaited, model=shown(line.line.model, _LONGEST))
