"""`receiving-app sheet`: the command sheet as a file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from receiving_app.domain.lpn import lpn_of
from receiving_app.printing.command_sheet import pages
from receiving_app.qt.instance import FolderLock
from tests.printing.decoders import read_by_zxing
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


def people(folder: Path, text: str) -> Path:
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    return path


def page(target: Path, place: int = 0) -> QImage:
    document = QPdfDocument()
    document.load(str(target))
    image = document.render(place, document.pagePointSize(place).toSize() * 3)
    document.close()
    return image


def test_each_person_of_a_list_gets_a_badge(qtbot: QtBot, run: Run, tmp_path: Path) -> None:
    target = tmp_path / "badges.pdf"
    listed = people(tmp_path, "name,role,badge\nRosa Diaz,Dock,BADGE-0042\n\nTom Lee, Technician ,BADGE-0043\n")
    ran = run("sheet", target, "--badges", listed, "--paper", "a4")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{target}: one page, a4. Print it at 100 %, not fitted to the page.\n"
    assert [text for _, text in read_by_zxing(page(target))] == ["BADGE-0042", "BADGE-0043"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "there is nobody in it."),
        ("Rosa Diaz,Dock\n", "person 1 needs a name, a role and a badge"),
        ("Rosa,Dock,B-1\nTom,,B-2\n", "person 2 needs a name"),
        ("Rosa,Dock,Bädge\n", "a badge has characters that no bar code holds."),
    ],
)
def test_a_list_that_makes_no_badges_is_refused_in_a_sentence(
    qtbot: QtBot, run: Run, tmp_path: Path, text: str, says: str
) -> None:
    ran = run("sheet", tmp_path / "badges.pdf", "--badges", people(tmp_path, text))

    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert not (tmp_path / "badges.pdf").exists()


def test_a_list_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    ran = run("sheet", tmp_path / "badges.pdf", "--badges", tmp_path / "nobody.csv")

    assert ran.code == 2
    assert "nobody.csv can't be read: No such file or directory." in ran.err


def test_rolls_of_plates_never_share_a_number(qtbot: QtBot, run: Run, tmp_path: Path) -> None:
    data = ("--data-folder", tmp_path / "data")
    for name in ("first.pdf", "second.pdf"):
        assert run("sheet", tmp_path / name, "--plates", "2", *data).code == 0
    read = {
        text
        for name in ("first.pdf", "second.pdf")
        for place in (0, 1)
        for _, text in read_by_zxing(page(tmp_path / name, place))
    }

    assert read == {lpn_of("DOCK-1", number) for number in range(1, 5)}


@pytest.mark.parametrize("count", ["0", "-3", "501"])
def test_a_roll_of_no_length_is_refused(run: Run, tmp_path: Path, count: str) -> None:
    ran = run("sheet", tmp_path / "plates.pdf", "--plates", count, "--data-folder", tmp_path / "data")

    assert (ran.code, ran.err) == (2, f"A roll has 1 to 500 plates, not {count}.\n")
    assert not (tmp_path / "data" / "station.sqlite3").exists()


def test_plates_are_not_taken_from_a_station_that_is_running(run: Run, tmp_path: Path) -> None:
    with FolderLock(tmp_path / "data"):
        ran = run("sheet", tmp_path / "plates.pdf", "--plates", "2", "--data-folder", tmp_path / "data")

    assert ran.code == 3
    assert ran.err.count("\n") == 1
