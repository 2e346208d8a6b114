"""Crossed boxes: devices that lie in another RMA's box, put together as one exchange for a supervisor.

What is decided of it is one event about both devices; `line.settled` ends the wait for a device that never comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Home:
    """A line of an open RMA that lists a device by its serial number and still awaits it."""

    rma_key: str
    number: str
    line: str
    model: str


@dataclass(frozen=True, slots=True)
class Stray:
    """A device that no accepted RMA of its box lists; `judged` is the verdict that says so.

    `box_rmas` and `box_numbers` are its box's accepted RMAs, `homes` the lines elsewhere that list it.
    """

    item: str
    serial: str
    model: str
    lpn: str
    judged: str
    box_rmas: tuple[str, ...]
    box_numbers: tuple[str, ...]
    homes: tuple[Home, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One device of an exchange, and the line it is to be counted to."""

    stray: Stray
    home: Home


@dataclass(frozen=True, slots=True)
class Exchange:
    """Devices that seem to lie in each other's boxes; one side only while the other device isn't here."""

    sides: tuple[Side, ...]

    @property
    def id(self) -> str:
        """Name it by its devices: the same devices are the same exchange."""
        return "+".join(side.stray.item for side in self.sides)

    @property
    def is_whole(self) -> bool:
        """Whether both devices are here."""
        return len(self.sides) == 2


def exchanges(strays: Iterable[Stray]) -> tuple[Exchange, ...]:
    """Propose exchanges, the device first that was found first.

    Two devices make one where each is listed by an RMA of the other's box. A device without such a partner makes one
    of its own, unless several RMAs list it: then nobody can tell where it belongs.
    """
    waiting = list(strays)
    found = []
    while waiting:
        first = waiting.pop(0)
        pair = _pair(first, waiting)
        if pair is not None:
            waiting.remove(pair.sides[1].stray)
            found.append(pair)
        elif len(first.homes) == 1:
            found.append(Exchange((Side(first, first.homes[0]),)))
    return tuple(found)


def _pair(first: Stray, others: Sequence[Stray]) -> Exchange | None:
    for other in others:
        there, here = _home_in(first, other), _home_in(other, first)
        if there is not None and here is not None:
            return Exchange((Side(first, there), Side(other, here)))
    return None


def _home_in(stray: Stray, other: Stray) -> Home | None:
    """Give the line of the other one's box that lists a device."""
    return next((home for home in stray.homes if home.rma_key in other.box_rmas), None)


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One device of a decided exchange and the line it belongs to; `judged` is the verdict that was looked at."""

    item: str
    judged: str
    rma_key: str
    number: str
    line: str
    model: str


@dataclass(frozen=True, slots=True)
class ExchangeDecided:
    """A person says whether boxes were crossed: then each device is counted to the line that lists it."""

    sides: tuple[Exchanged, ...]
    crossed: bool
    reason: str
    note: str = ""

    @property
    def item(self) -> str:
        """The device that was found first."""
        return self.sides[0].item

    @property
    def with_item(self) -> str | None:
        """The other device, where it is here."""
        return self.sides[1].item if len(self.sides) == 2 else None

    def side_of(self, item: str) -> Exchanged | None:
        """Give what is said of one device."""
        return next((side for side in self.sides if side.item == item), None)


class LineEnd(StrEnum):
    """How a line ends that nothing more is awaited for."""

    NOT_RETURNED = "not-returned"


@dataclass(frozen=True, slots=True)
class LineSettled:
    """A person says that what a line still awaits, `missing` of it, will not come."""

    rma_key: str
    number: str
    line: str
    how: LineEnd
    missing: int
    reason: str
    note: str = ""
