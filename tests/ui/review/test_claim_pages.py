"""Boxes that nobody can place, identified, kept and given up by keyboard alone, and by scans."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from receiving_app.acts.decision import Decided, FoundOnBox, GivenUp, KeptHere, NotYet, WayAgreed, Whose
from receiving_app.domain.cases import Case
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice
from receiving_app.domain.rma_number import number_key
from receiving_app.domain.unclaimed_events import Becomes
from tests.ui.conftest import MakeWindow
from tests.ui.review.claim_scenes import CANDIDATES, CASES, LPN
from tests.ui.scenes import NOW, RMA
from tests.ui.seen import at_both_sizes, in_both_themes, said, settled
from ui.colors import Theme
from ui.main_window import MainWindow
from ui.review.case_page import Evidence
from ui.review.claim_page import ClaimPage

SECOND = number_key("RMA-00001244")


def shown(make_window: MakeWindow, case: Case, *size: int | Theme) -> MainWindow:
    window = make_window(*size)
    window.toggle_review()
    window.review.attach(Evidence(whose=lambda box: CANDIDATES if box.clues else ()))
    window.review.show_cases([case])
    QApplication.processEvents()
    return window


def page(window: MainWindow) -> ClaimPage:
    claim = window.review.claim
    assert claim is not None
    return claim


def field(window: MainWindow, name: str) -> QLineEdit:
    fields = window.review.findChildren(QLineEdit)
    return next(each for each in fields if each.isVisible() and name in each.accessibleName())


def decided(qtbot: QtBot, window: MainWindow, *keys: str) -> object:
    with qtbot.waitSignal(window.review.decided) as signal:
        for key in keys:
            QTest.keySequence(window, key)
    return signal.args[0]


def by_scans(qtbot: QtBot, window: MainWindow, *scans: Command | str) -> object:
    with qtbot.waitSignal(window.review.decided) as signal:
        for scan in scans:
            if isinstance(scan, Command):
                window.review.obey(scan)
            else:
                page(window).takes_place(scan)
    return signal.args[0]


def test_every_candidate_stands_there_with_its_reasons(make_window: MakeWindow) -> None:
    words = said(shown(make_window, CASES["unidentified"]))
    for each in (
        "1. RMA-00001236, Great Lakes Fleet Safety, LLC",
        "it lists the serial number CP4-0091-7731",
        "its number is nearly RMA-00001245",
        "3. Great Lakes Fleet Safety, LLC without an RMA",
        "CP4-0091-7731 (inside)",
    ):
        assert each in words


def test_what_nobody_knows_says_what_to_do(make_window: MakeWindow) -> None:
    assert "Scan or type what is found on the box." in said(shown(make_window, CASES["nothing known"]))


def test_a_typed_clue_goes_up_with_where_it_was_found(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, CASES["unidentified"])
    QTest.keySequence(window, "F2")
    clue = field(window, "Found on it")
    assert clue.hasFocus()
    QTest.keyClicks(clue, "SW0012345")
    QTest.keySequence(window, "Ctrl+I")
    with qtbot.waitSignal(window.review.decided) as signal:
        QTest.keyClick(clue, Qt.Key.Key_Return)
    assert signal.args == [FoundOnBox(LPN, "SW0012345", inside=True)]
    assert clue.text() == ""


@pytest.mark.parametrize("name", ["unidentified", "unclaimed"])
def test_the_likeliest_is_chosen_by_key(make_window: MakeWindow, qtbot: QtBot, name: str) -> None:
    window = shown(make_window, CASES[name])
    said = decided(qtbot, window, "F4", "F8")
    assert isinstance(said, Whose)
    assert (said.lpn, said.rma_key, said.partner) == (LPN, number_key(RMA.number), "")


def test_another_candidate_is_turned_to_by_scans(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, CASES["unidentified"])
    said = by_scans(qtbot, window, Command.CHOICE_1, Command.REASON_ON, Command.DECIDE)
    assert isinstance(said, Whose)
    assert said.rma_key == SECOND
    partner = by_scans(qtbot, window, Command.REASON_ON, Command.DECIDE)
    assert isinstance(partner, Whose)
    assert (partner.rma_key, partner.partner) == ("", RMA.partner)


def test_to_leave_it_for_now_means_nothing_over_a_box_that_is_kept(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, CASES["over"])
    said = by_scans(qtbot, window, Command.PUT_OFF, Command.HAND_ON, Command.DECIDE)
    assert isinstance(said, Whose)


def test_a_box_is_kept_by_key_and_by_scans_with_its_shelf(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, CASES["unidentified"])
    assert by_scans(qtbot, window, "B12", Command.DECIDE) == KeptHere(LPN, "B12")
    QTest.keySequence(window, "F5")
    shelf = field(window, "Shelf")
    shelf.clear()
    QTest.keySequence(window, "F8")
    assert "Write or scan the shelf" in window.review.claim._form._error.text()  # type: ignore[union-attr]
    QTest.keyClicks(shelf, "C3")
    assert decided(qtbot, window, "F8") == KeptHere(LPN, "C3")


def test_it_can_be_overridden_and_put_off_like_every_package(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, CASES["unidentified"])
    QTest.keySequence(window, "F6")
    QTest.keyClicks(field(window, "Note"), "ours")
    overridden = decided(qtbot, window, "F8")
    assert isinstance(overridden, Decided)
    assert overridden.choice is Choice.OVERRIDE
    assert isinstance(decided(qtbot, window, "F10", "F8"), NotYet)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("unclaimed", "UNC-DOCK-1-0000118 stands at B12, for 31 days."),
        ("unclaimed", "Ask around for whose it is."),
        ("resting", "Nobody has claimed it yet."),
        ("a claim", "RMA-00001992 may claim it: it lists the serial number"),
        ("over", "Nobody has claimed it in 90 days: it may be abandoned."),
        ("no shelf", "stands on no shelf yet"),
    ],
)
def test_an_unclaimed_box_says_how_it_stands(make_window: MakeWindow, name: str, words: str) -> None:
    assert words in said(shown(make_window, CASES[name]))


def test_who_has_asked_around_keeps_it_on_with_two_keys(make_window: MakeWindow, qtbot: QtBot) -> None:
    assert decided(qtbot, shown(make_window, CASES["unclaimed"]), "F5", "F8") == KeptHere(LPN, "")


def test_who_pays_and_since_when_is_said_by_keys(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, CASES["unclaimed"])
    QTest.keySequence(window, "F6")
    QTest.keyClicks(field(window, "Who pays"), "Ann Rivers")
    assert decided(qtbot, window, "F8") == WayAgreed(LPN, "Ann Rivers", NOW.date())
    window.review.obey(Command.REASON_ON)
    assert decided(qtbot, window, "F8") == WayAgreed(LPN, "Ann Rivers", NOW.date() - timedelta(days=1))


@pytest.mark.parametrize(
    ("key", "command", "becomes"),
    [("F7", Command.CHOICE_4, Becomes.SCRAPPED), ("F10", Command.CHOICE_5, Becomes.KEPT)],
)
def test_it_is_given_up_by_key_and_by_scans(
    make_window: MakeWindow, qtbot: QtBot, key: str, command: Command, becomes: Becomes
) -> None:
    window = shown(make_window, CASES["over"])
    given_up = GivenUp(LPN, becomes, "nobody-answered")
    assert decided(qtbot, window, key, "F8") == given_up
    assert by_scans(qtbot, window, command, Command.DECIDE) == given_up


def test_another_box_is_looked_at_from_the_outside_first(make_window: MakeWindow) -> None:
    window = shown(make_window, CASES["unidentified"])
    window.review.obey(Command.INSIDE)
    assert page(window).inside
    window.review.show_cases([CASES["unidentified"], CASES["unclaimed"]])
    assert page(window).inside
    window.review.choose(CASES["unclaimed"])
    assert not page(window).inside


@pytest.mark.usefixtures("pseudo")
@in_both_themes
@at_both_sizes
@pytest.mark.parametrize("name", CASES)
def test_every_page_is_whole(make_window: MakeWindow, name: str, size: tuple[int, int], colors: Theme) -> None:
    window = shown(make_window, CASES[name], *size, colors)
    assert settled(window) == []
