"""Carriers' numbers: published examples, check digits, and the parts of long strips that people type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.carrier import CarrierNumber, recognise, tracking_key

PUBLISHED = [
    ("UPS", "1Z5R89390357567127"),
    ("UPS", "1Z999AA10123456784"),
    ("UPS", "1Z879E930346834440"),
    ("FedEx", "986578788855"),
    ("FedEx", "477179081230"),
    ("FedEx", "799531274483"),
    ("FedEx Ground", "041441760228964"),
    ("FedEx Ground", "568283610012000"),
    ("USPS", "9361289878700317633795"),
    ("USPS", "9405803699300124287899"),
    ("DHL", "3318810025"),
    ("DHL", "8487135506"),
]


@pytest.mark.parametrize(("carrier", "number"), PUBLISHED)
def test_a_published_number_is_told_with_its_carrier(carrier: str, number: str) -> None:
    assert recognise(number) == CarrierNumber(carrier, number)


@pytest.mark.parametrize(("carrier", "number"), PUBLISHED)
def test_a_wrong_last_digit_is_noticed(carrier: str, number: str) -> None:
    others = {number[:-1] + digit for digit in "0123456789"} - {number}
    assert [other for other in others if recognise(other) == CarrierNumber(carrier, other)] == []


@pytest.mark.parametrize(
    ("strip", "number"),
    [
        ("1001921334250001000300779017972697", CarrierNumber("FedEx", "779017972697")),
        ("9611020987654312345672", CarrierNumber("FedEx Ground", "987654312345672")),
        ("420601939361289878700317633795", CarrierNumber("USPS", "9361289878700317633795")),
        ("4206019312349361289878700317633795", CarrierNumber("USPS", "9361289878700317633795")),
        ("1z 999 aa1 01 2345 6784", CarrierNumber("UPS", "1Z999AA10123456784")),
        ("9405-8036-9930-0124-2878-99", CarrierNumber("USPS", "9405803699300124287899")),
    ],
)
def test_a_strip_is_known_by_the_number_that_people_type(strip: str, number: CarrierNumber) -> None:
    assert recognise(strip) == number
    assert tracking_key(strip) == tracking_key(number.number) == number.number


@pytest.mark.parametrize("zip_code", [f"{n:09d}" for n in range(600_000_000, 600_000_000 + 33)])
def test_a_postal_number_with_a_long_zip_code_is_never_taken_for_a_fedex_strip(zip_code: str) -> None:
    assert recognise(f"420{zip_code}9361289878700317633795") == CarrierNumber("USPS", "9361289878700317633795")


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a carrier's number without its check digit."""
    carrier, digits, start = draw(
        st.sampled_from(
            [("FedEx", 11, ""), ("FedEx Ground", 14, ""), ("USPS", 20, "9"), ("DHL", 9, ""), ("UPS", 15, "1Z")]
        )
    )
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" if carrier == "UPS" else "0123456789"
    return carrier, start + draw(st.text(letters, min_size=digits, max_size=digits))


@given(bodies())
def test_every_number_has_one_check_digit_and_is_found_under_its_own_key(body: tuple[str, str]) -> None:
    carrier, start = body
    whole = [start + d for d in "0123456789" if recognise(start + d) == CarrierNumber(carrier, start + d)]
    assert len(whole) == 1
    assert tracking_key(whole[0].lower()) == whole[0]


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_has_a_key_and_perhaps_a_carrier(text: str) -> None:
    known = recognise(text)
    assert known is None or known.number == tracking_key(text)


@pytest.mark.parametrize("text", ["", " ", "1Z", "999999999999999999999999999999999999", "1Z999AA1012345678X", "RMA-1"])
def test_what_no_carrier_writes_is_no_carriers(text: str) -> None:
    assert recognise(text) is None


def test_a_number_of_no_known_carrier_is_looked_up_by_its_letters_and_digits() -> None:
    assert tracking_key(" pro-12 34/56 ") == "PRO123456"
