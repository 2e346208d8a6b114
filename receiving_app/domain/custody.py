"""The client's video in a device: what can be said of it, and what is known so far."""

from __future__ import annotations

from dataclasses import dataclass

from receiving_app.domain.command import Command
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import CustodyRecorded, Fate, Medium


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of one medium: whether it holds video, and what became of that."""

    medium: Medium
    present: bool
    fate: Fate | None = None


#: What the commands of the sheet say.
SAID = {
    Command.NO_CARD: Said(Medium.CARD, False),
    Command.CARD_RETURNED: Said(Medium.CARD, True, Fate.RETURNED),
    Command.CARD_ERASED: Said(Medium.CARD, True, Fate.ERASED),
    Command.CARD_WAITS: Said(Medium.CARD, True, Fate.AWAITING_ANSWER),
    Command.NO_MEMORY: Said(Medium.INTERNAL_MEMORY, False),
    Command.MEMORY_VIDEO: Said(Medium.INTERNAL_MEMORY, True),
    Command.MEMORY_RETURNED: Said(Medium.INTERNAL_MEMORY, True, Fate.RETURNED),
    Command.MEMORY_ERASED: Said(Medium.INTERNAL_MEMORY, True, Fate.ERASED),
    Command.MEMORY_WAITS: Said(Medium.INTERNAL_MEMORY, True, Fate.AWAITING_ANSWER),
}


def known_of(item: Item | None, medium: Medium) -> CustodyRecorded | None:
    """Give what was last said of a medium; None where nobody has looked."""
    return next((each for each in item.custody if each.medium is medium), None) if item else None
