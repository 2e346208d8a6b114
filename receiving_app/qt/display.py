"""Whether there is a screen to open a window on."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether this program was started where windows can be seen."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def can_open_window(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether Qt can open a window: on a display, or on the platform that it was told to use."""
    return has_display(environment) or bool(environment.get("QT_QPA_PLATFORM"))
