"""ZPL says the painted page, dot for dot."""

from __future__ import annotations

import numpy as np
import pytest
import zxingcpp
from pytestqt.qtbot import QtBot

from receiving_app.printing import zpl
from receiving_app.printing.documents import LABEL_KINDS, Document, HazardLabel, LpnRoll
from receiving_app.printing.rendering import picture
from tests.printing.decoders import pixels
from tests.printing.examples import ITEM, LPN, UNUSUAL, USUAL, named
from tests.printing.zpl_reader import FORMAT, printed

LABELS = [document for document in (*USUAL, *UNUSUAL[:4]) if document.kind in LABEL_KINDS]


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("document", LABELS, ids=named)
def test_a_label_comes_out_as_the_preview_shows_it(qtbot: QtBot, document: Document, dpi: int) -> None:
    first = zpl.labels(document, dpi).partition(b"^XZ\n")[0] + b"^XZ\n"
    page = pixels(picture(document, 0, dpi))

    assert printed(first).shape == page.shape
    assert (printed(first) != (page < 128)).mean() < 0.0005, "grey at the edges of letters may fall either way"


def test_what_a_printer_sets_reads_back(qtbot: QtBot) -> None:
    dots = printed(zpl.labels(USUAL[3], 203))
    found = zxingcpp.read_barcodes(np.where(dots, 0, 255).astype(np.uint8), text_mode=zxingcpp.TextMode.Plain)

    assert [code.text for code in found] == [ITEM, ITEM]


def test_copies_are_the_printers_work_and_pages_are_labels_of_their_own(qtbot: QtBot) -> None:
    roll = zpl.labels(LpnRoll((LPN, "LPN-DOCK-1-0000022", "LPN-DOCK-1-0000030")), 203, copies=2)

    assert roll.count(b"^XA") == roll.count(b"^XZ") == roll.count(b"^PQ2") == 3


def test_a_reprint_says_so(qtbot: QtBot) -> None:
    again = printed(zpl.labels(USUAL[3], 203, is_copy=True))

    assert again[32:84, 630:780].mean() > 0.4


def test_nothing_of_a_text_reaches_the_printer_as_a_command(qtbot: QtBot) -> None:
    sent = zpl.labels(HazardLabel(LPN, "^XZ~JR^FD smoke"), 203)

    assert FORMAT.fullmatch(sent)
    assert b"~" not in sent


def test_a_label_is_small_enough_for_the_oldest_network(qtbot: QtBot) -> None:
    assert len(zpl.labels(USUAL[3], 203)) < 60_000
