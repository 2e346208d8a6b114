"""A PostgreSQL server of the tests' own, from Debian's packages: on a socket in a folder that goes with it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, create_engine

from ticket_service.storage.tables import metadata

#: Nothing of a test server needs to survive the machine; what it confirms survives its own crash.
_CARELESS = "-c fsync=off -c full_page_writes=off"


def programs() -> Path:
    """Find the newest server's programs. Raises FileNotFoundError."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: float(file.parts[4]))
    on_path = shutil.which("initdb")
    if not found and on_path is None:
        raise FileNotFoundError(
            "These tests need PostgreSQL's server (Debian: postgresql); python3 dev.py test installs it."
        )
    return found[-1].parent if found else Path(str(on_path)).parent


@dataclass(frozen=True)
class Cluster:
    """A server that this process may start and stop; `folder` holds its data and its socket."""

    folder: Path
    account: tuple[str, ...]
    careless: bool = True

    def url(self, database: str) -> str:
        address = URL.create("postgresql", "postgres", database=database, query={"host": str(self.folder)})
        return address.render_as_string(hide_password=False)

    def start(self) -> None:
        options = f"-c listen_addresses= -k {self.folder} {_CARELESS if self.careless else ''}"
        self._run("pg_ctl", "start", "--wait", "--log", str(self.folder / "log"), "--options", options)

    def stop(self) -> None:
        """End the server at once, as a crash would."""
        self._run("pg_ctl", "stop", "--mode", "immediate")

    def create(self, database: str) -> str:
        """Make an empty database and give its address."""
        with self.administered() as run:
            run(f'CREATE DATABASE "{database}"')
        return self.url(database)

    def empty(self, database: str) -> str:
        """Take every row out of a service's database, which is thirty times quicker than making a new one."""
        with self.administered(database) as run:
            run("; ".join(str(table.delete()) for table in reversed(metadata.sorted_tables)))
        return self.url(database)

    @contextmanager
    def administered(self, database: str = "postgres") -> Iterator[Callable[[str], Any]]:
        """Give a way to run statements, each at once."""
        engine = create_engine(self.url(database).replace("postgresql:", "postgresql+psycopg:"))
        try:
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                yield connection.exec_driver_sql
        finally:
            engine.dispose()

    def _run(self, program: str, *arguments: str) -> None:
        command = [*self.account, str(programs() / program), "-D", str(self.folder / "data"), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder)


@contextmanager
def cluster(*, careless: bool = True) -> Iterator[Cluster]:
    """Make a server and start it; the server refuses to be root, so that root runs it as Debian's own account."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # a socket's path has at most 107 characters
    account: tuple[str, ...] = ()
    if os.geteuid() == 0:
        account = ("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups")
        shutil.chown(folder, "postgres", "postgres")
    server = Cluster(folder, account, careless)
    try:
        server._run("initdb", "--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8")
        server.start()
        yield server
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            server.stop()
        shutil.rmtree(folder)
