"""The review screen: the queue, the evidence, and a decision by keyboard alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTableView, QTabWidget
from pytestqt.qtbot import QtBot

from receiving_app.acts.decision import Decided, NotYet
from receiving_app.domain.authorization import RmaState
from receiving_app.domain.became import Became, Refused, Word
from receiving_app.domain.cases import CaseKind, PackageCase, Shown, Unread, Wanted
from receiving_app.domain.events import Choice, ClipKept, ClipReason, Subject, Wait
from receiving_app.domain.item_events import PhotoTaken
from receiving_app.domain.money import Money
from receiving_app.domain.partner_history import PartnerHistory
from receiving_app.domain.precedents import Precedent, Precedents
from receiving_app.domain.putting_off import PutOff
from receiving_app.domain.roles import RULES
from receiving_app.domain.sending import Goes, Sending
from receiving_app.queries.answers import Past, TimelineEntry
from receiving_app.words.photos import trouble_sentence
from tests.ui.conftest import MakeWindow
from tests.ui.layout_faults import faults
from tests.ui.scenes import LATE, NOW, POLICY, RMA, cases
from tests.ui.seen import said
from ui.main_window import MainWindow
from ui.parts.photo_view import Pictures
from ui.review.case_page import Evidence

ONE_CAMERA = replace(RMA, lines=RMA.lines[:1])


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    window = make_window()
    window.toggle_review()
    window.review.show_cases(cases())
    return window


def table(window: MainWindow) -> QTableView:
    return window.review._table


def column(window: MainWindow, title: str) -> list[str]:
    model = table(window).model()
    titles = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    return [model.index(row, titles.index(title)).data() for row in range(model.rowCount())]


def note(window: MainWindow) -> QLineEdit:
    fields = [field for field in window.review.findChildren(QLineEdit) if field.isVisible()]
    return next(field for field in fields if "Note" in field.accessibleName())


def test_the_queue_shows_age_verdict_rma_partner_package_and_reason(window: MainWindow) -> None:
    assert column(window, "Since") == ["5 hours", "4 hours", "3 hours", "DANGER, 2 hours"]
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


def choice(window: MainWindow, name: str) -> QComboBox:
    return next(box for box in window.review.findChildren(QComboBox) if box.accessibleName() == name)


@pytest.mark.parametrize(("place", "verdicts"), [(0, 4), (1, 1), (2, 3), (3, 0)])
def test_the_filter_leaves_rejects_or_holds(window: MainWindow, place: int, verdicts: int) -> None:
    choice(window, "Which verdicts").setCurrentIndex(place)
    assert len(column(window, "Verdict")) == verdicts


def test_the_list_leaves_one_kind_and_one_partner_and_says_of_how_many(window: MainWindow) -> None:
    kinds, partners = choice(window, "Which kinds"), choice(window, "Which partner")
    kinds.setCurrentText("Device")
    assert column(window, "What") == []
    assert "Waiting for review: 0 of 4" in said(window)
    kinds.setCurrentIndex(0)
    partners.setCurrentText("Great Lakes Fleet Safety, LLC")
    assert set(column(window, "Partner")) == {"Great Lakes Fleet Safety, LLC"}


def test_a_part_of_a_number_is_sought_by_key_and_escape_leaves_everything_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keySequence(window, "Ctrl+F")
    with qtbot.waitSignal(window.review.filtered) as filtered:
        QTest.keyClicks(window.focusWidget(), "4")
    assert filtered.args == [Wanted(text="4")]
    QTest.keyClicks(window.focusWidget(), "242")
    assert column(window, "RMA") == ["RMA-00042424"]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert len(column(window, "RMA")) == 4


def test_the_list_is_left_as_it_was_though_nothing_of_that_partner_waits(window: MainWindow) -> None:
    window.review.show_wanted(Wanted(Shown.HOLDS, CaseKind.PACKAGE, "Somebody Else"))
    assert column(window, "RMA") == []
    assert choice(window, "Which partner").currentText() == "Somebody Else"


def test_what_waits_too_long_and_what_is_dangerous_is_said(window: MainWindow) -> None:
    window.review.set_policy(replace(POLICY, review_within=timedelta(hours=4)))
    assert column(window, "Since") == ["5 hours, overdue", "4 hours", "3 hours", "DANGER, 2 hours"]


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


class Shelf:
    """Answers each photo that is asked for when the test says so."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._pictures: list[Pictures] = []

    def fetch(self, photo: str, _room: QSize, pictures: Pictures) -> None:
        self.asked.append(photo)
        self._pictures.append(pictures)

    def answer(self, trouble: str = "") -> None:
        picture = QImage(40, 30, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.red)
        self._pictures[-1].show_picture(self.asked[-1], None if trouble else picture, trouble)


