"""A command is called the same on paper as on its button."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from receiving_app.domain.command import Command
from receiving_app.words.commands import command_word
from ui.colors import LIGHT
from ui.dock.more_page import MorePage
from ui.parts.key_button import KeyButton


def test_the_sheet_says_what_the_buttons_say(qtbot: QtBot) -> None:
    page = MorePage(LIGHT)
    qtbot.addWidget(page)
    said = {button.accessibleName().rpartition(" (")[0] for button in page.findChildren(KeyButton)}
    assert said <= {command_word(command) for command in Command}
    assert said


def test_no_two_commands_have_the_same_word() -> None:
    assert len({command_word(command) for command in Command}) == len(Command)
