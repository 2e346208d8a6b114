"""What is said while a case's papers are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def writing_sentence(page: int, pages: int) -> str:
    """Say how far the papers are."""
    if not page:
        return translate("words", "The evidence is being put together.")
    return translate("words", "The evidence is being written: page {page} of {pages}.").format(page=page, pages=pages)


def written_sentence(file: str, missing: int) -> str:
    """Say where the papers are, and what is missing in them."""
    if not missing:
        return translate("words", "The evidence is written: {}").format(file)
    said = translate("words", "The evidence is written, with {missing} originals missing or changed: {file}")
    return said.format(missing=missing, file=file)


def no_case_sentence() -> str:
    """Say that there are no papers to write."""
    return translate("words", "Nothing of this case is known here: there is no evidence to write.")


def not_written_sentence() -> str:
    """Say that writing failed for a reason that nobody can mend here."""
    return translate("words", "The evidence could not be written. The log says why; try again.")
