"""Keys sent to a real window: scans go to the filter and to nothing else, typing arrives as typed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTableWidget,
    QTabWidget,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from receiving_app.qt.keys import ScannerFilter
from receiving_app.scanning.wedge import Scan, Wedge, WedgeSettings

SCAN = "rma-1 2B7"
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


@dataclass
class Listener:
    """Collects what the filter says was scanned."""

    keys: ScannerFilter
    scans: list[Scan] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [scan.text for scan in self.scans]


@pytest.fixture
def listener(qapp: QApplication) -> Iterator[Listener]:
    yield from listening(qapp, WedgeSettings())


def listening(qapp: QApplication, settings: WedgeSettings) -> Iterator[Listener]:
    listener = Listener(ScannerFilter(Wedge(settings)))
    listener.keys.scanned.connect(listener.scans.append)
    listener.keys.install(qapp)
    yield listener
    qapp.removeEventFilter(listener.keys)


def event(kind: QEvent.Type, letter: str, at_ms: int) -> QKeyEvent:
    named = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, "\x1d": Qt.Key.Key_BracketRight}
    key = named.get(letter) or key_of(letter)
    control = letter == "\x1d"
    modifiers = Qt.KeyboardModifier.ControlModifier if control else NO_MODIFIER
    if letter.isupper():
        modifiers = Qt.KeyboardModifier.ShiftModifier
    made = QKeyEvent(kind, key, modifiers, letter)
    made.setTimestamp(at_ms)
    return made


def scan(window: QWindow, text: str, at_ms: int = 1000, gap_ms: int = 2) -> None:
    """Send a burst as the platform does: shortcut override, press and release of every key."""
    for n, letter in enumerate(text):
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(window, event(kind, letter, at_ms + n * gap_ms))


def block(seconds: float) -> None:
    """Keep the window's thread from its events while the other threads run on."""
    threading.Event().wait(seconds)


def shown(qtbot: QtBot, widget: QWidget) -> QWindow:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
    handle = widget.windowHandle()
    assert handle is not None
    return handle


def key_of(letter: str) -> Qt.Key:
    return Qt.Key(ord(letter.upper()))


class Form(QWidget):
    """One of every kind of widget that takes keys, and a note of everything that happens to them."""

    def __init__(self) -> None:
        super().__init__()
        self.happened: list[str] = []
        layout = QVBoxLayout(self)
        for name, widget in self.kinds().items():
            widget.setObjectName(name)
            layout.addWidget(widget)

    def kinds(self) -> dict[str, QWidget]:
        button, default, tool = QPushButton("Go"), QPushButton("Yes"), QToolButton()
        default.setDefault(True)
        default.setAutoDefault(True)
        check, radio = QCheckBox("Sealed"), QRadioButton("Mine")
        for pressable in (button, default, tool, check, radio):
            pressable.pressed.connect(self._note("pressed"))
            pressable.clicked.connect(self._note("clicked"))
        line, plain, rich = QLineEdit(), QPlainTextEdit(), QTextEdit()
        line.returnPressed.connect(self._note("return"))
        for text in (line, plain, rich):
            text.textChanged.connect(self._note("text"))
        spin, combo, slider = QSpinBox(), QComboBox(), QSlider()
        spin.setMaximum(10_000)
        spin.valueChanged.connect(self._note("spun"))
        slider.valueChanged.connect(self._note("slid"))
        combo.addItems(["accept", "reject", "2", "B"])
        combo.currentIndexChanged.connect(self._note("chosen"))
        editable = QComboBox()
        editable.setEditable(True)
        editable.editTextChanged.connect(self._note("combo text"))
        table, rows, tabs = QTableWidget(4, 2), QListWidget(), QTabWidget()
        rows.addItems(["rma", "2", "B"])
        rows.currentRowChanged.connect(self._note("row"))
        table.currentCellChanged.connect(self._note("cell"))
        table.itemChanged.connect(self._note("edited"))
        tabs.addTab(QWidget(), "&rma")
        tabs.addTab(QWidget(), "&2")
        tabs.currentChanged.connect(self._note("tab"))
        return {
            "button": button,
            "default button": default,
            "tool button": tool,
            "check box": check,
            "radio button": radio,
            "line edit": line,
            "plain text": plain,
            "rich text": rich,
            "spin box": spin,
            "slider": slider,
            "combo box": combo,
            "editable combo box": editable,
            "table": table,
            "list": rows,
            "tabs": tabs,
        }

    def _note(self, what: str) -> Callable[..., None]:
        return lambda *_: self.happened.append(what)


