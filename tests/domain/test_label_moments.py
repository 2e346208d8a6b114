"""The moments that naive programs get wrong, as far as a label is concerned."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from receiving_app.domain.label_facts import ArrivalSource, DataState, LabelFacts, Moment, NumberOnLabel, ServiceSays
from receiving_app.domain.label_rules import judge
from receiving_app.domain.policy import Policy
from receiving_app.domain.site_calendar import SiteCalendar, receive_by
from receiving_app.domain.verdict import Decision, Rule
from tests.factories import (
    CREATED,
    FRESH,
    NUMBER,
    OTHER_NUMBER,
    POLICY,
    an_rma,
    chicago,
    facts,
    offline,
    received_at,
    unknown,
)

ACCEPT, REJECT, HOLD = Decision.ACCEPT, Decision.REJECT, Decision.HOLD


def outcome(facts_: LabelFacts, policy: Policy = POLICY) -> tuple[Decision, Rule | None]:
    verdict = judge(facts_, policy)
    return verdict.decision, verdict.headline


def created(moment: datetime, received: datetime) -> LabelFacts:
    """Give the facts of an RMA created at one moment and its package that came at another."""
    rma = an_rma(created_at=moment, receive_by=receive_by(moment, POLICY.window_days, POLICY.calendar))
    return received_at(received, rma)


def test_created_monday_the_second_and_received_monday_the_sixteenth_a_minute_before_midnight_is_in_time() -> None:
    assert outcome(received_at(chicago(2026, 11, 16, 23, 59))) == (ACCEPT, None)


def test_a_minute_later_it_is_late() -> None:
    assert outcome(received_at(chicago(2026, 11, 17, 0, 0))) == (REJECT, Rule.LATE)


def test_the_last_second_of_the_last_day_counts() -> None:
    midnight = chicago(2026, 11, 17, 0, 0)
    assert outcome(received_at(midnight - timedelta(microseconds=1))) == (ACCEPT, None)


def test_evening_in_chicago_is_the_last_day_although_utc_has_the_next() -> None:
    evening = datetime(2026, 11, 17, 3, 0, tzinfo=UTC)
    assert outcome(received_at(evening)) == (ACCEPT, None)
    # Created in the evening of the 2nd, which UTC calls the 3rd: no day more.
    assert outcome(created(datetime(2026, 11, 3, 4, 0, tzinfo=UTC), chicago(2026, 11, 17, 0, 0))) == (REJECT, Rule.LATE)


@pytest.mark.parametrize(
    ("made", "last_minute"),
    [
        # The clocks go forward on 8 March 2026, back on 1 November 2026, and both times on the very last day.
        (chicago(2026, 3, 1, 1, 30), chicago(2026, 3, 15, 23, 59)),
        (chicago(2026, 10, 25, 23, 30), chicago(2026, 11, 8, 23, 59)),
        (chicago(2026, 2, 22, 12), chicago(2026, 3, 8, 23, 59)),
        (chicago(2026, 10, 18, 12), chicago(2026, 11, 1, 23, 59)),
        # Created in the hour that comes twice, and in a leap year's February.
        (chicago(2026, 11, 1, 1, 30).replace(fold=1), chicago(2026, 11, 15, 23, 59)),
        (chicago(2028, 2, 15), chicago(2028, 2, 29, 23, 59)),
        (chicago(2028, 2, 16), chicago(2028, 3, 1, 23, 59)),
        (chicago(2026, 12, 20), chicago(2027, 1, 3, 23, 59)),
    ],
)
def test_clock_changes_and_leap_days_move_no_deadline(made: datetime, last_minute: datetime) -> None:
    assert judge(created(made, last_minute), POLICY).decision is ACCEPT
    after = last_minute.astimezone(UTC) + timedelta(minutes=1)
    assert Rule.LATE not in judge(created(made, last_minute), POLICY).codes
    late = judge(created(made, after), POLICY)
    assert {Rule.LATE, Rule.LATE_DOCK_CLOSED} & set(late.codes)


THANKSGIVING = Policy(calendar=SiteCalendar(closed=(date(2026, 11, 26), date(2026, 11, 27))))


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        (chicago(2026, 11, 26, 10), (ACCEPT, None)),
        (chicago(2026, 11, 30, 9), (HOLD, Rule.LATE_DOCK_CLOSED)),
        (chicago(2026, 11, 30, 23, 59), (HOLD, Rule.LATE_DOCK_CLOSED)),
        (chicago(2026, 12, 1, 0, 0), (REJECT, Rule.LATE)),
    ],
)
def test_day_fourteen_is_thanksgiving_and_the_dock_is_closed_until_monday(
    received: datetime, expected: tuple[Decision, Rule | None]
) -> None:
    rma = an_rma(created_at=chicago(2026, 11, 12), receive_by=date(2026, 11, 26))
    assert outcome(received_at(received, rma), THANKSGIVING) == expected


def test_a_truck_stamped_friday_counts_for_boxes_scanned_monday() -> None:
    rma = an_rma(created_at=chicago(2026, 10, 30), receive_by=date(2026, 11, 13))
    friday = Moment.certain(chicago(2026, 11, 13, 16, 50))
    stamped = facts(rma=rma, received=friday, received_by=ArrivalSource.TRUCK_STAMP)
    assert outcome(stamped) == (ACCEPT, None)
    assert outcome(replace(stamped, received=Moment.certain(chicago(2026, 11, 16, 8, 5)))) == (REJECT, Rule.LATE)


def test_a_station_clock_a_day_fast_on_day_fourteen_holds() -> None:
    shown = chicago(2026, 11, 17, 10)
    doubtful = Moment(at=shown, earliest=shown - timedelta(days=1), latest=shown)
    assert outcome(facts(received=doubtful)) == (HOLD, Rule.LATE)


def test_a_station_clock_a_day_slow_on_day_fifteen_holds_too() -> None:
    shown = chicago(2026, 11, 16, 10)
    doubtful = Moment(at=shown, earliest=shown, latest=shown + timedelta(days=1))
    assert outcome(facts(received=doubtful)) == (HOLD, Rule.LATE)


@pytest.mark.parametrize("received", [chicago(2026, 11, 7), chicago(2026, 11, 20)])
def test_a_known_rma_with_data_eighty_hours_old_holds(received: datetime) -> None:
    decision, _ = outcome(replace(received_at(received), data=offline(timedelta(hours=80))))
    assert decision is HOLD


def test_extended_centrally_while_offline_holds_and_is_accepted_when_the_station_hears_of_it() -> None:
    offline_station = replace(received_at(chicago(2026, 11, 18)), data=offline(timedelta(hours=2)))
    assert outcome(offline_station) == (HOLD, Rule.LATE)
    extended = an_rma(rev=2, receive_by=date(2026, 11, 30))
    assert outcome(replace(offline_station, rma=extended, data=FRESH)) == (ACCEPT, None)
    # It hears that nothing was extended.
    assert outcome(replace(offline_station, data=FRESH)) == (REJECT, Rule.LATE)


def test_the_replacement_is_out_and_day_fifteen_holds() -> None:
    assert outcome(received_at(chicago(2026, 11, 17), an_rma(replacement_shipped=True))) == (
        HOLD,
        Rule.ADVANCED_EXPOSURE,
    )


def test_an_advanced_rma_whose_replacement_never_left_is_late_like_any_other() -> None:
    assert outcome(received_at(chicago(2026, 11, 17), an_rma(replacement_shipped=False))) == (REJECT, Rule.LATE)


def test_an_unknown_number_holds_offline_and_is_rejected_by_the_services_own_word() -> None:
    number = unknown(service_says=ServiceSays.NO_ANSWER, data=offline(timedelta(minutes=1)))
    assert outcome(number) == (HOLD, Rule.RMA_UNKNOWN)
    assert outcome(replace(number, service_says=ServiceSays.UNKNOWN)) == (REJECT, Rule.RMA_UNKNOWN)


def test_a_station_before_its_first_complete_pull_sends_nobody_away() -> None:
    never = DataState(online=True, complete=False, age=None)
    assert outcome(unknown(service_says=ServiceSays.UNKNOWN, data=never)) == (HOLD, Rule.DATA_STALE)


def test_no_number_but_a_serial_on_two_open_rmas_is_rejected_with_both_shown_and_neither_picked() -> None:
    verdict = judge(unknown(number="", on_label=NumberOnLabel.NONE, candidates=(NUMBER, OTHER_NUMBER)), POLICY)
    assert (verdict.decision, verdict.headline) == (REJECT, Rule.RMA_MISSING)
    assert verdict.trace[1].facts == {"number": "", "candidates": f"{NUMBER}, {OTHER_NUMBER}"}


def test_box_one_on_day_thirteen_is_in_time_when_box_two_on_day_sixteen_is_not() -> None:
    assert judge(received_at(chicago(2026, 11, 15)), POLICY).decision is ACCEPT
    assert judge(received_at(chicago(2026, 11, 18)), POLICY).decision is REJECT


def test_goods_that_came_before_their_rma_wait_for_a_person() -> None:
    assert outcome(received_at(CREATED - timedelta(hours=1))) == (HOLD, Rule.ARRIVED_BEFORE_RMA)


def test_a_policy_changed_since_the_arrival_shows_in_the_verdict_and_the_old_one_can_be_given_again() -> None:
    monday = received_at(
        chicago(2026, 11, 30, 9), an_rma(created_at=chicago(2026, 11, 12), receive_by=date(2026, 11, 26))
    )
    before, after = replace(THANKSGIVING, version=1), replace(POLICY, version=2)
    assert (judge(monday, before).decision, judge(monday, before).policy_version) == (HOLD, 1)
    assert (judge(monday, after).decision, judge(monday, after).policy_version) == (REJECT, 2)
    assert judge(monday, before) == judge(monday, before)
