"""`receiving-app read`: what the barcodes on label pictures say, without database or service."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from receiving_app.domain.label_reading import kind_by_pattern
from receiving_app.domain.rma_number import NumberFormat
from receiving_app.scanning.frames import PictureError
from receiving_app.terminal.pictures import (
    complain,
    counted,
    reading_line,
    readings_json,
    readings_of,
    write_lines,
)


def read(paths: Sequence[Path], *, as_json: bool) -> int:
    """Print what was read; 0: every picture gave something, 1: some gave nothing or are no pictures."""
    failed = 0
    fmt = NumberFormat()
    for path in counted(paths):
        try:
            readings = readings_of(path, datetime.now(UTC))
        except PictureError as error:
            complain(str(error))
            failed += 1
            continue
        failed += not readings
        if as_json:
            write_lines([json.dumps({"file": str(path), "readings": readings_json(readings, fmt)})])
        else:
            found = [reading_line(reading, kind_by_pattern(reading, fmt)) for reading in readings]
            write_lines([str(path), *(found or ["  nothing could be read"])])
    return 1 if failed else 0
