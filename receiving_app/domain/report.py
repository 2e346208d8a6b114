"""What a report says of a period, from its sums: pure arithmetic on whole numbers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from receiving_app.domain.disposition import WAITING, InspectionOutcome
from receiving_app.domain.events import Choice
from receiving_app.domain.item_events import ItemChoice
from receiving_app.domain.period import Period
from receiving_app.domain.report_counts import Measure, Span
from receiving_app.domain.verdict import Decision, Rule

Name = TypeVar("Name", str, tuple[str, str])
#: What, which, whose.
Names = tuple[str, str, str]
#: Decisions that let through what the rules had not.
_OVERRIDES = frozenset({Choice.OVERRIDE.value, ItemChoice.ACCEPT.value})
_NO_END = frozenset(outcome.value for outcome in WAITING)


class Age(StrEnum):
    """How long something has been here."""

    FRESH = "up to 2 days"
    DAYS = "3 to 5 days"
    WEEK = "6 to 10 days"
    OLD = "more than 10 days"


def age_of(since: datetime, now: datetime) -> Age:
    """Tell how long something has been here, in whole days that have passed."""
    days = (now - since) // timedelta(days=1)
    if days <= 2:
        return Age.FRESH
    if days <= 5:
        return Age.DAYS
    return Age.WEEK if days <= 10 else Age.OLD


class Waits(StrEnum):
    """For whom or what something in the building waits."""

    REVIEW = "review"
    UNPACKING = "unpacking"
    BENCH = "bench"
    DECISION = "decision"
    SHIPPING = "shipping"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole; without a whole there is no share."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """How many of a hundred."""
        return 100 * self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Times:
    """How long something took: half of `count` took no longer than `median`, nine in ten no longer than `p90`."""

    count: int
    median: timedelta | None = None
    p90: timedelta | None = None


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """How one partner's returns went: verdicts on packages, and outcomes of devices."""

    partner: str
    name: str
    verdicts: int
    rejected: int
    held: int
    late: int
    outcomes: int
    no_fault_found: int


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is in the building now and waits, by for what and how long."""

    waiting: Mapping[tuple[Waits, Age], int] = field(default_factory=dict)

    def total(self, waits: Waits) -> int:
        """Give how many wait for something."""
        return sum(self.waiting.get((waits, age), 0) for age in Age)


@dataclass(frozen=True, slots=True)
class Report:
    """The sums of a period by measure and names, those of its days by measure and what, and how things stand now."""

    period: Period
    sums: Mapping[Measure, Mapping[Names, int]]
    by_day: Mapping[tuple[date, Measure, str], int] = field(default_factory=dict)
    backlog: Backlog = field(default_factory=Backlog)
    partners: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)

    def total(self, measure: Measure, what: str | None = None) -> int:
        """Give how many of a measure there are, or of one kind of it."""
        return sum(n for names, n in self._of(measure).items() if what is None or names[0] == what)

    def stepped(self, measure: Measure, what: str | None = None) -> Mapping[date, int]:
        """Give how many there are in each step of the period."""
        steps = dict.fromkeys(self.period.steps(), 0)
        for (day, of, kind), amount in self.by_day.items():
            if of is measure and what in (None, kind):
                steps[self.period.begin_of(day)] += amount
        return steps

    def reasons(self) -> tuple[tuple[Decision, Rule | None, int], ...]:
        """Give why packages were rejected or held, the most frequent first."""
        found: Counter[tuple[str, str]] = Counter()
        for (decision, rule, _), amount in self._of(Measure.VERDICT).items():
            if decision != Decision.ACCEPT:
                found[decision, rule] += amount
        return tuple(
            (Decision(decision), Rule(rule) if rule else None, amount) for (decision, rule), amount in _ranked(found)
        )

    def times(self, span: Span) -> Times:
        """Give how long something took."""
        took = {int(minutes): n for (of, minutes, _), n in self._of(Measure.TOOK).items() if of == span}
        count = sum(took.values())
        if not count:
            return Times(0)
        return Times(count, _at(took, math.ceil(count / 2)), _at(took, math.ceil(count * 9 / 10)))

    def no_fault_found(self) -> tuple[tuple[str, str, Part], ...]:
        """Give for each model and firmware how many of the outcomes that end a test found no fault."""
        found: Counter[tuple[str, str]] = Counter()
        none: Counter[tuple[str, str]] = Counter()
        for (outcome, model, firmware), amount in self._of(Measure.OUTCOME).items():
            if outcome not in _NO_END:
                found[model, firmware] += amount
            if outcome == InspectionOutcome.NO_FAULT_FOUND:
                none[model, firmware] += amount
        return tuple((model, firmware, Part(none[model, firmware], n)) for (model, firmware), n in _ranked(found))

    def partner_cards(self) -> tuple[PartnerCard, ...]:
        """Give every partner's card, the one with the most returns first."""
        verdicts, outcomes = self._of(Measure.VERDICT), self._of(Measure.PARTNER_OUTCOME)
        sums: Counter[tuple[str, str]] = Counter()
        for (decision, rule, partner), amount in verdicts.items():
            sums[partner, "verdicts"] += amount
            sums[partner, decision] += amount
            sums[partner, "late"] += amount if rule in {Rule.LATE, Rule.LATE_DOCK_CLOSED} else 0
        for (outcome, _, partner), amount in outcomes.items():
            sums[partner, "outcomes"] += 0 if outcome in _NO_END else amount
            sums[partner, outcome] += amount
        partners = {partner for partner, _ in sums}
        cards = (
            PartnerCard(
                partner=partner,
                name=self.partners.get(partner, partner),
                verdicts=sums[partner, "verdicts"],
                rejected=sums[partner, Decision.REJECT],
                held=sums[partner, Decision.HOLD],
                late=sums[partner, "late"],
                outcomes=sums[partner, "outcomes"],
                no_fault_found=sums[partner, InspectionOutcome.NO_FAULT_FOUND],
            )
            for partner in partners
        )
        return tuple(sorted(cards, key=lambda card: (-card.verdicts, -card.outcomes, card.name, card.partner)))

    def decisions(self) -> tuple[tuple[str, str, int], ...]:
        """Give supervisors' decisions and their reasons, the most frequent first."""
        found: Counter[tuple[str, str]] = Counter()
        for (choice, reason, _), amount in self._of(Measure.DECIDED).items():
            found[choice, reason] += amount
        return tuple((choice, reason, amount) for (choice, reason), amount in _ranked(found))

    def overrides(self) -> tuple[tuple[str, Part], ...]:
        """Give for each person how many of their decisions were overrides, who decided most first."""
        decided: Counter[str] = Counter()
        over: Counter[str] = Counter()
        for (choice, _, person), amount in self._of(Measure.DECIDED).items():
            decided[person] += amount
            over[person] += amount if choice in _OVERRIDES else 0
        return tuple(
            (self.people.get(person, person), Part(over[person], amount)) for person, amount in _ranked(decided)
        )

    def read_rates(self) -> tuple[tuple[str, Part], ...]:
        """Give for each way to read how much of what came in stands on a label, the busiest first."""
        read: Counter[str] = Counter()
        for (source, _, _), amount in self._of(Measure.READING).items():
            read[source] += amount
        return tuple((source, Part(self.total(Measure.ON_LABEL, source), amount)) for source, amount in _ranked(read))

    def _of(self, measure: Measure) -> Mapping[Names, int]:
        return self.sums.get(measure, {})


def _ranked(counts: Counter[Name]) -> list[tuple[Name, int]]:
    """Give what there is any of, the most first; equals in the order of their names."""
    return sorted(((name, n) for name, n in counts.items() if n), key=lambda each: (-each[1], each[0]))


def _at(took: Mapping[int, int], place: int) -> timedelta:
    """Give the time in a place among all, counted from 1, the shortest first."""
    passed = 0
    for minutes in sorted(took):
        passed += took[minutes]
        if passed >= place:
            return timedelta(minutes=minutes)
    raise AssertionError("the place lies among the times")
