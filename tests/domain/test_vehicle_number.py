from __future__ import annotations

import pytest

from receiving_app.domain.vehicle_number import is_vehicle_number, without_identifier


@pytest.mark.parametrize("number", ["1M8GDM9AXKP042788", "11111111111111111", "WDBTK75G94T028954"])
def test_a_number_with_its_check_digit_is_one(number: str) -> None:
    assert is_vehicle_number(number)


@pytest.mark.parametrize(
    "text", ["1M8GDM9A1KP042788", "1M8GDM9AXKP04278", "IM8GDM9AXKP042788", "1m8gdm9axkp042788", "", "RMA-12345678"]
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_vehicle_number(text)


def test_the_identifier_goes_only_where_a_number_follows() -> None:
    assert without_identifier("I1M8GDM9AXKP042788") == "1M8GDM9AXKP042788"
    assert without_identifier("1M8GDM9AXKP042788") == "1M8GDM9AXKP042788"
    assert without_identifier("INVOICE-1") == "INVOICE-1"
