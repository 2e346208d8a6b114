"""dev.py: what it finds missing, what it asks of a person, and that a second start has nothing to do."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import dev

ROOT = Path(__file__).parents[1]
PINNED = re.compile(
    r"^(?P<name>[a-z0-9.-]+)==(?P<version>\S+)[^\n]*\\\n(?P<hashes>(?: {4}--hash=sha256:[0-9a-f]{64}[ \\]*\n)+)", re.M
)
ABSENT_LIBRARY = "libnobodyhasthis.so.9"


def program(folder: Path, name: str, script: str) -> Path:
    """Write a shell program that stands in for a system one."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare_debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pretend to a Debian that lacks one library, whose apt knows it by its newer name only; return apt's log."""
    log = tmp_path / "apt.log"
    programs = tmp_path / "programs"
    program(programs, "apt-cache", "echo 'Package: libnobodyhasthis9t64'")
    program(programs, "apt-get", f'echo "$@" >> {log}')
    monkeypatch.setenv("PATH", str(programs), prepend=os.pathsep)
    monkeypatch.setattr(dev, "LIBRARIES", {ABSENT_LIBRARY: "libnobodyhasthis9"})
    monkeypatch.setattr(dev, "TEST_PROGRAMS", {})
    return log


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a checkout whose locks are empty and whose station only says what it was given."""
    root = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "dev.py", root)
    for lock in ("run", "dev"):
        (root / "requirements").mkdir(exist_ok=True)
        (root / "requirements" / f"{lock}.txt").write_text("# nothing\n", encoding="utf-8")
    (root / "receiving_app").mkdir()
    says = "import os, sys\nprint('station', sys.argv[1:], os.getcwd())\nsys.exit(7)\n"
    (root / "receiving_app" / "__main__.py").write_text(says, encoding="utf-8")
    return root


def start(checkout: Path, *arguments: str, at: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(checkout / "dev.py"), *arguments]
    return subprocess.run(command, cwd=at or checkout, capture_output=True, text=True, check=False)


def test_the_first_start_makes_the_environment_and_the_second_finds_it(checkout: Path, tmp_path: Path) -> None:
    first = start(checkout, "demo", "--speed", "2", at=tmp_path)
    second = start(checkout, "run", "receive", "label.png", at=tmp_path)
    assert "Making .venv ..." in first.stdout.splitlines()
    assert first.stdout.splitlines()[-1] == f"station ['demo', '--speed', '2'] {tmp_path}"
    assert second.stdout == f"station ['receive', 'label.png'] {tmp_path}\n"
    assert (first.returncode, second.returncode) == (7, 7)


def test_a_changed_lock_is_installed_into_the_environment_that_stands(checkout: Path) -> None:
    start(checkout, "run")
    (checkout / "requirements" / "run.txt").write_text("# nothing, said anew\n", encoding="utf-8")
    after = start(checkout, "run")
    assert "Making .venv" not in after.stdout
    assert "Installing the packages of requirements/run.txt" in after.stdout
    assert "Installing" not in start(checkout, "run").stdout


def test_a_package_without_its_hash_is_refused_with_a_sentence(checkout: Path) -> None:
    lock = checkout / "requirements" / "run.txt"
    lock.write_text("segno==1.6.6\n", encoding="utf-8")
    refused = start(checkout, "run")
    lock.write_text("# nothing\n", encoding="utf-8")
    assert refused.returncode == 2
    assert "station" not in refused.stdout
    assert refused.stdout.splitlines()[-1].startswith("pip could not install the packages")


def test_an_older_python_gets_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert dev.main(["demo"]) == 2
    assert capsys.readouterr().out.startswith("This needs Python 3.11 or newer")


def test_an_older_python_can_read_the_file_that_says_so() -> None:
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_only_the_standard_library_is_imported() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.usefixtures("bare_debian")
def test_a_person_without_root_gets_the_one_line_to_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert dev.main(["demo"]) == 2
    last = capsys.readouterr().out.splitlines()[-1].strip()
    assert last == "sudo apt-get install --yes --no-install-recommends libnobodyhasthis9t64"


def test_root_gets_the_missing_packages_under_the_name_that_apt_knows(
    bare_debian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(dev.SetupError, match="still lacks"):
        dev.ensure_system(testing=False)
    assert bare_debian.read_text(encoding="utf-8").splitlines() == [
        "update",
        "install --yes --no-install-recommends libnobodyhasthis9t64",
    ]


def test_a_half_made_environment_still_asks_for_venv(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dev, "LIBRARIES", {})
    monkeypatch.setattr(dev, "STAMP", tmp_path / "absent")
    monkeypatch.setattr(importlib.util, "find_spec", {}.get)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert dev.missing_packages(testing=False) == [f"python{version}-venv"]


def test_what_a_failing_command_said_is_shown(tmp_path: Path) -> None:
    failing = program(tmp_path, "failing", "echo 'no space left'; exit 1")
    with pytest.raises(dev.SetupError, match="no space left"):
        dev.quietly([str(failing)])


def test_another_linux_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dev, "LIBRARIES", {ABSENT_LIBRARY: "libnobodyhasthis9"})
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(dev.SetupError, match="libnobodyhasthis9"):
        dev.ensure_system(testing=False)


def test_the_programs_that_tests_need_are_not_asked_for_by_the_demo(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "LIBRARIES", {})
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(dev, "DATABASE_SERVERS", tmp_path)
    assert dev.missing_packages(testing=False) == []
    assert dev.missing_packages(testing=True) == ["xvfb", "xdotool", "postgresql", "chromium", "chromium-driver"]


def test_a_database_server_is_found_where_debian_puts_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "15").mkdir()
    program(tmp_path / "15" / "bin", "initdb", "")
    monkeypatch.setattr(dev, "DATABASE_SERVERS", tmp_path)
    monkeypatch.setattr(dev, "LIBRARIES", {})
    monkeypatch.setenv("PATH", str(tmp_path))
    assert dev.missing_packages(testing=True) == ["xvfb", "xdotool", "chromium", "chromium-driver"]


def test_every_check_runs_though_an_earlier_one_fails(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "PYTHON", program(tmp_path, "python", 'echo "ran $2 $3"; [ "$3" != check ]'))
    monkeypatch.setattr(dev, "BIN", tmp_path)
    program(tmp_path, "lint-imports", "echo ran lint-imports")
    assert dev.check_everything(["-k", "label"]) == 1
    lines = capfd.readouterr().out.splitlines()
    ran = [line.strip() for line in lines if line.startswith("ran")]
    assert ran == ["ran ruff format", "ran ruff check", "ran mypy", "ran lint-imports", "ran pytest -k"]
    assert lines[-1] == "Failed: ruff check"


@pytest.mark.parametrize("lock", ["run", "dev"])
def test_a_lock_holds_names_versions_and_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    assert PINNED.sub("", text) == ""


def test_the_developers_lock_holds_the_whole_of_the_other() -> None:
    assert set(pins("run")) <= set(pins("dev"))


def test_the_locks_keep_to_the_ranges_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {"run": project["dependencies"], "dev": project["optional-dependencies"]["dev"]}
    for lock, ranges in wanted.items():
        pinned = dict(pins(lock))
        for requirement in map(Requirement, ranges):
            version = pinned.get(requirement.name.lower())
            assert version, f"run python3 dev.py lock: {requirement.name} is not in requirements/{lock}.txt"
            assert requirement.specifier.contains(version), f"{requirement.name} {version} is out of range"


def pins(lock: str) -> Iterator[tuple[str, str]]:
    for found in PINNED.finditer((ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")):
        yield found["name"], found["version"]
