from __future__ import annotations

from datetime import date

import pytest

from tests.ticket_service.desk import NEW, OLD, OTHER, PARTNER, SUPPORT, Desk, nothing_stored
from ticket_service.accounts.refusals import InvalidError, UnknownError
from ticket_service.rules.rma_kind import RmaKind
from ticket_service.rules.serial_list import MOST_PRODUCTS, read_list
from ticket_service.rules.ticket_states import TicketState
from ticket_service.tickets.conversation import write
from ticket_service.tickets.products import add_products
from ticket_service.tickets.searching import Search, search


def test_serial_numbers_that_come_later_join_the_ticket(desk: Desk) -> None:
    id_ = desk.opened()
    desk.do(write, SUPPORT, id_, "Which ones?")

    desk.do(add_products, PARTNER, id_, read_list(f"{NEW.serial},,upside down\nNOBODY-1"))

    ticket = desk.ticket(id_)
    assert [(product.line, product.serial, product.model) for product in ticket.products] == [
        (1, OLD.serial, "KP2"),
        (2, NEW.serial, "AP1"),
        (3, "NOBODY-1", None),
    ]
    assert (ticket.state, ticket.waits_since) == (TicketState.OPEN, desk.now)
    assert [each.id for each in desk.ask(search, SUPPORT, Search("nobody-1 upside")).tickets] == [id_]


def test_a_date_that_the_partner_proves_later_changes_the_kind_by_the_rule(desk: Desk) -> None:
    id_ = desk.opened()

    desk.do(add_products, SUPPORT, id_, read_list(f"{OLD.serial.lower()},{date(2026, 11, 20)},no GPS"))

    (product,) = desk.ticket(id_).products
    assert (product.purchased_on, product.problem) == (date(2026, 11, 20), "no GPS")
    assert desk.row(desk.issued(id_)[0])["kind"] == RmaKind.ADVANCED


def test_a_list_without_date_and_problem_leaves_what_was_known(desk: Desk) -> None:
    id_ = desk.opened(f"{OLD.serial},,no GPS")
    before = desk.ticket(id_).products

    desk.do(add_products, SUPPORT, id_, read_list(OLD.serial))

    assert desk.ticket(id_).products == before


@pytest.mark.parametrize(
    "text", ["", "K-1\nK-1", f"K-1,{date(2027, 1, 1)}", "\n".join(f"K-{place}" for place in range(MOST_PRODUCTS))]
)
def test_what_cannot_be_taken_is_said_and_nothing_is_added(desk: Desk, text: str) -> None:
    id_ = desk.opened()

    with nothing_stored(desk), pytest.raises(InvalidError) as refused:
        desk.do(add_products, PARTNER, id_, read_list(text))

    assert refused.value.faults.keys() == {"products"}


def test_nobody_adds_to_another_partners_ticket_or_what_is_on_an_open_rma(desk: Desk) -> None:
    id_, other = desk.opened(), desk.opened("K-9")
    desk.issued(id_)

    with nothing_stored(desk), pytest.raises(UnknownError):
        desk.do(add_products, OTHER, id_, read_list("K-1"))
    with nothing_stored(desk), pytest.raises(InvalidError, match="on an open RMA"):
        desk.do(add_products, PARTNER, other, read_list(OLD.serial))
