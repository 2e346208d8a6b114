"""The check of one item from an opened box against its RMA: pure rules with a trace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from receiving_app.domain.authorization import Line
from receiving_app.domain.policy import OnExtra, OnMissingPart, Policy
from receiving_app.domain.verdict import Answer, Decision, Fact


class ItemRule(StrEnum):
    """The rules for an item, in the order in which they are listed and headline a verdict."""

    HAZARD = "hazard"
    NOT_ON_RMA = "not-on-rma"
    SERIAL_UNREADABLE = "serial-unreadable"
    DUPLICATE_SERIAL = "duplicate-serial"
    WRONG_MODEL = "wrong-model"
    WRONG_QUANTITY = "wrong-quantity"
    TAMPERED = "tampered"
    INCOMPLETE_ITEM = "incomplete-item"
    UNAUTHORIZED_EXTRA = "unauthorized-extra"
    TRANSIT_DAMAGE = "transit-damage"


@dataclass(frozen=True, slots=True)
class PartCount:
    """A part that belongs to an item: how many were found; None while nobody has looked."""

    name: str
    required: bool
    found: int | None = None


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """Everything the item rules look at.

    `line` is the line that the item was found to belong to, None where none lists it; `elsewhere` are other open
    RMAs that list its serial; `near` listed serials that it may have been misread for; `in_building` other items
    with the same serial and model. `model` is what stands on the device, empty where nobody compared it.
    `over` counts how many more than the line's quantity have come with this one.
    """

    serial: str
    model: str = ""
    placeholder: bool = False
    line: Line | None = None
    elsewhere: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    in_building: tuple[str, ...] = ()
    over: int = 0
    parts: tuple[PartCount, ...] = ()
    extras: tuple[str, ...] = ()
    hazard: bool = False
    tampered: bool = False
    transit_damage: bool = False


@dataclass(frozen=True, slots=True)
class ItemFinding:
    """One item rule's answer with the facts that it used."""

    rule: ItemRule
    answer: Answer
    facts: Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    """ACCEPT, REJECT or HOLD for one item; `notes` are what was found and leads to neither."""

    decision: Decision
    headline: ItemRule | None
    codes: tuple[ItemRule, ...]
    notes: tuple[ItemRule, ...]
    trace: tuple[ItemFinding, ...]
    policy_version: int


ItemRuleFunction = Callable[[ItemFacts], ItemFinding]


def judge_item(facts: ItemFacts, policy: Policy) -> ItemVerdict:
    """Ask every item rule and join the answers: a hazard first, then a rejection, then any doubt."""
    trace = tuple(rule(facts) for rule in ITEM_RULES)
    failed = [(finding.rule, _leads_to(finding, policy)) for finding in trace if finding.answer is Answer.FAIL]
    rejects = [rule for rule, decision in failed if decision is Decision.REJECT]
    holds = [rule for rule, decision in failed if decision is Decision.HOLD]
    holds += [finding.rule for finding in trace if finding.answer is Answer.UNSURE]
    notes = tuple(rule for rule, decision in failed if decision is None)
    if rejects and ItemRule.HAZARD not in holds:
        return _verdict(Decision.REJECT, rejects, holds, notes=notes, trace=trace, policy=policy)
    if holds:
        return _verdict(Decision.HOLD, holds, rejects, notes=notes, trace=trace, policy=policy)
    return _verdict(Decision.ACCEPT, [], [], notes=notes, trace=trace, policy=policy)


def _leads_to(finding: ItemFinding, policy: Policy) -> Decision | None:
    """Say what a failed rule leads to; None: it is noted only."""
    match finding.rule:
        case ItemRule.NOT_ON_RMA:
            return Decision.REJECT
        case ItemRule.TRANSIT_DAMAGE:
            return None
        case ItemRule.INCOMPLETE_ITEM if not finding.facts["missing"]:
            return None
        case ItemRule.INCOMPLETE_ITEM:
            return Decision.REJECT if policy.missing_parts is OnMissingPart.REJECT else Decision.HOLD
        case ItemRule.UNAUTHORIZED_EXTRA:
            by_policy = {OnExtra.NOTE: None, OnExtra.HOLD: Decision.HOLD, OnExtra.REJECT: Decision.REJECT}
            return by_policy[policy.extras]
        case _:
            return Decision.HOLD


