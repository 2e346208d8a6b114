"""What waits for a supervisor's decision: one value for each kind of case, and the row that the list shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from receiving_app.domain.package import Judgement, Package
from receiving_app.domain.verdict import Decision


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


@dataclass(frozen=True, slots=True)
class Head:
    """What the list shows of a case, whatever it is about.

    `key` names the case among its kind, so that it stays chosen while it waits; `thing` is a licence plate or an
    item's label; `decision` is None where no rule has rejected or held anything.
    """

    kind: CaseKind
    key: tuple[str, ...]
    since: datetime
    decision: Decision | None
    number: str = ""
    partner: str = ""
    thing: str = ""


class Case(Protocol):
    """Anything that waits for a supervisor's decision."""

    @property
    def head(self) -> Head:
        """What the list shows of it."""


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
            since=self.judgement.judged_at,
            decision=self.judgement.decision,
            number=self.judgement.number,
            partner=rma.partner_name if rma else "",
            thing=self.package.lpn,
        )
