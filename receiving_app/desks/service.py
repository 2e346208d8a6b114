"""Beside every screen: the threads that speak with the ticket service, begun once the window rests."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from receiving_app.domain.policy import Policy

if TYPE_CHECKING:
    from receiving_app.acts.outcome import LookUp
    from receiving_app.assembly import Parts
    from receiving_app.qt.courier import Courier
    from receiving_app.qt.questions import Questions
    from receiving_app.queries.answers import Backlog
    from receiving_app.settings import Settings


class ServiceDesk(QObject):
    """Says what the rounds of sync brought, and what became of single questions."""

    reported = Signal(object)  # Backlog
    judged_again = Signal(object)  # tuple of licence plates
    answered = Signal(object)  # Answered

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._policy = Policy()
        self._courier: Courier | None = None
        self._questions: Questions | None = None
        self._problem: str | None = None

    @property
    def online(self) -> bool:
        """Whether the last round reached the ticket service."""
        return self._courier is not None and self._courier.online

    @property
    def problem(self) -> str | None:
        """What the last round said is in the way."""
        return self._problem

    @property
    def asking(self) -> bool:
        """Whether the ticket service still has to answer about a number."""
        return self._questions is not None and self._questions.waiting

    def begin(self, parts: Parts) -> None:
        """Start both threads, the first round at once."""
        from receiving_app.errands import asking, errand
        from receiving_app.qt.courier import Courier
        from receiving_app.qt.questions import Questions

        self._courier = Courier(partial(errand, parts, self._settings), self)
        self._courier.reported.connect(self._reported)
        self._courier.judged_again.connect(self.judged_again)
        self._questions = Questions(partial(asking, parts, self._settings), self)
        self._questions.answered.connect(self.answered)
        self._courier.start()
        self._questions.start()

    def use_policy(self, policy: Policy) -> None:
        """Wait for an answer as long as a policy says from now on."""
        self._policy = policy

    def nudge(self) -> None:
        """Ask for a round of sync now."""
        if self._courier is not None:
            self._courier.nudge()

    def ask(self, look_up: LookUp) -> None:
        """Ask about a number; before the threads run, the first pull answers it."""
        if self._questions is not None:
            self._questions.ask(look_up, self._policy.live_lookup_within)

    def stop(self) -> None:
        """End both threads after the request under way."""
        for part in (self._questions, self._courier):
            if part is not None:
                part.stop()

    @Slot(object)
    def _reported(self, backlog: Backlog) -> None:
        self._problem = backlog.problem
        self.reported.emit(backlog)
