"""The demo pictures show what their list says, read back by the decoder that the station uses first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

import resources
from receiving_app.printing.demo_labels import DemoLabel, read_list, write

LABELS = read_list(resources.path("demo", "labels.json"))
NAMES = {"Code128": "code128", "QRCode": "qr"}


def codes_in(file: Path) -> set[tuple[str, str]]:
    picture = QImage(str(file)).convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = memoryview(picture.constBits()).cast("B", (picture.height(), picture.bytesPerLine()))
    found = zxingcpp.read_barcodes(pixels, text_mode=zxingcpp.TextMode.Plain)
    return {(NAMES[code.format.name], code.text) for code in found}


@pytest.mark.parametrize("label", LABELS, ids=lambda label: str(label.file))
def test_a_picture_reads_as_its_list_says(label: DemoLabel) -> None:
    file = resources.path("demo", label.file)

    assert codes_in(file) == {(code.symbology, code.text) for code in label.codes}
    assert QImage(str(file)).size() == QSize(1280, 720)
    assert file.stat().st_size <= 150_000


def test_there_is_a_picture_for_every_entry_and_an_entry_for_every_picture() -> None:
    assert {file.name for file in resources.path("demo").glob("*.png")} == {label.file for label in LABELS}


def test_the_script_draws_the_same_picture_again(qtbot: QtBot, tmp_path: Path) -> None:
    entry = {"file": "one.png", "codes": [{"symbology": "qr", "text": "RMA-00001236 2/3"}], "print": ["ATTN: RMA"]}
    drawn = []
    for name in ("first", "second"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "labels.json").write_text(json.dumps([entry]), encoding="utf-8")
        write(folder)
        drawn.append((folder / "one.png").read_bytes())

    assert drawn[0] == drawn[1]
    assert codes_in(tmp_path / "first" / "one.png") == {("qr", "RMA-00001236 2/3")}


def test_a_symbology_that_cannot_be_drawn_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    entry = {"file": "one.png", "codes": [{"symbology": "maxicode", "text": "X"}], "print": []}
    (tmp_path / "labels.json").write_text(json.dumps([entry]), encoding="utf-8")

    with pytest.raises(ValueError, match=r"one\.png: only qr and code128"):
        write(tmp_path)
