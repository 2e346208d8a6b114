"""What a supervisor decided and why, of a package, a device or a box of nobody alike, in words."""

from __future__ import annotations

from receiving_app.domain.events import Choice
from receiving_app.domain.item_events import ItemChoice
from receiving_app.domain.report_counts import ClaimChoice
from receiving_app.words.item_review import item_choice_word, item_reason_words
from receiving_app.words.review import choice_word, reason_words
from receiving_app.words.unclaimed import claim_choice_word, claim_reason_words

_OF_PACKAGES = frozenset(choice.value for choice in Choice)
_OF_DEVICES = frozenset(choice.value for choice in ItemChoice)
_OF_UNCLAIMED = frozenset(choice.value for choice in ClaimChoice)


def decided_word(choice: str) -> str:
    """Name a decision as its button does; one that isn't known is shown as it is."""
    if choice in _OF_PACKAGES:
        return choice_word(Choice(choice))
    if choice in _OF_UNCLAIMED:
        return claim_choice_word(ClaimChoice(choice))
    return item_choice_word(ItemChoice(choice)) if choice in _OF_DEVICES else choice


def because_words(choice: str, reason: str) -> str:
    """Say why it was decided so."""
    if choice in _OF_UNCLAIMED:
        return claim_reason_words(reason)
    return reason_words(reason) if choice in _OF_PACKAGES else item_reason_words(reason)
