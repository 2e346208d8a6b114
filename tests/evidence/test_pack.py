"""A case's PDF read back as a partner reads it, and its ZIP opened and checked."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPdf import QPdfDocument

from receiving_app.evidence import pack
from receiving_app.evidence.pack import Pack, UncountersignedError
from receiving_app.printing.documents import Paper
from receiving_app.storage.store import StoreError
from receiving_app.storage.verify_journal import Countersignature, What, verify
from tests.acts.running_station import RunningStation
from tests.evidence.conftest import Case
from tests.factories import NUMBER, STATION
from tests.storage.exported_journal import signature


def unasked(_seqs: Sequence[int]) -> tuple[None, Sequence[Countersignature]]:
    raise UncountersignedError("The ticket service can't be reached.")


def write(case: Case, folder: Path, **more: Any) -> Pack:
    countersign = more.pop("countersign", unasked)
    return pack.write(case.station.store, case.told(), folder, case.station.time, countersign, **more)


def text_of(path: Path) -> str:
    """Read a PDF's text as one line."""
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    pages = [document.getAllText(place).text() for place in range(document.pageCount())]
    document.close()
    return " ".join(" ".join(pages).replace("\ufffe", "").split())


def test_the_pdf_says_what_was_decided_why_by_whom_and_what_proves_it(case: Case, tmp_path: Path) -> None:
    told = case.told()

    text = text_of(write(case, tmp_path).pdf)

    for said in (
        f"Evidence for {NUMBER}",
        case.lpn,
        "Fleet Eyes LLC",
        "Sat 7 Nov 2026",
        "Policy version",
        "Nobody marked it as swollen, hot, leaking or smoking.",
        "Dent at the corner, before opening",
        "Listed on the RMA and not found in this package",
        "Dana Ortiz (p-dock)",
        "Package arrived",
        "The ticket service can't be reached.",
    ):
        assert said in text, said
    assert all(filed.hash in text for filed in told.story)
    assert "SW0O12399" in text.replace(" ", "")


def test_what_failed_stands_before_what_did_not(case: Case, tmp_path: Path, station: RunningStation) -> None:
    station.time = station.time.replace(month=12)
    late = station.scan(NUMBER).package
    assert late is not None
    case.lpn = late.lpn

    text = text_of(write(case, tmp_path).pdf)

    assert text.index("In time Created") < text.index("No danger Nobody marked")


def test_the_zip_holds_the_originals_with_their_hashes_and_checks_itself(case: Case, tmp_path: Path) -> None:
    written = write(case, tmp_path)

    with zipfile.ZipFile(written.archive) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        manifest = json.loads(archive.read("manifest.json"))
        assert set(manifest["sha256"]) == names - {"manifest.json"}
        for name, expected in manifest["sha256"].items():
            assert hashlib.sha256(archive.read(name)).hexdigest() == expected
        archive.extractall(tmp_path / "out")
    assert {f"photos/{case.label}.jpg", f"photos/{case.dent}.jpg", f"clips/{case.clip}.avi"} <= names
    assert manifest["missing"] == []
    command = [sys.executable, "-I", "-S", "verify_journal.py", "journal.jsonl"]
    checked = subprocess.run(command, cwd=tmp_path / "out", capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    assert "no countersignature" in checked.stdout
    (read,) = [json.loads(each) for each in (tmp_path / "out" / "readings.jsonl").read_text().splitlines()][:1]
    assert read["text"] == NUMBER


def test_a_countersigned_case_holds_event_by_event_and_a_forged_word_counts_for_nothing(
    case: Case, tmp_path: Path
) -> None:
    story = case.told().story

    def sign(seqs: Sequence[int]) -> tuple[Countersignature, Sequence[Countersignature]]:
        assert list(seqs) == [filed.event.seq for filed in story]
        signed = [signature(filed.event.seq, filed.hash, station=STATION) for filed in story]
        return signed[-1], [*signed[:-1], signature(seqs[-1], story[-1].hash, station="another")]

    written = write(case, tmp_path, countersign=sign)

    with zipfile.ZipFile(written.archive) as archive:
        archive.extract("journal.jsonl", tmp_path)
    proof = verify(tmp_path / "journal.jsonl")
    assert (proof.faults, proof.excerpt) == ((), True)
    text = text_of(written.pdf)
    assert "Countersigned up to" in text
    assert signature(1, "").key in text
    (tmp_path / "journal.jsonl").write_bytes((tmp_path / "journal.jsonl").read_bytes().replace(b"Dent at", b"None at"))
    assert {fault.what for fault in verify(tmp_path / "journal.jsonl").faults} == {What.ALTERED}


def test_what_is_missing_changed_or_unreadable_is_said_at_its_place_and_in_the_manifest(
    case: Case, tmp_path: Path
) -> None:
    store = case.station.store
    store.photos.path(case.label).unlink()
    store.photos.path(case.dent).write_bytes(store.photos.path(case.dent).read_bytes() + b"x")
    store.clips.path(case.clip).write_bytes(b"another film")

    written = write(case, tmp_path)

    text = text_of(written.pdf)
    assert "This file is missing at the station" in text
    assert text.count("This file was changed since it was taken") == 2
    assert len(written.lacks) == 3
    with zipfile.ZipFile(written.archive) as archive:
        assert len(json.loads(archive.read("manifest.json"))["missing"]) == 3
        assert not any(case.label in name or case.dent in name for name in archive.namelist())


def test_a_film_that_cannot_be_decoded_is_said_and_handed_on(case: Case, tmp_path: Path) -> None:
    told = case.told()
    film = b"RIFF no film"
    torn = hashlib.sha256(film).hexdigest()
    case.station.store.clips.path(torn).write_bytes(film)
    told = replace(told, clips=(replace(told.clips[0], clip=torn),))

    written = pack.write(case.station.store, told, tmp_path, case.station.time, unasked)

    assert "can't be shown. It is among the originals." in text_of(written.pdf)
    with zipfile.ZipFile(written.archive) as archive:
        assert f"clips/{torn}.avi" in archive.namelist()


@pytest.mark.parametrize("paper", list(Paper))
def test_the_progress_is_told_page_by_page(case: Case, tmp_path: Path, paper: Paper) -> None:
    heard: list[tuple[int, int]] = []

    written = write(case, tmp_path, paper=paper, progress=lambda done, of: heard.append((done, of)))

    document = QPdfDocument()
    document.load(str(written.pdf))
    pages = document.pageCount()
    document.close()
    assert heard == [(page, pages) for page in range(1, pages + 1)]


def test_a_folder_that_takes_nothing_is_said_and_nothing_half_written_stays(case: Case, tmp_path: Path) -> None:
    (tmp_path / f"evidence-{case.lpn}.zip").mkdir()

    with pytest.raises(StoreError, match="Choose another"):
        write(case, tmp_path)

    assert list(tmp_path.glob("*.part")) == []
