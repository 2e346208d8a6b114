"""Fonts, icons, sounds, styles, translations and demo pictures, wherever the program lies."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def path(*parts: str) -> Path:
    """Where a bundled file or folder lies; `path("icons", "scan.svg")`."""
    return _HERE.joinpath(*parts)
