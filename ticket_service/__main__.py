"""The service's command line: serve, and what its administrator does without the portal."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from ticket_service import logs
from ticket_service.accounts.refusals import RefusalError
from ticket_service.accounts.staff import first_admin
from ticket_service.accounts.station_tokens import issue_token, revoke_tokens
from ticket_service.accounts.stations import NAME, NAME_RULE
from ticket_service.accounts.users import normal_email
from ticket_service.app import openapi
from ticket_service.demo import demo_accounts, load_demo
from ticket_service.mail.bounces import LARGEST, note_report
from ticket_service.mail.options import add_mail_options, mailer_of, pace_of
from ticket_service.mail.outbox import doubt_open
from ticket_service.mail.sender import Sender, run_once
from ticket_service.mail.server import ServerError
from ticket_service.portal.letters import link as password_link
from ticket_service.processes import DATABASE, serve
from ticket_service.serving import listen
from ticket_service.storage.engines import StoreError
from ticket_service.storage.store import UnavailableError, begin_new_epoch, open_store, writing

_DEMO_DATA = Path(__file__).parent.parent / "resources" / "demo" / "service.json"


class UsageError(Exception):
    """Asked for something impossible; the message says what."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 done, 2 asked for something impossible."""
    options = _parser().parse_args(arguments)
    if options.command == "openapi":
        _say(openapi_text())
        return 0
    try:
        engine = open_store(options.database)
        try:
            return _run(options, engine)
        finally:
            engine.dispose()
    except (StoreError, ServerError, UsageError, RefusalError, UnavailableError) as error:
        sys.stderr.write(f"{error}\n")
        return 2


def openapi_text() -> str:
    """Write the contract as it is kept in docs/openapi.json."""
    return json.dumps(openapi(), indent=2, ensure_ascii=False)


def _run(options: argparse.Namespace, engine: Engine) -> int:
    if options.command == "token":
        with writing(engine) as connection:
            _say(issue_token(connection, options.station, _now()))
    elif options.command == "revoke":
        with writing(engine) as connection:
            revoked = revoke_tokens(connection, options.station, _now())
        _say(f"{options.station}: {revoked} revoked")
    elif options.command == "restored":
        with writing(engine) as connection:
            begin_new_epoch(connection)
            doubt_open(connection)
        _say("Stations will rebuild what they keep of this service, and send again what it lost.")
    elif options.command == "admin":
        with writing(engine) as connection:
            told = first_admin(connection, options.email, _now())
        _say(f"Choose a password here, within a week: {password_link(_url(options), told)}")
    elif options.command == "send-mail":
        return _send_mail(engine, options)
    elif options.command == "bounce":
        return _note_bounce(engine)
    else:
        _serve(engine, options)
    return 0


def _send_mail(engine: Engine, options: argparse.Namespace) -> int:
    """Send what is due, once; 1: the server took nothing."""
    mailer = mailer_of(options, engine, _url(options), _now)
    if mailer is None:
        raise UsageError("Name the mail server: --mail smtp://user@host:587")
    done = run_once(mailer, pace_of(options))
    told = ", ".join(f"{state.value} {count}" for state, count in done.became.items())
    _say(told or "Nothing was due.")
    if done.trouble:
        sys.stderr.write(f"Letters wait: {done.trouble}\n")
    return 1 if done.trouble else 0


def _note_bounce(engine: Engine) -> int:
    """Note the delivery report on standard input at its letter; 1: it is about none."""
    with writing(engine) as connection:
        report = note_report(connection, sys.stdin.buffer.read(LARGEST), _now())
    if report is None:
        sys.stderr.write("This is no delivery report about a letter of this service; nothing was noted.\n")
        return 1
    _say(f"{report.letter}: {report.failure or 'delayed; it may still arrive'}")
    return 0


def _serve(engine: Engine, options: argparse.Namespace) -> None:
    """Serve until stopped; the demo also gets a token, since nobody has enrolled its station."""
    if options.demo:
        _load(engine, options.demo)
    try:
        listener = listen(options.host, options.port)
    except OSError as error:
        raise UsageError(f"cannot listen on {options.host}:{options.port} ({error}); name another port") from error
    with listener:
        host, port = listener.getsockname()[:2]
        url = _url(options, port)
        mailer = mailer_of(options, engine, url, _now)
        _say(f"The ticket service answers on http://{host}:{port} (Ctrl+C ends it).")
        if options.demo:
            with writing(engine) as connection:
                _say(f"Token for the demo's station DOCK-1: {issue_token(connection, 'DOCK-1', _now())}")
                for told in demo_accounts(connection, _now()):
                    _say(f"The portal as {told.email}: choose a password at {password_link(url, told)}")
        if mailer is None:
            _say("No mail server is named (--mail): letters wait.")
        sys.stdout.flush()
        sender = nullcontext() if mailer is None else Sender(mailer, pace_of(options))
        with sender:
            serve(listener, options.database, url, options.workers, logs.config(options.log))


def _url(options: argparse.Namespace, port: int | None = None) -> str:
    """Give the address that people reach the service by, without a slash at its end."""
    url: str = options.url or f"http://{options.host}:{port or options.port}"
    return url.rstrip("/")


def _load(engine: Engine, file: Path) -> None:
    try:
        load_demo(engine, json.loads(file.read_text(encoding="utf-8")), _now())
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"The demo data in {file} cannot be read: {error!r}") from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ticket_service", description=__doc__)
    parser.add_argument(
        "--database",
        default=os.environ.get(DATABASE, "ticket-service.db"),
        metavar="FILE | postgresql://…",
        help=f"made or brought up to date where needed; else what ${DATABASE} says, else ticket-service.db",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8080, help="port to listen on (%(default)s)")
    parser.add_argument("--url", type=_web_address, help="how people reach it, for links in letters (https://…)")
    parser.add_argument("--workers", type=_workers, default=1, help="processes that serve (%(default)s)")
    parser.add_argument("--log", choices=logs.FORMS, default="text", help="how the log is written (%(default)s)")
    parser.add_argument(
        "--demo",
        type=Path,
        nargs="?",
        const=_DEMO_DATA,
        metavar="FILE",
        help="load demo data first, with its dates counted from today",
    )
    add_mail_options(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="instead of serving")
    token = commands.add_parser("token", help="make a new token for a station and show it, this once")
    token.add_argument("station", type=_station)
    revoke = commands.add_parser("revoke", help="revoke every token of a station")
    revoke.add_argument("station", type=_station)
    admin = commands.add_parser("admin", help="make an administrator, or let one begin anew; shows a link, this once")
    admin.add_argument("email", type=_email)
    commands.add_parser("send-mail", help="write and send the letters that are due, once")
    commands.add_parser("bounce", help="note the delivery report on standard input at its letter")
    commands.add_parser("restored", help="say that the database came from a backup, before it is served again")
    commands.add_parser("openapi", help="print the contract as OpenAPI 3.1")
    return parser


def _station(name: str) -> str:
    if NAME.fullmatch(name):
        return name
    raise argparse.ArgumentTypeError(NAME_RULE)


def _workers(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 64:
        return int(text)
    raise argparse.ArgumentTypeError("from 1 to 64 processes serve")


def _email(text: str) -> str:
    email = normal_email(text)
    if email is None:
        raise argparse.ArgumentTypeError("an e-mail address looks like dana@example.com")
    return email


def _web_address(text: str) -> str:
    if re.fullmatch(r"https?://[^\s/?#]+/?", text):
        return text
    raise argparse.ArgumentTypeError("the address people use looks like https://returns.example.com")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
