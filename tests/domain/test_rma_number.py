"""RMA numbers: the check digit, and how they are found however a label writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.rma_number import (
    LONGEST_LABEL_TEXT,
    Candidate,
    Carton,
    Check,
    Form,
    NumberFormat,
    find_numbers,
    is_well_formed,
    mod_11_10,
    number_key,
    plain,
)
from tests.factories import KEY, NUMBER, OTHER_NUMBER

STANDARD = NumberFormat()
DIGITS = st.text("0123456789", min_size=7, max_size=7)
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")  # noqa: RUF001 - the very characters meant


def found(text: str, fmt: NumberFormat = STANDARD) -> dict[str, Form]:
    return {candidate.key: candidate.form for candidate in find_numbers(text, fmt)}


def likeliest(text: str, fmt: NumberFormat = STANDARD) -> Candidate:
    return find_numbers(text, fmt)[0]


def test_the_check_digit_is_that_of_the_standards_own_example() -> None:
    assert mod_11_10("0794") == "5"


@given(DIGITS, st.integers(0, 7), st.integers(1, 9))
def test_the_check_digit_catches_every_wrong_digit(digits: str, place: int, shift: int) -> None:
    body = digits + mod_11_10(digits)
    wrong = body[:place] + str((int(body[place]) + shift) % 10) + body[place + 1 :]
    assert is_well_formed(body, STANDARD)
    assert not is_well_formed(wrong, STANDARD)


def test_the_check_digit_catches_nearly_every_swapped_pair() -> None:
    swapped = missed = 0
    for number in range(0, 10_000_000, 1_237):
        body = f"{number:07d}" + mod_11_10(f"{number:07d}")
        for place in range(7):
            if body[place] != body[place + 1]:
                swapped += 1
                other = body[:place] + body[place + 1] + body[place] + body[place + 2 :]
                missed += is_well_formed(other, STANDARD)
    assert swapped > 40_000
    assert missed / swapped < 0.03


@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        NUMBER.lower(),
        f"RMA#{KEY[3:]}",
        f"RMA # {KEY[3:]}",
        f"RMA:{KEY[3:]}",
        f"RMA: {KEY[3:]}",
        f"RMA No. {KEY[3:]}",
        f"rma number: {KEY[3:]}",
        KEY,
        f"RMA {KEY[3:7]} {KEY[7:]}",
        f"RMA-{KEY[3:5]}-{KEY[5:7]}-{KEY[7:9]}-{KEY[9:]}",
        NUMBER.replace("-", "\N{EN DASH}"),
        NUMBER.replace("-", "\N{EM DASH}"),
        NUMBER.replace("-", "\N{NON-BREAKING HYPHEN}"),
        NUMBER.replace("-", "\N{MINUS SIGN}"),
        NUMBER.translate(FULL_WIDTH),
        "\N{FULLWIDTH LATIN CAPITAL LETTER R}MA-" + KEY[3:],
        "]C1" + NUMBER,
        "\x02]Q3" + NUMBER,
        NUMBER + "\r\n",
        NUMBER + "\t",
        "\x1d" + NUMBER + "\x1d",
        "\N{RIGHT-TO-LEFT MARK}" + NUMBER + "\N{ZERO WIDTH SPACE}",
        f"ATTN: RMA {KEY[3:]}",
        f"ATTN: {KEY[3:]}",
        f"SmartWitness USA, LLC\nATTN: {NUMBER}\n1016 Lunt Avenue\nSchaumburg, IL 60193",
        f"SmartWitness USA, LLC ATTN: RMA {KEY[3:]} 1016 Lunt Avenue Schaumburg, IL 60193",
    ],
)
def test_a_number_is_found_however_it_is_written(text: str) -> None:
    assert likeliest(text).key in {KEY, "RMA" + KEY}
    assert found(text)[KEY] is Form.WELL_FORMED
    assert NUMBER in {candidate.number for candidate in find_numbers(text, STANDARD)}


@st.composite
def written_numbers(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a number's digits and one of the ways in which labels and scanners write it."""
    digits = draw(DIGITS)
    body = digits + mod_11_10(digits)
    cut = draw(st.integers(1, 7))
    shown = body[:cut] + draw(st.sampled_from(["", " ", "-", "  "])) + body[cut:]
    aim = draw(st.sampled_from(["", "]C0", "]C1", "]d2", "]Q3"]))
    context = draw(st.sampled_from(["RMA", "rma", "Rma", "ATTN", "Attn: RMA", "ATTN:RMA"]))
    between = draw(st.sampled_from(["", "-", " ", "#", ": ", " # ", "\N{EN DASH}", "\N{FIGURE DASH}", "\t", " - "]))
    ending = draw(st.sampled_from(["", "\r", "\n", "\r\n", "\t", "\x1d", " "]))
    return body, aim + context + between + (shown.translate(FULL_WIDTH) if draw(st.booleans()) else shown) + ending


@given(written_numbers())
def test_every_mixture_of_case_spaces_dashes_width_and_prefix_is_found(written: tuple[str, str]) -> None:
    body, text = written
    assert found(text)["RMA" + body] is Form.WELL_FORMED


