"""The one typeface of screens and labels: Inter in four weights."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

import resources

FAMILY = "Inter"
WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")


def load() -> str:
    """Give Qt the bundled weights, once, and return the family's name; needs a QGuiApplication."""
    if FAMILY not in QFontDatabase.families():
        for weight in WEIGHTS:
            QFontDatabase.addApplicationFont(str(resources.path("fonts", f"Inter-{weight}.otf")))
    return FAMILY
