"""Every colour by role, light and dark, and the contrast that each pair keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Color(StrEnum):
    """What a colour is for; `on-…` is text and icons upon the fill of that name."""

    CANVAS = "canvas"
    SURFACE = "surface"
    SUNKEN = "sunken"
    LINE = "line"
    EDGE = "edge"
    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ON_ACCENT = "on-accent"
    ACCENT_PRESSED = "accent-pressed"
    ACCENT_TEXT = "accent-text"
    FOCUS = "focus"
    SELECTION = "selection"
    ON_SELECTION = "on-selection"
    HEADER = "header"
    ON_HEADER = "on-header"
    HEADER_MUTED = "header-muted"
    ACCEPT = "accept"
    ON_ACCEPT = "on-accept"
    ACCEPT_STRIP = "accept-strip"
    ACCEPT_MARK = "accept-mark"
    REJECT = "reject"
    ON_REJECT = "on-reject"
    REJECT_STRIP = "reject-strip"
    REJECT_MARK = "reject-mark"
    HOLD = "hold"
    ON_HOLD = "on-hold"
    HOLD_STRIP = "hold-strip"
    HOLD_MARK = "hold-mark"
    NEUTRAL = "neutral"
    ON_NEUTRAL = "on-neutral"
    NEUTRAL_STRIP = "neutral-strip"
    OK = "ok"
    ON_OK = "on-ok"
    WARN = "warn"
    ON_WARN = "on-warn"
    BAD = "bad"
    ON_BAD = "on-bad"
    READY = "ready"
    BUSY = "busy"
    NOT_LISTENING = "not-listening"


@dataclass(frozen=True, slots=True)
class Theme:
    """One complete set of colours; `theme[Color.TEXT]` is "#rrggbb"."""

    name: str
    colors: Mapping[Color, str]

    def __getitem__(self, color: Color) -> str:
        return self.colors[color]


_ALWAYS = {
    Color.ACCEPT: "#00588a",
    Color.ON_ACCEPT: "#ffffff",
    Color.ACCEPT_STRIP: "#00456d",
    Color.REJECT: "#b8400a",
    Color.ON_REJECT: "#ffffff",
    Color.REJECT_STRIP: "#943206",
    Color.HOLD: "#ffc20a",
    Color.ON_HOLD: "#171b20",
    Color.HOLD_STRIP: "#ffdc75",
    Color.WARN: "#ffc20a",
    Color.ON_WARN: "#171b20",
    Color.BAD: "#b8400a",
    Color.ON_BAD: "#ffffff",
    Color.ACCENT: "#5246c9",
    Color.ON_ACCENT: "#ffffff",
    Color.ACCENT_PRESSED: "#3f35a6",
}

LIGHT = Theme(
    "light",
    MappingProxyType(
        _ALWAYS
        | {
            Color.CANVAS: "#edf0f3",
            Color.SURFACE: "#ffffff",
            Color.SUNKEN: "#e6eaee",
            Color.LINE: "#d5dbe1",
            Color.EDGE: "#7b8794",
            Color.TEXT: "#12181f",
            Color.MUTED: "#4d5864",
            Color.ACCENT_TEXT: "#4a3fbd",
            Color.FOCUS: "#5246c9",
            Color.SELECTION: "#dcd9f7",
            Color.ON_SELECTION: "#12181f",
            Color.HEADER: "#161d25",
            Color.ON_HEADER: "#ffffff",
            Color.HEADER_MUTED: "#b4bec9",
            Color.ACCEPT_MARK: "#00588a",
            Color.REJECT_MARK: "#b8400a",
            Color.HOLD_MARK: "#7a5900",
            Color.NEUTRAL: "#ffffff",
            Color.ON_NEUTRAL: "#12181f",
            Color.NEUTRAL_STRIP: "#e6eaee",
            Color.OK: "#1c6a4f",
            Color.ON_OK: "#ffffff",
            Color.READY: "#1c6a4f",
            Color.BUSY: "#4a3fbd",
            Color.NOT_LISTENING: "#b8400a",
        }
    ),
)

DARK = Theme(
    "dark",
    MappingProxyType(
        _ALWAYS
        | {
            Color.CANVAS: "#0f141a",
            Color.SURFACE: "#1a222b",
            Color.SUNKEN: "#29333e",
            Color.LINE: "#303b47",
            Color.EDGE: "#7f8c99",
            Color.TEXT: "#f2f5f8",
            Color.MUTED: "#a9b4bf",
            Color.ACCENT_TEXT: "#b3acff",
            Color.FOCUS: "#b3acff",
            Color.SELECTION: "#3b3672",
            Color.ON_SELECTION: "#f2f5f8",
            Color.HEADER: "#080b0f",
            Color.ON_HEADER: "#ffffff",
            Color.HEADER_MUTED: "#a9b4bf",
            Color.ACCEPT_MARK: "#6cc0f2",
            Color.REJECT_MARK: "#ff9a6b",
            Color.HOLD_MARK: "#ffc20a",
            Color.NEUTRAL: "#1a222b",
            Color.ON_NEUTRAL: "#f2f5f8",
            Color.NEUTRAL_STRIP: "#29333e",
            Color.OK: "#1c6a4f",
            Color.ON_OK: "#ffffff",
            Color.READY: "#5fd3a6",
            Color.BUSY: "#b3acff",
            Color.NOT_LISTENING: "#ff9a6b",
        }
    ),
)

_GROUNDS = (Color.CANVAS, Color.SURFACE, Color.SUNKEN)
_MARKS = (
    Color.ACCENT_TEXT,
    Color.ACCEPT_MARK,
    Color.REJECT_MARK,
    Color.HOLD_MARK,
    Color.READY,
    Color.BUSY,
    Color.NOT_LISTENING,
)

TEXT = 4.5  # WCAG 2.2 AA, any size
SHAPE = 3.0  # WCAG 2.2 AA 1.4.11: icons, borders of controls, focus

#: Which colour stands upon which, and the least contrast that they keep in every theme.
PAIRS: tuple[tuple[Color, Color, float], ...] = (
    *((ink, ground, TEXT) for ink in (Color.TEXT, Color.MUTED) for ground in _GROUNDS),
    *((ink, ground, TEXT) for ink in _MARKS for ground in (Color.CANVAS, Color.SURFACE)),
    (Color.ACCENT_TEXT, Color.SUNKEN, TEXT),
    (Color.ON_ACCENT, Color.ACCENT, TEXT),
    (Color.ON_ACCENT, Color.ACCENT_PRESSED, TEXT),
    (Color.ON_SELECTION, Color.SELECTION, TEXT),
    (Color.ON_HEADER, Color.HEADER, TEXT),
    (Color.HEADER_MUTED, Color.HEADER, TEXT),
    (Color.ON_ACCEPT, Color.ACCEPT, TEXT),
    (Color.ON_ACCEPT, Color.ACCEPT_STRIP, TEXT),
    (Color.ON_REJECT, Color.REJECT, TEXT),
    (Color.ON_REJECT, Color.REJECT_STRIP, TEXT),
    (Color.ON_HOLD, Color.HOLD, TEXT),
    (Color.ON_HOLD, Color.HOLD_STRIP, TEXT),
    (Color.ON_NEUTRAL, Color.NEUTRAL, TEXT),
    (Color.ON_NEUTRAL, Color.NEUTRAL_STRIP, TEXT),
    (Color.ON_OK, Color.OK, TEXT),
    (Color.ON_WARN, Color.WARN, TEXT),
    (Color.ON_BAD, Color.BAD, TEXT),
    *((shape, ground, SHAPE) for shape in (Color.EDGE, Color.FOCUS) for ground in (Color.CANVAS, Color.SURFACE)),
)


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two "#rrggbb" colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
