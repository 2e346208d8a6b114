"""Recall on drawn camera frames, part by part: ours on file and live, zxing-cpp alone, zbar alone, in the same run."""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import platform
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.camera_fps import pin_to_one_core, processor
from benchmarks.drawn_frames import drawn_frames
from receiving_app.domain.rma_number import NumberFormat, find_numbers
from receiving_app.scanning import cascade
from receiving_app.scanning.decoding import LIVE, Decoded, with_zbar, with_zxing
from receiving_app.scanning.turns import LiveDecoder

if TYPE_CHECKING:
    from receiving_app.scanning.frames import Frame

    Reader = Callable[[Frame], tuple[Decoded, ...]]

FREE_MS = 1e9  # no budget: what a frame's time allows is measured by live_reading


def two_live_frames(grey: Frame) -> tuple[Decoded, ...]:
    """Read the same frame twice, as the camera's frames are read in turns."""
    decoder = LiveDecoder()
    return decoder.read(grey, FREE_MS) + decoder.read(grey, FREE_MS)


READERS: dict[str, Reader] = {
    "ours, on file": lambda grey: cascade.read(grey, FREE_MS),
    "ours, two live frames": two_live_frames,
    "zxing-cpp alone": lambda grey: with_zxing(grey, LIVE),
    "zbar alone": lambda grey: with_zbar(grey, LIVE),
}


@dataclass
class Score:
    """What one reader made of all frames."""

    read: Counter[str] = field(default_factory=Counter)
    invented: list[str] = field(default_factory=list)
    invented_numbers: list[str] = field(default_factory=list)
    seconds: float = 0.0


def main() -> int:
    """Print recall of the RMA number for every part, and what was read that isn't there."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--half", type=int, choices=(0, 1), default=1, help="0: the half for tuning; 1: the report's"
    )
    arguments.add_argument("--share", type=float, default=1.0, help="share of the frames (default: all)")
    chosen = arguments.parse_args()
    print(f"{platform.platform()}, {processor()}, Python {platform.python_version()}, {pin_to_one_core()}")
    frames: Counter[str] = Counter()
    scores = {name: Score() for name in READERS}
    for drawn in drawn_frames(chosen.half, chosen.share):
        frames[drawn.part] += 1
        for name, reader in READERS.items():
            started = time.perf_counter()
            texts = {code.text for code in reader(drawn.frame)}
            scores[name].seconds += time.perf_counter() - started
            scores[name].read[drawn.part] += drawn.texts[0] in texts
            others = texts - set(drawn.texts)
            scores[name].invented += others
            scores[name].invented_numbers += [text for text in others if find_numbers(text, NumberFormat())]
    report(frames, scores)
    return 0 if met(frames, scores) else 1


def report(frames: Counter[str], scores: dict[str, Score]) -> None:
    """Print one line a part and one line a reader."""
    print(f"\n{frames.total()} frames\n{'part':<14}{'frames':>7}" + "".join(f"{name:>24}" for name in scores))
    for part, count in frames.items():
        print(f"{part:<14}{count:>7}" + "".join(f"{score.read[part] / count:>24.3f}" for score in scores.values()))
    for name, score in scores.items():
        ms = 1000 * score.seconds / frames.total()
        made_up = f"{len(score.invented)} readings of nothing, {len(score.invented_numbers)} of them RMA numbers"
        print(f"{name:<24}recall {score.read.total() / frames.total():.3f}, {ms:.1f} ms a frame, {made_up}")


def met(frames: Counter[str], scores: dict[str, Score]) -> bool:
    """Say whether every rotation is read, and turned and noisy labels half as often again as by the better library."""
    ours, zxing, zbar = (scores[name].read for name in ("ours, on file", "zxing-cpp alone", "zbar alone"))
    every = ours["rotated"] / frames["rotated"]
    gains = {part: ours[part] / max(1, zxing[part], zbar[part]) for part in ("rotated", "noise")}
    print(f"sharp, in every rotation: {every:.3f} (0.97)")
    print(", ".join(f"{part}: {gain:.2f} times the better library (1.5)" for part, gain in gains.items()))
    return every >= 0.97 and min(gains.values()) >= 1.5 and not scores["ours, on file"].invented_numbers


if __name__ == "__main__":
    raise SystemExit(main())
