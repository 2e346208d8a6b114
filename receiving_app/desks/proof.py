"""At the supervisor's desk: checks the journal and writes a case's evidence, each on a thread of its own."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from receiving_app.domain.journal_check import LAST_CHECK, JournalCheck
from receiving_app.qt.aside import Aside
from receiving_app.words import evidence as evidence_words
from receiving_app.words.journal_proof import (
    check_sentence,
    checking_sentence,
    unchecked_sentence,
)

if TYPE_CHECKING:
    from receiving_app.assembly import Parts
    from receiving_app.storage.verify_journal import Proof
    from receiving_app.sync.service import TicketService

_log = logging.getLogger(__name__)

#: The start belongs to the truck at the dock; the journal is checked once the station has settled.
_AFTER_START_MS = 30_000
#: A station that runs through the night looks so often whether a new day has begun.
_NEW_DAY_MS = 15 * 60_000
#: The check takes breath this often, so that a scan never waits for it.
_AT_ONCE, _BREATH = 300, 0.005
#: In seconds: papers can do without the ticket service's word, and say so; a check that waits for it is left.
_WORD_WITHIN, _STOP_WITHIN = 2.0, 0.6


@dataclass(frozen=True, slots=True)
class _Told:
    """What a piece of work has to say, and whether everybody must see it."""

    sentence: str
    alarm: bool = False


class ProofDesk(QObject):
    """Checks the journal soon after the start and when asked; writes the papers of a case when asked."""

    said = Signal(str)
    alarmed = Signal(str)
    _progressed = Signal(str)

    def __init__(self, parent: QObject | None = None, after_start_ms: int = _AFTER_START_MS) -> None:
        super().__init__(parent)
        self._parts: Parts | None = None
        self._ended = threading.Event()
        self._checker, self._writer = Aside(self), Aside(self)
        self._checker.done.connect(self._checked)
        self._writer.done.connect(self._written)
        self._progressed.connect(self.said)
        self._soon = QTimer(self, singleShot=True, interval=after_start_ms)
        self._soon.timeout.connect(self.check)
        self._day: date | None = None
        self._new_day = QTimer(self, interval=_NEW_DAY_MS)
        self._new_day.timeout.connect(self.check_on_new_day)

    def begin(self, parts: Parts) -> None:
        """Work on a memory that is open, and check it soon."""
        self._parts = parts
        self._soon.start()
        self._new_day.start()

    def stop(self) -> None:
        """End the check where it is, and wait for papers that are being written."""
        self._soon.stop()
        self._new_day.stop()
        self._ended.set()
        self._checker.stop(_STOP_WITHIN)
        self._writer.stop()

    @Slot()
    def check(self) -> None:
        """Check the whole journal, unless that is being done."""
        if self._parts is None or self._checker.busy:
            return
        parts = self._parts
        self._day = _today(parts)
        self._checker.do(lambda: self._check(parts))

    @Slot()
    def check_on_new_day(self) -> None:
        """Check the journal once a day of the site, where nobody starts the station anew."""
        if self._parts is not None and self._day is not None and _today(self._parts) != self._day:
            self.check()

    @Slot(str)
    def write_evidence(self, thing: str) -> None:
        """Write the papers of the case that this names, as `Head.papers` does, unless some are being written."""
        if self._parts is None or self._writer.busy:
            return
        parts = self._parts
        self.said.emit(evidence_words.writing_sentence(0, 0))
        self._writer.do(lambda: self._write(parts, thing))

    def _check(self, parts: Parts) -> _Told | None:
        from receiving_app.storage.journal_proof import prove
        from receiving_app.storage.verify_journal import Countersignature
        from receiving_app.sync.service import ServiceError

        asked = []
        service = _service(parts)
        try:
            head = service.countersigned().head if service is not None else None
            asked = [Countersignature(**head.model_dump())] if head is not None else []
        except ServiceError as error:
            _log.info("the journal is checked without the ticket service's word: %s", error)
        finally:
            if service is not None:
                service.close()
        told_at = time.monotonic()

        def goes_on(checked: int) -> bool:
            nonlocal told_at
            if time.monotonic() - told_at > 1:
                told_at = time.monotonic()
                self._progressed.emit(checking_sentence(checked))
            return not self._ended.wait(_BREATH)

        proof = prove(parts.store, asked, goes_on, at_once=_AT_ONCE)
        if proof is None:
            return _Told("")
        found = _found(proof, parts.clock.corrected())
        _keep(parts, found)
        return _Told(check_sentence(found), alarm=bool(found.fault))

    def _write(self, parts: Parts, thing: str) -> _Told:
        from receiving_app.evidence.countersigning import countersigner
        from receiving_app.evidence.pack import write
        from receiving_app.printing.documents import Paper
        from receiving_app.queries.evidence import dossier
        from receiving_app.storage.store import StoreError

        told = dossier(parts.store, thing)
        if told is None:
            return _Told(evidence_words.no_case_sentence())
        service = _service(parts, _WORD_WITHIN)
        try:
            pack = write(
                parts.store,
                told,
                parts.settings.data_folder / "evidence",
                parts.clock.corrected(),
                countersigner(service),
                paper=Paper(parts.settings.paper),
                progress=lambda page, pages: self._progressed.emit(evidence_words.writing_sentence(page, pages)),
            )
        except StoreError as error:
            return _Told(str(error))
        finally:
            if service is not None:
                service.close()
        return _Told(evidence_words.written_sentence(str(pack.pdf), len(pack.lacks)))

    @Slot(object)
    def _checked(self, told: _Told | None) -> None:
        told = told or _Told(unchecked_sentence())
        self.said.emit(told.sentence)
        self.alarmed.emit(told.sentence if told.alarm else "")

    @Slot(object)
    def _written(self, told: _Told | None) -> None:
        self.said.emit((told or _Told(evidence_words.not_written_sentence())).sentence)


def _found(proof: Proof, now: datetime) -> JournalCheck:
    signed = proof.signed[-1].station_seq if proof.signed else 0
    if proof.holds:
        return JournalCheck(now, proof.events, signed)
    _log.error("the journal is not what was written: %s", "; ".join(map(str, proof.faults)))
    first, *others = proof.faults
    return JournalCheck(now, proof.events, signed, first.what.name, first.seq, first.until, len(others))


def _keep(parts: Parts, found: JournalCheck) -> None:
    """Keep what a check has found, for the hand-over; what it says is said all the same."""
    from receiving_app.storage import remembered
    from receiving_app.storage.store import StoreError

    try:
        with parts.store.transaction() as connection:
            remembered.put(connection, LAST_CHECK, found)
    except StoreError:
        _log.exception("what the check of the journal has found could not be kept")


def _today(parts: Parts) -> date:
    from receiving_app.assembly import current_policy

    return current_policy(parts).calendar.local(parts.clock.corrected()).date()


def _service(parts: Parts, within: float | None = None) -> TicketService | None:
    from receiving_app.assembly import ticket_service
    from receiving_app.settings import SettingsError

    try:
        return ticket_service(parts.settings, parts.clock, within)
    except SettingsError:
        return None
