from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ticket_service.rules.rma_number import check_digit, look_up_key, number_for

DIGITS = st.text("0123456789", min_size=1, max_size=20)


def test_the_standards_own_example_has_check_digit_5() -> None:
    assert check_digit("0794") == "5"


def test_the_nth_number_has_seven_digits_and_a_check() -> None:
    assert number_for(123) == "RMA-00001235"


@pytest.mark.parametrize("ordinal", [0, -1, 10_000_000])
def test_a_number_that_does_not_fit_is_refused(ordinal: int) -> None:
    with pytest.raises(ValueError, match="seven digits"):
        number_for(ordinal)


@given(DIGITS, st.data())
def test_every_single_wrong_digit_is_found(digits: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(digits) - 1))
    wrong = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != digits[place]))

    assert check_digit(digits[:place] + wrong + digits[place + 1 :]) != check_digit(digits)


def test_a_number_is_found_as_people_write_it() -> None:
    assert {look_up_key(text) for text in ("RMA-00001235", " rma 0000-1235\r\n", "RMA00001235")} == {"RMA00001235"}
