from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, select, text

from tests.postgresql import Cluster
from ticket_service import storage
from ticket_service.storage import migrations
from ticket_service.storage.engines import StoreError, connect
from ticket_service.storage.migrating import bring_up_to_date, newest
from ticket_service.storage.schema import journal, service, state
from ticket_service.storage.store import open_store, reading, writing
from ticket_service.storage.tables import FILES, metadata

#: What earlier programs left behind, by the migration that is like it; those before the third knew no migrations.
LEFT = Path(__file__).parents[2] / "fixtures" / "service_databases"
LEFT_BY = sorted(path.stem for path in LEFT.glob("*.sqlite3"))


def test_the_migrations_are_one_line_whose_files_begin_with_their_numbers() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    steps = list(ScriptDirectory.from_config(config).walk_revisions())

    assert [step.revision for step in steps] == [f"{number:04}" for number in range(len(steps), 0, -1)]
    assert [Path(step.path).name[:4] for step in steps] == [step.revision for step in steps]
    assert steps[0].revision == newest()


def test_a_migrated_database_is_what_the_tables_say(engine: Engine) -> None:
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == [], "run: python -m tests.fixtures.make_migration TITLE"


def test_every_file_of_tables_is_among_those_that_migrations_are_held_against() -> None:
    folder = Path(storage.__file__).parent

    assert {path.stem for path in folder.glob("*_tables.py")} < {file.__name__.rpartition(".")[2] for file in FILES}


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without tables, on each engine."""
    if request.param == "sqlite":
        return str(tmp_path / "new.db")
    server: Cluster = request.getfixturevalue("postgresql")
    with server.administered() as run:
        run("DROP DATABASE IF EXISTS new")
    return server.create("new")


def rows_of(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    found = MetaData()
    with reading(engine) as connection:
        found.reflect(connection)
        return {
            table.name: [
                dict(row) for row in connection.execute(table.select().order_by(*table.primary_key)).mappings()
            ]
            for table in found.sorted_tables
        }


def left_behind(revision: str, place: str, tmp_path: Path) -> dict[str, list[dict[str, Any]]]:
    """Put what an earlier program left into an empty database, and give its rows."""
    source = shutil.copy(LEFT / f"{revision}.sqlite3", tmp_path / "left.db")
    file = connect(source)
    rows = rows_of(file)
    file.dispose()
    if not place.startswith("postgresql:"):
        shutil.copy(source, place)
        return rows
    engine = connect(place)
    with writing(engine) as connection:
        migrations.upgrade(connection, None, to=revision)
        if "alembic_version" not in rows:
            connection.execute(text("DROP TABLE alembic_version"))
        made = MetaData()
        made.reflect(connection)
        for table in made.sorted_tables:
            connection.execute(table.delete())
            if rows[table.name]:
                connection.execute(table.insert(), rows[table.name])
    engine.dispose()
    return rows


@pytest.mark.parametrize("revision", LEFT_BY)
def test_what_an_earlier_program_left_is_whole_afterwards(revision: str, empty: str, tmp_path: Path) -> None:
    before = left_behind(revision, empty, tmp_path)

    engine = open_store(empty)

    after = rows_of(engine)
    assert after.pop("alembic_version") == [{"version_num": newest()}]
    for table, rows in before.items():
        kept = [{name: row[name] for name in old} for row, old in zip(after[table], rows, strict=True)]
        if table == "service":
            kept = [row | {"schema_version": int(revision)} for row in kept]
        assert kept == rows, table
    assert before["journal"]
    assert before["state"]
    with reading(engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        contents = connection.execute(select(journal.c.content)).scalars().all()
        assert {json.loads(text)["station"] for text in contents if text} == {"DOCK-1"}
        newest_seq = connection.execute(select(service.c.newest_seq)).scalar_one()
        assert max(connection.execute(select(state.c.seq)).scalars()) == newest_seq
    engine.dispose()


def test_a_program_from_before_the_migrations_sees_a_newer_version_than_its_own(engine: Engine) -> None:
    with reading(engine) as connection:
        assert connection.execute(select(service.c.schema_version)).scalar_one() > 2


def test_a_database_of_a_newer_version_is_refused_untouched(empty: str) -> None:
    engine = open_store(empty)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = rows_of(engine)

    with pytest.raises(StoreError, match=r"newer ticket service \(version 9999\); update this program"):
        open_store(empty)

    assert rows_of(engine) == before
    engine.dispose()


def test_a_newer_file_is_refused_without_a_byte_changed(tmp_path: Path) -> None:
    path = Path(shutil.copy(LEFT / "0002.sqlite3", tmp_path / "service.db"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE service SET schema_version = 9999")
    before = path.read_bytes()

    with pytest.raises(StoreError, match="newer ticket service"):
        open_store(path)

    assert path.read_bytes() == before


def test_processes_that_open_an_empty_database_at_once_make_it_once(empty: str) -> None:
    engines, failures = [], []

    def start() -> None:
        try:
            engines.append(open_store(empty))
        except Exception as failure:
            failures.append(failure)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    rows = [rows_of(engine)["service"] for engine in engines]
    assert all(row == rows[0] for row in rows)
    for engine in engines:
        engine.dispose()


def test_a_migration_that_fails_leaves_all_as_it_was(
    empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_behind("0001", empty, tmp_path)
    engine = connect(empty)
    before = rows_of(engine)

    whole = migrations.upgrade

    def half(connection: Any, revision: str | None) -> None:
        whole(connection, revision, "0002")
        raise RuntimeError

    monkeypatch.setattr(migrations, "upgrade", half)
    with pytest.raises(RuntimeError):
        bring_up_to_date(engine)

    assert rows_of(engine) == before
    engine.dispose()
