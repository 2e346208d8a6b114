"""What was found, in words: what a thing is, by what it was found, how it stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.authorization import Rma, RmaState
from receiving_app.domain.hits import By, Found, Hit, Hits
from receiving_app.domain.item import Item
from receiving_app.domain.package import Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.shipment import Shipment
from receiving_app.domain.unclaimed import Unclaimed
from receiving_app.words import times
from receiving_app.words.bench import outcome_word
from receiving_app.words.readings import shown
from receiving_app.words.rules import state_word
from receiving_app.words.unclaimed import fate_words
from receiving_app.words.verdicts import verdict_word

translate = QCoreApplication.translate


def found_word(found: Found) -> str:
    """Name what was found."""
    match found:
        case Found.RMA:
            return translate("words", "RMA")
        case Found.PACKAGE:
            return translate("words", "Package")
        case Found.ITEM:
            return translate("words", "Device")
        case Found.SHIPMENT:
            return translate("words", "Shipment")


def by_words(hit: Hit) -> str:
    """Say by which of its numbers a thing was found; nothing where that is its name."""
    match hit.by:
        case By.NUMBER:
            return ""
        case By.TICKET:
            return translate("words", "Ticket {}").format(hit.matched)
        case By.SERIAL:
            return translate("words", "Serial {}").format(hit.matched)
        case By.TRACKING:
            return translate("words", "Tracking {}").format(hit.matched)
        case By.PARTNER:
            return hit.matched
        case By.REPLACEMENT:
            return translate("words", "Replaced by {}").format(hit.matched)
        case By.UNCLAIMED:
            return hit.matched
        case By.CLUE:
            return translate("words", "Found on it: {}").format(shown(hit.matched, 40))


def standing_words(hit: Hit, policy: Policy) -> str:
    """Say in short how a thing stands."""
    match hit.thing:
        case Rma() as rma if rma.state is RmaState.OPEN:
            return translate("words", "open until {}").format(times.day(rma.receive_by))
        case Rma() as rma:
            return state_word(rma.state)
        case Package(unclaimed=Unclaimed() as kept) as package if package.is_unclaimed:
            return translate("words", "unclaimed, at {}").format(shown(kept.place, 24) or "—")
        case Package(unclaimed=Unclaimed() as kept) if fate_words(kept):
            return fate_words(kept)
        case Package() as package:
            return verdict_word(package.decision) if package.decision is not None else ""
        case Item() as item:
            return _item_words(item)
        case Shipment() as shipment if shipment.sent_at is not None:
            left = times.day(policy.calendar.local(shipment.sent_at).date())
            return translate("words", "left {}").format(left)
        case Shipment():
            return translate("words", "packed, still here")


def _item_words(item: Item) -> str:
    if item.inspection is not None and item.inspection.outcome is not None:
        return outcome_word(item.inspection.outcome)
    return verdict_word(item.judgement.verdict.decision) if item.judgement is not None else ""


def hits_sentence(hits: Hits) -> str:
    """Say how much was found, and what to do where that is nothing or too much."""
    if not hits.text.strip():
        return translate("words", "Type or scan a number or a part of it, or a partner's name.")
    if not hits.searched:
        return translate("words", "Nothing can be searched for here: type letters or digits.")
    if not hits.hits:
        nothing = translate("words", "Nothing has this in it. Try a shorter part, or another number of it.")
        if hits.complete:
            return nothing
        return translate("words", "Nothing among the newest has this in it. Type four characters to search everything.")
    count = len(hits.hits)
    if not hits.complete:
        return translate("words", "The first {}. Type more of it to see fewer.").format(count)
    return translate("words", "One found") if count == 1 else translate("words", "{} found").format(count)
