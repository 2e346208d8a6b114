from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select

from receiving_app.domain.events import Subject
from receiving_app.domain.item import fold
from receiving_app.domain.item_events import ItemFound
from receiving_app.domain.shipment import fold as fold_shipment
from receiving_app.storage import items, journal, migrations, outbox, packages, shipments
from receiving_app.storage.journal import Delivery, Stamp
from receiving_app.storage.journal_proof import prove
from receiving_app.storage.schema import events, metadata
from receiving_app.storage.schema import items as items_table
from receiving_app.storage.schema import packages as packages_table
from receiving_app.storage.schema import shipments as shipments_table
from receiving_app.storage.store import DATABASE, REVISION, open_store
from tests.acts.running_station import RunningStation
from tests.factories import NUMBER, WORKER
from tests.fixtures.make_database import DATABASES, TAKEN_BACK, TOLD

LEFT_BY = sorted(path.stem for path in DATABASES.glob("*.sqlite3"))


def steps() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    return sorted(script.revision for script in ScriptDirectory.from_config(config).walk_revisions())


def test_the_program_knows_its_newest_migration() -> None:
    assert steps()[-1] == REVISION


def test_each_migration_left_a_database_behind() -> None:
    assert steps() == LEFT_BY


@pytest.mark.parametrize("revision", LEFT_BY)
def test_an_older_database_gets_the_form_of_a_new_one(tmp_path: Path, new_database: Path, revision: str) -> None:
    shutil.copy(DATABASES / f"{revision}.sqlite3", tmp_path / DATABASE)
    open_store(tmp_path).close()
    assert form_of(tmp_path / DATABASE) == form_of(new_database / DATABASE)


def form_of(path: Path) -> list[tuple[str, str, str | None]]:
    """Give the tables, indexes and triggers of a file as it was told to make them."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()


def rows_of(path: Path) -> dict[str, tuple[str, list[tuple[object, ...]]]]:
    """Give every table of a file: its columns, and its rows in them."""
    with closing(sqlite3.connect(path)) as connection:
        # A virtual table keeps its rows in tables of its own, which are read like all others.
        real = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %'"
        names = connection.execute(real).fetchall()
        found = {}
        for (name,) in names:
            columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f'PRAGMA table_info("{name}")'))
            found[name] = (columns, rows(connection, name, columns))
        return found


def rows(connection: sqlite3.Connection, table: str, columns: str) -> list[tuple[object, ...]]:
    return connection.execute(f'SELECT {columns} FROM "{table}" ORDER BY {columns}').fetchall()  # noqa: S608 - our own


@pytest.mark.parametrize("revision", LEFT_BY[:-1])
def test_an_older_database_loses_nothing_and_its_copy_lies_beside_it(tmp_path: Path, revision: str) -> None:
    path = tmp_path / DATABASE
    shutil.copy(DATABASES / f"{revision}.sqlite3", path)
    before = rows_of(path)
    open_store(tmp_path).close()
    assert rows_of(tmp_path / f"station.before-{revision}.sqlite3") == before
    with closing(sqlite3.connect(path)) as connection:
        now = {table: rows(connection, table, columns) for table, (columns, _) in before.items()}
    assert now.pop("alembic_version") == [(REVISION,)]
    assert now == {table: kept for table, (_, kept) in before.items() if table != "alembic_version"}
    assert now["events"]


@pytest.mark.parametrize("revision", LEFT_BY)
def test_work_goes_on_in_a_database_that_an_older_program_left(tmp_path: Path, revision: str) -> None:
    shutil.copy(DATABASES / f"{revision}.sqlite3", tmp_path / DATABASE)
    station = RunningStation(tmp_path)
    left = station.journal()
    station.at(left[-1].occurred_at + timedelta(minutes=5))
    package = station.scan(NUMBER).package
    assert package is not None
    assert package.lpn not in {event.subject.lpn for event in left}
    with station.store.transaction() as connection:
        label = items.next_id(connection, station.parts.name)
        found = ItemFound(label, "SW0012345", "KP2")
        event = station.parts.journal.append(
            connection, found, Subject(package.lpn), Stamp(station.time, 0, None, WORKER)
        )
        assert journal.of_item(connection, label) == (event,)
    assert station.journal()[: len(left)] == left
    assert station.faults() == ()
    station.close()


@pytest.mark.parametrize("revision", LEFT_BY)
def test_items_and_shipments_that_were_left_are_what_their_events_tell(tmp_path: Path, revision: str) -> None:
    shutil.copy(DATABASES / f"{revision}.sqlite3", tmp_path / DATABASE)
    store = open_store(tmp_path)
    with store.reading() as connection:
        labels = connection.execute(select(items_table.c.id)).scalars().all()
        for label in labels:
            assert items.get(connection, label) == fold(journal.of_item(connection, label))
        names = connection.execute(select(shipments_table.c.id)).scalars().all()
        for name in names:
            assert shipments.get(connection, name) == fold_shipment(journal.of_shipment(connection, name))
    store.close()
    assert bool(labels) == bool(names) == (revision >= "0002"), "they came with the second migration"


@pytest.mark.parametrize("revision", LEFT_BY)
def test_what_the_reviews_list_reads_is_told_of_everything_that_was_left(tmp_path: Path, revision: str) -> None:
    shutil.copy(DATABASES / f"{revision}.sqlite3", tmp_path / DATABASE)
    store = open_store(tmp_path)
    tables = ("packages", "verdicts", "items", "decisions")
    migrated = {table: listed(tmp_path / DATABASE, table) for table in tables}
    with store.transaction() as connection:
        for lpn in connection.execute(select(packages_table.c.lpn)).scalars().all():
            if (package := packages.get(connection, lpn)) is not None:
                packages.save(connection, package)
        for label in connection.execute(select(items_table.c.id)).scalars().all():
            if (item := items.get(connection, label)) is not None:
                items.save(connection, item)
    store.close()
    assert migrated["verdicts"]
    assert migrated["decisions"]
    assert {table: listed(tmp_path / DATABASE, table) for table in tables} == migrated


def listed(path: Path, table: str) -> list[dict[str, object]]:
    """Give a table's rows but for the whole state, to which later programs add what has no value yet."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        found = [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")]  # noqa: S608 - our own
    return [{name: value for name, value in row.items() if name != "state"} for row in found]


