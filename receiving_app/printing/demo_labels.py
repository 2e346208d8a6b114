"""Draws the demo's label pictures, each a label on a cardboard box as a camera sees it.

`python -m receiving_app.printing.demo_labels` reads `resources/demo/labels.json` and writes the pictures beside it.
Light, turn and grain come from the file's name, so that a picture stays the same until its label changes.
"""

from __future__ import annotations

import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QImage,
    QLinearGradient,
    QPainter,
    QPen,
    QPolygonF,
    QRadialGradient,
    QTransform,
)

import resources
from receiving_app.printing.barcode import paint_code128, paint_qr
from resources import fonts

PICTURE = QSize(1280, 720)
_PAPER = QSize(1000, 640)
_MARGIN = 32
_QR_SIDE = 232
_INK = QColor("#15171a")


@dataclass(frozen=True, slots=True)
class Code:
    """A bar code on a demo label."""

    symbology: str
    text: str


@dataclass(frozen=True, slots=True)
class DemoLabel:
    """What a demo label shows and which file its picture is."""

    file: str
    codes: tuple[Code, ...]
    lines: tuple[str, ...]


def read_list(source: Path) -> tuple[DemoLabel, ...]:
    """The labels that a list names."""
    entries = json.loads(source.read_text(encoding="utf-8"))
    return tuple(
        DemoLabel(
            entry["file"],
            tuple(Code(code["symbology"], code["text"]) for code in entry["codes"]),
            tuple(entry["print"]),
        )
        for entry in entries
    )


