"""The wedge tells bursts from typing by times alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.reading import Source
from receiving_app.scanning.wedge import Decision, Key, Scan, Wedge, WedgeSettings, prefer, us_character

ENTER = "\r"
US_CODES = {us_character(code, shift=shift): (code, shift) for code in range(1, 60) for shift in (False, True)}


def key(text: str, at_ms: int, **others: object) -> Key:
    return Key(text, at_ms, ends=text in {ENTER, "\t"}, **others)  # type: ignore[arg-type] # any field of Key


def burst(wedge: Wedge, text: str, start_ms: int = 1000, gap_ms: int = 2) -> list[Decision]:
    return [wedge.press(key(letter, start_ms + n * gap_ms)) for n, letter in enumerate(text)]


def scans(decisions: list[Decision]) -> list[str]:
    return [decision.scan.text for decision in decisions if decision.scan]


def test_a_burst_up_to_enter_is_one_scan_and_every_key_of_it_is_taken() -> None:
    decisions = burst(Wedge(), "RMA-12345678" + ENTER)
    assert all(decision.take for decision in decisions)
    assert not any(decision.replay for decision in decisions)
    assert scans(decisions) == ["RMA-12345678"]


def test_tab_ends_a_scan_as_enter_does() -> None:
    assert scans(burst(Wedge(), "1Z999\t")) == ["1Z999"]


@pytest.mark.parametrize("gap_ms", [2, 30])
def test_a_scan_tells_its_pace_and_whether_enter_ended_it(gap_ms: int) -> None:
    wedge = Wedge()
    (entered,) = [decision.scan for decision in burst(wedge, "4711\r", gap_ms=gap_ms) if decision.scan]
    assert (entered.pace_ms, entered.entered) == (gap_ms, True)
    burst(wedge, "4711", start_ms=5000, gap_ms=gap_ms)
    ended = wedge.expire(9000).scan
    assert ended is not None
    assert (ended.pace_ms, ended.entered) == (gap_ms, False)


def test_a_single_character_with_enter_behind_it_is_a_scan() -> None:
    assert scans(burst(Wedge(), "7" + ENTER)) == ["7"]


def test_keys_further_apart_than_the_hold_are_replayed_as_typed() -> None:
    wedge = Wedge()
    assert wedge.press(key("a", 0)) == Decision(take=True)
    assert wedge.expire(35) == Decision()
    assert wedge.expire(36) == Decision(replay=True)
    assert wedge.expire(500) == Decision()


def test_the_next_typed_key_settles_the_held_one_before_it_is_held_itself() -> None:
    wedge = Wedge()
    wedge.press(key("a", 0))
    assert wedge.press(key("b", 90)) == Decision(take=True, replay=True)


@pytest.mark.parametrize("other", [key("", 10, name="F5"), key("\b", 10), key("\x01", 10, control=True)])
def test_a_key_that_types_nothing_follows_the_typed_one_at_once(other: Key) -> None:
    wedge = Wedge()
    wedge.press(key("a", 0))
    assert wedge.press(other) == Decision(replay=True)
    assert wedge.expire(500) == Decision()


def test_enter_alone_and_function_keys_alone_pass() -> None:
    wedge = Wedge()
    assert wedge.press(key(ENTER, 0)) == Decision()
    assert wedge.press(key("", 100, name="F5")) == Decision()


def test_two_or_three_quick_keys_without_an_end_were_a_person_rolling_over() -> None:
    wedge = Wedge()
    burst(wedge, "the", gap_ms=20)
    assert wedge.expire(1000 + 40 + 36) == Decision(replay=True)


def test_four_quick_keys_without_an_end_are_a_scan_after_a_pause() -> None:
    wedge = Wedge()
    burst(wedge, "AB12")
    assert wedge.certain
    assert wedge.expire(1006 + 80) == Decision()
    settled = wedge.expire(1006 + 81)
    assert settled.scan == Scan("AB12", "", 1000, 1006)


def test_a_certain_burst_may_stumble_for_less_than_the_pause() -> None:
    wedge = Wedge()
    burst(wedge, "AB12")
    assert scans(burst(wedge, "34" + ENTER, start_ms=1006 + 70)) == ["AB1234"]


def test_the_second_end_of_a_scanner_that_sends_cr_and_lf_is_taken_too() -> None:
    wedge = Wedge()
    burst(wedge, "AB12" + ENTER)
    assert wedge.press(key(ENTER, 1010)) == Decision(take=True)
    assert wedge.press(key("\n", 1012, control=True)) == Decision(take=True)
    assert wedge.press(key(ENTER, 1100)) == Decision()


def test_control_characters_inside_a_burst_belong_to_it() -> None:
    wedge = Wedge()
    found = burst(wedge, "01A\x1d21B" + ENTER)
    assert scans(found) == ["01A\x1d21B"]


def test_scans_thirty_milliseconds_apart_stay_apart_when_they_end_with_enter() -> None:
    wedge = Wedge()
    found = [text for n in range(100) for text in scans(burst(wedge, f"N{n:03}" + ENTER, n * 30, 2))]
    assert found == [f"N{n:03}" for n in range(100)]


def test_a_prefix_starts_a_burst_at_once_and_is_no_part_of_it() -> None:
    wedge = Wedge(WedgeSettings(prefix="F13"))
    assert wedge.press(key("", 0, name="F13")) == Decision(take=True)
    assert wedge.press(key("7", 70)) == Decision(take=True)
    assert wedge.expire(151).scan == Scan("7", "", 0, 70)


def test_a_prefix_settles_what_was_typed_before_it() -> None:
    wedge = Wedge(WedgeSettings(prefix="\x02"))
    wedge.press(key("a", 0))
    assert wedge.press(key("\x02", 20)) == Decision(take=True, replay=True)
    assert scans([wedge.press(key("x", 22)), wedge.press(key(ENTER, 24))]) == ["x"]


def test_a_prefix_with_nothing_behind_it_is_no_scan() -> None:
    wedge = Wedge(WedgeSettings(prefix="F13"))
    wedge.press(key("", 0, name="F13"))
    assert wedge.expire(200) == Decision()
    assert not wedge.holding
    wedge.press(key("", 300, name="F13"))
    assert wedge.press(key(ENTER, 310)) == Decision(take=True)


def test_a_key_held_down_is_no_scanner() -> None:
    wedge = Wedge()
    decisions = [wedge.press(key("a", 500 + 30 * n, repeats=True)) for n in range(20)]
    assert set(decisions) == {Decision()}


def test_a_burst_without_end_keeps_its_beginning_and_says_so() -> None:
    wedge = Wedge(WedgeSettings(longest=1000))
    found = [decision.scan for decision in burst(wedge, "x" * 5000 + ENTER, gap_ms=1) if decision.scan]
    assert found[0].text == "x" * 1000
    assert found[0].truncated


def test_scan_codes_give_what_a_us_keyboard_would_have_typed_under_caps_lock() -> None:
    wedge = Wedge()
    for n, letter in enumerate("RMA-01"):
        code, shift = US_CODES[letter]
        wedge.press(Key(letter.swapcase(), n, code, shift))
    scan = wedge.press(key(ENTER, 7)).scan
    assert scan is not None
    assert (scan.text, scan.by_scan_code) == ("rma-01", "RMA-01")


def test_one_key_of_unknown_place_leaves_no_second_opinion() -> None:
    wedge = Wedge()
    wedge.press(Key("A", 0, 30, shift=True))
    wedge.press(Key("é", 1, 0))
    scan = wedge.press(key(ENTER, 2)).scan
    assert scan is not None
    assert (scan.text, scan.by_scan_code) == ("Aé", "")


def test_control_with_a_bracket_is_the_group_separator_by_place_too() -> None:
    assert us_character(27, shift=False, control=True) == "\x1d"
    assert us_character(71, shift=False) == "7"


@pytest.mark.parametrize(
    ("text", "by_scan_code", "chosen"),
    [("RMA1", "rma1", "RMA1"), ("rma1", "RMA1", "RMA1"), ("x", "y", "x"), ("x", "", "x")],
)
def test_scan_codes_win_only_when_they_alone_make_a_known_pattern(text: str, by_scan_code: str, chosen: str) -> None:
    assert prefer(text, by_scan_code, lambda one: one.startswith("RMA")) == chosen


def test_a_scan_becomes_a_reading_with_its_bytes() -> None:
    at = datetime(2026, 11, 2, 20, 30, tzinfo=UTC)
    reading = Scan("é\x1d1", "", 0, 9).reading(at, lambda _: False)
    assert (reading.text, reading.raw, reading.source) == ("é\x1d1", "é\x1d1".encode(), Source.WEDGE)
    assert reading.read_at == at


def test_halves_of_a_wide_character_are_joined_and_a_lone_half_does_no_harm() -> None:
    found = scans(burst(Wedge(), "A\ud83d\ude00B\ud83d" + ENTER))
    assert found == ["A😀B�"]


keys = st.builds(
    Key,
    text=st.sampled_from(["a", "B", "7", "\x1d", "", "\b"]),
    at_ms=st.integers(0, 120),  # the pause since the key before, summed up below
    ends=st.booleans(),
    repeats=st.booleans(),
    name=st.sampled_from(["", "F13"]),
)


@given(st.lists(keys, max_size=60), st.sampled_from(["", "F13"]))
def test_every_key_ends_up_passed_replayed_or_in_a_scan_exactly_once(pressed: list[Key], prefix: str) -> None:
    wedge, now, held = Wedge(WedgeSettings(prefix=prefix)), 0, 0
    for each in pressed:
        now += each.at_ms
        decision = wedge.press(
            Key(each.text, now, ends=each.ends, repeats=each.repeats, name=each.name),
        )
        assert not (decision.replay and decision.scan)
        assert not (decision.replay and not held)
        held = 0 if decision.replay or decision.scan else held
        held = held + 1 if decision.take and wedge.holding else held * wedge.holding
    wedge.expire(now + 1000)
    assert not wedge.holding