def test_the_migrated_database_is_what_the_schema_says(station: RunningStation) -> None:
    # A virtual table can't be declared; SQLite keeps its content in tables of that name.
    declared = {"include_name": lambda name, kind, _parents: kind != "table" or not name.startswith("search_pieces")}
    with station.store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=declared), metadata) == []


@pytest.mark.parametrize("revision", LEFT_BY)
def test_todays_program_reads_and_delivers_all_that_an_older_one_left(tmp_path: Path, revision: str) -> None:
    shutil.copy(DATABASES / f"{revision}.sqlite3", tmp_path / DATABASE)
    store = open_store(tmp_path)
    store.claim("dock-1", "demo")
    with store.reading() as connection:
        rows = connection.execute(select(events).order_by(events.c.seq)).all()
        waiting = [row for row in rows if row.delivery == Delivery.WAITING.value]
        told = [journal.read_event(row.payload) for row in rows]
        proof = prove(store)
        assert proof is not None
        assert proof.faults == ()
        assert {row.delivery for row in rows} == {"local", "waiting", "applied", "rejected", "withdrawn"}
        later = max(event.occurred_at for event in told).replace(year=2100)
        due = outbox.due(connection, later, len(rows))
        here = {event.subject.lpn: packages.get(connection, event.subject.lpn) for event in told if event.subject.lpn}
    store.close()
    assert [event.seq for event in told] == list(range(1, len(rows) + 1))
    assert waiting
    whole = {element.seq: element.payload for element in due if element.payload is not None}
    assert set(whole) == {row.seq for row in waiting}
    assert {element.seq for element in due} >= {row.seq for row in rows if row.seq > TOLD}
    assert [lpn for lpn, package in here.items() if package is None] == [TAKEN_BACK]
