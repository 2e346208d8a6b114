"""The pictures and films of a case as they lie on the disk: each there and whole, or why not."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from receiving_app.scanning.frames import Capture, encode_jpeg, read_picture
from receiving_app.storage.store import Store


class Lack(StrEnum):
    """Why an original can't be shown."""

    GONE = "gone"
    CHANGED = "changed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Original:
    """A file of the case, named by its SHA-256 (hex); `picture` is what can be shown of it.

    One that was changed is not handed on as what it no longer is; one that only can't be shown is.
    """

    name: str
    path: Path
    lack: Lack | None = None
    picture: Path | bytes | None = None

    @property
    def whole(self) -> bool:
        """Whether the file is what its name says."""
        return self.lack not in {Lack.GONE, Lack.CHANGED}


def photo(store: Store, name: str) -> Original:
    """Look at a photo's file."""
    path = store.photos.path(name)
    lack = _lack(path, name)
    if lack is not None:
        return Original(name, path, lack)
    try:
        read_picture(path)
    except (ValueError, OSError):
        return Original(name, path, Lack.UNREADABLE)
    return Original(name, path, None, path)


def clip(store: Store, name: str) -> Original:
    """Look at a film's file; its first picture stands for it."""
    path = store.clips.path(name)
    lack = _lack(path, name)
    if lack is not None:
        return Original(name, path, lack)
    try:
        with Capture(str(path)) as film:
            return Original(name, path, None, encode_jpeg(film.read()))
    except (ValueError, OSError):
        return Original(name, path, Lack.UNREADABLE)


def _lack(path: Path, name: str) -> Lack | None:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return Lack.GONE
    return None if found == name else Lack.CHANGED
