from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import update

from receiving_app.acts.outcome import Answer
from receiving_app.domain.events import ReadingRecorded
from receiving_app.domain.package import Package
from receiving_app.storage.schema import identity
from receiving_app.storage.store import (
    DATABASE,
    REVISION,
    DamagedDatabaseError,
    NewerDatabaseError,
    NotADatabaseError,
    NotRecordedError,
    StoreError,
    WrongStationError,
    open_store,
)
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, an_rma
from tests.fixtures.make_database import DATABASES

NOISE = b"".join(hashlib.sha256(bytes([n])).digest() for n in range(256))


def a_strange_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE somebody (elses TEXT)")


def half_a_database(path: Path) -> None:
    running = RunningStation(path.parent)
    running.close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


STRANGE = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("a letter\n" * 500),
    "random bytes": lambda path: path.write_bytes(NOISE),
    "a header alone": lambda path: path.write_bytes(b"SQLite format 3\x00"),
    "a header and random bytes": lambda path: path.write_bytes(b"SQLite format 3\x00" + NOISE),
    "another program's database": a_strange_database,
    "half a database": half_a_database,
}


@pytest.mark.parametrize("make", STRANGE.values(), ids=STRANGE)
def test_a_file_that_is_no_whole_station_database_is_refused_untouched(tmp_path: Path, make: object) -> None:
    path = tmp_path / DATABASE
    assert callable(make)
    make(path)
    before = path.read_bytes()
    with pytest.raises(NotADatabaseError, match=r"is not a station's database\. Move it away or choose another"):
        open_store(tmp_path)
    assert path.read_bytes() == before


def test_a_database_of_a_newer_program_is_refused_untouched(tmp_path: Path) -> None:
    RunningStation(tmp_path).close()
    path = tmp_path / DATABASE
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(NewerDatabaseError, match="newer version of this program"):
        open_store(tmp_path)
    assert path.read_bytes() == before


def test_a_log_without_its_database_is_not_written_over(tmp_path: Path) -> None:
    log = tmp_path / f"{DATABASE}-wal"
    log.write_bytes(b"events that were never sent")
    with pytest.raises(NotADatabaseError, match="Put the database back"):
        open_store(tmp_path)
    assert log.read_bytes() == b"events that were never sent"


def test_a_data_folder_that_is_a_file_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(StoreError, match="can't be used as the data folder"):
        open_store(tmp_path / "data")


