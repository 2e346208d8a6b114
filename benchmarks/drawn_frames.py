"""Shipping labels drawn into camera frames, by the ranges of drawn_frames.toml: the same seed, the same frame."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import segno
from barcode import Code128
from PIL import Image, ImageDraw, ImageFont

import resources
from receiving_app.domain.rma_number import mod_11_10

if TYPE_CHECKING:
    import numpy.typing as npt

    from receiving_app.scanning.frames import Frame

    Points = npt.NDArray[np.float32]

RANGES = Path(__file__).with_suffix(".toml")
#: The label is drawn larger than it is shown, so that its bars fall on any part of a pixel.
_MODULE = 6
_LABEL = (1500, 1150)
_BARS_AT = (100, 560, 170)  # left, top and height of the RMA number's bars
_FILM_SIZE = (1280, 720)
_FILM_FRAMES = 45
_NAMES = ("Prairie Fleet Safety", "Harborline Security", "Mile High Fleet", "Great Plains Driver Safety")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A frame, the part it belongs to, and the texts that stand on its label, the RMA number first."""

    part: str
    frame: Frame
    texts: tuple[str, ...]


def drawn_frames(half: int, share: float = 1.0) -> Iterator[Drawn]:
    """Draw one half: 0 to tune on, 1 to report; of each part the share."""
    ranges = tomllib.loads(RANGES.read_text("utf-8"))
    for n, (part, own) in enumerate(ranges["parts"].items()):
        for k in range(round(own["count"] * share)):
            yield _drawn(part, ranges["every"] | own, np.random.default_rng([n, 2 * k + half]))


@dataclass(frozen=True, slots=True)
class Film:
    """Frames of a camera at 1280 by 720, and the RMA number on the label that they show, if any."""

    frames: tuple[Frame, ...]
    number: str = ""


def presentation(seed: int) -> Film:
    """Draw a label held into the picture for a second and a half, by a hand that slows down: any rotation."""
    chance = np.random.default_rng([100, seed])
    body = f"{chance.integers(1, 10**7):07}"
    number = f"RMA-{body}{mod_11_10(body)}"
    label, bars = _label(number, f"1Z{chance.integers(10**15, 10**16)}", chance, with_qr=False)
    behind, size = _background(_FILM_SIZE, chance), _FILM_SIZE
    turned = (float(chance.uniform(0, 360)), float(chance.uniform(0, 0.1)))
    place = _placed(bars, size, float(chance.uniform(2.0, 2.6)) / _MODULE, turned, chance)
    way = chance.normal(0, 1, 2)
    frames = []
    for n in range(_FILM_FRAMES):
        pace = 40 * np.exp(-n / 5) + 0.6  # pixels a frame: a hand is never quite still
        shift = way * 8 * pace * 0.2 + chance.normal(0, 0.6, 2)
        moved = np.array([[1, 0, shift[0]], [0, 1, shift[1]], [0, 0, 1]]) @ place
        mask = cv2.warpPerspective(np.full_like(label, 255), moved, size, flags=cv2.INTER_AREA)
        frame = np.where(mask > 127, _sensor(label, moved, size), behind).astype(np.uint8)
        frames.append(_lit(_blurred(frame, pace * 0.25, 0.5, chance), 1.0, 4.0, chance))
    return Film(tuple(frames), number)


def empty_film(frames: int) -> Film:
    """Draw a bench over which a hand moves all the time, without any label."""
    chance = np.random.default_rng(200)
    behind = _background(_FILM_SIZE, chance)
    shown = []
    for n in range(frames):
        frame = behind.copy()
        at = (int(640 + 400 * np.sin(n / 9)), int(360 + 200 * np.cos(n / 7)))
        cv2.ellipse(frame, at, (150, 90), n * 3, 0, 360, 190, -1)
        shown.append(_lit(frame, 1.0, 4.0, chance))
    return Film(tuple(shown))


