"""Which cases stand together in the list, and which are alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.alike import FEWEST, Group, alike, all_alike, grouped
from receiving_app.domain.cases import CaseKind, Head, Unread
from receiving_app.domain.verdict import Decision

TODAY = date(2026, 11, 9)
LATE = Head(
    CaseKind.PACKAGE,
    ("LP-1", "RMA1"),
    datetime(2026, 11, 7, tzinfo=UTC),
    Decision.REJECT,
    "RMA-1",
    "Fleet Eyes LLC",
    "LP-1",
    codes=("late",),
)


def case(place: int, **more: object) -> Unread:
    return Unread(replace(LATE, key=(f"LP-{place}", "RMA1"), **more))  # type: ignore[arg-type]


def test_certain_rejects_for_the_same_reasons_stand_in_one_group_in_the_place_of_the_first() -> None:
    held = case(0, decision=Decision.HOLD, codes=("data-stale",))
    late = [case(place, partner=f"Partner {place}") for place in range(1, FEWEST + 1)]
    listed = tuple(grouped([late[0], held, *late[1:]], TODAY))
    assert listed == (Group(CaseKind.PACKAGE, ("late",), tuple(late)), held)


def test_a_few_stand_for_themselves() -> None:
    few = [case(place) for place in range(FEWEST - 1)]
    assert list(grouped(few, TODAY)) == few


def test_what_is_dangerous_rests_or_was_handed_on_stands_for_itself() -> None:
    odd = [case(7, danger=True), case(8, rests_until=date(2026, 12, 1)), case(9, handed_to="p-lea")]
    late = [case(place) for place in range(FEWEST)]
    group, *others = grouped([*late, *odd], TODAY)
    assert isinstance(group, Group)
    assert group.cases == tuple(late)
    assert others == odd


def test_alike_are_cases_of_one_partner_of_which_the_rules_said_the_same() -> None:
    same, others_box = case(2), case(3, partner="Another")
    held, unknown = case(4, decision=Decision.HOLD), case(5, codes=("rma-unknown",))
    assert all_alike([case(1), same, others_box, held, unknown], LATE) == (case(1), same)
    assert not alike(LATE, replace(LATE, kind=CaseKind.ITEM))


heads = st.builds(
    replace,
    st.just(LATE),
    decision=st.sampled_from([*Decision, None]),
    kind=st.sampled_from(CaseKind),
    codes=st.sampled_from([(), ("late",), ("late", "rma-not-open")]),
    danger=st.booleans(),
)


@given(st.lists(heads, max_size=30))
def test_grouping_loses_nothing_and_shows_nothing_twice(found: list[Head]) -> None:
    cases = [Unread(replace(head, key=(str(place), ""))) for place, head in enumerate(found)]
    listed = [each.cases if isinstance(each, Group) else (each,) for each in grouped(cases, TODAY)]
    shown = [case for each in listed for case in each]
    assert sorted(each.head.key for each in shown) == sorted(each.head.key for each in cases)
