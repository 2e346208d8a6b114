"""The engine that a measurement's ticket service runs on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgresql import cluster

ENGINES = ("sqlite", "postgresql")


@contextmanager
def databases_on(engine: str, folder: Path) -> Iterator[Callable[[str], Path | str]]:
    """Give what makes empty databases by their names; a server is the measurement's own, as safe as a site's."""
    if engine == "sqlite":
        yield lambda name: folder / f"{name}.sqlite3"
    else:
        with cluster(careless=False) as server:
            yield server.create
