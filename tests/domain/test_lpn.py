"""Licence plates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.lpn import lpn_in, lpn_of

STATIONS = st.from_regex(r"[a-zA-Z0-9]{1,8}(-[a-zA-Z0-9]{1,8}){0,2}", fullmatch=True)
NUMBERS = st.integers(0, 999_999_999)


@given(STATIONS, NUMBERS, st.sampled_from(["{}", "]C1{}\r", " {}\n", "\x1d{}\t"]))
def test_a_plate_is_read_back_as_it_was_made(station: str, number: int, written: str) -> None:
    plate = lpn_of(station, number)
    assert lpn_in(written.format(plate)) == plate
    assert lpn_in(plate.lower()) == plate


@given(STATIONS, NUMBERS, st.integers(1, 9), st.data())
def test_one_wrong_digit_makes_it_no_plate(station: str, number: int, shift: int, data: st.DataObject) -> None:
    head, _, digits = lpn_of(station, number).rpartition("-")
    place = data.draw(st.integers(0, len(digits) - 1))
    wrong = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]
    assert lpn_in(f"{head}-{wrong}") is None


@given(STATIONS, NUMBERS, NUMBERS)
def test_two_packages_never_share_a_plate(station: str, one: int, other: int) -> None:
    assert (lpn_of(station, one) == lpn_of(station, other)) is (one == other)


def test_the_package_after_the_millionth_has_a_plate_too() -> None:
    assert lpn_in(lpn_of("DOCK", 1_000_000)) == "LPN-DOCK-1000000" + lpn_of("DOCK", 1_000_000)[-1]


@pytest.mark.parametrize("text", ["", "LPN-", "LPN-DOCK-000001", "LPN--0000013", "DOCK-0000013", "LPN-DOCK-0000013 X"])
def test_what_is_no_plate_is_none(text: str) -> None:
    assert lpn_in(text) is None
