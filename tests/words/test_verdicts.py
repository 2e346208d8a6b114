"""The line that tells a worker why, and the line that tells what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from receiving_app.domain.authorization import ClosedBecause, Line, Rma, RmaState
from receiving_app.domain.events import Choice
from receiving_app.domain.label_facts import (
    ArrivalSource,
    DataState,
    LabelFacts,
    Moment,
    NumberOnLabel,
    ServiceSays,
    Sibling,
)
from receiving_app.domain.label_rules import judge
from receiving_app.domain.package import Judgement, Package, Review
from receiving_app.domain.policy import Policy
from receiving_app.domain.verdict import Decision, Rule
from receiving_app.queries.answers import Backlog
from receiving_app.words.readings import shown
from receiving_app.words.rules import rule_sentence
from receiving_app.words.sync import backlog_words
from receiving_app.words.verdicts import next_step, reason

POLICY = Policy()
RECEIVED = datetime(2026, 11, 17, 15, 12, tzinfo=UTC)
RMA = Rma(
    number="RMA-00001236",
    rev=1,
    partner="p1",
    partner_name="Halvorsen Dental",
    created_at=datetime(2026, 11, 2, 20, 30, tzinfo=UTC),
    receive_by=date(2026, 11, 20),
    lines=(Line("1", "CP4", "CP4-1"),),
)
FACTS = LabelFacts(
    number=RMA.number,
    on_label=NumberOnLabel.WELL_FORMED,
    received=Moment.certain(RECEIVED),
    received_by=ArrivalSource.TRUCK_STAMP,
    data=DataState(online=True, complete=True, age=timedelta(minutes=1)),
    rma=RMA,
)
OFFLINE = DataState(online=False, complete=True, age=timedelta(hours=3))


def judged(facts: LabelFacts) -> tuple[Package, Judgement]:
    verdict = judge(facts, POLICY)
    judgement = Judgement("RMA00001236", facts.number, "e1", RECEIVED, verdict, facts)
    package = Package(
        "LP-1", "dock-3", RECEIVED, facts.received, facts.received_by, hazard=facts.hazard, judgements=(judgement,)
    )
    return package, judgement


def late(last: date) -> LabelFacts:
    return replace(FACTS, rma=replace(RMA, receive_by=last))


NO_RMA = replace(FACTS, rma=None)
TOLD = [
    (FACTS, "In time: last day is Fri 20 Nov.", "Put it on the receiving shelf."),
    (
        late(date(2026, 11, 16)),
        "Arrived one day late: last day was Mon 16 Nov.",
        "Put it on the review shelf. Don't open it.",
    ),
    (late(date(2026, 11, 13)), "Arrived 4 days late: last day was Fri 13 Nov.", "review shelf"),
    (late(date(2025, 11, 13)), "last day was Thu 13 Nov 2025.", "review shelf"),
    (replace(late(date(2026, 11, 16)), data=OFFLINE), "It looks late, but our data is old: 3 hours.", "review shelf"),
    (
        replace(
            late(date(2026, 11, 16)),
            received=Moment(RECEIVED, RECEIVED - timedelta(days=1), RECEIVED + timedelta(days=1)),
        ),
        "It came so close to the end of Mon 16 Nov that the clock can't tell.",
        "review shelf",
    ),
    (late(date(2026, 11, 15)), "Arrived 2 days late", "review shelf"),
    (replace(FACTS, hazard=True), "Marked as dangerous", "Stop. Don't open it."),
    (replace(NO_RMA, on_label=NumberOnLabel.NONE), "No RMA number on the package.", "review shelf"),
    (
        replace(NO_RMA, on_label=NumberOnLabel.NONE, candidates=("RMA-00001236",)),
        "Its other numbers point to RMA-00001236.",
        "review shelf",
    ),
    (replace(NO_RMA, on_label=NumberOnLabel.DOUBTFUL), "RMA-00001236 was read with doubt.", "or type the number"),
    (replace(NO_RMA, on_label=NumberOnLabel.MALFORMED_ONCE), "no complete RMA number", "Scan the label once more."),
    (replace(NO_RMA, on_label=NumberOnLabel.MALFORMED_TWICE), "no complete RMA number", "review shelf"),
    (replace(NO_RMA, service_says=ServiceSays.UNKNOWN), "service doesn't know RMA-00001236.", "review shelf"),
    (replace(NO_RMA, service_says=ServiceSays.NO_ANSWER), "gave no answer about RMA-00001236.", "review shelf"),
    (NO_RMA, "couldn't be asked about RMA-00001236.", "review shelf"),
    (
        replace(FACTS, rma=replace(RMA, state=RmaState.CANCELLED, closed_at=datetime(2026, 11, 5, 18, tzinfo=UTC))),
        "This RMA was cancelled on Thu 5 Nov.",
        "review shelf",
    ),
    (
        replace(FACTS, rma=replace(RMA, state=RmaState.CLOSED, closed_because=ClosedBecause.RESOLVED)),
        "The RMA is closed.",
        "review shelf",
    ),
    (
        replace(FACTS, rma=replace(RMA, state=RmaState.CLOSED), data=OFFLINE),
        "It looks closed, but our data is old: 3 hours.",
        "review shelf",
    ),
    (
        replace(FACTS, rma=replace(RMA, receive_by=date(2026, 11, 16), replacement_shipped=True)),
        "A replacement was already sent for it.",
        "review shelf",
    ),
    (
        replace(FACTS, rma=replace(RMA, created_at=RECEIVED + timedelta(hours=1))),
        "It arrived before its RMA was created.",
        "review shelf",
    ),
    (
        replace(FACTS, siblings=(Sibling("LP-0", Decision.ACCEPT, RECEIVED),)),
        "Everything on this RMA is already here.",
        "review shelf",
    ),
    (
        replace(FACTS, data=DataState(online=True, complete=False, age=None)),
        "not yet fetched all data",
        "review shelf",
    ),
    (
        replace(FACTS, data=DataState(online=False, complete=True, age=timedelta(hours=80))),
        "Our data is too old to decide: 3 days.",
        "review shelf",
    ),
]


@pytest.mark.parametrize(("facts", "why", "then"), TOLD)
def test_a_verdict_tells_why_and_what_to_do(facts: LabelFacts, why: str, then: str) -> None:
    package, judgement = judged(facts)
    assert why in reason(package, judgement, POLICY, RECEIVED)
    assert then in next_step(package, judgement)


def test_a_dock_that_was_closed_on_the_last_day_is_told() -> None:
    arrived = datetime(2026, 11, 30, 15, tzinfo=UTC)
    calendar = replace(POLICY.calendar, closed=(date(2026, 11, 26), date(2026, 11, 27)))
    policy = replace(POLICY, calendar=calendar)
    facts = replace(late(date(2026, 11, 26)), received=Moment.certain(arrived))
    judgement = Judgement("k", facts.number, "e1", arrived, judge(facts, policy), facts)
    package = Package("LP-1", "dock-3", arrived, facts.received, facts.received_by, judgements=(judgement,))
    assert reason(package, judgement, policy, arrived) == "Late, but our dock was closed on its last day, Thu 26 Nov."


def test_an_overridden_verdict_names_the_supervisors_reason() -> None:
    package, judgement = judged(late(date(2026, 11, 16)))
    decided = Review(Choice.OVERRIDE, "support-confirmed", "", "maria", RECEIVED)
    judgement = replace(judgement, review=decided)
    assert reason(package, judgement, POLICY, RECEIVED) == "A supervisor accepted it: Support confirmed it."
    assert next_step(package, judgement) == "Put it on the receiving shelf."


def test_the_trace_of_lateness_tells_its_facts_on_the_sites_clock() -> None:
    _, judgement = judged(late(date(2026, 11, 16)))
    finding = next(f for f in judgement.verdict.trace if f.rule is Rule.LATE)
    assert rule_sentence(finding, POLICY.calendar) == (
        "Created Mon 2 Nov 14:30 CST; last day Mon 16 Nov; received Tue 17 Nov 09:12 CST by truck stamp; one day late."
    )


def test_no_sentence_of_any_trace_lacks_a_fact() -> None:
    for facts, _, _ in TOLD:
        for finding in judged(facts)[1].verdict.trace:
            said = rule_sentence(finding, POLICY.calendar)
            assert said.endswith(".")
            assert "None" not in said
            assert "  " not in said


def test_what_a_label_says_is_cut_and_made_visible() -> None:
    assert shown("A\x1d\tB\u202e<b>") == "A<GS><TAB>B<U+202E><b>"
    assert shown("9" * 1_000_000, 4) == "9999… (1000000 characters)"


@pytest.mark.parametrize(
    ("backlog", "said"),
    [
        (Backlog(online=True, waiting=0, data_as_of=RECEIVED), "Online · all sent"),
        (Backlog(online=True, waiting=2, rejected=1, data_as_of=RECEIVED), "Online · 2 waiting · 1 refused"),
        (Backlog(online=True, waiting=0), "Online · all sent · no data yet"),
        (
            Backlog(online=False, waiting=14, data_as_of=RECEIVED - timedelta(minutes=20)),
            "Offline · 14 waiting · data 20 minutes old",
        ),
        (Backlog(online=False, waiting=0), "Offline · all sent · no data yet"),
    ],
)
def test_the_backlog_is_told_in_a_few_words(backlog: Backlog, said: str) -> None:
    assert backlog_words(backlog, RECEIVED) == said
