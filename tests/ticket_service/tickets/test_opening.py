from __future__ import annotations

from datetime import timedelta

import pytest

from tests.ticket_service.desk import (
    FOREIGN,
    NEW,
    OLD,
    OTHER,
    PARTNER,
    SUPPORT,
    TODAY,
    Desk,
    nothing_stored,
)
from ticket_service.accounts.refusals import InvalidError, NotAllowedError
from ticket_service.mail.updates import Kind, of_ticket
from ticket_service.rules.serial_list import MOST_PRODUCTS, read_list
from ticket_service.rules.ticket_states import TicketState
from ticket_service.tickets.checks import Remark, check
from ticket_service.tickets.opening import Caught, Channel, Opening, open_for_partner, open_ticket


def caught(**other: str) -> Caught:
    return Caught(
        partner=other.get("partner", "P-001"),
        channel=Channel(other.get("channel", "phone")),
        contact_name=other.get("contact_name", "Jo at the depot"),
        contact_email=other.get("contact_email", "jo@prairie.example"),
    )


def test_a_ticket_has_its_products_with_what_our_records_say(desk: Desk) -> None:
    ticket = desk.ticket(desk.opened(f"{OLD.serial}\nNOBODY-1\n{FOREIGN.serial}"))

    assert (ticket.state, ticket.partner_name) == (TicketState.OPEN, "Prairie Fleet Safety")
    assert [(product.model, product.remark, product.purchased_on) for product in ticket.products] == [
        ("KP2", Remark.SOLD, OLD.sold_on),
        (None, Remark.UNKNOWN, None),
        ("SR4", Remark.SOLD_TO_ANOTHER, None),
    ]


def test_a_new_ticket_waits_for_support_and_is_told_to_its_partner(desk: Desk) -> None:
    id_ = desk.opened()

    assert desk.ticket(id_).waits_since == desk.now
    assert [update.kind for update in desk.ask(of_ticket, id_)] == [Kind.OPENED]


def test_tickets_are_numbered_one_after_the_other(desk: Desk) -> None:
    assert [desk.opened(f"NEW-{place}") for place in range(3)] == ["T-1", "T-2", "T-3"]


def test_what_a_line_says_itself_counts_before_what_the_form_says_for_all(desk: Desk) -> None:
    ticket = desk.ticket(desk.opened("K-1,2026-11-20,no picture\nK-2", purchased_on=TODAY, defective_on_receipt=True))

    assert [(product.purchased_on, product.problem) for product in ticket.products] == [
        (TODAY - timedelta(days=3), "no picture"),
        (TODAY, ""),
    ]
    assert all(product.defective_on_receipt for product in ticket.products)


@pytest.mark.parametrize(
    ("field", "opening"),
    [
        ("problem", Opening("  ", read_list("K-1"))),
        ("problem", Opening("x" * 10_001, read_list("K-1"))),
        ("products", Opening("broken", ())),
        ("products", Opening("broken", read_list("K-1\nK-1"))),
        ("products", Opening("broken", read_list("\n".join(f"K-{place}" for place in range(MOST_PRODUCTS + 1))))),
        ("purchased_on", Opening("broken", read_list("K-1"), purchased_on=TODAY + timedelta(days=1))),
        ("products", Opening("broken", read_list("K-1,1926-01-01"))),
        ("end_customer_email", Opening("broken", read_list("K-1"), end_customer_email="no address")),
    ],
)
def test_what_cannot_be_taken_is_said_at_its_field(desk: Desk, field: str, opening: Opening) -> None:
    with nothing_stored(desk), pytest.raises(InvalidError) as refused:
        desk.do(open_ticket, PARTNER, opening)

    assert refused.value.faults.keys() == {field}


def test_a_serial_on_an_open_rma_gets_no_second_ticket(desk: Desk) -> None:
    desk.issued(desk.opened())

    with pytest.raises(InvalidError, match="Line 1: It is on an open RMA already"):
        desk.opened()


def test_another_partner_learns_nothing_of_whose_rma_it_is(desk: Desk) -> None:
    (number,) = desk.issued(desk.opened())

    (answer,) = desk.ask(check, "P-002", read_list(OLD.serial))

    assert answer.remark is Remark.ON_OPEN_RMA
    assert number not in answer.sentence
    assert "Prairie" not in answer.sentence


def test_support_opens_a_ticket_for_somebody_who_called(desk: Desk) -> None:
    id_ = desk.do(open_for_partner, SUPPORT, caught(), Opening("It smells of smoke.", ()))

    ticket = desk.ticket(id_, PARTNER)
    assert (ticket.channel, ticket.contact_email, ticket.partner) == ("phone", "jo@prairie.example", "P-001")


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("partner", "P-404"), ("channel", "portal"), ("contact_name", " "), ("contact_email", "nowhere")],
)
def test_a_call_needs_to_say_who_it_was(desk: Desk, field: str, wrong: str) -> None:
    with pytest.raises(InvalidError) as refused:
        desk.do(open_for_partner, SUPPORT, caught(**{field: wrong}), Opening("broken", read_list(NEW.serial)))

    assert field in refused.value.faults


def test_partners_open_tickets_for_themselves_alone(desk: Desk) -> None:
    with pytest.raises(NotAllowedError):
        desk.do(open_for_partner, OTHER, caught(), Opening("broken", read_list("K-1")))
    with pytest.raises(NotAllowedError):
        desk.do(open_ticket, SUPPORT, Opening("broken", read_list("K-1")))
