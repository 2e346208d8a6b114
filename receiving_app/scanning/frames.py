"""Pictures and moving pictures as arrays."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from receiving_app.scanning.opencv import opencv

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Frame = npt.NDArray[np.uint8]

LARGEST_FILE = 64 * 2**20  # bytes
LARGEST_SIDE = 65_500  # pixels; JPEG ends there, and the decoder soon after
_FILM_QUALITY = 70  # per cent


class PictureError(ValueError):
    """The file or bytes cannot be used as a picture; the message is one sentence for people."""


class CameraGoneError(OSError):
    """The camera cannot be opened or gives no more frames; the message is one sentence for people."""


class VideoEndedError(CameraGoneError):
    """A video file has been shown to its end."""


@dataclass(frozen=True, slots=True)
class CaptureSettings:
    """What to ask of a camera, and how long to wait for it."""

    width: int = 1280
    height: int = 720
    open_timeout_ms: int = 4000
    read_timeout_ms: int = 2000
    bad_reads: int = 5  # so many in a row and the camera is gone


class Capture:
    """An open camera (number or device path), stream address, video file or image sequence."""

    def __init__(self, source: int | str, settings: CaptureSettings | None = None) -> None:
        self._settings = settings or CaptureSettings()
        self._source = int(source) if isinstance(source, str) and source.isdecimal() else source
        self._read_once = False
        self._handle = _opened(self._source, self._settings)
        if not self._handle.isOpened():
            self._handle.release()
            raise CameraGoneError(_not_opened(self._source))
        fps = self._handle.get(opencv().CAP_PROP_FPS)
        #: Seconds from one frame of a video file to the next; a live camera sets its own pace.
        self.interval_s = 1 / fps if _is_file(self._source) and 1 <= fps <= 240 else 0.0

    def read(self) -> Frame:
        """Wait for the next frame, as BGR or grey; raise CameraGoneError when there will be none."""
        for _ in range(self._settings.bad_reads):
            fine, frame = self._handle.read()
            if fine and frame is not None and frame.size:
                self._read_once = True
                return _eight_bit(frame)
        if self._read_once and _is_file(self._source):
            raise VideoEndedError(f"{self._source} has come to its end.")
        raise CameraGoneError(f"{_named(self._source)} gives no picture: check its cable and its power.")

    def close(self) -> None:
        """Let the camera go."""
        self._handle.release()

    def __enter__(self) -> Capture:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Gate:
    """Says whether a scene has changed since the frame it last let through."""

    _CELL = 8  # pixels; averaging that many takes a camera's noise away
    _STEP = 6.0  # grey levels by which a cell must differ
    _CELLS = 3  # cells that must differ

    def __init__(self) -> None:
        self._last: npt.NDArray[np.int16] | None = None

    def changed(self, grey: Frame) -> bool:
        """Compare with the last changed frame and remember this one if it differs."""
        cv2 = opencv()
        size = (max(1, grey.shape[1] // self._CELL), max(1, grey.shape[0] // self._CELL))
        small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
        if self._last is not None and self._last.shape == small.shape:
            differing = cv2.absdiff(small, self._last) > self._STEP
            if int(differing.sum()) < self._CELLS:
                return False
        self._last = small
        return True


def read_picture(source: str | os.PathLike[str] | bytes) -> Frame:
    """Read a picture file, or the bytes of one, as BGR; raise PictureError with one clear sentence."""
    name, content = _content(source)
    if not content:
        raise PictureError(f"{name} is empty: give a PNG or JPEG picture.")
    cv2 = opencv()
    import numpy as np  # noqa: PLC0415 - only where pictures are read; it would slow the start

    coded = np.frombuffer(content, dtype=np.uint8)
    try:
        picture = cv2.imdecode(coded, cv2.IMREAD_UNCHANGED)
        if picture is not None and (picture.ndim != 3 or picture.shape[2] != 4):
            picture = cv2.imdecode(coded, cv2.IMREAD_COLOR)  # turned upright as its EXIF data says
    except cv2.error as error:
        if "pixels" in str(error).lower():
            raise PictureError(f"{name} is too large: give a picture of at most 100 megapixels.") from error
        picture = None
    if picture is None or not picture.size:
        raise PictureError(f"{name} is not a picture that can be read: give a PNG or JPEG picture.")
    if max(picture.shape[:2]) > LARGEST_SIDE:
        raise PictureError(f"{name} is too large: give a picture of at most {LARGEST_SIDE} pixels a side.")
    return _on_white(_eight_bit(picture))


def encode_jpeg(frame: Frame, quality: int = 90) -> bytes:
    """Pack a frame as a JPEG file's bytes."""
    cv2 = opencv()
    _, packed = cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return bytes(packed)


