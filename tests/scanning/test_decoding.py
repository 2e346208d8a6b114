"""What the decoders find in pictures and frames."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp

from receiving_app.domain.reading import Source
from receiving_app.scanning import decoding, frames
from receiving_app.scanning.decoding import LiveDecoder, Turns, read_picture
from tests.scanning.drawn_labels import code128, png, qr, scene

BUDGET_MS = 10_000.0  # a slow machine changes no result


def drawn_by_zxing(name: str, text: str) -> frames.Frame:
    symbol = np.array(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat[name]).to_image(scale=5))
    padded: frames.Frame = np.pad(symbol, 60, constant_values=255)
    return padded


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


def test_what_zxing_misses_zbar_may_find(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "with_zxing", lambda *_: ())
    (code,) = read_picture(png(scene(code128("RMA-12345678"))))
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


def test_a_live_frame_is_searched_for_labels_and_not_for_retail_codes() -> None:
    decoder = LiveDecoder()
    retail = frames.grey(scene(drawn_by_zxing("EAN13", "4006381333931")))
    label = frames.grey(scene(code128("RMA-12345678")))
    assert [decoder.read(retail, BUDGET_MS) for _ in range(20)] == [()] * 20
    assert [code.text for code in decoder.read(label, BUDGET_MS)] == ["RMA-12345678"]


def test_data_matrix_has_its_turn_every_third_frame() -> None:
    decoder = LiveDecoder()
    label = frames.grey(scene(drawn_by_zxing("DataMatrix", "RMA-12345678")))
    found = [bool(decoder.read(label, BUDGET_MS)) for _ in range(6)]
    assert found == [False, False, True, False, False, True]


@pytest.mark.parametrize(("budget_ms", "tried"), [(BUDGET_MS, 2), (0.0, 0)])
def test_zbar_has_its_turn_only_when_the_time_for_it_was_saved(
    monkeypatch: pytest.MonkeyPatch, budget_ms: float, tried: int
) -> None:
    calls: list[tuple[str, ...]] = []

    def with_zbar(_: frames.Frame, wanted: tuple[str, ...]) -> tuple[()]:
        calls.append(wanted)
        return ()

    monkeypatch.setattr(decoding, "with_zbar", with_zbar)
    decoder = LiveDecoder(Turns(zbar=5))
    for _ in range(10):
        decoder.read(frames.grey(scene()), budget_ms)
    assert calls == [decoding.LIVE] * tried


def test_a_decoded_code_becomes_a_reading_with_its_photo() -> None:
    at = datetime(2026, 11, 2, 20, 30, tzinfo=UTC)
    (code,) = read_picture(png(scene(code128("RMA-12345678"))))
    reading = code.reading(Source.CAMERA, at, "ab" * 32)
    assert (reading.text, reading.source, reading.symbology) == ("RMA-12345678", Source.CAMERA, "code128")
    assert (reading.position, reading.photo, reading.read_at) == (code.position, "ab" * 32, at)
