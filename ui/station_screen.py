"""The screens of the one window: their names, and what the window asks of each."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from receiving_app.domain.policy import Policy
from ui.colors import Theme
from ui.parts.state_ring import ListenState
from ui.theme import Role, set_role

translate = QCoreApplication.translate


class Screen(StrEnum):
    """A screen that one can go to, in the order in which goods pass them."""

    DOCK = "dock"
    UNPACKING = "unpacking"
    BENCH = "bench"
    SHIPPING = "shipping"
    REVIEW = "review"
    PRINTS = "prints"
    DESK = "desk"


#: The icon of each screen; its key is Alt and its place.
ICONS = {
    Screen.DOCK: "package",
    Screen.UNPACKING: "scan",
    Screen.BENCH: "search",
    Screen.SHIPPING: "truck",
    Screen.REVIEW: "list",
    Screen.PRINTS: "printer",
    Screen.DESK: "info-circle",
}


def key_of(screen: Screen) -> str:
    """Give the key that leads to a screen."""
    return f"Alt+{list(Screen).index(screen) + 1}"


def screen_word(screen: Screen) -> str:
    """Name a screen."""
    match screen:
        case Screen.DOCK:
            return translate("screens", "Dock")
        case Screen.UNPACKING:
            return translate("screens", "Unpacking")
        case Screen.BENCH:
            return translate("screens", "Bench")
        case Screen.SHIPPING:
            return translate("screens", "Shipping")
        case Screen.REVIEW:
            return translate("screens", "Review")
        case Screen.PRINTS:
            return translate("screens", "Prints")
        case Screen.DESK:
            return translate("screens", "Desk")


class StationScreen(QWidget):
    """One screen; what the window tells all screens and this one has no use for stays as it is here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CANVAS)

    def set_policy(self, policy: Policy) -> None:
        """Use a policy's calendar and limits from now on."""

    def set_theme(self, theme: Theme) -> None:
        """Paint what is drawn by hand in another theme's colours."""

    def set_scale(self, scale: float) -> None:
        """Size what is read from afar for a window `scale` times as large as 1920 by 1080."""

    def show_state(self, state: ListenState, note: str = "") -> None:
        """Show whether the station listens; `note` says why not."""
