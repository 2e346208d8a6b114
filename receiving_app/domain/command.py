"""Command barcodes: the acts a worker can do without touching mouse or keyboard."""

from __future__ import annotations

from enum import StrEnum

from receiving_app.domain.rma_number import plain

PREFIX = "SW-CMD-"


class Command(StrEnum):
    """One act of the printed command sheet; the barcode is `PREFIX` and the value."""

    TRUCK_ARRIVED = "TRUCK-ARRIVED"
    DONE = "DONE"
    NEXT = "NEXT"
    SAME_BOX = "SAME-BOX"
    ANOTHER_BOX = "ANOTHER-BOX"
    OLD_LABEL = "OLD-LABEL"
    NO_NUMBER = "NO-NUMBER"
    NOT_A_RETURN = "NOT-A-RETURN"
    OUR_UNDELIVERABLE = "OUR-UNDELIVERABLE"
    REFUSED_AT_DOOR = "REFUSED-AT-DOOR"
    HAZARD = "HAZARD"
    UNDO = "UNDO"

    @property
    def barcode(self) -> str:
        """The text its barcode carries."""
        return PREFIX + self.value


def command_named(text: str) -> Command | None:
    """Give the command that a barcode's text names, if it names one."""
    word = plain(text).replace(" ", "")
    if not word.startswith(PREFIX):
        return None
    try:
        return Command(word.removeprefix(PREFIX))
    except ValueError:
        return None
