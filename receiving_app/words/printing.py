"""What is printed, in words: what a paper is called, where it stands, and what a worker is told about the printer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.papers import JobState, PaperKind

translate = QCoreApplication.translate


def paper_word(kind: str) -> str:
    """Name a kind of paper; one that isn't known is shown as it is."""
    match kind:
        case PaperKind.SHIPPING_LABEL:
            return translate("words", "Shipping label")
        case PaperKind.LPN_LABEL:
            return translate("words", "Licence plate")
        case PaperKind.LPN_ROLL:
            return translate("words", "Roll of licence plates")
        case PaperKind.ITEM_LABEL:
            return translate("words", "Item label")
        case PaperKind.QUARANTINE_LABEL:
            return translate("words", "Quarantine label")
        case PaperKind.HAZARD_LABEL:
            return translate("words", "Hazard label")
        case PaperKind.UNCLAIMED_LABEL:
            return translate("words", "Label of an unclaimed box")
        case PaperKind.ADDRESS_LABEL:
            return translate("words", "Address label")
        case _:
            return _sheet_word(kind)


def _sheet_word(kind: str) -> str:
    match kind:
        case PaperKind.REJECTION_SLIP:
            return translate("words", "Rejection slip")
        case PaperKind.REFUSAL_SLIP:
            return translate("words", "Refusal slip")
        case PaperKind.PACKING_SLIP:
            return translate("words", "Packing slip")
        case PaperKind.HAND_OVER_LIST:
            return translate("words", "Driver's list")
        case PaperKind.ARRIVAL_LIST:
            return translate("words", "List of arrivals")
        case PaperKind.REPORT:
            return translate("words", "Report")
        case PaperKind.OPERATOR_BADGES:
            return translate("words", "Badges")
        case PaperKind.COMMAND_SHEET:
            return translate("words", "Command sheet")
        case _:
            return kind


def state_word(state: JobState) -> str:
    """Say where a print stands."""
    match state:
        case JobState.WAITING:
            return translate("words", "Waits")
        case JobState.PRINTING:
            return translate("words", "Printing")
        case JobState.PRINTED:
            return translate("words", "Printed")
        case JobState.REFUSED:
            return translate("words", "Can't be printed")
        case JobState.WITHDRAWN:
            return translate("words", "Taken back: throw it away")


def waiting_sentence(problem: str, waiting: int) -> str:
    """Say why nothing comes out, and how much waits for it."""
    if waiting == 1:
        return translate("words", "{problem} One print waits.").format(problem=problem)
    return translate("words", "{problem} {count} prints wait.").format(problem=problem, count=waiting)


def folder_sentence(folder: str) -> str:
    """Say where the folder of PDFs is."""
    return translate("words", "The PDFs lie in {}.").format(folder)


def no_printer_sentence(folder: str) -> str:
    """Say where prints lie while no printer is set."""
    return translate("words", "No printer is set. Prints lie as PDFs in {}.").format(folder)
