from __future__ import annotations

import threading
from typing import Any

import pytest
from sqlalchemy import Engine, Row, select

from tests.ticket_service.mail.conftest import URL, Clock
from tests.ticket_service.mail.making import ticket
from ticket_service.accounts.caller import Caller, Role
from ticket_service.mail import updates
from ticket_service.mail.choices import Choices, Wants, choose
from ticket_service.mail.letter_text import HEADINGS
from ticket_service.mail.posting import post_due
from ticket_service.mail.updates import Kind, Statement, tell
from ticket_service.storage import mail_tables
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import reading, writing


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def engine(engine: Engine) -> Engine:
    with writing(engine) as connection:
        ticket(connection, "T-1")
        put(connection, [StateRow("policy", "site", {"time_zone": "America/Chicago"})])
    return engine


def say(engine: Engine, clock: Clock, text: str, kind: Kind = Kind.MESSAGE, ticket: str = "T-1") -> None:
    with writing(engine) as connection:
        updates.add(connection, ticket, kind, text, clock())


def letters(engine: Engine) -> list[Row[Any]]:
    with reading(engine) as connection:
        return list(connection.execute(select(mail_tables.letters).order_by(mail_tables.letters.c.number)))


def test_five_updates_within_a_minute_are_one_letter_in_their_order(engine: Engine, clock: Clock) -> None:
    for number in range(5):
        say(engine, clock, f"Device {number} came.", Kind.RECEIVED)
        clock.goes(seconds=12)
    assert post_due(engine, clock(), URL) == 0

    clock.goes(minutes=2)
    assert post_due(engine, clock(), URL) == 1
    assert post_due(engine, clock(), URL) == 0

    (letter,) = letters(engine)
    places = [letter.text.index(f"Device {number} came.") for number in range(5)]
    assert places == sorted(places)
    assert (letter.to, letter.name, letter.subject) == ("ann@fleet.example", "Ann Rivers", "Ticket T-1: received")


def test_a_ticket_that_is_never_quiet_is_told_of_after_ten_minutes(engine: Engine, clock: Clock) -> None:
    for _ in range(10):
        say(engine, clock, "One more.")
        clock.goes(minutes=1)
    assert post_due(engine, clock(), URL) == 1


def test_a_resolution_leaves_at_once_with_what_waits(engine: Engine, clock: Clock) -> None:
    say(engine, clock, "It came.", Kind.RECEIVED)
    say(engine, clock, "It is settled.", Kind.RESOLVED)

    assert post_due(engine, clock(), URL) == 1
    (letter,) = letters(engine)
    assert letter.subject == "Ticket T-1: resolved"
    assert letter.text.index("It came.") < letter.text.index("It is settled.")


def test_each_ticket_has_its_own_letter(engine: Engine, clock: Clock) -> None:
    with writing(engine) as connection:
        ticket(connection, "T-2", contact_email="bob@lake.example")
    say(engine, clock, "One.")
    say(engine, clock, "Two.", ticket="T-2")
    clock.goes(minutes=2)

    assert post_due(engine, clock(), URL) == 2
    assert [(letter.to, letter.ticket) for letter in letters(engine)] == [
        ("ann@fleet.example", "T-1"),
        ("bob@lake.example", "T-2"),
    ]


def test_what_was_taken_back_in_time_is_in_no_letter(engine: Engine, clock: Clock) -> None:
    aspect = ("item/ITM-1", "received")
    with writing(engine) as connection:
        tell(connection, {aspect: Statement("T-1", Kind.RECEIVED, "It came.")}, clock())
        tell(connection, {aspect: None}, clock())
    clock.goes(minutes=2)

    assert post_due(engine, clock(), URL) == 0
    assert letters(engine) == []


def test_what_is_taken_back_after_its_letter_is_corrected_by_another(engine: Engine, clock: Clock) -> None:
    aspect = ("item/ITM-1", "received")
    with writing(engine) as connection:
        tell(connection, {aspect: Statement("T-1", Kind.RECEIVED, "It came.")}, clock())
    clock.goes(minutes=2)
    post_due(engine, clock(), URL)
    with writing(engine) as connection:
        tell(connection, {aspect: None}, clock())
    clock.goes(minutes=2)
    post_due(engine, clock(), URL)

    assert [letter.subject for letter in letters(engine)] == ["Ticket T-1: received", "Ticket T-1: a correction"]


def test_processes_that_post_at_once_write_one_letter(engine: Engine, clock: Clock) -> None:
    say(engine, clock, "It came.")
    clock.goes(minutes=2)
    threads = [threading.Thread(target=post_due, args=(engine, clock(), URL)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(letters(engine)) == 1


def test_copies_go_to_whom_the_partner_chose_and_may_be_ended_but_for_the_last(engine: Engine, clock: Clock) -> None:
    caller = Caller("U-1", "Ann", Role.PARTNER, "P-001")
    copies = {"Desk@fleet.example": Wants.ALL, "boss@fleet.example": Wants.RESOLUTIONS}
    with writing(engine) as connection:
        ticket(connection, "T-2", end_customer="Joe's Trucks", end_customer_email="joe@trucks.example")
        choose(connection, caller, Choices(Wants.ALL, Wants.ALL, copies))
    say(engine, clock, "It came.", ticket="T-2")
    clock.goes(minutes=2)
    post_due(engine, clock(), URL)
    contact, desk, joe = letters(engine)
    assert [each.to for each in (contact, desk, joe)] == [
        "ann@fleet.example",
        "desk@fleet.example",
        "joe@trucks.example",
    ]
    assert contact.stop is None
    assert f"{URL}/portal/letters/stop/{joe.stop}" in joe.text
    assert f"{URL}/portal/tickets/T-2" in contact.text
    assert "/portal/tickets/" not in joe.text

    say(engine, clock, "It is settled.", Kind.RESOLVED, ticket="T-2")
    post_due(engine, clock(), URL)
    last = letters(engine)[3:]
    assert [each.to for each in last] == [
        "ann@fleet.example",
        "desk@fleet.example",
        "boss@fleet.example",
        "joe@trucks.example",
    ]
    assert {each.stop for each in last} == {None}


def test_a_ticket_that_nobody_is_to_be_told_of_is_done(engine: Engine, clock: Clock) -> None:
    say(engine, clock, "It came.", ticket="T-99")
    clock.goes(minutes=2)
    assert post_due(engine, clock(), URL) == 1
    assert post_due(engine, clock(), URL) == 0
    assert letters(engine) == []


def test_script_in_an_update_is_text_in_the_letter(engine: Engine, clock: Clock) -> None:
    say(engine, clock, "<script>alert('ü')</script>\nsecond line")
    clock.goes(minutes=2)
    post_due(engine, clock(), URL)

    (letter,) = letters(engine)
    assert "<script>alert('ü')</script>\nsecond line" in letter.text
    assert "<script>" not in letter.html
    assert "&lt;script&gt;" in letter.html


def test_times_in_a_letter_are_the_sites(engine: Engine, clock: Clock) -> None:
    say(engine, clock, "It came.")
    clock.goes(minutes=2)
    post_due(engine, clock(), URL)
    assert "Monday 23 November 2026, 09:00 CST\nIt came." in letters(engine)[0].text


def test_every_kind_of_update_has_its_words_in_the_subject() -> None:
    assert set(HEADINGS) == set(Kind)
