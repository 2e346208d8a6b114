"""A small panel over the corner of the screen: sign in with a PIN, lock, sign out, or approve one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from receiving_app.acts.people_outcome import Claim, Named
from receiving_app.domain.roles import Known
from receiving_app.words.readings import shown
from ui.parts.labels import plain_label
from ui.theme import Role, Space, Tone, set_role, set_tone

_WIDTH = 440
_LONGEST_PIN = 8


@dataclass(frozen=True, slots=True)
class Proof:
    """Who somebody says to be, and the PIN for it; the PIN is shown nowhere."""

    claim: Claim
    pin: str = field(repr=False)


class PeoplePanel(QWidget):
    """Keeps to its corner and stops nothing: scans go on beneath it."""

    pin_given = Signal(object)  # Proof
    lock_wanted = Signal()
    sign_out_wanted = Signal()
    closed = Signal()

    def __init__(self, below: QWidget, window: QWidget) -> None:
        """Stand in the window's right corner, below another widget of it."""
        super().__init__(window)
        self._below = below
        set_role(self, Role.POPUP)
        self._approving = False
        self._by_badge: str | None = None
        self._title = plain_label(Role.TITLE, wraps=True, parent=self)
        self._note = plain_label(Role.LEAD, wraps=True, parent=self)
        self._names = QComboBox(self)
        self._pin = QLineEdit(self)
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._pin.setMaxLength(_LONGEST_PIN)
        self._pin.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
        self._problem = plain_label(Role.LEAD, wraps=True, parent=self)
        self._go = QPushButton(self)
        set_role(self._go, Role.PRIMARY)
        self._lock = QPushButton(self)
        self._sign_out = QPushButton(self)
        self._close = QPushButton(self)
        self._connect()
        self._assemble()
        self._retranslate()
        self.hide()
        window.installEventFilter(self)

    def _connect(self) -> None:
        self._pin.returnPressed.connect(self._finish)
        self._pin.textEdited.connect(self._forgive)
        self._names.activated.connect(self._pin.setFocus)
        self._go.clicked.connect(self._finish)
        self._lock.clicked.connect(self.lock_wanted)
        self._sign_out.clicked.connect(self.sign_out_wanted)
        self._close.clicked.connect(self.close_panel)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        for part in (self._title, self._note, self._names, self._pin, self._problem):
            column.addWidget(part)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._go, 1)
        first.addWidget(self._close, 1)
        second.addWidget(self._lock, 1)
        second.addWidget(self._sign_out, 1)
        for row in (first, second):
            row.setSpacing(Space.M)
            column.addLayout(row)

    @property
    def awaits_pin(self) -> bool:
        """Whether digits that are typed now are a PIN."""
        return self.isVisible() and self._pin.hasFocus()

    def ask_sign_in(self, names: Sequence[Named], by_badge: str | None, *, signed_in: bool) -> None:
        """Ask for name and PIN; `by_badge` is the person whose badge was shown."""
        self._approving = False
        self._lock.setVisible(signed_in)
        self._sign_out.setVisible(signed_in)
        self._ask(names, by_badge)

    def ask_approval(self, names: Sequence[Named]) -> None:
        """Ask somebody to approve one act here."""
        self._approving = True
        self._lock.hide()
        self._sign_out.hide()
        self._ask(names, None)

    def choose(self, person: str) -> None:
        """Take the person whose badge was shown; the PIN is still to come."""
        place = self._names.findData(person)
        if place >= 0:
            self._names.setCurrentIndex(place)
            self._by_badge = person
        self._pin.clear()
        self._forgive()
        self._pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def type_digits(self, digits: str, *, entered: bool) -> None:
        """Take digits that were typed as fast as a scanner types."""
        self._pin.insert(digits)
        if entered:
            self._finish()

    def clear_pin(self) -> None:
        """Take back the digits written so far."""
        self._pin.clear()
        self._forgive()

    def show_refusal(self, sentence: str) -> None:
        """Say why it was not taken; a PIN is typed anew."""
        self._pin.clear()
        self._tell_problem(sentence)
        set_tone(self._pin, Tone.BAD)
        self._set_busy(busy=False)
        self._pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_checking(self) -> None:
        """Say that the PIN is being looked at."""
        self._set_busy(busy=True)

    def close_panel(self) -> None:
        """Go away and keep nothing that was typed."""
        if self.isVisible():
            self._pin.clear()
            self.hide()
            self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            # Other pages listen for Esc too; while the panel has the focus it is the panel's.
            if event.type() is QEvent.Type.KeyPress:
                self.close_panel()
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(_WIDTH, layout.totalHeightForWidth(_WIDTH) if layout else 0)

    def _ask(self, names: Sequence[Named], by_badge: str | None) -> None:
        self._by_badge = None
        self._names.clear()
        for named in names:
            self._names.addItem(shown(named.name, 40), named.person)
        self._names.setVisible(bool(names))
        self._set_busy(busy=False)
        self._retranslate()
        self.show()
        self.raise_()
        self.choose(by_badge or "")
        self._place()

    def _place(self) -> None:
        """Take the room that the sentences need, in the corner."""
        window = self.parentWidget()
        if window is None:
            return
        self.resize(self.sizeHint())
        self.move(window.width() - _WIDTH - Space.M, self._below.geometry().bottom() + Space.S)

    def _set_busy(self, *, busy: bool) -> None:
        for part in (self._names, self._pin, self._go):
            part.setEnabled(not busy)
        if busy:
            self._tell_problem(self.tr("Checking …"))

    def _finish(self) -> None:
        person = self._names.currentData()
        if not isinstance(person, str):
            return
        how = Known.BADGE_AND_PIN if person == self._by_badge else Known.NAME_AND_PIN
        pin = self._pin.text()
        self._pin.clear()
        self.pin_given.emit(Proof(Claim(person, how), pin))

    def _forgive(self) -> None:
        self._tell_problem("")
        set_tone(self._pin, None)

    def _tell_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._place()

    def _retranslate(self) -> None:
        self._names.setAccessibleName(self.tr("Name"))
        self._pin.setAccessibleName(self.tr("PIN"))
        self._pin.setPlaceholderText(self.tr("PIN"))
        self._lock.setText(self.tr("Lock"))
        self._sign_out.setText(self.tr("Sign out"))
        self._close.setText(self.tr("Close (Esc)"))
        if self._approving:
            self._title.setText(self.tr("A supervisor must approve this"))
            self._note.setText(self.tr("Supervisor: scan your badge or choose your name, then type your PIN."))
            self._go.setText(self.tr("Approve"))
            return
        self._title.setText(self.tr("Who works here?"))
        self._note.setText(
            self.tr("For the bench and for decisions: scan your badge or choose your name, then type your PIN.")
        )
        self._go.setText(self.tr("Sign in"))
