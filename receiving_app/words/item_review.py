"""A supervisor's decisions on devices in words: what is asked, what may be answered, what it leads to."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.authorization import Address
from receiving_app.domain.disposition import Disposition, Payer
from receiving_app.domain.item import Item
from receiving_app.domain.item_cases import ItemCase
from receiving_app.domain.item_events import Identity, ItemChoice
from receiving_app.domain.item_review import Question
from receiving_app.words.bench import consequence, outcome_word, payer_sentence
from receiving_app.words.item_rules import item_rule_sentence
from receiving_app.words.readings import shown

translate = QCoreApplication.translate


class ItemReason(StrEnum):
    """Why a person decides so of a device; the value is stored."""

    RULE_STANDS = "rule-stands"
    LOOKED_AT = "looked-at"
    FOUND_SINCE = "found-since"
    MISREAD = "misread"
    READ_SINCE = "read-since"
    SUPPORT_CONFIRMED = "support-confirmed"
    PARTNER_AGREED = "partner-agreed"
    PARTNER_REFUSED = "partner-refused"
    PARTNER_TO_SAY = "partner-to-say"
    GOODWILL = "goodwill"
    CARRIER = "carrier"
    NOT_CARRIER = "not-carrier"
    OTHER = "other"


_R = ItemReason
#: What the lists offer, the usual reason first.
ITEM_REASONS: dict[ItemChoice, tuple[ItemReason, ...]] = {
    ItemChoice.ACCEPT: (_R.LOOKED_AT, _R.FOUND_SINCE, _R.SUPPORT_CONFIRMED, _R.OTHER),
    ItemChoice.IDENTIFY: (_R.MISREAD, _R.READ_SINCE, _R.SUPPORT_CONFIRMED, _R.OTHER),
    ItemChoice.ASK: (_R.PARTNER_TO_SAY, _R.OTHER),
    ItemChoice.QUOTE: (_R.PARTNER_TO_SAY, _R.OTHER),
    ItemChoice.REPAIR: (_R.PARTNER_AGREED, _R.OTHER),
    ItemChoice.RETURN: (_R.RULE_STANDS, _R.PARTNER_REFUSED, _R.PARTNER_AGREED, _R.OTHER),
    ItemChoice.REPLACE: (_R.GOODWILL, _R.SUPPORT_CONFIRMED, _R.PARTNER_AGREED, _R.OTHER),
    ItemChoice.KEEP: (_R.PARTNER_AGREED, _R.SUPPORT_CONFIRMED, _R.OTHER),
    ItemChoice.SCRAP: (_R.PARTNER_AGREED, _R.OTHER),
    ItemChoice.PAYER: (_R.CARRIER, _R.NOT_CARRIER, _R.GOODWILL, _R.OTHER),
}


def item_reason_words(reason: str) -> str:
    """Say why a device was decided so; a reason that this version doesn't know is shown as it is."""
    match reason:
        case _R.RULE_STANDS:
            return translate("words", "The rule is right.")
        case _R.LOOKED_AT:
            return translate("words", "I looked at it: it is in order.")
        case _R.FOUND_SINCE:
            return translate("words", "What was missing is here now.")
        case _R.MISREAD:
            return translate("words", "Its serial number was misread.")
        case _R.READ_SINCE:
            return translate("words", "Its serial number was found inside.")
        case _R.SUPPORT_CONFIRMED:
            return translate("words", "Support confirmed it.")
        case _:
            return _partners_reason(reason)


def _partners_reason(reason: str) -> str:
    match reason:
        case _R.PARTNER_AGREED:
            return translate("words", "The partner agreed.")
        case _R.PARTNER_REFUSED:
            return translate("words", "The partner declined.")
        case _R.PARTNER_TO_SAY:
            return translate("words", "The partner has to say.")
        case _R.GOODWILL:
            return translate("words", "Out of goodwill.")
        case _R.CARRIER:
            return translate("words", "The carrier damaged it.")
        case _R.NOT_CARRIER:
            return translate("words", "It was defective before it travelled.")
        case _R.OTHER:
            return translate("words", "Another reason, see the note.")
        case _:
            return reason


