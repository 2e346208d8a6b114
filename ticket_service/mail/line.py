"""One connection to the mail server, and the handing over of letters on it."""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from contextlib import suppress

from ticket_service.mail.claims import Answered
from ticket_service.mail.message import Envelope
from ticket_service.mail.outbox import State
from ticket_service.mail.server import MailServer, connected

#: So much of a server's answer is kept.
_LONGEST_ANSWER = 500
_CLOSING = 421


class TroubleError(Exception):
    """The server cannot be spoken to, or takes nothing in our name; no letter is to blame."""


class Line:
    """A connection that is opened for the first letter, and anew after a break."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._smtp: smtplib.SMTP | None = None

    def hand_over(self, envelope: Envelope, ready: Callable[[], bool]) -> Answered | None:
        """Hand a letter over; `ready` is asked before its content goes, and None given where it says no.

        Raise `TroubleError`.
        """
        smtp = self._opened()
        if envelope.wide and not smtp.has_extn("smtputf8"):
            return Answered(State.BOUNCED, f"The mail server takes no address such as {envelope.to}.")
        begun = False
        try:
            refused = self._addressed(smtp, envelope)
            if refused is None and ready():
                begun = True
                return self._given(smtp, envelope.content)
            self._start_over(smtp)
        except OSError as error:
            self._break()
            return Answered(State.WAITING, _words(error), doubtful=begun)
        return refused

    def hang_up(self) -> None:
        """End the connection politely."""
        if self._smtp is not None:
            with suppress(OSError):
                self._smtp.quit()
            self._break()

    def _opened(self) -> smtplib.SMTP:
        if self._smtp is None:
            try:
                self._smtp = connected(self._server)
            except OSError as error:
                raise TroubleError(_words(error)) from error
        return self._smtp

    def _addressed(self, smtp: smtplib.SMTP, envelope: Envelope) -> Answered | None:
        """Name sender and recipient; give why the recipient was refused."""
        code, words = smtp.mail(self._server.sender.addr_spec, ("SMTPUTF8",) if envelope.wide else ())
        if code // 100 != 2:
            self._break()
            raise TroubleError(_answer(code, words))
        code, words = smtp.rcpt(envelope.to)
        return None if code // 100 == 2 else _refused(code, words, State.BOUNCED)

    def _given(self, smtp: smtplib.SMTP, content: bytes) -> Answered:
        try:
            code, words = smtp.data(content)
        except smtplib.SMTPDataError as error:  # refused before any of the content went
            self._start_over(smtp)
            return _refused(error.smtp_code, error.smtp_error, State.FAILED)
        if code // 100 == 2:
            return Answered(State.SENT, _answer(code, words))
        self._start_over(smtp)
        return _refused(code, words, State.FAILED)

    def _start_over(self, smtp: smtplib.SMTP) -> None:
        """Leave a letter that did not go; a server that closes is asked again later."""
        try:
            code, _ = smtp.rset()
        except OSError:
            code = _CLOSING
        if code // 100 != 2:
            self._break()

    def _break(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None


def _refused(code: int, words: bytes | str, for_ever: State) -> Answered:
    return Answered(for_ever if code // 100 == 5 else State.WAITING, _answer(code, words))


def _answer(code: int, words: bytes | str) -> str:
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return f"{code} {' '.join(said.split())}"[:_LONGEST_ANSWER]


def _words(error: OSError) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _answer(error.smtp_code, error.smtp_error)
    return f"{error}"[:_LONGEST_ANSWER] or type(error).__name__
