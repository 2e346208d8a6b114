"""Set the project up and run it: python3 dev.py demo | run | test | lock.

Works from nothing: it needs Python 3.11 and this checkout. What is missing (system libraries, .venv, the
packages of the locks in requirements/) is put in place first; a second start finds it there.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCKS = ROOT / "requirements"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "installed-locks"

# What the wheels load but do not bring, and the Debian package that has it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libcups.so.2": "libcups2",  # Qt asks it for the system's printers; without it there are none
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzbar.so.0": "libzbar0",
}
# Tests open the real window on an X server of their own and type into it, start a database server of their own, and
# look at the portal in a browser.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "initdb": "postgresql",
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
}
# Debian keeps a database server's programs here, since several versions may stand side by side.
DATABASE_SERVERS = Path("/usr/lib/postgresql")


class SetupError(Exception):
    """Something that only a person can put right; its text says what to do."""


def say(text: str) -> None:
    """Print now, so that the line stands before what a started program prints."""
    print(text, flush=True)


def missing_packages(testing: bool) -> list[str]:
    """Name the Debian packages whose libraries, modules or programs this machine lacks."""
    missing = [package for library, package in LIBRARIES.items() if not loads(library)]
    if not installed() and not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if testing:
        missing += [package for program, package in TEST_PROGRAMS.items() if not found(program)]
    return missing


def found(program: str) -> bool:
    """Look for a program on the path and among the database servers."""
    return bool(shutil.which(program)) or any(DATABASE_SERVERS.glob(f"*/bin/{program}"))


def loads(library: str) -> bool:
    """Ask the dynamic loader itself: it knows every place where a library may lie."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def names_apt_knows(packages: list[str]) -> list[str]:
    """Replace a package by its 64-bit-time successor (libfoo1t64) where this release has only that."""
    asked = [name for package in packages for name in (package, f"{package}t64")]
    shown = subprocess.run(["apt-cache", "show", *asked], capture_output=True, text=True, check=False).stdout
    known = {line.removeprefix("Package: ") for line in shown.splitlines() if line.startswith("Package: ")}
    return [f"{name}t64" if name not in known and f"{name}t64" in known else name for name in packages]


def ensure_system(testing: bool) -> None:
    """Install missing system packages, or raise SetupError with the line that would."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages(testing)
    if not missing:
        return
    if not shutil.which("apt-get"):
        raise SetupError(f"Please install what these Debian packages contain, then try again: {' '.join(missing)}")
    if os.geteuid() != 0:
        line = apt_install(names_apt_knows(missing))
        raise SetupError(
            f"System packages are missing. Please run this line, then try again:\n  sudo {shlex.join(line)}"
        )
    say("Asking apt-get for its newest package lists ...")
    quietly(["apt-get", "update"])
    packages = names_apt_knows(missing)
    say(f"Installing system packages with apt-get: {' '.join(packages)}")
    quietly(apt_install(packages))
    still = missing_packages(testing)
    if still:
        raise SetupError(f"apt-get ended well, but this machine still lacks what these contain: {' '.join(still)}")


def apt_install(packages: list[str]) -> list[str]:
    """Compose the command that installs the packages without asking."""
    return ["apt-get", "install", "--yes", "--no-install-recommends", *packages]


def quietly(command: list[str]) -> None:
    """Run a command and show its output only when it fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        raise SetupError(f"{done.stdout.rstrip()}\nThis command failed: {shlex.join(command)}")


def ensure_environment(lock: str) -> None:
    """Make .venv and bring it to the lock ("run" or "dev"); does nothing when that has been done before."""
    wanted = {name: fingerprint(name) for name in ("run", "dev")}
    if wanted[lock] in installed():
        return
    if not venv_works():
        say("Making .venv ...")
        quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])
    STAMP.unlink(missing_ok=True)
    say(f"Installing the packages of requirements/{lock}.txt into .venv (the first time takes a minute) ...")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    from_lock = ["--require-hashes", "--only-binary=:all:", "--requirement", str(LOCKS / f"{lock}.txt")]
    if subprocess.run([*pip, *from_lock], check=False).returncode:
        raise SetupError("pip could not install the packages; its message is above. Trying again is safe.")
    # The developer's lock holds every package of the other one, in the same versions.
    now_there = [wanted["run"]] if lock == "run" else [wanted["run"], wanted["dev"]]
    STAMP.write_text("\n".join(now_there) + "\n", encoding="utf-8")


