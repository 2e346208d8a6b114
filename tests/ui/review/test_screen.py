"""The review screen: the queue, the evidence, and a decision by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTableView, QTabWidget
from pytestqt.qtbot import QtBot

from receiving_app.acts.decision import Decided
from receiving_app.domain.cases import PackageCase
from receiving_app.domain.events import Choice, Subject
from receiving_app.domain.roles import RULES
from receiving_app.queries.answers import TimelineEntry
from tests.ui.conftest import MakeWindow
from tests.ui.scenes import NOW, cases
from ui.main_window import MainWindow
from ui.review.case_page import Evidence


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    window = make_window()
    window.toggle_review()
    window.review.show_cases(cases())
    return window


def said(window: MainWindow) -> str:
    labels = [label for label in window.review.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.accessibleName() or label.text() for label in labels)


def table(window: MainWindow) -> QTableView:
    return next(view for view in window.review.findChildren(QTableView) if "Cases" in view.accessibleName())


def column(window: MainWindow, title: str) -> list[str]:
    model = table(window).model()
    titles = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    return [model.index(row, titles.index(title)).data() for row in range(model.rowCount())]


def note(window: MainWindow) -> QLineEdit:
    return next(field for field in window.review.findChildren(QLineEdit) if "Note" in field.accessibleName())


def test_the_queue_shows_age_verdict_rma_partner_package_and_reason(window: MainWindow) -> None:
    assert column(window, "Since") == ["5 hours", "4 hours", "3 hours", "2 hours"]
    assert column(window, "What") == ["Package"] * 4
    assert column(window, "Verdict") == ["REJECT", "HOLD", "HOLD", "HOLD"]
    assert column(window, "RMA")[1] == "RMA-00042424"
    assert column(window, "Partner")[0] == "Great Lakes Fleet Safety, LLC"
    assert column(window, "Package")[0] == "LP-000-100"
    assert column(window, "Reason")[0] == "Arrived one day late: last day was Mon 16 Nov."


def test_why_a_case_waits_is_seen_without_scrolling_on_a_small_screen(window: MainWindow) -> None:
    view = table(window)
    titles = [view.model().headerData(place, Qt.Orientation.Horizontal) for place in range(view.model().columnCount())]
    place = titles.index("Reason")
    right = view.columnViewportPosition(place) + view.columnWidth(place)
    assert right <= view.viewport().width()


@pytest.mark.parametrize(("place", "verdicts"), [(0, 4), (1, 1), (2, 3), (3, 0)])
def test_the_filter_leaves_rejects_or_holds(window: MainWindow, place: int, verdicts: int) -> None:
    choice = next(box for box in window.review.findChildren(QComboBox) if box.accessibleName() == "Which cases")
    choice.setCurrentIndex(place)
    assert len(column(window, "Verdict")) == verdicts


def test_the_chosen_case_is_told_with_what_failed_first(window: MainWindow) -> None:
    lines = said(window).splitlines()
    answers = [line for line in lines if line.endswith((": Yes", ": No", ": Unsure"))]
    assert answers[0] == "In time: No"
    assert all(line.endswith(": Yes") for line in answers[1:])
    QTest.keyClick(table(window), Qt.Key.Key_Down)
    assert "The ticket service couldn't be asked about RMA-00042424." in said(window)


def test_a_case_stays_chosen_while_the_queue_changes(window: MainWindow) -> None:
    QTest.keyClick(table(window), Qt.Key.Key_Down)
    window.review.show_cases(cases()[1:])
    assert table(window).currentIndex().row() == 0
    assert "RMA-00042424" in said(window)


def test_the_keyboard_alone_upholds(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.review.decided) as decided:
        QTest.keySequence(window, "F5")
        QTest.keySequence(window, "F8")
    key = cases()[0].judgement
    assert decided.args == [Decided("LP-000-100", key.key, key.event, Choice.UPHOLD, "rule-stands", "")]


def test_an_override_without_a_note_is_asked_for_one_beside_the_field(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keySequence(window, "F6")
    with qtbot.assertNotEmitted(window.review.decided):
        QTest.keySequence(window, "F8")
    assert "Write a note: say why you override the rules." in said(window)
    assert note(window).hasFocus()
    with qtbot.waitSignal(window.review.decided) as decided:
        QTest.keyClicks(note(window), "Ann of support called")
        QTest.keyClick(note(window), Qt.Key.Key_Return)
    assert isinstance(decided.args, list)
    assert decided.args[0].choice is Choice.OVERRIDE
    assert decided.args[0].reason == "support-confirmed"
    assert decided.args[0].note == "Ann of support called"


def test_another_case_starts_with_an_empty_note(window: MainWindow) -> None:
    QTest.keyClicks(note(window), "seen it")
    QTest.keyClick(table(window), Qt.Key.Key_Down)
    assert note(window).text() == ""


def test_a_refused_decision_says_why_in_place_and_keeps_the_note(window: MainWindow) -> None:
    QTest.keyClicks(note(window), "seen it")
    window.review.show_refusal("Your role may not do this. Ask a supervisor.")
    assert "Your role may not do this. Ask a supervisor." in said(window)
    assert note(window).text() == "seen it"


def test_fresh_news_of_the_queue_keeps_a_half_written_note(window: MainWindow) -> None:
    QTest.keySequence(window, "F6")
    QTest.keyClicks(note(window), "half a sen")
    window.review.show_cases(cases())
    assert note(window).text() == "half a sen"


def test_the_label_photo_is_asked_for_by_its_hash_when_it_is_looked_at(window: MainWindow) -> None:
    asked: list[str] = []
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(content, QByteArray(b"png")).write(picture)

    def photo(sha: str) -> bytes:
        asked.append(sha)
        return bytes(content.data().data())

    window.review.attach(Evidence(photo))
    first = cases()[0]
    window.review.show_cases([PackageCase(replace(first.package, photos=("ab12",)), first.judgement)])
    assert asked == []
    tabs = window.review.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(2)
    assert asked == ["ab12"]
    assert any(
        not label.pixmap().isNull() and label.accessibleName() == "Photo of the label"
        for label in tabs.findChildren(QLabel)
    )


def test_a_photo_that_is_no_picture_is_told(window: MainWindow) -> None:
    window.review.attach(Evidence(lambda _sha: b"no picture"))
    first = cases()[0]
    window.review.show_cases([PackageCase(replace(first.package, photos=("ab12",)), first.judgement)])
    tabs = window.review.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(2)
    assert "There is no photo of this label." in said(window)


def test_the_packages_story_is_told(window: MainWindow) -> None:
    entry = TimelineEntry(NOW, RULES, "package.judged", Subject("LP-000-100"), (("verdict", "<b>reject</b>"),))
    window.review.attach(Evidence(story=lambda _case: [entry]))
    tabs = window.review.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(3)
    story = tabs.currentWidget()
    assert isinstance(story, QTableView)
    cells = [story.model().index(0, place).data() for place in range(story.model().columnCount())]
    assert cells == ["Tue 17 Nov 09:20 CST", "Judged by the rules", "label-rules", "verdict: <b>reject</b>"]


def test_an_empty_queue_says_so(window: MainWindow, qtbot: QtBot) -> None:
    window.review.show_cases(())
    assert "Nothing waits for a decision." in said(window)
    with qtbot.assertNotEmitted(window.review.decided):
        QTest.keySequence(window, "F8")
