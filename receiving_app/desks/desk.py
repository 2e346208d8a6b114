"""What the station asks of the desk behind a screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from receiving_app.domain.reading import Reading


class Desk(Protocol):
    """The glue behind one screen: it is asked while its screen is shown."""

    def takes(self, readings: Sequence[Reading]) -> bool:
        """Take what was read together; False leaves it to the dock."""
        ...

    def show_standing(self) -> None:
        """Show how things stand, when one comes to the screen."""
        ...
