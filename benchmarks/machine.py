"""What every printed figure stands beside: the machine, the versions, the command and the day."""

from __future__ import annotations

import os
import platform
import sqlite3
import statistics
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import PySide6

from benchmarks.camera_fps import processor


def machine() -> str:
    """Name the machine and the versions, and below it the command that was given."""
    here = f"{platform.platform()}, {processor()}, {os.cpu_count()} cores"
    versions = f"Python {platform.python_version()}, Qt {PySide6.__version__}, SQLite {sqlite3.sqlite_version}"
    command = " ".join(["python -m", f"benchmarks.{Path(sys.argv[0]).stem}", *sys.argv[1:]])
    return f"{here}\n{versions}, {datetime.now(UTC):%d %b %Y}\n{command}\n"


def p99(values: Sequence[float]) -> float:
    """Give the value that one in a hundred exceeds."""
    return statistics.quantiles(values, n=100, method="inclusive")[-1]
