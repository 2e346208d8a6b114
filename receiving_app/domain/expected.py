"""What should be in a box: the lines of its accepted RMAs, what has come of them, and what is still awaited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from receiving_app.domain.authorization import Line, Part
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import Medium
from receiving_app.domain.unpacking import PartCount


@dataclass(frozen=True, slots=True)
class ExpectedLine:
    """A line with what came of it in this box (`here`) and in others; its parts are the RMA's own, else the model's.

    `settled`: what hasn't come was settled as not returned.
    """

    rma_key: str
    number: str
    receive_by: date
    line: Line
    here: tuple[Item, ...] = ()
    others: tuple[Item, ...] = ()
    settled: bool = False

    @property
    def came(self) -> int:
        """How many have come, this box included; the service may know of more, from other stations."""
        return max(len(self.here) + len(self.others), self.line.received)

    @property
    def awaited(self) -> int:
        """How many are still to come; none where a person has said that the rest won't."""
        return 0 if self.settled else max(0, self.line.quantity - self.came)


def parts_of(item: Item, lines: tuple[ExpectedLine, ...]) -> tuple[Part, ...]:
    """Give the parts that belong to an item: its line's, also where it came in another RMA's box."""
    own = next((each.line for each in lines if (each.rma_key, each.line.id) == (item.rma_key, item.line)), None)
    line = own or (item.judgement.facts.line if item.judgement else None)
    return line.parts if line else ()


def part_counts(item: Item, parts: tuple[Part, ...]) -> tuple[PartCount, ...]:
    """Give an item's parts with what was found of each."""
    found = {part.part: part.found for part in item.parts}
    return tuple(PartCount(part.name, part.required, found.get(part.name)) for part in parts)


def media_of(parts: tuple[Part, ...]) -> tuple[Medium, ...]:
    """Say where a device's video may be, told by the names of its parts."""
    media: dict[Medium, None] = {}
    for part in parts:
        name = part.name.casefold()
        if "card" in name:
            media[Medium.CARD] = None
        elif "memory" in name:
            media[Medium.INTERNAL_MEMORY] = None
    return tuple(media)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What nobody has looked for yet on an item: parts, and where the client's video may be."""

    item: Item
    parts: tuple[str, ...] = ()
    media: tuple[Medium, ...] = ()


def unsettled(item: Item, parts: tuple[Part, ...]) -> Unsettled | None:
    """Say what is still missing of an item's check; None where nothing is."""
    recorded = {custody.medium for custody in item.custody}
    open_parts = tuple(part.name for part in part_counts(item, parts) if part.required and part.found is None)
    open_media = tuple(medium for medium in media_of(parts) if medium not in recorded)
    return Unsettled(item, open_parts, open_media) if open_parts or open_media else None
