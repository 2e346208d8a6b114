from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import requests
from sqlalchemy import Engine, event, func, select, text

from tests.postgresql import Cluster
from tests.ticket_service.conftest import Caller
from tests.ticket_service.making import Chain
from ticket_service.storage.schema import journal
from ticket_service.storage.store import reading


def is_unavailable(answer: requests.Response) -> None:
    assert (answer.status_code, answer.json()["type"]) == (503, "unavailable")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Retry-After"] == "5"


def kept(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(journal)).scalar_one()


def results(answer: requests.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [each["result"] for each in answer.json()["results"]]


@contextmanager
def no_more_room(engine: Engine, database: str, request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the database have no page to spare: SQLite at its limit, PostgreSQL by its own word for a full disk."""
    if database.startswith("postgresql:"):
        server: Cluster = request.getfixturevalue("postgresql")
        with server.administered("service") as run:
            run(
                "CREATE FUNCTION full_disk() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'could not extend file' "
                "USING ERRCODE = 'disk_full'; END $$ LANGUAGE plpgsql"
            )
            run("CREATE TRIGGER full_disk BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION full_disk()")
        try:
            yield
        finally:
            with server.administered("service") as run:
                run("DROP FUNCTION full_disk CASCADE")
        return

    def limit(connection: object, pages: int) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

    def tight(connection: object, _record: object) -> None:
        limit(connection, 1)  # no less than it has already

    engine.dispose()
    event.listen(engine, "connect", tight)
    yield
    event.remove(engine, "connect", tight)
    engine.dispose()


def test_a_full_disk_keeps_what_was_confirmed_and_goes_on_when_there_is_room(
    engine: Engine, station: Caller, database: str, request: pytest.FixtureRequest
) -> None:
    chain = Chain()
    assert results(station.post("/v1/events", chain.batch(chain.arrived()))) == ["applied"]
    more = chain.batch(*(chain.arrived(f"LPN-{number}") for number in range(2, 300)))

    with no_more_room(engine, database, request):
        is_unavailable(station.post("/v1/events", more))
        assert kept(engine) == 1
        assert len(station.get("/v1/changes").json()["rows"]) == 4, "what is there can be read"

    assert set(results(station.post("/v1/events", more))) == {"applied"}
    assert kept(engine) == 299


def test_a_write_lock_that_never_comes_is_answered_and_not_waited_for(
    engine: Engine, station: Caller, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = Chain()
    batch = chain.batch(chain.arrived())
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    quick = "PRAGMA busy_timeout = 20" if not database.startswith("postgresql:") else "SET lock_timeout = 20"

    def impatient(connection: object, _record: object, _proxy: object) -> None:
        connection.cursor().execute(quick)  # type: ignore[attr-defined]
        if hasattr(connection, "commit"):
            connection.commit()

    holder = engine.execution_options(writes=True).connect()
    holder.execute(text("SELECT 1"))
    event.listen(engine, "checkout", impatient)
    try:
        is_unavailable(station.post("/v1/events", batch))
    finally:
        event.remove(engine, "checkout", impatient)
        holder.close()
        engine.dispose()

    assert results(station.post("/v1/events", batch)) == ["applied"]


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_connections_that_the_server_ends_are_made_again(engine: Engine, station: Caller, postgresql: Cluster) -> None:
    chain = Chain()
    assert results(station.post("/v1/events", chain.batch(chain.arrived()))) == ["applied"]
    for number in range(3):
        with postgresql.administered() as run:
            run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ticket-service'")

        batch = chain.batch(chain.arrived(f"LPN-{number + 2}"))
        assert results(station.post("/v1/events", batch)) == ["applied"]


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_while_the_server_is_gone_every_route_says_so_and_afterwards_all_goes_on(
    engine: Engine, station: Caller, url: str, postgresql: Cluster
) -> None:
    chain = Chain()
    assert results(station.post("/v1/events", chain.batch(chain.arrived()))) == ["applied"]
    batch = chain.batch(chain.arrived("LPN-2"))

    postgresql.stop()
    try:
        is_unavailable(station.post("/v1/events", batch))
        is_unavailable(station.get("/v1/changes"))
        is_unavailable(station.get("/v1/rmas/RMA-00001235"))
        is_unavailable(station.get("/v1/countersigned"))
        is_unavailable(requests.get(f"{url}/v1/health", timeout=20))
        page = requests.get(f"{url}/portal/login", timeout=20)
        assert page.status_code in {200, 503}
    finally:
        postgresql.start()

    assert results(station.post("/v1/events", batch)) == ["applied"]
    assert kept(engine) == 2


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_connection_that_is_lost_before_the_commit_stores_nothing(
    engine: Engine, station: Caller, postgresql: Cluster
) -> None:
    chain = Chain()
    batch = chain.batch(chain.arrived())

    def end(connection: object) -> None:
        with postgresql.administered() as run:
            run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ticket-service'")

    event.listen(engine, "commit", end, once=True)
    answer = station.post("/v1/events", batch)
    if answer.status_code == 200:  # the token was read; the next commit is the batch's
        raise AssertionError("the commit went through on an ended connection")
    is_unavailable(answer)

    assert kept(engine) == 0
    assert results(station.post("/v1/events", batch)) == ["applied"]
