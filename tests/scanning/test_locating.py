"""Strips of bars are found whatever their direction, and cut out upright."""

from __future__ import annotations

import math

import numpy as np
import pytest

from receiving_app.scanning import frames
from receiving_app.scanning.locating import cut, locate
from tests.scanning.drawn_labels import code128, scene, turned

LABEL = scene(code128("RMA-12345678"))


@pytest.mark.parametrize("degrees", range(0, 180, 15))
def test_the_likeliest_strip_lies_across_the_bars(degrees: int) -> None:
    strip = locate(frames.grey(turned(LABEL, degrees)))[0]
    apart = (math.degrees(strip.turn) + degrees + 90) % 180 - 90
    assert abs(apart) < 2


def test_a_strip_is_as_long_and_as_high_as_the_bars() -> None:
    strip = locate(frames.grey(LABEL))[0]
    bars = code128("RMA-12345678").shape[1] - 60
    assert strip.length == pytest.approx(bars, rel=0.1)
    assert strip.height == pytest.approx(120, rel=0.25)
    assert np.allclose(strip.middle, (130 + bars / 2, 150), atol=12)


def test_a_cut_out_knows_where_it_was() -> None:
    grey = frames.grey(turned(LABEL, 30))
    strip = locate(grey)[0]
    upright = cut(grey, strip)
    height, width = upright.frame.shape
    middle = upright.outline(((width // 2, height // 2),) * 4)[0]
    assert np.allclose(middle, strip.middle, atol=2)


@pytest.mark.parametrize("size", [(1, 1), (3, 2000), (15, 15), (16, 16)])
def test_a_tiny_picture_holds_none(size: tuple[int, int]) -> None:
    assert locate(np.zeros(size, np.uint8)) == ()


def test_an_even_picture_holds_none() -> None:
    assert locate(frames.grey(scene())) == ()
