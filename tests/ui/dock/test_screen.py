"""The dock screen: what it shows for each outcome, and what it says when somebody acts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from receiving_app.acts.outcome import Answer, Detail, Outcome
from receiving_app.domain.command import Command
from receiving_app.domain.label_reading import Kind
from receiving_app.domain.reading import Source
from receiving_app.queries.answers import Today
from tests.ui.conftest import MakeWindow
from tests.ui.scenes import HOSTILE, SCENES, tape
from tests.ui.seen import said
from ui.dock.refusal_page import RefusedDetails
from ui.main_window import MainWindow
from ui.parts.camera_view import Mark
from ui.parts.key_button import KeyButton

KEYS = {
    "F1": Command.NEXT,
    "F5": Command.TRUCK_ARRIVED,
    "F6": Command.HAZARD,
    "F7": Command.NO_NUMBER,
    "F8": Command.OLD_LABEL,
    "F9": Command.UNDO,
    "F11": Command.SAME_BOX,
    "F12": Command.ANOTHER_BOX,
    "Shift+F1": Command.NOT_A_RETURN,
    "Shift+F2": Command.OUR_UNDELIVERABLE,
    "Shift+F5": Command.DONE,
}
SHOWN = {
    "empty": ("Scan a label", "Press F7."),
    "accept": ("ACCEPT", "In time: last day is Fri 20 Nov.", "Put it on the receiving shelf."),
    "reject": ("REJECT", "Arrived one day late: last day was Mon 16 Nov.", "Put it on the review shelf."),
    "hold": ("HOLD", "The ticket service couldn't be asked about RMA-00042424."),
    "hold-advanced": ("HOLD", "A replacement was already sent for it.", "Advanced, replacement sent"),
    "hazard": ("HOLD", "Stop. Don't open it."),
    "hazard-unlabelled": ("STOP", "Call the supervisor.", "Set it apart and keep away."),
    "malformed": ("HOLD", "Scan the label once more."),
    "already-counted": ("Already counted", "The box stays at ACCEPT."),
    "not-understood": ("Not understood", "It was recorded all the same."),
    "same-box-question": ("REJECT", "Is it the same box as LP-000-117?"),
    "two-rmas": ("HOLD", "RMA-00001236: ACCEPT", "RMA-00007744: REJECT", "different verdicts"),
    "looking-up": ("Asking …", "The ticket service is being asked."),
    "noted": ("Noted", "Now scan the RMA number."),
    "refused": ("Not now", "No box is open. Scan its label first."),
    "truck-arrived": ("Done", "Truck stamped.", "Truck of 09:12 CST"),
    "next": ("Scan a label",),
}


def fields(window: MainWindow) -> list[QLineEdit]:
    return [field for field in window.dock.findChildren(QLineEdit) if field.isVisible()]


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window()


@pytest.mark.parametrize("scene", SHOWN)
def test_an_outcome_shows_its_word_its_reason_and_the_next_step(window: MainWindow, scene: str) -> None:
    outcome = SCENES[scene]
    if outcome is not None:
        window.dock.show_outcome(outcome)
    for sentence in SHOWN[scene]:
        assert sentence in said(window.dock)


@pytest.mark.parametrize("key", KEYS)
def test_a_function_key_gives_its_command_once(window: MainWindow, qtbot: QtBot, key: str) -> None:
    with qtbot.waitSignal(window.dock.command_given) as given:
        QTest.keySequence(window, key)
    assert given.args == [KEYS[key]]


def test_no_letter_digit_or_enter_does_anything(window: MainWindow) -> None:
    given: list[object] = []
    window.dock.command_given.connect(given.append)
    before = said(window.dock)
    for key in (*range(Qt.Key.Key_0, Qt.Key.Key_Z + 1), Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(window, Qt.Key(key))
    assert given == []
    assert said(window.dock) == before


def test_no_dock_button_takes_the_focus(window: MainWindow) -> None:
    for key in ("F2", "F10", "Shift+F3"):
        QTest.keySequence(window, key)
    buttons = window.dock.findChildren(KeyButton)
    assert len(buttons) > 20
    assert {button.focusPolicy() for button in buttons} == {Qt.FocusPolicy.NoFocus}


def test_a_typed_number_goes_up_and_its_field_goes_away(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keySequence(window, "F2")
    [field] = fields(window)
    QTest.keyClicks(field, "  rma-00001236 ")
    with qtbot.waitSignal(window.dock.number_typed) as typed:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert typed.args == ["rma-00001236"]
    assert not field.isVisible()


def test_an_empty_number_is_asked_for_again(window: MainWindow) -> None:
    QTest.keySequence(window, "F2")
    [field] = fields(window)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "Nothing is typed yet." in said(window.dock)


def test_a_typed_reading_is_marked_as_typed_on_the_tape(window: MainWindow) -> None:
    entry = tape("RMA-00001236", source=Source.TYPED)
    window.dock.show_outcome(replace(SCENES["accept"] or Outcome(Answer.DONE), tape=entry))
    assert "RMA · ACCEPT · typed" in said(window.dock)


def test_a_refusal_at_the_door_goes_up_with_driver_carrier_and_note(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keySequence(window, "Shift+F3")
    with qtbot.waitSignal(window.dock.refusal_given) as given:
        for field, text in zip(fields(window), ("Ann", "UPS", "wet carton"), strict=True):
            assert field.hasFocus()
            QTest.keyClicks(field, text)
            QTest.keyClick(field, Qt.Key.Key_Return)
    assert given.args == [RefusedDetails("Ann", "UPS", "wet carton")]


def test_a_scan_is_shown_while_somebody_types(window: MainWindow) -> None:
    QTest.keySequence(window, "Shift+F3")
    window.dock.show_outcome(SCENES["accept"] or Outcome(Answer.DONE))
    assert "ACCEPT" in said(window.dock)


def test_the_trace_is_one_key_away_and_follows_the_next_scan(window: MainWindow) -> None:
    window.dock.show_outcome(SCENES["reject"] or Outcome(Answer.DONE))
    QTest.keySequence(window, "F4")
    assert "Why REJECT: RMA-00001236" in said(window.dock)
    assert "received Tue 17 Nov 09:12 CST by truck stamp; one day late." in said(window.dock)
    window.dock.show_outcome(SCENES["accept"] or Outcome(Answer.DONE))
    assert "Why ACCEPT: RMA-00001236" in said(window.dock)
    QTest.keySequence(window, "F4")
    assert "Why ACCEPT" not in said(window.dock)


def test_the_trace_explains_every_rma_on_the_box(window: MainWindow) -> None:
    window.dock.show_outcome(SCENES["two-rmas"] or Outcome(Answer.DONE))
    QTest.keySequence(window, "F4")
    titles = [line for line in said(window.dock).splitlines() if line.startswith("Why ")]
    assert titles == ["Why REJECT: RMA-00007744", "Why ACCEPT: RMA-00001236"]


def test_what_a_label_says_is_shown_as_it_is_and_never_as_markup(window: MainWindow) -> None:
    window.dock.show_outcome(SCENES["not-understood"] or Outcome(Answer.DONE))
    window.dock.show_outcome(SCENES["unclear-label"] or Outcome(Answer.DONE))
    assert "<b>RMA</b>'; DROP TABLE rmas;--<GS><U+202E><img src=x>" in said(window.dock)
    formats = {label.textFormat() for label in window.findChildren(QLabel) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}


def test_a_megabyte_of_text_is_cut_and_its_length_told(window: MainWindow) -> None:
    window.dock.show_outcome(
        Outcome(Answer.NOT_UNDERSTOOD, tape=tape(HOSTILE * 20_000, Kind.OTHER, Answer.NOT_UNDERSTOOD))
    )
    assert f"({len(HOSTILE) * 20_000} characters)" in said(window.dock)


def test_the_tape_has_the_newest_scan_on_top(window: MainWindow) -> None:
    for number in range(20):
        window.dock.show_outcome(Outcome(Answer.NOTED, tape=tape(f"1Z{number:04}", Kind.TRACKING, Answer.NOTED)))
    shown = [line for line in said(window.dock).splitlines() if line.startswith("1Z")]
    assert shown[:3] == ["1Z0019", "1Z0018", "1Z0017"]


def test_the_tape_says_what_came_of_asking_the_service(window: MainWindow) -> None:
    accepted = SCENES["accept"]
    assert accepted is not None
    assert accepted.package is not None
    asked = replace(tape("RMA-00001236", answer=Answer.LOOKING_UP), lpn=accepted.package.lpn)
    window.dock.show_outcome(Outcome(Answer.LOOKING_UP, tape=asked))
    assert "RMA · Asking …" in said(window.dock)
    window.dock.show_outcome(replace(accepted, tape=None))
    assert "Asking …" not in said(window.dock)
    assert "RMA · ACCEPT" in said(window.dock)


def test_after_the_box_is_gone_its_facts_are_gone(window: MainWindow) -> None:
    window.dock.show_outcome(SCENES["accept"] or Outcome(Answer.DONE))
    window.dock.show_outcome(Outcome(Answer.DONE, detail=Detail.NEXT))
    assert "Great Lakes Fleet Safety" not in said(window.dock)


def test_todays_counts_are_shown_and_named(window: MainWindow) -> None:
    window.dock.show_today(Today(accepted=12, rejected=3, held=1))
    for count in ("ACCEPT: 12", "REJECT: 3", "HOLD: 1"):
        assert count in said(window.dock)


def test_a_picture_takes_the_place_of_the_cameras_sentence(window: MainWindow) -> None:
    window.dock.show_camera_problem("The camera can't be opened. Check its cable.")
    assert "Check its cable." in said(window.dock)
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    window.dock.show_frame(image, (Mark(Kind.TRACKING, ((10, 60), (90, 60), (90, 90), (10, 90))),))
    assert "Check its cable." not in said(window.dock)
    shown = window.dock.grab().toImage()
    colors = {shown.pixelColor(x, y).name() for x in range(0, shown.width(), 2) for y in range(0, shown.height(), 2)}
    assert "#ffc20a" in colors


def test_another_language_is_spoken_at_once(window: MainWindow, qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    window.dock.show_outcome(SCENES["reject"] or Outcome(Answer.DONE))
    english = said(window)
    request.getfixturevalue("pseudo")
    qtbot.waitUntil(lambda: "RÉÉJÉÉCT" in said(window))
    unchanged = set(english.splitlines()) & set(said(window).splitlines())
    words = {line for line in unchanged if re.search("[a-z]{2}", line)}
    facts = {"Rosa M.", "Great Lakes Fleet Safety, LLC", "CP4 Dash Camera, SVC1080-LCA"}
    names_and_dates = {"Dock 3", "Enter", "Esc", "Mon 2 Nov 14:30 CST", "Mon 16 Nov"}
    assert {line for line in words if not line.startswith("Shift+")} <= facts | names_and_dates
