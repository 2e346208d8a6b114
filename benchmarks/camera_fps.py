"""Frames a second of the live camera path at 1280 by 720 on one core, beside zxing-cpp alone on the same frames."""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import barcode
import numpy as np

from receiving_app.scanning import frames
from receiving_app.scanning.decoding import LIVE, with_zxing
from receiving_app.scanning.frames import Gate
from receiving_app.scanning.live import FRAME_BUDGET_MS, LiveReader
from receiving_app.scanning.turns import LiveDecoder

if TYPE_CHECKING:
    from receiving_app.scanning.frames import Frame

TARGET_FPS = 30


def main() -> int:
    """Measure the three scenes and say whether the target is met."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--frames", type=int, default=300, help="frames a scene (default 300)")
    count = arguments.parse_args().frames
    print(f"{platform.platform()}, {processor()}, Python {platform.python_version()}, {pin_to_one_core()}")
    print(f"1280 x 720, {count} frames a scene; median and p95 in milliseconds\n")
    scenes = {
        "still, no label": still(empty_scene(), count),
        "always changing, no label": changing(empty_scene(), count),
        "always changing, a label": changing(labelled_scene(), count),
    }
    rates = {name: measure(name, scene) for name, scene in scenes.items()}
    met = all(fps >= TARGET_FPS for name, fps in rates.items() if "no label" in name)
    print(f"\n{TARGET_FPS} frames a second with no label in view: {'met' if met else 'NOT met'}")
    return 0 if met else 1


def measure(name: str, shown: list[Frame]) -> float:
    """Time one scene, print its lines and give its frames a second."""
    reader, gate, decoder = LiveReader(), Gate(), LiveDecoder()
    clock = iter(n / TARGET_FPS for n in range(len(shown)))
    greys = [frames.grey(frame) for frame in shown]
    stages = {
        "grey": timed(frames.grey, shown),
        "gate": timed(gate.changed, greys),
        "decoding, every frame": timed(lambda grey: decoder.read(grey, FRAME_BUDGET_MS), greys),
        "zxing-cpp alone": timed(lambda grey: with_zxing(grey, LIVE), greys),
        "the whole": timed(lambda frame: reader.look(frames.grey(frame), next(clock)), shown),
    }
    whole, alone = (statistics.fmean(stages[stage]) for stage in ("the whole", "zxing-cpp alone"))
    print(f"{name}: {1000 / whole:.0f} frames a second, {whole / alone:.2f} x zxing-cpp alone")
    for stage, taken in stages.items():
        print(f"    {stage:<24}{statistics.median(taken):>8.2f}{p95(taken):>8.2f}")
    return 1000 / whole


def timed(work: Callable[[Frame], object], shown: list[Frame]) -> list[float]:
    """Run the work on every frame; milliseconds each, without the first ten."""
    taken = []
    for frame in shown:
        started = time.perf_counter()
        work(frame)
        taken.append((time.perf_counter() - started) * 1000)
    return taken[10:]


def p95(values: list[float]) -> float:
    """Give the value that one in twenty exceeds."""
    return statistics.quantiles(values, n=20)[-1]


def still(scene: Frame, count: int) -> list[Frame]:
    """Show the same frame again and again, with a camera's noise."""
    noisy = with_noise(scene, 8)
    return [noisy[n % len(noisy)] for n in range(count)]


def changing(scene: Frame, count: int) -> list[Frame]:
    """Move the scene by some pixels with every frame, so that the gate never closes."""
    noisy = with_noise(scene, 8)
    return [np.roll(noisy[n % len(noisy)], 16 * (n % 8), axis=1) for n in range(min(count, 64))] * -(-count // 64)


def with_noise(scene: Frame, count: int) -> list[Frame]:
    """Give versions of the scene that differ by noise of four grey levels."""
    random = np.random.default_rng(2026)
    noises = (random.normal(0, 4, scene.shape) for _ in range(count))
    return [np.clip(scene + noise, 0, 255).astype(np.uint8) for noise in noises]


def empty_scene() -> Frame:
    """Draw what a dock camera sees between boxes: light falling off, cartons, tape, print, no code."""
    random = np.random.default_rng(7)
    scene = np.tile(np.linspace(90, 180, 1280), (720, 1))
    for _ in range(60):
        left, top = random.integers(0, 1200), random.integers(0, 660)
        width, height = random.integers(20, 400), random.integers(8, 200)
        scene[top : top + height, left : left + width] += random.integers(-40, 40)
    for row in range(40, 680, 24):  # lines of print on labels and cartons
        letters = random.random(160) < 0.5
        scene[row : row + 10, 200:840] -= np.repeat(letters, 4) * 70
    colour = np.stack([scene * 0.9, scene, scene * 1.05], axis=2)
    return np.clip(colour, 0, 255).astype(np.uint8)


def labelled_scene() -> Frame:
    """Lay a Code 128 label on the empty scene."""
    scene = empty_scene()
    modules = "0" * 10 + barcode.get("code128", "RMA-12345678").build()[0] + "0" * 10
    bars = np.repeat([20 if bit == "1" else 230 for bit in modules], 3)
    scene[300:420, 300 : 300 + len(bars)] = bars[None, :, None]
    return scene


def pin_to_one_core() -> str:
    """Keep this process on one core where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        return "not pinned to a core"
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    return "pinned to one core"


def processor() -> str:
    """Name the processor as the system does."""
    try:
        with open("/proc/cpuinfo", encoding="ascii", errors="replace") as lines:
            return next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "unknown processor"


if __name__ == "__main__":
    raise SystemExit(main())