def at_the_photos(window: MainWindow, **package: Any) -> Shelf:
    """Show a case of a package with photos, and go to them."""
    shelf, first = Shelf(), cases()[0]
    window.review.attach(Evidence(shelf.fetch))
    window.review.show_cases([PackageCase(replace(first.package, **package), first.judgement)])
    assert shelf.asked == []
    tabs = window.review.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(2)
    return shelf


def seen(window: MainWindow) -> list[str]:
    """Give the names of the pictures that are seen."""
    labels = window.review.findChildren(QLabel)
    return [label.accessibleName() for label in labels if label.isVisible() and not label.pixmap().isNull()]


def test_what_the_client_will_read_follows_choice_and_question(window: MainWindow, qtbot: QtBot) -> None:
    refused = "We can't accept your package for RMA-00001236: it came after the RMA's last day, Monday 16 November"
    assert f"The client reads: {refused} 2026. It goes back to you at your expense." in said(window)
    QTest.keySequence(window, "F6")
    accepted = "came on Tuesday 17 November 2026, after the RMA's last day. We accept it all the same."
    assert f"The client reads: Your package for RMA-00001236 {accepted}" in said(window)
    QTest.keySequence(window, "F7")
    assert "The client is told nothing." in said(window)
    QTest.keyClicks(note(window), "Which truck?")
    asked = "Please answer this ticket: we have a question about your package for RMA-00001236. Which truck?"
    assert f"The client reads: {asked}" in said(window)
    QTest.keySequence(window, "F10")
    assert "The client is told nothing." in said(window)
    qtbot.waitUntil(lambda: faults(window) == [])


@pytest.mark.parametrize(
    ("goes", "words"),
    [
        (
            Goes(Sending.HELD, NOW),
            ": decided. Until 09:20 CST it can be taken back (F9); then it goes. The client",
        ),
        (Goes(Sending.WAITING), ": decided, and waits to be sent. The client reads:"),
        (Goes(Sending.SENT), ": decided, and the ticket service has it. The client reads:"),
        (Goes(Sending.REFUSED), "The ticket service refused what was decided of RMA-00001236."),
        (Goes(Sending.TAKEN_BACK), "was taken back. The client is told nothing."),
    ],
)
def test_how_far_the_last_decision_is_stays_in_sight(window: MainWindow, qtbot: QtBot, goes: Goes, words: str) -> None:
    window.review.show_sending(goes)
    assert words not in said(window)
    QTest.keySequence(window, "F8")
    window.review.show_cases(cases()[1:])
    window.review.show_sending(goes)
    assert words in said(window)
    qtbot.waitUntil(lambda: faults(window) == [])


def test_the_label_photo_is_asked_for_by_its_hash_when_it_is_looked_at(window: MainWindow) -> None:
    shelf = at_the_photos(window, photos=("ab12",))
    assert shelf.asked == ["ab12"]
    shelf.answer()
    assert seen(window) == ["Label"]


def test_the_photos_that_were_taken_are_one_key_away(window: MainWindow) -> None:
    taken = (PhotoTaken("cd34", NOW, caption="corner crushed"), PhotoTaken("ef56", NOW))
    shelf = at_the_photos(window, photos=("ab12",), taken=taken)
    QTest.keySequence(window, "Alt+Right")
    shelf.answer()
    assert shelf.asked == ["ab12", "cd34"]
    assert "2 of 3: corner crushed (" in said(window)
    QTest.keySequence(window, "Alt+Left")
    QTest.keySequence(window, "Alt+Left")
    assert shelf.asked[2:] == ["ab12", "ef56"]
    assert faults(window) == []


