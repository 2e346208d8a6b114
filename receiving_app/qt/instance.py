"""One program at a time on a data folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile


class FolderInUseError(Exception):
    """Another program has the data folder; the message says what to do."""


class FolderUnusableError(OSError):
    """The data folder can't be made or written; the message says what to do."""


class FolderLock:
    """Holds a data folder while the `with` block lasts; a crashed program's hold is noticed and taken over."""

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FolderUnusableError(_unusable(folder, error.strerror)) from error
        self._folder = folder
        self._lock = QLockFile(str(folder / "in-use.lock"))
        # Old age is no sign of a crash: a station runs for weeks. Qt still asks whether the process lives.
        self._lock.setStaleLockTime(0)

    def __enter__(self) -> None:
        if not self._lock.tryLock(0):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                raise FolderUnusableError(_unusable(self._folder, "no file can be made in it"))
            raise FolderInUseError(
                f"A station is running on {self._folder} already. "
                "Use its window, close it first, or choose another data folder."
            )

    def __exit__(self, *_: object) -> None:
        self._lock.unlock()


def _unusable(folder: Path, why: str | None) -> str:
    return f"{folder} can't be used as the data folder: {why}. Choose another, or mend this one."
