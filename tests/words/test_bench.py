from __future__ import annotations

import itertools

import pytest

from receiving_app.domain.authorization import Address
from receiving_app.domain.disposition import (
    Disposition,
    DispositionFacts,
    FreightPolicy,
    InspectionOutcome,
    Next,
    Payer,
    SwiPaysWhen,
    dispose,
)
from receiving_app.domain.inspection import Limits, measured
from receiving_app.words import bench

HOME = Address("Fleet Eyes LLC", "500 W Madison St", "Chicago", "IL", "60661")


def disposed(outcome: InspectionOutcome, *, claimed: bool = False, out: bool = False) -> Disposition:
    return dispose(DispositionFacts(outcome, claimed, out), FreightPolicy())


def test_a_consequence_says_what_happens_where_it_goes_and_who_pays() -> None:
    assert bench.consequence(disposed(InspectionOutcome.REPAIRED, claimed=True), HOME) == (
        "The device goes back to the client.",
        "It goes to Fleet Eyes LLC, 500 W Madison St, Chicago, IL.",
        "SmartWitness pays the freight.",
        "The freight to us is credited to the partner.",
    )


def test_a_missing_address_is_asked_for_before_anything_is_saved() -> None:
    _, where, _ = bench.consequence(disposed(InspectionOutcome.REPAIRED), None)
    assert where.startswith("Nobody has said where it goes")


@pytest.mark.parametrize("outcome", [InspectionOutcome.AWAITING_PARTS, InspectionOutcome.NOT_COVERED])
def test_where_nothing_is_sent_yet_no_address_and_no_payer_is_told(outcome: InspectionOutcome) -> None:
    assert len(bench.consequence(disposed(outcome), HOME)) == 1


@pytest.mark.parametrize(
    ("outcome", "out", "said"),
    [
        (
            InspectionOutcome.NO_FAULT_FOUND,
            False,
            "We tested your device SW1 and found no fault. We will send it back to you. "
            "The freight is at your expense.",
        ),
        (
            InspectionOutcome.REPLACED,
            False,
            "We confirmed the fault of your device SW1. We will send you a replacement, serial number SW9. "
            "The freight is at your expense.",
        ),
        (
            InspectionOutcome.REPAIRED,
            True,
            "We repaired your device SW1. You have its replacement already.",
        ),
        (InspectionOutcome.AWAITING_PARTS, False, "The repair of your device SW1 waits for parts."),
    ],
)
def test_the_client_reads_what_was_found_what_follows_and_who_pays(
    outcome: InspectionOutcome, out: bool, said: str
) -> None:
    assert bench.client_reads(outcome, disposed(outcome, out=out), "SW1", "SW9") == said


@pytest.mark.parametrize(
    ("outcome", "happens", "payer"), list(itertools.product(InspectionOutcome, Next, [*Payer, None]))
)
def test_every_outcome_can_be_told_to_a_client(outcome: InspectionOutcome, happens: Next, payer: Payer | None) -> None:
    said = bench.client_reads(outcome, Disposition(happens, payer, credits_inbound=False, trace=()), "SW1", "SW9")
    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [("11.5", "12.6", "11.5 to 12.6 V"), ("11.5", None, "at least 11.5 V"), (None, "12.6", "at most 12.6 V")],
)
def test_limits_are_told_with_their_unit(low: str | None, high: str | None, said: str) -> None:
    limits = Limits(measured(low) if low else None, measured(high) if high else None, "V")
    assert bench.limits_words(limits) == said


@pytest.mark.parametrize(
    ("outcome", "claimed", "when", "said"),
    [
        (InspectionOutcome.REPAIRED, True, SwiPaysWhen.DOA_CONFIRMED, "and the bench confirmed its fault."),
        (InspectionOutcome.REPAIRED, True, SwiPaysWhen.DOA_CLAIMED, "The RMA says that it was defective on receipt."),
        (InspectionOutcome.REPAIRED, False, SwiPaysWhen.FAULT_CONFIRMED, "The bench confirmed its fault."),
        (InspectionOutcome.REPAIRED, False, SwiPaysWhen.DOA_CONFIRMED, "does not count as defective on receipt."),
        (InspectionOutcome.NO_FAULT_FOUND, True, SwiPaysWhen.DOA_CONFIRMED, "No fault was found."),
        (InspectionOutcome.AWAITING_PARTS, True, SwiPaysWhen.DOA_CONFIRMED, ""),
    ],
)
def test_who_pays_is_told_with_its_reason(
    outcome: InspectionOutcome, claimed: bool, when: SwiPaysWhen, said: str
) -> None:
    disposition = dispose(DispositionFacts(outcome, claimed, replacement_shipped=False), FreightPolicy(when))
    told = bench.payer_because(disposition)
    assert told.endswith(said)
    assert bool(told) is bool(said)
