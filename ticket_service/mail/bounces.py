"""Letters that come back: what a delivery report (RFC 3464) says, noted at the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import Message
from typing import Any

from sqlalchemy import Connection

from ticket_service.mail.outbox import bounced

_LETTER = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>\s]+>")
#: A report of more than this is none.
LARGEST = 1024 * 1024
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Report:
    """What a delivery report says: which letter it is about, and why it came back; no reason where it is delayed."""

    letter: str
    failure: str | None


def read_report(content: bytes) -> Report | None:
    """Read a delivery report; None: it is another mail, or about no letter of ours."""
    message = message_from_bytes(content[:LARGEST], policy=policy.compat32)
    status = next(_parts(message, "message/delivery-status"), None)
    letter = _letter_of(message) if status is not None else None
    if status is None or letter is None:
        return None
    failures = [block for block in _blocks(status) if _field(block, "Action").lower() == "failed"]
    return Report(letter, _why(failures[0]) if failures else None)


def note_report(connection: Connection, content: bytes, now: datetime) -> Report | None:
    """Note at the letter what a report says of it; None: nothing could be noted."""
    report = read_report(content)
    if report is None:
        return None
    if report.failure is not None and not bounced(connection, report.letter, report.failure, now):
        return None
    return report


def _letter_of(message: Message[Any, Any]) -> str | None:
    """Find our letter's Message-ID in what the report gives back of it: the whole letter, or its headers alone."""
    returned = [block for part in _parts(message, "message/rfc822") for block in _blocks(part)]
    for part in _parts(message, "text/rfc822-headers"):
        headers = part.get_payload(decode=True)
        returned += [message_from_bytes(headers)] if isinstance(headers, bytes) else []
    found = (_LETTER.search(_field(each, "Message-ID")) for each in returned)
    return next((match[1] for match in found if match), None)


def _parts(message: Message[Any, Any], kind: str) -> Iterator[Message[Any, Any]]:
    return (part for part in message.walk() if part.get_content_type() == kind)


def _blocks(part: Message[Any, Any]) -> list[Message[Any, Any]]:
    payload = part.get_payload()
    return [block for block in payload if isinstance(block, Message)] if isinstance(payload, list) else []


def _why(block: Message[Any, Any]) -> str:
    said = (_field(block, "Status"), _field(block, "Diagnostic-Code"))
    return (" ".join(filter(None, said)) or "It came back without a reason.")[:_LONGEST]


def _field(block: Message[Any, Any], name: str) -> str:
    """Give a header as one line of text; what came is anybody's."""
    return " ".join("".join(c if c.isprintable() else " " for c in str(block.get(name, ""))).split())