def _drawn(part: str, ranges: dict[str, Any], chance: np.random.Generator) -> Drawn:
    def of(name: str, without: float = 0.0) -> float:
        return float(chance.uniform(*ranges[name])) if name in ranges else without

    body = f"{chance.integers(1, 10**7):07}"
    number, tracking = f"RMA-{body}{mod_11_10(body)}", f"1Z{chance.integers(10**15, 10**16)}"
    width, height = ranges["frames"][chance.integers(len(ranges["frames"]))]
    label, bars = _label(number, tracking, chance, with_qr=chance.random() < ranges["qr_share"])
    for _ in range(round(of("creases"))):
        label = _creased(label, chance)
    if "cover" in ranges:
        label = _covered(label, of("cover"), chance)
    if "glare" in ranges:
        label = _shining(label, of("glare"), chance)
    place = _placed(bars, (width, height), of("module") / _MODULE, (of("rotation"), of("tilt")), chance)
    frame = _background((width, height), chance)
    size = (width, height)
    mask = cv2.warpPerspective(np.full_like(label, 255), place, size, flags=cv2.INTER_AREA)
    laid = _sensor(label, place, size)
    frame = np.where(mask > 127, laid, frame).astype(np.uint8)
    frame = _blurred(frame, of("motion"), of("focus"), chance)
    frame = _lit(frame, of("light", 1.0), of("noise"), chance)
    if "jpeg" in ranges:
        _, packed = cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, int(of("jpeg"))])
        frame = np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)
    return Drawn(part, frame, (number, tracking))


def _label(number: str, tracking: str, chance: np.random.Generator, *, with_qr: bool) -> tuple[Frame, Points]:
    """Draw a label; give it with the corners of the RMA number's bars."""
    picture = Image.new("L", _LABEL, int(chance.integers(225, 256)))
    pen = ImageDraw.Draw(picture)
    ink = int(chance.integers(0, 40))
    lines = ("SmartWitness USA, LLC", f"ATTN: {number}", "1016 Lunt Avenue", "Schaumburg, IL 60193")
    for n, line in enumerate((f"From: {chance.choice(_NAMES)}", *lines)):
        pen.text((100, 60 + 78 * n), line, ink, _font(60 if n else 40))
    left, top, tall = _BARS_AT
    right = _draw_bars(pen, number, _BARS_AT, _MODULE, ink)
    pen.text((left, top + tall + 8), number, ink, _font(64))
    _draw_bars(pen, tracking, (left, 900, 150), 5, ink)
    pen.text((left, 1060), tracking, ink, _font(44))
    if with_qr:
        matrix = np.array([list(row) for row in segno.make_qr(number, error="m").matrix], np.uint8)
        code = Image.fromarray(np.where(np.kron(matrix, np.ones((9, 9), np.uint8)), ink, 255).astype(np.uint8))
        picture.paste(code, (1180, 120))
    corners = [(left, top), (right, top), (right, top + tall), (left, top + tall)]
    return np.asarray(picture).copy(), np.array(corners, np.float32)


def _draw_bars(pen: ImageDraw.ImageDraw, text: str, at: tuple[int, int, int], module: int, ink: int) -> int:
    left, top, tall = at
    modules: str = Code128(text).build()[0]
    for n, bar in enumerate(modules):
        if bar == "1":
            pen.rectangle((left + n * module, top, left + (n + 1) * module - 1, top + tall), ink)
    return left + len(modules) * module


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resources.path("fonts", "Inter-SemiBold.otf")), size)


