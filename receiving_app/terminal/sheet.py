"""`receiving-app sheet`: the command sheet as a PDF, to print and hang up at the dock."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from receiving_app.printing.command_sheet import pages
from receiving_app.printing.documents import CommandSheet, Paper
from receiving_app.printing.rendering import pdf
from receiving_app.terminal.pictures import write_lines


def sheet(file: Path, paper: str) -> int:
    """Write the sheet, over an older one too; 0: written, 2: the file can't be written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    try:
        file.write_bytes(pdf(CommandSheet(Paper(paper))))
    except OSError as error:
        sys.stderr.write(f"{file} can't be written: {error.strerror}. Name a file in a folder that is yours.\n")
        return 2
    finally:
        del application
    write_lines([f"{file}: {len(pages())} pages, {paper}. Print it at 100 %, not fitted to the page."])
    return 0