def test_leading_zeros_count() -> None:
    assert number_key("RMA-00001235") != number_key("RMA-1235")
    assert found("RMA-1235") == {"RMA1235": Form.MALFORMED}


def test_bare_digits_are_no_number_unless_known_and_are_looked_up_with_the_prefix_too() -> None:
    assert found(KEY[3:]) == {KEY[3:]: Form.BARE, KEY: Form.BARE}


def test_a_wrong_check_digit_or_length_beside_rma_is_malformed() -> None:
    assert found("RMA-00001230")["RMA00001230"] is Form.MALFORMED
    assert found("RMA-123")["RMA123"] is Form.MALFORMED
    assert found("ATTN: 00001230")["RMA00001230"] is Form.MALFORMED


def test_a_short_number_or_a_word_beside_attn_alone_is_no_rma_number() -> None:
    assert Form.MALFORMED not in found("ATTN: DOCK 4").values()
    assert Form.MALFORMED not in found("ATTN: 4").values()
    assert Form.MALFORMED not in found("ATTN: B2B TEAM").values()


def test_the_house_number_behind_a_wrong_number_is_kept_apart_from_it() -> None:
    assert likeliest("RMA-00001230 1016 LUNT AVENUE").number == "RMA-00001230"


def test_numbers_of_every_grouping_are_offered_for_look_up() -> None:
    assert {"RMA0000", "RMA00001230", "RMA000012301016"} <= set(found("RMA 0000 1230 1016 LUNT"))


def test_several_numbers_on_one_label_are_all_found() -> None:
    forms = found(f"{NUMBER} and {OTHER_NUMBER}")
    assert forms[number_key(NUMBER)] is forms[number_key(OTHER_NUMBER)] is Form.WELL_FORMED


def test_a_list_of_numbers_behind_one_rma_is_looked_up_whole() -> None:
    assert {number_key(NUMBER), number_key(OTHER_NUMBER)} <= set(found(f"RMA: {KEY[3:]}, {OTHER_NUMBER[4:]}"))


def test_the_carton_mark_of_our_own_label_is_read() -> None:
    assert likeliest(f"{NUMBER} 2/3").carton == Carton(2, 3)


@pytest.mark.parametrize("mark", ["3/2", "0/3", "1/0", "2/", "/3", "2/3/4", "a/b", "100/200"])
def test_what_is_no_carton_mark_is_not_taken_for_one(mark: str) -> None:
    candidates = [c for c in find_numbers(f"{NUMBER} {mark}", STANDARD) if c.key == KEY]
    assert [candidate.carton for candidate in candidates] == [None]


@pytest.mark.parametrize(
    "text",
    ["", " ", "RMA", "ATTN", "RMA-", "<b>hello</b>", "'; DROP TABLE rma; --", "PHARMA-00001235", "KARMA 00001235"],
)
def test_a_text_without_a_number_names_none(text: str) -> None:
    assert {Form.WELL_FORMED, Form.MALFORMED}.isdisjoint(found(text).values())


def test_a_text_longer_than_any_label_is_not_searched() -> None:
    padding = " " * LONGEST_LABEL_TEXT
    assert find_numbers(padding + NUMBER, STANDARD) == ()
    assert find_numbers(NUMBER * 100_000, STANDARD) == ()


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_searched_without_an_error(text: str) -> None:
    for candidate in find_numbers(text, STANDARD):
        assert candidate.key == number_key(candidate.number)
        assert candidate.key == number_key(candidate.key)


def test_a_site_may_have_no_check_digit() -> None:
    assert found("RMA-00001230", NumberFormat(check=Check.NONE)) == {"RMA00001230": Form.WELL_FORMED}


def test_a_site_may_have_a_prefix_of_its_own() -> None:
    site = NumberFormat(prefix="SW", body="[0-9]{5}", check=Check.NONE)
    assert found("sw 12345", site)["SW12345"] is Form.WELL_FORMED
    assert found("RMA 12345", site)["SW12345"] is Form.WELL_FORMED


def test_a_prefix_that_ends_in_a_dash_is_looked_up_without_it() -> None:
    [candidate] = find_numbers(NUMBER, NumberFormat(prefix="RMA-"))
    assert (candidate.key, candidate.number, candidate.form) == (KEY, NUMBER, Form.WELL_FORMED)


def test_a_site_may_have_no_prefix() -> None:
    site = NumberFormat(prefix="")
    assert found(KEY[3:], site) == {KEY[3:]: Form.BARE}
    assert found(f"ATTN {KEY[3:]}", site)[KEY[3:]] is Form.WELL_FORMED


def test_a_sites_letters_are_read_in_any_case() -> None:
    site = NumberFormat(body="[a-f]{2}[0-9]{3}", check=Check.NONE)
    assert found("rma-ab123", site)["RMAAB123"] is Form.WELL_FORMED


def test_what_scanners_and_printers_add_is_folded_away() -> None:
    assert plain("]C1 sw\N{EN DASH}1 \x1d\r\n") == "SW-1"
