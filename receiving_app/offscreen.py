"""The real window driven without a display: what the demo shows where there is no screen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QEventLoop, QSize, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from receiving_app.acts.decision import Decided
from receiving_app.app import StationApp
from receiving_app.assembly import Parts, current_policy
from receiving_app.clock import StationClock
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice
from receiving_app.domain.package import Package
from receiving_app.domain.reading import Reading, Source
from receiving_app.logs import start_log
from receiving_app.qt.messages import log_messages
from receiving_app.queries import dock, review
from receiving_app.scanning.frames import encode_jpeg, read_picture
from receiving_app.settings import Settings, operator_of
from receiving_app.terminal.pictures import readings_of
from receiving_app.words.review import ReviewReason
from receiving_app.words.verdicts import reason, verdict_word

SIZE = QSize(1920, 1080)


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one label: a line for people, the package's plate, and the codes."""

    line: str
    plate: str
    verdict: str | None
    headline: str | None


class OffscreenStation:
    """Opens the window's station, and waits, within `patience_ms`, for what its threads do."""

    def __init__(self, settings: Settings, now: Callable[[], datetime], patience_ms: int) -> None:
        start_log(settings.data_folder)
        application = QApplication.instance() or QApplication(sys.argv[:1])
        if not isinstance(application, QApplication):
            raise TypeError("a window needs a QApplication")
        log_messages()
        self._patience_ms = patience_ms
        self._station = StationApp(application, settings, StationClock(now))

    def __enter__(self) -> Self:
        self._station.show(SIZE)
        self._wait(self._station.opened, self._station.open)
        self._station.window.activateWindow()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._station.window.close()
        self._station.close()

    @property
    def time_zone(self) -> str:
        """The site's time zone."""
        return current_policy(self._parts).calendar.time_zone

    def receive(self, path: Path) -> Told:
        """Receive a label picture as the next package, with the service's data of this moment."""
        while self._data_age() > timedelta(minutes=1):
            self._wait(self._station.reported, self._station.sync)
        self._station.command(Command.NEXT)
        photo = self._parts.store.photos.keep(encode_jpeg(read_picture(path)))
        readings = readings_of(path, self._parts.clock.now(), photo)
        lpns = [outcome.package.lpn for outcome in self._station.take(readings) if outcome.package]
        while self._station.asking:
            self._wait(self._station.answered)
        return self._told(review.package(self._parts.store, lpns[-1]) if lpns else None)

    def picture(self, path: Path) -> None:
        """Save what the window shows."""
        QApplication.processEvents()
        QApplication.sendPostedEvents()  # what a timer has just changed is laid out, too
        self._station.window.grab().save(str(path))

    def scan(self, *texts: str) -> None:
        """Scan codes one after another, at whatever screen is shown."""
        for text in texts:
            self._station.take([Reading(text, text.encode(), Source.WEDGE, self._parts.clock.now())])

    def uphold(self, plate: str) -> None:
        """Let the rejection of a package stand, as a supervisor at the review would."""
        case = next(case for case in review.package_cases(self._parts.store) if case.package.lpn == plate)
        judgement = case.judgement
        upheld = Decided(plate, judgement.key, judgement.event, Choice.UPHOLD, ReviewReason.RULE_STANDS, "")
        self._parts.review.decide(upheld, operator_of(self._parts.settings))

    def _told(self, package: Package | None) -> Told:
        if package is None or not package.judgements:
            return Told("no verdict: no RMA number was read", package.lpn if package else "", None, None)
        policy = current_policy(self._parts)
        now = self._parts.clock.corrected()
        lines = [
            f"{verdict_word(each.decision)}  {each.number}  {reason(package, each, policy, now)}"
            for each in package.judgements
        ]
        verdict = package.judgements[-1].verdict
        return Told(
            "; ".join(lines), package.lpn, verdict.decision.value, verdict.headline.value if verdict.headline else None
        )

    @property
    def _parts(self) -> Parts:
        if self._station.parts is None:
            raise RuntimeError("the station's memory did not open")
        return self._station.parts

    def _data_age(self) -> timedelta:
        as_of = dock.backlog(self._parts.store, online=True).data_as_of
        return timedelta.max if as_of is None else abs(self._parts.clock.corrected() - as_of)

    def _wait(self, signal: SignalInstance, start: Callable[[], None] | None = None) -> None:
        loop = QEventLoop()
        patience = QTimer(singleShot=True, interval=self._patience_ms)
        patience.timeout.connect(loop.quit)
        signal.connect(loop.quit)
        patience.start()
        if start is not None:
            start()
        loop.exec()
        signal.disconnect(loop.quit)
        if not patience.isActive():
            raise TimeoutError("the station did not answer in time")
