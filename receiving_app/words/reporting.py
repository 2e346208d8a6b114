"""What is said while reports are counted and saved."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def period_fault_sentence() -> str:
    """Say why a period can't be reported on, and what to do."""
    return translate("words", "The last day is before the first. Choose a later last day.")


def counting_sentence(percent: int) -> str:
    """Say how far the journal is counted."""
    return translate("words", "Counting the journal: {} %. Esc stops it.").format(percent)


def saved_sentence(file: str) -> str:
    """Say where a report was saved."""
    return translate("words", "Saved as {}.").format(file)


def not_saved_sentence(file: str) -> str:
    """Say that a report could not be saved, and what to do."""
    return translate("words", "{} could not be saved. Is the disk full, or the file open? Then try again.").format(file)


def stopped_sentence() -> str:
    """Say that nothing was saved."""
    return translate("words", "Stopped. Nothing was saved.")


def no_report_sentence() -> str:
    """Say that the memory could not be asked."""
    return translate("words", "The report can't be read. Try again; if it fails again, call support.")
