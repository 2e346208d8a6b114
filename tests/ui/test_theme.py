"""Every pair of colours can be read, and a role or tone shows as soon as it is set."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import resources
from ui import theme
from ui.colors import DARK, LIGHT, PAIRS, Color, Theme, contrast
from ui.theme import Role, Scheme, Target, Tone, Type

THEMES = [LIGHT, DARK]


@pytest.fixture(autouse=True)
def undressed(qapp: QApplication) -> Iterator[None]:
    """Leaves the application as the other tests expect it."""
    before = (qapp.style().name(), qapp.font(), qapp.palette())
    yield
    qapp.setStyleSheet("")
    qapp.setStyle(before[0])
    qapp.setFont(before[1])
    qapp.setPalette(before[2])


def ground(widget: QWidget) -> str:
    """The colour near the widget's upper edge as its window shows it: grabbed alone it is painted differently."""
    window = widget.window()
    place = widget.mapTo(window, QPoint(widget.width() // 2, 6))
    return window.grab().toImage().pixelColor(place).name()


@pytest.mark.parametrize("chosen", THEMES, ids=lambda each: each.name)
@pytest.mark.parametrize(("ink", "upon", "least"), PAIRS, ids=str)
def test_what_stands_upon_a_colour_can_be_read(chosen: Theme, ink: Color, upon: Color, least: float) -> None:
    assert contrast(chosen[ink], chosen[upon]) >= least


@pytest.mark.parametrize("chosen", THEMES, ids=lambda each: each.name)
def test_every_colour_is_given_and_stands_in_a_pair(chosen: Theme) -> None:
    paired = {color for pair in PAIRS for color in pair[:2]}

    assert set(chosen.colors) == set(Color)
    assert set(Color) - paired == {Color.LINE}, "a line only decorates"


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("chosen", THEMES, ids=lambda each: each.name)
def test_verdicts_keep_their_colours_in_every_theme(chosen: Theme) -> None:
    assert (chosen[Color.ACCEPT], chosen[Color.REJECT], chosen[Color.HOLD]) == ("#00588a", "#b8400a", "#ffc20a")


def test_what_is_read_from_afar_and_pressed_in_gloves_is_large_enough() -> None:
    from_afar = [Type.DOCK_BODY, Type.DOCK_REASON, Type.DOCK_NUMBER, Type.DOCK_PHRASE, Type.DOCK_VERDICT]

    assert min(from_afar) >= 47
    assert Type.DOCK_VERDICT >= 150
    assert Target.DOCK >= 96
    assert Target.DESK >= 48


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1920, 1080, 1.0), (1366, 768, 17 / 24), (3840, 2160, 2.0), (640, 480, 0.5)]
)
def test_dock_sizes_keep_their_share_of_the_window(width: int, height: int, scale: float) -> None:
    assert theme.dock_scale(width, height) == pytest.approx(scale)
    assert f"font-size: {round(Type.DOCK_VERDICT * scale)}px" in theme.dock_stylesheet(scale)


@pytest.mark.parametrize(
    ("scheme", "system", "expected"),
    [
        (Scheme.SYSTEM, Qt.ColorScheme.Dark, DARK),
        (Scheme.SYSTEM, Qt.ColorScheme.Light, LIGHT),
        (Scheme.SYSTEM, Qt.ColorScheme.Unknown, LIGHT),
        (Scheme.LIGHT, Qt.ColorScheme.Dark, LIGHT),
        (Scheme.DARK, Qt.ColorScheme.Light, DARK),
    ],
)
def test_a_choice_beats_the_system(scheme: Scheme, system: Qt.ColorScheme, expected: Theme) -> None:
    assert theme.theme_for(scheme, system) is expected


def test_the_sheets_style_only_roles_and_tones_that_exist() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in resources.path("styles").glob("*.qss"))

    assert set(re.findall(r'\[role="([^"]+)"\]', text)) == {role.value for role in Role}
    assert set(re.findall(r'\[tone="([^"]+)"\]', text)) <= {tone.value for tone in Tone}


@pytest.mark.parametrize("chosen", THEMES, ids=lambda each: each.name)
@pytest.mark.parametrize(
    ("tone", "fill"), [(Tone.ACCEPT, Color.ACCEPT), (Tone.REJECT, Color.REJECT), (Tone.HOLD, Color.HOLD)]
)
def test_a_verdict_panel_and_its_words_take_the_colour_of_their_tone(
    qtbot: QtBot, qapp: QApplication, chosen: Theme, tone: Tone, fill: Color
) -> None:
    class Panel(QWidget):
        """A subclass with a signal of its own: a style sheet leaves out its background unless told otherwise."""

        pressed = Signal()

    theme.apply(qapp, chosen)
    window = QWidget()
    qtbot.addWidget(window)
    panel = Panel(window)
    word = QLabel("ACCEPT", panel)
    QVBoxLayout(panel).addWidget(word)
    theme.set_role(panel, Role.VERDICT)
    panel.resize(200, 100)
    assert ground(panel) == chosen[Color.NEUTRAL]

    theme.set_tone(panel, tone)

    assert ground(panel) == chosen[fill]
    assert word.palette().color(word.foregroundRole()).name() == chosen[Color(f"on-{tone.value}")]


def test_the_theme_changes_at_once_for_what_is_already_shown(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, LIGHT)
    card = QWidget()
    qtbot.addWidget(card)
    theme.set_role(card, Role.CARD)
    card.resize(100, 60)
    assert ground(card) == LIGHT[Color.SURFACE]

    theme.apply(qapp, DARK)

    assert ground(card) == DARK[Color.SURFACE]


@pytest.mark.parametrize("chosen", THEMES, ids=lambda each: each.name)
@pytest.mark.parametrize("role", [None, Role.PRIMARY, Role.QUIET])
def test_a_focused_button_shows_it_without_changing_size(
    qtbot: QtBot, qapp: QApplication, chosen: Theme, role: Role | None
) -> None:
    theme.apply(qapp, chosen)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    other, button = QPushButton("Other"), QPushButton("Uphold")
    for each in (other, button):
        if role:
            theme.set_role(each, role)
        column.addWidget(each)
    with qtbot.waitActive(window):
        window.show()
    other.setFocus()
    before, size = button.grab().toImage(), button.size()

    button.setFocus()
    assert button.hasFocus()

    edge = button.grab().toImage().pixelColor(button.width() // 2, 1).name()
    assert contrast(edge, before.pixelColor(button.width() // 2, 1).name()) >= 1.5
    assert contrast(edge, chosen[Color.CANVAS]) >= 3
    assert button.size() == size
    assert button.height() >= Target.DESK
