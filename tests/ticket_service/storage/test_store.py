from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, update

from ticket_service.storage.schema import SCHEMA_VERSION, about, service
from ticket_service.storage.store import StoreError, identity, open_store, reading, writing


def test_a_database_keeps_its_identity(tmp_path: Path) -> None:
    first = open_store(tmp_path / "service.db")
    known = identity(first)
    first.dispose()

    again = open_store(tmp_path / "service.db")

    assert identity(again) == known
    assert len(known.signing_key) == 32
    again.dispose()


def test_a_database_of_a_newer_version_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "service.db"
    engine = open_store(path)
    with writing(engine) as connection:
        connection.execute(update(service).values(schema_version=99))
    engine.dispose()
    before = path.read_bytes()

    with pytest.raises(StoreError, match="update this program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_database_of_an_older_version_gets_what_it_lacks_and_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "service.db"
    engine = open_store(path)
    known = identity(engine)
    with writing(engine) as connection:
        connection.execute(update(service).values(schema_version=1))
        about.drop(connection)
    engine.dispose()

    again = open_store(path)

    assert identity(again) == known
    with reading(again) as connection:
        assert connection.execute(select(service.c.schema_version)).scalar_one() == SCHEMA_VERSION
        assert connection.execute(select(about)).all() == []
    again.dispose()


def test_a_database_of_another_program_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    before = path.read_bytes()

    with pytest.raises(StoreError, match="another program"):
        open_store(path)
    assert path.read_bytes() == before


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


def test_what_fails_half_way_is_not_stored(tmp_path: Path) -> None:
    engine = open_store(tmp_path / "service.db")
    before = identity(engine)

    def fail() -> None:
        with writing(engine) as connection:
            connection.execute(update(service).values(epoch="broken"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert identity(engine) == before
    engine.dispose()
