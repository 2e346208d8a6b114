"""What a long document is made of: blocks that know their height, and flow from page to page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageReader

from receiving_app.printing.page import BLACK, BOLD, CENTER, DEMI, MEDIUM, NORMAL, WHITE, Page
from receiving_app.printing.text import height_of

_GREY, _HAIR = QColor(0x55, 0x55, 0x55), QColor(0xBB, 0xBB, 0xBB)
_SMALL, _READ = 22, 25
_NAME_WIDTH = 330
_SIGN_WIDTH = 34
_MOST_PIXELS = 1600


class Block(Protocol):
    """A part of a document that stands on one page; `leads` says that what follows stands beneath it."""

    @property
    def leads(self) -> bool:
        """Whether it must not be the last one on a page."""

    def height(self, width: int) -> int:
        """Give how much room it needs in a column of this width."""

    def paint(self, page: Page, area: QRect) -> None:
        """Paint it on its area."""


@dataclass(frozen=True, slots=True)
class Section:
    """What the blocks after it are about."""

    title: str
    leads: bool = True

    def height(self, width: int) -> int:  # noqa: ARG002 - a block's signature
        return 104

    def paint(self, page: Page, area: QRect) -> None:
        page.line(QRect(area.left(), area.top() + 40, area.width(), 46), self.title, 36, BOLD)
        page.rule(area.left(), area.top() + 92, area.width(), 3)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text as long as it needs to be."""

    text: str
    size: int = _READ
    weight: QFont.Weight = NORMAL
    leads: bool = False

    def height(self, width: int) -> int:
        return height_of(self.text, self.size, self.weight, width) + 14

    def paint(self, page: Page, area: QRect) -> None:
        page.block(area.adjusted(0, 5, 0, -5), self.text, self.size, self.weight)


@dataclass(frozen=True, slots=True)
class Named:
    """A value beside its name."""

    name: str
    value: str
    leads: bool = False

    def height(self, width: int) -> int:
        return height_of(self.value, 27, DEMI, width - _NAME_WIDTH) + 12

    def paint(self, page: Page, area: QRect) -> None:
        page.line(QRect(area.left(), area.top() + 2, _NAME_WIDTH - 20, 34), self.name, _READ, ink=_GREY)
        page.block(area.adjusted(_NAME_WIDTH, 2, 0, -4), self.value, 27, DEMI)


@dataclass(frozen=True, slots=True)
class Stamp:
    """One word that nobody overlooks, and a sentence beside it."""

    word: str
    sentence: str
    leads: bool = False

    def height(self, width: int) -> int:
        return max(90, height_of(self.sentence, 30, DEMI, width - 290) + 30)

    def paint(self, page: Page, area: QRect) -> None:
        mark = QRect(area.left(), area.top() + 8, 260, 70)
        page.fill(mark)
        page.line(mark.adjusted(10, 0, -10, 0), self.word, 44, BOLD, align=CENTER, ink=WHITE)
        page.block(area.adjusted(290, 10, 0, -6), self.sentence, 30, DEMI)


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row; `shares` are the columns' parts of the width. What is marked has a sign before it."""

    cells: tuple[str, ...]
    shares: tuple[int, ...]
    marked: bool = False
    head: bool = False
    size: int = _SMALL

    @property
    def leads(self) -> bool:
        """Whether it names the columns of the rows that follow."""
        return self.head

    def height(self, width: int) -> int:
        sizes = zip(self.cells, self._columns(width), strict=True)
        return max(height_of(text, self.size, self._weight, room) for text, (_, room) in sizes) + 16

    def paint(self, page: Page, area: QRect) -> None:
        for text, (left, room) in zip(self.cells, self._columns(area.width()), strict=True):
            cell = QRect(area.left() + left, area.top() + 6, room, area.height() - 10)
            page.block(cell, text, self.size, self._weight)
        if self.marked:
            page.fill(QRect(area.left(), area.top() + 12, 16, 16))
        page.fill(QRect(area.left(), area.bottom(), area.width(), 2 if self.head else 1), BLACK if self.head else _HAIR)

    @property
    def _weight(self) -> QFont.Weight:
        return MEDIUM if self.head else DEMI if self.marked else NORMAL

    def _columns(self, width: int) -> list[tuple[int, int]]:
        room, left, columns = width - _SIGN_WIDTH, _SIGN_WIDTH, []
        for share in self.shares:
            wide = room * share // sum(self.shares)
            columns.append((left, wide - 18))
            left += wide
        return columns


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts over each other, character by character; those that differ are white on black."""

    names: tuple[str, str]
    texts: tuple[str, str]
    differs: tuple[tuple[bool, ...], tuple[bool, ...]]
    leads: bool = False

    def height(self, width: int) -> int:  # noqa: ARG002 - a block's signature
        return 130

    def paint(self, page: Page, area: QRect) -> None:
        longest = max(1, *(len(text) for text in self.texts))
        cell = min(38, (area.width() - _NAME_WIDTH) // longest)
        for index, (name, text, differs) in enumerate(zip(self.names, self.texts, self.differs, strict=True)):
            top = area.top() + 8 + index * 58
            page.line(QRect(area.left(), top, _NAME_WIDTH - 20, 50), name, _READ, ink=_GREY)
            for place, (character, differing) in enumerate(zip(text, differs, strict=True)):
                box = QRect(area.left() + _NAME_WIDTH + place * cell, top, cell, 50)
                if differing:
                    page.fill(box.adjusted(1, 0, -1, 0))
                ink = WHITE if differing else BLACK
                page.line(box, character, min(34, cell), DEMI, align=CENTER, ink=ink)


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture, from its file or its bytes, with what is to be said of it; without it, why it isn't here."""

    source: Path | bytes | None
    caption: str
    why_missing: str = ""


