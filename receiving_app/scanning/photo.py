"""A frame or a picture file as a photo: a JPEG no larger than the policy says, with the original's time in it."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from receiving_app.scanning import frames

if TYPE_CHECKING:
    from PIL.Image import Exif

    from receiving_app.scanning.frames import Frame

_QUALITY = 85  # per cent; print on a label stays sharp, and a photo of 1600 pixels stays under half a megabyte
_FIRST_YEAR = 1990  # no camera wrote a time before; a clock that was never set says 1970 or less
_EXIF_TIME = "%Y:%m:%d %H:%M:%S"


@dataclass(frozen=True, slots=True)
class PhotoForm:
    """How large a photo may be, in pixels of its longer side, and the time zone that its time is written in."""

    long_edge: int
    zone: tzinfo = UTC


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG file's bytes, and when the picture was taken."""

    jpeg: bytes
    taken_at: datetime

    @classmethod
    def of_frame(cls, frame: Frame, taken_at: datetime, form: PhotoForm) -> Photo:
        """Make a photo of a camera's frame."""
        return cls(_packed(frames.shrunk(frame, form.long_edge), taken_at.astimezone(form.zone)), taken_at)

    @classmethod
    def of_file(cls, path: Path, form: PhotoForm) -> Photo:
        """Make a photo of a picture file, upright, with its own time, else its file's; raise `PictureError`."""
        frame = frames.read_picture(path)
        taken_at = _time_in(path, form.zone) or datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return cls.of_frame(frame, taken_at, form)


def _packed(frame: Frame, taken_at: datetime) -> bytes:
    from PIL import ExifTags, Image  # noqa: PLC0415 - only where a photo is taken; it would slow the start

    exif = Image.Exif()
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    inner[ExifTags.Base.DateTimeOriginal] = taken_at.strftime(_EXIF_TIME)
    inner[ExifTags.Base.SubsecTimeOriginal] = f"{taken_at.microsecond:06}"
    inner[ExifTags.Base.OffsetTimeOriginal] = taken_at.isoformat()[-6:]
    file = io.BytesIO()
    picture = Image.fromarray(frame if frame.ndim == 2 else frame[..., ::-1])  # OpenCV's blue comes first
    picture.save(file, "JPEG", quality=_QUALITY, exif=exif)
    return file.getvalue()


def _time_in(path: Path, zone: tzinfo) -> datetime | None:
    """Give the time that a picture carries; without an offset it is the site's."""
    from PIL import ExifTags, Image  # noqa: PLC0415 - likewise

    try:
        with Image.open(path) as picture:
            exif = picture.getexif()
            inner = exif.get_ifd(ExifTags.IFD.Exif)
            said = _time(exif, inner, zone)
            return said if said is not None and said.year >= _FIRST_YEAR else None
    except (OSError, ValueError, OverflowError, SyntaxError, Image.DecompressionBombError, struct.error):
        return None  # whatever a file holds where its time should be, the picture itself is good


def _time(exif: Exif, inner: dict[int, object], zone: tzinfo) -> datetime | None:
    from PIL import ExifTags  # noqa: PLC0415 - likewise

    said = inner.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    if not isinstance(said, str):
        return None
    offset = inner.get(ExifTags.Base.OffsetTimeOriginal)
    if isinstance(offset, str) and offset.strip():
        return datetime.strptime(f"{said} {offset.strip()}", f"{_EXIF_TIME} %z").astimezone(UTC)
    return datetime.strptime(said, _EXIF_TIME).replace(tzinfo=zone).astimezone(UTC)
