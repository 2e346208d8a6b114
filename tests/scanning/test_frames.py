"""Pictures and captures: what they give, and the sentence when they give nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from receiving_app.scanning import frames
from receiving_app.scanning.frames import CameraGoneError, Capture, Gate, PictureError, VideoEndedError
from tests.scanning.drawn_labels import code128, png, scene, video


def test_a_picture_file_and_its_bytes_give_the_same_array(tmp_path: Path) -> None:
    path = tmp_path / "étiquette.png"
    path.write_bytes(png(scene()))
    assert np.array_equal(frames.read_picture(path), frames.read_picture(path.read_bytes()))


def test_a_label_saved_without_background_lies_on_white() -> None:
    bars = np.zeros((10, 10, 4), dtype=np.uint8)
    bars[:, ::2, 3] = 255
    picture = frames.read_picture(png(bars))
    assert picture[0, 0].tolist() == [0, 0, 0]
    assert picture[0, 1].tolist() == [255, 255, 255]


def test_sixteen_bit_pictures_become_eight_bit() -> None:
    packed = cv2.imencode(".png", np.array([[0, 65535]], dtype=np.uint16))[1].tobytes()
    assert frames.read_picture(packed)[0, :, 0].tolist() == [0, 255]


@pytest.mark.parametrize("content", [b"not a picture", b"\x89PNG\r\n\x1a\n", os.urandom(5000), b"%PDF-1.7"])
def test_bytes_that_are_no_picture_are_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(PictureError, match=r"^The picture is not a picture that can be read: give .*\.$"):
        frames.read_picture(content)


def test_half_a_picture_is_refused() -> None:
    whole = frames.encode_jpeg(scene(code128("RMA-12345678")))
    with pytest.raises(PictureError, match="is not a picture that can be read"):
        frames.read_picture(whole[: len(whole) // 2])


def test_what_is_no_picture_file_is_refused_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty.png").touch()
    monkeypatch.chdir(tmp_path.parent)
    given = Path(tmp_path.name)
    with pytest.raises(PictureError, match=r"is a folder: name the pictures in it\.$"):
        frames.read_picture(given)
    with pytest.raises(PictureError, match=f"^{re.escape(str(given / 'empty.png'))} is empty"):
        frames.read_picture(given / "empty.png")
    with pytest.raises(PictureError, match=f"^{re.escape(str(given / 'gone.png'))} does not exist: check the name\\.$"):
        frames.read_picture(given / "gone.png")


def test_a_picture_with_too_long_a_side_is_refused() -> None:
    packed = cv2.imencode(".png", np.full((2, frames.LARGEST_SIDE + 1), 255, dtype=np.uint8))[1].tobytes()
    with pytest.raises(PictureError, match="at most 65500 pixels a side"):
        frames.read_picture(packed)


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.jpg"
    with path.open("wb") as file:
        file.truncate(frames.LARGEST_FILE + 1)
    with pytest.raises(PictureError, match=r"too large: give a picture of at most 64 MB"):
        frames.read_picture(path)


def test_a_small_file_that_unpacks_to_a_huge_picture_is_refused() -> None:
    # OpenCV takes its limit when it is loaded, and these tests have loaded it themselves.
    program = (
        "from receiving_app.scanning import frames; import numpy, sys;"
        "bomb = numpy.zeros((10_001, 10_000), dtype=numpy.uint8);"
        "frames.read_picture(frames.opencv().imencode('.png', bomb)[1].tobytes())"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "PictureError: The picture is too large: give a picture of at most 100 megapixels." in run.stderr


def test_a_video_file_is_read_to_its_end_at_its_own_pace(tmp_path: Path) -> None:
    path = video(tmp_path / "dock.avi", [scene(brightness=level) for level in (60, 120, 180)], fps=25)
    with Capture(str(path)) as capture:
        levels = [round(float(capture.read().mean()), -1) for _ in range(3)]
        assert levels == [60, 120, 180]
        assert capture.interval_s == pytest.approx(0.04)
        with pytest.raises(VideoEndedError, match="has come to its end"):
            capture.read()


def test_numbered_pictures_are_a_camera_too(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"frame{n:02}.png").write_bytes(png(scene(brightness=50 + n)))
    with Capture(str(tmp_path / "frame%02d.png")) as capture:
        assert [capture.read()[0, 0, 0] for _ in range(3)] == [50, 51, 52]


@pytest.mark.parametrize("source", ["", ".", "no-such-file.avi", "no-such-%02d.png", __file__])
def test_what_is_no_video_is_said_in_one_sentence(source: str) -> None:
    with pytest.raises(CameraGoneError, match=r"cannot be opened as a video: check its name and that it is one\.$"):
        Capture(source)


def test_the_password_of_a_camera_is_not_told() -> None:
    with pytest.raises(CameraGoneError, match=r"^The camera at 127\.0\.0\.1 cannot be opened"):
        Capture("http://dock:secret@127.0.0.1:9/video.mjpg")


@pytest.mark.parametrize("source", [97, "97", "/dev/video97"])
def test_a_missing_camera_is_said_in_one_sentence(source: int | str) -> None:
    with pytest.raises(CameraGoneError, match=r"cannot be opened: check .*\.$"):
        Capture(source)


def test_the_gate_opens_for_a_label_and_closes_on_a_still_but_noisy_scene() -> None:
    random = np.random.default_rng(7)
    gate = Gate()

    def noisy(frame: frames.Frame) -> frames.Frame:
        noise = random.normal(0, 4, frame.shape[:2])
        return (frames.grey(frame) + noise).clip(0, 255).astype(np.uint8)

    empty, label = scene(), scene(code128("RMA-12345678"))
    assert gate.changed(noisy(empty))
    assert not any(gate.changed(noisy(empty)) for _ in range(20))
    assert gate.changed(noisy(label))
    assert not any(gate.changed(noisy(label)) for _ in range(20))


def test_a_covered_lens_is_black_and_a_dim_label_is_not() -> None:
    assert frames.is_black(np.full((720, 1280), 9, dtype=np.uint8))
    assert not frames.is_black(frames.grey(scene(brightness=40)))