KINDS = [
    *("button", "default button", "tool button", "check box", "radio button", "line edit", "plain text"),
    *("rich text", "spin box", "slider", "combo box", "editable combo box", "table", "list", "tabs"),
]


@pytest.mark.parametrize("end", ["\r", "\t"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_focused_widget_notices_a_scan(qtbot: QtBot, listener: Listener, kind: str, end: str) -> None:
    form = Form()
    window = shown(qtbot, form)
    widget = form.findChild(QWidget, kind)
    assert widget is not None
    widget.setFocus()
    focused = QApplication.focusWidget()
    form.happened.clear()
    scan(window, SCAN + end)
    scan(window, SCAN + end, at_ms=1030)
    qtbot.wait(0)
    assert listener.texts == [SCAN, SCAN]
    assert form.happened == []
    assert QApplication.focusWidget() is focused


def test_a_scan_by_the_test_library_has_no_times_of_its_own_and_still_counts(qtbot: QtBot, listener: Listener) -> None:
    field_ = QLineEdit()
    window = shown(qtbot, field_)
    for letter in "rma12":
        QTest.keyClick(window, key_of(letter))
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert listener.texts == ["rma12"]
    assert field_.text() == ""


def test_an_open_combo_box_list_keeps_its_choice_and_stays_open(qtbot: QtBot, listener: Listener) -> None:
    combo = QComboBox()
    combo.addItems(["accept", "rma-1", "2", "B"])
    window = shown(qtbot, combo)
    combo.showPopup()
    qtbot.waitUntil(combo.view().isVisible)
    scan(window, SCAN + "\r")
    popup = combo.view().window()
    handle = popup.windowHandle()
    assert handle is not None
    scan(handle, SCAN + "\r", at_ms=1030)
    assert listener.texts == [SCAN, SCAN]
    assert combo.view().isVisible()
    assert (combo.currentIndex(), combo.view().currentIndex().row()) == (0, 0)
    combo.hidePopup()


def test_an_open_menu_triggers_nothing_and_stays_open(qtbot: QtBot, listener: Listener) -> None:
    widget = QWidget()
    window = shown(qtbot, widget)
    menu = QMenu(widget)
    chosen: list[str] = []
    for text in ("&rma", "&2", "&B"):
        menu.addAction(text).triggered.connect(partial(chosen.append, text))
    menu.popup(widget.mapToGlobal(widget.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    menu.setActiveAction(menu.actions()[0])
    scan(window, SCAN + "\r")
    assert listener.texts == [SCAN]
    assert menu.isVisible()
    assert chosen == []
    menu.close()


def test_a_dialog_with_a_default_button_stays_open(qtbot: QtBot, listener: Listener) -> None:
    parent = QWidget()
    shown(qtbot, parent)
    dialog = QDialog(parent)
    dialog.setModal(True)
    layout = QVBoxLayout(dialog)
    field_, yes = QLineEdit(), QPushButton("Yes")
    yes.setDefault(True)
    yes.clicked.connect(dialog.accept)
    layout.addWidget(field_)
    layout.addWidget(yes)
    window = shown(qtbot, dialog)
    scan(window, SCAN + "\r")
    assert listener.texts == [SCAN]
    assert dialog.isVisible()
    assert field_.text() == ""


def test_a_scan_triggers_no_shortcut_not_even_one_on_a_bare_letter_or_enter(qtbot: QtBot, listener: Listener) -> None:
    widget = QWidget()
    triggered: list[str] = []
    for name in ("R", "2", "Shift+B", "Return", "Ctrl+]"):
        QShortcut(QKeySequence(name), widget).activated.connect(partial(triggered.append, name))
    action = QAction("Go", widget)
    action.setShortcut(QKeySequence("M"))
    action.triggered.connect(lambda: triggered.append("M"))
    widget.addAction(action)
    window = shown(qtbot, widget)
    for letter in "rm2":
        QTest.keyClick(window, key_of(letter))
    QTest.keyClick(window, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, key_of("B"), Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert len(listener.scans) == 1
    assert triggered == []


def test_a_group_separator_inside_a_scan_is_part_of_it(qtbot: QtBot, listener: Listener) -> None:
    field_ = QLineEdit()
    scan(shown(qtbot, field_), "01A\x1d21B\r")
    assert listener.texts == ["01A\x1d21B"]


def test_a_prefix_key_takes_a_scan_however_slow_its_first_keys_are(qapp: QApplication, qtbot: QtBot) -> None:
    for listener in listening(qapp, WedgeSettings(prefix="F13")):
        field_ = QLineEdit()
        window = shown(qtbot, field_)
        prefix = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F13, NO_MODIFIER)
        prefix.setTimestamp(1000)
        QCoreApplication.sendEvent(window, prefix)
        scan(window, "7\r", at_ms=1070, gap_ms=70)
        assert listener.texts == ["7"]
        assert field_.text() == ""


def _holds(line: QLineEdit, text: str) -> bool:
    return line.text() == text


def test_slow_typing_arrives_complete_and_in_order(qtbot: QtBot, listener: Listener) -> None:
    field_ = QLineEdit()
    window = shown(qtbot, field_)
    for letter in "gr 8t!":
        so_far = field_.text()
        QTest.keyClick(window, key_of(letter))
        qtbot.waitUntil(partial(_holds, field_, so_far + letter))
    QTest.keyClick(window, Qt.Key.Key_Backspace)
    assert field_.text() == "gr 8t"
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: field_.text() == "gr 8tb")
    QTest.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert field_.selectedText() == "gr 8tb"
    QTest.keyClick(window, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: field_.text() == "x")
    assert listener.scans == []


def test_a_key_that_types_nothing_does_not_overtake_the_held_one(qtbot: QtBot, listener: Listener) -> None:
    field_ = QLineEdit()
    window = shown(qtbot, field_)
    QTest.keyClick(window, key_of("a"))
    QTest.keyClick(window, Qt.Key.Key_Left)
    assert (field_.text(), field_.cursorPosition()) == ("a", 0)


def test_two_keys_rolled_over_each_other_arrive_in_their_order(qtbot: QtBot, listener: Listener) -> None:
    field_ = QLineEdit()
    window = shown(qtbot, field_)
    QTest.keyPress(window, key_of("t"))
    QTest.keyPress(window, key_of("h"))
    QTest.keyRelease(window, key_of("t"))
    QTest.keyRelease(window, key_of("h"))
    qtbot.waitUntil(lambda: field_.text() == "th")
    assert listener.scans == []


def test_a_person_presses_a_button_with_space_and_enter(qtbot: QtBot, listener: Listener) -> None:
    dialog = QDialog()
    button = QPushButton("Go", dialog)
    button.setDefault(True)
    clicks: list[int] = []
    button.clicked.connect(lambda: clicks.append(1))
    window = shown(qtbot, dialog)
    button.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(clicks) == 1)
    QTest.keyClick(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(clicks) == 2)


def test_function_keys_and_control_shortcuts_of_a_person_work(qtbot: QtBot, listener: Listener) -> None:
    widget = QLineEdit()
    triggered: list[str] = []
    for name in ("F5", "Ctrl+D"):
        QShortcut(QKeySequence(name), widget).activated.connect(partial(triggered.append, name))
    window = shown(qtbot, widget)
    QTest.keyClick(window, Qt.Key.Key_F5)
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert triggered == ["F5", "Ctrl+D"]


def test_a_key_held_down_repeats_in_the_field(qtbot: QtBot, listener: Listener) -> None:
    field_ = QLineEdit()
    window = shown(qtbot, field_)
    for n in range(10):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, NO_MODIFIER, "a", n > 0)
        press.setTimestamp(1000 + 30 * n + (500 if n else 0))
        QCoreApplication.sendEvent(window, press)
        if not n:
            qtbot.waitUntil(lambda: field_.text() == "a")
    assert field_.text() == "a" * 10
    assert listener.scans == []


def test_a_typed_key_goes_to_the_window_it_was_meant_for(qtbot: QtBot, listener: Listener) -> None:
    first, second = QLineEdit(), QLineEdit()
    first_window, second_window = shown(qtbot, first), shown(qtbot, second)
    first.setFocus()
    QTest.keyClick(first_window, key_of("a"))
    QTest.keyClick(second_window, Qt.Key.Key_Left)
    assert (first.text(), second.text()) == ("a", "")


def test_a_window_closed_under_a_held_key_does_no_harm(qtbot: QtBot, listener: Listener) -> None:
    field_ = QLineEdit()
    field_.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    field_.show()
    window = field_.windowHandle()
    assert window is not None
    QTest.keyClick(window, key_of("a"))
    gone: list[bool] = []
    window.destroyed.connect(lambda: gone.append(True))
    field_.close()
    qtbot.waitUntil(lambda: bool(gone))
    qtbot.waitUntil(lambda: not listener.keys._held)


def test_a_megabyte_from_a_scanner_that_never_stops_is_cut_and_not_kept(qtbot: QtBot, listener: Listener) -> None:
    field_ = QLineEdit()
    window = shown(qtbot, field_)
    one = event(QEvent.Type.KeyPress, "x", 0)
    for n in range(100_000):
        one.setTimestamp(1000 + n)
        QCoreApplication.sendEvent(window, one)
    assert listener.keys._held == []
    scan(window, "\r", at_ms=101_001)
    (cut,) = listener.scans
    assert (len(cut.text), cut.truncated) == (65_536, True)


def test_keys_typed_while_the_window_was_busy_stay_typed_though_they_arrive_at_once(
    qtbot: QtBot, listener: Listener
) -> None:
    field_ = QLineEdit()
    window = shown(qtbot, field_)
    scan(window, "gr8 to see", gap_ms=90)
    qtbot.waitUntil(lambda: field_.text() == "gr8 to see")
    assert listener.scans == []


def test_a_scan_that_waits_in_the_queue_of_a_busy_window_stays_whole(qtbot: QtBot, listener: Listener) -> None:
    field_ = QLineEdit()
    window = shown(qtbot, field_)

    def let_the_rest_arrive() -> None:
        for n, letter in enumerate("ma-1\r"):
            QCoreApplication.postEvent(window, event(QEvent.Type.KeyPress, letter, 1002 + 2 * n))

    QTimer.singleShot(5, let_the_rest_arrive)
    scan(window, "r")
    block(0.1)  # both times are up now: that of the first key and, before it, that of the rest
    qtbot.waitUntil(lambda: bool(listener.scans) or bool(field_.text()))
    assert listener.texts == ["rma-1"]
    assert field_.text() == ""


def test_enter_that_sticks_after_a_scan_presses_nothing(qtbot: QtBot, listener: Listener) -> None:
    dialog = QDialog()
    button = QPushButton("Go", dialog)
    button.setDefault(True)
    clicks: list[int] = []
    button.clicked.connect(lambda: clicks.append(1))
    window = shown(qtbot, dialog)
    for n, letter in enumerate("rma1\r"):
        QCoreApplication.sendEvent(window, event(QEvent.Type.KeyPress, letter, 1000 + n))
    for n in range(10):
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NO_MODIFIER, "\r", autorep=True)
        again.setTimestamp(1500 + 30 * n)
        QCoreApplication.sendEvent(window, again)
    QCoreApplication.sendEvent(window, event(QEvent.Type.KeyRelease, "\r", 1900))
    assert (listener.texts, clicks) == (["rma1"], [])


