"""Linear codes are read in any direction, through noise, and told where they are."""

from __future__ import annotations

import numpy as np
import pytest

from receiving_app.scanning import frames
from receiving_app.scanning.decoding import LIVE, with_zbar, with_zxing
from receiving_app.scanning.strips import with_strips
from tests.scanning.drawn_labels import code128, noisy, qr, scene, turned

LABEL = scene(code128("RMA-12345678"))


@pytest.mark.parametrize("degrees", range(0, 360, 20))
def test_a_label_is_read_however_it_lies(degrees: int) -> None:
    (code,) = with_strips(frames.grey(turned(LABEL, degrees)), LIVE)
    assert (code.text, code.symbology, code.weak) == ("RMA-12345678", "code128", True)


def test_both_decoders_alone_are_blind_to_bars_half_way_round() -> None:
    grey = frames.grey(turned(LABEL, 40))
    assert with_zxing(grey, LIVE) == ()
    assert with_zbar(grey, LIVE) == ()


def test_noise_that_blinds_both_decoders_is_averaged_away() -> None:
    grey = noisy(frames.grey(turned(LABEL, 10)), 70)
    assert with_zxing(grey, LIVE) == ()
    assert with_zbar(grey, LIVE) == ()
    assert [code.text for code in with_strips(grey, LIVE)] == ["RMA-12345678"]


def test_a_code_is_told_where_it_is_in_the_picture() -> None:
    upright, (lying,) = scene(code128("RMA-12345678")), with_strips(frames.grey(turned(LABEL, 90)), LIVE)
    (standing,) = with_strips(frames.grey(upright), LIVE)
    assert np.allclose(standing.position[0], (130, 150), atol=70)
    assert abs(lying.position[0][0] - lying.position[1][0]) < abs(lying.position[0][1] - lying.position[1][1])


def test_several_labels_in_one_picture_are_all_read() -> None:
    grey = frames.grey(turned(scene(code128("RMA-12345678"), code128("1Z999AA10123456784")), 30))
    assert {code.text for code in with_strips(grey, LIVE)} == {"RMA-12345678", "1Z999AA10123456784"}


def test_codes_without_bars_are_left_to_others() -> None:
    assert with_strips(frames.grey(scene(qr("RMA-12345678"))), LIVE) == ()
