"""What happens to an inspected item next, who pays, and where it goes: the whole table."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.authorization import Address
from receiving_app.domain.disposition import (
    WAITING,
    DispositionFacts,
    FreightPolicy,
    InspectionOutcome,
    Next,
    Payer,
    SwiPaysWhen,
    destination,
    dispose,
)

NFF = InspectionOutcome.NO_FAULT_FOUND
REPAIRED = InspectionOutcome.REPAIRED
REPLACED = InspectionOutcome.REPLACED
NOT_COVERED = InspectionOutcome.NOT_COVERED
UNREPAIRABLE = InspectionOutcome.UNREPAIRABLE

#: What happens: where no replacement has gone out (standard, or advanced and not shipped yet), and where one has.
HAPPENS = {
    NFF: (Next.RETURN, Next.SUPERVISOR),
    REPAIRED: (Next.RETURN, Next.KEEP),
    REPLACED: (Next.SEND_REPLACEMENT, Next.KEEP),
    NOT_COVERED: (Next.SUPERVISOR, Next.SUPERVISOR),
    UNREPAIRABLE: (Next.SUPERVISOR, Next.KEEP),
    InspectionOutcome.AWAITING_PARTS: (Next.WAIT, Next.WAIT),
    InspectionOutcome.AWAITING_STOCK: (Next.WAIT, Next.WAIT),
    InspectionOutcome.CANNOT_TEST: (Next.WAIT, Next.WAIT),
}

#: Who pays, a letter each for: neither claimed nor damaged, claimed, damaged, both. S SmartWitness, P partner,
#: N whom the policy names for no fault found, ? a supervisor says.
PAYS = {
    SwiPaysWhen.DOA_CONFIRMED: {NFF: "NNN?", REPAIRED: "PSP?", REPLACED: "PSP?", NOT_COVERED: "PPP?"},
    SwiPaysWhen.DOA_CLAIMED: {NFF: "NNN?", REPAIRED: "PSP?", REPLACED: "PSP?", NOT_COVERED: "PPP?"},
    SwiPaysWhen.FAULT_CONFIRMED: {NFF: "NNN?", REPAIRED: "SS??", REPLACED: "SS??", NOT_COVERED: "PPP?"},
}
#: Who bears the way here, in the same letters; a claim that suffices brings it here at our expense, fault or none.
BEARS_INBOUND = {
    **PAYS,
    SwiPaysWhen.DOA_CLAIMED: {NFF: "NSN?", REPAIRED: "PSP?", REPLACED: "PSP?", NOT_COVERED: "PPP?"},
}
SITUATIONS = list(product((False, True), repeat=2))

FACTS = st.builds(
    DispositionFacts, st.sampled_from(InspectionOutcome), st.booleans(), st.booleans(), transit_damage=st.booleans()
)
POLICIES = st.builds(FreightPolicy, st.sampled_from(SwiPaysWhen), st.sampled_from((Payer.PARTNER, Payer.SMARTWITNESS)))
OUR_DOCK = Address("SmartWitness USA, LLC", "1016 Lunt Avenue", "Schaumburg", "IL", "60193")
PARTNER = Address("Fleet Eyes LLC", "12 Main Street", "Elgin", "IL", "60120")
ON_LABEL = Address("Fleet Eyes, Dock 4", "7 River Road", "Aurora", "IL", "60502")


def said_of(letter: str, policy: FreightPolicy) -> Payer:
    letters = {"S": Payer.SMARTWITNESS, "P": Payer.PARTNER, "?": Payer.SUPERVISOR, "N": policy.nff_payer}
    return letters[letter]


def row_of(outcome: InspectionOutcome) -> InspectionOutcome:
    """Give the row of the tables of payers; what can't be repaired has its fault like what was."""
    return REPAIRED if outcome is UNREPAIRABLE else outcome


@pytest.mark.parametrize("outcome", InspectionOutcome)
@pytest.mark.parametrize("shipped", [False, True], ids=["none-out", "replacement-out"])
@pytest.mark.parametrize(("damaged", "claimed"), SITUATIONS)
def test_what_happens_depends_on_the_outcome_and_on_a_replacement_that_has_gone_out(
    outcome: InspectionOutcome, shipped: bool, damaged: bool, claimed: bool
) -> None:
    for policy in (FreightPolicy(), FreightPolicy(SwiPaysWhen.FAULT_CONFIRMED, Payer.SMARTWITNESS)):
        disposition = dispose(DispositionFacts(outcome, claimed, shipped, damaged), policy)
        assert disposition.next is HAPPENS[outcome][shipped]


@pytest.mark.parametrize("outcome", [outcome for outcome in InspectionOutcome if outcome not in WAITING])
@pytest.mark.parametrize("shipped", [False, True], ids=["none-out", "replacement-out"])
@pytest.mark.parametrize("when", SwiPaysWhen)
@pytest.mark.parametrize("nff_payer", [Payer.PARTNER, Payer.SMARTWITNESS])
def test_who_pays_depends_on_claim_fault_damage_and_policy(
    outcome: InspectionOutcome, shipped: bool, when: SwiPaysWhen, nff_payer: Payer
) -> None:
    policy = FreightPolicy(when, nff_payer)
    for column, (damaged, claimed) in enumerate(SITUATIONS):
        disposition = dispose(DispositionFacts(outcome, claimed, shipped, damaged), policy)
        expected = said_of(PAYS[when][row_of(outcome)][column], policy)
        inbound = said_of(BEARS_INBOUND[when][row_of(outcome)][column], policy)
        assert disposition.payer is (None if disposition.next is Next.KEEP else expected), (damaged, claimed)
        assert disposition.credits_inbound is (inbound is Payer.SMARTWITNESS), (damaged, claimed)


