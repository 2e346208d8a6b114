"""A film as one picture: its moments side by side, from the first to the last."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from receiving_app.queries.photos import PhotoTrouble
from receiving_app.scanning.frames import Capture, VideoEndedError, encode_jpeg

if TYPE_CHECKING:
    from receiving_app.scanning.frames import Frame

#: So many moments across and down.
_ACROSS = 3
_GAP = 8  # pixels


def moments(path: Path, name: str, room: QSize) -> QImage | PhotoTrouble:
    """Draw a film's moments into so much room, or say why they can't be shown; `name` is its SHA-256 (hex)."""
    try:
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != name:
                return PhotoTrouble.FILM_DAMAGED
        many = sum(1 for _ in _frames(path))
        picked = {round(place * (many - 1) / (_ACROSS**2 - 1)) for place in range(_ACROSS**2)}
        chosen = [QImage.fromData(encode_jpeg(frame)) for n, frame in enumerate(_frames(path)) if n in picked]
    except FileNotFoundError:
        return PhotoTrouble.FILM_GONE
    except (OSError, ValueError):
        return PhotoTrouble.FILM_UNREADABLE
    return _side_by_side(chosen, room) if chosen else PhotoTrouble.FILM_UNREADABLE


def _frames(path: Path) -> Iterator[Frame]:
    """Give a film's pictures; raise `OSError` where it can't be decoded."""
    with Capture(str(path)) as film:
        try:
            while True:
                yield film.read()
        except VideoEndedError:
            return


def _side_by_side(pictures: list[QImage], room: QSize) -> QImage:
    across = min(_ACROSS, len(pictures))
    down = -(-len(pictures) // across)
    each = (
        pictures[0]
        .size()
        .scaled(
            (room.width() - _GAP * (across - 1)) // across,
            (room.height() - _GAP * (down - 1)) // down,
            Qt.AspectRatioMode.KeepAspectRatio,
        )
    )
    step = each + QSize(_GAP, _GAP)
    sheet = QImage(step.width() * across - _GAP, step.height() * down - _GAP, QImage.Format.Format_RGB888)
    sheet.fill(Qt.GlobalColor.black)
    with QPainter(sheet) as painter:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, picture in enumerate(pictures):
            corner = QPoint(place % across * step.width(), place // across * step.height())
            painter.drawImage(QRect(corner, each), picture)
    return sheet
