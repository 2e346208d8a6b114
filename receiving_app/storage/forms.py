"""Frozen values to JSON and back: the one form in which the station keeps them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")

_adapters: dict[type, TypeAdapter[Any]] = {}


def to_json(value: object) -> str:
    """Give a frozen value as JSON text."""
    return _adapter(type(value)).dump_json(value).decode()


def from_json(form: type[T], text: str | bytes) -> T:
    """Give back the value that `to_json` wrote; raise `ValueError` where the text doesn't fit the form."""
    value: T = _adapter(form).validate_json(text)
    return value


def to_plain(value: object) -> object:
    """Give a frozen value as JSON's own types."""
    return _adapter(type(value)).dump_python(value, mode="json")


def from_plain(form: type[T], plain: object) -> T:
    """Give back the value that `to_plain` wrote; raise `ValueError` where it doesn't fit the form."""
    value: T = _adapter(form).validate_python(plain)
    return value


def utc_text(moment: datetime) -> str:
    """Give a time as the columns hold it that SQL compares as text: always in UTC."""
    return moment.astimezone(UTC).isoformat()


def canonical(plain: object) -> bytes:
    """Give the one way to write JSON that hashes are taken over: sorted keys, no white space, UTF-8."""
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def _adapter(form: type) -> TypeAdapter[Any]:
    """Give the adapter of a form; building one takes milliseconds, so each is built once."""
    adapter = _adapters.get(form)
    if adapter is None:
        adapter = _adapters[form] = TypeAdapter(form)
    return adapter
