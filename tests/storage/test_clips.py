"""Clips as files: kept by their hash, deleted after their time."""

from __future__ import annotations

import errno
import hashlib
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from receiving_app.storage.clips import ClipFiles

FILM = b"RIFF a film"
NAME = hashlib.sha256(FILM).hexdigest()
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def write(path: Path) -> None:
    path.write_bytes(FILM)


def write_another(path: Path) -> None:
    path.write_bytes(b"RIFF another film")


def aged(path: Path, days: float) -> None:
    moment = (NOW - timedelta(days=days)).timestamp()
    os.utime(path, (moment, moment))


def test_a_film_is_kept_under_its_hash(tmp_path: Path) -> None:
    clips = ClipFiles(tmp_path / "clips")
    assert clips.keep(write) == NAME
    assert clips.path(NAME).read_bytes() == FILM
    assert [path.name for path in (tmp_path / "clips").iterdir()] == [f"{NAME}.avi"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    def full(path: Path) -> None:
        path.write_bytes(FILM[:4])
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        ClipFiles(tmp_path).keep(full)
    assert list(tmp_path.iterdir()) == []


def test_clips_are_deleted_after_their_time_and_not_before(tmp_path: Path) -> None:
    clips = ClipFiles(tmp_path)
    old, young = clips.path(clips.keep(write)), clips.path(clips.keep(write_another))
    aged(old, 31)
    aged(young, 29)
    assert clips.sweep(NOW - timedelta(days=30)) == 1
    assert (old.exists(), young.exists()) == (False, True)


def test_what_the_station_did_not_film_itself_is_never_deleted(tmp_path: Path) -> None:
    clips = ClipFiles(tmp_path)
    for name in ("customer.avi", "evidence.mp4", f"{'a' * 63}.avi", f"{NAME}.txt"):
        (tmp_path / name).write_bytes(b"not ours")
        aged(tmp_path / name, 400)
    assert clips.sweep(NOW) == 0
    assert len(list(tmp_path.iterdir())) == 4


def test_no_clips_no_sweep(tmp_path: Path) -> None:
    assert ClipFiles(tmp_path / "nowhere").sweep(NOW) == 0
