from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.ticket_service.conftest import NOW
from tests.ticket_service.mail.making import ticket, user
from ticket_service.accounts.caller import Caller, Role
from ticket_service.accounts.refusals import ChangedMeanwhileError, InvalidError, NotAllowedError
from ticket_service.mail.addressees import addressees
from ticket_service.mail.choices import MOST_COPIES, Choices, Wants, choose, of_partner, unsubscribe
from ticket_service.mail.outbox import Letter, put
from ticket_service.storage.store import reading, writing

ANN = Caller("U-1", "Ann", Role.PARTNER, "P-001")
SUPPORT = Caller("U-2", "Sue", Role.SUPPORT)


def told(engine: Engine, id_: str = "T-1", resolved: bool = False) -> list[str]:
    with reading(engine) as connection:
        return [each.address for each in addressees(connection, id_, resolved)]


def test_a_partner_that_chose_nothing_has_its_contacts_told_of_everything(engine: Engine) -> None:
    with writing(engine) as connection:
        ticket(connection, end_customer_email="joe@trucks.example")
    assert told(engine) == ["ann@fleet.example"]
    assert told(engine, resolved=True) == ["ann@fleet.example"]


def test_a_choice_is_kept_and_counts(engine: Engine) -> None:
    with writing(engine) as connection:
        ticket(connection)
        choose(connection, ANN, Choices(Wants.RESOLUTIONS, Wants.NONE, {"desk@fleet.example": Wants.ALL}))
    assert told(engine) == ["desk@fleet.example"]
    assert told(engine, resolved=True) == ["ann@fleet.example", "desk@fleet.example"]


def test_whoever_saw_an_older_choice_is_told_so(engine: Engine) -> None:
    with writing(engine) as connection:
        choose(connection, ANN, Choices())
        for seen in (0, 7):
            with pytest.raises(ChangedMeanwhileError):
                choose(connection, ANN, Choices(rev=seen))
        choose(connection, ANN, Choices(end_customer=Wants.ALL, rev=1))
        assert of_partner(connection, "P-001") == Choices(end_customer=Wants.ALL, rev=2)


def test_only_a_partner_chooses_and_only_for_itself(engine: Engine) -> None:
    with writing(engine) as connection:
        with pytest.raises(NotAllowedError):
            choose(connection, SUPPORT, Choices())
        choose(connection, ANN, Choices(end_customer=Wants.ALL))
        assert of_partner(connection, "P-002") == Choices()


@pytest.mark.parametrize(
    "choices",
    [
        Choices(contact=Wants.NONE),
        Choices(copies={"nonsense": Wants.ALL}),
        Choices(copies={"a@b.example\r\nBcc: x@y.example": Wants.ALL}),
        Choices(copies={f"u{n}@fleet.example": Wants.ALL for n in range(MOST_COPIES + 1)}),
    ],
)
def test_a_choice_that_cannot_be_is_refused(choices: Choices, engine: Engine) -> None:
    with writing(engine) as connection, pytest.raises(InvalidError):
        choose(connection, ANN, choices)


def test_an_address_that_ended_its_letters_gets_the_last_one_alone(engine: Engine) -> None:
    with writing(engine) as connection:
        ticket(connection, end_customer_email="Joe@trucks.example")
        choose(connection, ANN, Choices(end_customer=Wants.ALL))
        put(connection, Letter("Joe@trucks.example", "News", "It came.", ticket="T-1", stop="secret"), NOW)
        for _ in range(2):
            assert unsubscribe(connection, "secret", NOW) == "Joe@trucks.example"
        assert unsubscribe(connection, "another", NOW) is None

    assert told(engine) == ["ann@fleet.example"]
    assert told(engine, resolved=True) == ["ann@fleet.example", "Joe@trucks.example"]


def test_a_contact_with_an_account_is_told_at_the_address_they_have_now(engine: Engine) -> None:
    with writing(engine) as connection:
        user(connection, "ann", "ann.new@fleet.example")
        ticket(connection, contact="ann")
    assert told(engine) == ["ann.new@fleet.example"]


def test_where_the_contact_has_left_everybody_of_the_company_is_told(engine: Engine) -> None:
    with writing(engine) as connection:
        user(connection, "ann", "ann@fleet.example", state="closed")
        user(connection, "bob", "bob@fleet.example")
        user(connection, "eve", "eve@lake.example", partner="P-002")
        ticket(connection, contact="ann")
    assert told(engine) == ["bob@fleet.example"]


def test_one_address_gets_one_letter_however_often_it_is_named(engine: Engine) -> None:
    with writing(engine) as connection:
        ticket(connection, end_customer_email="ANN@fleet.example")
        choose(connection, ANN, Choices(Wants.ALL, Wants.ALL, {"ann@fleet.example": Wants.ALL}))
    assert told(engine) == ["ann@fleet.example"]
