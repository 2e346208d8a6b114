"""What a live frame is searched for, in turns."""

from __future__ import annotations

from itertools import count

import pytest

from receiving_app.scanning import frames, turns
from receiving_app.scanning.decoding import LIVE
from receiving_app.scanning.turns import LiveDecoder, Turns
from tests.scanning.drawn_labels import code128, drawn_by_zxing, qr, scene, turned

BUDGET_MS = 10_000.0  # a slow machine changes no result


def test_a_live_frame_is_searched_for_labels_and_not_for_retail_codes() -> None:
    decoder = LiveDecoder()
    retail = frames.grey(scene(drawn_by_zxing("EAN13", "4006381333931")))
    label = frames.grey(scene(code128("RMA-12345678")))
    assert [decoder.read(retail, BUDGET_MS) for _ in range(20)] == [()] * 20
    assert [code.text for code in decoder.read(label, BUDGET_MS)] == ["RMA-12345678"]


def test_data_matrix_has_its_turn_and_is_looked_for_until_it_has_gone() -> None:
    decoder = LiveDecoder(Turns(strips=100, datamatrix=3))
    label = frames.grey(scene(drawn_by_zxing("DataMatrix", "RMA-12345678")))
    shown = [label] * 5 + [frames.grey(scene())] + [label] * 3
    found = [bool(decoder.read(frame, BUDGET_MS)) for frame in shown]
    assert found == [False, False, True, True, True, False, False, False, True]


def test_bars_that_the_decoders_are_blind_to_are_read_on_every_other_frame() -> None:
    decoder = LiveDecoder()
    label = frames.grey(turned(scene(code128("RMA-12345678")), 40))
    found = [[(code.text, code.weak) for code in decoder.read(label, BUDGET_MS)] for _ in range(4)]
    assert found == [[], [("RMA-12345678", True)]] * 2


def test_a_code_beside_turned_bars_does_not_hide_them() -> None:
    decoder = LiveDecoder()
    label = frames.grey(turned(scene(code128("RMA-12345678"), qr("1Z999AA10123456784")), 40))
    seen = {code.text for _ in range(4) for code in decoder.read(label, BUDGET_MS)}
    assert seen == {"RMA-12345678", "1Z999AA10123456784"}


def test_the_search_for_turned_bars_waits_until_the_time_for_it_was_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[frames.Frame] = []

    def with_strips(grey: frames.Frame, *_: object) -> tuple[()]:
        searched.append(grey)
        return ()

    monkeypatch.setattr(turns, "with_strips", with_strips)
    now = count(0.0, 0.5)
    decoder = LiveDecoder(clock_s=lambda: next(now))  # any search takes half a second
    empty = frames.grey(scene())
    for _ in range(20):
        decoder.read(empty, 550.0)
    assert len(searched) == 10
    for _ in range(20):
        decoder.read(empty, 400.0)
    assert 10 < len(searched) < 20


@pytest.mark.parametrize(("budget_ms", "tried"), [(BUDGET_MS, 2), (0.0, 0)])
def test_zbar_has_its_turn_only_when_the_time_for_it_was_saved(
    monkeypatch: pytest.MonkeyPatch, budget_ms: float, tried: int
) -> None:
    calls: list[tuple[str, ...]] = []

    def with_zbar(_: frames.Frame, wanted: tuple[str, ...]) -> tuple[()]:
        calls.append(wanted)
        return ()

    monkeypatch.setattr(turns, "with_zbar", with_zbar)
    decoder = LiveDecoder(Turns(zbar=5))
    for _ in range(10):
        decoder.read(frames.grey(scene()), budget_ms)
    assert calls == [LIVE] * tried