def test_the_films_of_a_case_stand_behind_its_photos_and_one_that_is_gone_is_a_sentence(window: MainWindow) -> None:
    asked: list[str] = []
    clip = ClipKept("ee" * 32, NOW, 4_900, ClipReason.REJECT)

    def film(name: str, _room: QSize, pictures: Pictures) -> None:
        asked.append(name)
        pictures.show_picture(name, None, trouble_sentence("film-gone"))

    window.review.attach(Evidence(film=film, films=lambda _case: (clip,)))
    page(window, "Photos")
    assert asked == ["ee" * 32]
    assert "5 s before the rejection, from Tue 17 Nov 09:20 CST" in said(window)
    assert "This film is no longer here: its time is over, or its file is lost." in said(window)
    assert faults(window) == []


def test_a_photo_whose_file_is_gone_is_a_sentence_where_it_would_be_seen(window: MainWindow) -> None:
    shelf = at_the_photos(window, photos=("ab12",))
    shelf.answer("Its file is gone.")
    assert "Its file is gone." in said(window)
    assert seen(window) == []


def test_a_picture_that_comes_too_late_is_dropped(window: MainWindow) -> None:
    shelf = at_the_photos(window, photos=("ab12",), taken=(PhotoTaken("cd34", NOW),))
    QTest.keySequence(window, "Alt+Right")
    shelf._pictures[0].show_picture("ab12", None, "Its file is gone.")
    assert "Its file is gone." not in said(window)


def test_no_photo_is_said_too(window: MainWindow) -> None:
    at_the_photos(window, photos=())
    assert "There is no photo of it." in said(window)


def test_the_packages_story_is_told(window: MainWindow) -> None:
    entry = TimelineEntry(NOW, RULES, "package.judged", Subject("LP-000-100"), (("verdict", "<b>reject</b>"),))
    window.review.attach(Evidence(story=lambda _case: [entry]))
    tabs = window.review.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(3)
    story = tabs.currentWidget()
    assert isinstance(story, QTableView)
    cells = [story.model().index(0, place).data() for place in range(story.model().columnCount())]
    assert cells == ["Tue 17 Nov 09:20 CST", "Judged by the rules", "the rules", "<b>reject</b>"]


def test_an_empty_queue_says_so(window: MainWindow, qtbot: QtBot) -> None:
    window.review.go_on()
    window.review.show_cases(())
    assert "Nothing waits for a decision." in said(window)
    with qtbot.assertNotEmitted(window.review.decided):
        QTest.keySequence(window, "F8")


