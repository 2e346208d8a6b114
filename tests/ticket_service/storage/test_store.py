from __future__ import annotations

import json
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.exc import DBAPIError

from tests.postgresql import Cluster
from tests.ticket_service.making import rma
from ticket_service.storage import engines
from ticket_service.storage.engines import StoreError
from ticket_service.storage.schema import service, state
from ticket_service.storage.state import put
from ticket_service.storage.store import (
    Identity,
    UnavailableError,
    begin_new_epoch,
    identity,
    open_store,
    reading,
    writing,
)


def known(engine: Engine) -> Identity:
    with reading(engine) as connection:
        return identity(connection)


def test_a_database_keeps_its_identity(database: str) -> None:
    first = open_store(database)
    before = known(first)
    first.dispose()

    again = open_store(database)

    assert known(again) == before
    assert len(before.signing_key) == 32
    again.dispose()


def test_a_restored_database_has_another_history_and_the_same_key(engine: Engine) -> None:
    before = known(engine)

    with writing(engine) as connection:
        begin_new_epoch(connection)

    assert known(engine).epoch != before.epoch
    assert known(engine).signing_key == before.signing_key


def test_a_file_of_another_program_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    before = path.read_bytes()

    with pytest.raises(StoreError, match="another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_server_database_of_another_program_is_refused_untouched(postgresql: Cluster) -> None:
    url = postgresql.create("songs")
    with postgresql.administered("songs") as run:
        run("CREATE TABLE songs (title TEXT)")

    with pytest.raises(StoreError, match="another program"):
        open_store(url)
    with postgresql.administered("songs") as run:
        assert run("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").scalar_one() == 1


@pytest.mark.parametrize("content", [b"not a database, but long enough to be read as one" * 100, b"GIF89a"])
def test_a_file_that_is_no_database_is_refused_untouched(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "service.db"
    path.write_bytes(content)

    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(path)
    assert path.read_bytes() == content


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path)


def test_a_server_that_is_not_there_is_named_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be opened .*see that it can be reached") as refused:
        open_store(f"postgresql://site:secret@localhost:1/service?host={tmp_path}")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("address", ["postgresql://host:port/name", "postgresql:name"])
def test_an_address_that_is_none_is_told_how_to_be_written(address: str) -> None:
    with pytest.raises(StoreError, match="write it as postgresql://user:password@host/name"):
        open_store(address)


def test_without_the_driver_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)

    with pytest.raises(StoreError, match=r"receiving-app\[postgresql\]"):
        open_store("postgresql://localhost/service")


def test_what_fails_half_way_is_not_stored(engine: Engine) -> None:
    before = known(engine)

    def fail() -> None:
        with writing(engine) as connection:
            connection.execute(update(service).values(epoch="broken"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert known(engine) == before


def test_a_reader_sees_one_unchanging_view_and_holds_nobody_up(engine: Engine) -> None:
    newest = select(service.c.newest_seq)
    with reading(engine) as reader:
        before = reader.execute(newest).scalar_one()
        with writing(engine) as writer:
            put(writer, [rma("RMA-00001260")])

        assert reader.execute(newest).scalar_one() == before
    with reading(engine) as reader:
        assert reader.execute(newest).scalar_one() == before + 1


def test_writers_come_one_by_one_and_each_sees_what_the_one_before_did(engine: Engine) -> None:
    """Six threads count upwards by reading and writing: none may rest on what another is just changing."""
    numbers = [state.c.kind == "rma", state.c.id == "RMA-00001235"]

    def count() -> None:
        for _ in range(10):
            with writing(engine) as connection:
                data = connection.execute(select(state.c.data).where(*numbers)).scalar_one()
                times = data.count("again") + 1
                put(connection, [rma("RMA-00001235", told=["again"] * times)])

    threads = [threading.Thread(target=count) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with reading(engine) as connection:
        row = connection.execute(select(state.c.data, state.c.rev).where(*numbers)).one()
    assert (row.data.count("again"), row.rev) == (60, 61)


def test_on_a_server_who_only_reads_cannot_write(postgresql: Cluster) -> None:
    engine = open_store(postgresql.empty("service"))
    with pytest.raises(DBAPIError, match="read-only"), reading(engine) as connection:
        connection.execute(update(service).values(epoch="broken"))
    engine.dispose()


def test_a_writer_that_waits_too_long_gives_up_with_nothing_stored(
    database: str, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_PATIENCE_MS", 50)
    impatient = engines.connect(database)

    with writing(engine), pytest.raises(UnavailableError, match="lock"), writing(impatient):
        raise AssertionError

    with writing(impatient) as connection:
        assert identity(connection) == known(engine)
    impatient.dispose()


def test_a_nul_that_no_database_takes_everywhere_is_kept_as_the_sign_for_what_cannot_be_read(engine: Engine) -> None:
    with writing(engine) as connection:
        put(connection, [rma("RMA-0000\0", note="a\0b")])

    with reading(engine) as connection:
        row = connection.execute(select(state.c.id, state.c.data).where(state.c.id == "RMA-0000\0")).one()
    assert row.id == "RMA-0000\ufffd"
    assert json.loads(row.data)["note"] == "a\0b", "JSON spells it out"
