"""The last seconds of a camera, in bounded memory."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from receiving_app.scanning import frames
from receiving_app.scanning.recent import FRAMES_A_SECOND, LONG_EDGE, RecentFrames
from tests.scanning.drawn_labels import Frame, scene

BEGAN = datetime(2026, 11, 2, 20, 30, tzinfo=UTC)


def see(recent: RecentFrames, seconds: float, frame: Frame, fps: int = 30) -> None:
    for number in range(round(seconds * fps)):
        recent.see(frame, BEGAN + timedelta(seconds=number / fps), number / fps)


def noise(seed: int = 1) -> Frame:
    return np.random.default_rng(seed).integers(0, 255, (360, 640, 3), dtype=np.uint8)


def test_only_the_last_seconds_are_held_at_a_films_pace() -> None:
    recent = RecentFrames(5, 2**26)
    see(recent, 60, scene())
    footage = recent.footage()
    assert footage is not None
    assert timedelta(seconds=4.7) <= footage.lasted <= timedelta(seconds=5)
    assert len(footage.jpegs) <= 5 * FRAMES_A_SECOND + 1
    assert footage.began_at >= BEGAN + timedelta(seconds=54.9)
    assert 0.7 * FRAMES_A_SECOND <= footage.frames_a_second <= FRAMES_A_SECOND


def test_ten_minutes_of_the_worst_pictures_stay_within_the_bytes_allowed() -> None:
    recent = RecentFrames(60, 2**20)
    frame, most = noise(), 0
    for number in range(10 * 60 * FRAMES_A_SECOND):
        recent.see(frame, BEGAN, number / FRAMES_A_SECOND)
        most = max(most, recent.size)
    assert 2**19 < most <= 2**20
    footage = recent.footage()
    assert footage is not None
    assert sum(map(len, footage.jpegs)) == recent.size


def test_frames_are_held_small() -> None:
    recent = RecentFrames(5, 2**26)
    see(recent, 1, scene())
    footage = recent.footage()
    assert footage is not None
    assert max(frames.read_picture(footage.jpegs[0]).shape) == LONG_EDGE


def test_one_frame_is_no_film() -> None:
    recent = RecentFrames(5, 2**26)
    assert recent.footage() is None
    recent.see(scene(), BEGAN, 0)
    assert recent.footage() is None


def test_a_film_is_played_back_with_all_its_frames_in_its_own_time(tmp_path: Path) -> None:
    recent = RecentFrames(3, 2**26)
    see(recent, 3, scene())
    footage = recent.footage()
    assert footage is not None
    path = tmp_path / "clip.avi"
    frames.write_film(path, footage.jpegs, footage.frames_a_second)
    with frames.Capture(str(path)) as film:
        assert film.interval_s == pytest.approx(1 / footage.frames_a_second, rel=0.02)
        assert {film.read().shape for _ in footage.jpegs} == {(360, 640, 3)}
        with pytest.raises(frames.VideoEndedError):
            film.read()


def test_frames_of_another_camera_fit_into_the_same_film(tmp_path: Path) -> None:
    jpegs = [frames.encode_jpeg(scene()), frames.encode_jpeg(noise())]
    frames.write_film(tmp_path / "clip.avi", jpegs, 10)
    with frames.Capture(str(tmp_path / "clip.avi")) as film:
        assert [film.read().shape for _ in jpegs] == [(720, 1280, 3)] * 2


def test_a_film_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="could not be written whole"):
        frames.write_film(tmp_path / "no-folder" / "clip.avi", [frames.encode_jpeg(noise())] * 2, 10)
