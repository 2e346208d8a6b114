"""Photos as files, named by the SHA-256 of what is in them."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


class DamagedPhotoError(OSError):
    """A photo's file no longer holds what its name says."""


class Photos:
    """A folder of JPEG files; the same picture is kept once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, jpeg: bytes) -> str:
        """Store a picture durably and give its SHA-256 (hex); raise `OSError` where the disk won't take it."""
        name = hashlib.sha256(jpeg).hexdigest()
        path = self.path(name)
        if path.exists() and path.read_bytes() == jpeg:
            return name
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        try:
            with partial.open("wb") as file:
                file.write(jpeg)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
            make_durable(path.parent)
        except OSError:
            partial.unlink(missing_ok=True)
            raise
        return name

    def get(self, name: str) -> bytes | None:
        """Give a picture's bytes, or None where it isn't here; raise `DamagedPhotoError`."""
        try:
            jpeg = self.path(name).read_bytes()
        except FileNotFoundError:
            return None
        if hashlib.sha256(jpeg).hexdigest() != name:
            raise DamagedPhotoError(f"the file of photo {name} is damaged")
        return jpeg

    def path(self, name: str) -> Path:
        """Say where a photo lies, or would."""
        return self._folder / name[:2] / f"{name}.jpg"


def make_durable(folder: Path) -> None:
    """Let a new name in a folder outlive a power cut, where the system can be asked for that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
