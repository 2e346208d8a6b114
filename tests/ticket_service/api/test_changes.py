from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from tests.ticket_service.conftest import NOW, Caller
from tests.ticket_service.making import rma
from ticket_service.accounts.station_tokens import issue_token
from ticket_service.app import create_app
from ticket_service.serving import EmbeddedService
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import open_store, writing

WRITERS, ROUNDS = 6, 25


def follow(station: Caller, cursor: str = "", limit: int = 1000) -> tuple[list[dict[str, Any]], str]:
    """Pull until there is no more."""
    rows: list[dict[str, Any]] = []
    while True:
        page = station.get("/v1/changes", cursor=cursor, limit=limit).json()
        assert len({row["seq"] for row in rows + page["rows"]}) == len(rows) + len(page["rows"])
        rows += page["rows"]
        cursor = page["next_cursor"]
        if not page["has_more"]:
            return rows, cursor


def test_rows_come_in_commit_order_with_their_full_state(station: Caller) -> None:
    page = station.get("/v1/changes").json()

    assert [(row["seq"], row["kind"], row["id"], row["rev"]) for row in page["rows"]] == [
        (1, "rma", "RMA-00001235", 1),
        (2, "rma", "RMA-00001243", 1),
        (3, "person", "U-05", 1),
    ]
    assert page["rows"][0]["data"] == rma("RMA-00001235").data
    assert page["rows"][0]["deleted"] is False
    assert (page["has_more"], page["server_time"]) == (False, "2026-11-23T15:00:00.000+00:00")
    assert page["epoch"] == station.get("/v1/health").json()["epoch"]


def test_pages_join_without_gap_or_overlap(station: Caller) -> None:
    rows, cursor = follow(station, limit=1)

    assert [row["seq"] for row in rows] == [1, 2, 3]
    assert follow(station, cursor) == ([], cursor)


def test_a_changed_row_moves_to_the_end_with_a_higher_rev(station: Caller, engine: Engine) -> None:
    _, cursor = follow(station)
    with writing(engine) as connection:
        put(connection, [rma("RMA-00001235", state="closed")])

    assert [(row["seq"], row["rev"], row["data"]["state"]) for row in follow(station, cursor)[0]] == [(4, 2, "closed")]
    assert [row["seq"] for row in follow(station)[0]] == [2, 3, 4]


def test_a_row_that_says_nothing_new_stays(station: Caller, engine: Engine) -> None:
    _, cursor = follow(station)
    with writing(engine) as connection:
        put(connection, [rma("RMA-00001235")])

    assert follow(station, cursor)[0] == []


def test_a_deleted_row_stays_as_a_mark(station: Caller, engine: Engine) -> None:
    _, cursor = follow(station)
    gone = rma("RMA-00001235")
    with writing(engine) as connection:
        put(connection, [StateRow(gone.kind, gone.id, gone.data, deleted=True)])

    assert [(row["id"], row["deleted"]) for row in follow(station, cursor)[0]] == [("RMA-00001235", True)]


def test_text_from_people_comes_through_as_it_is(station: Caller, engine: Engine) -> None:
    strange = 'He said "ä\u0000\u2028箱"\\ </script>'
    with writing(engine) as connection:
        put(connection, [StateRow("partner", 'P"\\1', {"id": 'P"\\1', "name": strange})])

    last = follow(station)[0][-1]

    assert (last["id"], last["data"]["name"]) == ('P"\\1', strange)


@pytest.mark.parametrize("cursor", ["nonsense", "{epoch}.", "{epoch}.-1", "{epoch}.99", "{epoch}.²", "other.1"])
def test_a_cursor_of_another_history_is_gone(cursor: str, station: Caller) -> None:
    epoch = station.get("/v1/health").json()["epoch"]

    answer = station.get("/v1/changes", cursor=cursor.format(epoch=epoch))

    assert (answer.status_code, answer.json()["type"]) == (410, "cursor-gone")


def test_a_new_database_has_a_new_epoch(station: Caller, tmp_path: Path) -> None:
    _, cursor = follow(station)
    engine = open_store(tmp_path / "another.db")
    with writing(engine) as connection:
        token = issue_token(connection, "DOCK-1", NOW)
    with EmbeddedService(create_app(engine, lambda: NOW)) as service:
        answer = Caller(service.url, token, station.session).get("/v1/changes", cursor=cursor)
    engine.dispose()

    assert answer.status_code == 410


@pytest.mark.parametrize("limit", ["0", "5001", "many"])
def test_a_limit_out_of_range_is_refused(limit: str, station: Caller) -> None:
    answer = station.get("/v1/changes", limit=limit)

    assert (answer.status_code, answer.json()["type"]) == (422, "malformed")
    assert "limit" in answer.json()["detail"]


def test_a_reader_beside_six_writers_sees_every_row_once(station: Caller, engine: Engine) -> None:
    def write(writer: int) -> None:
        for turn in range(ROUNDS):
            with writing(engine) as connection:
                put(connection, [StateRow("partner", f"P-{writer}-{turn}-{part}", {"n": turn}) for part in range(3)])

    _, cursor = follow(station)
    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for thread in writers:
        thread.start()
    seen: list[dict[str, Any]] = []
    while any(thread.is_alive() for thread in writers):
        rows, cursor = follow(station, cursor, limit=7)
        seen += rows
    rows, cursor = follow(station, cursor, limit=7)
    seen += rows

    expected = {f"P-{w}-{t}-{p}" for w in range(WRITERS) for t in range(ROUNDS) for p in range(3)}
    assert len(seen) == len(expected)
    assert {row["id"] for row in seen} == expected
    assert [row["seq"] for row in seen] == sorted(row["seq"] for row in seen)


def test_rows_that_six_writers_keep_changing_end_with_their_last_state(station: Caller, engine: Engine) -> None:
    def write(writer: int) -> None:
        for turn in range(ROUNDS):
            with writing(engine) as connection:
                put(connection, [StateRow("partner", f"P-{writer}", {"turn": turn})])

    _, cursor = follow(station)
    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for thread in writers:
        thread.start()
    held: dict[str, dict[str, Any]] = {}
    finished = False
    while not finished:
        finished = not any(thread.is_alive() for thread in writers)
        rows, cursor = follow(station, cursor, limit=2)
        for row in rows:
            assert row["rev"] > held.get(row["id"], {"rev": 0})["rev"]
            held[row["id"]] = row

    assert {id_: (row["rev"], row["data"]["turn"]) for id_, row in held.items()} == {
        f"P-{writer}": (ROUNDS, ROUNDS - 1) for writer in range(WRITERS)
    }
