"""How a site names its mail server: options of the command line, the password in a file or the environment."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine

from ticket_service.mail.posting import Pace
from ticket_service.mail.sending import Mailer
from ticket_service.mail.server import ServerError, server_from

#: The environment's name for the mail server's password.
PASSWORD = "TICKET_SERVICE_MAIL_PASSWORD"  # noqa: S105 - a name, not a secret


def add_mail_options(parser: argparse.ArgumentParser) -> None:
    """Add what is asked of mail to a command line."""
    mail = parser.add_argument_group("letters", f"the password of --mail is read from its file or from {PASSWORD}")
    mail.add_argument("--mail", metavar="SMTP", help="server, such as smtp://user@host:587; without it letters wait")
    mail.add_argument("--mail-from", metavar="SENDER", help="sender, such as 'Support <support@example.com>'")
    mail.add_argument("--mail-password-file", type=Path, metavar="FILE", help="file that holds the password alone")
    mail.add_argument(
        "--mail-quiet",
        type=_minutes,
        default=2,
        metavar="MINUTES",
        help="so long a ticket is quiet before its letter is written, at most five times that (%(default)s)",
    )


def mailer_of(options: argparse.Namespace, engine: Engine, url: str, clock: Callable[[], datetime]) -> Mailer | None:
    """Build what sends letters; None: no server is named. Raise `ServerError`."""
    if not options.mail:
        return None
    if not options.mail_from:
        raise ServerError("Name the sender of letters: --mail-from 'Support <support@example.com>'")
    return Mailer(engine, server_from(options.mail, options.mail_from, _password(options)), url, clock)


def pace_of(options: argparse.Namespace) -> Pace:
    """Give how long updates wait for each other."""
    quiet = timedelta(minutes=options.mail_quiet)
    return Pace(quiet, 5 * quiet)


def _password(options: argparse.Namespace) -> str:
    file: Path | None = options.mail_password_file
    if file is None:
        return os.environ.get(PASSWORD, "")
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError) as error:
        raise ServerError(f"The mail server's password cannot be read from {file} ({error})") from error


def _minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = -1
    if not 0 <= minutes <= 60:
        raise argparse.ArgumentTypeError("the quiet time is 0 to 60 minutes")
    return minutes
