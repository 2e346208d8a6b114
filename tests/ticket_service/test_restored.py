"""A restore as docs/operations.md tells it, with a station that was ahead of the backup."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from receiving_app.assembly import Parts
from receiving_app.storage import sync_state
from receiving_app.storage.schema import partners
from receiving_app.sync.rounds import Rounds
from receiving_app.sync.service import TicketService
from tests.demo_site import IN_TIME, LATE, STATION, Hands, Site, Stage, demo_site, scan, station, station_settings
from tests.postgresql import Cluster, programs
from ticket_service.__main__ import main
from ticket_service.app import create_app
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import open_store, writing


@pytest.fixture
def site(tmp_path: Path, served: tuple[Stage, str], hands: Hands, database: str) -> Iterator[Site]:
    with demo_site(tmp_path, served, hands, database) as site:
        yield site


@pytest.fixture
def back_up(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[], Callable[[], None]]:
    """Backs the database up, and gives what restores it."""

    def file() -> Callable[[], None]:
        with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
            source.backup(copy)

        def restore() -> None:
            shutil.copy(tmp_path / "copy.db", database)
            for beside in ("-wal", "-shm"):
                Path(database + beside).unlink(missing_ok=True)

        return restore

    def server() -> Callable[[], None]:
        cluster: Cluster = request.getfixturevalue("postgresql")
        dump = tmp_path / "copy.dump"
        command: list[Path | str] = [programs() / "pg_dump", "--format", "custom", "--file", dump, database]
        subprocess.run(command, check=True)

        def restore() -> None:
            with cluster.administered() as run:
                run("DROP DATABASE service")
            cluster.create("service")
            subprocess.run([programs() / "pg_restore", "--dbname", database, dump], check=True)

        return restore

    return server if database.startswith("postgresql:") else file


def partners_of(parts: Parts) -> set[str]:
    with parts.store.reading() as connection:
        return set(connection.execute(select(partners.c.id)).scalars())


def test_after_a_restore_a_station_rebuilds_what_it_keeps_and_sends_again_what_was_lost(
    site: Site, database: str, back_up: Callable[[], Callable[[], None]], tmp_path: Path, hands: Hands
) -> None:
    with station(station_settings(tmp_path / "station", site.url, site.token_file), hands) as parts:
        service = TicketService(site.url, site.token, parts.clock)
        rounds = Rounds(parts.store, service, parts.clock, STATION)
        rounds.run_once()
        scan(parts, IN_TIME)
        rounds.run_once()
        restore = back_up()
        at_backup = site.journal()
        with writing(site.engine) as connection:
            put(connection, [StateRow("partner", "P-LOST", {"id": "P-LOST", "name": "Lost", "addresses": []})])
        hands.go(minutes=5)
        scan(parts, LATE)
        rounds.run_once()
        before = site.journal()
        assert len(before) > len(at_backup)
        assert "P-LOST" in partners_of(parts)

        site.engine.dispose()
        restore()
        assert main(["--database", database, "restored"]) == 0
        again = open_store(database)
        site.stage.app = create_app(again, hands)
        hands.go(minutes=5)
        scan(parts, IN_TIME)
        rounds.run_once()
        done = rounds.run_once()
        again.dispose()

        assert (done.online, done.problem) == (True, None)
        assert "P-LOST" not in partners_of(parts)
        told = site.journal()
        site.engine.dispose()
        assert [each[:2] for each in told][: len(before)] == [each[:2] for each in before], "nothing is missing"
        assert len(told) > len(before)
        with parts.store.reading() as connection:
            assert sync_state.get(connection).cursor is not None
        service.close()
