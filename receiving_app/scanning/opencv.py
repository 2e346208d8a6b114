"""The one way to OpenCV: imported when first asked for, and kept from touching what is Qt's."""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

LARGEST_PICTURE = 100_000_000  # pixels; more than that is a decompression bomb, not a photograph
_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")


@cache
def opencv() -> ModuleType:
    """Give the module."""
    # The limit is read once, at the first picture; OpenCV's own is ten times that.
    os.environ.setdefault("OPENCV_IO_MAX_IMAGE_PIXELS", str(LARGEST_PICTURE))
    os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")  # what fails is said by our own sentences
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
    os.environ.setdefault("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2")  # seconds; 10 of its own
    with _qt_environment_kept():
        import cv2  # noqa: PLC0415 - 0.2 s that only a camera or a picture is worth
    return cv2


@contextmanager
def _qt_environment_kept() -> Iterator[None]:
    # The wheel with windows of its own points Qt's plugin paths at its Qt 5.
    before = {name: os.environ.get(name) for name in _QT_VARIABLES}
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
