"""Every decision that a business could take the other way, named and with its default."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from receiving_app.domain.disposition import FreightPolicy
from receiving_app.domain.rma_number import NumberFormat
from receiving_app.domain.site_calendar import SiteCalendar


class OnDifference(StrEnum):
    """What a finding that is no reason to reject leads to."""

    NOTE = "note"
    HOLD = "hold"


class OnExtra(StrEnum):
    """What a thing in the box that the RMA doesn't list leads to."""

    NOTE = "note"
    HOLD = "hold"
    REJECT = "reject"


class OnMissingPart(StrEnum):
    """What a missing required part leads to."""

    HOLD = "hold"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class ClipPolicy:
    """Whether the last seconds before a rejection or an override are kept as a clip, and for how long.

    No seconds: none are. `most_bytes` bounds what is held in memory for it.
    """

    seconds: int = 0
    most_bytes: int = 32 * 2**20
    kept_for: timedelta = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class UnclaimedPolicy:
    """After how many days somebody asks around for whose an unclaimed box is, and when it may be abandoned."""

    remind_days: tuple[int, ...] = (7, 30, 60)
    abandon_days: int = 90


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of the site's policy, as the ticket service delivers it.

    `data_unsure_after`: age from which offline data no longer supports a rejection; `data_warn_after`: age that
    is shown as a warning; `data_stale_after`: age from which nothing is accepted or rejected. `same_box_within`:
    a repeat of the same label within it is the same box. `undo_within`: how long an act can be taken back.
    `photo_long_edge`: pixels to which a photo is shrunk. `lock_after`: idle time after which a screen locks.
    `lone_supervisor`: a supervisor who is alone may decide on their own work after some hours, flagged for ever.
    `inspect_within`: how long after its arrival an item should have an outcome. `review_within`: how long what was
    rejected or held should wait for a supervisor.
    """

    version: int = 0
    window_days: int = 14
    calendar: SiteCalendar = field(default_factory=SiteCalendar)
    number_format: NumberFormat = field(default_factory=NumberFormat)
    data_unsure_after: timedelta = timedelta(minutes=15)
    data_warn_after: timedelta = timedelta(hours=24)
    data_stale_after: timedelta = timedelta(hours=72)
    same_box_within: timedelta = timedelta(seconds=10)
    live_lookup_within: timedelta = timedelta(seconds=2)
    undo_within: timedelta = timedelta(seconds=60)
    sender_differs: OnDifference = OnDifference.NOTE
    extras: OnExtra = OnExtra.NOTE
    missing_parts: OnMissingPart = OnMissingPart.HOLD
    freight: FreightPolicy = field(default_factory=FreightPolicy)
    photo_long_edge: int = 1600
    lock_after: timedelta = timedelta(minutes=10)
    lone_supervisor: bool = False
    inspect_within: timedelta = timedelta(days=5)
    review_within: timedelta = timedelta(hours=24)
    clips: ClipPolicy = field(default_factory=ClipPolicy)
    unclaimed: UnclaimedPolicy = field(default_factory=UnclaimedPolicy)
