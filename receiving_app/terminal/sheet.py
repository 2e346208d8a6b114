"""`receiving-app sheet`: the command sheet, badges or licence plates as a PDF, to print."""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from receiving_app.acts.printing import MOST_PLATES
from receiving_app.printing.documents import Badge, CommandSheet, Document, LpnRoll, OperatorBadges, Paper
from receiving_app.printing.rendering import layouts, pdf
from receiving_app.settings import Settings
from receiving_app.storage import plates
from receiving_app.storage.store import open_store
from receiving_app.terminal.pictures import write_lines

_COLUMNS = ["name", "role", "badge"]


def sheet(file: Path, paper: str) -> int:
    """Write the command sheet, over an older one too; 0: written, 2: the file can't be written."""
    application = _application()
    code = _write(file, CommandSheet(Paper(paper)), paper)
    del application
    return code


def badges(file: Path, people: Path, paper: str) -> int:
    """Write a badge for each person of a CSV file with the columns name, role and badge; 2 where one can't be."""
    application = _application()
    try:
        cards = _cards(people)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no CSV file in UTF-8"
        return _refuse(f"{people} can't be read: {why}. Give a file with a line for each person: name,role,badge.")
    except ValueError as error:
        return _refuse(f"{people}: {error}")
    try:
        code = _write(file, OperatorBadges(cards, Paper(paper)), paper)
    except ValueError:
        code = _refuse(f"{people}: a badge has characters that no bar code holds. Use letters, digits and dashes.")
    del application
    return code


def licence_plates(file: Path, count: int, settings: Settings) -> int:
    """Write a roll of licence plates, a page each; their numbers are given to no other box. Raise `StoreError`."""
    if not 1 <= count <= MOST_PLATES:
        return _refuse(f"A roll has 1 to {MOST_PLATES} plates, not {count}.")
    application = _application()
    store = open_store(settings.data_folder)
    try:
        store.claim(settings.station, settings.data_kind)
        with store.transaction() as connection:
            roll = plates.new_roll(connection, settings.station, count)
        return _write(file, LpnRoll(roll), "labels of 4 by 6 inches")
    finally:
        store.close()
        del application


def _application() -> QCoreApplication:
    """Give the application that painting needs; keep it while you paint."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication.instance() or QGuiApplication(sys.argv[:1])


def _cards(people: Path) -> tuple[Badge, ...]:
    """Read the badges; raise `ValueError` with a sentence where a line is none."""
    with people.open(encoding="utf-8-sig", newline="") as lines:
        rows = [[cell.strip() for cell in row] for row in csv.reader(lines)]
    rows = [row for row in rows if any(row)]
    if rows and [cell.lower() for cell in rows[0]] == _COLUMNS:
        rows = rows[1:]
    for place, row in enumerate(rows, 1):
        if len(row) != len(_COLUMNS) or not all(row):
            raise ValueError(f"person {place} needs a name, a role and a badge, in this order, between commas.")
    if not rows:
        raise ValueError("there is nobody in it. Write a line for each person: name,role,badge.")
    return tuple(Badge(*row) for row in rows)


def _write(file: Path, document: Document, paper: str) -> int:
    content = pdf(document)
    try:
        file.write_bytes(content)
    except OSError as error:
        return _refuse(f"{file} can't be written: {error.strerror}. Name a file in a folder that is yours.")
    count = len(layouts(document))
    pages = "one page" if count == 1 else f"{count} pages"
    write_lines([f"{file}: {pages}, {paper}. Print it at 100 %, not fitted to the page."])
    return 0


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 2
