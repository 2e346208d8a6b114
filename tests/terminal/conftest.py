from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import resources
from receiving_app.__main__ import main
from tests.demo_site import STATION, Site

DEMO = resources.path("demo")


@dataclass(frozen=True)
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """What it printed, each line read as JSON by itself."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command of `receiving-app` in this process; what libraries write past Python is caught, too."""

    def run_main(*arguments: object) -> Ran:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as ended:  # argparse ends the program by itself
            code = int(ended.code or 0)
        said = capfd.readouterr()
        return Ran(code, said.out, said.err)

    return run_main


@pytest.fixture(autouse=True)
def log_ends_with_the_test() -> Iterator[None]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "station"


@pytest.fixture
def settings(tmp_path: Path, folder: Path) -> Callable[..., Path]:
    """Write a settings file of a station with practice data; more keys as needed."""

    def write(**more: object) -> Path:
        told = {"data_folder": str(folder), "data_kind": "practice", "station": STATION} | more
        path = tmp_path / "settings.toml"
        path.write_text("".join(f"{key} = {json.dumps(value)}\n" for key, value in told.items()), "utf-8")
        return path

    return write


@pytest.fixture
def connected(site: Site, settings: Callable[..., Path]) -> Path:
    """The settings file of a station that reaches the ticket service."""
    return settings(service_url=site.url, token_file=str(site.token_file))
