"""Photos made of frames and of picture files, and the time they carry."""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from PIL import ExifTags, Image

from receiving_app.scanning import frames
from receiving_app.scanning.frames import PictureError
from receiving_app.scanning.photo import Photo, PhotoForm
from tests.scanning.drawn_labels import code128, png, scene

TAKEN = datetime(2026, 11, 2, 20, 30, 15, 250_000, tzinfo=UTC)
CHICAGO = PhotoForm(800, ZoneInfo("America/Chicago"))


def times(jpeg: bytes) -> tuple[object, ...]:
    with Image.open(io.BytesIO(jpeg)) as picture:
        inner = picture.getexif().get_ifd(ExifTags.IFD.Exif)
    wanted = (ExifTags.Base.DateTimeOriginal, ExifTags.Base.SubsecTimeOriginal, ExifTags.Base.OffsetTimeOriginal)
    return tuple(inner.get(tag) for tag in wanted)


def size(jpeg: bytes) -> tuple[int, int]:
    height, width = frames.read_picture(jpeg).shape[:2]
    return width, height


def phone_picture(path: Path, *, orientation: int = 1, **tags: str) -> Path:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    for name, value in tags.items():
        inner[ExifTags.Base[name]] = value
    Image.new("RGB", (2000, 1000), "red").save(path, exif=exif)
    return path


def test_a_frame_is_shrunk_to_the_long_edge_and_carries_the_time_it_was_taken() -> None:
    photo = Photo.of_frame(scene(code128("RMA-12345678")), TAKEN, CHICAGO)
    assert size(photo.jpeg) == (800, 450)
    assert photo.taken_at == TAKEN
    assert times(photo.jpeg) == ("2026:11:02 14:30:15", "250000", "-06:00")


@pytest.mark.parametrize("shape", [(720, 1280, 3), (720, 1280), (1, 5000, 3), (5000, 1, 3)])
def test_a_picture_of_any_form_becomes_a_photo_no_longer_than_allowed(shape: tuple[int, ...]) -> None:
    photo = Photo.of_frame(np.full(shape, 90, dtype=np.uint8), TAKEN, CHICAGO)
    assert max(size(photo.jpeg)) <= 800


def test_a_small_frame_is_not_blown_up() -> None:
    photo = Photo.of_frame(np.zeros((30, 40, 3), dtype=np.uint8), TAKEN, CHICAGO)
    assert size(photo.jpeg) == (40, 30)


def test_colours_stay_what_they_were() -> None:
    blue = np.zeros((64, 64, 3), dtype=np.uint8)
    blue[..., 0] = 255  # OpenCV's order: blue, green, red
    with Image.open(io.BytesIO(Photo.of_frame(blue, TAKEN, CHICAGO).jpeg)) as picture:
        pixel = picture.convert("RGB").getpixel((32, 32))
    assert isinstance(pixel, tuple)
    red, green, blue_part = pixel
    assert blue_part > 200
    assert max(red, green) < 50


def test_a_phones_picture_keeps_its_own_time_and_stands_upright(tmp_path: Path) -> None:
    path = phone_picture(
        tmp_path / "phone.jpg",
        orientation=6,
        DateTimeOriginal="2026:11:01 09:10:11",
        OffsetTimeOriginal="+01:00",
    )
    photo = Photo.of_file(path, CHICAGO)
    assert photo.taken_at == datetime(2026, 11, 1, 9, 10, 11, tzinfo=timezone(timedelta(hours=1)))
    assert size(photo.jpeg) == (400, 800)


def test_a_picture_time_without_offset_is_the_sites(tmp_path: Path) -> None:
    path = phone_picture(tmp_path / "phone.jpg", DateTimeOriginal="2026:11:02 14:30:00")
    assert Photo.of_file(path, CHICAGO).taken_at == datetime(2026, 11, 2, 20, 30, tzinfo=UTC)


@pytest.mark.parametrize("said", ["0000:00:00 00:00:00", "yesterday", "2026:13:40 99:99:99", "0001:01:01 00:00:00", ""])
def test_a_time_that_makes_no_sense_is_the_files_instead(tmp_path: Path, said: str) -> None:
    path = phone_picture(tmp_path / "phone.jpg", DateTimeOriginal=said)
    os.utime(path, (TAKEN.timestamp(), TAKEN.timestamp()))
    assert Photo.of_file(path, CHICAGO).taken_at == TAKEN


def test_a_picture_without_any_time_has_its_files(tmp_path: Path) -> None:
    path = tmp_path / "shot.png"
    path.write_bytes(png(scene()))
    os.utime(path, (TAKEN.timestamp(), TAKEN.timestamp()))
    assert Photo.of_file(path, CHICAGO).taken_at == TAKEN


def test_a_picture_with_broken_exif_is_a_photo_all_the_same(tmp_path: Path) -> None:
    path = phone_picture(tmp_path / "phone.jpg", DateTimeOriginal="2026:11:02 14:30:00")
    content = bytearray(path.read_bytes())
    start = content.index(b"Exif\x00\x00") + 6
    content[start : start + 24] = b"\xff" * 24
    path.write_bytes(content)
    assert size(Photo.of_file(path, CHICAGO).jpeg) == (800, 400)


@pytest.mark.parametrize("content", [b"", b"no picture at all", b"\xff\xd8\xff\xe0 cut"])
def test_what_is_no_picture_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "note.jpg"
    path.write_bytes(content)
    with pytest.raises(PictureError, match=r"give a PNG or JPEG picture"):
        Photo.of_file(path, CHICAGO)