def draw(label: DemoLabel) -> QImage:
    """The label's picture, 1280 by 720; ValueError for a bar code that cannot be drawn."""
    dice = random.Random(label.file)  # noqa: S311 - the same picture every time is what is wanted
    paper = _paper(label)
    image = QImage(PICTURE, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        _paint_box(painter, dice)
        _paint_paper(painter, paper, dice)
        _paint_light(painter, dice)
    return image


def write(folder: Path) -> None:
    """Draw every label of the folder's list into the folder; OSError when a picture cannot be written."""
    for label in read_list(folder / "labels.json"):
        target = folder / label.file
        if not _few_shades(draw(label)).save(str(target)):
            raise OSError(f"{target} cannot be written.")


def _paper(label: DemoLabel) -> QImage:
    """The label lying flat, a pixel a printer dot."""
    image = QImage(_PAPER, QImage.Format.Format_RGB32)
    image.fill(QColor("#f7f5f0"))
    squares = [code for code in label.codes if code.symbology == "qr"]
    bars = [code for code in label.codes if code.symbology == "code128"]
    if len(squares) + len(bars) < len(label.codes):
        raise ValueError(f"{label.file}: only qr and code128 can be drawn.")
    with QPainter(image) as painter:
        painter.setPen(_INK)
        for index, code in enumerate(squares):
            left = _PAPER.width() - (index + 1) * (_QR_SIDE + 8)
            paint_qr(painter, code.text, QRect(left, 8, _QR_SIDE, _QR_SIDE))
        foot = _paint_bars(painter, bars)
        width = _PAPER.width() - 2 * _MARGIN - len(squares) * (_QR_SIDE + 8)
        _set_lines(painter, label.lines, QRect(_MARGIN, 20, width, foot - 32))
    return image


def _paint_bars(painter: QPainter, bars: list[Code]) -> int:
    """Stack the bar codes at the foot, text below each or, when there are many, beside it; return where they begin."""
    crowded = len(bars) > 2
    row = min(112, 384 // len(bars)) if crowded else 150
    height = row - (14 if crowded else 44)
    top = foot = _PAPER.height() - 12 - len(bars) * row
    painter.setFont(_font(20 if crowded else 24, QFont.Weight.Medium))
    for code in bars:
        width = 720 if crowded else _PAPER.width() - 2 * _MARGIN
        covered = paint_code128(painter, code.text, QRect(_MARGIN, top, width, height))
        beside = QRect(covered.right(), top, _PAPER.width() - covered.right(), height)
        below = QRect(_MARGIN + 40, covered.bottom() + 2, width, 34)
        painter.drawText(beside if crowded else below, Qt.AlignmentFlag.AlignVCenter, code.text)
        top += row
    return foot


def _set_lines(painter: QPainter, lines: tuple[str, ...], area: QRect) -> None:
    """Set who sends small and all from "TO:" on as large as fits."""
    to = next((index for index, line in enumerate(lines) if line.startswith("TO:")), 0)
    small = QRect(area.left(), area.top(), area.width(), to * 28)
    _set_block(painter, lines[:to], small, QFont.Weight.Normal)
    _set_block(painter, lines[to:], area.adjusted(0, small.height() + 4, 0, 0), QFont.Weight.DemiBold)


def _set_block(painter: QPainter, lines: tuple[str, ...], area: QRect, weight: QFont.Weight) -> None:
    if not lines:
        return
    step = min(58, area.height() // len(lines))
    font = _font(round(step * 0.76), weight)
    widest = max(QFontMetrics(font).horizontalAdvance(line) for line in lines)
    if widest > area.width():
        font.setPixelSize(font.pixelSize() * area.width() // widest)
    painter.setFont(font)
    for index, line in enumerate(lines):
        row = QRect(area.left(), area.top() + index * step, area.width(), step)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line)


def _font(size: int, weight: QFont.Weight) -> QFont:
    font = QFont(fonts.load())
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def _paint_box(painter: QPainter, dice: random.Random) -> None:
    """The table, and on it the top of a carton with its flutes and a strip of tape."""
    whole = QRectF(0, 0, PICTURE.width(), PICTURE.height())
    table = QLinearGradient(whole.topLeft(), whole.bottomLeft())
    table.setColorAt(0, QColor("#4a4d50"))
    table.setColorAt(1, QColor("#2f3134"))
    painter.fillRect(whole, table)
    tilt = dice.uniform(-12, 12)
    top = QPolygonF([QPointF(70, 16 + tilt), QPointF(1214, 16 - tilt), QPointF(1268, 712), QPointF(10, 712)])
    cardboard = QLinearGradient(top.at(0), top.at(2))
    cardboard.setColorAt(0, QColor(190 + dice.randrange(8), 152, 106))
    cardboard.setColorAt(1, QColor(164 + dice.randrange(8), 126, 84))
    painter.setPen(QPen(QColor("#7d5d3a"), 3))
    painter.setBrush(QBrush(cardboard))
    painter.drawPolygon(top)
    painter.setPen(QPen(QColor(120, 86, 50, 26), 2))
    for flute in range(30, 710, 9):
        painter.drawLine(QPointF(24, flute), QPointF(1256, flute + dice.uniform(-2, 2)))
    tape = dice.uniform(150, 1000)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(232, 205, 150, 105))
    painter.drawPolygon([QPointF(tape, 18), QPointF(tape + 130, 18), QPointF(tape + 142, 711), QPointF(tape - 8, 711)])


def _paint_paper(painter: QPainter, paper: QImage, dice: random.Random) -> None:
    """The label on the box: a few degrees askew, a little nearer at one side, with its shadow."""
    flat = QPolygonF(QRectF(0, 0, paper.width(), paper.height()))
    flat.removeLast()
    squeeze = dice.uniform(0, 26)
    lying = QTransform()
    lying.translate(PICTURE.width() / 2 + dice.uniform(-24, 24), PICTURE.height() / 2 + dice.uniform(-6, 6))
    lying.rotate(dice.uniform(-3.5, 3.5))
    half_width, half_height = paper.width() * 0.47, paper.height() * 0.47
    corners = QPolygonF(
        [
            QPointF(-half_width + squeeze, -half_height),
            QPointF(half_width - squeeze, -half_height),
            QPointF(half_width, half_height),
            QPointF(-half_width, half_height),
        ]
    )
    view = QTransform()
    QTransform.quadToQuad(flat, lying.map(corners), view)
    painter.save()
    painter.setTransform(view)
    painter.setPen(Qt.PenStyle.NoPen)
    for spread in (12, 8, 4):
        painter.setBrush(QColor(40, 24, 8, 40))
        painter.drawRoundedRect(QRectF(paper.rect()).adjusted(-2, 0, spread / 2, spread), 6, 6)
    painter.drawImage(0, 0, paper)
    painter.restore()


def _paint_light(painter: QPainter, dice: random.Random) -> None:
    """A lamp above one side, darker away from it, and the grain of a small camera."""
    whole = QRectF(0, 0, PICTURE.width(), PICTURE.height())
    lamp = QRadialGradient(QPointF(dice.uniform(300, 980), dice.uniform(80, 400)), 980)
    lamp.setColorAt(0.3, QColor(0, 0, 0, 0))
    lamp.setColorAt(1, QColor(0, 0, 0, 96))
    painter.fillRect(whole, lamp)
    grain = QImage(128, 128, QImage.Format.Format_ARGB32)
    grain.fill(Qt.GlobalColor.transparent)
    for _ in range(grain.width() * grain.height() // 30):  # a PNG of denser grain is several times as large
        light = dice.choice((0, 255))
        spot = QPoint(dice.randrange(grain.width()), dice.randrange(grain.height()))
        grain.setPixelColor(spot, QColor(light, light, light, dice.randrange(18)))
    painter.fillRect(whole, QBrush(grain))


def _few_shades(picture: QImage) -> QImage:
    """The picture in shades of paper and of cardboard alone: in full colour its file would be seven times as large."""
    paper = [QColor(step, round(step * 0.985), round(step * 0.955)).rgb() for step in range(0, 256, 6)]
    cardboard = [QColor(step, round(step * 0.775), round(step * 0.535)).rgb() for step in range(40, 214, 4)]
    flags = Qt.ImageConversionFlag.ThresholdDither  # the nearest shade; scattered dots would be grain again
    return picture.convertToFormat(QImage.Format.Format_Indexed8, paper + cardboard, flags)


if __name__ == "__main__":
    application = QGuiApplication(sys.argv)
    write(resources.path("demo"))
