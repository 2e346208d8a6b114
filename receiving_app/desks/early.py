"""A scan becomes a reading and an act an answer, also before the station's own window stands."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from receiving_app.acts.outcome import Answer, Detail, Outcome, refusal
from receiving_app.domain.label_reading import Kind, kind_by_pattern
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Reading, Source
from receiving_app.domain.roles import NotAllowedError
from receiving_app.scanning.wedge import Scan

if TYPE_CHECKING:
    from receiving_app.qt.opening import Opened

_log = logging.getLogger(__name__)


def reading_of(scan: Scan, at: datetime, policy: Policy) -> Reading:
    """Give what a keyboard scanner read, with its keys set right if Caps Lock had turned them around."""

    def makes_sense(text: str) -> bool:
        return kind_by_pattern(Reading(text, b"", Source.WEDGE, at), policy.number_format) is not Kind.OTHER

    return scan.reading(at, makes_sense)


def answered(act: Callable[[], tuple[Outcome, ...]]) -> tuple[Outcome, ...]:
    """Do an act; what can't be written down is said, and never shown as if it were."""
    from receiving_app.storage.store import StoreError  # noqa: PLC0415 - the window is painted before storage

    try:
        return act()
    except NotAllowedError as refused:
        return (Outcome(Answer.REFUSED, detail=refusal(refused)),)
    except StoreError:
        _log.exception("an act could not be recorded")
        return (Outcome(Answer.REFUSED, detail=Detail.NOT_RECORDED),)


def answered_early(opened: Opened, scans: Sequence[Scan], at: datetime) -> tuple[Outcome, ...] | None:
    """Judge what was scanned before the station's window stands; None while its screen is locked and shows nothing."""
    session = opened.parts.people.at_start()
    if session.locked:
        return None
    dock = opened.parts.dock
    readings = [reading_of(scan, at, opened.policy) for scan in scans]
    each = (answered(partial(dock.scan, [reading], session.actor)) for reading in readings)
    return tuple(chain.from_iterable(each))
