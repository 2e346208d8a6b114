"""Each label rule: its answer, and what it does to decision, headline and order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from receiving_app.domain.authorization import ClosedBecause, Line, RmaState
from receiving_app.domain.label_facts import DataState, LabelFacts, Moment, NumberOnLabel, Sender, ServiceSays, Sibling
from receiving_app.domain.label_rules import LABEL_RULES, judge
from receiving_app.domain.policy import OnDifference, Policy
from receiving_app.domain.rma_number import Carton
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.domain.verdict import Answer, Decision, Fact, Rule, Verdict
from tests.factories import CREATED, NUMBER, OTHER_NUMBER, POLICY, an_rma, chicago, facts, offline, received_at, unknown

ACCEPT, REJECT, HOLD = Decision.ACCEPT, Decision.REJECT, Decision.HOLD
PASS, FAIL, UNSURE = Answer.PASS, Answer.FAIL, Answer.UNSURE

LATE = Moment.certain(chicago(2026, 11, 17, 9, 12))
HOUR = timedelta(hours=1)
HOUR_OLD = offline(HOUR)
STALE = offline(timedelta(hours=80))
CANCELLED = an_rma(state=RmaState.CANCELLED)
RESOLVED = an_rma(state=RmaState.CLOSED, closed_because=ClosedBecause.RESOLVED)
EXPIRED = an_rma(state=RmaState.CLOSED, closed_because=ClosedBecause.EXPIRED)
SHIPPED = an_rma(replacement_shipped=True)
SIBLING = Sibling("LPN-DOCK-1-0000009", ACCEPT, chicago(2026, 11, 6))
#: The window's last day is a holiday; the dock opens again on the 17th.
HOLIDAY = Policy(calendar=SiteCalendar(closed=(date(2026, 11, 16),)))


def answer(rule: Rule, facts_: LabelFacts, policy: Policy = POLICY) -> Answer:
    [finding] = [finding for finding in judge(facts_, policy).trace if finding.rule is rule]
    return finding.answer


def said(rule: Rule, verdict: Verdict) -> dict[str, Fact]:
    [finding] = [finding for finding in verdict.trace if finding.rule is rule]
    return dict(finding.facts)


def test_an_ordinary_return_in_time_is_accepted() -> None:
    verdict = judge(facts(), POLICY)
    assert (verdict.decision, verdict.headline, verdict.codes) == (ACCEPT, None, ())
    assert {finding.answer for finding in verdict.trace} == {PASS}


def test_the_trace_lists_every_rule_once_in_the_order_of_the_process() -> None:
    assert [finding.rule for finding in judge(facts(), POLICY).trace] == list(Rule)
    assert len(LABEL_RULES) == len(Rule)


def uncertain(earliest: datetime, latest: datetime) -> Moment:
    return Moment(latest, earliest, latest)


# rule, its answer, what the facts are, and the decision that follows
SINGLE = [
    (Rule.HAZARD, FAIL, facts(hazard=True), HOLD),
    (Rule.RMA_MISSING, FAIL, unknown(number="", on_label=NumberOnLabel.NONE), REJECT),
    (Rule.RMA_MISSING, UNSURE, unknown(on_label=NumberOnLabel.DOUBTFUL), HOLD),
    (Rule.RMA_MALFORMED, FAIL, unknown(on_label=NumberOnLabel.MALFORMED_TWICE), REJECT),
    (Rule.RMA_MALFORMED, UNSURE, unknown(on_label=NumberOnLabel.MALFORMED_ONCE), HOLD),
    (Rule.RMA_UNKNOWN, FAIL, unknown(service_says=ServiceSays.UNKNOWN), REJECT),
    (Rule.RMA_UNKNOWN, UNSURE, unknown(service_says=ServiceSays.NO_ANSWER), HOLD),
    (Rule.RMA_UNKNOWN, UNSURE, unknown(service_says=ServiceSays.NOT_ASKED, data=HOUR_OLD), HOLD),
    (Rule.RMA_NOT_OPEN, FAIL, facts(rma=CANCELLED), REJECT),
    (Rule.RMA_NOT_OPEN, FAIL, facts(rma=RESOLVED), REJECT),
    (Rule.RMA_NOT_OPEN, FAIL, facts(rma=replace(CANCELLED, closed_because=ClosedBecause.EXPIRED)), REJECT),
    (Rule.RMA_NOT_OPEN, FAIL, facts(rma=replace(RESOLVED, closed_at=chicago(2026, 11, 6))), REJECT),
    (Rule.RMA_NOT_OPEN, FAIL, facts(rma=CANCELLED, data=offline(timedelta(minutes=15))), REJECT),
    (Rule.RMA_NOT_OPEN, UNSURE, facts(rma=CANCELLED, data=HOUR_OLD), HOLD),
    (
        Rule.RMA_NOT_OPEN,
        UNSURE,
        facts(
            rma=replace(CANCELLED, closed_at=chicago(2026, 11, 6)),
            received=uncertain(chicago(2026, 11, 5), chicago(2026, 11, 7)),
        ),
        HOLD,
    ),
    (Rule.LATE, FAIL, facts(received=LATE), REJECT),
    (Rule.LATE, FAIL, facts(received=LATE, rma=EXPIRED), REJECT),
    (Rule.LATE, FAIL, facts(received=LATE, data=offline(timedelta(minutes=15))), REJECT),
    (Rule.LATE, UNSURE, facts(received=LATE, data=HOUR_OLD), HOLD),
    (Rule.LATE, UNSURE, facts(received=uncertain(chicago(2026, 11, 16, 23), chicago(2026, 11, 17, 1))), HOLD),
    (Rule.ARRIVED_BEFORE_RMA, FAIL, received_at(CREATED - timedelta(minutes=1)), HOLD),
    (Rule.ALREADY_RECEIVED, FAIL, facts(siblings=(SIBLING,)), HOLD),
    (Rule.ALREADY_RECEIVED, FAIL, facts(rma=an_rma(lines=(Line("l-1", "KP2", received=1),))), HOLD),
    (Rule.SENDER_DIFFERS, FAIL, facts(sender=Sender.DIFFERS), ACCEPT),
    (Rule.DATA_STALE, FAIL, facts(data=STALE), HOLD),
    (Rule.DATA_STALE, FAIL, facts(data=offline(timedelta(hours=72))), HOLD),
    (Rule.DATA_STALE, FAIL, facts(data=DataState(online=True, complete=False, age=timedelta(0))), HOLD),
    (Rule.DATA_STALE, FAIL, facts(data=DataState(online=False, complete=False, age=None)), HOLD),
]


@pytest.mark.parametrize(("rule", "expected", "facts_", "decision"), SINGLE)
def test_one_rule_that_does_not_pass_decides_alone(
    rule: Rule, expected: Answer, facts_: LabelFacts, decision: Decision
) -> None:
    verdict = judge(facts_, POLICY)
    assert {finding.rule: finding.answer for finding in verdict.trace if finding.answer is not PASS} == {rule: expected}
    led = (rule,) if decision is not ACCEPT else ()
    assert (verdict.decision, verdict.codes) == (decision, led)
    assert verdict.headline is (rule if led else None)


@pytest.mark.parametrize(
    ("rule", "facts_"),
    [
        (Rule.RMA_MISSING, facts(on_label=NumberOnLabel.DOUBTFUL)),
        (Rule.RMA_MALFORMED, facts(on_label=NumberOnLabel.MALFORMED_TWICE)),
        (Rule.RMA_UNKNOWN, facts(service_says=ServiceSays.UNKNOWN)),
        (Rule.RMA_NOT_OPEN, facts(rma=EXPIRED)),
        (Rule.RMA_NOT_OPEN, facts(rma=replace(RESOLVED, closed_at=chicago(2026, 11, 8)))),
        (Rule.LATE, received_at(chicago(2026, 11, 16, 23, 59))),
        (Rule.LATE, facts(data=HOUR_OLD)),
        (Rule.ARRIVED_BEFORE_RMA, received_at(CREATED)),
        (Rule.ARRIVED_BEFORE_RMA, facts(received=Moment(CREATED - HOUR, CREATED - HOUR, CREATED))),
        (Rule.ALREADY_RECEIVED, facts(siblings=(replace(SIBLING, decision=REJECT), replace(SIBLING, decision=HOLD)))),
        (Rule.ALREADY_RECEIVED, facts(rma=an_rma(lines=(Line("l-1", "KP2", quantity=2),)), siblings=(SIBLING,))),
        (Rule.ALREADY_RECEIVED, facts(carton=Carton(2, 2), siblings=(SIBLING,))),
        (Rule.SENDER_DIFFERS, facts(sender=Sender.SAME)),
        (Rule.DATA_STALE, facts(data=offline(timedelta(hours=71)))),
    ],
)
def test_the_rule_passes_just_on_this_side(rule: Rule, facts_: LabelFacts) -> None:
    assert answer(rule, facts_) is PASS
    assert judge(facts_, POLICY).decision is ACCEPT


def test_a_replacement_that_is_out_changes_nothing_for_a_return_in_time() -> None:
    verdict = judge(facts(rma=SHIPPED), POLICY)
    assert (verdict.decision, verdict.codes) == (ACCEPT, ())
    assert answer(Rule.ADVANCED_EXPOSURE, facts(rma=SHIPPED)) is FAIL


@pytest.mark.parametrize(
    ("facts_", "reason"),
    [
        (facts(rma=SHIPPED, received=LATE), Rule.LATE),
        (facts(rma=replace(CANCELLED, replacement_shipped=True)), Rule.RMA_NOT_OPEN),
    ],
)
def test_a_replacement_that_is_out_turns_every_rejection_into_a_hold(facts_: LabelFacts, reason: Rule) -> None:
    verdict = judge(facts_, POLICY)
    assert (verdict.decision, verdict.headline, verdict.codes) == (
        HOLD,
        Rule.ADVANCED_EXPOSURE,
        (Rule.ADVANCED_EXPOSURE, reason),
    )


def test_after_a_last_day_on_which_the_dock_was_closed_the_first_open_day_holds_instead_of_rejecting() -> None:
    verdict = judge(facts(received=LATE), HOLIDAY)
    assert (verdict.decision, verdict.codes) == (HOLD, (Rule.LATE_DOCK_CLOSED,))
    assert answer(Rule.LATE, facts(received=LATE), HOLIDAY) is FAIL


def test_the_day_after_the_dock_has_opened_again_is_late() -> None:
    verdict = judge(received_at(chicago(2026, 11, 18)), HOLIDAY)
    assert (verdict.decision, verdict.codes) == (REJECT, (Rule.LATE,))


def test_a_clock_in_doubt_about_the_day_of_opening_holds() -> None:
    doubtful = facts(received=uncertain(chicago(2026, 11, 17, 23), chicago(2026, 11, 18, 1)))
    assert judge(doubtful, HOLIDAY).decision is HOLD


def test_a_holiday_inside_the_window_excuses_nobody() -> None:
    holiday_before = Policy(calendar=SiteCalendar(closed=(date(2026, 11, 13),)))
    assert judge(facts(received=LATE), holiday_before).decision is REJECT


def test_a_closed_dock_is_no_matter_for_a_return_in_time() -> None:
    assert answer(Rule.LATE_DOCK_CLOSED, facts(), HOLIDAY) is PASS


def test_a_closed_dock_does_not_excuse_a_cancelled_rma() -> None:
    verdict = judge(facts(rma=CANCELLED, received=LATE), HOLIDAY)
    assert (verdict.decision, verdict.headline) == (REJECT, Rule.RMA_NOT_OPEN)
    assert verdict.codes == (Rule.RMA_NOT_OPEN, Rule.LATE_DOCK_CLOSED)


def test_the_policy_may_hold_what_came_from_another_sender() -> None:
    strict = Policy(sender_differs=OnDifference.HOLD)
    verdict = judge(facts(sender=Sender.DIFFERS), strict)
    assert (verdict.decision, verdict.codes) == (HOLD, (Rule.SENDER_DIFFERS,))


def test_a_hazard_comes_before_everything() -> None:
    everything = facts(hazard=True, rma=CANCELLED, received=LATE, siblings=(SIBLING,))
    verdict = judge(everything, POLICY)
    assert (verdict.decision, verdict.headline) == (HOLD, Rule.HAZARD)
    assert verdict.codes == (Rule.HAZARD, Rule.ALREADY_RECEIVED, Rule.RMA_NOT_OPEN, Rule.LATE)


def test_a_certain_rejection_wins_over_a_hold_and_both_are_listed() -> None:
    verdict = judge(facts(rma=replace(RESOLVED, created_at=LATE.at), siblings=(SIBLING,)), POLICY)
    assert (verdict.decision, verdict.headline) == (REJECT, Rule.RMA_NOT_OPEN)
    assert verdict.codes == (Rule.RMA_NOT_OPEN, Rule.ARRIVED_BEFORE_RMA, Rule.ALREADY_RECEIVED)


def test_of_two_rejections_the_higher_rule_is_the_headline() -> None:
    verdict = judge(facts(rma=CANCELLED, received=LATE), POLICY)
    assert verdict.codes == (Rule.RMA_NOT_OPEN, Rule.LATE)
    assert verdict.headline is Rule.RMA_NOT_OPEN


def test_of_two_doubts_the_higher_rule_is_the_headline() -> None:
    verdict = judge(facts(rma=CANCELLED, received=LATE, data=HOUR_OLD), POLICY)
    assert (verdict.decision, verdict.codes) == (HOLD, (Rule.RMA_NOT_OPEN, Rule.LATE))


def test_a_doubt_heads_the_hold_when_its_rule_stands_higher_than_what_failed() -> None:
    verdict = judge(facts(rma=CANCELLED, siblings=(SIBLING,), data=HOUR_OLD), POLICY)
    assert (verdict.decision, verdict.codes) == (HOLD, (Rule.RMA_NOT_OPEN, Rule.ALREADY_RECEIVED))


@pytest.mark.parametrize("closed_after", [-HOUR, HOUR])
def test_a_closing_within_the_clocks_doubt_rejects_nothing(closed_after: timedelta) -> None:
    came = chicago(2026, 11, 7)
    rma = replace(CANCELLED, closed_at=came + closed_after)
    doubtful = facts(rma=rma, received=Moment(came, came - 2 * HOUR, came + 2 * HOUR))
    assert answer(Rule.RMA_NOT_OPEN, doubtful) is UNSURE
    assert judge(doubtful, POLICY).decision is HOLD


def test_stale_data_sends_nobody_away_and_says_what_it_would_have_said() -> None:
    verdict = judge(unknown(number="", on_label=NumberOnLabel.NONE, data=STALE), POLICY)
    assert (verdict.decision, verdict.codes) == (HOLD, (Rule.DATA_STALE, Rule.RMA_MISSING))


@pytest.mark.parametrize("rma", [CANCELLED, RESOLVED])
def test_print_read_with_doubt_rejects_nothing_by_an_rma_that_it_may_not_be(rma: object) -> None:
    verdict = judge(facts(rma=rma, on_label=NumberOnLabel.DOUBTFUL), POLICY)
    assert (verdict.decision, verdict.codes) == (HOLD, (Rule.RMA_MISSING, Rule.RMA_NOT_OPEN))


def test_print_that_names_an_open_rma_exactly_needs_nobody_to_confirm_it() -> None:
    assert judge(facts(on_label=NumberOnLabel.DOUBTFUL), POLICY).decision is ACCEPT
    assert judge(facts(on_label=NumberOnLabel.DOUBTFUL, received=LATE), POLICY).decision is REJECT


def test_a_missing_number_shows_the_rmas_that_a_serial_points_to() -> None:
    missing = unknown(number="", on_label=NumberOnLabel.NONE, candidates=(NUMBER, OTHER_NUMBER))
    verdict = judge(missing, POLICY)
    assert verdict.headline is Rule.RMA_MISSING
    assert said(Rule.RMA_MISSING, verdict)["candidates"] == f"{NUMBER}, {OTHER_NUMBER}"


def test_a_malformed_number_shows_what_it_nearly_is() -> None:
    verdict = judge(unknown(number="RMA-1", on_label=NumberOnLabel.MALFORMED_TWICE, near=(NUMBER,)), POLICY)
    assert said(Rule.RMA_MALFORMED, verdict) == {"number": "RMA-1", "near": NUMBER, "check": "mod11-10"}


def test_the_trace_says_by_how_much_and_by_whose_word_it_was_late() -> None:
    assert said(Rule.LATE, judge(facts(received=LATE), POLICY)) == {
        "created_at": "2026-11-02T14:30:00-06:00",
        "receive_by": "2026-11-16",
        "received_at": "2026-11-17T09:12:00-06:00",
        "received_by": "scan",
        "days_late": 1,
    }


def test_the_trace_shows_the_datas_age_and_the_packages_that_came_before() -> None:
    verdict = judge(facts(siblings=(SIBLING,), data=HOUR_OLD), POLICY)
    assert said(Rule.DATA_STALE, verdict) == {
        "complete": True,
        "limit_hours": 72,
        "online": False,
        "data_age_seconds": 3600,
    }
    assert said(Rule.ALREADY_RECEIVED, verdict)["siblings"] == "LPN-DOCK-1-0000009 accept"


def test_a_verdict_names_the_policy_it_was_given_under() -> None:
    assert judge(facts(), Policy(version=7)).policy_version == 7


def test_support_can_extend_the_window_and_the_station_only_compares() -> None:
    assert judge(facts(rma=an_rma(receive_by=date(2026, 11, 17)), received=LATE), POLICY).decision is ACCEPT


@pytest.mark.parametrize(
    "naive",
    [
        facts(rma=an_rma(created_at=datetime(2026, 11, 2, 14, 30))),  # noqa: DTZ001 - the very thing refused
        received_at(datetime(2026, 11, 7, 12, 0)),  # noqa: DTZ001
        facts(rma=replace(CANCELLED, closed_at=datetime(2026, 11, 3))),  # noqa: DTZ001
    ],
)
def test_a_time_without_offset_is_refused_and_not_guessed_at(naive: LabelFacts) -> None:
    with pytest.raises(ValueError, match="says no offset from UTC"):
        judge(naive, POLICY)