@dataclass(frozen=True, slots=True)
class Photos:
    """One large picture, or two beside each other."""

    pictures: tuple[Photo, ...]
    tall: int = 520
    leads: bool = field(default=False)

    def height(self, width: int) -> int:  # noqa: ARG002 - a block's signature
        return self.tall + 122

    def paint(self, page: Page, area: QRect) -> None:
        columns = max(2, len(self.pictures)) if len(self.pictures) > 1 or self.tall < 600 else 1
        wide = (area.width() - 30 * (columns - 1)) // columns
        for index, photo in enumerate(self.pictures):
            frame = QRect(area.left() + index * (wide + 30), area.top() + 10, wide, self.tall)
            image = _read(photo.source)
            if not image.isNull():
                page.picture(frame, image)
            else:
                page.frame(frame, 2)
                page.block(frame.adjusted(30, self.tall // 3, -30, -20), photo.why_missing, 28, DEMI)
            page.block(QRect(frame.left(), frame.bottom() + 8, wide, 96), photo.caption, _SMALL)


def _read(source: Path | bytes | None) -> QImage:
    """Read a picture as its camera was held, and no larger than print can show."""
    image = QImage()
    if isinstance(source, bytes):
        image.loadFromData(source)
    elif source is not None:
        reader = QImageReader(str(source))
        reader.setAutoTransform(True)
        image = reader.read()
    if image.width() > _MOST_PIXELS:
        image = image.scaledToWidth(_MOST_PIXELS, Qt.TransformationMode.SmoothTransformation)
    return image


def flow(blocks: Iterable[Block], width: int, first: range, others: range) -> list[list[tuple[Block, QRect]]]:
    """Share blocks among pages; the ranges say from where to where a page is filled. Areas begin at the left edge 0."""
    pages: list[list[tuple[Block, QRect]]] = [[]]
    room, top = first, first.start
    waiting: list[tuple[Block, int]] = []
    given = list(blocks)
    for index, block in enumerate(given):
        waiting.append((block, min(block.height(width), others.stop - others.start)))
        if block.leads and index + 1 < len(given):
            continue
        needed = sum(height for _, height in waiting)
        if top + needed > room.stop and pages[-1]:
            pages.append([])
            room, top = others, others.start
        for each, height in waiting:
            if top + height > room.stop and pages[-1]:
                pages.append([])
                room, top = others, others.start
            pages[-1].append((each, QRect(0, top, width, height)))
            top += height
        waiting = []
    return pages


def painters(pages: Sequence[Sequence[tuple[Block, QRect]]], left: int) -> list[Callable[[Page], None]]:
    """Give what paints each page's blocks from a left edge on."""
    return [partial(_paint, placed, left) for placed in pages]


def _paint(placed: Sequence[tuple[Block, QRect]], left: int, page: Page) -> None:
    for block, area in placed:
        block.paint(page, area.translated(left, 0))
