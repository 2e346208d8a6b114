"""A case's PDF read back as a partner reads it, and its ZIP opened and checked."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPdf import QPdfDocument

from receiving_app.acts.decision import NotReturned, NotYet, Objection
from receiving_app.acts.exchanging import Exchanging
from receiving_app.acts.putting_off import PuttingOff
from receiving_app.domain.authorization import Line
from receiving_app.domain.cases import CaseKind
from receiving_app.domain.events import Choice, Subject, Wait
from receiving_app.domain.item import fold
from receiving_app.domain.item_events import CartonCondition, ItemFound
from receiving_app.domain.roles import Right, Role
from receiving_app.evidence import pack
from receiving_app.evidence.pack import Pack, UncountersignedError
from receiving_app.printing.documents import Paper
from receiving_app.queries.evidence import dossier
from receiving_app.queries.exchanges import exchange_cases
from receiving_app.storage import items
from receiving_app.storage.service_data import Person
from receiving_app.storage.store import StoreError
from receiving_app.storage.verify_journal import Countersignature, What, verify
from tests.acts.running_station import RunningStation
from tests.acts.unpacked_box import Table
from tests.evidence.conftest import Case
from tests.factories import KEY, NUMBER, OTHER_NUMBER, STATION, SUPERVISOR, WORKER, an_rma
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


def test_a_photo_that_is_no_picture_is_said_and_handed_on(case: Case, tmp_path: Path) -> None:
    told, photos = case.told(), case.station.store.photos
    torn = hashlib.sha256(b"no picture").hexdigest()
    photos.path(torn).parent.mkdir(parents=True, exist_ok=True)
    photos.path(torn).write_bytes(b"no picture")
    told = replace(told, shots=(replace(told.shots[0], photo=torn),))

    written = pack.write(case.station.store, told, tmp_path, case.station.time, unasked)

    assert "can't be shown. It is among the originals." in text_of(written.pdf)
    with zipfile.ZipFile(written.archive) as archive:
        assert f"photos/{torn}.jpg" in archive.namelist()


def told_of(case: Case, thing: str, folder: Path) -> str:
    """Write the papers of a thing and read them."""
    told = dossier(case.station.store, thing)
    assert told is not None
    return text_of(pack.write(case.station.store, told, folder, case.station.time, unasked).pdf)


def test_what_was_put_off_decided_and_known_of_the_partner_then_stands_in_the_story(
    case: Case, tmp_path: Path, station: RunningStation
) -> None:
    station.employs(Person("p-max", 1, "Max Orr", (Role.SUPERVISOR,)))
    station.time = station.time.replace(month=12)
    late = station.scan(NUMBER).package
    assert late is not None
    (judged,) = late.judgements
    putting_off = PuttingOff(station.parts)
    for why, note, until, to in (
        (Wait.ASKED, "Which truck?", None, None),
        (Wait.SNOOZED, "the carrier looks for it", date(2026, 12, 24), None),
        (Wait.DELEGATED, "", None, "p-max"),
    ):
        said = NotYet(CaseKind.PACKAGE, (late.lpn, judged.key), judged.event, why, note, until, to)
        assert not isinstance(putting_off.put_off(said, SUPERVISOR), Objection)
    station.decide(late, Choice.OVERRIDE, note="the snow")

    text = told_of(case, late.lpn, tmp_path)

    assert "Ask: Which truck?" in text
    assert "Later: until Thu 24 Dec 2026 the carrier looks for it" in text
    assert "Hand on: to Max Orr (p-max)" in text
    known = "The partner by then: Late boxes accepted in 90 days: 0. Tested without a fault: 0 of 0."
    assert text.count(known) == 2, "beside the verdict, and in the story"
    assert "Override. Another reason, see the note. the snow" in text


def test_a_device_whose_package_is_not_here_has_papers_of_its_own(case: Case, tmp_path: Path) -> None:
    station = case.station
    with station.parts.act(WORKER, Right.UNPACK) as act:
        event = act.write(ItemFound("ITM-9", "SW-99", "KP2", "l-1", KEY, NUMBER), Subject(None, KEY))
        found = fold([event])
        assert found is not None
        items.save(act.connection, found)

    text = told_of(case, "ITM-9", tmp_path)

    assert f"Evidence for {NUMBER}" in text
    assert "No package of this case was received at this station." in text
    assert "Device found: KP2 SW-99" in text
    assert (tmp_path / "evidence-ITM-9.zip").exists()


def test_an_rma_past_its_last_day_has_papers_of_what_came_what_never_did_and_who_settled_it(
    case: Case, tmp_path: Path, station: RunningStation
) -> None:
    station.time = station.time.replace(month=12)
    exchanging = Exchanging(station.parts)
    settled = exchanging.settle(NotReturned(KEY, ("l-2",), "never-sent", "they wrote so"), SUPERVISOR)
    assert not isinstance(settled, Objection)

    text = told_of(case, NUMBER, tmp_path)

    assert f"Evidence for {NUMBER}" in text
    assert case.lpn in text
    assert "Rest of a line settled: not returned" in text
    assert "they wrote so" in text
    assert (tmp_path / f"evidence-{NUMBER}.pdf").exists()


def test_an_rma_of_which_nothing_came_has_papers_that_say_so(case: Case, tmp_path: Path) -> None:
    case.station.told(an_rma(number=OTHER_NUMBER))
    text = told_of(case, OTHER_NUMBER, tmp_path)
    assert "No package of this case was received at this station." in text
    assert "Not received KP2 SW0012345" in text


def test_crossed_boxes_have_one_pack_with_both(station: RunningStation, tmp_path: Path, qapp: object) -> None:
    mine = an_rma(lines=(Line("l-1", "KP2", "SW-A"),))
    theirs = an_rma(number=OTHER_NUMBER, lines=(Line("l-7", "KP2", "SW-B"),))
    table = Table(station)
    boxes = []
    for number, serial in ((NUMBER, "SW-B"), (OTHER_NUMBER, "SW-A")):
        station.wait(60)
        boxes.append(table.receive(mine, theirs, number=number))
        table.unpacking.begin(boxes[-1], WORKER)
        table.unpacking.condition(CartonCondition.WHOLE, WORKER)
        table.scan(serial)
    (crossed,) = exchange_cases(station.store)
    told = dossier(station.store, crossed.head.papers)
    assert told is not None
    assert {package.lpn for package in told.packages} == set(boxes)

    written = pack.write(station.store, told, tmp_path, station.time, unasked)

    text = text_of(written.pdf)
    assert all(plate in text for plate in boxes)
    assert "SW-A" in text
    assert "SW-B" in text
    assert written.pdf.name == f"evidence-{crossed.head.papers}.pdf"


def test_what_nobody_knows_here_has_no_papers(case: Case) -> None:
    assert dossier(case.station.store, "LPN-NOWHERE-1") is None


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
