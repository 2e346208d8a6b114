"""A report as people read it: sheets of cells in words, with the numbers behind them and what a picture draws of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shade(StrEnum):
    """In which colour a column is drawn; a screen has one for each, and words beside them."""

    ACCEPT = "accept"
    REJECT = "reject"
    HOLD = "hold"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place; `value` is the number behind the words, where there is one."""

    text: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A column that is drawn, by its place."""

    column: int
    shade: Shade = Shade.PLAIN


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a report; `about` says what is counted.

    `drawn` columns are drawn on top of each other, row for row; `names` are the first columns, which say what a row is.
    `over_time`: rows follow each other in time; `totals` is the row beneath them.
    """

    title: str
    about: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    drawn: tuple[Drawn, ...] = ()
    names: int = 1
    over_time: bool = False
    totals: tuple[Cell, ...] = ()

    def name_of(self, row: int) -> str:
        """Say in one line what a row is about."""
        return " · ".join(cell.text for cell in self.rows[row][: self.names] if cell.text)


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A whole report in words: what it is called, which days it is about, and its sheets."""

    title: str
    period: str
    sheets: tuple[Sheet, ...]
