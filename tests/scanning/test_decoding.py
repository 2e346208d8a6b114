"""What the decoders find in pictures and frames."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pytest

from receiving_app.domain.reading import Source
from receiving_app.scanning import decoding, frames
from receiving_app.scanning.cascade import read_picture
from receiving_app.scanning.decoding import LIVE, with_zbar
from tests.scanning.drawn_labels import code128, drawn_by_zxing, png, qr, scene


def test_every_label_of_a_picture_is_found_with_text_bytes_symbology_and_place() -> None:
    found = read_picture(png(scene(code128("RMA-12345678"), qr("https://rma.example/1"))))
    assert {(code.text, code.raw, code.symbology) for code in found} == {
        ("RMA-12345678", b"RMA-12345678", "code128"),
        ("https://rma.example/1", b"https://rma.example/1", "qr"),
    }
    place = next(code.position for code in found if code.symbology == "code128")
    assert place[0][0] == pytest.approx(130, abs=6)
    assert place[0][0] < place[1][0]
    assert place[0][1] < place[3][1]


@pytest.mark.parametrize(
    ("theirs", "text", "ours"),
    [
        ("Code39", "RMA12345678", "code39"),
        ("Code93", "RMA12345678", "code93"),
        ("DataMatrix", "RMA-12345678", "datamatrix"),
        ("PDF417", "RMA-12345678", "pdf417"),
        ("Aztec", "RMA-12345678", "aztec"),
        ("ITF", "12345678901231", "itf"),
        ("EAN13", "4006381333931", "ean13"),
        ("EAN8", "96385074", "ean8"),
        ("Codabar", "A12345678B", "codabar"),
    ],
)
def test_each_symbology_has_one_lower_case_name(theirs: str, text: str, ours: str) -> None:
    (code,) = read_picture(png(drawn_by_zxing(theirs, text)))
    assert (code.text, code.symbology) == (text, ours)


def test_control_characters_stay_in_the_text_and_the_bytes() -> None:
    (code,) = read_picture(png(scene(qr(b"[)>\x1e06\x1d1TRMA-12345678\x1e\x04"))))
    assert code.text == "[)>\x1e06\x1d1TRMA-12345678\x1e\x04"
    assert code.raw == b"[)>\x1e06\x1d1TRMA-12345678\x1e\x04"


def test_zbar_reads_a_label_by_itself() -> None:
    (code,) = with_zbar(frames.grey(scene(code128("RMA-12345678"))), LIVE)
    assert (code.text, code.symbology, code.identifier) == ("RMA-12345678", "code128", "")
    assert code.position[0] < code.position[2]


def test_without_the_library_of_zbar_zxing_reads_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "_pyzbar", lambda: None)
    assert read_picture(png(scene())) == ()


def test_a_short_interleaved_code_is_taken_for_stripes() -> None:
    assert read_picture(png(drawn_by_zxing("ITF", "1234"))) == ()


def test_a_picture_without_codes_gives_none(tmp_path: Path) -> None:
    path = tmp_path / "empty.jpg"
    path.write_bytes(frames.encode_jpeg(scene()))
    assert read_picture(path) == ()


@pytest.mark.parametrize("turned", [cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE])
def test_a_picture_may_lie_on_any_side(turned: int) -> None:
    picture = cv2.rotate(scene(code128("RMA-12345678")), turned)
    assert [code.text for code in read_picture(png(np.asarray(picture, dtype=np.uint8)))] == ["RMA-12345678"]


def test_a_decoded_code_becomes_a_reading_with_its_photo() -> None:
    at = datetime(2026, 11, 2, 20, 30, tzinfo=UTC)
    (code,) = read_picture(png(scene(code128("RMA-12345678"))))
    reading = code.reading(Source.CAMERA, at, "ab" * 32)
    assert (reading.text, reading.source, reading.symbology) == ("RMA-12345678", Source.CAMERA, "code128")
    assert (reading.position, reading.photo, reading.read_at) == (code.position, "ab" * 32, at)