def test_twenty_thousand_scans_do_not_wear_the_signal_out(listener: Listener) -> None:
    one = Scan("RMA-12345678", "", 0, 20)
    for _ in range(20_000):
        listener.keys.scanned.emit(one)
    assert len(listener.scans) == 20_000


class Scanner(threading.Thread):
    """Scans a hundred labels 30 ms apart into a window's event queue, whatever the window's thread does."""

    def __init__(self, window: QWindow) -> None:
        super().__init__()
        self._window = window
        self._due = threading.Event()

    def run(self) -> None:
        started = time.monotonic()
        for n in range(100):
            self._due.wait(max(0.0, started + n * 0.03 - time.monotonic()))
            now_ms = time.monotonic_ns() // 1_000_000
            for place, letter in enumerate(f"RMA-{n:04}\r"):
                for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QCoreApplication.postEvent(self._window, event(kind, letter, now_ms + place))


def test_a_hundred_scans_arrive_in_order_while_the_window_is_busy_three_quarters_of_the_time(
    qtbot: QtBot, listener: Listener
) -> None:
    field_ = QLineEdit()
    window = shown(qtbot, field_)
    busy = QTimer()
    busy.setInterval(40)
    busy.timeout.connect(partial(block, 0.03))
    busy.start()
    scanner = Scanner(window)
    scanner.start()
    qtbot.waitUntil(lambda: len(listener.scans) >= 100, timeout=20_000)
    scanner.join()
    assert listener.texts == [f"RMA-{n:04}" for n in range(100)]
    assert field_.text() == ""
