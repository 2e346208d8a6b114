from __future__ import annotations

import io

import pytest
from PIL import Image
from sqlalchemy import func, select

from tests.ticket_service.desk import OTHER, PARTNER, SUPPORT, Desk, nothing_stored
from ticket_service.accounts.refusals import InvalidError, UnknownError
from ticket_service.storage.store import reading
from ticket_service.storage.ticket_tables import photo_contents
from ticket_service.tickets.photos import MOST_PHOTOS, add_photos, read_photo


def photo(shade: int = 0) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (8, 8), (shade, 0, 0)).save(content, "JPEG")
    return content.getvalue()


def test_a_photo_is_kept_once_however_often_it_is_added(desk: Desk) -> None:
    one, other = desk.opened("K-1"), desk.opened("K-2")
    for id_ in (one, one, other):
        desk.do(add_photos, PARTNER, id_, [("lens.jpg", photo())])

    (kept,) = desk.ticket(one).photos
    assert desk.ask(read_photo, PARTNER, one, kept.sha256) == ("image/jpeg", photo())
    with reading(desk.engine) as connection:
        assert connection.execute(select(func.count()).select_from(photo_contents)).scalar_one() == 1


def test_a_ticket_takes_so_many_photos_and_all_of_a_form_or_none(desk: Desk) -> None:
    id_ = desk.opened()

    with nothing_stored(desk), pytest.raises(InvalidError, match="takes 10 photos"):
        desk.do(add_photos, PARTNER, id_, [("a.jpg", photo(shade)) for shade in range(0, 10 * (MOST_PHOTOS + 1), 10)])
    with nothing_stored(desk), pytest.raises(InvalidError, match=r"b\.jpg: This is no complete"):
        desk.do(add_photos, PARTNER, id_, [("a.jpg", photo()), ("b.jpg", b"GIF89a")])


def test_a_photo_of_one_ticket_is_not_reached_through_another(desk: Desk) -> None:
    id_, other = desk.opened("K-1"), desk.opened("K-2", OTHER)
    desk.do(add_photos, SUPPORT, id_, [("lens.jpg", photo())])
    (kept,) = desk.ticket(id_).photos

    for caller, through in ((OTHER, id_), (OTHER, other)):
        with pytest.raises(UnknownError):
            desk.ask(read_photo, caller, through, kept.sha256)
