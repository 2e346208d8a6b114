"""A picture is read by the cheapest way that understands it."""

from __future__ import annotations

from itertools import count

import cv2
import numpy as np
import pytest

from receiving_app.scanning import cascade, frames
from receiving_app.scanning.cascade import read, read_picture
from receiving_app.scanning.decoding import Decoded
from tests.scanning.drawn_labels import code128, drawn_by_zxing, png, qr, scene, turned

LONG_MS = 60_000.0


def texts(found: tuple[Decoded, ...]) -> list[str]:
    return [code.text for code in found]


@pytest.mark.parametrize("degrees", [0, 25, 40, 60, 90, 140, 180])
def test_a_picture_is_read_however_the_label_lies(degrees: int) -> None:
    picture = png(turned(scene(code128("RMA-12345678")), degrees))
    assert texts(read_picture(picture, LONG_MS)) == ["RMA-12345678"]


def test_a_picture_that_is_understood_is_not_looked_at_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cascade, "with_strips", lambda *_: pytest.fail("looked at further"))
    assert texts(read(frames.grey(scene(code128("RMA-12345678"))))) == ["RMA-12345678"]


def test_the_caller_says_what_understood_means() -> None:
    grey = frames.grey(turned(scene(code128("RMA-12345678"), qr("https://rma.example/1")), 40))
    assert texts(read(grey, LONG_MS)) == ["https://rma.example/1"]
    whole = read(grey, LONG_MS, lambda found: "RMA-12345678" in texts(found))
    assert set(texts(whole)) == {"https://rma.example/1", "RMA-12345678"}


def test_no_stage_begins_after_its_time() -> None:
    ticks = count(0.0, 0.5)
    grey = frames.grey(turned(scene(code128("RMA-12345678")), 40))
    assert read(grey, 100.0, clock_s=lambda: next(ticks)) == ()


def test_a_large_picture_is_read_smaller_and_tells_its_own_places() -> None:
    large = np.asarray(cv2.resize(frames.grey(scene(code128("RMA-12345678"))), None, fx=3, fy=3), np.uint8)
    (code,) = read(large, LONG_MS)
    assert code.position[0][0] == pytest.approx(3 * 130, abs=20)


def test_a_code_too_fine_for_the_smaller_picture_is_read_in_the_whole_one() -> None:
    large = np.full((2000, 5000), 150, np.uint8)
    symbol = code128("RMA-12345678", module=2, height=60)
    large[500 : 500 + symbol.shape[0], 900 : 900 + symbol.shape[1]] = symbol
    assert texts(read(large, LONG_MS)) == ["RMA-12345678"]


@pytest.mark.parametrize("side", [1, 2, 7, 16])
def test_a_picture_of_a_few_pixels_holds_nothing(side: int) -> None:
    assert read(np.zeros((side, side), np.uint8), LONG_MS) == ()


def test_a_vehicle_number_is_told_without_its_data_identifier_and_kept_with_it() -> None:
    (code,) = read_picture(png(drawn_by_zxing("Code39", "I1M8GDM9AXKP042788")))
    assert (code.text, code.raw) == ("1M8GDM9AXKP042788", b"I1M8GDM9AXKP042788")
