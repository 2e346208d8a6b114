"""What the courier's two threads do for the window: rounds of sync with what follows them, and single questions."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication

from receiving_app.acts.outcome import Answer, LookUp
from receiving_app.assembly import Parts, ask, rounds, ticket_service
from receiving_app.domain.label_facts import ServiceSays
from receiving_app.qt.courier import Errand
from receiving_app.queries import dock as dock_queries
from receiving_app.queries.answers import Backlog
from receiving_app.settings import Settings, SettingsError
from receiving_app.storage import journal, report_counts, search_index
from receiving_app.storage.store import Store, StoreError
from receiving_app.sync.rounds import Round
from receiving_app.sync.service import TicketService

_log = logging.getLogger(__name__)


def _service(parts: Parts, settings: Settings) -> tuple[TicketService | None, str]:
    """Make the way to the ticket service; where there is none, say why."""
    try:
        service = ticket_service(settings, parts.clock)
    except SettingsError as error:
        _log.exception("the way to the ticket service can't be used")
        return None, str(error)
    return service, QCoreApplication.translate(
        "Courier", "No ticket service is set up. Packages are recorded here and sent later."
    )


def errand(parts: Parts, settings: Settings) -> Errand:
    """Make what the courier's thread does; runs there."""
    service, unset = _service(parts, settings)
    # What an earlier run pulled may not have been looked at.
    pulled = True

    def run(goes_on: Callable[[], bool]) -> Round:
        if service is None:
            return Round(online=False, problem=unset)
        try:
            return rounds(parts, service).run_once(goes_on)
        except StoreError as error:
            return Round(online=False, problem=str(error))

    def after(done: Round) -> tuple[str, ...]:
        nonlocal pulled
        pulled = pulled or done.pulled > 0
        # Whole blocks are rare, and counted before anybody asks for a report; the rest is counted when it is asked for.
        report_counts.take_in(parts.store, whole_only=True)
        with parts.store.reading() as connection:
            refused = journal.refused(connection)
        lpns = parts.review.returned(refused) if refused else ()
        # Days pass offline, too.
        lpns = (*lpns, *parts.keeping.watch(claims=pulled))
        if not done.online or service is None:
            return lpns
        changed = parts.judging.judge_again()
        asked = []
        for look_up in parts.judging.unanswered():
            says = ask(parts, service, look_up)
            if says is ServiceSays.NO_ANSWER:
                break  # the others would wait as long, each; they are asked after the next round
            if parts.dock.looked_up(look_up, says).answer is Answer.JUDGED:
                asked.append(look_up.lpn)
        boxes = parts.item_judging.judge_again() if pulled or changed or asked else ()
        pulled = False
        return tuple(dict.fromkeys((*lpns, *changed, *asked, *boxes)))

    def backlog(done: Round, wait: timedelta) -> Backlog:
        return dock_queries.backlog(parts.store, online=done.online, problem=done.problem, next_try_in=wait)

    return Errand(run, after, backlog, partial(_take_in, parts.store))


def _take_in(store: Store) -> bool:
    """Let the search's index take in some of what the pull brought; tell whether more waits.

    Where that fails, what waits is searched all the same.
    """
    try:
        with store.transaction() as connection:
            return search_index.take_in(connection)
    except StoreError:
        _log.exception("the search's index could not take in what waits for it")
        return False


def asking(parts: Parts, settings: Settings) -> Callable[[LookUp], ServiceSays]:
    """Make what the asking thread does; runs there."""
    service, _ = _service(parts, settings)

    def answer(look_up: LookUp) -> ServiceSays:
        return ask(parts, service, look_up) if service is not None else ServiceSays.NO_ANSWER

    return answer
