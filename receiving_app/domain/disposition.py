"""What happens to an inspected item next, and who pays the freight: pure rules with a trace."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from receiving_app.domain.authorization import Address
from receiving_app.domain.verdict import Fact


class InspectionOutcome(StrEnum):
    """How an inspection ended, or what it waits for."""

    NO_FAULT_FOUND = "no-fault-found"
    REPAIRED = "repaired"
    REPLACED = "replaced"
    NOT_COVERED = "not-covered"
    UNREPAIRABLE = "unrepairable"
    AWAITING_PARTS = "awaiting-parts"
    AWAITING_STOCK = "awaiting-stock"
    CANNOT_TEST = "cannot-test"


#: These are no end: the item waits with a reason, and ages.
WAITING = frozenset({InspectionOutcome.AWAITING_PARTS, InspectionOutcome.AWAITING_STOCK, InspectionOutcome.CANNOT_TEST})
_SUPERVISOR_DECIDES = frozenset({InspectionOutcome.NOT_COVERED, InspectionOutcome.UNREPAIRABLE})
#: A device that can't be repaired has its fault; one that isn't covered may have none that is ours.
_FAULT_CONFIRMED = frozenset({InspectionOutcome.REPAIRED, InspectionOutcome.REPLACED, InspectionOutcome.UNREPAIRABLE})
_DIRECTIONS = frozenset({"N", "E", "S", "W", "NORTH", "EAST", "SOUTH", "WEST"})


class Next(StrEnum):
    """What happens to the item."""

    #: The item itself goes back to the client.
    RETURN = "return"
    #: A replacement goes to the client; the original stays here.
    SEND_REPLACEMENT = "send-replacement"
    #: Nothing more is sent: the replacement is out, the original stays.
    KEEP = "keep"
    WAIT = "wait"
    #: It is disposed of here; the client has agreed.
    SCRAP = "scrap"
    #: A supervisor decides: quote, return, scrap with consent, or what to do with the one too many.
    SUPERVISOR = "supervisor"


class Payer(StrEnum):
    """Who pays the freight."""

    SMARTWITNESS = "smartwitness"
    PARTNER = "partner"
    #: Open until a supervisor has looked: a defect claimed on receipt that may be damage in transit.
    SUPERVISOR = "supervisor"


class SwiPaysWhen(StrEnum):
    """What makes an item defective upon receipt (policy)."""

    DOA_CONFIRMED = "doa_confirmed"
    DOA_CLAIMED = "doa_claimed"
    FAULT_CONFIRMED = "fault_confirmed"


@dataclass(frozen=True, slots=True)
class FreightPolicy:
    """The policy values that decide who pays."""

    swi_pays_when: SwiPaysWhen = SwiPaysWhen.DOA_CONFIRMED
    nff_payer: Payer = Payer.PARTNER


@dataclass(frozen=True, slots=True)
class DispositionFacts:
    """The facts of one inspected item; `defective_on_receipt` is the claim on the RMA's line.

    `quoted`: the partner has agreed to pay for the repair of what we don't answer for.
    """

    outcome: InspectionOutcome
    defective_on_receipt: bool
    replacement_shipped: bool
    transit_damage: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the way to a disposition, with the facts that it used."""

    rule: str
    answer: str
    facts: Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Disposition:
    """What happens next and who pays; `payer` is None where nothing is shipped.

    `credits_inbound`: SmartWitness owes the partner the freight to us as well.
    """

    next: Next
    payer: Payer | None
    credits_inbound: bool
    trace: tuple[Reason, ...]


def dispose(facts: DispositionFacts, policy: FreightPolicy) -> Disposition:
    """Say what happens to an item and who pays, by the rules alone."""
    happens = _next(facts)
    if happens.answer is Next.WAIT:
        return Disposition(Next.WAIT, None, credits_inbound=False, trace=(happens,))
    payer, inbound = _payer(facts, policy), _inbound(facts, policy)
    ours = inbound.answer is Payer.SMARTWITNESS
    if happens.answer is Next.KEEP:
        return Disposition(Next.KEEP, None, ours, (happens, inbound))
    return Disposition(Next(happens.answer), Payer(payer.answer), ours, (happens, payer, inbound))


