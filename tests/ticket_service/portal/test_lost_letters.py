from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, update

from tests.ticket_service.conftest import NOW
from tests.ticket_service.desk import desk_on
from tests.ticket_service.portal.conftest import Browser, Folk
from ticket_service.accounts.caller import Role
from ticket_service.mail import outbox
from ticket_service.mail.outbox import Letter, State
from ticket_service.storage.mail_tables import letters
from ticket_service.storage.store import reading, writing

Browsers = Callable[[], Browser]


@pytest.fixture
def lost(engine: Engine) -> str:
    with writing(engine) as connection:
        id_ = outbox.put(connection, Letter("ann@fleet.example", "Ticket T-1: received", "It came.", ticket="T-1"), NOW)
        outbox.bounced(connection, id_, "550 <b>no such person</b>", NOW)
    return id_


def test_support_sees_why_a_letter_reached_nobody_and_sends_it_again(
    browser: Browsers, folk: Folk, engine: Engine, lost: str
) -> None:
    agent = browser()
    agent.log_in_twice(folk.add("Agent", Role.SUPPORT))
    agent.open("/lost-letters")
    assert "ann@fleet.example came back" in agent.text
    assert "550 <b>no such person</b>" in agent.text

    assert agent.send(f"/lost-letters/{lost}/again", to="nonsense").status_code == 422
    assert "nonsense is no e-mail address" in agent.fault("to")
    agent.send(f"/lost-letters/{lost}/again", to="Bob@fleet.example")
    assert "No letter waits for you." in agent.text
    with reading(engine) as connection:
        (letter,) = outbox.of_ticket(connection, "T-1")
    assert (letter.state, letter.to) == (State.WAITING, "bob@fleet.example")


def test_support_leaves_a_letter_that_reached_nobody(browser: Browsers, folk: Folk, engine: Engine, lost: str) -> None:
    agent = browser()
    agent.log_in_twice(folk.add("Agent", Role.SUPPORT))
    agent.open("/lost-letters")
    agent.send(f"/lost-letters/{lost}/leave")

    assert "No letter waits for you." in agent.text
    assert agent.send(f"/lost-letters/{lost}/leave").status_code in {403, 404}


def test_a_partner_sees_no_lost_letters(browser: Browsers, folk: Folk, lost: str) -> None:
    ann = browser()
    ann.log_in(folk.add("Ann", partner="P-001"))
    assert ann.open("/lost-letters").status_code == 403
    ann.open("/account")
    for act in ("again", "leave"):
        assert ann.send(f"/lost-letters/{lost}/{act}", to="ann@fleet.example").status_code == 403
        ann.open("/account")


def test_a_ticket_shows_that_its_letter_reached_nobody_and_only_support_why(
    browser: Browsers, folk: Folk, engine: Engine
) -> None:
    desk = desk_on(engine)
    id_ = desk.opened()
    with writing(engine) as connection:
        lost = outbox.put(connection, Letter("ann@fleet.example", "News", "It came.", ticket=id_), NOW)
        outbox.bounced(connection, lost, "550 no such person", NOW)
    ann, agent = browser(), browser()
    ann.log_in(folk.add("Ann", partner="P-001"))
    agent.log_in_twice(folk.add("Agent", Role.SUPPORT))

    for person in (ann, agent):
        person.open(f"/tickets/{id_}")
        assert "did not reach ann@fleet.example" in person.text
    assert "550 no such person" in agent.text
    assert "550 no such person" not in ann.text


def test_support_sees_at_a_ticket_which_letter_may_have_come_twice(
    browser: Browsers, folk: Folk, engine: Engine
) -> None:
    id_ = desk_on(engine).opened()
    with writing(engine) as connection:
        letter = outbox.put(connection, Letter("ann@fleet.example", "News", "It came.", ticket=id_), NOW)
        connection.execute(update(letters).where(letters.c.id == letter).values(state="sent", repeated=True))
    agent = browser()
    agent.log_in_twice(folk.add("Agent", Role.SUPPORT))
    agent.open(f"/tickets/{id_}")
    assert "to ann@fleet.example may have come twice" in agent.text
