"""What happens to an inspected item next, and who pays the freight: pure rules with a trace."""

from __future__ import annotations

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
_FAULT_CONFIRMED = frozenset({InspectionOutcome.REPAIRED, InspectionOutcome.REPLACED, InspectionOutcome.UNREPAIRABLE})


class Next(StrEnum):
    """What happens to the item."""

    #: The item itself goes back to the client.
    RETURN = "return"
    #: A replacement goes to the client; the original stays here.
    SEND_REPLACEMENT = "send-replacement"
    #: Nothing more is sent: the replacement is out, the original stays.
    KEEP = "keep"
    WAIT = "wait"
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
    """The facts of one inspected item; `defective_on_receipt` is the claim on the RMA's line."""

    outcome: InspectionOutcome
    defective_on_receipt: bool
    replacement_shipped: bool
    transit_damage: bool = False


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
    if happens.answer in {Next.WAIT, Next.KEEP}:
        payer, inbound = None, _inbound(facts, policy)
    else:
        payer = _payer(facts, policy)
        inbound = _inbound(facts, policy)
    trace = [happens, inbound] if payer is None else [happens, payer, inbound]
    return Disposition(
        Next(happens.answer),
        Payer(payer.answer) if payer else None,
        inbound.answer == Payer.SMARTWITNESS,
        tuple(trace),
    )


def _next(facts: DispositionFacts) -> Reason:
    said: dict[str, Fact] = {"outcome": facts.outcome.value, "replacement_shipped": facts.replacement_shipped}
    if facts.outcome in WAITING:
        return Reason("next", Next.WAIT, said)
    if facts.outcome in _SUPERVISOR_DECIDES:
        return Reason("next", Next.SUPERVISOR, said)
    if facts.replacement_shipped:
        found_fault = facts.outcome in _FAULT_CONFIRMED
        return Reason("next", Next.KEEP if found_fault else Next.SUPERVISOR, said)
    if facts.outcome is InspectionOutcome.REPLACED:
        return Reason("next", Next.SEND_REPLACEMENT, said)
    return Reason("next", Next.RETURN, said)


def _payer(facts: DispositionFacts, policy: FreightPolicy) -> Reason:
    said: dict[str, Fact] = {
        "outcome": facts.outcome.value,
        "defective_on_receipt": facts.defective_on_receipt,
        "transit_damage": facts.transit_damage,
        "swi_pays_when": policy.swi_pays_when.value,
        "nff_payer": policy.nff_payer.value,
    }
    if facts.defective_on_receipt and facts.transit_damage:
        return Reason("payer", Payer.SUPERVISOR, said)
    if facts.outcome is InspectionOutcome.NO_FAULT_FOUND:
        return Reason("payer", policy.nff_payer, said)
    if _defective_upon_receipt(facts, policy):
        return Reason("payer", Payer.SMARTWITNESS, said)
    return Reason("payer", Payer.PARTNER, said)


def _inbound(facts: DispositionFacts, policy: FreightPolicy) -> Reason:
    """Say who bears the freight to us: the partner paid it, and is credited where we pay."""
    said: dict[str, Fact] = {
        "defective_on_receipt": facts.defective_on_receipt,
        "fault_confirmed": facts.outcome in _FAULT_CONFIRMED,
        "swi_pays_when": policy.swi_pays_when.value,
    }
    if facts.outcome in WAITING:
        return Reason("inbound", Payer.PARTNER, said)
    if facts.defective_on_receipt and facts.transit_damage:
        return Reason("inbound", Payer.SUPERVISOR, said)
    ours = _defective_upon_receipt(facts, policy)
    return Reason("inbound", Payer.SMARTWITNESS if ours else Payer.PARTNER, said)


def _defective_upon_receipt(facts: DispositionFacts, policy: FreightPolicy) -> bool:
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
    return _folded(one.street) == _folded(other.street) and one.postal_code[:5] == other.postal_code[:5]


def _folded(street: str) -> str:
    return "".join(character for character in street.upper() if character.isalnum())