def _next(facts: DispositionFacts) -> Reason:
    said: dict[str, Fact] = {"outcome": facts.outcome.value, "replacement_shipped": facts.replacement_shipped}
    return Reason("next", _happens(facts), said)


def _happens(facts: DispositionFacts) -> Next:
    if facts.outcome in WAITING:
        return Next.WAIT
    if facts.replacement_shipped:
        return Next.KEEP if facts.outcome in _FAULT_CONFIRMED else Next.SUPERVISOR
    if facts.outcome in _SUPERVISOR_DECIDES:
        return Next.SUPERVISOR
    return Next.SEND_REPLACEMENT if facts.outcome is InspectionOutcome.REPLACED else Next.RETURN


def _payer(facts: DispositionFacts, policy: FreightPolicy) -> Reason:
    """Say who bears the freight of what leaves."""
    if _damage_in_doubt(facts, policy):
        answer = Payer.SUPERVISOR
    elif facts.outcome is InspectionOutcome.NO_FAULT_FOUND:
        answer = policy.nff_payer
    else:
        answer = Payer.SMARTWITNESS if _defective_upon_receipt(facts, policy) else Payer.PARTNER
    return Reason("payer", answer, _freight_facts(facts, policy))


def _inbound(facts: DispositionFacts, policy: FreightPolicy) -> Reason:
    """Say who bears the freight to us: the partner paid it, and is credited where we pay."""
    if _damage_in_doubt(facts, policy):
        answer = Payer.SUPERVISOR
    else:
        we_return_it = _payer(facts, policy).answer is Payer.SMARTWITNESS
        ours = we_return_it or _defective_upon_receipt(facts, policy)
        answer = Payer.SMARTWITNESS if ours else Payer.PARTNER
    return Reason("inbound", answer, _freight_facts(facts, policy))


def _freight_facts(facts: DispositionFacts, policy: FreightPolicy) -> dict[str, Fact]:
    return {
        "outcome": facts.outcome.value,
        "defective_on_receipt": facts.defective_on_receipt,
        "fault_confirmed": facts.outcome in _FAULT_CONFIRMED,
        "transit_damage": facts.transit_damage,
        "quoted": facts.quoted,
        "swi_pays_when": policy.swi_pays_when.value,
        "nff_payer": policy.nff_payer.value,
    }


def _damage_in_doubt(facts: DispositionFacts, policy: FreightPolicy) -> bool:
    """Tell whether a defect that we would pay for may be damage in transit, which is not ours."""
    return (
        not facts.quoted
        and facts.transit_damage
        and (facts.defective_on_receipt or _defective_upon_receipt(facts, policy))
    )


def _defective_upon_receipt(facts: DispositionFacts, policy: FreightPolicy) -> bool:
    if facts.quoted or facts.outcome is InspectionOutcome.NOT_COVERED:
        return False
    confirmed = facts.outcome in _FAULT_CONFIRMED
    match policy.swi_pays_when:
        case SwiPaysWhen.DOA_CONFIRMED:
            return facts.defective_on_receipt and confirmed
        case SwiPaysWhen.DOA_CLAIMED:
            return facts.defective_on_receipt
        case SwiPaysWhen.FAULT_CONFIRMED:
            return confirmed


def destination(send_back_to: Address | None, on_label: Address | None, own_dock: Address) -> Address | None:
    """Give where an item goes: the ticket's address, else the label's return address; never our own dock.

    None: neither is known, and a person must say.
    """
    for address in (send_back_to, on_label):
        if address is not None and not _same_place(address, own_dock):
            return address
    return None


def _same_place(one: Address, other: Address) -> bool:
    """Compare house number, street's name and ZIP; "Ave" for "Avenue", a suite or a missing ZIP make no other place."""
    street = _street(one)
    zips = {address.postal_code.strip()[:5] for address in (one, other)} - {""}
    return bool(street) and street == _street(other) and len(zips) < 2


def _street(address: Address) -> list[str]:
    words = re.findall(r"\w+", address.street.upper())
    return [word for word in words if word not in _DIRECTIONS][:2]
