from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ticket_service.rules.rma_number import Numbering, check_digit, look_up_key, numbering

DIGITS = st.text("0123456789", min_size=1, max_size=20)


def test_the_standards_own_example_has_check_digit_5() -> None:
    assert check_digit("0794") == "5"


def test_the_nth_number_has_seven_digits_and_a_check() -> None:
    assert Numbering().number(123) == "RMA-00001235"


@pytest.mark.parametrize("ordinal", [0, -1, 10_000_000])
def test_a_number_that_does_not_fit_is_refused(ordinal: int) -> None:
    with pytest.raises(ValueError, match="7 digits"):
        Numbering().number(ordinal)


@pytest.mark.parametrize(
    ("prefix", "body", "check", "number"),
    [
        ("RMA", "[0-9]{8}", "mod11-10", "RMA-00000427"),
        ("SW", r"\d{5}", "none", "SW-00042"),
        ("R#", "[0-9]{6}", "mod11-10", "R#000421"),
        ("", "[0-9]{10}", "none", "0000000042"),
    ],
)
def test_a_site_numbers_in_its_own_way(prefix: str, body: str, check: str, number: str) -> None:
    assert numbering(prefix, body, check).number(42) == number


@pytest.mark.parametrize("body", ["[A-Z][0-9]{5}", ".*", "", "[0-9]", "[0-9]{8}|X"])
def test_a_pattern_that_cannot_be_counted_up_in_is_refused_with_a_sentence(body: str) -> None:
    with pytest.raises(ValueError, match="only as digits"):
        numbering("RMA", body, "mod11-10")


@given(st.integers(1, 9_999_999), st.integers(1, 9_999_999))
def test_two_ordinals_never_share_a_number(one: int, other: int) -> None:
    same = look_up_key(Numbering().number(one)) == look_up_key(Numbering().number(other))

    assert same == (one == other)


@given(DIGITS, st.data())
def test_every_single_wrong_digit_is_found(digits: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(digits) - 1))
    wrong = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != digits[place]))

    assert check_digit(digits[:place] + wrong + digits[place + 1 :]) != check_digit(digits)


def test_a_number_is_found_as_people_write_it() -> None:
    assert {look_up_key(text) for text in ("RMA-00001235", " rma 0000-1235\r\n", "RMA00001235")} == {"RMA00001235"}
