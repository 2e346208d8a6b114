"""Label pictures on disk: what was read from each, and in which words and JSON it is told."""

from __future__ import annotations

import base64
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from receiving_app.domain.label_reading import Kind, kind_by_pattern
from receiving_app.domain.reading import Reading
from receiving_app.domain.rma_number import NumberFormat
from receiving_app.words.readings import kind_word, shown

#: Files are counted aloud from this many on.
_MANY = 5


def readings_json(readings: Sequence[Reading], fmt: NumberFormat) -> list[dict[str, object]]:
    """Give readings as the terminal's JSON states them; `kind` by pattern alone."""
    return [
        {
            "text": reading.text,
            "bytes": base64.b64encode(reading.raw).decode(),
            "symbology": reading.symbology,
            "kind": kind_by_pattern(reading, fmt).value,
            "position": [list(corner) for corner in reading.position or ()],
        }
        for reading in readings
    ]


def reading_line(reading: Reading, kind: Kind) -> str:
    """Say one reading in a line, its control characters made visible."""
    return f"  {reading.symbology:<10} {kind_word(kind):<22} {shown(reading.text)}"


def counted(paths: Sequence[Path], out: TextIO = sys.stderr) -> Iterator[Path]:
    """Go through files; where they are many and a person watches, say how far it is."""
    tells = len(paths) >= _MANY and out.isatty()
    for place, path in enumerate(paths, start=1):
        if tells:
            out.write(f"\r{place} of {len(paths)} ")
            out.flush()
        yield path
    if tells:
        out.write("\r" + " " * 24 + "\r")
        out.flush()


def write_lines(lines: Iterable[str], out: TextIO = sys.stdout) -> None:
    """Print lines at once, so that a pipe sees each file when it is done."""
    out.write("".join(f"{line}\n" for line in lines))
    out.flush()
