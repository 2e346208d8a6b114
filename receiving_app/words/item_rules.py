"""The item rules in words: what each looks at, and what it found."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.unpacking import ItemFinding, ItemRule
from receiving_app.domain.verdict import Answer
from receiving_app.words.readings import shown

translate = QCoreApplication.translate


def item_rule_name(rule: ItemRule) -> str:
    """Name what an item rule asks, so that yes is good."""
    match rule:
        case ItemRule.HAZARD:
            return translate("words", "Not dangerous")
        case ItemRule.NOT_ON_RMA:
            return translate("words", "Listed on an RMA of its box")
        case ItemRule.SERIAL_UNREADABLE:
            return translate("words", "Serial number readable")
        case ItemRule.DUPLICATE_SERIAL:
            return translate("words", "Here only once")
        case ItemRule.WRONG_MODEL:
            return translate("words", "The listed model")
        case ItemRule.WRONG_QUANTITY:
            return translate("words", "No more than listed")
        case ItemRule.TAMPERED:
            return translate("words", "Seal and housing untouched")
        case ItemRule.INCOMPLETE_ITEM:
            return translate("words", "All parts there")
        case ItemRule.UNAUTHORIZED_EXTRA:
            return translate("words", "Nothing extra")
        case ItemRule.TRANSIT_DAMAGE:
            return translate("words", "Arrived whole")


def item_rule_sentence(finding: ItemFinding) -> str:
    """Say what an item rule found, with its facts; a journal that lacks one says less."""
    if finding.answer is Answer.PASS:
        return translate("words", "Nothing speaks against it.")
    match finding.rule:
        case ItemRule.HAZARD:
            return translate("words", "It is swollen, hot, leaking or smoking.")
        case ItemRule.NOT_ON_RMA:
            return _not_on_rma(finding)
        case ItemRule.SERIAL_UNREADABLE:
            return translate("words", "Its serial number can't be read; its label stands for it.")
        case ItemRule.DUPLICATE_SERIAL:
            return translate("words", "Its serial number is here already: {}.").format(_fact(finding, "items"))
        case ItemRule.WRONG_MODEL:
            said = translate("words", "It is a {model}; listed is a {listed}.")
            return said.format(model=_fact(finding, "model"), listed=_fact(finding, "listed"))
        case ItemRule.WRONG_QUANTITY:
            said = translate("words", "More came than listed: {over} over {listed}.")
            return said.format(over=_fact(finding, "over"), listed=_fact(finding, "listed"))
        case ItemRule.TAMPERED:
            return translate("words", "Seal or housing was touched.")
        case ItemRule.INCOMPLETE_ITEM:
            return _incomplete(finding)
        case ItemRule.UNAUTHORIZED_EXTRA:
            return translate("words", "The RMA doesn't list: {}.").format(_fact(finding, "extras"))
        case ItemRule.TRANSIT_DAMAGE:
            return translate("words", "It was damaged in transit.")


def _not_on_rma(finding: ItemFinding) -> str:
    if finding.facts.get("elsewhere"):
        return translate("words", "Another RMA lists it: {}.").format(_fact(finding, "elsewhere"))
    if finding.facts.get("near"):
        return translate("words", "No RMA of its box lists it. Nearly the same: {}.").format(_fact(finding, "near"))
    return translate("words", "No RMA of its box lists it.")


def _incomplete(finding: ItemFinding) -> str:
    if finding.facts.get("missing"):
        return translate("words", "Missing: {}.").format(_fact(finding, "missing"))
    if finding.facts.get("not_looked_for"):
        return translate("words", "Nobody has looked for: {}.").format(_fact(finding, "not_looked_for"))
    return translate("words", "Missing, and not needed: {}.").format(_fact(finding, "optional"))


def _fact(finding: ItemFinding, name: str) -> str:
    value = finding.facts.get(name)
    return shown(str(value), 60) if value not in (None, "") else translate("words", "not known")
