from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select

from receiving_app.storage import journal, migrations, outbox, packages
from receiving_app.storage.journal import Delivery
from receiving_app.storage.schema import events, metadata
from receiving_app.storage.store import DATABASE, REVISION, open_store
from tests.acts.running_station import RunningStation
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


def test_the_migrated_database_is_what_the_schema_says(station: RunningStation) -> None:
    with station.store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


@pytest.mark.parametrize("revision", LEFT_BY)
def test_todays_program_reads_and_delivers_all_that_an_older_one_left(tmp_path: Path, revision: str) -> None:
    shutil.copy(DATABASES / f"{revision}.sqlite3", tmp_path / DATABASE)
    store = open_store(tmp_path)
    store.claim("dock-1", "demo")
    with store.reading() as connection:
        rows = connection.execute(select(events).order_by(events.c.seq)).all()
        waiting = [row for row in rows if row.delivery == Delivery.WAITING.value]
        told = [journal.read_event(row.payload) for row in rows]
        assert journal.broken_link((row.seq, row.payload, row.prev_hash, row.hash) for row in rows) is None
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
