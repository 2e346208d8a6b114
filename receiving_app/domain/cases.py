"""What waits for a supervisor's decision: one value for each kind of case, and the row that the list shows of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, TypeVar

from receiving_app.domain.authorization import Units, serial_key
from receiving_app.domain.money import Prices, worth
from receiving_app.domain.package import Judgement, Package
from receiving_app.domain.putting_off import PutOff
from receiving_app.domain.rma_number import number_key
from receiving_app.domain.search_text import search_key
from receiving_app.domain.verdict import Decision, Rule


class CaseKind(StrEnum):
    """What a case is about; the screen has a page for each."""

    #: A package that the label rules rejected or held.
    PACKAGE = "package"
    #: A device that the item rules rejected or held.
    ITEM = "item"
    #: A tested device of which a supervisor says what happens or who pays.
    OUTCOME = "outcome"
    #: A carton that was opened and found empty.
    EMPTY_BOX = "empty-box"
    #: Devices in each other's boxes.
    EXCHANGE = "exchange"
    #: An RMA whose last day is over while something on it never came.
    INCOMPLETE_RMA = "incomplete-rma"
    #: A box that is kept until somebody claims it.
    UNCLAIMED = "unclaimed"


@dataclass(frozen=True, slots=True)
class Head:
    """What the list shows of a case, whatever it is about.

    `key` names the case among its kind, so that it stays chosen while it waits; `thing` is a licence plate or an
    item's label; `decision` is None where no rule has rejected or held anything; `danger`: it may burn or leak.
    `rests_until` is the day on which it comes up again, `handed_to` the id of whom it was handed to; `units` are the
    devices at stake, none where nobody knows; `codes` are the rules that led to the decision.
    """

    kind: CaseKind
    key: tuple[str, ...]
    since: datetime
    decision: Decision | None
    number: str = ""
    partner: str = ""
    thing: str = ""
    serial: str = ""
    danger: bool = False
    rests_until: date | None = None
    handed_to: str = ""
    units: Units = ()
    codes: tuple[str, ...] = ()

    @property
    def papers(self) -> str:
        """By what its evidence is asked for: its package or device, both devices of crossed boxes, or its RMA."""
        match self.kind:
            case CaseKind.EXCHANGE:
                return self.key[0]
            case CaseKind.INCOMPLETE_RMA:
                return self.number
            case _:
                return self.thing

    def rests(self, today: date) -> bool:
        """Tell whether it was put off until a later day."""
        return self.rests_until is not None and self.rests_until > today

    def named_by(self, labels: Collection[str], numbers: Collection[str]) -> bool:
        """Tell whether one of these is the label or the serial number of what it is about, or its RMA's number.

        Both are keys: of serial numbers, and of RMA numbers.
        """
        if any(each and serial_key(each) in labels for each in (self.thing, self.serial)):
            return True
        last = self.number[-1:].upper()
        if last.isascii() and last.isalnum() and not any(key.endswith(last) for key in numbers):
            # Nine in ten of ten thousand cases are told by this alone.
            return False
        return bool(self.number) and number_key(self.number) in numbers


class Case(Protocol):
    """Anything that waits for a supervisor's decision."""

    @property
    def head(self) -> Head:
        """What the list shows of it."""

    @property
    def put_off(self) -> PutOff | None:
        """What it waits for besides a decision."""

    @property
    def judged(self) -> str:
        """The event that a decision on it is about."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A case of which only its row was read; all of it is read when somebody looks at it."""

    head: Head
    put_off: PutOff | None = None
    judged: str = ""


@dataclass(frozen=True, slots=True)
class PackageCase:
    """One verdict on a package, with the package it was given for."""

    package: Package
    judgement: Judgement

    @property
    def head(self) -> Head:
        """What the list shows of it."""
        rma = self.judgement.facts.rma
        return Head(
            kind=CaseKind.PACKAGE,
            key=(self.package.lpn, self.judgement.key),
            # Judged again it is no younger.
            since=self.package.opened_at,
            decision=self.judgement.decision,
            number=self.judgement.number,
            partner=rma.partner_name if rma else "",
            thing=self.package.lpn,
            danger=self.package.hazard or self.judgement.verdict.headline is Rule.HAZARD,
            rests_until=self.put_off.until if self.put_off else None,
            handed_to=handed_to(self.put_off),
            units=rma.awaited_by_model if rma else (),
            codes=tuple(self.judgement.verdict.codes),
        )

    @property
    def put_off(self) -> PutOff | None:
        """What it waits for besides a decision."""
        return self.judgement.put_off

    @property
    def judged(self) -> str:
        """The event that a decision on it is about."""
        return self.judgement.event


def handed_to(put_off: PutOff | None) -> str:
    """Give the id of whom a case was handed to, empty where nobody."""
    return (put_off.to or "") if put_off else ""


#: By this name the station remembers how its list was left.
REVIEW_LIST = "review-list"


class Shown(StrEnum):
    """Which cases a list leaves by what the rules said of them."""

    ALL = "all"
    REJECTS = "rejects"
    HOLDS = "holds"
    #: What no rule has rejected or held.
    OTHERS = "others"


class Order(StrEnum):
    """In which order a list shows cases."""

    URGENCY = "urgency"
    VALUE = "value"


_VERDICTS = {Shown.REJECTS: Decision.REJECT, Shown.HOLDS: Decision.HOLD, Shown.OTHERS: None}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases a list leaves, and in which order it shows them.

    `text` is part of an RMA number, a serial number, a label or a partner's name.
    """

    shown: Shown = Shown.ALL
    kind: CaseKind | None = None
    partner: str = ""
    text: str = ""
    order: Order = Order.URGENCY

    def leaves(self, head: Head) -> bool:
        """Tell whether a case stays in the list."""
        if self.shown is not Shown.ALL and head.decision is not _VERDICTS[self.shown]:
            return False
        if (self.kind is not None and head.kind is not self.kind) or (self.partner and head.partner != self.partner):
            return False
        sought = search_key(self.text)
        written = (head.number, head.thing, head.serial, head.partner)
        return not sought or any(sought in search_key(each) for each in written)


AnyCase = TypeVar("AnyCase", bound=Case)
_UNKNOWN = Decimal(-1)


def by_urgency(cases: Iterable[AnyCase], today: date) -> tuple[AnyCase, ...]:
    """Order what waits: danger first, then what has waited longest, whatever its kind; last what rests today."""
    heads = ((case.head, case) for case in cases)
    ranked = sorted(heads, key=lambda each: (not each[0].danger, each[0].rests(today), each[0].since))
    return tuple(case for _head, case in ranked)


def by_value(cases: Iterable[AnyCase], prices: Prices) -> tuple[AnyCase, ...]:
    """Order what waits by what is at stake, the most first; those of which nobody knows it stay as they are, last."""
    known: dict[Units, Decimal] = {}

    def at_stake(case: AnyCase) -> Decimal:
        units = case.head.units
        if units not in known:
            value = worth(units, prices)
            known[units] = value.amount if value is not None else _UNKNOWN
        return known[units]

    return tuple(sorted(cases, key=at_stake, reverse=True))
