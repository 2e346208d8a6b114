"""Several cases in the list: marked, grouped, and decided by one form."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from receiving_app.acts.decision import CrossedOrNot, Decided, NotYet, Objection
from receiving_app.domain.cases import Case, PackageCase
from receiving_app.domain.events import Choice, Wait
from receiving_app.domain.sending import Goes, Sending
from tests.ui.conftest import MakeWindow
from tests.ui.review.crossed_scenes import CASES
from tests.ui.review.item_scenes import item_cases
from tests.ui.scenes import cases
from tests.ui.seen import at_both_sizes, in_both_themes, said, settled
from ui.colors import LIGHT, Theme
from ui.main_window import MainWindow
from ui.review.case_list import CaseList
from ui.review.case_page import Evidence

LATE = cases()[0]
HELD = cases()[1]


def late(place: int) -> PackageCase:
    """Give one of many packages that came a day late."""
    package = replace(
        LATE.package, lpn=f"LP-000-2{place:02}", opened_at=LATE.package.opened_at + timedelta(minutes=place)
    )
    judgement = replace(LATE.judgement, event=f"e-{place}", number=f"RMA-000{place:02}")
    return PackageCase(package, judgement)


def shown(
    make_window: MakeWindow, *found: Case, size: tuple[int, int] = (1366, 768), colors: Theme = LIGHT
) -> MainWindow:
    window = make_window(*size, colors)
    window.toggle_review()
    window.review.attach(Evidence(supervisors=lambda: (("p-lea", "Lea"), ("p-max", "Max"))))
    window.review.show_cases(found)
    return window


def listed(window: MainWindow) -> CaseList:
    return window.review._table


def rows(window: MainWindow) -> list[tuple[str, str]]:
    model = listed(window).model()
    return [(model.index(row, 0).data(), model.index(row, 4).data()) for row in range(model.rowCount())]


def press(window: MainWindow, *keys: str) -> None:
    for key in keys:
        QTest.keySequence(listed(window), key)


def test_certain_rejects_stand_in_one_row_that_opens_and_closes(make_window: MakeWindow) -> None:
    window = shown(make_window, *(late(place) for place in range(4)), HELD)
    assert rows(window)[0] == ("▸", "4 alike: Late")
    assert len(rows(window)) == 2
    press(window, "Right")
    assert [mark for mark, _ in rows(window)] == ["▾", "", "", "", "", ""]
    press(window, "Down", "Left")
    assert len(rows(window)) == 2


def test_a_group_is_decided_in_one_act(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, *(late(place) for place in range(4)), HELD)
    assert "Cases in one act: 4" in said(window)
    with qtbot.waitSignal(window.review.decided) as decided:
        QTest.keySequence(window, "F5")
        QTest.keySequence(window, "F8")
    (decisions,) = decided.args or ((),)
    assert [(each.lpn, each.judged, each.choice) for each in decisions] == [
        (f"LP-000-20{place}", f"e-{place}", Choice.UPHOLD) for place in range(4)
    ]


def test_what_the_clients_read_of_one_act_is_said_before_and_after_it(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, *(late(place) for place in range(4)))
    one = "We can't accept your package for RMA-00001236: it came after the RMA's last day, Monday 16 November 2026."
    told = f"The client reads: {one} It goes back to you at your expense. (and 3 others the same of theirs)"
    assert told in said(window)
    QTest.keySequence(window, "F8")
    window.review.show_cases([HELD])
    window.review.show_sending(Goes(Sending.SENT))
    assert f"4 cases: decided, and the ticket service has it. {told}" in said(window)


def test_space_marks_and_escape_unmarks_all(make_window: MakeWindow) -> None:
    window = shown(make_window, *cases())
    press(window, "Space", "Down", "Space")
    assert [mark for mark, _ in rows(window)] == ["✓", "✓", "", ""]
    assert "Cases in one act: 2" in said(window)
    press(window, "Space")
    assert [mark for mark, _ in rows(window)] == ["✓", "", "", ""]
    press(window, "Esc")
    assert [mark for mark, _ in rows(window)] == [""] * 4
    assert "Cases in one act" not in said(window)


def test_shift_and_an_arrow_mark_on_and_a_key_marks_all(make_window: MakeWindow) -> None:
    window = shown(make_window, *cases())
    press(window, "Shift+Down", "Shift+Down")
    assert [mark for mark, _ in rows(window)] == ["✓", "✓", "✓", ""]
    press(window, "Ctrl+A")
    assert [mark for mark, _ in rows(window)] == ["✓"] * 4


def test_a_key_marks_all_that_are_alike(make_window: MakeWindow) -> None:
    window = shown(make_window, HELD, late(1), late(2))
    press(window, "Down")
    QTest.keySequence(window, "F12")
    assert [mark for mark, _ in rows(window)] == ["", "✓", "✓"]


def test_unlike_cases_can_only_be_left_for_now(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, LATE, CASES["crossed"], item_cases()[1])
    press(window, "Ctrl+A")
    with qtbot.assertNotEmitted(window.review.decided, wait=50):
        QTest.keySequence(window, "F5")
        QTest.keySequence(window, "F6")
        QTest.keySequence(window, "F7")
    with qtbot.waitSignal(window.review.decided) as handed:
        QTest.keySequence(window, "F11")
        QTest.keySequence(window, "F8")
    (decisions,) = handed.args or ((),)
    assert all(isinstance(each, NotYet) and each.why is Wait.DELEGATED and each.to == "p-lea" for each in decisions)
    assert len(decisions) == 3


def test_two_exchanges_are_decided_alike(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = shown(make_window, CASES["crossed"], CASES["half crossed"])
    press(window, "Ctrl+A")
    with qtbot.waitSignal(window.review.decided) as decided:
        QTest.keySequence(window, "F6")
        QTest.keySequence(window, "F8")
    (decisions,) = decided.args or ((),)
    assert [isinstance(each, CrossedOrNot) and each.crossed for each in decisions] == [False, False]


def test_what_could_not_be_decided_says_why_and_stays_marked_with_the_note(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = shown(make_window, *cases())
    press(window, "Ctrl+A")
    QTest.keySequence(window, "F6")
    QTest.keyClicks(window.review._together._form._note, "as agreed")
    with qtbot.waitSignal(window.review.decided) as decided:
        QTest.keySequence(window, "F8")
    (decisions,) = decided.args or ((),)
    assert all(isinstance(each, Decided) and each.note == "as agreed" for each in decisions)
    window.review.show_cases(cases()[1:3])
    window.review.show_left(((1, Objection.OWN_WORK), (2, Objection.JUDGED_AGAIN)))
    assert [mark for mark, _ in rows(window)] == ["✓", "✓"]
    assert "Not decided: 2. They stay marked, and say why." in said(window)
    told = window.review._together._table.model()
    assert [told.index(row, 1).data() for row in range(2)] == [
        "This is your own work. Another supervisor must decide it.",
        "This was judged again meanwhile. Look at it anew.",
    ]
    assert window.review._together._form._note.text() == "as agreed"


def test_what_was_decided_leaves_an_empty_form_and_the_keys_to_the_list(make_window: MakeWindow) -> None:
    window = shown(make_window, *cases())
    press(window, "Ctrl+A")
    QTest.keyClicks(window.review._together._form._note, "as agreed")
    window.review._together._form._note.setFocus()
    window.review.go_on()
    window.review.show_cases(cases())
    assert listed(window).hasFocus()
    press(window, "Ctrl+A")
    assert window.review._together._form._note.text() == ""


def test_a_case_that_is_gone_to_opens_its_group(make_window: MakeWindow) -> None:
    window = shown(make_window, *(late(place) for place in range(4)), HELD)
    window.review.choose(late(2))
    assert rows(window)[3][1].startswith("Arrived one day late")
    assert listed(window).currentIndex().row() == 3


@in_both_themes
@at_both_sizes
@pytest.mark.usefixtures("pseudo")
def test_every_look_is_whole_in_a_language_two_fifths_longer(
    make_window: MakeWindow, size: tuple[int, int], colors: Theme
) -> None:
    window = shown(make_window, *(late(place) for place in range(4)), HELD, size=size, colors=colors)
    assert settled(window) == []
    QTest.keyClick(listed(window), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert settled(window) == []
    window.review.show_left(((0, Objection.OWN_WORK), (1, Objection.JUDGED_AGAIN)))
    assert settled(window) == []
