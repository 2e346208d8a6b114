"""Photos on tickets: checked by content, kept once by its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, select

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import InvalidError, UnknownError
from ticket_service.rules.photo_content import media_type
from ticket_service.storage.ticket_tables import photo_contents, ticket_photos
from ticket_service.tickets.rights import Act, require
from ticket_service.tickets.ticket import find

MOST_PHOTOS = 10
_LONGEST_NAME = 100


def add_photos(
    connection: Connection, caller: Caller, id_: str, photos: Iterable[tuple[str, bytes]], now: datetime
) -> None:
    """Put photos (name and content) on a ticket; all of them or none. Raises InvalidError, UnknownError."""
    require(caller, Act.WRITE if caller.partner else Act.NOTE)
    here = {photo.sha256 for photo in find(connection, caller, id_).photos}
    for name, content in photos:
        sha256 = hashlib.sha256(content).hexdigest()
        if sha256 in here:
            continue
        shown = "".join(filter(str.isprintable, name))[-_LONGEST_NAME:] or "photo"
        if len(here) >= MOST_PHOTOS:
            raise InvalidError({"photos": f"A ticket takes {MOST_PHOTOS} photos."})
        try:
            kind = media_type(content)
        except ValueError as error:
            raise InvalidError({"photos": f"{shown}: {error}"}) from error
        if connection.execute(select(photo_contents.c.sha256).where(photo_contents.c.sha256 == sha256)).first() is None:
            connection.execute(insert(photo_contents).values(sha256=sha256, media_type=kind, content=content))
        connection.execute(
            insert(ticket_photos).values(ticket=id_, sha256=sha256, name=shown, added_at=now, added_by=caller.user)
        )
        here.add(sha256)


def read_photo(connection: Connection, caller: Caller, id_: str, sha256: str) -> tuple[str, bytes]:
    """Give a photo's media type and content. Raises UnknownError."""
    if sha256 not in {photo.sha256 for photo in find(connection, caller, id_).photos}:
        raise UnknownError("There is no such photo.")
    wanted = select(photo_contents.c.media_type, photo_contents.c.content).where(photo_contents.c.sha256 == sha256)
    row = connection.execute(wanted).one()
    return row.media_type, row.content
