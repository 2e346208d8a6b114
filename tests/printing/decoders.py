"""Both decoders, on pictures of pages."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import zxingcpp
from PySide6.QtGui import QImage
from pyzbar import pyzbar

_NAMES = {"Code128": "code128", "CODE128": "code128", "QRCode": "qr", "QRCODE": "qr"}

Codes = list[tuple[str, str]]


def pixels(image: QImage) -> npt.NDArray[np.uint8]:
    """Give a picture as rows of grey."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()].copy()


def read_by_zxing(image: QImage) -> Codes:
    """Read a picture as the station does first."""
    found = zxingcpp.read_barcodes(pixels(image), text_mode=zxingcpp.TextMode.Plain)
    return sorted((_NAMES[code.format.name], code.text) for code in found)


def read_by_zbar(image: QImage) -> Codes:
    """Read a picture with the second decoder."""
    found = pyzbar.decode(pixels(image), symbols=[pyzbar.ZBarSymbol.CODE128, pyzbar.ZBarSymbol.QRCODE])
    return sorted((_NAMES[code.type], code.data.decode()) for code in found)
