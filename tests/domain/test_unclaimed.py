"""A box that nobody claims: days, reminders, and when it may be given up, for any policy and any day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.events import NumberMissing, PackageArrived
from receiving_app.domain.label_facts import ArrivalSource
from receiving_app.domain.package import Package, fold
from receiving_app.domain.policy import Policy, UnclaimedPolicy
from receiving_app.domain.reading import Source
from receiving_app.domain.unclaimed import (
    Match,
    Stage,
    Unclaimed,
    days_kept,
    reminder_due,
    rests_until,
    stage,
    unclaimed_number_of,
    up_since,
)
from receiving_app.domain.unclaimed_events import (
    Becomes,
    PackageClue,
    PackageIdentified,
    UnclaimedAbandoned,
    UnclaimedAgreed,
    UnclaimedKept,
    UnclaimedMatched,
    UnclaimedReminded,
)
from tests.factories import KEY, LPN, NUMBER, OTHER_KEY, SUPERVISOR, Story, chicago

KEPT_AT = chicago(2026, 11, 7, 18)
KEPT_ON = KEPT_AT.date()
BOX = Unclaimed("UNC-DOCK-1-0000017", "B12", "e-1", "p-lead", KEPT_AT, KEPT_AT)
POLICY = Policy()

policies = st.builds(
    lambda days, end: Policy(unclaimed=UnclaimedPolicy(tuple(sorted(days)), end)),
    st.sets(st.integers(1, 120), max_size=6),
    st.integers(1, 150),
)
ages = st.integers(0, 400)


def after(days: int) -> date:
    return KEPT_ON + timedelta(days=days)


def looked(days: int, box: Unclaimed = BOX) -> Unclaimed:
    """Let somebody look at it anew after so many days."""
    return replace(box, looked_at=KEPT_AT + timedelta(days=days))


@given(policies, ages)
def test_what_rests_comes_up_on_a_later_day_and_nothing_else_rests(policy: Policy, age: int) -> None:
    until = rests_until(BOX, after(age), policy)
    assert (until is not None) == (stage(BOX, after(age), policy) is Stage.RESTS)
    assert until is None or until > after(age)


@given(policies, ages)
def test_on_the_day_it_rests_until_it_waits_for_somebody(policy: Policy, age: int) -> None:
    until = rests_until(looked(age), after(age), policy)
    if until is not None:
        assert stage(looked(age), until, policy) in {Stage.REMIND, Stage.OVER}
        assert up_since(looked(age), until, policy) == until


@given(policies, ages)
def test_who_has_looked_is_asked_again_only_at_the_next_reminder(policy: Policy, age: int) -> None:
    assert stage(looked(age), after(age), policy) is not Stage.REMIND


@given(policies, st.lists(ages, max_size=12))
def test_each_reminder_is_told_once_and_in_order(policy: Policy, days: list[int]) -> None:
    box, told = BOX, []
    for age in sorted(days):
        due = reminder_due(box, after(age), policy)
        if due is not None:
            told.append(due)
            box = replace(box, reminded=due)
            assert reminder_due(box, after(age), policy) is None
            assert due <= age
    assert told == sorted(set(told))
    assert set(told) <= set(policy.unclaimed.remind_days)


@given(policies, ages)
def test_it_may_be_abandoned_from_the_policys_day_on(policy: Policy, age: int) -> None:
    assert (stage(BOX, after(age), policy) is Stage.OVER) == (age >= policy.unclaimed.abandon_days)


@pytest.mark.parametrize(
    ("days", "waits_for"),
    [(0, Stage.RESTS), (6, Stage.RESTS), (7, Stage.REMIND), (29, Stage.REMIND), (89, Stage.REMIND), (90, Stage.OVER)],
)
def test_the_default_policy_asks_around_after_a_week_and_ends_after_ninety_days(days: int, waits_for: Stage) -> None:
    assert stage(BOX, after(days), POLICY) is waits_for


def test_days_are_the_sites_even_over_a_clock_change_and_midnight() -> None:
    late = datetime(2026, 11, 1, 4, 30, tzinfo=UTC)  # 23:30 on 31 October in Chicago
    box = replace(BOX, kept_at=late, looked_at=late)
    assert days_kept(box, date(2026, 11, 7), POLICY) == 7


def test_a_new_claim_stands_before_everything_until_somebody_looks() -> None:
    match = Match(NUMBER, KEY, (), KEPT_AT + timedelta(days=95))
    box = replace(BOX, matches=(match,))
    assert stage(box, after(95), POLICY) is Stage.CLAIM
    assert stage(looked(96, box), after(96), POLICY) is Stage.OVER


def test_its_number_is_its_plates() -> None:
    assert unclaimed_number_of(LPN) == "UNC-DOCK-1-0000017"


def told(*bodies: object) -> Package:
    story = Story()
    story.tell(PackageArrived(KEPT_AT, ArrivalSource.SCAN, KEPT_AT, KEPT_AT))
    story.tell(NumberMissing())
    for body in bodies:
        story.tell(body, SUPERVISOR)  # type: ignore[arg-type]
    package = fold(story.events)
    assert package is not None
    return package


def kept(*bodies: object) -> Unclaimed:
    unclaimed = told(UnclaimedKept("UNC-1", "B12", (KEY,)), *bodies).unclaimed
    assert unclaimed is not None
    return unclaimed


def identified(number: str = NUMBER, key: str = KEY) -> PackageIdentified:
    return PackageIdentified("e-9", "", "", number, key, "p-1", "Fleet Eyes LLC", ())


def test_a_clue_stays_with_its_box() -> None:
    (clue,) = told(PackageClue("SW0012345", Source.TYPED, "e-7", inside=True)).clues
    assert (clue.text, clue.inside) == ("SW0012345", True)


def test_an_identified_box_is_judged_by_that_number_alone() -> None:
    package = told(identified())
    assert [label.key for label in package.live_labels] == [KEY]
    assert not package.no_number


def test_a_box_of_a_known_partner_keeps_its_missing_number() -> None:
    package = told(identified("", ""))
    assert package.no_number
    assert package.identified is not None
    assert package.identified.partner_name == "Fleet Eyes LLC"


def test_said_again_the_shelf_changes_and_the_first_day_stays() -> None:
    first = kept()
    again = kept(UnclaimedKept("UNC-1", "C3", (OTHER_KEY,)))
    assert (again.place, again.kept_at, again.event) == ("C3", first.kept_at, first.event)
    assert again.looked_at > first.looked_at
    assert set(again.seen) == {KEY, OTHER_KEY}


@pytest.mark.parametrize(
    "body",
    [
        UnclaimedAgreed("UNC-1", "e-3", "Ann", KEPT_ON),
        UnclaimedAbandoned("UNC-1", "e-3", Becomes.SCRAPPED, "nobody-answered"),
        identified(),
        identified("", ""),
    ],
)
def test_claimed_paid_for_or_abandoned_it_waits_no_more(body: object) -> None:
    assert not kept(body).waits
    assert reminder_due(kept(body), after(500), POLICY) is None


def test_reminders_and_matches_are_remembered() -> None:
    box = kept(UnclaimedReminded("UNC-1", 30, "B12"), UnclaimedMatched("UNC-1", NUMBER, OTHER_KEY, ()))
    assert box.reminded == 30
    assert [match.number for match in box.new_matches] == [NUMBER]
    assert OTHER_KEY in box.seen


def test_what_was_never_kept_is_not_reminded_of() -> None:
    assert told(UnclaimedReminded("UNC-1", 30, "B12")).unclaimed is None