def _creased(label: Frame, chance: np.random.Generator) -> Frame:
    """Fold a label along a line: it jumps by a little there, and the fold shines or throws a shadow."""
    rows, columns = np.indices(label.shape, dtype=np.float32)
    turn, through = chance.uniform(0, np.pi), chance.uniform(0.2, 0.8, 2) * label.shape[::-1]
    away = (columns - through[0]) * np.cos(turn) + (rows - through[1]) * np.sin(turn)
    jump = (chance.uniform(4, 16) * np.exp(-np.abs(away) / 120) * np.sign(away)).astype(np.float32)
    moved = cv2.remap(label, columns + jump, rows + jump, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    line = chance.uniform(-120, 120) * np.exp(-((away / chance.uniform(3, 10)) ** 2))
    return _grey(moved + line)


def _covered(label: Frame, share: float, chance: np.random.Generator) -> Frame:
    left, top, tall = _BARS_AT
    hidden = label.copy()
    begin = top if chance.random() < 0.5 else top + round(tall * (1 - share))
    shade = int(chance.integers(60, 200))
    hidden[begin : begin + round(tall * share), left - 40 : left + 1200] = shade
    return hidden


def _shining(label: Frame, share: float, chance: np.random.Generator) -> Frame:
    rows, columns = np.indices(label.shape, dtype=np.float32)
    left, top, tall = _BARS_AT
    at = (chance.uniform(left, left + 1000), chance.uniform(top - 100, top + tall + 100))
    reach = share * label.shape[1] / 2
    light = 260 * np.exp(-(((columns - at[0]) / reach) ** 2 + ((rows - at[1]) / (reach * 0.6)) ** 2))
    return _grey(label + light)


def _placed(
    bars: Points, size: tuple[int, int], scale: float, turned: tuple[float, float], chance: np.random.Generator
) -> npt.NDArray[np.float64]:
    """Give the homography that shows the bars whole, somewhere in the frame; turned by degrees, and tilted."""
    turn, tilt = np.radians(turned[0]), turned[1]
    spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]], np.float32) * scale
    corners = (bars - bars.mean(axis=0)) @ spin.T
    if tilt:
        towards = chance.uniform(0, 2 * np.pi)
        depth = corners @ np.array([np.cos(towards), np.sin(towards)], np.float32)
        corners *= (1 - tilt * (depth - depth.min()) / np.ptp(depth))[:, None]
    margin = 8
    low, high = margin - corners.min(axis=0), np.array(size) - margin - corners.max(axis=0)
    at = [chance.uniform(min(a, b), max(a, b)) if a < b else (a + b) / 2 for a, b in zip(low, high, strict=True)]
    place = cv2.getPerspectiveTransform(bars, (corners + np.array(at)).astype(np.float32))
    return np.asarray(place, np.float64)


def _sensor(label: Frame, place: npt.NDArray[np.float64], size: tuple[int, int]) -> Frame:
    """Lay a label into a frame as a sensor sees it: each pixel is the mean of what falls on it."""
    finer = 3
    large = cv2.warpPerspective(
        label, np.diag([finer, finer, 1.0]) @ place, (size[0] * finer, size[1] * finer), flags=cv2.INTER_LINEAR
    )
    return np.asarray(cv2.resize(large, size, interpolation=cv2.INTER_AREA), np.uint8)


def _background(size: tuple[int, int], chance: np.random.Generator) -> Frame:
    """Draw cardboard on a bench: shades, grain, and edges in some direction."""
    width, height = size
    coarse = chance.normal(chance.uniform(70, 170), 25, (9, 16)).astype(np.float32)
    shades = cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC) + chance.normal(0, 3, (height, width))
    for _ in range(int(chance.integers(3, 9))):
        ends = [(int(x * width), int(y * height)) for x, y in chance.random((2, 2))]
        cv2.line(shades, ends[0], ends[1], float(chance.uniform(20, 230)), int(chance.integers(2, 40)))
    return _grey(shades)


def _blurred(frame: Frame, motion: float, focus: float, chance: np.random.Generator) -> Frame:
    if motion > 1:
        turn, reach = chance.uniform(0, np.pi), motion / 2
        kernel = np.zeros((15, 15), np.float32)
        for step in np.linspace(-reach, reach, 60):
            kernel[round(7 + step * np.sin(turn)), round(7 + step * np.cos(turn))] += 1
        frame = np.asarray(cv2.filter2D(frame, -1, kernel / kernel.sum()), np.uint8)
    return np.asarray(cv2.GaussianBlur(frame, (0, 0), focus), np.uint8) if focus else frame


def _lit(frame: Frame, light: float, noise: float, chance: np.random.Generator) -> Frame:
    if light == 1.0 and not noise:
        return frame
    return _grey(frame * light + chance.normal(0, noise, frame.shape))


def _grey(shades: Any) -> Frame:
    return np.asarray(np.clip(shades, 0, 255), np.uint8)
