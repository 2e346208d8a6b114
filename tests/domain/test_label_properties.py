"""What holds of every verdict, whatever the facts."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.authorization import ClosedBecause, Line, Rma, RmaKind, RmaState
from receiving_app.domain.label_facts import (
    ArrivalSource,
    DataState,
    LabelFacts,
    Moment,
    NumberOnLabel,
    Sender,
    ServiceSays,
    Sibling,
)
from receiving_app.domain.label_rules import judge
from receiving_app.domain.policy import OnDifference, Policy
from receiving_app.domain.rma_number import Carton
from receiving_app.domain.site_calendar import SiteCalendar, receive_by
from receiving_app.domain.verdict import Answer, Decision, Rule, Verdict
from tests.factories import CHICAGO, NUMBER, POLICY, an_rma, received_at

#: Every 50 minutes of a leap year and the year before it, clock changes included.
MOMENTS = st.integers(0, 21_000).map(lambda n: datetime(2027, 1, 1, tzinfo=UTC) + timedelta(minutes=50 * n))
SPANS = st.sampled_from([timedelta(0), timedelta(minutes=2), timedelta(hours=3), timedelta(days=1), timedelta(days=30)])
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
AGES = st.none() | st.integers(0, 100 * 60).map(lambda minutes: timedelta(minutes=minutes))
POLICIES = st.builds(
    Policy,
    version=st.integers(1, 3),
    calendar=st.builds(
        SiteCalendar, closed=st.lists(st.dates(date(2027, 1, 1), date(2028, 12, 31)), max_size=9).map(tuple)
    ),
    sender_differs=st.sampled_from(OnDifference),
)

HARMLESS = {Rule.SENDER_DIFFERS, Rule.ADVANCED_EXPOSURE}


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    at = draw(MOMENTS)
    return Moment(at, at - draw(SPANS), at + draw(SPANS))


@st.composite
def rmas(draw: st.DrawFn, received: datetime) -> Rma:
    created_at = received - timedelta(hours=draw(st.integers(-48, 24 * 20)))
    state = draw(st.sampled_from(RmaState))
    ended = state is not RmaState.OPEN
    return an_rma(
        created_at=created_at,
        receive_by=receive_by(created_at, draw(st.sampled_from([14, 14, 14, 30])), POLICY.calendar),
        kind=draw(st.sampled_from(RmaKind)),
        state=state,
        closed_because=draw(st.none() | st.sampled_from(ClosedBecause)) if ended else None,
        closed_at=received + draw(SPANS) * draw(st.sampled_from([-1, 1])) if ended and draw(st.booleans()) else None,
        replacement_shipped=draw(st.booleans()),
        lines=tuple(
            draw(st.lists(st.builds(Line, st.just("l"), st.just("KP2"), received=st.integers(0, 1)), max_size=2))
        ),
    )


@st.composite
def every_facts(draw: st.DrawFn) -> LabelFacts:
    """Draw facts of every kind, as often near a boundary as not."""
    received = draw(moments())
    siblings = st.builds(Sibling, st.just("LPN-1"), st.sampled_from(Decision), st.just(received.at))
    return LabelFacts(
        number=NUMBER,
        on_label=draw(st.sampled_from(NumberOnLabel)),
        received=received,
        received_by=draw(st.sampled_from(ArrivalSource)),
        data=DataState(draw(st.booleans()), draw(st.sampled_from([True, True, False])), draw(AGES)),
        rma=draw(st.none() | rmas(received.at)),
        service_says=draw(st.sampled_from(ServiceSays)),
        hazard=draw(st.sampled_from([False, False, False, True])),
        siblings=tuple(draw(st.lists(siblings, max_size=2))),
        carton=draw(st.none() | st.just(Carton(1, 2))),
        sender=draw(st.sampled_from(Sender)),
    )


def by_rule(verdict: Verdict) -> dict[Rule, Answer]:
    return {finding.rule: finding.answer for finding in verdict.trace}


@given(every_facts(), POLICIES)
def test_the_same_facts_and_policy_give_the_same_verdict_and_trace(facts_: LabelFacts, policy: Policy) -> None:
    assert judge(facts_, policy) == judge(replace(facts_), replace(policy))


@given(every_facts(), POLICIES)
def test_every_verdict_is_whole(facts_: LabelFacts, policy: Policy) -> None:
    verdict = judge(facts_, policy)
    answers = by_rule(verdict)
    assert list(answers) == list(Rule)
    assert verdict.headline is (verdict.codes[0] if verdict.codes else None)
    assert len(set(verdict.codes)) == len(verdict.codes)
    assert all(answers[code] is not Answer.PASS for code in verdict.codes)
    assert (verdict.decision is Decision.ACCEPT) is (verdict.codes == ())


@given(every_facts(), POLICIES)
def test_nothing_is_rejected_on_stale_data_with_a_hazard_or_with_a_replacement_out(
    facts_: LabelFacts, policy: Policy
) -> None:
    age = facts_.data.age
    stale = not facts_.data.complete or age is None or age >= policy.data_stale_after
    replaced = facts_.rma is not None and facts_.rma.replacement_shipped
    if stale or facts_.hazard or replaced:
        assert judge(facts_, policy).decision is not Decision.REJECT
    if stale or facts_.hazard:
        assert judge(facts_, policy).decision is Decision.HOLD


@given(every_facts(), POLICIES)
def test_what_is_accepted_failed_nothing_but_notes(facts_: LabelFacts, policy: Policy) -> None:
    verdict = judge(facts_, policy)
    amiss = {rule for rule, answer in by_rule(verdict).items() if answer is not Answer.PASS}
    assert (verdict.decision is Decision.ACCEPT) is (
        amiss <= HARMLESS and not (policy.sender_differs is OnDifference.HOLD and Rule.SENDER_DIFFERS in amiss)
    )
    if verdict.decision is Decision.ACCEPT:
        assert facts_.rma is not None


@given(every_facts(), POLICIES)
def test_what_is_rejected_failed_a_rejecting_rule_with_certainty(facts_: LabelFacts, policy: Policy) -> None:
    verdict = judge(facts_, policy)
    if verdict.decision is Decision.REJECT:
        assert verdict.headline in {
            Rule.RMA_MISSING,
            Rule.RMA_MALFORMED,
            Rule.RMA_UNKNOWN,
            Rule.RMA_NOT_OPEN,
            Rule.LATE,
        }
        assert by_rule(verdict)[verdict.headline] is Answer.FAIL


@given(every_facts(), POLICIES, SPANS, SPANS)
def test_more_doubt_about_the_arrival_never_makes_a_rejection(
    facts_: LabelFacts, policy: Policy, before: timedelta, after: timedelta
) -> None:
    received = facts_.received
    vaguer = replace(facts_, received=Moment(received.at, received.earliest - before, received.latest + after))
    if judge(facts_, policy).decision is not Decision.REJECT:
        assert judge(vaguer, policy).decision is not Decision.REJECT


@given(every_facts(), POLICIES)
def test_going_offline_never_makes_a_rejection(facts_: LabelFacts, policy: Policy) -> None:
    online = replace(facts_, data=replace(facts_.data, online=True))
    cut_off = replace(facts_, data=replace(facts_.data, online=False))
    if judge(online, policy).decision is not Decision.REJECT:
        assert judge(cut_off, policy).decision is not Decision.REJECT


def written_in(zone: timezone, facts_: LabelFacts) -> LabelFacts:
    """Write every time in the facts with another offset."""
    received, rma = facts_.received, facts_.rma
    moved = Moment(*(at.astimezone(zone) for at in (received.at, received.earliest, received.latest)))
    siblings = tuple(replace(sibling, received_at=sibling.received_at.astimezone(zone)) for sibling in facts_.siblings)
    if rma is not None:
        closed_at = rma.closed_at.astimezone(zone) if rma.closed_at else None
        rma = replace(rma, created_at=rma.created_at.astimezone(zone), closed_at=closed_at)
    return replace(facts_, received=moved, siblings=siblings, rma=rma)


@given(every_facts(), POLICIES, OFFSETS)
def test_the_offset_in_which_times_are_written_changes_neither_verdict_nor_trace(
    facts_: LabelFacts, policy: Policy, zone: timezone
) -> None:
    assert judge(written_in(zone, facts_), policy) == judge(facts_, policy)


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(0, 24 * 60 - 1))
def test_the_last_minute_of_day_fourteen_is_in_time_and_the_next_one_is_not(day: date, minute: int) -> None:
    created = datetime.combine(day, time(minute // 60, minute % 60), CHICAGO)
    last = datetime.combine(day + timedelta(days=14), time(23, 59, 59), CHICAGO)
    rma = an_rma(created_at=created, receive_by=receive_by(created, 14, POLICY.calendar))
    assert judge(received_at(last, rma), POLICY).decision is Decision.ACCEPT
    following = (last.astimezone(UTC) + timedelta(seconds=1)).astimezone(CHICAGO)
    late = judge(received_at(following, rma), POLICY)
    assert (following.hour, following.minute) == (0, 0)
    assert by_rule(late)[Rule.LATE] is Answer.FAIL
    # A last day on a weekend gives the first working day to a person, not to the rule.
    assert late.decision is (Decision.REJECT if last.weekday() < 5 else Decision.HOLD)


@given(MOMENTS, st.integers(0, 40 * 24 * 60), st.integers(0, 24 * 60))
def test_whoever_comes_earlier_is_never_worse_off_for_being_late(created: datetime, after: int, sooner: int) -> None:
    rma = an_rma(created_at=created, receive_by=receive_by(created, 14, POLICY.calendar))
    arrived = created + timedelta(minutes=after)
    earlier = max(created, arrived - timedelta(minutes=sooner))
    order = [Decision.ACCEPT, Decision.HOLD, Decision.REJECT]
    first = judge(received_at(earlier, rma), POLICY).decision
    second = judge(received_at(arrived, rma), POLICY).decision
    assert order.index(first) <= order.index(second)


SCRIPT = """
from datetime import UTC, datetime, timedelta
from receiving_app.domain.label_rules import judge
from tests.factories import POLICY, an_rma, received_at
start = datetime(2026, 11, 16, tzinfo=UTC)
for hour in range(0, 72, 5):
    print(judge(received_at(start + timedelta(hours=hour)), POLICY))
"""


def test_the_zone_of_the_process_changes_neither_verdict_nor_trace() -> None:
    said = {
        zone: subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone in ("UTC", "America/Chicago", "Asia/Kathmandu", "Pacific/Kiritimati")
    }
    assert len(set(said.values())) == 1
    assert "reject" in said["UTC"]
    assert "accept" in said["UTC"]
