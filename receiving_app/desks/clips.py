"""Keeps the last seconds before a rejection or an override, without a word to anybody."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from receiving_app.acts.outcome import Answer, Outcome
from receiving_app.domain.events import ClipKept, ClipReason, Subject
from receiving_app.domain.policy import ClipPolicy, Policy
from receiving_app.domain.verdict import Decision

if TYPE_CHECKING:
    from receiving_app.acts.unpacking_outcome import UnpackingOutcome
    from receiving_app.assembly import Parts
    from receiving_app.qt.camera import Camera
    from receiving_app.qt.in_turn import InTurn
    from receiving_app.scanning.recent import Footage
    from receiving_app.storage.clips import ClipFiles

_log = logging.getLogger(__name__)

#: How often clips whose time is over are looked for, in milliseconds; the first time, soon after the start.
_SWEEP_MS = 60 * 60 * 1000
_FIRST_SWEEP_MS = 10_000


@dataclass(frozen=True, slots=True)
class _Filmed:
    clip: ClipKept
    about: Subject


class ClipDesk(QObject):
    """Films nothing unless the policy says so, and stops nothing when it can't."""

    def __init__(self, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._policy = ClipPolicy()
        self._parts: Parts | None = None
        self._camera: Camera | None = None
        self._timer = QTimer(self, interval=_FIRST_SWEEP_MS)
        self._timer.timeout.connect(self.sweep)

    @cached_property
    def _turns(self) -> InTurn:
        from receiving_app.qt.in_turn import InTurn

        turns = InTurn(self)
        turns.gave.connect(self._filmed)
        return turns

    def begin(self, parts: Parts) -> None:
        """Work on an open memory from now on."""
        self._parts = parts
        self._timer.start()

    def use_camera(self, camera: Camera) -> None:
        """Take the last seconds from a camera."""
        self._camera = camera
        self._remember()

    def use_policy(self, policy: Policy) -> None:
        """Hold as much as a policy says from now on."""
        self._policy = policy.clips
        self._remember()

    def stop(self) -> None:
        """End, once the clips under way are kept."""
        self._timer.stop()
        if "_turns" in self.__dict__:
            self._turns.stop()

    def judged(self, outcome: Outcome) -> None:
        """Keep the last seconds where a scan led to a rejection."""
        package = outcome.package
        judgement = package.judgement(outcome.key) if package is not None and outcome.key is not None else None
        rejected = judgement is not None and judgement.decision is Decision.REJECT
        if rejected and outcome.answer is Answer.JUDGED and package is not None:
            self._keep(ClipReason.REJECT, Subject(package.lpn, outcome.key or None))

    @Slot(object)
    def item_rejected(self, outcome: UnpackingOutcome) -> None:
        """Keep the last seconds where a device was rejected."""
        if outcome.item is not None:
            self._keep(ClipReason.REJECT, Subject(outcome.item.lpn, outcome.item.rma_key or None))

    @Slot(object)
    def overridden(self, about: Subject) -> None:
        """Keep the last seconds before a supervisor overrode a verdict."""
        self._keep(ClipReason.OVERRIDE, about)

    @Slot()
    def sweep(self) -> None:
        """Delete the clips whose time is over."""
        self._timer.setInterval(_SWEEP_MS)
        if self._parts is not None:
            self._turns.do(partial(_swept, self._parts.store.clips, self._now() - self._policy.kept_for))

    def _remember(self) -> None:
        if self._camera is not None:
            self._camera.remember(self._policy.seconds, self._policy.most_bytes)

    def _keep(self, reason: ClipReason, about: Subject) -> None:
        footage = self._camera.footage() if self._camera is not None else None
        if footage is not None and self._parts is not None:
            self._turns.do(partial(_film, self._parts.store.clips, footage, reason, about))

    @Slot(object)
    def _filmed(self, filmed: _Filmed | None) -> None:
        from receiving_app.storage.store import StoreError

        if filmed is None or self._parts is None:
            return
        try:
            self._parts.filming.keep(filmed.clip, filmed.about)
        except StoreError:
            _log.exception("a clip could not be recorded")


def _film(clips: ClipFiles, footage: Footage, reason: ClipReason, about: Subject) -> _Filmed | None:
    from receiving_app.scanning.frames import write_film

    try:
        name = clips.keep(partial(write_film, jpegs=footage.jpegs, frames_a_second=footage.frames_a_second))
    except (OSError, ValueError):
        _log.exception("a clip could not be saved")
        return None
    return _Filmed(ClipKept(name, footage.began_at, round(footage.lasted.total_seconds() * 1000), reason), about)


def _swept(clips: ClipFiles, before: datetime) -> None:
    try:
        clips.sweep(before)
    except OSError:
        _log.exception("old clips could not be deleted")
