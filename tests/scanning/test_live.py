"""The live reader looks where something changed and tells a label once."""

from __future__ import annotations

import numpy as np

from receiving_app.scanning import frames
from receiving_app.scanning.decoding import Decoded
from receiving_app.scanning.live import LiveReader
from receiving_app.scanning.turns import LiveDecoder
from tests.scanning.drawn_labels import code128, drawn_by_zxing, qr, scene

EMPTY = frames.grey(scene())
LABEL = frames.grey(scene(code128("RMA-12345678"), qr("1Z999AA10123456784")))


class CountingDecoder(LiveDecoder):
    def __init__(self) -> None:
        super().__init__()
        self.reads = 0

    def read(self, grey: frames.Frame, budget_ms: float) -> tuple[Decoded, ...]:
        self.reads += 1
        return super().read(grey, budget_ms)


def texts(codes: tuple[Decoded, ...]) -> set[str]:
    return {code.text for code in codes}


def test_both_codes_of_a_label_are_told_together_and_once() -> None:
    reader = LiveReader()
    looks = [reader.look(LABEL, n / 30) for n in range(90)]
    told = [texts(look.believed) for look in looks if look.believed]
    assert told == [{"RMA-12345678", "1Z999AA10123456784"}]
    assert texts(looks[-1].in_view) == {"RMA-12345678", "1Z999AA10123456784"}


def test_a_scene_at_rest_is_not_read_again_after_every_search_had_its_turn() -> None:
    decoder = CountingDecoder()
    reader = LiveReader(decoder)
    for n in range(100):
        reader.look(EMPTY, n / 30)
    assert decoder.reads == decoder.round


def test_a_code_first_found_in_the_last_try_is_looked_at_again_though_nothing_moves() -> None:
    class SlowDecoder(CountingDecoder):
        def read(self, grey: frames.Frame, budget_ms: float) -> tuple[Decoded, ...]:
            found = super().read(grey, budget_ms)
            return found if self.reads >= self.round else ()

    reader = LiveReader(SlowDecoder())
    assert any(reader.look(LABEL, n / 30).believed for n in range(200))


def test_the_same_label_counts_anew_when_it_was_away() -> None:
    reader = LiveReader()
    shown = [LABEL] * 15 + [EMPTY] * 60 + [LABEL] * 15
    told = [look for n, frame in enumerate(shown) if (look := reader.look(frame, n / 30)).believed]
    assert len(told) == 2


def test_a_label_that_lies_still_for_a_minute_is_told_once_also_when_the_light_changes() -> None:
    reader = LiveReader()
    bright = np.clip(LABEL.astype(np.int16) + 25, 0, 255).astype(np.uint8)
    shown = [LABEL] * 600 + [bright] * 600
    assert sum(bool(reader.look(frame, n / 20).believed) for n, frame in enumerate(shown)) == 1


def test_a_data_matrix_is_believed_though_it_is_seldom_looked_for() -> None:
    reader = LiveReader()
    label = frames.grey(scene(drawn_by_zxing("DataMatrix", "RMA-12345678")))
    assert any(texts(reader.look(label, n / 30).believed) == {"RMA-12345678"} for n in range(40))
