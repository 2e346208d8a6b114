"""What the courier's two threads do for the window: rounds of sync with what follows them, and single questions."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from receiving_app.acts.outcome import LookUp
from receiving_app.assembly import Parts, ask, rounds, ticket_service
from receiving_app.domain.label_facts import ServiceSays
from receiving_app.qt.courier import Errand
from receiving_app.queries import dock as dock_queries
from receiving_app.queries.answers import Backlog
from receiving_app.settings import Settings, SettingsError
from receiving_app.storage.store import StoreError
from receiving_app.sync.rounds import Round
from receiving_app.sync.service import TicketService

_log = logging.getLogger(__name__)


def _service(parts: Parts, settings: Settings) -> TicketService | None:
    try:
        return ticket_service(settings, parts.clock)
    except SettingsError:
        _log.exception("the way to the ticket service can't be used")
        return None


def errand(parts: Parts, settings: Settings) -> Errand:
    """Make what the courier's thread does; runs there."""
    service = _service(parts, settings)
    unset = QCoreApplication.translate(
        "Courier", "No ticket service is set up. Packages are recorded here and sent later."
    )

    def run(goes_on: Callable[[], bool]) -> Round:
        if service is None:
            return Round(online=False, problem=unset)
        try:
            return rounds(parts, service).run_once(goes_on)
        except StoreError as error:
            return Round(online=False, problem=str(error))

    def after(done: Round) -> tuple[str, ...]:
        lpns = parts.review.returned(done.rejected) if done.rejected else ()
        if not done.online or service is None:
            return lpns
        changed = parts.judging.judge_again()
        asked = []
        for look_up in parts.judging.unanswered():
            says = ask(parts, service, look_up)
            if says is not ServiceSays.NO_ANSWER:
                parts.dock.looked_up(look_up, says)
                asked.append(look_up.lpn)
        return tuple(dict.fromkeys((*lpns, *changed, *asked)))

    def backlog(done: Round, wait: timedelta) -> Backlog:
        return dock_queries.backlog(parts.store, online=done.online, problem=done.problem, next_try_in=wait)

    return Errand(run, after, backlog)


def asking(parts: Parts, settings: Settings) -> Callable[[LookUp], ServiceSays]:
    """Make what the asking thread does; runs there."""
    service = _service(parts, settings)

    def answer(look_up: LookUp) -> ServiceSays:
        return ask(parts, service, look_up) if service is not None else ServiceSays.NO_ANSWER

    return answer
