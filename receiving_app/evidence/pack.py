"""Writes a case's evidence: a PDF to be shown, and a ZIP with the originals to be checked."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFile, QIODevice, QRect

from receiving_app.evidence.filling import filled, lack_words, title_of
from receiving_app.evidence.originals import clip, photo
from receiving_app.evidence.story import Proven
from receiving_app.printing.blocks import Block, flow, painters
from receiving_app.printing.documents import Paper
from receiving_app.printing.media import SHEET_EDGE, sheet
from receiving_app.printing.page import MEDIUM, Page
from receiving_app.printing.rendering import write_pdf
from receiving_app.printing.sheets import TOP, foot, heading, width_of
from receiving_app.queries.evidence import Dossier
from receiving_app.storage import verify_journal
from receiving_app.storage.journal_proof import header, line
from receiving_app.storage.store import Store, StoreError
from receiving_app.storage.verify_journal import Countersignature

translate = QCoreApplication.translate

#: Asks the ticket service for its word on events, in order; raises what is said in the pack, as a sentence.
Countersign = Callable[[Sequence[int]], tuple[Countersignature | None, Sequence[Countersignature]]]
#: Hears how many pages of how many are done.
Progress = Callable[[int, int], None]


#: The stand-alone check; an installed station has its source beside what was compiled of it.
_CHECK = Path(verify_journal.__file__).with_suffix(".py")


class UncountersignedError(Exception):
    """The ticket service's word can't be had now; the message says why."""


@dataclass(frozen=True, slots=True)
class Pack:
    """What was written, and what is missing in it."""

    pdf: Path
    archive: Path
    lacks: tuple[str, ...]


def write(
    store: Store,
    told: Dossier,
    folder: Path,
    now: datetime,
    countersign: Countersign,
    *,
    paper: Paper = Paper.LETTER,
    progress: Progress = lambda _done, _of: None,
) -> Pack:
    """Write a case's PDF and ZIP into a folder, over older ones; raise `StoreError` and leave nothing half written."""
    photos = {shot.photo: photo(store, shot.photo) for shot in told.shots}
    clips = {each.clip: clip(store, each.clip) for each in told.clips}
    proven = _proven(told, countersign)
    blocks = filled(told, photos, clips, proven, now)
    name = f"evidence-{told.thing}"
    pdf, archive = folder / f"{name}.pdf", folder / f"{name}.zip"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _whole(pdf) as unfinished:
            _write_pdf(unfinished, title_of(told), blocks, paper, progress)
        files: dict[str, Path | bytes] = {pdf.name: pdf, "verify_journal.py": _CHECK}
        files |= {"journal.jsonl": _excerpt(told, proven, now), "readings.jsonl": _readings(told)}
        files |= {f"photos/{each.path.name}": each.path for each in photos.values() if each.whole}
        files |= {f"clips/{each.path.name}": each.path for each in clips.values() if each.whole}
        originals = (*photos.values(), *clips.values())
        lacks = tuple(lack_words(each.lack, each.name) for each in originals if each.lack is not None)
        with _whole(archive) as unfinished:
            said = {"case": told.thing, "station": told.station, "missing": lacks}
            _write_zip(unfinished, files, said)
    except OSError as error:
        raise StoreError(f"{folder} can't be written: {error.strerror}. Choose another, or make room.") from error
    return Pack(pdf, archive, lacks)


def _proven(told: Dossier, countersign: Countersign) -> Proven:
    """Take the service's word for every event of the case, else what is kept of it."""
    kept = told.signed[-1] if told.signed else None
    seqs = [filed.event.seq for filed in told.story]
    try:
        head, signed = countersign(seqs)
    except UncountersignedError as why:
        said = translate("Evidence", "Single events could not be countersigned when this was compiled: {}")
        return Proven({}, kept, said.format(why))
    genuine = {each.station_seq: each for each in signed if each.genuine(told.station)}
    fresh = head if head is not None and head.genuine(told.station) else None
    return Proven(genuine, fresh or kept)


def _write_pdf(path: Path, title: str, blocks: Sequence[Block], paper: Paper, progress: Progress) -> None:
    media = sheet(paper)
    bottom = media.size.height() - SHEET_EDGE - 60
    width = media.size.width() - 2 * SHEET_EDGE
    shared = painters(flow(blocks, width, range(TOP + 16, bottom), range(SHEET_EDGE + 70, bottom)), SHEET_EDGE)
    pages = [partial(_paint, title, body, place, len(shared)) for place, body in enumerate(shared)]
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(None, file.errorString())
    write_pdf(file, title, media, pages, lambda done: progress(done, len(pages)))
    if not file.flush() or file.error() is not QFile.FileError.NoError:
        raise OSError(None, file.errorString())
    file.close()


def _paint(title: str, body: Callable[[Page], None], place: int, places: int, page: Page) -> None:
    if place == 0:
        heading(page, title)
    else:
        page.line(QRect(SHEET_EDGE, SHEET_EDGE, width_of(page), 36), title, 26, MEDIUM)
        page.rule(SHEET_EDGE, SHEET_EDGE + 44, width_of(page), 2)
    body(page)
    foot(page, title, place, places)


def _excerpt(told: Dossier, proven: Proven, now: datetime) -> bytes:
    """Give the case's events as a file that `verify_journal` checks."""
    signed = [*proven.events.values(), *([proven.head] if proven.head else [])]
    top = header(told.station, len(told.story), now, dict.fromkeys(signed), excerpt=True)
    return top + b"".join(line(filed.hash, filed.payload) for filed in told.story)


def _write_zip(path: Path, files: Mapping[str, Path | bytes], said: Mapping[str, object]) -> None:
    """Write files under their names, with a manifest of their hashes and of what else is said."""
    hashes = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            if isinstance(content, bytes):
                archive.writestr(name, content)
                hashes[name] = hashlib.sha256(content).hexdigest()
            else:
                archive.write(content, name)
                with content.open("rb") as file:
                    hashes[name] = hashlib.file_digest(file, "sha256").hexdigest()
        manifest = {**said, "sha256": hashes}
        archive.writestr("manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")


def _readings(told: Dossier) -> bytes:
    """Give the raw readings of the case, one a line, as they were written."""
    raw = (filed.payload for filed in told.story if json.loads(filed.payload)["type"] == "reading.recorded")
    return b"".join(json.dumps(json.loads(each)["body"], ensure_ascii=False).encode() + b"\n" for each in raw)


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Give a place to write to that becomes the file once all is written."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        yield unfinished
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