def _verdict(
    decision: Decision,
    leading: list[ItemRule],
    others: list[ItemRule],
    *,
    notes: tuple[ItemRule, ...],
    trace: tuple[ItemFinding, ...],
    policy: Policy,
) -> ItemVerdict:
    order = list(ItemRule)
    leading = sorted(leading, key=order.index)
    codes = (*leading, *sorted(others, key=order.index))
    return ItemVerdict(decision, leading[0] if leading else None, codes, notes, trace, policy.version)


def _found(rule: ItemRule, failed: bool, /, **facts: Fact) -> ItemFinding:
    return ItemFinding(rule, Answer.FAIL if failed else Answer.PASS, facts)


def hazard(facts: ItemFacts) -> ItemFinding:
    """Nothing is swollen, hot, leaking or smoking."""
    return _found(ItemRule.HAZARD, facts.hazard)


def not_on_rma(facts: ItemFacts) -> ItemFinding:
    """The device's own serial is a line of an accepted RMA of its package."""
    missing = facts.line is None and not facts.placeholder
    return _found(
        ItemRule.NOT_ON_RMA,
        missing,
        serial=facts.serial,
        elsewhere=", ".join(facts.elsewhere),
        near=", ".join(facts.near),
    )


def serial_unreadable(facts: ItemFacts) -> ItemFinding:
    """The serial can be read."""
    return _found(ItemRule.SERIAL_UNREADABLE, facts.placeholder, serial=facts.serial)


def duplicate_serial(facts: ItemFacts) -> ItemFinding:
    """The serial is not in the building already."""
    return _found(
        ItemRule.DUPLICATE_SERIAL, bool(facts.in_building), serial=facts.serial, items=", ".join(facts.in_building)
    )


def wrong_model(facts: ItemFacts) -> ItemFinding:
    """The model on the device is its line's."""
    listed = facts.line.model if facts.line else ""
    differs = bool(facts.model and listed) and facts.model.strip().upper() != listed.strip().upper()
    return _found(ItemRule.WRONG_MODEL, differs, model=facts.model, listed=listed)


def wrong_quantity(facts: ItemFacts) -> ItemFinding:
    """No more have come than the line lists."""
    listed = facts.line.quantity if facts.line else 0
    return _found(ItemRule.WRONG_QUANTITY, facts.over > 0, listed=listed, over=facts.over)


def tampered(facts: ItemFacts) -> ItemFinding:
    """Seals and housing are untouched."""
    return _found(ItemRule.TAMPERED, facts.tampered)


def incomplete_item(facts: ItemFacts) -> ItemFinding:
    """The item has its parts; a required one nobody has looked for yet leaves it open."""
    gone = [part for part in facts.parts if part.found == 0]
    missing = [part.name for part in gone if part.required]
    optional = [part.name for part in gone if not part.required]
    open_parts = [part.name for part in facts.parts if part.required and part.found is None]
    said: dict[str, Fact] = {
        "missing": ", ".join(missing),
        "optional": ", ".join(optional),
        "not_looked_for": ", ".join(open_parts),
    }
    if open_parts and not missing:
        return ItemFinding(ItemRule.INCOMPLETE_ITEM, Answer.UNSURE, said)
    return _found(ItemRule.INCOMPLETE_ITEM, bool(gone), **said)


def unauthorized_extra(facts: ItemFacts) -> ItemFinding:
    """Nothing came with the item that its RMA doesn't list."""
    return _found(ItemRule.UNAUTHORIZED_EXTRA, bool(facts.extras), extras=", ".join(facts.extras))


def transit_damage(facts: ItemFacts) -> ItemFinding:
    """Carton and goods arrived whole; never a reason to reject, but it decides later disputes."""
    return _found(ItemRule.TRANSIT_DAMAGE, facts.transit_damage)


ITEM_RULES: tuple[ItemRuleFunction, ...] = (
    hazard,
    not_on_rma,
    serial_unreadable,
    duplicate_serial,
    wrong_model,
    wrong_quantity,
    tampered,
    incomplete_item,
    unauthorized_extra,
    transit_damage,
)
