"""The journal's proof in the terminal: check it, and write it to a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from receiving_app.assembly import ticket_service
from receiving_app.clock import StationClock
from receiving_app.evidence.countersigning import countersigner
from receiving_app.evidence.pack import write as write_pack
from receiving_app.printing.documents import Paper
from receiving_app.queries.evidence import dossier
from receiving_app.settings import Settings, SettingsError
from receiving_app.storage.journal_proof import export as write
from receiving_app.storage.journal_proof import prove
from receiving_app.storage.store import DATABASE, Store, open_store
from receiving_app.storage.verify_journal import Countersignature, UnusableFileError, told, verify
from receiving_app.sync.service import ServiceError
from receiving_app.terminal.pictures import complain, write_lines


def verify_file(path: Path, key: str | None, others: Sequence[Path]) -> int:
    """Check an exported journal: 0 it holds, 1 it doesn't, 2 it can't be checked."""
    try:
        proof = verify(path, key, others)
    except (UnusableFileError, OSError) as error:
        complain(str(error))
        return 2
    sys.stdout.write(f"{told(proof)}\n")
    return 0 if proof.holds else 1


def verify_memory(settings: Settings) -> int:
    """Check this station's own journal, against the ticket service's word where it can be asked."""
    store = _memory(settings)
    try:
        proof = prove(store, _asked(settings))
    finally:
        store.close()
    if proof is None:
        return 2
    sys.stdout.write(f"{told(proof)}\n")
    return 0 if proof.holds else 1


def export(settings: Settings, path: Path) -> int:
    """Write this station's whole journal to a file."""
    store = _memory(settings)
    try:
        count = write(store, path, StationClock().now())
    finally:
        store.close()
    sys.stdout.write(
        f"{count:,} events are in {path}. Check them anywhere with: python verify_journal.py {path.name}\n"
    )
    return 0


def evidence(settings: Settings, thing: str, folder: Path) -> int:
    """Write a case's PDF and ZIP: 0 both are whole, 1 something of the case is missing, 2 there is no such case."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    clock, store = StationClock(), _memory(settings)
    service = ticket_service(settings, clock)
    try:
        told = dossier(store, thing.strip().upper())
        if told is None:
            complain(f"This station knows no package, no item and no RMA {thing}. Is its number right?")
            return 2
        pack = write_pack(store, told, folder, clock.now(), countersigner(service), paper=Paper(settings.paper))
    finally:
        store.close()
        if service is not None:
            service.close()
        del application
    write_lines([str(pack.pdf), str(pack.archive)])
    for lack in pack.lacks:
        complain(lack)
    return 1 if pack.lacks else 0


def _memory(settings: Settings) -> Store:
    if not (settings.data_folder / DATABASE).exists():
        raise SettingsError(f"There is no station's memory in {settings.data_folder}. Name its folder: --data-folder")
    return open_store(settings.data_folder)


def _asked(settings: Settings) -> tuple[Countersignature, ...]:
    """Ask the ticket service how far it has our journal; say it where nobody answers."""
    service = ticket_service(settings, StationClock())
    if service is None:
        return ()
    try:
        head = service.countersigned().head
    except ServiceError as error:
        complain(f"The ticket service's word is missing: {error}")
        return ()
    finally:
        service.close()
    return () if head is None else (Countersignature(**head.model_dump()),)
