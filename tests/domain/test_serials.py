"""Serial numbers that are nearly another."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from receiving_app.domain.serials import LONGEST_SERIAL, differences, near_serials

SERIALS = st.text("ABDOIS01586-", min_size=2, max_size=12)


@pytest.mark.parametrize(
    ("read", "listed"),
    [
        ("SWO012345", "SW0012345"),
        ("SW00I2345", "SW0012345"),
        ("SW001234S", "SW0012345"),
        ("SWB012345", "SW8012345"),
        ("SWOOI234S", "SW0012345"),
        ("SW0013245", "SW0012345"),
        ("WS0012345", "SW0012345"),
        ("SW0012354", "SW0012345"),
    ],
)
def test_a_look_alike_or_a_swapped_pair_is_suggested(read: str, listed: str) -> None:
    assert near_serials(read, ["KP2-1", listed]) == (listed,)


@pytest.mark.parametrize(
    "read",
    [
        "SW0012346",
        "SW012345",
        "SW00123455",
        "SW0054321",
        "SW0014325",
        "SW0213045",
        "5W0012354",
        "",
        "   ",
        "🎥🎥🎥🎥🎥🎥🎥🎥🎥",
    ],
)
def test_what_is_merely_similar_is_not(read: str) -> None:
    assert near_serials(read, ["SW0012345"]) == ()


def test_a_serial_that_is_listed_itself_is_not_near_to_itself() -> None:
    assert near_serials(" sw0012345", ["SW0012345", "SWO012345"]) == ("SWO012345",)


def test_all_that_it_may_be_are_given_once_as_they_are_listed() -> None:
    listed = ["swO012345", "SW0OI2345", "swO012345"]
    assert near_serials("SW0012345", listed) == ("swO012345", "SW0OI2345")


@pytest.mark.parametrize("length", [LONGEST_SERIAL + 1, 500, 100_000])
def test_a_text_too_long_for_a_serial_is_compared_with_nothing(length: int) -> None:
    assert near_serials("O" * length, ["0" * length]) == ()
    assert near_serials("O" * LONGEST_SERIAL, ["0" * LONGEST_SERIAL]) == ("0" * LONGEST_SERIAL,)


@given(SERIALS, SERIALS)
def test_nearness_goes_both_ways(one: str, other: str) -> None:
    assert bool(near_serials(one, [other])) == bool(near_serials(other, [one]))


@given(SERIALS, st.lists(SERIALS, max_size=6))
def test_only_listed_serials_are_suggested_and_never_the_one_that_was_read(read: str, listed: list[str]) -> None:
    near = near_serials(read, listed)
    assert set(near) <= set(listed) - {read}
    assert len(near) == len(set(near))


@given(SERIALS, st.data())
def test_every_pair_of_neighbours_swapped_leads_back(serial: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(serial) - 2))
    swapped = serial[:place] + serial[place + 1] + serial[place] + serial[place + 2 :]
    assume(swapped != serial)
    assert near_serials(swapped, [serial]) == (serial,)


@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=4))
def test_no_text_is_too_strange_to_be_compared(read: str, listed: list[str]) -> None:
    assert set(near_serials(read, listed)) <= set(listed)


@given(st.text("AB01", max_size=12), st.text("AB01", max_size=12))
def test_the_characters_of_two_serials_that_do_not_differ_are_the_same(found: str, listed: str) -> None:
    here, there = differences(found, listed)

    assert (len(here), len(there)) == (len(found), len(listed))
    same = "".join(character for character, differs in zip(found, here, strict=True) if not differs)
    assert same == "".join(character for character, differs in zip(listed, there, strict=True) if not differs)
    assert any(here + there) == (found != listed)


def test_a_misread_character_is_marked_in_both_and_a_lost_one_in_the_longer() -> None:
    assert differences("SW0O1", "SW001")[0] == (False, False, False, True, False)
    assert differences("sw01", "SW001")[1].count(True) == 1
    assert differences("sw01", "SW001")[0] == (False,) * 4
