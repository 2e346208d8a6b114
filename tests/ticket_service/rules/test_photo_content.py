"""A photo is what its bytes say, whatever it is called."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ticket_service.rules.photo_content import MOST_BYTES, media_type


def picture(kind: str, **options: object) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(content, kind, **options)
    return content.getvalue()


def png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    end = struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk)) + end


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (picture("JPEG"), "image/jpeg"),
        (picture("JPEG", progressive=True, quality=95), "image/jpeg"),
        (picture("JPEG", exif=b"Exif\0\0" + b"\1" * 900), "image/jpeg"),
        (picture("JPEG") + b"a telephone's remark", "image/jpeg"),
        (picture("PNG"), "image/png"),
    ],
)
def test_photos_are_known_by_their_content(content: bytes, kind: str) -> None:
    assert media_type(content) == kind


@pytest.mark.parametrize(
    "content",
    [picture("GIF"), picture("BMP"), picture("JPEG")[:-200], picture("PNG")[:-4], b"<html>", b"\xff\xd8\xff\xd9", b""],
)
def test_what_is_no_whole_photo_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no complete JPEG or PNG"):
        media_type(content)


@pytest.mark.parametrize("size", [(100_000, 10), (0, 10)])
def test_a_picture_of_an_absurd_size_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="pixels"):
        media_type(png(*size))


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 10 MB"):
        media_type(picture("JPEG") + b"\0" * MOST_BYTES)


@given(st.binary(max_size=300), st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"]))
def test_any_bytes_are_answered(content: bytes, start: bytes) -> None:
    with suppress(ValueError):
        assert media_type(start + content) in {"image/jpeg", "image/png"}
