"""Type, spacing and what a widget is, and the style sheets made from them and the colours.

No widget names a colour or a size of its own. It says what it is (`set_role(widget, Role.CARD)`) and, where that
can change, how it stands (`set_tone(widget, Tone.HOLD)`); the sheets in `resources/styles` draw it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

import resources
from resources import fonts
from ui.colors import DARK, LIGHT, Color, Theme


class Type(IntEnum):
    """Type sizes in pixels at 1920 by 1080; those named DOCK scale with the window.

    From DOCK_BODY up it can be read from two metres; PHRASE is for words like NOT UNDERSTOOD that are too long
    for a VERDICT's size.
    """

    SMALL = 14
    BODY = 16
    LEAD = 20
    TITLE = 24
    HEADLINE = 32
    DOCK_CAPTION = 24
    DOCK_TAPE = 28
    DOCK_BUTTON = 32
    DOCK_BODY = 48
    DOCK_REASON = 56
    DOCK_NUMBER = 60
    DOCK_PHRASE = 96
    DOCK_VERDICT = 176


class Space(IntEnum):
    """Distances in pixels, steps of eight; HALF only inside one control."""

    HALF = 4
    S = 8
    M = 16
    L = 24
    XL = 32
    XXL = 48


class Radius(IntEnum):
    """Corner radii in pixels."""

    CHIP = 8
    CONTROL = 12
    CARD = 16
    PANEL = 24


class Target(IntEnum):
    """Least height of what a finger or a glove must hit, in pixels."""

    DESK = 48
    DOCK = 96


class Role(StrEnum):
    """What a widget is; the value of its `role` property. A button or a field of the desk needs none."""

    CANVAS = "canvas"
    HEADER = "header"
    HEADER_TITLE = "header-title"
    HEADER_NOTE = "header-note"
    CARD = "card"
    POPUP = "popup"
    CAPTION = "caption"
    LEAD = "lead"
    TITLE = "title"
    HEADLINE = "headline"
    PRIMARY = "primary"
    QUIET = "quiet"
    DOCK_PRIMARY = "dock-primary"
    DOCK_BUTTON = "dock-button"
    KEY_CAP = "key-cap"
    PILL = "pill"
    VERDICT = "verdict"
    VERDICT_WORD = "verdict-word"
    VERDICT_PHRASE = "verdict-phrase"
    VERDICT_REASON = "verdict-reason"
    VERDICT_STRIP = "verdict-strip"
    DOCK_CAPTION = "dock-caption"
    DOCK_BODY = "dock-body"
    DOCK_NUMBER = "dock-number"
    STATE_WORD = "state-word"
    TAPE_ROW = "tape-row"
    CHOICE_ROW = "choice-row"
    TAPE_TEXT = "tape-text"
    TAPE_NOTE = "tape-note"
    CAMERA = "camera"


_CHIPS = (Role.PILL, Role.KEY_CAP)  # as large as their text: a bar's layout would stretch them to its height


class Tone(StrEnum):
    """How a widget stands; the value of its `tone` property."""

    ACCEPT = "accept"
    REJECT = "reject"
    HOLD = "hold"
    NEUTRAL = "neutral"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    READY = "ready"
    BUSY = "busy"
    NOT_LISTENING = "not-listening"


class Scheme(StrEnum):
    """What a person chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def theme_for(scheme: Scheme, system: Qt.ColorScheme) -> Theme:
    """The theme a person chose, or the system's; connect `QStyleHints.colorSchemeChanged` to ask again."""
    if scheme is Scheme.SYSTEM:
        return DARK if system is Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


class _Sheet(Template):
    """A style sheet with `${names-like-this}`; an unknown name is an error, not an empty place."""

    braceidpattern = r"[a-z][a-z-]*"


def stylesheet(theme: Theme) -> str:
    """The application's style sheet in this theme's colours."""
    pictures = {"styles": resources.path("styles").as_posix()}
    return _filled("station.qss", {color.value: theme[color] for color in Color} | _sizes(1.0) | pictures)


def dock_stylesheet(scale: float = 1.0) -> str:
    """Sizes of what is read from afar; set it on the dock screen and again when `dock_scale` changes."""
    return _filled("dock.qss", _sizes(scale))


def dock_scale(width: int, height: int) -> float:
    """How much smaller dock sizes are in a window than at 1920 by 1080, where it is 1; in steps of 1/24.

    The same share of the screen, because a 768-line screen on the wall is not a smaller screen. Below half
    nothing shrinks further: then the screen scrolls.
    """
    steps = int(min(width / 1920, height / 1080) * 24)
    return max(12, steps) / 24


def _filled(name: str, tokens: Mapping[str, str]) -> str:
    text = resources.path("styles", name).read_text(encoding="utf-8")
    return _Sheet(text).substitute(tokens)


def _sizes(scale: float) -> dict[str, str]:
    return {
        f"{group.__name__}-{name}".lower().replace("_", "-"): f"{round(size * scale)}px"
        for group in (Type, Space, Radius, Target)
        for name, size in group.__members__.items()  # iterating leaves out a second name for an equal size
    }


def palette(theme: Theme) -> QPalette:
    """The theme for everything that Fusion paints without a style sheet."""
    roles = {
        QPalette.ColorRole.Window: Color.CANVAS,
        QPalette.ColorRole.WindowText: Color.TEXT,
        QPalette.ColorRole.Base: Color.SURFACE,
        QPalette.ColorRole.AlternateBase: Color.SUNKEN,
        QPalette.ColorRole.Text: Color.TEXT,
        QPalette.ColorRole.PlaceholderText: Color.MUTED,
        QPalette.ColorRole.Button: Color.SURFACE,
        QPalette.ColorRole.ButtonText: Color.TEXT,
        QPalette.ColorRole.BrightText: Color.ON_ACCENT,
        QPalette.ColorRole.Light: Color.SURFACE,
        QPalette.ColorRole.Mid: Color.EDGE,
        QPalette.ColorRole.Dark: Color.EDGE,
        QPalette.ColorRole.Highlight: Color.SELECTION,
        QPalette.ColorRole.HighlightedText: Color.ON_SELECTION,
        QPalette.ColorRole.Accent: Color.ACCENT,
        QPalette.ColorRole.Link: Color.ACCENT_TEXT,
        QPalette.ColorRole.LinkVisited: Color.ACCENT_TEXT,
        QPalette.ColorRole.ToolTipBase: Color.HEADER,
        QPalette.ColorRole.ToolTipText: Color.ON_HEADER,
    }
    made = QPalette()
    for role, color in roles.items():
        made.setColor(role, QColor(theme[color]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme[Color.MUTED]))
    return made


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole application; call it again with the other theme to change at once."""
    font = QFont(fonts.load())
    font.setPixelSize(Type.BODY)
    app.setStyle("Fusion")
    app.setFont(font)
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))


def set_role(widget: QWidget, role: Role, tone: Tone | None = None) -> None:
    """Say what a widget is, and let the style sheet paint its background: a subclassed QWidget needs that."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setProperty("role", role.value)
    widget.setProperty("tone", tone.value if tone else None)
    if role in _CHIPS:
        widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else the sheet is yet to look at it, once
        restyle(widget)


def set_tone(widget: QWidget, tone: Tone | None) -> None:
    """Change how a widget stands and repaint it and the parts inside that follow it."""
    widget.setProperty("tone", tone.value if tone else None)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Make the style sheet look again at a widget's properties and at everything inside it."""
    for each in (widget, *widget.findChildren(QWidget)):
        each.style().unpolish(each)
        each.style().polish(each)
        each.update()
