from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine, update

from tests.ticket_service.conftest import NOW
from ticket_service.mail import updates
from ticket_service.mail.updates import Kind, Statement
from ticket_service.storage import mail_tables
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


CAME = ("item/ITM-1", "received")


def test_what_moves_to_another_ticket_is_taken_back_at_the_first(engine: Engine) -> None:
    with writing(engine) as connection:
        updates.tell(connection, {CAME: Statement("T-1", Kind.RECEIVED, "It came.")}, NOW)
        connection.execute(update(mail_tables.updates).values(posting="a-posting"))
        updates.tell(connection, {CAME: Statement("T-2", Kind.RECEIVED, "It came.")}, NOW)

        assert [each.kind for each in updates.of_ticket(connection, "T-1")] == [Kind.RECEIVED, Kind.CORRECTION]
        assert [each.text for each in updates.of_ticket(connection, "T-2")] == ["It came."]


def test_what_is_said_again_is_not_told_again(engine: Engine) -> None:
    with writing(engine) as connection:
        for _ in range(2):
            updates.tell(connection, {CAME: Statement("T-1", Kind.RECEIVED, "It came.")}, NOW)
            connection.execute(update(mail_tables.updates).values(posting="a-posting"))
        assert len(updates.of_ticket(connection, "T-1")) == 1


def test_what_goes_on_after_its_letter_is_news_and_no_correction(engine: Engine) -> None:
    with writing(engine) as connection:
        updates.tell(connection, {CAME: Statement("T-1", Kind.INSPECTED, "It waits for parts.")}, NOW)
        connection.execute(update(mail_tables.updates).values(posting="a-posting"))
        updates.tell(connection, {CAME: Statement("T-1", Kind.INSPECTED, "It is repaired.")}, NOW)
        assert [each.text for each in updates.of_ticket(connection, "T-1")] == [
            "It waits for parts.",
            "It is repaired.",
        ]


def test_a_correction_that_still_holds_is_said_once(engine: Engine) -> None:
    with writing(engine) as connection:
        updates.tell(connection, {CAME: Statement("T-1", Kind.RECEIVED, "It came.")}, NOW)
        connection.execute(update(mail_tables.updates).values(posting="a-posting"))
        for _ in range(2):
            said = {CAME: Statement("T-1", Kind.RECEIVED, "It came without its card.")}
            updates.tell(connection, said, NOW, told_again={CAME[0]})
            connection.execute(update(mail_tables.updates).values(posting="a-posting"))
        assert [each.text for each in updates.of_ticket(connection, "T-1")] == [
            "It came.",
            "Correction: It came without its card.",
        ]