@given(facts=FACTS, policy=POLICIES)
def test_where_smartwitness_pays_inbound_freight_is_credited(facts: DispositionFacts, policy: FreightPolicy) -> None:
    disposition = dispose(facts, policy)
    if disposition.payer is Payer.SMARTWITNESS:
        assert disposition.credits_inbound


@given(facts=FACTS)
def test_by_default_smartwitness_pays_only_for_a_claimed_and_confirmed_defect(facts: DispositionFacts) -> None:
    by_default = dispose(facts, FreightPolicy())
    if by_default.payer is Payer.SMARTWITNESS or by_default.credits_inbound:
        assert facts.defective_on_receipt
        assert facts.outcome in {REPAIRED, REPLACED, UNREPAIRABLE}


@given(facts=FACTS, policy=POLICIES)
def test_damage_in_transit_is_never_at_smartwitness_expense_by_rule_alone(
    facts: DispositionFacts, policy: FreightPolicy
) -> None:
    damaged = dispose(replace(facts, transit_damage=True), replace(policy, nff_payer=Payer.PARTNER))
    assert damaged.payer is not Payer.SMARTWITNESS
    assert not damaged.credits_inbound


@given(facts=FACTS, policy=POLICIES)
def test_once_a_replacement_is_out_nothing_is_ever_sent_without_a_supervisor(
    facts: DispositionFacts, policy: FreightPolicy
) -> None:
    disposition = dispose(replace(facts, replacement_shipped=True), policy)
    assert disposition.next in {Next.KEEP, Next.SUPERVISOR, Next.WAIT}


@given(facts=FACTS, policy=POLICIES)
def test_what_waits_settles_nothing_yet(facts: DispositionFacts, policy: FreightPolicy) -> None:
    disposition = dispose(facts, policy)
    if facts.outcome in WAITING:
        assert (disposition.payer, disposition.credits_inbound) == (None, False)
        assert [reason.rule for reason in disposition.trace] == ["next"]


@given(facts=FACTS, policy=POLICIES)
def test_the_trace_says_every_answer_with_the_facts_that_led_to_it(
    facts: DispositionFacts, policy: FreightPolicy
) -> None:
    disposition = dispose(facts, policy)
    answers = {reason.rule: reason for reason in disposition.trace}
    assert answers["next"].answer == disposition.next
    assert answers["next"].facts == {
        "outcome": facts.outcome.value,
        "replacement_shipped": facts.replacement_shipped,
    }
    assert ("payer" in answers) == (disposition.payer is not None)
    if disposition.payer is not None:
        assert answers["payer"].answer == disposition.payer
        assert answers["payer"].facts["swi_pays_when"] == policy.swi_pays_when.value
    if "inbound" in answers:
        assert (answers["inbound"].answer == Payer.SMARTWITNESS) == disposition.credits_inbound
        assert answers["inbound"].facts["transit_damage"] == facts.transit_damage


@given(facts=FACTS, policy=POLICIES)
def test_the_same_facts_are_always_disposed_alike(facts: DispositionFacts, policy: FreightPolicy) -> None:
    assert dispose(facts, policy) == dispose(replace(facts), replace(policy))


def test_goods_go_where_the_ticket_says_else_to_the_address_on_the_label() -> None:
    assert destination(PARTNER, ON_LABEL, OUR_DOCK) == PARTNER
    assert destination(None, ON_LABEL, OUR_DOCK) == ON_LABEL
    assert destination(None, None, OUR_DOCK) is None


@pytest.mark.parametrize(
    ("street", "zip_code"),
    [
        ("1016 Lunt Avenue", "60193"),
        ("1016 lunt ave.", "60193-2201"),
        ("1016 LUNT AVE, Dock 3", " 60193"),
        ("1016 W. Lunt Ave", "60193"),
        ("1016 Lunt Avenue", ""),
    ],
)
def test_goods_never_go_to_our_own_dock_however_it_is_written(street: str, zip_code: str) -> None:
    ours = Address("Returns", street, "Schaumburg", "IL", zip_code)
    assert destination(ours, ON_LABEL, OUR_DOCK) == ON_LABEL
    assert destination(PARTNER, ours, OUR_DOCK) == PARTNER
    assert destination(ours, ours, OUR_DOCK) is None


@pytest.mark.parametrize(
    "neighbour",
    [
        Address("Next door", "1018 Lunt Avenue", "Schaumburg", "IL", "60193"),
        Address("Same street elsewhere", "1016 Lunt Avenue", "Chicago", "IL", "60626"),
        Address("Another street", "1016 Lundy Avenue", "Schaumburg", "IL", "60193"),
    ],
)
def test_a_neighbour_is_not_our_own_dock(neighbour: Address) -> None:
    assert destination(neighbour, ON_LABEL, OUR_DOCK) == neighbour


def test_an_address_without_a_street_is_not_taken_for_a_dock_that_is_not_known() -> None:
    nameless = Address("Fleet Eyes LLC")
    assert destination(nameless, None, Address("")) == nameless
