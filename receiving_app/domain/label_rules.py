"""The label rules: each a pure function of facts and policy, joined to one verdict in `judge`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from receiving_app.domain.authorization import ClosedBecause, RmaState
from receiving_app.domain.label_facts import LabelFacts, NumberOnLabel, Sender, ServiceSays
from receiving_app.domain.policy import OnDifference, Policy
from receiving_app.domain.verdict import Answer, Decision, Fact, Finding, Rule, Verdict

LabelRule = Callable[[LabelFacts, Policy], Finding]

_REJECTING = (Rule.RMA_MISSING, Rule.RMA_MALFORMED, Rule.RMA_UNKNOWN, Rule.RMA_NOT_OPEN, Rule.LATE)
#: These hold whatever else is found: nothing is sent away on a hazard or on data nobody can trust.
_HOLDING_FIRST = (Rule.HAZARD, Rule.DATA_STALE)
_HOLDING = (*_HOLDING_FIRST, Rule.LATE_DOCK_CLOSED, Rule.ARRIVED_BEFORE_RMA, Rule.ALREADY_RECEIVED)


def judge(facts: LabelFacts, policy: Policy) -> Verdict:
    """Ask every label rule and join the answers: a hazard first, then a certain rejection, then any doubt."""
    trace = tuple(rule(facts, policy) for rule in LABEL_RULES)
    failed = [finding.rule for finding in trace if finding.answer is Answer.FAIL]
    rejects = [rule for rule in failed if rule in _REJECTING]
    holds = [rule for rule in failed if rule in _holding(policy)]
    holds += [finding.rule for finding in trace if finding.answer is Answer.UNSURE]
    if Rule.LATE_DOCK_CLOSED in failed and Rule.LATE in rejects:
        rejects.remove(Rule.LATE)
    # A number read with doubt may be another one: what is true of that RMA is not certain of this package.
    outweighed = any(rule in failed for rule in _HOLDING_FIRST) or Rule.RMA_MISSING in holds
    if rejects and Rule.ADVANCED_EXPOSURE in failed:
        holds.append(Rule.ADVANCED_EXPOSURE)
        outweighed = True
    if rejects and not outweighed:
        return _verdict(Decision.REJECT, rejects, holds, trace, policy)
    if holds:
        return _verdict(Decision.HOLD, holds, rejects, trace, policy)
    return _verdict(Decision.ACCEPT, [], [], trace, policy)


def _holding(policy: Policy) -> tuple[Rule, ...]:
    if policy.sender_differs is OnDifference.HOLD:
        return (*_HOLDING, Rule.SENDER_DIFFERS)
    return _HOLDING


def _verdict(
    decision: Decision, leading: list[Rule], others: list[Rule], trace: tuple[Finding, ...], policy: Policy
) -> Verdict:
    order = list(Rule)
    leading = sorted(leading, key=order.index)
    codes = (*leading, *sorted(others, key=order.index))
    return Verdict(decision, leading[0] if leading else None, codes, trace, policy.version)


def _found(rule: Rule, failed: bool, /, **facts: Fact) -> Finding:
    return Finding(rule, Answer.FAIL if failed else Answer.PASS, facts)


def _unsure(rule: Rule, /, **facts: Fact) -> Finding:
    return Finding(rule, Answer.UNSURE, facts)


def hazard(facts: LabelFacts, _policy: Policy) -> Finding:
    """Nothing is swollen, hot, leaking or smoking."""
    return _found(Rule.HAZARD, facts.hazard)


def rma_missing(facts: LabelFacts, _policy: Policy) -> Finding:
    """An RMA number is on the package; doubtful print counts where it names an open RMA exactly.

    Nothing read so far is no answer: only the worker says that there is no number.
    """
    names_open = facts.rma is not None and facts.rma.state is RmaState.OPEN
    if facts.on_label is NumberOnLabel.DOUBTFUL and not names_open:
        return _unsure(Rule.RMA_MISSING, read=facts.number)
    if facts.on_label is NumberOnLabel.NOT_YET:
        return _unsure(Rule.RMA_MISSING, read="")
    missing = facts.on_label is NumberOnLabel.NONE
    return _found(Rule.RMA_MISSING, missing, number=facts.number, candidates=", ".join(facts.candidates))


def rma_malformed(facts: LabelFacts, policy: Policy) -> Finding:
    """An unknown number has the site's format and check digit; one doubtful reading is read again."""
    said: dict[str, Fact] = {"number": facts.number, "near": ", ".join(facts.near)}
    said["check"] = policy.number_format.check.value
    if facts.rma is None and facts.on_label is NumberOnLabel.MALFORMED_ONCE:
        return _unsure(Rule.RMA_MALFORMED, **said)
    failed = facts.rma is None and facts.on_label is NumberOnLabel.MALFORMED_TWICE
    return _found(Rule.RMA_MALFORMED, failed, **said)


def rma_unknown(facts: LabelFacts, _policy: Policy) -> Finding:
    """The ticket service knows the number; only its own word is enough to reject."""
    said: dict[str, Fact] = {"number": facts.number, "service": facts.service_says.value}
    if facts.rma is not None or facts.on_label is not NumberOnLabel.WELL_FORMED:
        return _found(Rule.RMA_UNKNOWN, False, **said)
    if facts.service_says is ServiceSays.UNKNOWN:
        return _found(Rule.RMA_UNKNOWN, True, **said)
    return _unsure(Rule.RMA_UNKNOWN, **said)


