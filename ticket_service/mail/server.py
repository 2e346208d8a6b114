"""The mail server that letters are handed to: its settings, and a connection that is safe to speak on."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.headerregistry import Address
from email.utils import parseaddr
from urllib.parse import parse_qs, unquote, urlsplit

#: Seconds that the server may take for one answer.
PATIENCE = 30.0


class ServerError(Exception):
    """Settings that name no server; the message says what to write."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where letters go and in whose name.

    `tls` is `start` (the connection turns to TLS first), `whole` (it is TLS from its first byte) or `none`, for a
    server on this machine. Without `user` nobody logs in.
    """

    host: str
    port: int
    sender: Address
    tls: str = "start"
    user: str = ""
    password: str = ""
    patience: float = PATIENCE


def server_from(url: str, sender: str, password: str = "") -> MailServer:
    """Read settings such as `smtp://support@mail.example:587`; `smtps://` is TLS at once, `?tls=none` none at all.

    `sender` is an address with its name. Raise `ServerError`.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ServerError(f"{url} names no mail server; write it as smtp://user@host:587 or smtps://user@host:465")
    if parts.password:
        raise ServerError("Keep the mail server's password out of its address; give it in a file or the environment")
    whole = parts.scheme == "smtps"
    try:
        port = parts.port or (465 if whole else 587)
    except ValueError as error:
        raise ServerError(f"{url} has no port between 1 and 65535") from error
    plain = parse_qs(parts.query).get("tls") == ["none"]
    return MailServer(
        host=parts.hostname,
        port=port,
        sender=_address(sender),
        tls="whole" if whole else "none" if plain else "start",
        user=unquote(parts.username or ""),
        password=password,
    )


def connected(server: MailServer) -> smtplib.SMTP:
    """Connect, turn to TLS and log in. Raise `OSError`, which smtplib's own errors are."""
    context = None if server.tls == "none" else ssl.create_default_context()
    if server.tls == "whole":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=server.patience, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=server.patience)
    try:
        if server.tls == "start":
            smtp.starttls(context=context)
        smtp.ehlo_or_helo_if_needed()
        if server.user:
            smtp.login(server.user, server.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _address(sender: str) -> Address:
    name, spec = parseaddr(sender)
    try:
        address = Address(name, addr_spec=spec)
    except (ValueError, IndexError) as error:
        raise ServerError(f"{sender} is no sender; write it as Support <support@host.example>") from error
    if not address.username or not address.domain or not spec.isascii():
        raise ServerError(f"{sender} is no sender; write it as Support <support@host.example>")
    return address
