from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from receiving_app.storage.photos import DamagedPhotoError, Photos

PICTURE = b"\xff\xd8 a label \xff\xd9"
NAME = hashlib.sha256(PICTURE).hexdigest()


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_picture_is_kept_under_its_hash(tmp_path: Path) -> None:
    photos = Photos(tmp_path)
    assert photos.keep(PICTURE) == NAME
    assert photos.get(NAME) == PICTURE


def test_the_same_picture_is_kept_once(tmp_path: Path) -> None:
    photos = Photos(tmp_path)
    assert photos.keep(PICTURE) == photos.keep(PICTURE)
    assert len(files(tmp_path)) == 1


def test_a_picture_that_is_not_here_is_none(tmp_path: Path) -> None:
    assert Photos(tmp_path / "nowhere").get(NAME) is None


def test_a_half_written_file_is_never_taken_for_the_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    photos = Photos(tmp_path)

    def power_cut(_descriptor: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", power_cut)
        with pytest.raises(KeyboardInterrupt):
            photos.keep(PICTURE)
    assert photos.get(NAME) is None
    assert photos.keep(PICTURE) == NAME
    assert photos.get(NAME) == PICTURE
    assert len(files(tmp_path)) == 1


def test_a_full_disk_is_said_and_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        Photos(tmp_path).keep(PICTURE)
    assert files(tmp_path) == []


def test_a_damaged_file_is_told_from_a_missing_one(tmp_path: Path) -> None:
    photos = Photos(tmp_path)
    photos.keep(PICTURE)
    (file,) = files(tmp_path)
    file.write_bytes(PICTURE[:-3])
    with pytest.raises(DamagedPhotoError):
        photos.get(NAME)


def test_a_damaged_file_is_mended_when_the_same_picture_comes_again(tmp_path: Path) -> None:
    photos = Photos(tmp_path)
    photos.keep(PICTURE)
    (file,) = files(tmp_path)
    file.write_bytes(b"")
    photos.keep(PICTURE)
    assert photos.get(NAME) == PICTURE
