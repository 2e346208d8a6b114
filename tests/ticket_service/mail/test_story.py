"""A partner's way from the ticket to the tracking number, as their mailbox shows it."""

from __future__ import annotations

from email.message import EmailMessage

from tests.ticket_service.conftest import Caller, Stage
from tests.ticket_service.desk import NEW, OLD, desk_on
from tests.ticket_service.mail.conftest import Desk
from tests.ticket_service.mail.making import user
from tests.ticket_service.making import Chain, person
from ticket_service.app import create_app
from ticket_service.mail.posting import Pace
from ticket_service.mail.sender import run_once
from ticket_service.storage.state import put
from ticket_service.storage.store import writing


def body(message: EmailMessage) -> str:
    text = message.get_body(["plain"])
    assert text is not None
    return str(text.get_content())


def test_a_partner_hears_of_each_step_once_in_order_and_at_the_end_of_the_tracking_number(
    desk: Desk, station: Caller, served: tuple[Stage, str]
) -> None:
    served[0].app = create_app(desk.engine, desk.clock)
    with writing(desk.engine) as connection:
        user(connection, "user-1", "ann@fleet.example", name="Ann Prairie")
        put(connection, [person("U-03", "technician")])
    support = desk_on(desk.engine)
    ticket = support.opened(f"{OLD.serial}\n{NEW.serial}")
    (number,) = support.issued(ticket, 1)
    desk.clock.goes(minutes=2)
    run_once(desk.mailer, Pace())

    chain = Chain()
    came = (chain.arrived(), chain.judged(number), chain.found(number=number), chain.item_judged())
    assert station.post("/v1/events", chain.batch(*came)).status_code == 200
    assert run_once(desk.mailer, Pace()).became == {}
    desk.clock.goes(minutes=2)
    run_once(desk.mailer, Pace())

    left = (chain.begun(), chain.ended(), chain.packed("ITM-1"), chain.sent())
    for _ in range(2):  # the station never heard the first answer
        assert station.post("/v1/events", chain.batch(*left)).status_code == 200
    run_once(desk.mailer, Pace())
    desk.clock.goes(minutes=30)
    run_once(desk.mailer, Pace())

    letters = desk.sink.confirmed
    assert [message["To"] for message in letters] == ["Ann Prairie <ann@fleet.example>"] * 3
    assert [message["Subject"] for message in letters] == [
        f"Ticket {ticket}: your RMA",
        f"Ticket {ticket}: received",
        f"Ticket {ticket}: resolved",
    ]
    assert number in body(letters[0])
    assert "We received your device S-ITM-1." in body(letters[1])
    last = body(letters[2])
    assert last.index("We repaired your device") < last.index(f"Everything on {number} is settled.")
    assert "S-ITM-1: repaired, sent with UPS, tracking number 1Z84R7W00373236737." in last
