"""A real mail server that keeps what it is given, and fails where a test says so."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

OK = "250 kept"
#: Instead of an answer: the line is cut, or nothing is ever said.
CUT, SILENT = "cut", "silent"


@dataclass
class Sink:
    """What the server says at each step, by letter, and what it has confirmed; the texts are SMTP answers."""

    on_sender: Callable[[str], str] = lambda _address: "250 OK"
    on_recipient: Callable[[str], str] = lambda _address: "250 OK"
    on_begin: Callable[[str], str] = lambda _address: OK
    on_content: Callable[[str], str] = lambda _address: OK
    confirmed: list[EmailMessage] = field(default_factory=list)
    #: Given whole, though the sender may never have heard that it was.
    taken: list[EmailMessage] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    port: int = 0

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = await _said(server, self.on_sender(address))
        if answer.startswith("250"):
            envelope.mail_from, envelope.mail_options = address, options
        return answer

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        answer = await _said(server, self.on_recipient(address))
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - likewise
        content = envelope.content
        assert isinstance(content, bytes)
        message = message_from_bytes(content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.encrypted.append(session.ssl is not None)
        said = self.on_content(envelope.rcpt_tos[0])
        if said in {OK, CUT, SILENT}:
            self.taken.append(message)
        answer = await _said(server, said)
        if answer.startswith("250"):
            self.confirmed.append(message)
        return answer

    def ids(self) -> list[str]:
        """Name every letter that was taken, as often as it was."""
        return [str(message["Message-ID"]) for message in self.taken]


class _Server(SMTP):
    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - aiosmtpd's name
        sink = self.event_handler
        assert isinstance(sink, Sink)
        envelope = self.envelope
        recipients = envelope.rcpt_tos if envelope is not None else []
        said = sink.on_begin(recipients[0]) if recipients else OK
        if said != OK:
            answer = await _said(self, said)
            if answer != CUT:
                await self.push(answer)
            return
        await super().smtp_DATA(arg)


async def _said(server: SMTP, answer: str) -> str:
    transport = server.transport
    assert transport is not None
    if answer == SILENT:
        await asyncio.Event().wait()
    if answer == CUT:
        assert isinstance(transport, asyncio.WriteTransport)
        transport.abort()
    return answer


def _let_in(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
    good = data.login == b"desk" and data.password == b"right"
    return AuthResult(success=good, handled=False)


@contextmanager
def running(sink: Sink, context: ssl.SSLContext | None = None, login: bool = False) -> Iterator[Sink]:
    """Let the server run while the `with` block lasts; with a context it asks for STARTTLS."""
    more: dict[str, Any] = {"authenticator": _let_in, "auth_required": True} if login else {}
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="mail-sink")
    thread.start()

    def served() -> SMTP:
        return _Server(
            sink, enable_SMTPUTF8=True, tls_context=context, require_starttls=context is not None, loop=loop, **more
        )

    try:
        listening = loop.create_server(served, "127.0.0.1", 0)
        server = asyncio.run_coroutine_threadsafe(listening, loop).result()
        sink.port = server.sockets[0].getsockname()[1]
        yield sink
        asyncio.run_coroutine_threadsafe(_ended(server), loop).result()
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _ended(server: asyncio.Server) -> None:
    """Close the server, and whatever still waits on one of its lines."""
    server.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
