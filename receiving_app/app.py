"""Builds every part of the windowed station once, connects them, and closes them in reverse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

import resources
from receiving_app.acts.outcome import Outcome
from receiving_app.clock import StationClock
from receiving_app.desks.camera import CameraDesk
from receiving_app.desks.clips import ClipDesk
from receiving_app.desks.dock import DockDesk
from receiving_app.desks.early import reading_of
from receiving_app.desks.people import PeopleDesk
from receiving_app.desks.photos import PhotoDesk, PhotoNews
from receiving_app.desks.printing import PrintingDesk
from receiving_app.desks.review import ReviewDesk
from receiving_app.desks.service import ServiceDesk
from receiving_app.desks.shipping import ShippingDesk
from receiving_app.desks.unpacking import UnpackingDesk
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Reading, Source
from receiving_app.qt.keys import ScannerFilter
from receiving_app.qt.opening import Opened, Opening
from receiving_app.qt.sound import Earcon, Sounds
from receiving_app.scanning.wedge import Scan, Wedge, WedgeSettings
from receiving_app.settings import Settings, operator_of
from receiving_app.words.people import nobody
from resources import fonts
from ui import theme as looks
from ui.colors import DARK, LIGHT, Theme
from ui.main_window import MainWindow
from ui.station_screen import Screen
from ui.theme import Scheme, theme_for

if TYPE_CHECKING:
    from receiving_app.assembly import Parts
    from receiving_app.desks.bench import BenchDesk
    from receiving_app.desks.desk import Desk
    from receiving_app.desks.overview import OverviewDesk
    from receiving_app.desks.proof import ProofDesk
    from receiving_app.domain.command import Command
    from receiving_app.qt.courier import Answered
    from receiving_app.qt.serial_scanners import SerialScanners
    from receiving_app.queries.answers import Backlog

#: How often what ages on the screen is told anew, in milliseconds.
_REFRESH_MS = 30_000
#: The verdict is painted first; what can wait comes this much later, once for all scans of a quick row.
_AFTER_PAINT_MS = 40


class StationApp(QObject):
    """The windowed station: scans, commands and answers pass through here, and nothing is decided here."""

    opened = Signal()
    reported = Signal(object)  # Backlog
    answered = Signal()

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        clock: StationClock | None = None,
        *,
        keys: ScannerFilter | None = None,
        early: Sequence[Scan] = (),
        answers: Sequence[Outcome] = (),
    ) -> None:
        """Build the window; `keys` listens already where something was shown before it.

        It took the `early` scans; what became of the scans before those is in `answers`, and shown again.
        """
        super().__init__()
        self._application = application
        self._settings = settings
        self._clock = clock or StationClock()
        fonts.load()
        self._theme = theme_for(Scheme(settings.theme), application.styleHints().colorScheme())
        looks.apply(application, self._theme)
        self.window = MainWindow(settings.station, self._theme, self._clock.corrected)
        self._people = PeopleDesk(self.window, operator_of(settings), application, self)
        self._service = ServiceDesk(settings, self)
        self._dock = DockDesk(self.window, self._people, self._service, self)
        self._clips = ClipDesk(self._clock.now, self)
        self._photos = PhotoDesk(self.window, self._people, self)
        self._camera = CameraDesk(self.window.dock, self._clock.now, self._photos, self)
        self._review = ReviewDesk(self.window, self._people, self._photos, self)
        self._unpacking = UnpackingDesk(self.window, self._people, self._photos, self._clock.now, self)
        self._shipping = ShippingDesk(self.window, self._people, self._clock.now, self)
        self._printing = PrintingDesk(self.window, self._people, self)
        self._desks: dict[Screen, Callable[[], Desk]] = {
            Screen.UNPACKING: lambda: self._unpacking,
            Screen.BENCH: lambda: self._bench,
            Screen.SHIPPING: lambda: self._shipping,
            Screen.REVIEW: lambda: self._review,
            Screen.DESK: lambda: self._overview,
            Screen.PRINTS: lambda: self._printing,
        }
        self._policy = Policy()
        self._early: list[Callable[[], object]] = []
        self._answers = answers
        self._opening: Opening | None = None
        self._parts: Parts | None = None
        self._proof: ProofDesk | None = None
        self._asking: OverviewDesk | None = None
        self._serial: SerialScanners | None = None
        self._sounds = Sounds(resources.path("sounds")) if settings.sounds else None
        self._keys = keys or ScannerFilter(Wedge(WedgeSettings(prefix=settings.scanner_prefix)), parent=self)
        if keys is None:
            self._keys.install(application)
        self._refresh = QTimer(self, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._show_standing)
        self._aftermath = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._aftermath.timeout.connect(self._tell_done)
        self._surroundings = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._surroundings.timeout.connect(self._start_surroundings)
        self._listen()
        for scan in early:
            self._scanned(scan)

    def _listen(self) -> None:
        self._keys.scanned.connect(self._scanned)
        self.window.screen_shown.connect(self._show_desk)
        self.window.theme_toggled.connect(self._toggle_theme)
        self.window.dock.command_given.connect(self.command)
        self.window.dock.number_typed.connect(self._typed)
        self.window.dock.refusal_given.connect(lambda details: self._once_open(partial(self._dock.refuse, details)))
        self._people.unlocked.connect(self._dock.show_at_hand)
        self._camera.read.connect(self.take)
        self._dock.acted.connect(self._wait_for_aftermath)
        self._dock.heard.connect(self._play)
        self._dock.judged.connect(self._clips.judged)
        self._dock.photo_wanted.connect(self._photos.take)
        self._dock.print_told.connect(self._printing.say)
        self._service.reported.connect(self._reported)
        self._service.judged_again.connect(self._judged_again)
        self._service.answered.connect(self._looked_up)
        self._review.decided.connect(self._show_standing)
        self._photos.told.connect(self._show_photo)
        self._review.overridden.connect(self._clips.overridden)
        self._unpacking.rejected.connect(self._clips.item_rejected)
        for desk in (self._unpacking, self._shipping):
            desk.acted.connect(self._wait_for_aftermath)
            desk.heard.connect(self._play)
            desk.dock_answered.connect(self._dock.show_answer)

    @property
    def parts(self) -> Parts | None:
        """The station behind the window, once its memory is open."""
        return self._parts

    @property
    def asking(self) -> bool:
        """Whether the ticket service still has to answer about a number."""
        return self._service.asking

    def sync(self) -> None:
        """Ask for a round of sync now."""
        self._service.nudge()

    def show(self, size: QSize | None = None) -> None:
        """Show the window at once, as large as the screen or in a size; scans are kept until the memory is open."""
        self.window.show_operator(self._people.session.name or nobody())
        self.window.show_starting()
        if size is None:
            # Without a window manager nobody else makes it large.
            self.window.setGeometry(self.window.screen().availableGeometry())
            self.window.showMaximized()
        else:
            self.window.resize(size)
            self.window.show()
        # Nor gives it the keys.
        self.window.activateWindow()

    def show_problem(self, sentence: str) -> None:
        """Say why the station can't work."""
        self.window.show_problem(sentence, self.tr("Put this right, then start the station again."))

    def open(self, opening: Opening | None = None) -> None:
        """Open the memory on a thread of its own, so that the window lives on; or take one that is being opened."""
        if opening is None:
            opening = Opening(self._settings, self._clock, self)
            opening.start()
        self._opening = opening
        opening.online = lambda: self._service.online
        opening.opened.connect(self._begin)
        opening.failed.connect(self.show_problem)
        if isinstance(opening.result, Opened):
            self._begin(opening.result)
        elif opening.result is not None:
            self.show_problem(opening.result)

    def close(self) -> None:
        """End threads and give the memory back."""
        for timer in (self._surroundings, self._refresh, self._aftermath):
            timer.stop()
        self._people.stop()
        if self._opening is not None:
            self._opening.wait()
        for late in (self._serial, self._asking, self._proof):
            if late is not None:
                late.stop()
        for desk in (self._camera, self._service, self._photos, self._clips, self._printing):
            desk.stop()
        if self._sounds is not None:
            self._sounds.close()
        if self._parts is not None:
            self._parts.store.close()

    @Slot(object)
    def _begin(self, opened: Opened) -> None:
        self._parts = opened.parts
        self._use_policy(opened.policy)
        self._people.begin(opened.parts.people)
        self._dock.begin(opened.parts)
        self._unpacking.begin(opened.parts)
        self._shipping.begin(opened.parts)
        self._review.begin(opened.parts)
        self._photos.begin(opened.parts)
        self._clips.begin(opened.parts)
        self._dock.show([opened.resumed], aloud=False)
        for answer in self._answers:
            self._dock.show([answer])
        self._dock.show_listening()
        if self.window.shown is not None:
            self._show_desk(self.window.shown)
        early, self._early = self._early, []
        for do in early:
            do()
        self.opened.emit()
        # What was scanned meanwhile is seen before anything more is asked or imported.
        self.window.repaint()
        self._surroundings.start()

    @Slot()
    def _start_surroundings(self) -> None:
        if self._parts is None:
            return
        self._show_standing()
        self._refresh.start()
        self._service.begin(self._parts)
        self._camera.begin(self._settings.camera, self._clips)
        self._start_serial_scanners()
        self._printing.begin(self._parts)
        self._start_proof(self._parts)

    def _start_serial_scanners(self) -> None:
        if not self._settings.serial_scanners:
            return
        from receiving_app.qt.serial_scanners import SerialScanners

        self._serial = SerialScanners(self._settings.serial_scanners, self)
        self._serial.scanned.connect(self._scanned)
        self._serial.told.connect(self.window.show_scanner_problem)
        self._serial.start()

    def _start_proof(self, parts: Parts) -> None:
        from receiving_app.desks.proof import ProofDesk

        self._proof = proof = ProofDesk(self)
        proof.said.connect(self._review.say)
        proof.alarmed.connect(self.window.show_alarm)
        self._review.evidence_wanted.connect(proof.write_evidence)
        self._review.check_wanted.connect(proof.check)
        proof.begin(parts)

    @Slot(object)
    def _scanned(self, scan: Scan) -> None:
        reading = reading_of(scan, self._clock.now(), self._policy)
        if not self._people.takes(scan, reading):
            self.take([reading])

    @Slot(str)
    def _typed(self, number: str) -> None:
        self.take([Reading(number, number.encode("utf-8", "surrogatepass"), Source.TYPED, self._clock.now())])

    @Slot(object)
    def take(self, readings: Sequence[Reading]) -> tuple[Outcome, ...]:
        """Take what was read together; the desk of the screen that is shown takes it, else the dock, which gives it."""
        if self._parts is None:
            self._early.append(partial(self.take, readings))
            return ()
        if self._photos.takes(readings):
            return ()
        desk = self._desks.get(self.window.shown or Screen.DOCK)
        if desk is not None and desk().takes(readings):
            return ()
        return self._dock.take(readings)

    @Slot(object)
    def command(self, command: Command) -> None:
        """Carry out a command at the dock, and show what became of it."""
        self._once_open(partial(self._dock.command, command))

    def _once_open(self, do: Callable[[], object]) -> None:
        if self._parts is None:
            self._early.append(do)
        else:
            do()

    @Slot()
    def _wait_for_aftermath(self) -> None:
        if not self._aftermath.isActive():
            self._aftermath.start()

    @Slot()
    def _tell_done(self) -> None:
        """Do what an act brings with it besides its answer: tell the service, count anew."""
        self.sync()
        self._printing.nudge()
        self._show_standing()

    @cached_property
    def _bench(self) -> BenchDesk:
        from receiving_app.desks.bench import BenchDesk

        if self._parts is None:
            raise RuntimeError("the station's memory is not open")
        bench = BenchDesk(self.window, self._people, self._parts, self._photos, self)
        bench.acted.connect(self._wait_for_aftermath)
        bench.heard.connect(self._play)
        bench.dock_answered.connect(self._dock.show_answer)
        return bench

    @cached_property
    def _overview(self) -> OverviewDesk:
        from receiving_app.desks.overview import OverviewDesk

        if self._parts is None:
            raise RuntimeError("the station's memory is not open")
        self._asking = OverviewDesk(
            self.window,
            self._people,
            self._printing,
            self._parts,
            camera=lambda: self.window.dock.camera_problem,
            service=lambda: self._service.problem or "",
            parent=self,
        )
        return self._asking

    @Slot(object)
    def _show_desk(self, screen: Screen) -> None:
        if screen in self._desks and self._parts is not None:
            self._desks[screen]().show_standing()

    @Slot(object)
    def _show_photo(self, news: PhotoNews) -> None:
        """Show what became of a photo where its worker is now."""
        self._wait_for_aftermath()
        if self.window.shown is Screen.UNPACKING:
            self._unpacking.show_photo(news)
        else:
            self._dock.show_photo(news)

    @Slot(object)
    def _play(self, earcon: Earcon | None) -> None:
        if earcon is not None and self._sounds is not None:
            self._sounds.play(earcon)

    @Slot(object)
    def _looked_up(self, answered: Answered) -> None:
        self._dock.looked_up(answered)
        self._dock.show_listening()
        self.answered.emit()

    @Slot(object)
    def _judged_again(self, lpns: Sequence[str]) -> None:
        self._dock.show_judged_again(lpns)
        if self.window.shown is Screen.UNPACKING:
            self._unpacking.show_judged_again(lpns)
        if self.window.shown is Screen.REVIEW:
            self._review.show_standing()

    @Slot(object)
    def _reported(self, backlog: Backlog) -> None:
        self.window.show_backlog(backlog)
        if self._parts is not None:
            from receiving_app.assembly import current_policy

            self._use_policy(current_policy(self._parts))
            self._people.show_name()
        if self.window.shown is Screen.REVIEW:
            self._review.show_news()
        self._printing.nudge()  # what is judged again may call for paper, too
        self.reported.emit(backlog)

    @Slot()
    def _show_standing(self) -> None:
        """Tell anew what an act or time itself has changed: counts, and what waits for the service."""
        if self._parts is None:
            return
        from receiving_app.queries import dock as dock_queries

        store = self._parts.store
        self.window.dock.show_today(dock_queries.today(store, self._clock.corrected()))
        if self.window.shown is Screen.BENCH:
            self._bench.show_queue()
        if self.window.shown is Screen.SHIPPING:
            self._shipping.refresh()
        self.window.show_backlog(
            dock_queries.backlog(store, online=self._service.online, problem=self._service.problem)
        )

    def _use_policy(self, policy: Policy) -> None:
        if policy != self._policy:
            self._policy = policy
            for follower in (
                self._people,
                self._dock,
                self._review,
                self._service,
                self._camera,
                self._photos,
                self._clips,
            ):
                follower.use_policy(policy)
            self.window.set_policy(policy)

    @Slot()
    def _toggle_theme(self) -> None:
        self._set_theme(LIGHT if self._theme == DARK else DARK)

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        looks.apply(self._application, theme)
        self.window.set_theme(theme)
