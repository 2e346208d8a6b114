"""Matrix codes on a bent label."""

from __future__ import annotations

import cv2
import numpy as np

from receiving_app.scanning import frames
from receiving_app.scanning.damaged import with_damaged
from receiving_app.scanning.decoding import MATRIX, search
from tests.scanning.drawn_labels import Frame, qr, scene


def bowed(frame: Frame, bend: float) -> Frame:
    """Bow a code as the side of a roll does."""
    rows, columns = np.indices(frame.shape[:2]).astype(np.float32)
    away = columns / 260 - 1
    moved = np.asarray(rows + bend * 200 * away**2, np.float32)
    return np.asarray(
        cv2.remap(frame, np.asarray(columns), moved, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


def test_a_bowed_code_that_was_found_and_not_read_is_bent_back() -> None:
    text = "RMA-12345678 " * 8
    for bend in np.arange(0.02, 0.5, 0.02):
        grey = frames.grey(bowed(scene(qr(text, module=6)), float(bend)))
        seen = search(grey, MATRIX)
        if not seen.found and seen.damaged and (read := with_damaged(grey, seen.damaged)):
            assert [(code.text, code.weak) for code in read] == [(text, True)]
            return
    raise AssertionError("no bow was too much for the decoder and not for bending back")


def test_what_is_no_code_gives_none() -> None:
    grey = frames.grey(scene())
    assert with_damaged(grey, [((10, 10), (90, 10), (90, 90), (10, 90))]) == ()
    assert with_damaged(grey, []) == ()
