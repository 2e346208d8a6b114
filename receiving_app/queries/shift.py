"""What a shift hands over to the next: what was done today, what is open, and what is out of order."""

from __future__ import annotations

from datetime import datetime

from receiving_app.domain.journal_check import LAST_CHECK, UNCHECKED
from receiving_app.domain.period import Period
from receiving_app.domain.shift import Shift
from receiving_app.queries import printing, reports
from receiving_app.queries.claims import unclaimed_cases
from receiving_app.storage import journal, remembered, service_data, sync_state
from receiving_app.storage.journal import Delivery
from receiving_app.storage.store import Store


def shift(store: Store, now: datetime, camera: str = "", service: str = "") -> Shift:
    """Give what there is to hand over, from what of the journal is counted so far.

    `camera` is what is wrong with the camera, `service` what is in the way to the ticket service.
    """
    with store.reading() as connection:
        today = service_data.current_policy(connection).calendar.local(now).date()
        waiting = journal.count(connection, Delivery.WAITING)
        rejected = journal.count(connection, Delivery.REJECTED)
        data_as_of = sync_state.get(connection).data_as_of
        checked = remembered.get(connection, LAST_CHECK, UNCHECKED)
    prints = printing.in_trouble(store)
    return Shift(
        at=now,
        done=reports.report(store, Period(today, today), now),
        waiting=waiting,
        rejected=rejected,
        data_as_of=data_as_of,
        printer=prints.problem if prints else "",
        prints=prints.count if prints else 0,
        camera=camera,
        service=service,
        journal=checked,
        unclaimed=tuple(case.unclaimed for case in unclaimed_cases(store, now) if case.rests_until is None),
    )
