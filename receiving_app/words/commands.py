"""What the commands of the sheet are called, on paper as on the buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.command import Command

translate = QCoreApplication.translate


def command_word(command: Command) -> str:
    """Name a command in a word or two."""
    match command:
        case Command.TRUCK_ARRIVED:
            return translate("words", "Truck arrived")
        case Command.DONE:
            return translate("words", "Truck unloaded")
        case Command.NEXT:
            return translate("words", "Next box")
        case Command.SAME_BOX:
            return translate("words", "Same box")
        case Command.ANOTHER_BOX:
            return translate("words", "Another box")
        case Command.OLD_LABEL:
            return translate("words", "Old label")
        case Command.NO_NUMBER:
            return translate("words", "No number")
        case Command.NOT_A_RETURN:
            return translate("words", "Not a return")
        case Command.OUR_UNDELIVERABLE:
            return translate("words", "Our undeliverable")
        case Command.REFUSED_AT_DOOR:
            return translate("words", "Refused at door")
        case Command.HAZARD:
            return translate("words", "Hazard")
        case Command.UNDO:
            return translate("words", "Undo")
