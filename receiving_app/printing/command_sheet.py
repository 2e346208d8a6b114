"""The command sheet: every command as a bar code under its word, two pages to a board.

Bars are 20 mil wide, to be read at arm's length, and stand alone in their row: a scanner's aim never meets two.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect

from receiving_app.domain.command import DIGITS, Command
from receiving_app.printing.barcode import CODE128_QUIET
from receiving_app.printing.media import SHEET_EDGE
from receiving_app.printing.page import BOLD, DEMI, WHITE, Page
from receiving_app.words.commands import command_word

translate = QCoreApplication.translate

_HEADER, _TITLE = 130, 64  # units from the edge of the page to the first group, and of a group to its first command
_WORD, _BARS = 74, 140
_BAR_DOTS = 4
_MOST_ON_A_PAGE = 6

Group = tuple[str, tuple[Command, ...]]


def groups() -> tuple[Group, ...]:
    """Give what stands on the sheet: groups of commands under their titles."""
    return (
        (translate("CommandSheet", "Boxes"), (Command.NEXT, Command.SAME_BOX, Command.ANOTHER_BOX)),
        (translate("CommandSheet", "Truck"), (Command.TRUCK_ARRIVED, Command.DONE)),
        (translate("CommandSheet", "Mistake"), (Command.UNDO,)),
        (
            translate("CommandSheet", "Printer"),
            (Command.PRINT_AGAIN, Command.PRINT_PLATES, Command.PRINT_COMMANDS, Command.TO_PRINTS),
        ),
        (translate("CommandSheet", "People"), (Command.SIGN_IN, Command.SIGN_OUT)),
        (translate("CommandSheet", "Label"), (Command.NO_NUMBER, Command.OLD_LABEL)),
        (
            translate("CommandSheet", "No return"),
            (Command.NOT_A_RETURN, Command.OUR_UNDELIVERABLE, Command.REFUSED_AT_DOOR),
        ),
        (translate("CommandSheet", "Danger"), (Command.HAZARD,)),
        (translate("CommandSheet", "Unpacking"), (Command.UNPACK, Command.BOX_DONE)),
        (
            translate("CommandSheet", "Carton, before it is opened"),
            (Command.CARTON_WHOLE, Command.CARTON_DAMAGED, Command.CARTON_TAMPERED, Command.CARTON_EMPTY),
        ),
        (translate("CommandSheet", "Parts of the device"), (Command.ALL_PARTS, Command.REST_MISSING, Command.EXTRA)),
        (
            translate("CommandSheet", "Memory card: scan its bag, or"),
            (Command.NO_CARD, Command.CARD_RETURNED, Command.CARD_ERASED, Command.CARD_WAITS),
        ),
        (
            translate("CommandSheet", "Internal memory"),
            (
                Command.NO_MEMORY,
                Command.MEMORY_VIDEO,
                Command.MEMORY_RETURNED,
                Command.MEMORY_ERASED,
                Command.MEMORY_WAITS,
            ),
        ),
        (
            translate("CommandSheet", "Something is wrong with it"),
            (Command.UNREADABLE, Command.OTHER_MODEL, Command.ITEM_TAMPERED, Command.ITEM_DAMAGED),
        ),
        (translate("CommandSheet", "Photo"), (Command.PHOTO, Command.KEEP_PHOTO, Command.RETAKE)),
        (translate("CommandSheet", "Shipping"), (Command.PACK, Command.TAKE_OUT, Command.TAKE_ALL_OUT)),
        (
            translate("CommandSheet", "Handing over"),
            (Command.CONFIRM, Command.CHECKED, Command.BY_GROUND, Command.DRIVERS_LIST),
        ),
        (translate("CommandSheet", "Test"), (Command.PASS, Command.FAIL, Command.STEP_BACK, Command.STEP_ON)),
        (translate("CommandSheet", "Device on the bench"), (Command.BATCH, Command.LATER)),
        (
            translate("CommandSheet", "How it ended"),
            (
                Command.NO_FAULT_FOUND,
                Command.REPAIRED,
                Command.REPLACED,
                Command.NOT_COVERED,
                Command.UNREPAIRABLE,
                Command.SAVE,
            ),
        ),
        (
            translate("CommandSheet", "It waits"),
            (Command.AWAITING_PARTS, Command.AWAITING_STOCK, Command.CANNOT_TEST),
        ),
        (
            translate("CommandSheet", "Cases at the review"),
            (Command.CASE_ON, Command.CASE_BACK, Command.MARK, Command.ALL_ALIKE),
        ),
        (translate("CommandSheet", "It can wait"), (Command.PUT_OFF, Command.HAND_ON)),
        (translate("CommandSheet", "Proof"), (Command.EVIDENCE, Command.CHECK_JOURNAL)),
        (
            translate("CommandSheet", "Decision"),
            (
                Command.CHOICE_1,
                Command.CHOICE_2,
                Command.CHOICE_3,
                Command.CHOICE_4,
                Command.REASON_ON,
                Command.DECIDE,
            ),
        ),
        (translate("CommandSheet", "Box of nobody, at the review"), (Command.INSIDE, Command.CHOICE_5)),
        (
            translate("CommandSheet", "Pages of the desk"),
            (Command.ARRIVALS, Command.REPORTS, Command.HAND_OVER),
        ),
        (
            translate("CommandSheet", "On a page of the desk"),
            (Command.ROW_ON, Command.ROW_BACK, Command.VIEW_ON, Command.OPEN_ROW),
        ),
        (
            translate("CommandSheet", "To take along"),
            (Command.PRINT_PAGE, Command.SAVE_PDF, Command.SAVE_XLSX, Command.SAVE_CSV, Command.STOP),
        ),
        (
            translate("CommandSheet", "Go to"),
            (Command.TO_DOCK, Command.TO_BENCH, Command.TO_SHIPPING, Command.TO_REVIEW, Command.TO_DESK),
        ),
        (translate("CommandSheet", "PIN or measured value"), DIGITS[:5]),
        (translate("CommandSheet", "PIN or measured value, further"), (*DIGITS[5:], Command.POINT)),
        (translate("CommandSheet", "After the last digit"), (Command.ENTER, Command.CLEAR)),
    )


def pages() -> tuple[tuple[Group, ...], ...]:
    """Give the groups of each page: as many whole ones as leave room to aim at one bar code."""
    filled: list[tuple[Group, ...]] = [()]
    for group in groups():
        if len(group[1]) + sum(len(commands) for _, commands in filled[-1]) > _MOST_ON_A_PAGE:
            filled.append(())
        filled[-1] = (*filled[-1], group)
    return tuple(filled)


def paint_page(page: Page, place: int) -> None:
    """Paint the page in that place, counted from 0."""
    groups_here = pages()[place]
    width = page.size.width() - 2 * SHEET_EDGE
    _paint_header(page, place)
    top = SHEET_EDGE + _HEADER
    step = (page.size.height() - SHEET_EDGE - top - len(groups_here) * _TITLE) // _MOST_ON_A_PAGE
    for title, group in groups_here:
        page.rule(SHEET_EDGE, top, width)
        page.line(QRect(SHEET_EDGE, top + 3, width, _TITLE - 3), title, 36, DEMI)
        top += _TITLE
        for command in group:
            _paint_command(page, QRect(SHEET_EDGE, top, width, step), command)
            top += step


def _paint_header(page: Page, place: int) -> None:
    title = translate("CommandSheet", "Commands · {page} of {pages}")
    hint = translate("CommandSheet", "For the hand scanner; the camera does not take them.")
    width = page.size.width() - 2 * SHEET_EDGE - 226  # beside the word COPY
    page.line(QRect(SHEET_EDGE, SHEET_EDGE, width, 60), title.format(page=place + 1, pages=len(pages())), 44, BOLD)
    page.line(QRect(SHEET_EDGE, SHEET_EDGE + 60, width, 44), hint, 28)


def _paint_command(page: Page, area: QRect, command: Command) -> None:
    word = QRect(area.left(), area.top(), area.width(), _WORD)
    if command is Command.HAZARD:
        page.fill(word)
        page.line(word.adjusted(20, 0, 0, 0), command_word(command), 60, BOLD, ink=WHITE)
    else:
        page.line(word, command_word(command), 60, BOLD)
    quiet = CODE128_QUIET * _BAR_DOTS  # lies in the page's margin, so that bars begin where words do
    bars = QRect(area.left() - quiet, area.top() + _WORD + 12, area.width() + quiet, _BARS)
    page.code128(bars, command.barcode, most=_BAR_DOTS)
