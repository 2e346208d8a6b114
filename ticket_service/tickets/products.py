"""The products on a ticket, checked against our records as they come onto it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, insert, update

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import InvalidError
from ticket_service.mail import updates
from ticket_service.rules.serial_list import MOST_PRODUCTS, ListedProduct
from ticket_service.rules.ticket_states import TicketHappening
from ticket_service.storage.ticket_tables import ticket_products
from ticket_service.tickets import words
from ticket_service.tickets.checks import CheckedProduct, check
from ticket_service.tickets.rights import Act, is_ours, require
from ticket_service.tickets.site import site_days
from ticket_service.tickets.ticket import Ticket, find, happened

#: Nothing that is returned was bought before; an earlier year is a slip of the hand.
_FIRST_SALE = date(2007, 1, 1)
_SHOWN_FAULTS = 5


def add_products(
    connection: Connection, caller: Caller, id_: str, products: Sequence[ListedProduct], now: datetime
) -> None:
    """Put more products on a ticket; one that is on it already gets the list's date and problem.

    Raises InvalidError, UnknownError.
    """
    require(caller, Act.WRITE)
    ticket = find(connection, caller, id_)
    here = {product.serial_key: product.line for product in ticket.products}
    known = [product for product in products if product.key in here and product.fault is None]
    new = check(connection, ticket.partner, [product for product in products if product not in known])
    faults = faults_of(products, new, site_days(connection).today(now))
    if not products:
        faults["products"] = "Type at least one serial number."
    if len(here) + len(new) > MOST_PRODUCTS:
        faults["products"] = f"A ticket takes {MOST_PRODUCTS} products; open another one for the rest."
    if faults:
        raise InvalidError(faults)
    for product in known:
        _change(connection, ticket, here[product.key], product)
    if new:
        after = max(here.values(), default=0)
        rows = [row_of(id_, each, after + place) for place, each in enumerate(new, start=1)]
        connection.execute(insert(ticket_products), rows)
    words.remember(connection, ticket.ordinal, ticket.partner, *words_of_products(products))
    said = f"Products: {', '.join(product.serial for product in products)}"
    updates.add(connection, id_, updates.Kind.MESSAGE, said, now, by=caller.user)
    happened(connection, ticket, None if is_ours(caller) else TicketHappening.PARTNER_WROTE, now)


def faults_of(products: Iterable[ListedProduct], checked: Iterable[CheckedProduct], today: date) -> dict[str, str]:
    """Say which lines cannot be taken."""
    refused = [f"Line {each.listed.line}: {each.sentence}" for each in checked if not each.can_be_taken]
    refused += [
        f"Line {product.line}: {date_fault(product.purchased_on, today)}"
        for product in products
        if date_fault(product.purchased_on, today)
    ]
    return {"products": " ".join(refused[:_SHOWN_FAULTS])} if refused else {}


def date_fault(purchased_on: date | None, today: date) -> str:
    """Say what is wrong with a date of purchase."""
    if purchased_on is None or _FIRST_SALE <= purchased_on <= today:
        return ""
    return "The purchase lies in the future or too far back; check the date."


def row_of(
    ticket: str, checked: CheckedProduct, line: int, purchased_on: date | None = None, *, defective: bool = False
) -> dict[str, object]:
    """Give a product's row; date and claim are those that the ticket says for all of its products."""
    listed = checked.listed
    return {
        "ticket": ticket,
        "line": line,
        "serial": listed.serial,
        "serial_key": listed.key,
        "model": checked.model,
        "problem": listed.problem,
        "purchased_on": listed.purchased_on or purchased_on or checked.sold_on,
        "defective_on_receipt": defective,
        "remark": checked.remark.value,
    }


def words_of_products(products: Sequence[ListedProduct]) -> tuple[str, str]:
    """Give what a ticket is found by through its products."""
    return " ".join(product.serial for product in products), " ".join(product.problem for product in products)


def _change(connection: Connection, ticket: Ticket, line: int, product: ListedProduct) -> None:
    told = {"purchased_on": product.purchased_on, "problem": product.problem or None}
    values = {name: value for name, value in told.items() if value is not None}
    if values:
        here = (ticket_products.c.ticket == ticket.id) & (ticket_products.c.line == line)
        connection.execute(update(ticket_products).where(here).values(**values))
