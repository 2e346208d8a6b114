"""Questions to the ticket service about single numbers, each answered in time, if only by its silence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from receiving_app.acts.outcome import LookUp
from receiving_app.domain.label_facts import ServiceSays
from receiving_app.qt.courier import Answered, LookUps


class Questions(QObject):
    """Asks on a thread beside the rounds; a question that takes too long is answered with `NO_ANSWER`."""

    answered = Signal(object)  # Answered

    def __init__(self, make_ask: Callable[[], Callable[[LookUp], ServiceSays]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look_ups = LookUps(make_ask, self)
        self._look_ups.answered.connect(self._hear)
        self._patience: dict[tuple[str, str], QTimer] = {}

    @property
    def waiting(self) -> bool:
        """Whether any question still has no answer."""
        return bool(self._patience)

    def start(self) -> None:
        """Begin to take questions."""
        self._look_ups.start()

    def stop(self) -> None:
        """End; what was not answered is asked again after the next start."""
        self._look_ups.stop()

    def ask(self, look_up: LookUp, within: timedelta) -> None:
        """Ask about a number, unless that is being asked already."""
        if (look_up.lpn, look_up.key) in self._patience:
            return
        patience = QTimer(self, singleShot=True, interval=round(within / timedelta(milliseconds=1)))
        patience.timeout.connect(partial(self._answer, Answered(look_up, ServiceSays.NO_ANSWER)))
        self._patience[look_up.lpn, look_up.key] = patience
        patience.start()
        self._look_ups.ask(look_up)

    @Slot(object)
    def _hear(self, answered: Answered) -> None:
        self._answer(answered)

    def _answer(self, answered: Answered) -> None:
        """Pass an answer on; one that comes after its time is as good as any: the number is judged again."""
        patience = self._patience.pop((answered.look_up.lpn, answered.look_up.key), None)
        if patience is not None:
            patience.stop()
            patience.deleteLater()
        self.answered.emit(answered)
