"""What people send: texts and files by field, each fault kept beside its field, and proof that the form was ours."""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from ticket_service.accounts.refusals import InvalidError, RefusalError
from ticket_service.portal.visit import Visit, visit_of

#: Enough for long texts and pasted lists; forms with files name their own limit.
_MOST_BYTES = 1024 * 1024
_MOST_FIELDS = 2000
_KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")


class ForeignFormError(Exception):
    """The form was not made for this session: it is old, or another site's."""


class Form:
    """A form as it was filled in, and what is wrong with it."""

    def __init__(
        self,
        values: Mapping[str, Sequence[str]] | None = None,
        files: Mapping[str, Sequence[UploadFile]] | None = None,
    ) -> None:
        self._values = values or {}
        self._files = files or {}
        self.faults: dict[str, str] = {}
        self.sentence = ""

    @classmethod
    def filled(cls, **values: str) -> Form:
        """Make a form that shows these values."""
        return cls({name: [value] for name, value in values.items()})

    def value(self, name: str) -> str:
        """Give a field's text as it was sent, to be shown again."""
        return next(iter(self._values.get(name, [])), "")

    def put(self, name: str, value: str) -> None:
        """Show this in a field from now on."""
        self._values = {**self._values, name: [value]}

    def values(self, name: str) -> list[str]:
        """Give every text sent under this name, such as the boxes that were ticked."""
        return list(self._values.get(name, []))

    def firsts(self) -> dict[str, str]:
        """Give the first text of every field."""
        return {name: texts[0] for name, texts in self._values.items() if texts}

    def files(self, name: str) -> list[UploadFile]:
        """Give the files chosen in a field."""
        return list(self._files.get(name, []))

    def text(self, name: str, most: int, needed: str = "") -> str:
        """Read a text of at most `most` characters, trimmed; `needed` is what to say when it is empty."""
        text = self.value(name).replace("\r\n", "\n").strip()
        if not text and needed:
            self.fault(name, needed)
        if len(text) > most:
            self.fault(name, f"Use at most {most} characters; this has {len(text)}.")
        if not all(sign.isprintable() or sign in "\n\t\u200d" for sign in text):
            self.fault(name, "This text has characters that cannot be shown; type it again.")
        return text

    def line(self, name: str, most: int, needed: str = "") -> str:
        """Read a text that has one line."""
        text = self.text(name, most, needed)
        if "\n" in text or "\t" in text:
            self.fault(name, "Use one line.")
        return text

    def choice(self, name: str, known: Sequence[str]) -> str:
        """Read one of the values that the form offers."""
        chosen = self.value(name)
        if chosen not in known:
            self.fault(name, "Choose one of these.")
        return chosen

    def number(self, name: str) -> int:
        """Read a number that the page itself put into the form, such as a `rev`. Raises ForeignFormError."""
        digits = self.value(name)
        if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
            raise ForeignFormError
        return int(digits)

    def ticked(self, name: str) -> bool:
        """Say whether a box is ticked."""
        return self.value(name) == "yes"

    def fault(self, name: str, sentence: str) -> None:
        """Keep what is wrong with a field; the first fault stays."""
        self.faults.setdefault(name, sentence)

    def refuse(self, refusal: RefusalError) -> None:
        """Show why an act was not done: at its fields, or above the form."""
        if isinstance(refusal, InvalidError):
            for name, sentence in refusal.faults.items():
                self.fault(name, sentence)
        else:
            self.sentence = str(refusal)

    @property
    def is_good(self) -> bool:
        """Say whether nothing is wrong so far."""
        return not self.faults and not self.sentence

    @property
    def key(self) -> str:
        """Give the key under which this form makes one thing, however often it is sent."""
        key = self.value("key")
        return key if _KEY.fullmatch(key) else secrets.token_urlsafe(16)


def form_of(most_bytes: int = _MOST_BYTES) -> Callable[..., AsyncIterator[Form]]:
    """Make the dependency that reads a form of at most so many bytes, files included."""

    async def read(request: Request, visit: Annotated[Visit, Depends(visit_of)]) -> AsyncIterator[Form]:
        _refuse_large(request, most_bytes)
        async with request.form(max_fields=_MOST_FIELDS, max_files=100, max_part_size=_MOST_BYTES) as sent:
            names = set(sent.keys())
            texts = {name: [part for part in sent.getlist(name) if isinstance(part, str)] for name in names}
            files = {name: [part for part in sent.getlist(name) if isinstance(part, UploadFile)] for name in names}
            form = Form(texts, files)
            if not hmac.compare_digest(form.value("csrf").encode(), visit.csrf.encode()):
                raise ForeignFormError
            yield form

    return read


#: A form without large files.
Sent = Annotated[Form, Depends(form_of())]


def _refuse_large(request: Request, most_bytes: int) -> None:
    length = request.headers.get("Content-Length", "")
    if not length.isdigit():
        raise HTTPException(411)
    if int(length) > most_bytes:
        raise HTTPException(413)
