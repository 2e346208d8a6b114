"""Over the opened box: connects the unpacking screen with its acts, and knows which device is in hand."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from receiving_app.acts.outcome import Answer, Outcome, TapeEntry
from receiving_app.acts.unpacking_outcome import Code, UnpackingOutcome
from receiving_app.domain.authorization import Address
from receiving_app.domain.command import Command
from receiving_app.domain.custody import Said
from receiving_app.domain.item_events import Fate, Medium
from receiving_app.domain.label_reading import Kind, without_badge
from receiving_app.domain.reading import Reading, Source
from receiving_app.domain.roles import NOBODY, NotAllowedError
from receiving_app.domain.verdict import Decision
from receiving_app.qt.sound import Earcon
from ui.unpacking.text_page import Asked

if TYPE_CHECKING:
    from receiving_app.acts.unpacking import Unpacking
    from receiving_app.assembly import Parts
    from receiving_app.desks.people import PeopleDesk
    from receiving_app.desks.photos import PhotoDesk, PhotoNews
    from receiving_app.storage.store import Store
    from ui.main_window import MainWindow
    from ui.unpacking.screen import UnpackingScreen

_log = logging.getLogger(__name__)

_NOT_UNDERSTOOD = frozenset(
    {
        Code.NO_BOX,
        Code.UNKNOWN_PLATE,
        Code.NO_RETURN,
        Code.NOT_JUDGED,
        Code.BOX_IS_DONE,
        Code.NOT_EMPTY,
        Code.CARTON_FIRST,
        Code.ASK_MODEL,
        Code.EMPTY_SCAN,
        Code.TOO_LONG,
        Code.SEVERAL_SERIALS,
        Code.NOT_A_SERIAL,
        Code.CARTON_CODE,
        Code.MODEL_CODE,
        Code.NO_ITEM,
        Code.NO_SUCH_PART,
        Code.BAD_COUNT,
        Code.BAG_MISSING,
        Code.CONSENT_MISSING,
        Code.NOTHING_TO_UNDO,
        Code.PHOTO_FIRST,
        Code.PHOTO_LOST,
        Code.UNKNOWN_BADGE,
        Code.NOT_ALLOWED,
        Code.NOT_RECORDED,
    }
)
#: After these no device is in hand any more.
_PUT_DOWN = frozenset(
    {
        Code.ASK_CONDITION,
        Code.CARTON_FIRST,
        Code.LEFT,
        Code.DONE,
        Code.DONE_WAITING,
        Code.DONE_OVERDUE,
        Code.DONE_OPEN,
        Code.NO_BOX,
    }
)


def earcon_of(outcome: UnpackingOutcome) -> Earcon | None:
    """Give the sound of an answer; what only needs a glance is silent."""
    if outcome.code is Code.ALREADY_COUNTED:
        return Earcon.ALREADY_COUNTED
    if outcome.decision is not None:
        return Earcon(outcome.decision.value)
    return Earcon.NOT_UNDERSTOOD if outcome.code in _NOT_UNDERSTOOD else None


class UnpackingDesk(QObject):
    """Passes what is scanned and pressed over the box to the acts, and shows what they answer."""

    acted = Signal()
    heard = Signal(object)
    dock_answered = Signal(object)
    rejected = Signal(object)  # UnpackingOutcome of a device

    def __init__(
        self,
        window: MainWindow,
        people: PeopleDesk,
        photos: PhotoDesk,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._people = people
        self._photos = photos
        self._now = now
        self._parts: Parts | None = None
        self._outcome = UnpackingOutcome(Code.NO_BOX)
        self._item: str | None = None

    @cached_property
    def _screen(self) -> UnpackingScreen:
        screen = self._window.unpacking
        screen.command_given.connect(self._command)
        screen.text_given.connect(self._text_given)
        screen.part_counted.connect(self._part_counted)
        screen.model_chosen.connect(self._model_chosen)
        screen.address_given.connect(self._address_given)
        self._photos.serve(screen.photos)
        screen.attach(self._photos.fetch)
        return screen

    def begin(self, parts: Parts) -> None:
        """Work on an open memory from now on."""
        self._parts = parts

    @property
    def _unpacking(self) -> Unpacking | None:
        return self._parts.unpacking if self._parts is not None else None

    @property
    def _store(self) -> Store | None:
        return self._parts.store if self._parts is not None else None

    def show_standing(self) -> None:
        """Show the box that is in hand."""
        if self._unpacking is not None:
            self._show(self._unpacking.at_hand(), aloud=False)

    def show_judged_again(self, lpns: Sequence[str]) -> None:
        """Say that the open box was judged again, if it is among these."""
        outcome = self._unpacking.judged_again(lpns) if self._unpacking is not None else None
        if outcome is not None:
            self._show(outcome, aloud=False)

    def show_photo(self, news: PhotoNews) -> None:
        """Say what became of a photo; a worker who went on meanwhile sees it at the device, and the answer stays."""
        if self._unpacking is None:
            return
        if news.aside and not news.lost:
            self._show(self._outcome, aloud=False)
            return
        code = Code.PHOTO_LOST if news.lost else Code.PHOTO_KEPT
        self._show(UnpackingOutcome(code, self._unpacking.at_hand().package), aloud=True)

    def takes(self, readings: Sequence[Reading]) -> bool:
        """Take what was read while the screen is shown; what nobody has signed in for stays the dock's."""
        if self._unpacking is None or self._people.actor == NOBODY:
            return False
        for reading in readings:
            self._do(partial(self._scanned, self._unpacking, reading))
            entry = TapeEntry(without_badge(reading), Kind.OTHER, Answer.NOTED, None)
            self._people.hear(Outcome(Answer.NOTED, tape=entry))
        return True

    def _scanned(self, unpacking: Unpacking, reading: Reading) -> UnpackingOutcome:
        (outcome,) = unpacking.scan([reading], self._people.actor, self._item, self._outcome)
        return outcome

    @Slot(object)
    def _command(self, command: Command) -> None:
        if self._unpacking is not None:
            self._do(partial(self._unpacking.command, command, self._people.actor, self._item))

    @Slot(object, str)
    def _text_given(self, asked: Asked, text: str) -> None:
        unpacking, actor = self._unpacking, self._people.actor
        if unpacking is None:
            return
        match asked:
            case Asked.SERIAL:
                raw = text.encode("utf-8", "surrogatepass")
                self.takes([Reading(text, raw, Source.TYPED, self._now())])
            case Asked.EXTRA:
                self._do(partial(unpacking.note_extra, self._item, text, actor))
            case Asked.BAG:
                self._do(partial(unpacking.custody, self._item, Said(Medium.CARD, present=True), actor, bag=text))
            case Asked.CARD_CONSENT:
                erased = Said(Medium.CARD, True, Fate.ERASED)
                self._do(partial(unpacking.custody, self._item, erased, actor, consent=text))
            case Asked.MEMORY_CONSENT:
                erased = Said(Medium.INTERNAL_MEMORY, True, Fate.ERASED)
                self._do(partial(unpacking.custody, self._item, erased, actor, consent=text))
            case Asked.MODEL:
                self._do(partial(unpacking.model, self._item, text, actor))
            case Asked.PLACE:
                self._do(partial(unpacking.done, actor, text))

    @Slot(str, int)
    def _part_counted(self, name: str, count: int) -> None:
        if self._unpacking is not None:
            self._do(partial(self._unpacking.part, self._item, name, count, self._people.actor))

    @Slot(object)
    def _model_chosen(self, model: str) -> None:
        if self._unpacking is not None:
            self._do(partial(self._unpacking.serial, self._outcome.text, self._people.actor, model))

    @Slot(object, str)
    def _address_given(self, address: Address, how: str) -> None:
        if self._unpacking is not None:
            self._do(partial(self._unpacking.address, address, how, self._people.actor))

    def _do(self, act: Callable[[], UnpackingOutcome]) -> None:
        """Do an act; what can't be written down is said, and never shown as if it were."""
        from receiving_app.storage.store import StoreError  # noqa: PLC0415 - the window is painted before storage

        try:
            outcome = act()
        except NotAllowedError:
            outcome = UnpackingOutcome(Code.NOT_ALLOWED)
        except StoreError:
            _log.exception("an act could not be recorded")
            outcome = UnpackingOutcome(Code.NOT_RECORDED)
        else:
            self.acted.emit()
        self._show(outcome, aloud=True)

    def _show(self, outcome: UnpackingOutcome, *, aloud: bool) -> None:
        if outcome.dock is not None and outcome.code is Code.AT_THE_DOCK:
            self.dock_answered.emit(outcome.dock)
            return
        if outcome.dock is not None:
            self._people.hear(outcome.dock)
        if self._store is None or self._unpacking is None:
            return
        from receiving_app.queries import unpacking as queries  # noqa: PLC0415 - likewise

        if outcome.code is Code.PHOTO:
            if outcome.package is not None:
                self._photos.take(outcome.package, outcome.item)
            return
        self._outcome = outcome
        package = outcome.package or self._unpacking.at_hand().package
        seen = package is not None and package.may_be_opened and outcome.code is not Code.LEFT
        box = queries.box(self._store, package.lpn) if package is not None and seen else None
        here = [item.id for item in box.items] if box is not None else []
        if outcome.item is not None:
            self._item = outcome.item.id
        if outcome.code in _PUT_DOWN:
            self._item = None
        elif self._item not in here and outcome.item is None:
            self._item = here[-1] if here else None
        self._screen.show_outcome(outcome, box, self._item)
        earcon = earcon_of(outcome)
        if aloud and earcon is not None:
            self.heard.emit(earcon)
        if aloud and outcome.decision is Decision.REJECT and outcome.item is not None:
            self.rejected.emit(outcome)
