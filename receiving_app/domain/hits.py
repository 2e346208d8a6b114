"""What a search has found: things, each with the number that has the text in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from receiving_app.domain.authorization import Rma
from receiving_app.domain.item import Item
from receiving_app.domain.package import Package
from receiving_app.domain.search_text import search_key
from receiving_app.domain.shipment import Shipment


class Found(StrEnum):
    """What was found."""

    RMA = "rma"
    PACKAGE = "package"
    ITEM = "item"
    SHIPMENT = "shipment"


class By(StrEnum):
    """By what it was found."""

    NUMBER = "number"
    TICKET = "ticket"
    SERIAL = "serial"
    TRACKING = "tracking"
    PARTNER = "partner"
    REPLACEMENT = "replacement"
    #: The number of an unclaimed box.
    UNCLAIMED = "unclaimed"
    #: Something found on a box that nobody could place.
    CLUE = "clue"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found: its key, what it is called, and which of its numbers has the text in it."""

    found: Found
    key: str
    name: str
    by: By
    matched: str
    thing: Rma | Package | Item | Shipment


@dataclass(frozen=True, slots=True)
class Hits:
    """What a text has found, the nearest first; not `complete` where a longer text may find more."""

    text: str
    hits: tuple[Hit, ...]
    complete: bool

    @property
    def searched(self) -> bool:
        """Whether the text had anything in it that can be searched for."""
        return bool(search_key(self.text))
