"""The thread on which a serving process writes and sends the letters that are due."""

from __future__ import annotations

import logging
import threading
from types import TracebackType
from typing import Self

from ticket_service.mail.outbox import State
from ticket_service.mail.posting import Pace, post_due
from ticket_service.mail.sending import Mailer, Round
from ticket_service.storage.store import UnavailableError

#: Seconds between two looks at what is due.
PAUSE = 5.0

_log = logging.getLogger(__name__)


def run_once(mailer: Mailer, pace: Pace) -> Round:
    """Write the letters that are due and send them."""
    post_due(mailer.engine, mailer.clock(), mailer.url, pace)
    return mailer.send_due()


class Sender:
    """Runs round after round while the `with` block lasts; what was begun is ended first."""

    def __init__(self, mailer: Mailer, pace: Pace, pause: float = PAUSE) -> None:
        self._mailer = mailer
        self._pace = pace
        self._pause = pause
        self._ending = threading.Event()
        self._trouble = ""
        self._thread = threading.Thread(target=self._run, name="ticket-service-mail")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ending.is_set():
            self._say(self._round())
            self._ending.wait(self._pause)

    def _round(self) -> Round:
        try:
            return run_once(self._mailer, self._pace)
        except UnavailableError as error:
            return Round({}, f"the database does not answer ({error})")

    def _say(self, done: Round) -> None:
        """Log trouble when it begins and when it is over, and every letter that reached nobody."""
        if done.trouble and done.trouble != self._trouble:
            _log.warning("Letters wait: %s", done.trouble)
            self._trouble = done.trouble
        elif self._trouble and done.became.get(State.SENT):
            _log.info("Letters are sent again.")
            self._trouble = ""
        lost = done.became.get(State.BOUNCED, 0) + done.became.get(State.FAILED, 0)
        if lost:
            _log.warning("%d letters reached nobody; support finds them in the portal.", lost)
