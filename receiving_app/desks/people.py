"""Who works here: connects the panel and the locked screen with the acts of people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from receiving_app.acts.outcome import Detail, Outcome, SignedIn
from receiving_app.acts.people_outcome import Refused, Session
from receiving_app.domain.command import DIGITS, KEYPAD, WRITTEN, Command, command_named
from receiving_app.domain.label_reading import Kind, kind_by_pattern
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import HAND_HELD, Reading
from receiving_app.domain.roles import NOBODY, Actor, NotAllowedError, Right, may
from receiving_app.qt.aside import Aside
from receiving_app.qt.idle import Idle
from receiving_app.scanning.wedge import Scan
from receiving_app.words.outcomes import detail_sentence
from receiving_app.words.people import nobody, refusal_sentence
from ui.station_screen import Screen

if TYPE_CHECKING:
    from receiving_app.acts.people import People
    from ui.main_window import MainWindow
    from ui.people.panel import PeoplePanel, Proof

#: A person's quickest roll over the digits; scanners type a key every 1 to 16 milliseconds.
_TYPED_FROM_MS = 20
#: What is done at a screen that a badge alone doesn't open.
_DONE_AT = {Screen.BENCH: Right.INSPECT, Screen.REVIEW: Right.DECIDE}


@dataclass(frozen=True, slots=True)
class _Request:
    """One act that waits for a supervisor."""

    right: Right
    do: Callable[[Actor], object]


class PeopleDesk(QObject):
    """Knows whose act it is when something is done, and says when a locked screen is uncovered or a PIN was right."""

    unlocked = Signal()
    proven = Signal()

    def __init__(self, window: MainWindow, operator: Actor, application: QCoreApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._policy = Policy()
        self._people: People | None = None
        self._session = Session(operator, operator.person or "")
        self._request: _Request | None = None
        self._aside = Aside(self)
        self._aside.done.connect(self._proven)
        self._idle = Idle(self._policy.lock_after, self)
        self._idle.passed.connect(self.lock)
        self._idle.install(application)
        window.people_wanted.connect(self.open_panel)

    @cached_property
    def _panel(self) -> PeoplePanel:
        panel = self._window.people
        panel.pin_given.connect(self._prove)
        panel.lock_wanted.connect(self.lock)
        panel.sign_out_wanted.connect(self.sign_out)
        panel.closed.connect(self._forget)
        return panel

    @property
    def actor(self) -> Actor:
        """Whose act it is, when something is done now."""
        return self._session.actor

    @property
    def session(self) -> Session:
        """Who works here."""
        return self._session

    def begin(self, people: People) -> None:
        """Take up what the last run left."""
        self._people = people
        self._show(people.at_start())

    def show_name(self) -> None:
        """Show by name who works here without having signed in, once the ticket service told the names."""
        if self._people is not None and not self._session.signed_in:
            self._show(self._people.unattended())

    def use_policy(self, policy: Policy) -> None:
        """Lock after this policy's time from now on."""
        self._policy = policy
        self._idle.wait_for(policy.lock_after)

    def stop(self) -> None:
        """Wait for a PIN that is being looked at."""
        self._idle.watch(whether=False)
        self._aside.stop()

    def takes(self, scan: Scan, reading: Reading) -> bool:
        """Take what belongs to the open panel: a PIN typed as fast as a scan, or the badge of whoever approves."""
        if self._people is None:
            return False
        command = command_named(reading.text) if reading.source in HAND_HELD else None
        if not self._window.asks_people:
            if command not in DIGITS or not self._pin_due:
                return False
            # The first digit of a PIN: nothing else can be meant by it.
            self.open_panel()
        if self._panel.awaits_pin and scan.text.isdigit() and len(scan.text) <= 8 and scan.pace_ms >= _TYPED_FROM_MS:
            self._panel.type_digits(scan.text, entered=scan.entered)
            return True
        if command is not None and command in KEYPAD:
            # Before anything is recorded: a PIN stands nowhere, not even digit by digit.
            self._write(command)
            return True
        if self._request is None or kind_by_pattern(reading, self._policy.number_format) is not Kind.BADGE:
            return False
        shown = self._people.whose_badge(reading, self.actor)
        if isinstance(shown, Refused):
            self._panel.show_refusal(refusal_sentence(shown.why))
        else:
            self._panel.choose(shown.person)
        return True

    @property
    def _pin_due(self) -> bool:
        """Whether the PIN alone is missing for what is done at the screen that is shown."""
        shown = self._window.shown
        right = _DONE_AT.get(shown) if shown is not None else None
        if right is None or self._session.locked or may(self.actor, right):
            return False
        return NotAllowedError(self.actor, right).needs_pin

    def _write(self, command: Command) -> None:
        if command is Command.CLEAR:
            self._panel.clear_pin()
        else:
            self._panel.type_digits(WRITTEN.get(command, ""), entered=command is Command.ENTER)

    def hear(self, outcome: Outcome) -> None:
        """Follow what a scan or a command changed in who works here."""
        self._idle.touched()
        if outcome.signed_in is not None:
            self._show(Session(outcome.signed_in.actor, outcome.signed_in.name))
            if self._window.asks_people and self._request is None:
                self._panel.choose(outcome.signed_in.actor.person or "")
            elif self._pin_due:
                self.open_panel()
        elif outcome.detail is Detail.WHO_WORKS:
            self.open_panel()
        elif outcome.detail is Detail.SIGNED_OUT and self._people is not None:
            self._show(self._people.unattended())
        elif self._session.locked and outcome.tape is not None:
            self._window.lock_screen.show_recorded(outcome.tape.reading.text)

    @Slot()
    def open_panel(self) -> None:
        """Offer to sign in with a PIN, to lock and to sign out; pressed again, close it."""
        if self._people is None:
            return
        if self._window.asks_people:
            self._panel.close_panel()
            return
        session = self._session
        by_badge = session.person.person if session.signed_in and not session.locked else None
        self._panel.ask_sign_in(self._people.who_may(), by_badge, signed_in=by_badge is not None)

    def offer(self, refused: NotAllowedError, do: Callable[[Actor], object]) -> None:
        """Open the panel where the worker's PIN, or a supervisor's, would lift a refusal.

        `do` does the act with a supervisor as its actor; with a PIN of their own the worker does it again.
        """
        if self._people is None or self._session.locked:
            return
        self._panel.close_panel()
        if refused.needs_pin or refused.actor == NOBODY:
            self.open_panel()
            return
        self.offer_another(refused.right, do)

    def offer_another(self, right: Right, do: Callable[[Actor], object]) -> None:
        """Open the panel for somebody else's badge and PIN: what is one's own work another person must decide."""
        if self._people is None or self._session.locked:
            return
        self._panel.close_panel()
        self._request = _Request(right, do)
        self._panel.ask_approval(self._people.who_may(right, self._session.person))

    @Slot()
    def lock(self) -> None:
        """Cover the screen until somebody shows a badge."""
        if self._people is not None:
            self._show(self._people.lock(self._session))
            self._panel.close_panel()

    @Slot()
    def sign_out(self) -> None:
        """Let whoever works here go."""
        if self._people is not None:
            self._show(self._people.sign_out(self._session))
            self._panel.close_panel()

    @Slot(object)
    def _prove(self, proof: Proof) -> None:
        if self._people is None or self._aside.busy:
            return
        self._panel.show_checking()
        request = self._request
        if request is None:
            self._aside.do(partial(self._people.sign_in, proof.claim, proof.pin, self._session))
        else:
            worker = self._session.person
            self._aside.do(partial(self._people.approve, request.right, proof.claim, proof.pin, worker))

    @Slot(object)
    def _proven(self, result: object) -> None:
        request = self._request
        match result:
            case SignedIn():
                self._show(Session(result.actor, result.name))
                self._panel.close_panel()
                self.proven.emit()
            case Actor() if request is not None:
                self._panel.close_panel()
                request.do(result)
            case Refused():
                self._panel.show_refusal(refusal_sentence(result.why, result.wait))
            case None:
                self._panel.show_refusal(detail_sentence(Detail.NOT_RECORDED))

    @Slot()
    def _forget(self) -> None:
        self._request = None
        self._window.focus_screen()

    def _show(self, session: Session) -> None:
        was_locked, self._session = self._session.locked, session
        self._window.show_operator(session.name or nobody())
        self._window.show_locked(session.name if session.locked else None)
        self._idle.watch(whether=session.signed_in and not session.locked)
        if was_locked and not session.locked:
            self.unlocked.emit()
