"""Label pictures on disk: what was read from each, and in which words and JSON it is told."""

from __future__ import annotations

import base64
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from receiving_app.domain.label_reading import Kind, kind_by_pattern
from receiving_app.domain.reading import Reading, Source
from receiving_app.domain.rma_number import NumberFormat
from receiving_app.scanning.cascade import read_picture
from receiving_app.words.readings import kind_word, shown

#: Files are counted aloud from this many on.
_MANY = 5
_CLEARED = "\r" + " " * 24 + "\r"


def readings_of(path: Path, read_at: datetime, photo: str | None = None) -> tuple[Reading, ...]:
    """Read a picture's barcodes; raise `PictureError` where it is none."""
    with quiet_libraries():
        return tuple(found.reading(Source.PICTURE, read_at, photo) for found in read_picture(path))


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


def counted(paths: Sequence[Path]) -> Iterator[Path]:
    """Go through files; where they are many and a person waits for output that goes elsewhere, say how far it is."""
    tells = len(paths) >= _MANY and sys.stderr.isatty() and not sys.stdout.isatty()
    for place, path in enumerate(paths, start=1):
        if tells:
            sys.stderr.write(f"\r{place} of {len(paths)} ")
            sys.stderr.flush()
        yield path
    if tells:
        sys.stderr.write(_CLEARED)
        sys.stderr.flush()


def complain(sentence: str) -> None:
    """Say on stderr what went wrong, in a line of its own."""
    sys.stderr.write(f"{_CLEARED if sys.stderr.isatty() else ''}{_one_line(sentence)}\n")
    sys.stderr.flush()


def write_lines(lines: Iterable[str]) -> None:
    """Print lines at once, so that a pipe sees each file when it is done."""
    sys.stdout.write("".join(f"{_one_line(line)}\n" for line in lines))
    sys.stdout.flush()


def _one_line(text: str) -> str:
    """Make control characters visible: a file's name may hold some, and a terminal would obey them."""
    return shown(text, len(text))


@contextmanager
def quiet_libraries() -> Iterator[None]:
    """Keep what libpng and libjpeg write to stderr by themselves off the terminal: our sentence says it."""
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
