"""What a check of the journal has found, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.journal_check import JournalCheck

translate = QCoreApplication.translate


def fault_sentence(code: str, seq: int = 0, until: int = 0) -> str:
    """Say one thing that is wrong with the journal; a code that isn't known is shown as it is."""
    match code:
        case "ALTERED":
            return translate("words", "Event {} of the journal was altered.").format(seq)
        case "UNLINKED":
            return translate("words", "Event {} of the journal doesn't follow the one before.").format(seq)
        case "MISSING" if seq == until:
            return translate("words", "Event {} of the journal is missing.").format(seq)
        case "MISSING":
            said = translate("words", "Events {seq} to {until} of the journal are missing.")
            return said.format(seq=seq, until=until)
        case "MISPLACED":
            return translate("words", "Event {} of the journal stands at a wrong place.").format(seq)
        case "UNREADABLE":
            return translate("words", "Event {} of the journal can't be read.").format(seq)
        case "MISFILED":
            return translate("words", "Event {} of the journal is filed wrongly.").format(seq)
        case "DIFFERS":
            return translate("words", "The ticket service has another event {} than the journal.").format(seq)
        case "CUT":
            said = translate("words", "The journal's end is missing: {until} events were sent, {seq} are here.")
            return said.format(seq=seq, until=until)
        case "FORGED" | "STRANGER":
            return translate("words", "The ticket service's signature of event {} doesn't hold.").format(seq)
        case _:
            return f"{code} {seq}"


def broken_sentence(first: str, others: int) -> str:
    """Say that the journal isn't what was written, and what to do."""
    what_to_do = translate("words", "Change nothing, keep the data folder, call support.")
    if not others:
        return f"{first} {what_to_do}"
    return f"{first} {translate('words', '{} more faults.').format(others)} {what_to_do}"


def whole_sentence(events: int, signed_up_to: int) -> str:
    """Say that the journal is what was written, and how far the ticket service says so too."""
    if not signed_up_to:
        said = translate("words", "Journal checked: all {} events are as written; none is countersigned yet.")
        return said.format(events)
    said = translate("words", "Journal checked: all {events} events are as written, countersigned up to {signed}.")
    return said.format(events=events, signed=signed_up_to)


def check_sentence(check: JournalCheck) -> str:
    """Say what a check has found."""
    if check.fault:
        return broken_sentence(fault_sentence(check.fault, check.seq, check.until), check.others)
    return whole_sentence(check.events, check.signed)


def last_check_sentence(when: str) -> str:
    """Say when the journal was last checked, in front of what was found; an empty text: never."""
    if not when:
        return translate("words", "The journal has not been checked yet.")
    return translate("words", "Last check of the journal: {}.").format(when)


def checking_sentence(checked: int) -> str:
    """Say how far a check has come."""
    return translate("words", "The journal is being checked: {} events so far.").format(checked)


def unchecked_sentence() -> str:
    """Say that a check came to no end."""
    return translate("words", "The journal could not be checked. The log says why; try again.")
