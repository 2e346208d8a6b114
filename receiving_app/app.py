"""Builds every part of the windowed station once, connects them, and closes them in reverse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

import resources
from receiving_app.acts.outcome import Answer, Detail, Outcome, weightiest_last
from receiving_app.clock import StationClock
from receiving_app.desks.clips import ClipDesk
from receiving_app.desks.dock import answered, reading_of
from receiving_app.desks.people import PeopleDesk
from receiving_app.desks.photos import PhotoDesk, PhotoNews
from receiving_app.desks.printing import PrintingDesk
from receiving_app.desks.review import ReviewDesk
from receiving_app.desks.shipping import ShippingDesk
from receiving_app.desks.unpacking import UnpackingDesk
from receiving_app.domain.command import Command
from receiving_app.domain.label_reading import kind_by_pattern
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Reading, Source
from receiving_app.qt.keys import ScannerFilter
from receiving_app.qt.opening import Opened, Opening
from receiving_app.qt.sound import Earcon, Sounds, earcon_of
from receiving_app.scanning.wedge import Scan, Wedge, WedgeSettings
from receiving_app.settings import Settings, operator_of
from receiving_app.words.outcomes import answer_sentence
from receiving_app.words.people import nobody
from resources import fonts
from ui import theme as looks
from ui.colors import DARK, LIGHT, Theme
from ui.main_window import MainWindow
from ui.parts.camera_view import Mark
from ui.station_screen import Screen
from ui.theme import Scheme, theme_for

if TYPE_CHECKING:
    from receiving_app.assembly import Parts
    from receiving_app.desks.bench import BenchDesk
    from receiving_app.desks.desk import Desk
    from receiving_app.desks.overview import OverviewDesk
    from receiving_app.qt.camera import Camera, CameraRead
    from receiving_app.qt.camera import Mark as Seen
    from receiving_app.qt.courier import Answered, Courier
    from receiving_app.qt.questions import Questions
    from receiving_app.queries.answers import Backlog
    from ui.dock.refusal_page import RefusedDetails

#: How often what ages on the screen is told anew, in milliseconds.
_REFRESH_MS = 30_000
#: The verdict is painted first; what can wait comes this much later, once for all scans of a quick row.
_AFTER_PAINT_MS = 40

#: Answers after which everybody stays at the screen they are at.
_ABOUT_PEOPLE = frozenset({Detail.SIGNED_IN, Detail.SIGNED_OUT, Detail.SIGN_IN, Detail.UNKNOWN_BADGE, Detail.WHO_WORKS})
_ABOUT_PRINTS = frozenset({Detail.PRINTED_AGAIN, Detail.NOTHING_PRINTED, Detail.ROLL_ASKED, Detail.SHEET_ASKED})

#: The screens that commands lead to; whatever else is done at the dock is shown there.
_SCREENS = {
    Detail.UNPACK: Screen.UNPACKING,
    Detail.TO_BENCH: Screen.BENCH,
    Detail.TO_SHIPPING: Screen.SHIPPING,
    Detail.TO_REVIEW: Screen.REVIEW,
    Detail.TO_PRINTS: Screen.PRINTS,
    Detail.TO_DESK: Screen.DESK,
}


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
        self._clips = ClipDesk(self._clock.now, self)
        self._photos = PhotoDesk(self.window, self._people, self)
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
        self._photo_lost = False
        self._backlog: Backlog | None = None
        self._opening: Opening | None = None
        self._parts: Parts | None = None
        self._courier: Courier | None = None
        self._questions: Questions | None = None
        self._camera: Camera | None = None
        self._asking: OverviewDesk | None = None
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
        self.window.dock.refusal_given.connect(self._refused_at_door)
        self._people.unlocked.connect(self._show_at_hand)
        self._review.decided.connect(self._show_standing)
        self._photos.told.connect(self._show_photo)
        self._review.overridden.connect(self._clips.overridden)
        self._unpacking.rejected.connect(self._clips.item_rejected)
        for desk in (self._unpacking, self._shipping):
            desk.acted.connect(self._wait_for_aftermath)
            desk.heard.connect(self._play)
            desk.dock_answered.connect(self._show_dock_answer)

    @property
    def parts(self) -> Parts | None:
        """The station behind the window, once its memory is open."""
        return self._parts

    @property
    def asking(self) -> bool:
        """Whether the ticket service still has to answer about a number."""
        return self._questions is not None and self._questions.waiting

    def sync(self) -> None:
        """Ask for a round of sync now."""
        if self._courier is not None:
            self._courier.nudge()

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
        opening.online = self._is_online
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
        for part in (self._camera, self._questions, self._courier, self._asking):
            if part is not None:
                part.stop()
        self._photos.stop()
        self._clips.stop()
        self._printing.stop()
        if self._sounds is not None:
            self._sounds.close()
        if self._parts is not None:
            self._parts.store.close()

    @Slot(object)
    def _begin(self, opened: Opened) -> None:
        self._parts = opened.parts
        self._use_policy(opened.policy)
        self._people.begin(opened.parts.people)
        self._unpacking.begin(opened.parts)
        self._shipping.begin(opened.parts)
        self._review.begin(opened.parts)
        self._photos.begin(opened.parts)
        self._clips.begin(opened.parts)
        self._show_outcomes([opened.resumed], aloud=False)
        for answer in self._answers:
            self._show_outcomes([answer])
        self._show_listening()
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
        self._start_courier(self._parts)
        self._start_camera()
        self._printing.begin(self._parts)

    def _start_courier(self, parts: Parts) -> None:
        from receiving_app.errands import asking, errand
        from receiving_app.qt.courier import Courier
        from receiving_app.qt.questions import Questions

        self._courier = Courier(partial(errand, parts, self._settings), self)
        self._courier.reported.connect(self._reported)
        self._courier.judged_again.connect(self._judged_again)
        self._questions = Questions(partial(asking, parts, self._settings), self)
        self._questions.answered.connect(self._looked_up)
        self._courier.start()
        self._questions.start()

    def _start_camera(self) -> None:
        if self._settings.camera is None:
            self.window.dock.show_camera_problem(self.tr("No camera is set up. Scan by hand, or type the number (F2)."))
            return
        from receiving_app.qt.camera import Camera

        source = self._settings.camera
        self._camera = Camera(source, self._clock.now, parent=self)
        self._camera.framed.connect(self._framed)
        self._camera.read.connect(self._camera_read)
        self._camera.failed.connect(self.window.dock.show_camera_problem)
        self._photos.use_camera(self._camera)
        self._clips.use_camera(self._camera)
        self._camera.start()

    def _is_online(self) -> bool:
        return self._courier is not None and self._courier.online

    @Slot(object)
    def _scanned(self, scan: Scan) -> None:
        reading = reading_of(scan, self._clock.now(), self._policy)
        if not self._people.takes(scan, reading):
            self.take([reading])

    @Slot(str)
    def _typed(self, number: str) -> None:
        self.take([Reading(number, number.encode("utf-8", "surrogatepass"), Source.TYPED, self._clock.now())])

    @Slot(QImage, object)
    def _framed(self, image: QImage, marks: Sequence[Seen]) -> None:
        if self._photo_lost:
            return  # the next frame would wipe away what the operator has to read
        self.window.dock.show_frame(image, tuple(self._mark(mark) for mark in marks))

    def _mark(self, seen: Seen) -> Mark:
        reading = Reading(seen.text, b"", Source.CAMERA, self._clock.now())
        return Mark(kind_by_pattern(reading, self._policy.number_format), seen.outline)

    @Slot(object)
    def _camera_read(self, read: CameraRead) -> None:
        self._photos.store(read.jpeg, partial(self._label_stored, read))

    def _label_stored(self, read: CameraRead, stored: bool) -> None:
        """Take what was read once its photo is on the disk, or can't be."""
        self._photo_lost = not stored
        if self._photo_lost:
            self.window.dock.show_camera_problem(
                self.tr("The label photo could not be saved: is the disk full? Packages are still recorded.")
            )
        self.take(read.readings)

    def take(self, readings: Sequence[Reading]) -> tuple[Outcome, ...]:
        """Take what was read together, show what became of it, and give it."""
        if self._parts is None:
            self._early.append(partial(self.take, readings))
            return ()
        if self._photos.takes(readings):
            return ()
        desk = self._desks.get(self.window.shown or Screen.DOCK)
        if desk is not None and desk().takes(readings):
            return ()
        dock = self._parts.dock
        outcomes = self._done(lambda: dock.scan(readings, self._people.actor))
        self._show_outcomes(outcomes)
        return outcomes

    @Slot(object)
    def command(self, command: Command) -> None:
        """Carry out a command and show what became of it."""
        if self._parts is None:
            self._early.append(partial(self.command, command))
            return
        dock = self._parts.dock
        self._show_outcomes(self._done(lambda: (dock.command(command, self._people.actor),)))

    @Slot(object)
    def _refused_at_door(self, details: RefusedDetails) -> None:
        if self._parts is None:
            self._early.append(partial(self._refused_at_door, details))
            return
        refuse = partial(self._parts.dock.refuse_at_door, details.driver, details.carrier, details.note)
        self._show_outcomes(self._done(lambda: (refuse(self._people.actor),)))

    def _done(self, act: Callable[[], tuple[Outcome, ...]]) -> tuple[Outcome, ...]:
        outcomes = answered(act)
        self._wait_for_aftermath()
        return outcomes

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

    def _show_outcomes(self, outcomes: Sequence[Outcome], *, aloud: bool = True) -> None:
        """Show what became of things seen together, the weightiest last: a routing code hides no verdict."""
        for outcome in weightiest_last(outcomes):
            self.window.dock.show_outcome(outcome)
            self._people.hear(outcome)
            for look_up in outcome.look_ups:
                if self._questions is not None:
                    self._questions.ask(look_up, self._policy.live_lookup_within)
        if aloud and outcomes:
            last = weightiest_last(outcomes)[-1]
            if last.detail in _ABOUT_PRINTS:
                self._printing.say(answer_sentence(last))
            elif last.detail not in _ABOUT_PEOPLE:
                self.window.show_screen(_SCREENS.get(last.detail, Screen.DOCK) if last.detail else Screen.DOCK)
            if last.detail is Detail.PHOTO and last.package is not None:
                self._photos.take(last.package)
            self._clips.judged(last)
            self._sound(last)
        if self.asking:
            self._show_listening()

    @cached_property
    def _bench(self) -> BenchDesk:
        from receiving_app.desks.bench import BenchDesk

        if self._parts is None:
            raise RuntimeError("the station's memory is not open")
        bench = BenchDesk(self.window, self._people, self._parts, self._photos, self)
        bench.acted.connect(self._wait_for_aftermath)
        bench.heard.connect(self._play)
        bench.dock_answered.connect(self._show_dock_answer)
        return bench

    @cached_property
    def _overview(self) -> OverviewDesk:
        from receiving_app.desks.overview import OverviewDesk

        if self._parts is None:
            raise RuntimeError("the station's memory is not open")
        self._asking = OverviewDesk(self.window, self._people, self._printing, self._parts, self)
        return self._asking

    @Slot(object)
    def _show_desk(self, screen: Screen) -> None:
        if screen in self._desks and self._parts is not None:
            self._desks[screen]().show_standing()

    @Slot()
    def _show_at_hand(self) -> None:
        """Show what the scan that woke a locked screen came to."""
        outcome = self._parts.dock.at_hand() if self._parts is not None else None
        if outcome is not None and outcome.package is not None:
            self._show_outcomes([outcome], aloud=False)

    @Slot(object)
    def _show_dock_answer(self, outcome: Outcome) -> None:
        self._show_outcomes([outcome])

    @Slot(object)
    def _show_photo(self, news: PhotoNews) -> None:
        """Show what became of a photo where its worker is now."""
        self._wait_for_aftermath()
        if self.window.shown is Screen.UNPACKING:
            self._unpacking.show_photo(news)
        elif self._parts is not None and (news.lost or not news.aside):
            detail = Detail.PHOTO_LOST if news.lost else Detail.PHOTO_KEPT
            answer = Answer.REFUSED if news.lost else Answer.DONE
            outcome = replace(self._parts.dock.at_hand(), answer=answer, detail=detail)
            self.window.dock.show_outcome(outcome)
            if news.lost:
                self._sound(outcome)

    def _sound(self, outcome: Outcome) -> None:
        self._play(earcon_of(outcome, self._policy.calendar))

    @Slot(object)
    def _play(self, earcon: Earcon | None) -> None:
        if earcon is not None and self._sounds is not None:
            self._sounds.play(earcon)

    @Slot(object)
    def _looked_up(self, answered: Answered) -> None:
        if self._parts is not None:
            dock = self._parts.dock
            self._show_outcomes(self._done(lambda: (dock.looked_up(answered.look_up, answered.says),)))
        self._show_listening()
        self.answered.emit()

    def _show_listening(self) -> None:
        """READY, or BUSY while the service still has to answer; scans are taken all the same."""
        if self.asking:
            self.window.show_busy(self.tr("Asking the ticket service. Go on scanning."))
        else:
            self.window.show_ready()

    @Slot(object)
    def _judged_again(self, lpns: Sequence[str]) -> None:
        if self._parts is None:
            return
        outcome = self._parts.dock.at_hand()
        if outcome.package is not None and outcome.package.lpn in lpns:
            self._show_outcomes([outcome], aloud=False)
        if self.window.shown is Screen.UNPACKING:
            self._unpacking.show_judged_again(lpns)
        if self.window.shown is Screen.REVIEW:
            self._review.show_standing()

    @Slot(object)
    def _reported(self, backlog: Backlog) -> None:
        self._backlog = backlog
        self.window.show_backlog(backlog)
        if self._parts is not None:
            from receiving_app.assembly import current_policy

            self._use_policy(current_policy(self._parts))
        self._printing.nudge()  # what is judged again may call for paper, too
        self.reported.emit(backlog)

    @Slot()
    def _show_standing(self) -> None:
        """Tell anew what an act or time itself has changed: counts, and what waits for the service."""
        if self._parts is None:
            return
        from receiving_app.queries import dock as dock_queries

        store, last = self._parts.store, self._backlog
        self.window.dock.show_today(dock_queries.today(store, self._clock.corrected()))
        problem = last.problem if last else None
        if self.window.shown is Screen.BENCH:
            self._bench.show_queue()
        if self.window.shown is Screen.SHIPPING:
            self._shipping.refresh()
        self.window.show_backlog(dock_queries.backlog(store, online=self._is_online(), problem=problem))

    def _use_policy(self, policy: Policy) -> None:
        if policy != self._policy:
            self._policy = policy
            self._people.use_policy(policy)
            self._photos.use_policy(policy)
            self._clips.use_policy(policy)
            self.window.set_policy(policy)

    @Slot()
    def _toggle_theme(self) -> None:
        self._set_theme(LIGHT if self._theme == DARK else DARK)

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        looks.apply(self._application, theme)
        self.window.set_theme(theme)
