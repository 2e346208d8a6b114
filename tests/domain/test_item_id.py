"""Item labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.item_id import item_id_in, item_id_of
from receiving_app.domain.lpn import lpn_in, lpn_of

STATIONS = st.from_regex(r"[a-zA-Z0-9]{1,8}(-[a-zA-Z0-9]{1,8}){0,2}", fullmatch=True)
NUMBERS = st.integers(0, 999_999_999)


@given(STATIONS, NUMBERS, st.sampled_from(["{}", "]C1{}\r", " {}\n", "\x1d{}\t"]))
def test_a_label_is_read_back_as_it_was_made(station: str, number: int, written: str) -> None:
    label = item_id_of(station, number)
    assert item_id_in(written.format(label)) == label
    assert item_id_in(label.lower()) == label


@given(STATIONS, NUMBERS, st.integers(1, 9), st.data())
def test_one_wrong_digit_makes_it_no_label(station: str, number: int, shift: int, data: st.DataObject) -> None:
    head, _, digits = item_id_of(station, number).rpartition("-")
    place = data.draw(st.integers(0, len(digits) - 1))
    wrong = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]
    assert item_id_in(f"{head}-{wrong}") is None


@given(STATIONS, NUMBERS, NUMBERS)
def test_two_items_never_share_a_label(station: str, one: int, other: int) -> None:
    assert (item_id_of(station, one) == item_id_of(station, other)) is (one == other)


@given(STATIONS, NUMBERS)
def test_an_item_and_a_package_are_never_taken_for_each_other(station: str, number: int) -> None:
    assert lpn_in(item_id_of(station, number)) is None
    assert item_id_in(lpn_of(station, number)) is None


def test_a_label_can_be_said_on_the_telephone() -> None:
    assert item_id_of("dock-1", 1) == "ITM-DOCK-1-0000017"


@pytest.mark.parametrize(
    "text",
    ["", "ITM-", "ITM-DOCK-000001", "ITM--0000013", "DOCK-0000013", "ITM-DOCK-0000013 X", item_id_of("DOCK", 10**500)],
)
def test_what_is_no_label_is_none(text: str) -> None:
    assert item_id_in(text) is None