def write_film(path: Path, jpegs: Sequence[bytes], frames_a_second: float) -> None:
    """Write JPEG frames as a motion-JPEG film (.avi), which every player shows; raise `OSError` where it can't be."""
    cv2 = opencv()
    first = read_picture(jpegs[0])
    size = (first.shape[1], first.shape[0])
    writer = cv2.VideoWriter(str(path), cv2.CAP_OPENCV_MJPEG, cv2.VideoWriter.fourcc(*"MJPG"), frames_a_second, size)
    try:
        writer.set(cv2.VIDEOWRITER_PROP_QUALITY, _FILM_QUALITY)
        for jpeg in jpegs:
            frame = read_picture(jpeg)
            writer.write(frame if frame.shape == first.shape else cv2.resize(frame, size))
    finally:
        writer.release()
    # A full disk is no error to OpenCV.
    written = cv2.VideoCapture(str(path), cv2.CAP_OPENCV_MJPEG)
    whole = written.isOpened() and int(written.get(cv2.CAP_PROP_FRAME_COUNT)) == len(jpegs)
    written.release()
    if not whole:
        raise OSError(f"the film {path} could not be written whole")


def shrunk(frame: Frame, long_edge: int) -> Frame:
    """Give a picture whose longer side is so many pixels at most; a smaller one stays as it is."""
    height, width = frame.shape[:2]
    factor = long_edge / max(height, width)
    if factor >= 1:
        return frame
    cv2 = opencv()
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    small: Frame = cv2.resize(frame, size, interpolation=cv2.INTER_AREA)
    return small


def grey(frame: Frame) -> Frame:
    """Give the frame's brightness alone."""
    if frame.ndim == 2:
        return frame
    cv2 = opencv()
    grey_frame: Frame = cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY)
    return grey_frame


def is_black(grey_frame: Frame) -> bool:
    """Say whether the picture shows nothing: a covered lens or a dark room."""
    sample = grey_frame[::8, ::8]
    return bool(sample.max() < 24)


def _opened(source: int | str, settings: CaptureSettings) -> Any:
    cv2 = opencv()
    timeouts = [
        cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
        settings.open_timeout_ms,
        cv2.CAP_PROP_READ_TIMEOUT_MSEC,
        settings.read_timeout_ms,
    ]
    if isinstance(source, str) and "://" in source:
        # Time-outs count only when given at opening; setting them later does nothing.
        return cv2.VideoCapture(source, cv2.CAP_FFMPEG, timeouts)
    if _is_file(source):
        return cv2.VideoCapture(source)
    camera = cv2.VideoCapture(source)
    # Asked for afterwards: a camera that has no such size opens all the same. Uncompressed, many give 10 a second.
    camera.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    camera.set(cv2.CAP_PROP_FRAME_WIDTH, settings.width)
    camera.set(cv2.CAP_PROP_FRAME_HEIGHT, settings.height)
    camera.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return camera


def _is_file(source: int | str) -> bool:
    return isinstance(source, str) and "://" not in source and not source.startswith("/dev/")


def _named(source: int | str) -> str:
    if isinstance(source, int):
        return f"Camera {source}"
    if "://" in source:
        return f"The camera at {urlsplit(source).hostname}"  # the address may hold a password
    return f"The camera {source}"


def _not_opened(source: int | str) -> str:
    if _is_file(source):
        return f"{source} cannot be opened as a video: check its name and that it is one."
    return f"{_named(source)} cannot be opened: check that it is plugged in and that no other program uses it."


def _content(source: str | os.PathLike[str] | bytes) -> tuple[str, bytes]:
    if isinstance(source, bytes):
        name, size, read = "The picture", len(source), lambda: source
    else:
        path = Path(source)
        name, size, read = str(path), _size_of(path), path.read_bytes
    if size > LARGEST_FILE:
        raise PictureError(f"{name} is too large: give a picture of at most {LARGEST_FILE // 2**20} MB.")
    return name, _read(name, read)


def _size_of(path: Path) -> int:
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise PictureError(f"{path} does not exist: check the name.") from error
    except (OSError, ValueError) as error:
        raise PictureError(f"{path} cannot be read: check that you may open it.") from error
    if stat.S_ISDIR(found.st_mode):
        raise PictureError(f"{path} is a folder: name the pictures in it.")
    if not stat.S_ISREG(found.st_mode):  # a device or a pipe may never end
        raise PictureError(f"{path} is not a file: give a PNG or JPEG picture.")
    return found.st_size


def _read(name: str, read: Callable[[], bytes]) -> bytes:
    try:
        return read()
    except OSError as error:
        raise PictureError(f"{name} cannot be read: check that you may open it.") from error


def _eight_bit(picture: Any) -> Frame:
    if picture.dtype == "uint8":
        frame: Frame = picture
        return frame
    cv2 = opencv()
    scaled: Frame = cv2.normalize(picture, None, 0, 255, cv2.NORM_MINMAX, dtype=cv2.CV_8U)
    return scaled


def _on_white(picture: Frame) -> Frame:
    # A label saved without a background is black bars on nothing, and nothing is stored as black.
    if picture.ndim != 3 or picture.shape[2] != 4:
        return picture
    shown = picture[..., 3:].astype("uint16")
    flat: Frame = ((picture[..., :3] * shown + 255 * (255 - shown)) // 255).astype("uint8")
    return flat
