"""A letter as the message that travels: its headers, and both of its texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from ticket_service.accounts.users import normal_email
from ticket_service.mail.letter_text import stop_link

#: Nothing but ASCII travels, so that every server between can carry it; only a wide address needs more.
_NARROW = SMTP.clone(cte_type="7bit")
_WIDE = _NARROW.clone(utf8=True)

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class UnsendableError(Exception):
    """No message can be made of a letter; the message says why."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """A letter as it is handed to the server: the message's bytes, and whether the address needs SMTPUTF8."""

    to: str
    content: bytes
    wide: bool


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is known of a letter when it is sent; `id` names it for ever, however often it is handed over."""

    id: str
    to: str
    name: str
    subject: str
    text: str
    html: str | None
    ticket: str | None
    stop: str | None
    created_at: datetime


def message_id(id_: str, sender: Address) -> str:
    """Name a letter as mail servers do; the same letter has the same name each time that it is sent."""
    return f"<{id_}@{sender.domain}>"


def enveloped(letter: Outgoing, sender: Address, url: str) -> Envelope:
    """Make the message of a letter. Raise `UnsendableError` where its address is none."""
    if normal_email(letter.to) is None:
        raise UnsendableError(f"{letter.to} is no e-mail address")
    user, _, domain = letter.to.rpartition("@")
    wide = not letter.to.isascii()
    message = EmailMessage(policy=_WIDE if wide else _NARROW)
    message["From"] = sender
    message["To"] = Address(_line(letter.name), user, domain)
    message["Subject"] = _line(letter.subject)
    message["Date"] = format_datetime(letter.created_at)
    message["Message-ID"] = message_id(letter.id, sender)
    # RFC 3834: nobody's out-of-office answers this.
    message["Auto-Submitted"] = "auto-generated"
    if letter.ticket:
        # Mail programs show the letters of a ticket together.
        message["References"] = f"<ticket.{_word(letter.ticket)}@{sender.domain}>"
    if letter.stop:
        message["List-Id"] = f"<copies.{sender.domain}>"
        message["List-Unsubscribe"] = f"<{stop_link(url, letter.stop)}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(letter.text)
    if letter.html is not None:
        message.add_alternative(letter.html, subtype="html")
    return Envelope(letter.to, bytes(message), wide)


def _line(text: str) -> str:
    """Make one line of a text, so that nothing in it becomes a header of its own."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def _word(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9.-]", "-", text)
