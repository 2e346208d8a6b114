"""Labels drawn into camera frames, for the tests that read them back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import barcode
import cv2
import numpy as np
import numpy.typing as npt
import segno
import zxingcpp

Frame = npt.NDArray[np.uint8]


def code128(text: str, module: int = 3, height: int = 120) -> Frame:
    """Draw a Code 128 with its quiet zone, `module` pixels a narrow bar."""
    modules = barcode.get("code128", text).build()[0]
    bars = np.array([[0 if bit == "1" else 255 for bit in modules]], dtype=np.uint8)
    return _quiet(np.repeat(np.repeat(bars, module, axis=1), height, axis=0), 10 * module)


def qr(text: str | bytes, module: int = 5) -> Frame:
    """Draw a QR code with its quiet zone."""
    matrix = np.array([[255 * (1 - bit) for bit in row] for row in segno.make_qr(text).matrix], dtype=np.uint8)
    return _quiet(np.repeat(np.repeat(matrix, module, axis=1), module, axis=0), 4 * module)


def scene(*symbols: Frame, brightness: int = 150) -> Frame:
    """Put symbols one under the other into a 1280 by 720 colour frame."""
    frame = np.full((720, 1280, 3), brightness, dtype=np.uint8)
    top = 60
    for symbol in symbols:
        height, width = symbol.shape
        frame[top : top + height, 100 : 100 + width] = symbol[..., None]
        top += height + 40
    return frame


def drawn_by_zxing(name: str, text: str) -> Frame:
    """Draw a code of any symbology that zxing-cpp writes, with its quiet zone."""
    symbol = np.array(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat[name]).to_image(scale=5))
    return _quiet(symbol, 60)


def turned(frame: Frame, degrees: float) -> Frame:
    """Turn what a frame shows around its middle, in a frame that is large enough for it."""
    height, width = frame.shape[:2]
    side = round(np.hypot(width, height))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    turn[:, 2] += (side - width) / 2, (side - height) / 2
    shown = cv2.warpAffine(frame, turn, (side, side), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(shown, np.uint8)


def noisy(frame: Frame, sigma: float) -> Frame:
    """Add a dark room's noise to a frame, the same every time."""
    noise = np.random.default_rng(0).normal(0, sigma, frame.shape)
    return np.asarray(np.clip(frame + noise, 0, 255), np.uint8)


def video(path: Path, frames: list[Frame], fps: int = 30) -> Path:
    """Write frames as a motion-JPEG video file."""
    height, width = frames[0].shape[:2]
    fourcc: Any = cv2.VideoWriter.fourcc(*"MJPG")
    writer = cv2.VideoWriter(str(path), fourcc, fps, (width, height))
    for frame in frames:
        writer.write(frame)
    writer.release()
    return path


def png(frame: Frame) -> bytes:
    """Pack a frame as a PNG file's bytes."""
    return bytes(cv2.imencode(".png", frame)[1])


def _quiet(symbol: Frame, margin: int) -> Frame:
    padded: Frame = np.pad(symbol, margin, constant_values=255)
    return padded