def fingerprint(lock: str) -> str:
    """Say in one line which packages under which Python: two equal lines mean nothing to install."""
    digest = hashlib.sha256((LOCKS / f"{lock}.txt").read_bytes()).hexdigest()
    return f"{lock} {digest} python {sys.version_info.major}.{sys.version_info.minor}"


def installed() -> list[str]:
    """Read the fingerprints of what .venv was brought to; none if it is absent or half made."""
    if PYTHON.exists() and STAMP.exists():
        return STAMP.read_text(encoding="utf-8").splitlines()
    return []


def venv_works() -> bool:
    """Tell whether .venv has pip and is of the Python that runs this."""
    ask = "import pip, sys; print(*sys.version_info[:2])"
    with contextlib.suppress(OSError):
        answer = subprocess.run([str(PYTHON), "-c", ask], capture_output=True, text=True, check=False).stdout
        return answer.split() == [str(number) for number in sys.version_info[:2]]
    return False


def start_station(arguments: list[str]) -> int:
    """Become the station: it takes this process's place, so that signals and the exit code are its own."""
    # Paths among the arguments start where the person stands: keep that folder and extend the search path.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    command = [str(PYTHON), "-P", "-m", "receiving_app", *arguments]
    if os.name == "posix":
        os.execv(PYTHON, command)
    return subprocess.call(command)


def check_everything(pytest_arguments: list[str]) -> int:
    """Run every check, the later ones too when one fails; pytest is last, so its count ends the output."""
    checks = {
        "ruff format": [str(PYTHON), "-m", "ruff", "format", "--check", "."],
        "ruff check": [str(PYTHON), "-m", "ruff", "check", "."],
        "mypy": [str(PYTHON), "-m", "mypy"],
        "lint-imports": [str(BIN / "lint-imports"), "--no-logo"],
        "pytest": [str(PYTHON), "-m", "pytest", *pytest_arguments],
    }
    failed = []
    for name, command in checks.items():
        say(f"\n== {name}")
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
    say(f"\nFailed: {', '.join(failed)}" if failed else "\nEvery check passed.")
    return 1 if failed else 0


def compile_locks() -> int:
    """Write both locks anew: the newest versions in pyproject.toml's ranges, for every system and Python."""
    dev_options = ["--extra", "dev", "--constraints", "requirements/run.txt"]
    for lock, options in {"run": [], "dev": dev_options}.items():
        say(f"Compiling requirements/{lock}.txt ...")
        command = [str(PYTHON), "-m", "uv", "pip", "compile", "--quiet", "--no-config", "--upgrade"]
        # "fewest": one version of a package for every Python where there is one, so that all check the same.
        command += ["--universal", "--python-version", "3.11", "--fork-strategy", "fewest", "--generate-hashes"]
        command += ["--no-header", "--no-annotate", "--no-emit-index-url"]
        command += [*options, "pyproject.toml", "--output-file", f"requirements/{lock}.txt"]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            return 1
    return 0


def parse(arguments: list[str]) -> tuple[str, list[str]]:
    """Split the command line into the command and what is handed through to the program it starts."""
    parser = argparse.ArgumentParser(prog="dev.py", description="Sets everything up, then runs one of these:")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("demo", help="the station beside a ticket service with demo data")
    commands.add_parser("run", help="the station")
    commands.add_parser("test", help="every check; further arguments go to pytest")
    commands.add_parser("lock", help="compile requirements/ anew from pyproject.toml")
    handed_on = arguments[1:]
    command: str = parser.parse_args(arguments[:1]).command
    if command == "lock" and handed_on:
        parser.error(f"lock takes no arguments, but got: {' '.join(handed_on)}")
    return command, handed_on


def main(arguments: list[str]) -> int:
    """Set up what the command needs, then run it; 2 when a person has to act first."""
    if sys.version_info < (3, 11):
        say(f"This needs Python 3.11 or newer, but was started with {sys.version.split()[0]}.")
        return 2
    command, handed_on = parse(arguments)
    try:
        ensure_system(testing=command == "test")
        ensure_environment("dev" if command in {"test", "lock"} else "run")
    except SetupError as error:
        say(str(error))
        return 2
    if command == "test":
        return check_everything(handed_on)
    if command == "lock":
        return compile_locks()
    return start_station(["demo", *handed_on] if command == "demo" else handed_on)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