def test_the_keyboard_alone_asks_the_partner_and_writes_the_answer_down(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keySequence(window, "F7")
    QTest.keySequence(window, "F8")
    assert "Write it into the note." in said(window)
    with qtbot.waitSignal(window.review.decided) as asked:
        QTest.keyClicks(note(window), "Which truck?")
        QTest.keySequence(window, "F8")
    first = cases()[0]
    judged = first.judgement
    assert asked.args == [
        NotYet(CaseKind.PACKAGE, ("LP-000-100", judged.key), judged.event, Wait.ASKED, "Which truck?")
    ]
    waits = replace(judged, put_off=PutOff("Which truck?", NOW - timedelta(hours=3)))
    window.review.show_cases([PackageCase(first.package, waits)])
    assert column(window, "Reason") == ["The partner was asked, 3 hours ago: Which truck?"]
    QTest.keySequence(window, "F7")
    QTest.keyClicks(note(window), "The blue one")
    with qtbot.waitSignal(window.review.decided) as answered:
        QTest.keySequence(window, "F8")
    assert isinstance(answered.args, list)
    assert answered.args[0].why is Wait.ANSWERED


def test_the_keyboard_alone_puts_off_and_hands_on(window: MainWindow, qtbot: QtBot) -> None:
    window.review.attach(Evidence(supervisors=lambda: (("p-lea", "Lea"), ("p-max", "Max"))))
    window.review.show_cases(cases())
    with qtbot.waitSignal(window.review.decided) as later:
        QTest.keySequence(window, "F10")
        QTest.keySequence(window, "F8")
    assert isinstance(later.args, list)
    assert later.args[0].until == POLICY.calendar.local(NOW).date() + timedelta(days=1)
    with qtbot.waitSignal(window.review.decided) as handed:
        QTest.keySequence(window, "F11")
        QTest.keySequence(window, "F8")
    assert isinstance(handed.args, list)
    assert handed.args[0].to == "p-lea"
    first = cases()[0]
    window.review.show_cases([PackageCase(first.package, replace(first.judgement, put_off=PutOff(to="p-max")))])
    assert column(window, "Reason")[0].startswith("For Max: ")
    qtbot.waitUntil(lambda: faults(window) == [])


def page(window: MainWindow, title: str) -> None:
    tabs = next(each for each in window.review.findChildren(QTabWidget) if each.isVisible())
    tabs.setCurrentIndex([tabs.tabText(place) for place in range(tabs.count())].index(title))


EARLIER = Precedent(
    thing="LP-000-042",
    number="RMA-00001244",
    partner="Great Lakes Fleet Safety, LLC",
    own=True,
    choice="override",
    reason="delay-not-partners",
    note="the carrier lost it for a week",
    person="Lea Brandt",
    decided_at=NOW - timedelta(days=20),
)
THEIRS = replace(EARLIER, thing="LP-000-007", own=False, partner="Road Watch", choice="uphold", reason="rule-stands")


def test_what_is_known_of_the_partner_and_what_was_decided_before_has_a_page(window: MainWindow, qtbot: QtBot) -> None:
    opened: list[str] = []
    past = Past(PartnerHistory(2, 9, 3, 1), Precedents((EARLIER, THEIRS), {"override": 2, "uphold": 7}))
    window.review.attach(Evidence(past=lambda _case: past, open=opened.append))
    window.review.show_cases(cases()[:1])
    page(window, "Before")
    words = said(window)
    assert "Late boxes accepted in 90 days: 2. Tested without a fault: 3 of 9. Came with extras: 1." in words
    assert "The same reasons before: Uphold 7 of 9, Override 2 of 9." in words
    earlier = next(view for view in window.review.findChildren(QTableView) if "Earlier" in view.accessibleName())
    model = earlier.model()
    rows = [[model.index(row, place).data() for place in range(model.columnCount())] for row in range(model.rowCount())]
    assert rows[0] == [
        "Wed 28 Oct",
        "Override",
        "The delay was not the partner's.",
        "the same",
        "Lea Brandt",
        "RMA-00001244",
        "the carrier lost it for a week",
    ]
    assert rows[1][3] == "Road Watch"
    earlier.setFocus()
    earlier.selectRow(1)
    QTest.keyClick(earlier, Qt.Key.Key_Return)
    assert opened == ["LP-000-007"]
    qtbot.waitUntil(lambda: faults(window) == [])


def test_a_partner_of_whom_nobody_knows_and_reasons_that_are_new_are_said_plainly(window: MainWindow) -> None:
    window.review.show_cases(cases()[:1])
    page(window, "Before")
    assert "Nobody knows yet whose it is." in said(window)
    assert "Nothing with the same reasons was decided here before." in said(window)


def test_what_is_at_stake_stands_in_the_list_and_above_the_evidence(window: MainWindow, qtbot: QtBot) -> None:
    prices = {"CP4 Dash Camera": Money(Decimal(899), "USD"), "SVC1080-LCA": Money(Decimal("350.50"), "USD")}
    window.review.attach(Evidence(prices=lambda: prices))
    window.review.show_cases(cases())
    assert column(window, "Value") == ["1,249.50 USD", "unknown", "1,249.50 USD", "1,249.50 USD"]
    assert "At stake: 1,249.50 USD (1 of CP4 Dash Camera, 1 of SVC1080-LCA)" in said(window)
    window.review.attach(Evidence())
    window.review.show_cases(cases())
    assert column(window, "Value")[0] == "unknown"
    qtbot.waitUntil(lambda: faults(window) == [])


def test_the_list_puts_first_what_is_worth_most_and_stays_so_after_escape(window: MainWindow) -> None:
    small = replace(cases()[0], judgement=replace(cases()[0].judgement, facts=replace(LATE, rma=ONE_CAMERA)))
    window.review.attach(Evidence(prices=lambda: {"CP4 Dash Camera": Money(Decimal(899), "USD")}))
    window.review.show_cases([*cases()[1:2], small, *cases()[2:]])
    choice(window, "In which order").setCurrentText("Highest value first")
    assert column(window, "Value") == ["899 USD", "unknown", "unknown", "unknown"]
    head = table(window).horizontalHeader()
    named = [table(window).model().headerData(place, Qt.Orientation.Horizontal) for place in range(head.count())]
    assert [named[head.logicalIndex(place)] for place in range(3)] == ["", "Value", "Since"]
    QTest.keySequence(window, "Ctrl+F")
    QTest.keyClicks(window.focusWidget(), "nowhere")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert column(window, "Value")[0] == "899 USD"


def test_a_case_that_somebody_else_has_decided_says_so_when_it_is_looked_at(window: MainWindow) -> None:
    window.review.attach(Evidence(case=lambda _unread: None))
    window.review.show_cases([Unread(cases()[0].head)])
    assert column(window, "Reason") == ["Decided meanwhile."]
    assert "Somebody has decided this meanwhile." in said(window)


def test_a_case_that_another_supervisor_decides_while_it_is_open_says_who_and_when_and_keeps_the_note(
    window: MainWindow, qtbot: QtBot
) -> None:
    word = Word("p-lea", NOW - timedelta(minutes=8), "DOCK-2", Choice.UPHOLD.value)
    window.review.attach(Evidence(supervisors=lambda: (("p-lea", "Lea"),), became=lambda _case: Became(word)))
    QTest.keyClick(table(window), Qt.Key.Key_Down)
    QTest.keyClicks(note(window), "half a sen")
    left = [case for case in cases() if case.head.key != cases()[1].head.key]
    window.review.show_cases(left)
    assert "Decided meanwhile: Uphold, by Lea at DOCK-2, Tue 17 Nov 09:12 CST. Nothing is left to decide." in said(
        window
    )
    assert note(window).text() == "half a sen"
    with qtbot.assertNotEmitted(window.review.decided, wait=50):
        QTest.keySequence(window, "F5")
        QTest.keySequence(window, "F8")
    window.review.show_cases(left)
    assert "Decided meanwhile" in said(window)
    QTest.keyClick(table(window), Qt.Key.Key_Down)
    assert "Decided meanwhile" not in said(window)
    assert note(window).text() == ""
    assert not note(window).isReadOnly()


@pytest.mark.parametrize(("state", "word"), [(RmaState.CANCELLED, "cancelled"), (RmaState.CLOSED, "closed")])
def test_a_case_whose_rma_ends_while_it_is_open_says_so(window: MainWindow, state: RmaState, word: str) -> None:
    window.review.attach(Evidence(became=lambda _case: Became(state=state)))
    window.review.show_cases(cases()[1:])
    assert f"Its RMA was {word} meanwhile" in said(window)


def test_what_the_service_refused_is_told_and_its_note_is_not_written_twice(window: MainWindow) -> None:
    word = Word("p-lea", NOW - timedelta(minutes=8), "DOCK-3", Choice.OVERRIDE.value, "Ann of support called")
    told = Refused(word, "https://service.example/problems/own-work", "U-05 wrote it")
    window.review.attach(Evidence(supervisors=lambda: (("p-lea", "Lea"),), refused=lambda _case: told))
    window.review.show_cases(cases()[:1])
    assert (
        "The ticket service refused this: Override, by Lea at DOCK-3, Tue 17 Nov 09:12 CST. It was their own work."
        in said(window)
    )
    assert note(window).text() == "Ann of support called"


def test_a_case_that_is_judged_again_while_it_is_open_keeps_the_note_and_says_so(window: MainWindow) -> None:
    QTest.keyClicks(note(window), "half a sen")
    first = cases()[0]
    window.review.show_cases([PackageCase(first.package, replace(first.judgement, event="e-2")), *cases()[1:]])
    assert note(window).text() == "half a sen"
    assert "This was judged again meanwhile. Look at it anew." in said(window)
