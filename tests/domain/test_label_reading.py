"""What a reading means: the order of classification, and that nothing breaks it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.command import Command
from receiving_app.domain.label_reading import Found, Kind, badge_hash, classify, interpret, kind_by_pattern
from receiving_app.domain.lpn import lpn_of
from receiving_app.domain.reading import HAND_HELD, Reading, Source
from receiving_app.domain.rma_number import Candidate, Form, NumberFormat, number_key
from tests.factories import CREATED, KEY, NUMBER, OTHER_NUMBER, interpreted, knows, meaning, reading

ANY_TEXT = st.text(st.characters(exclude_categories=()))
SERIAL = Found(serial_rmas=(NUMBER,))
TRACKING = Found(tracking_rmas=(NUMBER,))
TRACKING_NUMBER = "986578788855"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (Command.HAZARD.barcode, Kind.COMMAND),
        (lpn_of("DOCK-1", 7), Kind.LPN),
        ("BADGE-4711", Kind.BADGE),
        (NUMBER, Kind.RMA_WELL_FORMED),
        ("RMA-00001230", Kind.RMA_LIKE),
        ("ATTN: RMA 123", Kind.RMA_LIKE),
        (TRACKING_NUMBER, Kind.CARRIER),
        ("1Z999AA10123456784", Kind.CARRIER),
        ("036000291452", Kind.OTHER),
        ("", Kind.OTHER),
        ("<b>RMA</b>", Kind.OTHER),
        ("Robert'); DROP TABLE rma;--", Kind.OTHER),
    ],
)
def test_without_any_data_the_pattern_decides(text: str, kind: Kind) -> None:
    assert kind_by_pattern(reading(text), NumberFormat()) is kind


def test_look_up_beats_pattern_in_the_order_of_the_process() -> None:
    """Take away what decides, one after the other, and the next in the order decides."""
    everything = Found(numbers=((TRACKING_NUMBER, TRACKING_NUMBER),), serial_rmas=(NUMBER,), tracking_rmas=(NUMBER,))
    assert meaning(TRACKING_NUMBER, found=everything).kind is Kind.RMA
    assert meaning(TRACKING_NUMBER, found=Found(serial_rmas=(NUMBER,), tracking_rmas=(NUMBER,))).kind is Kind.SERIAL
    assert meaning(TRACKING_NUMBER, found=TRACKING).kind is Kind.TRACKING
    assert meaning(TRACKING_NUMBER).kind is Kind.CARRIER


@pytest.mark.parametrize("text", [NUMBER, "RMA-00001230"])
def test_a_known_serial_or_tracking_number_beats_what_looks_like_an_rma_number(text: str) -> None:
    assert meaning(text, found=SERIAL).kind is Kind.SERIAL
    assert meaning(text, found=TRACKING).kind is Kind.TRACKING


@pytest.mark.parametrize("text", [Command.NEXT.barcode, lpn_of("DOCK-1", 7), "BADGE-4711"])
def test_our_own_barcodes_are_never_looked_up_as_goods(text: str) -> None:
    everything = Found(numbers=((number_key(text), text),), serial_rmas=(NUMBER,), tracking_rmas=(NUMBER,))
    assert meaning(text, found=everything).kind in {Kind.COMMAND, Kind.LPN, Kind.BADGE}


def test_a_number_that_the_service_knows_is_never_malformed() -> None:
    meant = meaning("RMA-00001230", found=knows("RMA-00001230"))
    assert (meant.kind, meant.numbers) == (Kind.RMA, (Candidate("RMA00001230", "RMA-00001230", Form.WELL_FORMED),))


def test_bare_digits_count_only_if_known() -> None:
    assert meaning(KEY[3:]).kind is Kind.OTHER
    assert meaning(KEY[3:], found=knows(NUMBER)).numbers == (Candidate(KEY, NUMBER, Form.WELL_FORMED),)


def test_a_known_number_is_given_as_the_service_writes_it() -> None:
    assert meaning(KEY.lower(), found=Found(numbers=((KEY, "rma 0000-1235"),))).numbers[0].number == "rma 0000-1235"


def test_two_known_numbers_on_one_label_are_both_named() -> None:
    meant = meaning(f"{NUMBER} {OTHER_NUMBER}", found=knows(NUMBER, OTHER_NUMBER))
    assert [number.number for number in meant.numbers] == [NUMBER, OTHER_NUMBER]


def test_an_unknown_number_beside_a_known_one_is_not_dropped() -> None:
    meant = meaning(f"{OTHER_NUMBER} {NUMBER}", found=knows(NUMBER))
    assert meant.kind is Kind.RMA
    assert [number.number for number in meant.numbers] == [NUMBER, OTHER_NUMBER]


def test_the_digits_behind_a_known_number_make_no_second_one() -> None:
    short = knows("RMA-0000")
    assert [number.number for number in meaning(f"RMA 0000 {NUMBER[8:]}", found=short).numbers] == ["RMA-0000"]


def test_a_serial_on_two_open_rmas_points_to_both_and_picks_neither() -> None:
    meant = meaning("sw0012345", found=Found(serial_rmas=(NUMBER, OTHER_NUMBER)))
    assert (meant.kind, meant.serial, meant.points_to) == (Kind.SERIAL, "SW0012345", (NUMBER, OTHER_NUMBER))
    assert meant.numbers == ()


def test_a_badge_is_known_by_its_hash_alone() -> None:
    meant = meaning("badge-4711\r")
    assert meant.badge == badge_hash("BADGE-4711")
    assert "4711" not in repr(meant)


@pytest.mark.parametrize("source", set(Source) - HAND_HELD)
@pytest.mark.parametrize("text", ["BADGE-4711", Command.NEXT.barcode])
def test_a_parcel_can_show_the_camera_neither_badge_nor_command(text: str, source: Source) -> None:
    assert meaning(text, source).kind is Kind.OTHER


@pytest.mark.parametrize("source", Source)
def test_a_label_means_the_same_however_it_was_read(source: Source) -> None:
    assert meaning(NUMBER, source, knows(NUMBER)) == meaning(NUMBER, found=knows(NUMBER))


@given(ANY_TEXT, st.sampled_from(Source))
def test_any_text_has_a_meaning(text: str, source: Source) -> None:
    assert meaning(text, source).kind in Kind


@given(st.binary())
def test_bytes_decoded_in_any_way_have_a_meaning(raw: bytes) -> None:
    for text in (raw.decode("latin-1"), raw.decode("utf-8", "surrogateescape"), raw.decode("utf-16", "replace")):
        assert classify(interpret(Reading(text, raw, Source.SERIAL, CREATED), NumberFormat()), Found()).kind in Kind


@pytest.mark.parametrize(
    "piece", ["A", "9", "RMA-", "RMA 1 ", "]C1", " ", "\x00", "\u202e", "\ufdfa", "\ud800", "1/2 ", "((((", "-#:.,;"]
)
def test_a_megabyte_of_anything_is_understood_as_nothing_at_once(piece: str) -> None:
    huge = piece * (1_000_000 // len(piece))
    started = time.process_time()
    assert meaning(huge).kind is Kind.OTHER
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("piece", ["RMA 1 ", "RMA", "ATTN:", "RMA-0-", "-#:.,; ", "\ufdfa", "1 "])
def test_the_longest_label_that_is_searched_keeps_no_scan_waiting(piece: str) -> None:
    started = time.process_time()
    meaning(piece * (4_096 // len(piece)))
    assert time.process_time() - started < 1


@given(ANY_TEXT, st.booleans(), st.booleans(), st.booleans())
def test_what_is_found_decides_before_what_is_seen(text: str, number: bool, serial: bool, tracking: bool) -> None:
    meant = interpreted(text)
    keys = tuple((candidate.key, candidate.number) for candidate in meant.numbers) if number else ()
    found = Found(keys, (NUMBER,) if serial else (), (NUMBER,) if tracking else ())
    kind = classify(meant, found).kind
    if kind in {Kind.COMMAND, Kind.LPN, Kind.BADGE}:
        return
    expected = [k for k, known in ((Kind.RMA, keys), (Kind.SERIAL, serial), (Kind.TRACKING, tracking)) if known]
    assert kind is expected[0] if expected else kind not in {Kind.RMA, Kind.SERIAL, Kind.TRACKING}
