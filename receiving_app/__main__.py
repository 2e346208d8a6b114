"""The command line: opens the window, or does one job in the terminal."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from receiving_app.settings import DataKind, Settings, SettingsError, load

#: What shells report for programs that these signals ended.
_INTERRUPTED, _PIPE_CLOSED = 130, 141

_DESCRIPTION = """\
The receiving station: reads the RMA number on a returned package's label, judges it and records it.
Without a command it opens the window."""

_EXIT_CODES = """\
exit codes: 0 done; 1 some files gave nothing, or are no pictures; 2 asked for something impossible,
or the settings are wrong; 3 the data folder can't be used (another program has it, or it is no station's)."""

_EXAMPLES = """\
examples:
  receiving-app                                      open the window
  receiving-app read label.png                       say what the barcodes on a picture are
  receiving-app read --json photos/*.jpg             the same for programs, one object a line
  receiving-app receive label.png                    receive the package: read, judge, record, report
  receiving-app sheet commands.pdf                   the command bar codes, to print for the dock
  receiving-app sheet plates.pdf --plates 50         licence plates, to print ahead
  receiving-app enrol ACDE-FGHJ-KMNP                 bring this station in at the ticket service
  receiving-app verify                               check that nobody has changed the journal
  receiving-app export journal.jsonl                 write the journal for others to check
  receiving-app evidence LPN-DOCK-1-0000017 --to .   write a case's PDF and originals
  receiving-app demo                                 try everything with made-up data"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a file's name or a word that the terminal can't show
    try:
        return _run(options)
    except SettingsError as error:
        return _refuse(str(error), 2)
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(options: argparse.Namespace) -> int:
    # Each command imports what it needs: the window must not wait for what only the terminal uses.
    if options.command == "read":
        from receiving_app.terminal.read import read

        return read(options.paths, as_json=options.json)
    if options.command == "demo":
        from receiving_app.demo import demo

        if options.window == "yes":
            _need_display()
        return demo(screenshots=options.screenshots, window=options.window)
    if options.command == "sheet":
        return _sheet(options, _settings(options))
    if options.command == "verify" and options.file is not None:
        from receiving_app.terminal.proof import verify_file

        return verify_file(options.file, options.key, options.also)
    settings = _settings(options)
    if options.command in {"verify", "export", "evidence"}:
        return _proof(options, settings)
    if options.command == "receive":
        return _receive(options, settings)
    if options.command == "enrol":
        from receiving_app.terminal.enrol import enrol

        return enrol(options.code, settings)
    _need_display()
    from receiving_app.start import run_window

    return run_window(settings)


def _proof(options: argparse.Namespace, settings: Settings) -> int:
    from receiving_app.storage.store import StoreError
    from receiving_app.terminal.proof import evidence, export, verify_memory

    try:
        if options.command == "evidence":
            return evidence(settings, options.thing, options.to)
        return verify_memory(settings) if options.command == "verify" else export(settings, options.file)
    except StoreError as error:
        return _refuse(str(error), 3)


def _sheet(options: argparse.Namespace, settings: Settings) -> int:
    from receiving_app.qt.instance import FolderInUseError, FolderLock, FolderUnusableError
    from receiving_app.storage.store import StoreError
    from receiving_app.terminal.sheet import badges, licence_plates, sheet

    paper = options.paper or settings.paper
    if options.badges is not None:
        return badges(options.file, options.badges, paper)
    if options.plates is None:
        return sheet(options.file, paper)
    try:
        with FolderLock(settings.data_folder):
            return licence_plates(options.file, options.plates, settings)
    except (FolderInUseError, FolderUnusableError, StoreError) as error:
        return _refuse(str(error), 3)


def _receive(options: argparse.Namespace, settings: Settings) -> int:
    from receiving_app.logs import start_log
    from receiving_app.qt.instance import FolderInUseError, FolderLock, FolderUnusableError
    from receiving_app.storage.store import StoreError
    from receiving_app.terminal.receive import receive

    if options.at is not None and settings.data_kind is DataKind.LIVE:
        raise SettingsError("--at is for demo and practice data only: real packages arrive when they arrive.")
    try:
        with FolderLock(settings.data_folder):
            start_log(settings.data_folder)
            return receive(options.paths, settings, at=options.at, as_json=options.json)
    except (FolderInUseError, FolderUnusableError, StoreError) as error:
        return _refuse(str(error), 3)


def _need_display() -> None:
    from receiving_app.qt.display import can_open_window

    if not can_open_window():
        raise SettingsError("There is no display to open a window on. In a terminal use: receiving-app receive PATH.")


def _settings(options: argparse.Namespace) -> Settings:
    settings = load(options.settings)
    return replace(settings, data_folder=options.data_folder) if options.data_folder else settings


def _refuse(sentence: str, code: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="receiving-app",
        description=_DESCRIPTION,
        epilog=f"{_EXAMPLES}\n\n{_EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_settings(parser)
    commands = parser.add_subparsers(dest="command", title="commands", metavar="")
    read = _command(commands, "read", "print what the barcodes on label pictures say; no database, no service")
    _add_paths(read)
    receive = _command(commands, "receive", "receive a package for each label picture: read, judge, record, report")
    _add_paths(receive)
    _add_settings(receive, again=True)
    receive.add_argument(
        "--at",
        type=_time,
        metavar="TIME",
        help="receive as of this time, such as 2026-11-16T23:59-06:00 (practice only)",
    )
    sheet = _command(commands, "sheet", "write the command bar codes, badges or licence plates as a PDF")
    sheet.add_argument("file", type=Path, metavar="FILE", help="where to write it; an older one is replaced")
    sheet.add_argument("--paper", choices=("letter", "a4"), help="the settings' if not said otherwise")
    instead = sheet.add_mutually_exclusive_group()
    instead.add_argument("--badges", type=Path, metavar="PEOPLE", help="badges, from a CSV file: name,role,badge")
    instead.add_argument("--plates", type=int, metavar="COUNT", help="a roll of licence plates, printed ahead")
    _add_settings(sheet, again=True)
    verify = _command(commands, "verify", "check that nobody has changed the journal; exit code 1 where somebody has")
    verify.add_argument("file", type=Path, nargs="?", metavar="FILE", help="an exported journal; without it our own")
    verify.add_argument("--key", metavar="HEX", help="the ticket service's public key, from someone you trust")
    verify.add_argument(
        "--also", type=Path, action="append", default=[], metavar="FILE", help="an earlier export of the same station"
    )
    _add_settings(verify, again=True)
    export = _command(commands, "export", "write the whole journal to a file that can be checked anywhere")
    export.add_argument("file", type=Path, metavar="FILE", help="where to write it; an older one is replaced")
    _add_settings(export, again=True)
    enrol = _command(commands, "enrol", "bring this station in at the ticket service, by an administrator's code")
    enrol.add_argument("code", metavar="CODE", help="as the portal shows it under Stations, such as ACDE-FGHJ-KMNP")
    _add_settings(enrol, again=True)
    evidence = _command(commands, "evidence", "write what proves a case: a PDF to show, and a ZIP with the originals")
    evidence.add_argument("thing", metavar="CASE", help="a package's plate, an item's label, or an RMA's number")
    evidence.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="where to write both")
    _add_settings(evidence, again=True)
    demo = _command(commands, "demo", "start the station beside a ticket service with made-up data")
    demo.add_argument(
        "--screenshots",
        type=Path,
        metavar="FOLDER",
        default=Path("demo-screenshots"),
        help="where the pictures of the screen go without a display (demo-screenshots)",
    )
    demo.add_argument(
        "--window", choices=("auto", "yes", "no"), default="auto", help="open a window (auto: where there is a display)"
    )
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name, help=text, description=text, epilog=_EXIT_CODES, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def _add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a picture of a label")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _add_settings(parser: argparse.ArgumentParser, *, again: bool = False) -> None:
    default = argparse.SUPPRESS if again else None
    parser.add_argument("--settings", type=Path, metavar="FILE", default=default, help="the settings file to use")
    parser.add_argument(
        "--data-folder", type=Path, metavar="FOLDER", default=default, help="where this station keeps its memory"
    )


def _time(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no time; write it like 2026-11-16T23:59-06:00") from None
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{text!r} lacks its offset; write it like 2026-11-16T23:59-06:00")
    return moment.astimezone(UTC)


if __name__ == "__main__":
    sys.exit(main())