def rma_not_open(facts: LabelFacts, policy: Policy) -> Finding:
    """The RMA was neither cancelled nor closed when the package came; expiry alone is `late`'s to judge."""
    rma = facts.rma
    if rma is None:
        return _found(Rule.RMA_NOT_OPEN, False)
    said: dict[str, Fact] = {"state": rma.state.value}
    expired = rma.state is RmaState.CLOSED and rma.closed_because is ClosedBecause.EXPIRED
    if rma.state is RmaState.OPEN or expired:
        return _found(Rule.RMA_NOT_OPEN, False, **said)
    if rma.closed_at is not None:
        said["closed_at"] = policy.calendar.local(rma.closed_at).isoformat()
        if rma.closed_at > facts.received.latest:
            return _found(Rule.RMA_NOT_OPEN, False, **said)
        if rma.closed_at > facts.received.earliest:
            return _unsure(Rule.RMA_NOT_OPEN, **said, clock_unsure=True)
    if _too_old_to_reject(facts, policy):
        return _unsure(Rule.RMA_NOT_OPEN, **said, **_data_age(facts))
    return _found(Rule.RMA_NOT_OPEN, True, **said)


def late(facts: LabelFacts, policy: Policy) -> Finding:
    """The package came on or before the last day to receive, by the site's calendar."""
    rma = facts.rma
    if rma is None:
        return _found(Rule.LATE, False)
    local = policy.calendar.local
    days_late = (local(facts.received.at).date() - rma.receive_by).days
    said: dict[str, Fact] = {
        "created_at": local(rma.created_at).isoformat(),
        "receive_by": rma.receive_by.isoformat(),
        "received_at": local(facts.received.at).isoformat(),
        "received_by": facts.received_by.value,
        "days_late": max(days_late, 0),
    }
    surely = local(facts.received.earliest).date() > rma.receive_by
    perhaps = local(facts.received.latest).date() > rma.receive_by
    if perhaps and not surely:
        return _unsure(Rule.LATE, **said, clock_unsure=True)
    if surely and _too_old_to_reject(facts, policy):
        return _unsure(Rule.LATE, **said, **_data_age(facts))
    return _found(Rule.LATE, surely, **said)


def late_dock_closed(facts: LabelFacts, policy: Policy) -> Finding:
    """If late: the dock gave the sender a working day at the window's end or after it, before the arrival."""
    if facts.rma is None or late(facts, policy).answer is Answer.PASS:
        return _found(Rule.LATE_DOCK_CLOSED, False)
    last_day = facts.rma.receive_by
    reopened = policy.calendar.next_working_day(last_day)
    # The earliest it may have come: a clock's doubt must not turn a closed dock into a rejection.
    arrived = policy.calendar.local(facts.received.earliest).date()
    closed = not policy.calendar.is_working_day(last_day) and arrived <= reopened
    return _found(Rule.LATE_DOCK_CLOSED, closed, receive_by=last_day.isoformat(), reopened=reopened.isoformat())


def advanced_exposure(facts: LabelFacts, _policy: Policy) -> Finding:
    """No replacement has been shipped; where one has, no rule alone may send the goods away."""
    shipped = facts.rma is not None and facts.rma.replacement_shipped
    return _found(Rule.ADVANCED_EXPOSURE, shipped, replacement_shipped=shipped)


def arrived_before_rma(facts: LabelFacts, policy: Policy) -> Finding:
    """The package came after its RMA was created."""
    if facts.rma is None:
        return _found(Rule.ARRIVED_BEFORE_RMA, False)
    return _found(
        Rule.ARRIVED_BEFORE_RMA,
        facts.received.latest < facts.rma.created_at,
        created_at=policy.calendar.local(facts.rma.created_at).isoformat(),
        received_at=policy.calendar.local(facts.received.at).isoformat(),
    )


def already_received(facts: LabelFacts, _policy: Policy) -> Finding:
    """Something on the RMA is still expected; each accepted package before this one brought at least one device."""
    if facts.rma is None:
        return _found(Rule.ALREADY_RECEIVED, False)
    accepted = sum(sibling.decision is Decision.ACCEPT for sibling in facts.siblings)
    cartons = facts.carton.count if facts.carton else 0
    expected = max(facts.rma.units, cartons, 1)
    came = max(facts.rma.units_received, accepted)
    siblings = ", ".join(f"{sibling.lpn} {sibling.decision.value}" for sibling in facts.siblings)
    return _found(Rule.ALREADY_RECEIVED, came >= expected, expected=expected, already_here=came, siblings=siblings)


def sender_differs(facts: LabelFacts, _policy: Policy) -> Finding:
    """The sender on the label is the RMA's partner."""
    partner = facts.rma.partner_name if facts.rma else ""
    differs = facts.sender is Sender.DIFFERS
    return _found(Rule.SENDER_DIFFERS, differs, partner=partner, sender=facts.sender.value)


def data_stale(facts: LabelFacts, policy: Policy) -> Finding:
    """The first pull is complete and the station's data is younger than the hard limit."""
    age = facts.data.age
    stale = not facts.data.complete or age is None or age >= policy.data_stale_after
    limit = int(policy.data_stale_after / timedelta(hours=1))
    return _found(Rule.DATA_STALE, stale, complete=facts.data.complete, limit_hours=limit, **_data_age(facts))


def _too_old_to_reject(facts: LabelFacts, policy: Policy) -> bool:
    age = facts.data.age
    return not facts.data.online and (age is None or age > policy.data_unsure_after)


def _data_age(facts: LabelFacts) -> dict[str, Fact]:
    age = facts.data.age
    return {
        "online": facts.data.online,
        "data_age_seconds": None if age is None else int(age.total_seconds()),
    }


LABEL_RULES: tuple[LabelRule, ...] = (
    hazard,
    rma_missing,
    rma_malformed,
    rma_unknown,
    rma_not_open,
    late,
    late_dock_closed,
    advanced_exposure,
    arrived_before_rma,
    already_received,
    sender_differs,
    data_stale,
)
