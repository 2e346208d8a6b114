"""`receiving-app sheet`: the command sheet as a file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from receiving_app.printing.command_sheet import pages
from tests.terminal.conftest import Run


def test_it_writes_a_pdf_as_its_own_program_without_a_display(tmp_path: Path) -> None:
    target = tmp_path / "commands.pdf"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DISPLAY"))}
    command = [sys.executable, "-m", "receiving_app", "sheet", str(target)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == f"{target}: {len(pages())} pages, letter. Print it at 100 %, not fitted to the page.\n"
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("choice", "points"), [((), (612, 792)), (("--paper", "letter"), (612, 792)), (("--paper", "a4"), (595, 842))]
)
def test_the_paper_is_letter_unless_a4_is_asked_for(
    qtbot: QtBot, run: Run, tmp_path: Path, choice: tuple[str, ...], points: tuple[int, int]
) -> None:
    target = tmp_path / "commands.pdf"
    target.write_text("an older one")
    assert run("sheet", target, *choice).code == 0

    document = QPdfDocument()
    document.load(str(target))
    size = document.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == points
    assert document.pageCount() == len(pages())
    document.close()


def test_a_place_that_takes_no_file_gets_one_sentence(qtbot: QtBot, run: Run, tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "no-such-folder" / "commands.pdf"):
        ran = run("sheet", target)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"{target} can't be written: ")
        assert ran.err.count("\n") == 1


def test_other_paper_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("sheet", tmp_path / "commands.pdf", "--paper", "legal")
    assert ran.code == 2
    assert "choose from" in ran.err
