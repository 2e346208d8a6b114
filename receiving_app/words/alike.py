"""Cases that are decided together, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.alike import Group
from receiving_app.domain.cases import Case
from receiving_app.domain.unpacking import ItemRule
from receiving_app.domain.verdict import Rule
from receiving_app.words.item_rules import item_rule_name
from receiving_app.words.rules import fault_word

translate = QCoreApplication.translate

_RULES = {each.value: each for each in Rule}
_ITEM_RULES = {each.value: each for each in ItemRule}


def group_reason(group: Group[Case]) -> str:
    """Say in one line why the cases of a group were rejected, and how many they are."""
    said = translate("words", "{count} alike: {faults}")
    return said.format(count=len(group.cases), faults=", ".join(_fault(code) for code in group.codes))


def group_partner(group: Group[Case]) -> str:
    """Name the partner of a group's cases, or say how many there are."""
    partners = {case.head.partner for case in group.cases}
    return partners.pop() if len(partners) == 1 else translate("words", "{} partners").format(len(partners))


def left_sentence(left: int) -> str:
    """Say how many cases stay though others were decided."""
    return translate("words", "Not decided: {}. They stay marked, and say why.").format(left)


def _fault(code: str) -> str:
    if code in _RULES:
        return fault_word(_RULES[code])
    match code:
        case ItemRule.NOT_ON_RMA:
            return translate("words", "Not on the RMA")
        case ItemRule.UNAUTHORIZED_EXTRA:
            return translate("words", "Something extra")
        case ItemRule.INCOMPLETE_ITEM:
            return translate("words", "Parts missing")
        case _:
            return item_rule_name(_ITEM_RULES[code]) if code in _ITEM_RULES else code
