"""Verdicts and their trace: what was decided for one RMA on one package, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

#: A fact as it is stored and shown: plain JSON values only.
Fact = str | int | bool | None


class Decision(StrEnum):
    """What happens to the package."""

    ACCEPT = "accept"
    REJECT = "reject"
    HOLD = "hold"


class Answer(StrEnum):
    """What a rule says of the facts."""

    PASS = "pass"  # noqa: S105 - an answer, not a secret
    FAIL = "fail"
    UNSURE = "unsure"


class Rule(StrEnum):
    """The label rules, in the order in which they are listed and headline a verdict."""

    HAZARD = "hazard"
    RMA_MISSING = "rma-missing"
    RMA_MALFORMED = "rma-malformed"
    RMA_UNKNOWN = "rma-unknown"
    RMA_NOT_OPEN = "rma-not-open"
    LATE = "late"
    LATE_DOCK_CLOSED = "late-dock-closed"
    ADVANCED_EXPOSURE = "advanced-exposure"
    ARRIVED_BEFORE_RMA = "arrived-before-rma"
    ALREADY_RECEIVED = "already-received"
    SENDER_DIFFERS = "sender-differs"
    DATA_STALE = "data-stale"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's answer with the facts that it used."""

    rule: Rule
    answer: Answer
    facts: Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Verdict:
    """ACCEPT, REJECT or HOLD, the rule that headlines it, all rules that led to it, and every rule's answer."""

    decision: Decision
    headline: Rule | None
    codes: tuple[Rule, ...]
    trace: tuple[Finding, ...]
    policy_version: int
