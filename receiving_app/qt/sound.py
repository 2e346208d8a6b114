"""The verdict for the ears: short sounds, played beside the work and never in its way."""

from __future__ import annotations

import logging
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QUrl, Signal, Slot

from receiving_app.acts.outcome import Answer, Detail, Outcome
from receiving_app.domain.arrivals import lapses
from receiving_app.domain.package import Judgement
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.domain.verdict import Decision

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

_log = logging.getLogger(__name__)


class Earcon(StrEnum):
    """The sounds there are; each is a WAV of that name."""

    ACCEPT = "accept"
    PRIORITY = "priority"
    REJECT = "reject"
    HOLD = "hold"
    ALREADY_COUNTED = "already-counted"
    NOT_UNDERSTOOD = "not-understood"


def earcon_of(outcome: Outcome, calendar: SiteCalendar) -> Earcon | None:
    """Give the sound of an outcome: its own where it came at the last moment, none where a glance is enough."""
    match outcome.answer:
        case Answer.ALREADY_COUNTED:
            return Earcon.ALREADY_COUNTED
        case Answer.NOT_UNDERSTOOD | Answer.REFUSED:
            return Earcon.NOT_UNDERSTOOD
        case Answer.JUDGED if outcome.package is not None and outcome.package.decision is not None:
            came_at_last = any(_lapses(judgement, calendar) for judgement in outcome.package.accepted)
            accepted = outcome.package.decision is Decision.ACCEPT
            return Earcon.PRIORITY if accepted and came_at_last else Earcon(outcome.package.decision.value)
        case Answer.DONE if outcome.detail is Detail.HAZARD:
            return Earcon.HOLD
        case _:
            return None


def _lapses(judgement: Judgement, calendar: SiteCalendar) -> bool:
    rma = judgement.facts.rma
    return rma is not None and lapses(rma.receive_by, judgement.facts.received.at, calendar)


class _Player(QObject):
    """Plays on its own thread, because the first use of Qt's multimedia takes up to half a second."""

    def __init__(self, directory: Path) -> None:
        super().__init__()
        self._directory = directory
        self._effects: dict[str, QSoundEffect] | None = None

    @Slot(str)
    def play(self, name: str) -> None:
        if self._effects is None:
            self._effects = self._load()
        if name not in self._effects:
            return
        for effect in self._effects.values():
            effect.stop()
        self._effects[name].play()

    @Slot()
    def release(self) -> None:
        """Drop the effects on the thread that made them."""
        self._effects = {}

    def _load(self) -> dict[str, QSoundEffect]:
        """Every sound, ready to play; none, and one line in the log, where this machine cannot play any."""
        try:
            # Fails without libpulse0 on Linux, and costs half a second of every start if it stands at the top.
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415
        except ImportError as error:
            _log.warning("No sounds: Qt's multimedia cannot be loaded (%s).", error)
            return {}
        if QMediaDevices.defaultAudioOutput().isNull():
            _log.warning("No sounds: this machine has no audio output.")
            return {}
        effects = {}
        for earcon in Earcon:
            effects[earcon.value] = effect = QSoundEffect()
            effect.setSource(QUrl.fromLocalFile(str(self._directory / f"{earcon}.wav")))
        return effects


class Sounds(QObject):
    """Plays the sounds of a folder; on a machine without audio it is silent and says so once in the log."""

    _asked = Signal(str)

    def __init__(self, directory: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._player = _Player(directory)
        self._player.moveToThread(self._thread)
        self._asked.connect(self._player.play)
        self._thread.finished.connect(self._player.release)
        self._thread.start()

    def play(self, earcon: Earcon) -> None:
        """Start a sound and return at once; it cuts off the one before, so that the newest verdict is heard."""
        self._asked.emit(earcon.value)

    def close(self) -> None:
        """End the thread; nothing sounds after it."""
        self._thread.quit()
        self._thread.wait()
