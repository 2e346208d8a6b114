"""What a scan means at the review while a box is looked at that nobody could place."""

from __future__ import annotations

from dataclasses import dataclass

from receiving_app.domain.item_id import item_id_in
from receiving_app.domain.label_reading import Kind, kind_by_pattern
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import HAND_HELD, Reading
from receiving_app.domain.serial_text import place_in

#: These are the dock's and the people's, wherever they are scanned.
_OTHERS = frozenset({Kind.BADGE, Kind.LPN, Kind.COMMAND})


@dataclass(frozen=True, slots=True)
class Shelf:
    """The shelf that a scan names."""

    place: str


def meaning(reading: Reading, policy: Policy) -> Shelf | Reading | None:
    """Say what one scan means: a shelf, or something on the box, given as it was read; None where it is neither."""
    if reading.source not in HAND_HELD or not reading.text.strip():
        return None
    if kind_by_pattern(reading, policy.number_format) in _OTHERS or item_id_in(reading.text):
        return None
    place = place_in(reading.text)
    return Shelf(place) if place is not None else reading
