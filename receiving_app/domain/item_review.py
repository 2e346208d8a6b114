"""What a supervisor is asked about an item, what may be answered, and what each answer leads to: pure rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from receiving_app.domain.disposition import Disposition, InspectionOutcome, Next, Payer, Reason
from receiving_app.domain.item import Item, decided_on
from receiving_app.domain.item_events import ItemChoice, Mark
from receiving_app.domain.verdict import Decision, Fact

#: What is sent to the client.
LEAVES = frozenset({Next.RETURN, Next.SEND_REPLACEMENT})
#: These say how the item itself goes on, so nothing has to leave or to stay by them.
_GOES_ON = frozenset({ItemChoice.ACCEPT, ItemChoice.IDENTIFY, ItemChoice.REPAIR})
#: These go against what the rules say, or against what is usual, and need a word of explanation.
NEEDS_NOTE = frozenset({ItemChoice.ACCEPT, ItemChoice.IDENTIFY, ItemChoice.REPLACE})
_BOTH = (Payer.PARTNER, Payer.SMARTWITNESS)
_LEADS_TO = {
    ItemChoice.ASK: Next.WAIT,
    ItemChoice.QUOTE: Next.WAIT,
    ItemChoice.RETURN: Next.RETURN,
    ItemChoice.REPLACE: Next.SEND_REPLACEMENT,
    ItemChoice.KEEP: Next.KEEP,
    ItemChoice.SCRAP: Next.SCRAP,
}


class Question(StrEnum):
    """What a supervisor is asked about an item."""

    #: The rules rejected or held it: what becomes of it?
    VERDICT = "verdict"
    #: It was tested, and the rules leave open what happens.
    OUTCOME = "outcome"
    #: What happens is clear; who pays the freight is not.
    PAYER = "payer"
    #: It was to leave, and meanwhile a replacement went out.
    REPLACEMENT_OUT = "replacement-out"


def question(item: Item, *, replacement_out: bool = False) -> Question | None:
    """Say what a supervisor is asked about an item now; None: nothing."""
    judgement, inspection = item.judgement, item.inspection
    if judgement is not None and judgement.decision is not Decision.ACCEPT:
        settled = judgement.review is not None and judgement.review.settled
        return None if settled else Question.VERDICT
    disposition = item.disposition
    if inspection is None or not inspection.ended or disposition is None:
        return None
    if disposition.next in {Next.SUPERVISOR, Next.WAIT}:
        return Question.OUTCOME
    if disposition.payer is Payer.SUPERVISOR:
        return Question.PAYER
    known = inspection.review is not None and inspection.review.replacement_out
    return Question.REPLACEMENT_OUT if replacement_out and disposition.next in LEAVES and not known else None


def asked_since(item: Item, asks: Question) -> datetime:
    """Say since when this is asked about an item: since it was judged or tested, or the partner was asked."""
    judgement, inspection = item.judgement, item.inspection
    if asks is Question.VERDICT and judgement is not None:
        return judgement.review.decided_at if judgement.review is not None else judgement.judged_at
    asked = inspection.review.decided_at if inspection is not None and inspection.review is not None else None
    since = asked or (inspection.decided_at if inspection else None)
    if since is None:
        raise ValueError(f"nothing was decided of {item.id} of which anybody could be asked")
    return since


def choices(item: Item, *, replacement_out: bool = False) -> tuple[ItemChoice, ...]:
    """Give what may be answered about an item now, the usual answer first."""
    match question(item, replacement_out=replacement_out):
        case Question.VERDICT:
            return _of_verdict(item)
        case Question.OUTCOME:
            return _of_outcome(item, replacement_out=replacement_out)
        case Question.PAYER:
            return (ItemChoice.PAYER,)
        case Question.REPLACEMENT_OUT:
            return (ItemChoice.KEEP, ItemChoice.RETURN)
        case None:
            return ()


def payers(item: Item, choice: ItemChoice) -> tuple[Payer, ...]:
    """Give who may be said to pay the freight: one where the rules know, both where a person says, none if none goes.

    What was not accepted goes back at the partner's expense.
    """
    if choice is ItemChoice.PAYER:
        return _BOTH
    if _LEADS_TO.get(choice) not in LEAVES:
        return ()
    by_rule = _by_rule(item)
    if by_rule is None:
        return (Payer.PARTNER,)
    known = next((each.payer for each in (item.disposition, by_rule) if each and each.payer in _BOTH), None)
    return (known,) if known else _BOTH


def subject(item: Item) -> str | None:
    """Name the event that a decision on an item is about now."""
    if item.judgement is not None and question(item) is Question.VERDICT:
        return item.judgement.event
    return decided_on(item.inspection) if item.inspection else None


def leads_to(item: Item, choice: ItemChoice, payer: Payer | None) -> Disposition | None:
    """Say what a decision makes of an item; None where it goes on by the rules."""
    if choice in _GOES_ON:
        return None
    before = item.disposition
    if choice is ItemChoice.PAYER:
        if before is None:
            raise ValueError(f"nothing was decided of {item.id} for which anybody would pay")
        trace = (*before.trace, _said(choice, payer))
        return replace(before, payer=payer, credits_inbound=payer is Payer.SMARTWITNESS, trace=trace)
    happens, by_rule = _LEADS_TO[choice], _by_rule(item)
    ours = before is not None and before.credits_inbound
    if happens not in LEAVES:
        return Disposition(happens, None, ours, (_said(choice, None),))
    was_open = by_rule is not None and by_rule.payer is Payer.SUPERVISOR
    return Disposition(happens, payer, payer is Payer.SMARTWITNESS if was_open else ours, (_said(choice, payer),))


def _by_rule(item: Item) -> Disposition | None:
    """Give what the rules made of an item's outcome; None where it has none that counts."""
    if item.inspection is None or question(item) is Question.VERDICT:
        return None
    return item.inspection.disposition


def _of_verdict(item: Item) -> tuple[ItemChoice, ...]:
    dangerous = Mark.HAZARD in item.marks
    goes_on = ItemChoice.ACCEPT if item.line else ItemChoice.IDENTIFY
    waits = item.judgement is not None and item.judgement.review is not None
    ask = () if waits else (ItemChoice.ASK,)
    return (*(() if dangerous else (goes_on,)), ItemChoice.RETURN, *ask, ItemChoice.SCRAP)


def _of_outcome(item: Item, *, replacement_out: bool) -> tuple[ItemChoice, ...]:
    inspection = item.inspection
    outcome = inspection.outcome if inspection else None
    quoted = inspection is not None and inspection.review is not None
    sound = outcome is InspectionOutcome.NO_FAULT_FOUND
    if quoted:
        answered: tuple[ItemChoice, ...] = (ItemChoice.REPAIR,)
    else:
        answered = () if sound else (ItemChoice.QUOTE,)
    instead = ItemChoice.KEEP if replacement_out else ItemChoice.REPLACE
    rest = (ItemChoice.RETURN, instead, ItemChoice.SCRAP)
    return (ItemChoice.RETURN, ItemChoice.KEEP) if sound else (*answered, *rest)


def _said(choice: ItemChoice, payer: Payer | None) -> Reason:
    said: dict[str, Fact] = {"choice": choice.value, "payer": payer.value if payer else None}
    return Reason("person", choice, said)
