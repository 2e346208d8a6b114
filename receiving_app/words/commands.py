"""What the commands of the sheet are called, on paper as on the buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.command import DIGITS, OUTCOMES, Command
from receiving_app.words.bench import outcome_word

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
        case Command.SIGN_OUT:
            return translate("words", "Sign out")
        case _:
            return _word_in_the_box(command)


def _word_in_the_box(command: Command) -> str:
    match command:
        case Command.UNPACK:
            return translate("words", "Unpack this box")
        case Command.CARTON_WHOLE:
            return translate("words", "Carton whole")
        case Command.CARTON_DAMAGED:
            return translate("words", "Carton damaged")
        case Command.CARTON_TAMPERED:
            return translate("words", "Seal broken")
        case Command.CARTON_EMPTY:
            return translate("words", "Box empty")
        case Command.UNREADABLE:
            return translate("words", "Serial unreadable")
        case Command.ALL_PARTS:
            return translate("words", "All parts there")
        case Command.REST_MISSING:
            return translate("words", "No more parts")
        case Command.OTHER_MODEL:
            return translate("words", "Another model")
        case Command.EXTRA:
            return translate("words", "Not listed: bagged")
        case Command.ITEM_TAMPERED:
            return translate("words", "Device was opened")
        case Command.ITEM_DAMAGED:
            return translate("words", "Device damaged")
        case Command.BOX_DONE:
            return translate("words", "Box done")
        case _:
            return _word_of_the_video(command)


def _word_of_the_video(command: Command) -> str:
    match command:
        case Command.NO_CARD:
            return translate("words", "No card inside")
        case Command.CARD_RETURNED:
            return translate("words", "Card returned")
        case Command.CARD_ERASED:
            return translate("words", "Card erased, ticket agrees")
        case Command.CARD_WAITS:
            return translate("words", "Card: ask the client")
        case Command.NO_MEMORY:
            return translate("words", "No video in the memory")
        case Command.MEMORY_VIDEO:
            return translate("words", "Video in the memory")
        case Command.MEMORY_RETURNED:
            return translate("words", "Video returned")
        case Command.MEMORY_ERASED:
            return translate("words", "Video erased, ticket agrees")
        case Command.MEMORY_WAITS:
            return translate("words", "Video: ask the client")
        case _:
            return _word_of_photos(command)


def _word_of_photos(command: Command) -> str:
    match command:
        case Command.PHOTO:
            return translate("words", "Photo")
        case Command.KEEP_PHOTO:
            return translate("words", "Keep photo")
        case Command.RETAKE:
            return translate("words", "Retake photo")
        case _:
            return _word_at_shipping(command)


def _word_at_shipping(command: Command) -> str:
    match command:
        case Command.PACK:
            return translate("words", "Pack it")
        case Command.TAKE_OUT:
            return translate("words", "Take it out")
        case Command.TAKE_ALL_OUT:
            return translate("words", "Take all out")
        case Command.CHECKED:
            return translate("words", "Packing checked")
        case Command.BY_GROUND:
            return translate("words", "Goes by ground")
        case Command.CONFIRM:
            return translate("words", "It is right")
        case Command.DRIVERS_LIST:
            return translate("words", "Driver's list")
        case _:
            return _word_at_the_bench(command)


def _word_at_the_bench(command: Command) -> str:
    match command:
        case Command.PASS:
            return translate("words", "Pass")
        case Command.FAIL:
            return translate("words", "Fail")
        case Command.STEP_BACK:
            return translate("words", "Step before")
        case Command.STEP_ON:
            return translate("words", "Step after")
        case Command.BATCH:
            return translate("words", "More in one batch")
        case Command.LATER:
            return translate("words", "Put away")
        case Command.SAVE:
            return translate("words", "Save outcome")
        case _ if command in OUTCOMES:
            return outcome_word(OUTCOMES[command])
        case _:
            return _word_at_the_review(command)


def _word_at_the_review(command: Command) -> str:
    match command:
        case Command.CASE_ON:
            return translate("words", "Case after")
        case Command.CASE_BACK:
            return translate("words", "Case before")
        case Command.MARK:
            return translate("words", "Mark this case")
        case Command.ALL_ALIKE:
            return translate("words", "Mark all alike")
        case Command.INSIDE:
            return translate("words", "Found inside the box")
        case Command.PUT_OFF:
            return translate("words", "Decide later")
        case Command.HAND_ON:
            return translate("words", "Hand on to somebody")
        case Command.REASON_ON:
            return translate("words", "Next reason")
        case Command.DECIDE:
            return translate("words", "Decide")
        case Command.EVIDENCE:
            return translate("words", "Write the evidence")
        case Command.CHECK_JOURNAL:
            return translate("words", "Check the journal")
        case _:
            return _word_of_a_choice(command)


def _word_of_a_choice(command: Command) -> str:
    match command:
        case Command.CHOICE_1:
            return translate("words", "First choice")
        case Command.CHOICE_2:
            return translate("words", "Second choice")
        case Command.CHOICE_3:
            return translate("words", "Third choice")
        case Command.CHOICE_4:
            return translate("words", "Fourth choice")
        case Command.CHOICE_5:
            return translate("words", "Fifth choice")
        case _:
            return _word_at_the_desk(command)


def _word_at_the_desk(command: Command) -> str:
    match command:
        case Command.ARRIVALS:
            return translate("words", "Arrivals")
        case Command.REPORTS:
            return translate("words", "Reports")
        case Command.HAND_OVER:
            return translate("words", "Hand-over")
        case Command.ROW_ON:
            return translate("words", "Next line")
        case Command.ROW_BACK:
            return translate("words", "Line before")
        case Command.VIEW_ON:
            return translate("words", "Next filter or period")
        case Command.OPEN_ROW:
            return translate("words", "Open this line")
        case Command.PRINT_PAGE:
            return translate("words", "Print this page")
        case Command.SAVE_PDF:
            return translate("words", "Save as PDF")
        case Command.SAVE_XLSX:
            return translate("words", "Save as XLSX")
        case Command.SAVE_CSV:
            return translate("words", "Save as CSV")
        case Command.STOP:
            return translate("words", "Stop")
        case _:
            return _word_anywhere(command)


def _word_anywhere(command: Command) -> str:
    match command:
        case Command.SIGN_IN:
            return translate("words", "Sign in with PIN")
        case Command.PRINT_AGAIN:
            return translate("words", "Print again")
        case Command.PRINT_PLATES:
            return translate("words", "Print 10 plates")
        case Command.PRINT_COMMANDS:
            return translate("words", "Print commands")
        case Command.TO_DOCK:
            return translate("words", "Dock")
        case Command.TO_BENCH:
            return translate("words", "Bench")
        case Command.TO_SHIPPING:
            return translate("words", "Shipping")
        case Command.TO_REVIEW:
            return translate("words", "Review")
        case Command.TO_PRINTS:
            return translate("words", "Prints")
        case Command.TO_DESK:
            return translate("words", "Desk")
        case _ if command in DIGITS:
            return translate("words", "Digit {}").format(command.value)
        case Command.POINT:
            return translate("words", "Point")
        case Command.CLEAR:
            return translate("words", "Clear")
        case Command.ENTER:
            return translate("words", "Enter")
        case _:
            return command.value


def not_on_this_page_sentence(word: str) -> str:
    """Say that a command has nothing to do where one is."""
    return translate("words", "Not on this page: {}.").format(word)
