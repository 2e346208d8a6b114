"""What became of a case meanwhile, and what the ticket service would not take, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.authorization import RmaState
from receiving_app.domain.became import Became, Refused, Said, Word
from receiving_app.domain.cases import CaseKind
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.words import times
from receiving_app.words.decided import decided_word
from receiving_app.words.exchanges import crossed_word
from receiving_app.words.readings import shown

translate = QCoreApplication.translate

Names = Mapping[str, str]


def became_sentence(became: Became, names: Names, calendar: SiteCalendar, today: date) -> str:
    """Say why a case waits no longer."""
    if became.word is not None:
        said = translate("words", "Decided meanwhile: {word} Nothing is left to decide.")
        return said.format(word=_word(became.word, names, calendar, today))
    match became.state:
        case RmaState.CANCELLED:
            return translate("words", "Its RMA was cancelled meanwhile: nothing more is awaited or decided here.")
        case RmaState.CLOSED:
            return translate("words", "Its RMA was closed meanwhile: nothing more is awaited or decided here.")
        case RmaState.OPEN:
            return translate("words", "It waits no longer: what was found since has settled it.")


def refused_sentence(refused: Refused, names: Names, calendar: SiteCalendar, today: date) -> str:
    """Say what the ticket service would not take, and why."""
    said = translate("words", "The ticket service refused this: {word} {why} Decide anew.")
    return said.format(word=_word(refused.word, names, calendar, today), why=_why(refused))


def rma_ended_sentence(kind: CaseKind, state: RmaState) -> str:
    """Say what can still be done about a case whose RMA has ended; empty where it is open."""
    if state is RmaState.OPEN:
        return ""
    cancelled = state is RmaState.CANCELLED
    ended = translate("words", "Its RMA is cancelled.") if cancelled else translate("words", "Its RMA is closed.")
    if kind is CaseKind.PACKAGE:
        then = translate("words", "Uphold it, and it goes back; only support can open the RMA again.")
    else:
        then = translate("words", "Send it back or scrap it; only support can open the RMA again.")
    return f"{ended} {then}"


def _word(word: Word, names: Names, calendar: SiteCalendar, today: date) -> str:
    who = shown(names.get(word.person, word.person), 40) or translate("words", "somebody")
    when = times.day_and_clock(word.at, calendar, today)
    said = translate("words", "{choice}, by {who} at {station}, {when}.")
    return said.format(choice=_choice_word(word.choice), who=who, station=shown(word.station, 24), when=when)


def _choice_word(choice: str) -> str:
    match choice:
        case Said.LOOKED_AT:
            return translate("words", "looked at")
        case Said.CROSSED | Said.NOT_CROSSED:
            return crossed_word(choice == Said.CROSSED)
        case Said.NOT_RETURNED:
            return translate("words", "Not returned")
        case _:
            return decided_word(choice)


def _why(refused: Refused) -> str:
    """Say a problem in our own words; one that isn't known is said in the service's."""
    match refused.problem.rpartition("/")[2]:
        case "not-allowed":
            return translate("words", "The service doesn't know this person as a supervisor.")
        case "own-work":
            return translate("words", "It was their own work.")
        case "judged-again" | "nothing-to-decide":
            return translate("words", "The rules have judged it again since.")
        case "already-shipped":
            return translate("words", "It had left already.")
        case "nothing-awaited":
            return translate("words", "Everything had come or was settled already.")
        case "still-awaited":
            return translate("words", "The last day was moved, and it may still come.")
        case "line-unknown" | "item-unknown":
            return translate("words", "The service doesn't know it any more.")
        case _:
            return shown(refused.detail, 160)
