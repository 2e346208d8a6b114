"""The command line as a whole: what it teaches, what it refuses, and with which exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import resources
from receiving_app.__main__ import main

LABEL = resources.path("demo", "01-accept.png")


def program(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m receiving_app` without a display."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DISPLAY", "WAYLAND"))}
    command = [sys.executable, "-m", "receiving_app", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=plain | environment)


def ended(arguments: list[str]) -> int:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    return int(end.value.code or 0)


def test_help_teaches_commands_examples_and_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(["--help"]) == 0
    told = capsys.readouterr().out
    for word in ("read", "receive", "sheet", "demo", "examples:", "receiving-app read --json photos/*.jpg"):
        assert word in told
    for code in ("exit codes: 0 done", "1 some files", "2 asked", "3 the data folder"):
        assert code in told


@pytest.mark.parametrize("command", ["read", "receive", "sheet", "demo"])
def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert ended([command, "--help"]) == 0
    told = capsys.readouterr().out
    assert f"usage: receiving-app {command}" in told
    assert "exit codes:" in told


@pytest.mark.parametrize("arguments", [["reed"], ["read"], ["receive"], ["sheet"], ["read", "--jason", "x"]])
def test_a_mistyped_command_is_refused_with_its_usage(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert ended(arguments) == 2
    assert capsys.readouterr().err.startswith("usage: receiving-app")


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"RECEIVING_APP_STATION": "dock 1!"}, "station must be letters, digits and at most one"),
        ({"RECEIVING_APP_SERVICE_URL": "tickets"}, "service_url must be an address like https://"),
        ({"RECEIVING_APP_DATA_KIND": "real"}, "data_kind must be one of live, practice, demo"),
        ({"RECEIVING_APP_TOKEN_FILE": "no-such.token", "RECEIVING_APP_SERVICE_URL": "http://127.0.0.1:9"}, "no-such"),
    ],
)
def test_settings_that_cannot_be_used_end_in_one_sentence(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    environment: Mapping[str, str],
    says: str,
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))  # whoever runs the tests may have a station of their own
    monkeypatch.setenv("RECEIVING_APP_DATA_FOLDER", str(tmp_path / "station"))
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert main(["receive", str(LABEL)]) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "There is no settings file at"),
        (b"station = ", "can't be read"),
        (b"\xff\xfe", "can't be read"),
        (b"stations = 1", 'there is no setting "stations"'),
        (b"sounds = 7", "sounds must be true or false"),
    ],
)
def test_a_settings_file_that_cannot_be_used_ends_in_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes | None, says: str
) -> None:
    file = tmp_path / "settings.toml"
    if content is not None:
        file.write_bytes(content)
    assert main(["receive", "--settings", str(file), str(LABEL)]) == 2
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1


def test_without_a_display_the_window_is_refused_in_one_sentence() -> None:
    ran = program()
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == ("There is no display to open a window on. In a terminal use: receiving-app receive PATH.\n")


def test_a_word_that_the_terminal_cannot_show_is_escaped(tmp_path: Path) -> None:
    label = tmp_path / "étiquette-תווית.png"
    label.write_bytes(LABEL.read_bytes())
    ran = program("read", label, PYTHONIOENCODING="ascii")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "\\xe9tiquette-\\u05ea" in ran.stdout
    assert "RMA-00001235" in ran.stdout


def test_a_reader_that_has_seen_enough_ends_it_quietly() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "receiving_app", "read", str(LABEL)]
    with os.fdopen(writer, "w") as nobody:
        ran = subprocess.run(command, stdout=nobody, stderr=subprocess.PIPE, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (141, "")
