from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Engine

from tests.ticket_service.conftest import NOW
from tests.ticket_service.mail.making import ticket
from tests.ticket_service.portal.conftest import Browser, Folk
from ticket_service.accounts.caller import Role
from ticket_service.mail.choices import Choices, Wants, of_partner, unsubscribed_of
from ticket_service.mail.outbox import Letter, put
from ticket_service.storage.store import reading, writing

Browsers = Callable[[], Browser]
CHOSEN = {"contact": "all", "end_customer": "resolutions", "copies": "desk@fleet.example\r\n", "last": "", "rev": "0"}


@pytest.fixture
def ann(browser: Browsers, folk: Folk) -> Browser:
    person = browser()
    person.log_in(folk.add("Ann", partner="P-001"))
    person.open("/letters")
    return person


def chosen(engine: Engine) -> Choices:
    with reading(engine) as connection:
        return of_partner(connection, "P-001")


def test_a_partner_chooses_who_gets_which_letters(ann: Browser, engine: Engine) -> None:
    ann.send("/letters", **CHOSEN)

    assert "Letters are sent so from now on." in ann.text
    assert "desk@fleet.example" in ann.answer.text
    assert chosen(engine) == Choices(Wants.ALL, Wants.RESOLUTIONS, {"desk@fleet.example": Wants.ALL}, 1)


def test_what_is_no_address_is_said_beside_its_field_and_stays_typed(ann: Browser, engine: Engine) -> None:
    assert ann.send("/letters", **CHOSEN | {"copies": "nonsense"}).status_code == 422
    assert "nonsense is no e-mail address" in ann.fault("copies")
    assert "nonsense</textarea>" in ann.answer.text
    assert chosen(engine) == Choices()


def test_whoever_was_overtaken_sees_both_and_changes_nothing(ann: Browser, engine: Engine) -> None:
    ann.send("/letters", **CHOSEN)
    assert ann.send("/letters", **CHOSEN | {"copies": "other@fleet.example"}).status_code == 422

    assert "meanwhile" in ann.text
    assert "desk@fleet.example" in ann.text
    assert "other@fleet.example" in ann.text
    assert chosen(engine).copies == {"desk@fleet.example": Wants.ALL}


def test_support_has_no_letters_to_choose(browser: Browsers, folk: Folk) -> None:
    agent = browser()
    agent.log_in_twice(folk.add("Agent", Role.SUPPORT))
    assert agent.open("/letters").status_code == 403


@pytest.fixture
def copy(engine: Engine) -> None:
    with writing(engine) as connection:
        ticket(connection)
        put(connection, Letter("joe@trucks.example", "News", "It came.", ticket="T-1", stop="secret"), NOW)


def ended(engine: Engine) -> frozenset[str]:
    with reading(engine) as connection:
        return unsubscribed_of(connection, "P-001")


@pytest.mark.usefixtures("copy")
def test_a_link_ends_letters_only_when_somebody_says_so(browser: Browsers, engine: Engine) -> None:
    joe = browser()
    joe.open("/letters/stop/secret")
    assert "joe@trucks.example" in joe.text
    assert ended(engine) == frozenset()

    joe.send("/letters/stop/secret")
    assert ended(engine) == {"joe@trucks.example"}


@pytest.mark.usefixtures("copy")
def test_a_mail_program_ends_letters_with_one_click(url: str, browser: Browsers, engine: Engine) -> None:
    answer = browser().client.post("/portal/letters/stop/secret", data={"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert ended(engine) == {"joe@trucks.example"}


@pytest.mark.usefixtures("copy")
def test_a_link_that_nobody_was_sent_ends_nothing(browser: Browsers, engine: Engine) -> None:
    stranger = browser()
    assert stranger.open("/letters/stop/guess").status_code == 404
    assert stranger.send("/letters/stop/guess").status_code == 404
    assert ended(engine) == frozenset()
