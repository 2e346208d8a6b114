"""Clips as files, named by the SHA-256 of what is in them, until their time is over."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from receiving_app.storage.photos import make_durable

_ENDING = ".avi"


class ClipFiles:
    """A folder of films that this station made itself; nothing else is ever in it or deleted from it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, write: Callable[[Path], None]) -> str:
        """Let a film be written, store it durably and give its SHA-256 (hex); raise `OSError`."""
        self._folder.mkdir(parents=True, exist_ok=True)
        partial = self._folder / f"unfinished{_ENDING}"
        try:
            write(partial)
            with partial.open("r+b") as file:
                name = hashlib.file_digest(file, "sha256").hexdigest()
                os.fsync(file.fileno())
            partial.replace(self.path(name))
            make_durable(self._folder)
        except OSError:
            partial.unlink(missing_ok=True)
            raise
        return name

    def path(self, name: str) -> Path:
        """Say where a clip lies, or lay."""
        return self._folder / f"{name}{_ENDING}"

    def sweep(self, before: datetime) -> int:
        """Delete the clips made before a time, and give how many they were; raise `OSError`."""
        swept = 0
        for path in self._folder.glob(f"*{_ENDING}"):
            if len(path.stem) == 64 and path.stat().st_mtime < before.timestamp():
                path.unlink()
                swept += 1
        return swept
