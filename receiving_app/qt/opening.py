"""Opens the station's memory on a thread of its own: importing what it needs takes longer than showing a window."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from receiving_app.acts.outcome import Outcome
from receiving_app.clock import StationClock
from receiving_app.domain.policy import Policy
from receiving_app.settings import Settings

if TYPE_CHECKING:
    from receiving_app.assembly import Parts

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening the memory brought."""

    parts: Parts
    resumed: Outcome
    policy: Policy


class Opening(QThread):
    """Puts the station together, once; `failed` carries a sentence.

    Whoever comes after it has ended finds what it brought, or the sentence, in `result`. Until somebody sets
    `online`, the ticket service counts as out of reach.
    """

    opened = Signal(object)
    failed = Signal(str)
    _ended = Signal(object)

    def __init__(self, settings: Settings, clock: StationClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.result: Opened | str | None = None
        self.online: Callable[[], bool] = bool
        self._settings = settings
        self._clock = clock
        self._ended.connect(self._tell)

    def run(self) -> None:
        from receiving_app.assembly import assemble, current_policy
        from receiving_app.storage.store import StoreError

        try:
            parts = assemble(self._settings, self._clock, self._is_online)
            self._ended.emit(Opened(parts, parts.dock.resume(), current_policy(parts)))
        except (StoreError, OSError) as error:
            _log.exception("the station's memory can't be opened")
            self._ended.emit(str(error))
        except Exception:  # whatever it is, the window must not say "starting" for ever
            _log.exception("the station can't be put together")
            self._ended.emit(
                QCoreApplication.translate(
                    "Opening", "The station can't start, through a fault of this program. Its log says more."
                )
            )

    def _is_online(self) -> bool:
        return self.online()

    @Slot(object)
    def _tell(self, result: Opened | str) -> None:
        self.result = result
        if isinstance(result, str):
            self.failed.emit(result)
        else:
            self.opened.emit(result)
