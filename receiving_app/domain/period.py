"""The days that a report is about, and the steps in which a picture shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

#: More steps than this nobody tells apart in a picture.
_MOST_STEPS = 31
_WEEKS_UNTIL = 7 * _MOST_STEPS


class PeriodError(ValueError):
    """The period ends before it begins."""


class Step(StrEnum):
    """In what a period is shown."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included; raise `PeriodError` where the last is before the first."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise PeriodError(f"{self.first} to {self.last}")

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def step(self) -> Step:
        """In what it is shown, so that the steps can be told apart."""
        if self.days <= _MOST_STEPS:
            return Step.DAY
        return Step.WEEK if self.days <= _WEEKS_UNTIL else Step.MONTH

    def begin_of(self, day: date) -> date:
        """Give the day on which a day's step begins: itself, its Monday or the first of its month."""
        match self.step:
            case Step.DAY:
                return day
            case Step.WEEK:
                return day - timedelta(days=day.weekday())
            case Step.MONTH:
                return day.replace(day=1)

    def steps(self) -> tuple[date, ...]:
        """Give where its steps begin, in order."""
        return tuple(dict.fromkeys(map(self.begin_of, self._days())))

    def _days(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(self.days))
