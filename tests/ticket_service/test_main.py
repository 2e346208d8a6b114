from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import requests
from sqlalchemy import Engine

from ticket_service.__main__ import main, openapi_text
from ticket_service.accounts.station_tokens import station_of
from ticket_service.storage.store import open_store, reading


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "service.db"


def owner(database: Path, token: str) -> str | None:
    engine: Engine = open_store(database)
    try:
        with reading(engine) as connection:
            return station_of(connection, token)
    finally:
        engine.dispose()


def test_a_token_is_shown_once_and_can_be_revoked(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--database", str(database), "token", "DOCK-1"]) == 0
    token = capsys.readouterr().out.strip()
    assert owner(database, token) == "DOCK-1"

    assert main(["--database", str(database), "revoke", "DOCK-1"]) == 0

    assert capsys.readouterr().out == "DOCK-1: 1 revoked\n"
    assert owner(database, token) is None


@pytest.mark.parametrize("name", ["", "DOCK 1", "-x", "x" * 65, "DOCK\n1"])
def test_a_station_needs_a_plain_name(name: str, database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--database", str(database), "token", "--", name])

    assert left.value.code == 2
    assert "such as DOCK-1" in capsys.readouterr().err
    assert not database.exists()


def test_the_contract_is_printed_without_a_database(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["openapi"]) == 0
    assert capsys.readouterr().out == openapi_text() + "\n"


def test_a_file_that_is_no_database_ends_with_one_sentence(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database.write_text("shopping list\n" * 100)

    assert main(["--database", str(database), "token", "DOCK-1"]) == 2
    assert re.fullmatch(
        r".*service\.db cannot be opened as a database .*; name another file\n", capsys.readouterr().err
    )


@pytest.mark.parametrize("content", [None, "not json", "[]", "{}"])
def test_demo_data_that_cannot_be_read_ends_with_one_sentence(
    content: str | None, database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "demo.json"
    if content is not None:
        file.write_text(content)

    assert main(["--database", str(database), "--demo", str(file)]) == 2
    assert re.fullmatch(r"The demo data in .*demo\.json cannot be read: .*\n", capsys.readouterr().err)


def test_a_taken_port_ends_with_one_sentence(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--database", str(database), "--port", str(port)]) == 2

    assert f"cannot listen on 127.0.0.1:{port}" in capsys.readouterr().err


def test_it_serves_the_demo_alone_until_it_is_stopped(database: Path) -> None:
    command = [sys.executable, "-m", "ticket_service", "--database", str(database), "--port", "0", "--demo"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"http://\S+", process.stdout.readline())
        token_line = process.stdout.readline()
        assert found is not None
        try:
            assert requests.get(f"{found[0]}/v1/health", timeout=20).json()["status"] == "ok"
            headers = {"Authorization": f"Bearer {token_line.split()[-1]}"}
            rows = requests.get(f"{found[0]}/v1/changes", headers=headers, timeout=20).json()["rows"]
            assert len(rows) > 90
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
