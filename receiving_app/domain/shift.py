"""What a shift hands over to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from receiving_app.domain.journal_check import UNCHECKED, JournalCheck
from receiving_app.domain.report import Report
from receiving_app.domain.unclaimed import Unclaimed


@dataclass(frozen=True, slots=True)
class Shift:
    """How the station stands at `at`: what was `done` today and is open, and what is out of order.

    `waiting` events are not yet told to the ticket service, `rejected` ones it would not take; its data here is
    `data_as_of`, and `service` what is in the way to it. `prints` wait behind a printer with the trouble `printer`;
    `camera` is what is wrong with the camera, and `journal` what its last check has found.
    `unclaimed` are the boxes for which somebody is to do something now.
    """

    at: datetime
    done: Report
    waiting: int = 0
    rejected: int = 0
    data_as_of: datetime | None = None
    printer: str = ""
    prints: int = 0
    camera: str = ""
    service: str = ""
    journal: JournalCheck = UNCHECKED
    unclaimed: tuple[Unclaimed, ...] = ()
