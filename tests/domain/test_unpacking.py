"""One item from a box against its RMA."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.authorization import Line
from receiving_app.domain.policy import OnExtra, OnMissingPart, Policy
from receiving_app.domain.unpacking import (
    ITEM_RULES,
    ItemFacts,
    ItemFinding,
    ItemRule,
    PartCount,
    judge_item,
)
from receiving_app.domain.verdict import Answer, Decision
from tests.factories import POLICY

LINE = Line("l-1", "KP2", "SW0012345")
CARD = PartCount("SD card", required=True, found=1)
CABLE = PartCount("cable", required=False, found=1)


def an_item(**changes: Any) -> ItemFacts:
    """Give the facts of a device that its RMA lists, whole and with its parts."""
    return replace(ItemFacts("SW0012345", "KP2", line=LINE, parts=(CARD, CABLE)), **changes)


def finding(facts: ItemFacts, rule: ItemRule, policy: Policy = POLICY) -> ItemFinding:
    (found,) = [found for found in judge_item(facts, policy).trace if found.rule is rule]
    return found


#: What makes each rule fail, alone.
TROUBLE: Mapping[ItemRule, dict[str, Any]] = {
    ItemRule.HAZARD: {"hazard": True},
    ItemRule.NOT_ON_RMA: {"line": None},
    ItemRule.SERIAL_UNREADABLE: {"placeholder": True, "line": None, "model": ""},
    ItemRule.DUPLICATE_SERIAL: {"in_building": ("ITM-DOCK-1-0000025",)},
    ItemRule.WRONG_MODEL: {"model": "CP4"},
    ItemRule.WRONG_QUANTITY: {"over": 1},
    ItemRule.TAMPERED: {"tampered": True},
    ItemRule.INCOMPLETE_ITEM: {"parts": (replace(CARD, found=0), CABLE)},
    ItemRule.UNAUTHORIZED_EXTRA: {"extras": ("bracket",)},
    ItemRule.TRANSIT_DAMAGE: {"transit_damage": True},
}
BY_DEFAULT = {
    ItemRule.NOT_ON_RMA: Decision.REJECT,
    ItemRule.UNAUTHORIZED_EXTRA: Decision.ACCEPT,
    ItemRule.TRANSIT_DAMAGE: Decision.ACCEPT,
}


def test_a_listed_item_that_is_whole_is_accepted() -> None:
    verdict = judge_item(an_item(), POLICY)
    assert verdict.decision is Decision.ACCEPT
    assert verdict.headline is None
    assert verdict.codes == verdict.notes == ()
    assert [found.rule for found in verdict.trace] == list(ItemRule)
    assert {found.answer for found in verdict.trace} == {Answer.PASS}


def test_every_rule_is_asked_in_the_order_in_which_they_are_listed() -> None:
    assert len(ITEM_RULES) == len(ItemRule) == len(TROUBLE)
    assert all(rule.__doc__ for rule in ITEM_RULES)


@pytest.mark.parametrize("rule", ItemRule)
def test_each_trouble_alone_leads_to_its_own_decision_and_is_named(rule: ItemRule) -> None:
    verdict = judge_item(an_item(**TROUBLE[rule]), POLICY)
    decision = BY_DEFAULT.get(rule, Decision.HOLD)
    assert verdict.decision is decision
    failed = [found.rule for found in verdict.trace if found.answer is not Answer.PASS]
    assert failed == [rule]
    if decision is Decision.ACCEPT:
        assert (verdict.headline, verdict.codes, verdict.notes) == (None, (), (rule,))
    else:
        assert (verdict.headline, verdict.codes, verdict.notes) == (rule, (rule,), ())


@pytest.mark.parametrize(
    ("extras", "decision"),
    [(OnExtra.NOTE, Decision.ACCEPT), (OnExtra.HOLD, Decision.HOLD), (OnExtra.REJECT, Decision.REJECT)],
)
def test_what_an_extra_leads_to_is_policy(extras: OnExtra, decision: Decision) -> None:
    verdict = judge_item(an_item(extras=("bracket", "screws")), Policy(version=3, extras=extras))
    assert verdict.decision is decision
    assert (ItemRule.UNAUTHORIZED_EXTRA in verdict.notes) is (decision is Decision.ACCEPT)
    assert verdict.policy_version == 3
    said = finding(an_item(extras=("bracket", "screws")), ItemRule.UNAUTHORIZED_EXTRA)
    assert said.facts == {"extras": "bracket, screws"}


@pytest.mark.parametrize(
    ("missing", "decision"), [(OnMissingPart.HOLD, Decision.HOLD), (OnMissingPart.REJECT, Decision.REJECT)]
)
def test_what_a_missing_required_part_leads_to_is_policy(missing: OnMissingPart, decision: Decision) -> None:
    facts = an_item(parts=(replace(CARD, found=0), CABLE))
    assert judge_item(facts, Policy(missing_parts=missing)).decision is decision


@pytest.mark.parametrize("missing", OnMissingPart)
def test_a_missing_optional_part_is_noted_whatever_the_policy(missing: OnMissingPart) -> None:
    verdict = judge_item(an_item(parts=(CARD, replace(CABLE, found=0))), Policy(missing_parts=missing))
    assert verdict.decision is Decision.ACCEPT
    assert verdict.notes == (ItemRule.INCOMPLETE_ITEM,)
    (said,) = [found.facts for found in verdict.trace if found.rule is ItemRule.INCOMPLETE_ITEM]
    assert said == {"missing": "", "optional": "cable", "not_looked_for": ""}


@pytest.mark.parametrize("missing", OnMissingPart)
def test_a_required_part_that_nobody_has_looked_for_holds_and_never_rejects(missing: OnMissingPart) -> None:
    facts = an_item(parts=(replace(CARD, found=None), CABLE))
    verdict = judge_item(facts, Policy(missing_parts=missing))
    assert verdict.decision is Decision.HOLD
    assert verdict.headline is ItemRule.INCOMPLETE_ITEM
    assert finding(facts, ItemRule.INCOMPLETE_ITEM).answer is Answer.UNSURE


def test_an_optional_part_that_nobody_has_looked_for_holds_up_nothing() -> None:
    assert judge_item(an_item(parts=(CARD, replace(CABLE, found=None))), POLICY).decision is Decision.ACCEPT


def test_a_part_that_is_known_to_be_missing_is_not_hidden_by_one_still_to_look_for() -> None:
    bracket = PartCount("bracket", required=True)
    facts = an_item(parts=(replace(CARD, found=0), bracket))
    said = finding(facts, ItemRule.INCOMPLETE_ITEM)
    assert said.answer is Answer.FAIL
    assert said.facts == {"missing": "SD card", "optional": "", "not_looked_for": "bracket"}


def test_a_device_that_no_accepted_rma_lists_names_the_rmas_and_serials_that_it_may_belong_to() -> None:
    facts = an_item(line=None, elsewhere=("RMA-00001245",), near=("SWO012345", "SW0012354"))
    said = finding(facts, ItemRule.NOT_ON_RMA)
    assert said.facts == {"serial": "SW0012345", "elsewhere": "RMA-00001245", "near": "SWO012345, SW0012354"}


def test_a_near_serial_changes_no_verdict() -> None:
    assert judge_item(an_item(near=("SWO012345",)), POLICY).decision is Decision.ACCEPT
    assert judge_item(an_item(line=None, near=("SWO012345",)), POLICY).decision is Decision.REJECT


def test_a_placeholder_is_held_for_a_person_and_not_rejected() -> None:
    verdict = judge_item(an_item(placeholder=True, line=None), POLICY)
    assert (verdict.decision, verdict.headline) == (Decision.HOLD, ItemRule.SERIAL_UNREADABLE)


@pytest.mark.parametrize(("on_device", "listed"), [(" kp2 ", "KP2"), ("", "KP2"), ("KP2", "")])
def test_a_model_differs_only_where_both_are_known_and_not_by_case(on_device: str, listed: str) -> None:
    facts = an_item(model=on_device, line=replace(LINE, model=listed))
    assert judge_item(facts, POLICY).decision is Decision.ACCEPT


def test_a_rejection_leads_and_what_would_only_hold_is_listed_behind_it() -> None:
    verdict = judge_item(an_item(line=None, tampered=True, in_building=("ITM-DOCK-1-0000025",)), POLICY)
    assert verdict.decision is Decision.REJECT
    assert verdict.codes == (ItemRule.NOT_ON_RMA, ItemRule.DUPLICATE_SERIAL, ItemRule.TAMPERED)


def test_a_hazard_comes_before_every_rejection() -> None:
    verdict = judge_item(an_item(line=None, hazard=True, tampered=True), POLICY)
    assert verdict.decision is Decision.HOLD
    assert verdict.headline is ItemRule.HAZARD
    assert verdict.codes == (ItemRule.HAZARD, ItemRule.TAMPERED, ItemRule.NOT_ON_RMA)


NAMES = st.lists(st.text("ABC", min_size=1, max_size=3), max_size=2).map(tuple)
PARTS = st.lists(
    st.builds(PartCount, st.text("ABC", min_size=1, max_size=3), st.booleans(), st.none() | st.integers(0, 2)),
    max_size=3,
).map(tuple)
FACTS = st.builds(
    ItemFacts,
    serial=st.text(max_size=8),
    model=st.sampled_from(["", "KP2", "CP4"]),
    placeholder=st.booleans(),
    line=st.none() | st.just(LINE),
    elsewhere=NAMES,
    near=NAMES,
    in_building=NAMES,
    over=st.integers(0, 2),
    parts=PARTS,
    extras=NAMES,
    hazard=st.booleans(),
    tampered=st.booleans(),
    transit_damage=st.booleans(),
)
POLICIES = st.builds(
    Policy,
    version=st.integers(0, 9),
    extras=st.sampled_from(OnExtra),
    missing_parts=st.sampled_from(OnMissingPart),
)


@given(FACTS, POLICIES)
def test_transit_damage_never_changes_what_happens_to_an_item(facts: ItemFacts, policy: Policy) -> None:
    whole = judge_item(replace(facts, transit_damage=False), policy)
    damaged = judge_item(replace(facts, transit_damage=True), policy)
    assert (damaged.decision, damaged.codes) == (whole.decision, whole.codes)
    assert damaged.notes == (*whole.notes, ItemRule.TRANSIT_DAMAGE)


@given(FACTS, POLICIES)
def test_a_hazard_always_holds(facts: ItemFacts, policy: Policy) -> None:
    verdict = judge_item(replace(facts, hazard=True), policy)
    assert (verdict.decision, verdict.headline) == (Decision.HOLD, ItemRule.HAZARD)


@given(FACTS, POLICIES)
def test_everything_that_did_not_pass_is_a_code_or_a_note_and_nothing_else_is(facts: ItemFacts, policy: Policy) -> None:
    verdict = judge_item(facts, policy)
    amiss = [found.rule for found in verdict.trace if found.answer is not Answer.PASS]
    assert sorted((*verdict.codes, *verdict.notes)) == sorted(amiss)
    assert (verdict.decision is Decision.ACCEPT) == (verdict.codes == ())
    assert verdict.headline == (verdict.codes[0] if verdict.codes else None)
    assert verdict.policy_version == policy.version


@given(FACTS, POLICIES)
def test_only_what_the_page_or_the_policy_refuses_is_rejected(facts: ItemFacts, policy: Policy) -> None:
    refused = {ItemRule.NOT_ON_RMA}
    if policy.extras is OnExtra.REJECT:
        refused.add(ItemRule.UNAUTHORIZED_EXTRA)
    if policy.missing_parts is OnMissingPart.REJECT:
        refused.add(ItemRule.INCOMPLETE_ITEM)
    verdict = judge_item(facts, policy)
    if verdict.decision is Decision.REJECT:
        assert verdict.headline in refused
        assert not facts.hazard


@given(FACTS, POLICIES)
def test_the_same_facts_are_always_judged_alike(facts: ItemFacts, policy: Policy) -> None:
    assert judge_item(facts, policy) == judge_item(replace(facts), replace(policy))
