"""`receiving-app verify` and `export`, beside a real ticket service."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.demo_site import NOW
from tests.terminal.conftest import DEMO, Run


def test_a_station_proves_its_journal_with_the_services_word(run: Run, connected: Path, folder: Path) -> None:
    run("receive", "--settings", connected, "--at", NOW.isoformat(), DEMO / "01-accept.png")

    ran = run("verify", "--settings", connected)

    assert (ran.code, ran.err) == (0, "")
    assert "Every one is as it was written, and in its place." in ran.out
    assert "The ticket service countersigned event" in ran.out


def test_a_journal_whose_end_was_cut_off_is_found_through_the_service(run: Run, connected: Path, folder: Path) -> None:
    run("receive", "--settings", connected, "--at", NOW.isoformat(), DEMO / "01-accept.png")
    with closing(sqlite3.connect(folder / "station.sqlite3")) as database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute("DELETE FROM events WHERE seq > 2")
        database.execute("DELETE FROM countersigned")
        database.commit()

    ran = run("verify", "--settings", connected)

    assert ran.code == 1
    assert "The end is missing" in ran.out
    assert "call support" in ran.out


def test_an_export_is_checked_by_the_same_command(
    run: Run, connected: Path, tmp_path: Path, settings: Callable[..., Path]
) -> None:
    run("receive", "--settings", connected, "--at", NOW.isoformat(), DEMO / "01-accept.png")
    file = tmp_path / "journal.jsonl"

    exported = run("export", "--settings", connected, file)
    assert (exported.code, exported.err) == (0, "")
    assert "python verify_journal.py journal.jsonl" in exported.out
    assert run("verify", file).code == 0

    file.write_bytes(file.read_bytes().replace(b"RMA-00001235", b"RMA-00001236", 1))
    broken = run("verify", file)
    assert broken.code == 1
    assert "was altered" in broken.out
    assert run("verify", DEMO / "01-accept.png").code == 2


def test_without_the_service_the_missing_word_is_said(run: Run, settings: Callable[..., Path], tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text("nobody-in-particular", "ascii")
    token.chmod(0o600)
    alone = settings(service_url="http://127.0.0.1:9", token_file=str(token))
    assert "no station's memory" in run("verify", "--settings", alone).err
    run("receive", "--settings", alone, "--at", NOW.isoformat(), DEMO / "01-accept.png")

    ran = run("verify", "--settings", alone)

    assert ran.code == 0
    assert "service's word is missing" in ran.err
    assert "there is none yet" in ran.out


def test_a_case_becomes_papers_with_the_services_word_on_each_event(
    qtbot: QtBot, run: Run, connected: Path, folder: Path, tmp_path: Path
) -> None:
    run("receive", "--settings", connected, "--at", NOW.isoformat(), DEMO / "04-late.png")
    with closing(sqlite3.connect(folder / "station.sqlite3")) as database:
        (lpn,) = database.execute("SELECT lpn FROM packages").fetchone()
    out = tmp_path / "papers"

    ran = run("evidence", lpn.lower(), "--to", out, "--settings", connected)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [str(out / f"evidence-{lpn}.pdf"), str(out / f"evidence-{lpn}.zip")]
    with zipfile.ZipFile(out / f"evidence-{lpn}.zip") as archive:
        archive.extract("journal.jsonl", tmp_path)
    checked = run("verify", tmp_path / "journal.jsonl")
    assert checked.code == 0
    assert "no countersignature" not in checked.out, "the service signed each, readings that it never saw included"
    assert run("evidence", "LPN-NOBODY", "--to", out, "--settings", connected).code == 2
