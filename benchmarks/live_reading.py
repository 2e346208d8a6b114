"""Live video on one core: what a frame costs while no label is in view, and how soon a label is believed.

Times are the processor's own, so that other programs on the machine don't count.
"""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import math
import platform
import statistics
import time
from typing import TYPE_CHECKING

from benchmarks.camera_fps import pin_to_one_core, processor
from benchmarks.drawn_frames import Film, empty_film, presentation
from receiving_app.scanning.decoding import LIVE, with_zbar, with_zxing
from receiving_app.scanning.live import LiveReader
from receiving_app.scanning.steady import Steady

if TYPE_CHECKING:
    from collections.abc import Callable

    from receiving_app.scanning.decoding import Decoded
    from receiving_app.scanning.frames import Frame

    Look = Callable[[Frame, float], set[str]]

FPS = 30
MEDIAN_MS, P95_MS, BELIEVED_S = 12.0, 33.0, 0.35


def main() -> int:
    """Print both and say whether the targets are met."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--presentations", type=int, default=30)
    count = arguments.parse_args().presentations
    print(f"{platform.platform()}, {processor()}, Python {platform.python_version()}, {pin_to_one_core()}")
    median_ms, p95_ms = frame_times(empty_film(frames=300))
    print(f"1280 x 720, moving, no label: median {median_ms:.1f} ms ({MEDIAN_MS:.0f}), p95 {p95_ms:.1f} ({P95_MS:.0f})")
    print(f"\n{count} presentations of 1.5 s, any rotation, {FPS} frames a second")
    films = [presentation(n) for n in range(count)]
    readers: dict[str, Callable[[], Look]] = {"ours": ours, "zxing-cpp alone": lambda: alone(with_zxing)}
    readers["zbar alone"] = lambda: alone(with_zbar)
    believed = {name: [believed_after(make(), film) for film in films] for name, make in readers.items()}
    for name, times in believed.items():
        confirmed = [seconds for seconds in times if seconds is not None]
        middle = f", median {statistics.median(confirmed):.3f} s" if confirmed else ""
        print(f"{name:<16}{len(confirmed)} of {count} confirmed{middle}")
    mine = [seconds if seconds is not None else math.inf for seconds in believed["ours"]]
    met = median_ms <= MEDIAN_MS and p95_ms <= P95_MS
    met = met and max(mine) < math.inf and statistics.median(mine) <= BELIEVED_S
    print("targets met" if met else "targets NOT met")
    return 0 if met else 1


def frame_times(film: Film) -> tuple[float, float]:
    """Give median and 95th percentile of reading a frame, in milliseconds."""
    reader, times = LiveReader(), []
    for n, frame in enumerate(film.frames):
        started = time.process_time()
        reader.look(frame, n / FPS)
        times.append(1000 * (time.process_time() - started))
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def believed_after(look: Look, film: Film) -> float | None:
    """Give the seconds until a label's number is believed; frames that come while one is read are lost."""
    free_at = 0.0
    for n, frame in enumerate(film.frames):
        now = n / FPS
        if now < free_at:
            continue
        started = time.process_time()
        texts = look(frame, now)
        free_at = now + time.process_time() - started
        if film.number in texts:
            return free_at
    return None


def ours() -> Look:
    """Read as the station does."""
    reader = LiveReader()
    return lambda frame, now: {code.text for code in reader.look(frame, now).believed}


def alone(decode: Callable[[Frame, tuple[str, ...]], tuple[Decoded, ...]]) -> Look:
    """Read with a library alone, and believe what two frames agree on."""
    steady = Steady()
    return lambda frame, now: {code.text for code in steady.see(decode(frame, LIVE), now)}


if __name__ == "__main__":
    raise SystemExit(main())
