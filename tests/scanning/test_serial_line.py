"""Bytes of a serial scanner become scans at their ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.reading import Source
from receiving_app.scanning.serial_line import SerialLine, SerialSettings
from tests.factories import CREATED


def texts(line: SerialLine, *pieces: bytes) -> list[str]:
    return [scan.text for n, piece in enumerate(pieces) for scan in line.take(piece, n)]


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t"])
def test_each_end_ends_a_scan_once(end: bytes) -> None:
    assert texts(SerialLine(), b"RMA-00001235" + end + b"1Z" + end) == ["RMA-00001235", "1Z"]


@given(st.lists(st.binary(min_size=1, max_size=9), min_size=1), st.integers(1, 5))
def test_however_the_bytes_are_cut_the_scans_are_the_same(codes: list[bytes], step: int) -> None:
    sent = b"\r".join(codes) + b"\r"
    pieces = [sent[n : n + step] for n in range(0, len(sent), step)]
    assert texts(SerialLine(), *pieces) == texts(SerialLine(), sent)


def test_a_scan_without_an_end_is_one_after_a_pause() -> None:
    line = SerialLine(SerialSettings(pause_ms=150))
    assert line.take(b"RMA-0000", 0) == ()
    assert line.take(b"1235", 100) == ()
    assert line.expire(200) == ()
    (scan,) = line.expire(250)
    assert (scan.text, scan.entered, scan.source) == ("RMA-00001235", False, Source.SERIAL)
    assert not line.holding


def test_what_comes_between_the_groups_of_a_gs1_code_stays() -> None:
    (scan,) = SerialLine().take(b"]C10112345678901231\x1d21ABC\r", 0)
    reading = scan.reading(CREATED, lambda _: False)
    assert (reading.text, reading.symbology) == ("0112345678901231\x1d21ABC", "code128")
    assert reading.raw == b"]C10112345678901231\x1d21ABC"
    assert reading.source is Source.SERIAL


def test_bytes_that_are_no_utf8_are_characters_all_the_same() -> None:
    (scan,) = SerialLine().take(b"caf\xe9\r", 0)
    assert (scan.text, scan.raw) == ("caf\xe9", b"caf\xe9")


def test_a_scan_longer_than_any_code_is_cut_and_says_so() -> None:
    line = SerialLine(SerialSettings(longest=10))
    (scan,) = line.take(b"0123456789ABC\r", 0)
    assert (scan.text, scan.truncated) == ("0123456789", True)
    (exact,) = line.take(b"0123456789\r", 0)
    assert (exact.text, exact.truncated) == ("0123456789", False)