def item_choice_word(choice: ItemChoice) -> str:
    """Name a decision on a device as its button does."""
    match choice:
        case ItemChoice.ACCEPT:
            return translate("words", "Accept after all")
        case ItemChoice.IDENTIFY:
            return translate("words", "Identify")
        case ItemChoice.ASK:
            return translate("words", "Ask the partner")
        case ItemChoice.QUOTE:
            return translate("words", "Send a quote")
        case ItemChoice.REPAIR:
            return translate("words", "Repair as quoted")
        case ItemChoice.RETURN:
            return translate("words", "Send back")
        case ItemChoice.REPLACE:
            return translate("words", "Send another unit")
        case ItemChoice.KEEP:
            return translate("words", "Keep it here")
        case ItemChoice.SCRAP:
            return translate("words", "Scrap")
        case ItemChoice.PAYER:
            return translate("words", "Say who pays")


def payer_word(payer: Payer) -> str:
    """Name who pays the freight."""
    match payer:
        case Payer.PARTNER:
            return translate("words", "The partner")
        case Payer.SMARTWITNESS:
            return translate("words", "SmartWitness")
        case Payer.SUPERVISOR:
            return translate("words", "Nobody knows yet")


def identity_words(identity: Identity) -> str:
    """Name a device of an RMA that another may be."""
    said = translate("words", "{serial}, {model}, {number}")
    return said.format(serial=shown(identity.serial, 32), model=shown(identity.model, 24), number=identity.number)


def item_case_reason(case: ItemCase) -> str:
    """Say in one line why a device waits for a supervisor."""
    if case.asked is not None:
        return _waits(case.asked.choice)
    match case.asks:
        case Question.VERDICT:
            return _headline(case.item)
        case Question.OUTCOME:
            return _outcome(case)
        case Question.PAYER:
            return payer_sentence(Payer.SUPERVISOR)
        case Question.REPLACEMENT_OUT:
            return translate("words", "Its replacement went out meanwhile.")


def leads_to_words(
    choice: ItemChoice, disposition: Disposition | None, send_back_to: Address | None
) -> tuple[str, ...]:
    """Say in sentences what a decision leads to."""
    if disposition is not None and choice not in {ItemChoice.ASK, ItemChoice.QUOTE}:
        return consequence(disposition, send_back_to)
    match choice:
        case ItemChoice.ACCEPT:
            return (translate("words", "It goes to the bench."),)
        case ItemChoice.IDENTIFY:
            return (translate("words", "It is counted as this device, and the rules judge it again."),)
        case ItemChoice.REPAIR:
            return (translate("words", "It goes back to the bench. The partner pays the repair and the freight."),)
        case ItemChoice.ASK | ItemChoice.QUOTE:
            return (translate("words", "It waits in this list until the partner has answered."),)
        case _:
            return ()


def _waits(choice: ItemChoice) -> str:
    if choice is ItemChoice.QUOTE:
        return translate("words", "Quote sent: the partner has to answer.")
    return translate("words", "Partner asked: an answer is to come.")


def _headline(item: Item) -> str:
    verdict = item.judgement.verdict if item.judgement else None
    finding = next((each for each in verdict.trace if each.rule is verdict.headline), None) if verdict else None
    return item_rule_sentence(finding) if finding else ""


def _outcome(case: ItemCase) -> str:
    inspection = case.item.inspection
    outcome = inspection.outcome if inspection else None
    if inspection is None or outcome is None:
        return ""
    if inspection.reason:
        said = translate("words", "{outcome}: {reason}")
        return said.format(outcome=outcome_word(outcome), reason=shown(inspection.reason, 60))
    return translate("words", "{}, and its replacement is out.").format(outcome_word(outcome))