@pytest.mark.parametrize("name", ["plain", "per % cent", "100%20", "question?mark", "hash#tag", "ünïcode"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    open_store(tmp_path / name).close()
    open_store(tmp_path / name).close()
    assert [file.name for file in (tmp_path / name).iterdir()] == [DATABASE]


def test_a_start_that_is_cut_off_leaves_nothing_that_stops_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = command.upgrade

    def cut_off(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "upgrade", cut_off)
    with pytest.raises(KeyboardInterrupt):
        open_store(tmp_path)
    assert not (tmp_path / DATABASE).exists()
    monkeypatch.setattr(command, "upgrade", whole)
    open_store(tmp_path).close()


def left_by_the_first_version(folder: Path) -> Path:
    path = folder / DATABASE
    shutil.copy(DATABASES / "0001.sqlite3", path)
    return path


def stands_at(path: Path) -> tuple[str, set[str]]:
    """Give a file's migration and the names of its tables."""
    with closing(sqlite3.connect(path)) as connection:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return revision, {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def journal_of(path: Path) -> list[tuple[int, bytes, str, int]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT seq, payload, delivery, attempts FROM events ORDER BY seq").fetchall()


def test_before_a_migration_everything_is_copied_the_log_included(tmp_path: Path) -> None:
    path = left_by_the_first_version(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as still_open:
        still_open.execute("PRAGMA journal_mode=WAL")
        still_open.execute("UPDATE events SET attempts = 7")
        before = journal_of(path)
        open_store(tmp_path).close()
    copy = tmp_path / "station.before-0001.sqlite3"
    assert {attempts for *_, attempts in before} == {7}
    assert journal_of(copy) == before == journal_of(path)
    assert (stands_at(copy)[0], stands_at(path)[0]) == ("0001", REVISION)
    assert "items" in stands_at(path)[1] - stands_at(copy)[1]


def test_a_migration_that_fails_halfway_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(config: object, _target: str) -> None:
        connection = config.attributes["connection"]  # type: ignore[attr-defined]
        connection.exec_driver_sql("CREATE TABLE half_done (id INTEGER)")
        connection.exec_driver_sql("SELECT * FROM nowhere")

    path = left_by_the_first_version(tmp_path)
    before = stands_at(path), journal_of(path)
    whole = command.upgrade
    monkeypatch.setattr(command, "upgrade", half)
    with pytest.raises(StoreError, match="could not be brought to this version's form"):
        open_store(tmp_path)
    assert (stands_at(path), journal_of(path)) == before
    monkeypatch.setattr(command, "upgrade", whole)
    open_store(tmp_path).close()
    assert stands_at(path)[0] == REVISION


def test_every_connection_writes_ahead_and_waits_for_the_disk(station: RunningStation) -> None:
    with ExitStack() as stack:
        for connection in [stack.enter_context(station.store.engine.connect()) for _ in range(4)]:
            said = [
                connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in ("journal_mode", "synchronous", "foreign_keys")
            ]
            assert said == ["wal", 2, 1]
            connection.rollback()


def test_a_transaction_writes_all_or_nothing(station: RunningStation) -> None:
    def fail_halfway() -> None:
        with station.store.transaction() as connection:
            connection.execute(update(identity).values(station="half"))
            raise LookupError

    with pytest.raises(LookupError):
        fail_halfway()
    station.store.claim("dock-1", "demo")


@pytest.mark.parametrize(("name", "kind"), [("dock-2", "demo"), ("dock-1", "real")])
def test_another_stations_memory_is_not_taken_over(station: RunningStation, name: str, kind: str) -> None:
    with pytest.raises(WrongStationError, match=r"holds the demo data of dock-1.*Choose another data folder"):
        station.store.claim(name, kind)
    station.store.claim("dock-1", "demo")


def test_a_database_that_is_damaged_later_is_said_to_be_so(station: RunningStation) -> None:
    station.scan(NUMBER)
    station.close()
    path = station.folder / DATABASE
    whole = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'events'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    start = (page - 1) * size
    path.write_bytes(whole[:start] + NOISE[:size].ljust(size, b"?") + whole[start + size :])
    damaged = RunningStation(station.folder)
    with pytest.raises(DamagedDatabaseError, match="call support"):
        damaged.scan(NUMBER)
    with pytest.raises(DamagedDatabaseError, match="call support"):
        damaged.journal()
    damaged.close()


def test_a_full_disk_refuses_the_act_whole_and_the_next_one_works_after_room_was_made(station: RunningStation) -> None:
    station.told(an_rma())

    def room(pages: int) -> None:
        with station.store.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with station.store.reading() as connection:
        used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    room(used + 12)
    shown: list[Package | None] = []

    def scan_on() -> None:
        while True:
            station.wait(60)
            shown.append(station.scan(NUMBER).package)

    with pytest.raises(NotRecordedError, match="Is the disk full"):
        scan_on()
    assert shown, "at first there was room"
    assert station.faults() == ()
    recorded = [event for event in station.journal() if not isinstance(event.body, ReadingRecorded)]
    assert {event.subject.lpn for event in recorded} == {package.lpn for package in shown if package}
    last = shown[-1]
    assert last is not None
    assert station.package(last.lpn).is_open, "the act that failed did not close it"
    room(used + 1000)
    assert station.scan(NUMBER).answer in {Answer.JUDGED, Answer.ALREADY_COUNTED}
    assert station.faults() == ()
