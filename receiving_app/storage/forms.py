"""Frozen values to JSON and back: the one form in which the station keeps them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

T = TypeVar("T")


def to_json(value: object) -> str:
    """Give a frozen value as JSON text."""
    return msgspec.json.encode(value, order="deterministic").decode()


def from_json(form: type[T], text: str | bytes) -> T:
    """Give back the value that `to_json` wrote; raise `ValueError` where the text doesn't fit the form."""
    return msgspec.json.decode(text, type=form)


def to_plain(value: object) -> object:
    """Give a frozen value as JSON's own types."""
    plain: object = msgspec.to_builtins(value, str_keys=True, order="deterministic")
    return plain


def from_plain(form: type[T], plain: object) -> T:
    """Give back the value that `to_plain` wrote; raise `ValueError` where it doesn't fit the form."""
    return msgspec.convert(plain, form)


def utc_text(moment: datetime) -> str:
    """Give a time as the columns hold it that SQL compares as text: always in UTC."""
    return moment.astimezone(UTC).isoformat()


def canonical(plain: object) -> bytes:
    """Give the one way to write JSON that hashes are taken over: sorted keys, no white space, UTF-8."""
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()
