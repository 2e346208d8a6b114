"""Recall and wrong readings on a folder of label photographs: our picture path, zxing-cpp alone, zbar alone.

The folder holds manifest.json: {"items": [{"file", "format", "expected"}]}, expected null where nothing is readable.
Texts are compared without control characters and spaces; retail codes stand apart, compared without leading zeros
and with UPC-E written out as UPC-A.
"""
# ruff: noqa: T201 - it reports in the terminal

from __future__ import annotations

import argparse
import json
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.camera_fps import pin_to_one_core, processor
from receiving_app.scanning import frames
from receiving_app.scanning.cascade import read_picture
from receiving_app.scanning.decoding import ON_FILE, Decoded, with_zbar, with_zxing

RETAIL = ("ean", "upc")
Reader = Callable[[bytes], tuple[Decoded, ...]]

READERS: dict[str, Reader] = {
    "our picture path": read_picture,
    "zxing-cpp alone": lambda content: with_zxing(_grey(content), ON_FILE),
    "zbar alone": lambda content: with_zbar(_grey(content), ON_FILE),
}


@dataclass
class Score:
    """What one reader made of a set of pictures."""

    codes: int = 0
    read: int = 0
    wrong: int = 0
    pictures: int = 0
    seconds: float = 0.0

    def add(self, found: set[str], expected: str | None, seconds: float) -> None:
        """Count one picture; any reading but the expected one is wrong."""
        self.pictures += 1
        self.seconds += seconds
        self.codes += expected is not None
        self.read += expected in found
        self.wrong += len(found - {expected})


def main() -> None:
    """Print a table for the codes that stand on shipping labels and one for retail codes."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("folder", type=Path, help="the folder with manifest.json")
    folder = arguments.parse_args().folder
    items = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["items"]
    print(f"{platform.platform()}, {processor()}, Python {platform.python_version()}, {pin_to_one_core()}")
    for title, retail in (("without EAN/UPC", False), ("EAN/UPC", True)):
        wanted = [item for item in items if _is_retail(item) is retail]
        print(f"\n{title}: {len(wanted)} pictures")
        print(f"{'reader':<20}{'read':>11}{'recall':>9}{'wrong':>7}{'mean ms':>9}")
        for name, reader in READERS.items():
            score = measure(reader, folder, wanted)
            recall, mean_ms = score.read / max(1, score.codes), 1000 * score.seconds / max(1, score.pictures)
            print(f"{name:<20}{score.read:>5} of {score.codes:<3}{recall:>8.3f}{score.wrong:>7}{mean_ms:>9.1f}")


def measure(reader: Reader, folder: Path, items: list[dict[str, Any]]) -> Score:
    """Run one reader over the pictures, unpacking included."""
    score = Score()
    for item in items:
        content = (folder / item["file"]).read_bytes()
        started = time.perf_counter()
        found = reader(content)
        seconds = time.perf_counter() - started
        retail = _is_retail(item)
        expected = item["expected"]
        score.add(
            {comparable(code.text, retail=retail) for code in found},
            None if expected is None else comparable(expected, retail=retail),
            seconds,
        )
    return score


def comparable(text: str, *, retail: bool) -> str:
    """Drop what two decoders may differ in without either being wrong."""
    kept = "".join(letter for letter in text if letter.isprintable() and not letter.isspace())
    if not retail:
        return kept
    return (written_out(kept) if len(kept) == 8 and kept[0] in "01" else kept).lstrip("0")


def written_out(upc_e: str) -> str:
    """Give the UPC-A of an eight-digit UPC-E, which leaves out a run of zeros."""
    system, digits, check = upc_e[0], upc_e[1:7], upc_e[7]
    last = int(digits[5])
    if last <= 2:
        body = digits[:2] + digits[5] + "0000" + digits[2:5]
    elif last <= 4:
        body = digits[:last] + "00000" + digits[last:5]
    else:
        body = digits[:5] + "0000" + digits[5]
    return system + body + check


def _grey(content: bytes) -> frames.Frame:
    return frames.grey(frames.read_picture(content))


def _is_retail(item: dict[str, Any]) -> bool:
    return str(item["format"]).lower().startswith(RETAIL)


if __name__ == "__main__":
    main()
