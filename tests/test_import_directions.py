"""The directions of imports: that lint-imports sees a wrong one, and the rules that it has no words for."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("receiving_app", "ui", "resources", "ticket_service")
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

# One wrong import for each contract in pyproject.toml: where it is planted, and what.
WRONG_IMPORTS = {
    "imports run downward only": ("receiving_app/domain", "receiving_app.words"),
    "the ticket service's imports run downward only": ("ticket_service/rules", "ticket_service.storage"),
    "screens see acts and queries, never what lies below them": ("ui/dock", "receiving_app.storage"),
    "the station knows nothing of the ticket service; only the demo starts both": (
        "receiving_app/sync",
        "ticket_service",
    ),
    "the ticket service knows nothing of the station": ("ticket_service", "receiving_app.domain"),
    "resources belong to nobody": ("resources", "ui"),
    "the domain needs the standard library only": ("receiving_app/domain", "sqlalchemy"),
    "OpenCV is imported in scanning.opencv only": ("receiving_app/storage", "cv2"),
    "HTTP is spoken in sync.service only": ("receiving_app/acts", "requests"),
    "acts, queries, scanning, storage and sync run without Qt": ("receiving_app/storage", "PySide6"),
}

# What a rule must not touch: it gets time, chance and data as arguments.
WORLDLY_MODULES = frozenset(
    {"asyncio", "glob", "http", "io", "os", "pathlib", "random", "secrets", "shutil", "socket", "sqlite3"}
    | {"subprocess", "tempfile", "threading", "time", "urllib"}
)
WORLDLY_CALLS = frozenset({"now", "today", "utcnow", "open", "input", "print", "uuid1", "uuid4"})


@pytest.fixture
def copied_tree(tmp_path: Path) -> Path:
    """Copy the code and its contracts to where they may be spoiled."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in PACKAGES:
        for source in (ROOT / package).rglob("*.py"):
            target = tmp_path / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return tmp_path


def lint_imports(tree: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINT_IMPORTS), "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)


def test_lint_imports_breaks_every_contract_whose_wrong_import_is_planted(copied_tree: Path) -> None:
    untouched = lint_imports(copied_tree)
    for folder, module in WRONG_IMPORTS.values():
        with (copied_tree / folder / "__init__.py").open("a", encoding="utf-8") as package:
            package.write(f"import {module}\n")
    spoiled = lint_imports(copied_tree)
    assert untouched.returncode == 0, untouched.stdout
    assert spoiled.returncode != 0
    broken = {line.partition(" BROKEN")[0] for line in spoiled.stdout.splitlines() if " BROKEN" in line}
    assert broken == set(WRONG_IMPORTS)


def test_every_contract_has_its_wrong_import() -> None:
    assert [contract["name"] for contract in contracts()] == list(WRONG_IMPORTS)


def test_every_room_of_the_station_stands_in_a_layer() -> None:
    rooms = {entry.stem for entry in (ROOT / "receiving_app").iterdir() if not entry.name.startswith(("_", "."))}
    layers = " ".join(contracts()[0]["layers"])
    homeless = sorted(room for room in rooms if f"receiving_app.{room}" not in re.split(r"[ ()]+", layers))
    assert homeless == [], "give it a layer in pyproject.toml, or a place in a room that has one"


def test_the_domain_imports_only_itself_and_the_harmless_part_of_the_standard_library() -> None:
    wrong = [
        f"{place}: {module}"
        for place, module in imports_of("receiving_app/domain")
        if not is_own_or_harmless(module.split("."))
    ]
    assert wrong == []


def test_the_domain_reads_no_clock_and_touches_no_file() -> None:
    wrong = [f"{place}: {name}()" for place, name in worldly_calls("receiving_app/domain")]
    assert wrong == []


def test_the_station_behind_its_screens_knows_no_widgets() -> None:
    starters = ("receiving_app/app.py", "receiving_app/demo", "receiving_app/offscreen.py", "receiving_app/start.py")
    wrong = [
        f"{place}: {module}"
        for place, module in imports_of("receiving_app")
        if module.startswith("PySide6.QtWidgets") and not place.startswith(starters)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "line", ["import time", "from os import path", "import numpy as np", "import receiving_app.words"]
)
def test_a_worldly_import_in_the_domain_is_noticed(line: str) -> None:
    [module] = imported(ast.parse(line))
    assert not is_own_or_harmless(module[1].split("."))


@pytest.mark.parametrize("line", ["datetime.now(tz)", "dt.date.today()", "open('x')", "Path('x').open()", "uuid4()"])
def test_a_worldly_call_in_the_domain_is_noticed(line: str) -> None:
    assert [name for _, name in called(ast.parse(line)) if name in WORLDLY_CALLS]


def contracts() -> list[dict[str, Any]]:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared: list[dict[str, Any]] = config["tool"]["importlinter"]["contracts"]
    return declared


def is_own_or_harmless(module: list[str]) -> bool:
    if module[:2] == ["receiving_app", "domain"]:
        return True
    return module[0] in sys.stdlib_module_names and module[0] not in WORLDLY_MODULES


def imports_of(folder: str) -> Iterator[tuple[str, str]]:
    """Yield "file:line" and the full name of each module, or name in a module, that the folder's files import."""
    for place, tree in parsed(folder):
        for line, module in imported(tree):
            yield f"{place}:{line}", module


def worldly_calls(folder: str) -> Iterator[tuple[str, str]]:
    for place, tree in parsed(folder):
        for line, name in called(tree):
            if name in WORLDLY_CALLS:
                yield f"{place}:{line}", name


def parsed(folder: str) -> Iterator[tuple[str, ast.Module]]:
    for source in sorted((ROOT / folder).rglob("*.py")):
        yield source.relative_to(ROOT).as_posix(), ast.parse(source.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def called(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.lineno, node.func.attr
            elif isinstance(node.func, ast.Name):
                yield node.lineno, node.func.id
