"""What any test may ask for: the ticket service, its databases, a clock, a front that breaks the service."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo_site import Front, Hands, Site, Stage, demo_site, front_of, serving
from tests.postgresql import Cluster, cluster
from ticket_service.storage.engines import connect
from ticket_service.storage.migrating import bring_up_to_date

# Qt reads this once, at its first window; a test that wants the real screen sets it for a process of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[Stage, str]]:
    """One server for all tests, and the stage on which each puts its own app."""
    with serving() as stage_and_url:
        yield stage_and_url


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """A PostgreSQL server, started when the first test asks for it; it holds a database `service` for `database`."""
    with cluster() as server:
        _make(server.create("service"))
        yield server


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the service's tables and nothing in them."""
    path = tmp_path_factory.mktemp("empty") / "service.db"
    _make(str(path))
    return path


def _make(database: str) -> None:
    engine = connect(database)
    bring_up_to_date(engine)
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path, empty_file: Path) -> str:
    """The ticket service's database on each engine in turn: its tables are made, and empty."""
    if request.param == "postgresql":
        server: Cluster = request.getfixturevalue("postgresql")
        return server.empty("service")
    return str(shutil.copy(empty_file, tmp_path / "service.db"))


@pytest.fixture
def hands() -> Hands:
    """Give a clock that goes when the test says so."""
    return Hands()


@pytest.fixture
def site(tmp_path: Path, served: tuple[Stage, str], hands: Hands) -> Iterator[Site]:
    """The ticket service with the demo's data."""
    with demo_site(tmp_path, served, hands) as site:
        yield site


@pytest.fixture
def front(site: Site) -> Iterator[Front]:
    """Stands before the service, and breaks it when the test says so."""
    with front_of(site.url) as front:
        yield front
