from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine

from tests.ticket_service.conftest import NOW
from ticket_service.mail import updates
from ticket_service.mail.updates import Kind
from ticket_service.storage.store import reading, writing


def test_a_tickets_updates_are_read_in_the_order_in_which_they_were_said(engine: Engine) -> None:
    with writing(engine) as connection:
        updates.add(connection, "T-1", Kind.OPENED, "Opened.", NOW, by="U-1")
        updates.add(connection, "T-2", Kind.MESSAGE, "Another ticket.", NOW)
        updates.add(connection, "T-1", Kind.MESSAGE, "Straße, 通り & <b>", NOW + timedelta(seconds=1))

    with reading(engine) as connection:
        said = updates.of_ticket(connection, "T-1")
    assert [(each.kind, each.text, each.by) for each in said] == [
        (Kind.OPENED, "Opened.", "U-1"),
        (Kind.MESSAGE, "Straße, 通り & <b>", None),
    ]
    assert [each.at for each in said] == [NOW, NOW + timedelta(seconds=1)]
    assert {each.posting for each in said} == {None}
