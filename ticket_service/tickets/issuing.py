"""Issuing RMAs on a ticket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, insert, update

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import InvalidError, RefusalError
from ticket_service.mail import updates
from ticket_service.rules.deadline import SiteDays
from ticket_service.rules.rma_kind import RmaKind, by_kind, kind_by_rule
from ticket_service.rules.rma_number import look_up_key
from ticket_service.rules.rma_states import RmaState
from ticket_service.rules.serial_list import serial_key
from ticket_service.rules.ticket_states import TicketHappening, can
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.ticket_tables import rma_serials, rmas, ticket_products
from ticket_service.tickets import words
from ticket_service.tickets.checks import on_open_rmas
from ticket_service.tickets.conversation import keep_note
from ticket_service.tickets.drawing import draw_rma
from ticket_service.tickets.rights import Act, require
from ticket_service.tickets.settling import Progress
from ticket_service.tickets.site import DOCK, models, site_days, site_numbers
from ticket_service.tickets.ticket import Product, Seen, Ticket, find, happened, products_by_line

LONGEST_REASON = 1000


@dataclass(frozen=True, slots=True)
class Address:
    """Where goods are sent back to."""

    name: str
    street: str
    city: str
    region: str = ""
    postal_code: str = ""
    country: str = "US"


class PartChoice(StrEnum):
    """Whether a part of a device comes with it."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    STAYS = "stays"


@dataclass(frozen=True, slots=True)
class Issue:
    """What support authorizes: products by their line, and the model of those that our records do not know.

    `parts` says by line and part where this RMA differs from the model's list: must come, may come, or stays away.
    Without `kind` the 30-day rule chooses, and products that differ go on separate RMAs; against the rule it needs a
    reason. Without `send_back_to` goods return to the address on their label.
    """

    lines: Sequence[int]
    models: Mapping[int, str] = field(default_factory=dict)
    parts: Mapping[int, Mapping[str, PartChoice]] = field(default_factory=dict)
    kind: RmaKind | None = None
    reason: str = ""
    send_back_to: Address | None = None


def issue(connection: Connection, caller: Caller, seen: Seen, wanted: Issue, now: datetime) -> list[str]:
    """Issue the RMAs and give their numbers. Raises ChangedMeanwhileError, InvalidError, RefusalError, UnknownError."""
    require(caller, Act.ISSUE_RMA)
    ticket = find(connection, caller, seen.ticket)
    happened(connection, ticket, TicketHappening.RMA_ISSUED, now, rev=seen.rev)
    if not can(ticket.state, TicketHappening.RMA_ISSUED):
        raise RefusalError(f"A ticket that is {ticket.state} gets no RMA; write to the partner first.")
    site = site_days(connection)
    products = products_by_line(ticket, wanted.lines)
    chosen = _chosen_models(connection, ticket, products, wanted)
    groups = kinds_by_rule(ticket, products, site)
    faults = _faults(connection, products, groups, wanted)
    if faults:
        raise InvalidError(faults)
    if wanted.kind is not None:
        groups = {wanted.kind: products}
    numbers = []
    for kind, group in groups.items():
        rma = _rma(ticket, group, chosen, wanted) | {
            "number": draw_rma(connection, site_numbers(connection)),
            "kind": kind.value,
            "created_at": now.astimezone(site.zone).isoformat(),
            "receive_by": site.receive_by(now).isoformat(),
        }
        kept = _kept_kind(group, ticket, site, wanted, kind)
        _keep(connection, caller, rma, kept, now)
        if kept["reason"]:
            why = f"{rma['number']} issued as {kind}, by the rule it would be {kept['kind_by_rule']}: {kept['reason']}"
            keep_note(connection, ticket.id, why, now, by=caller.user)
        updates.add(connection, ticket.id, updates.Kind.RMA_ISSUED, told(rma, site), now, by=caller.user)
        words.remember(connection, ticket.ordinal, ticket.partner, rma["number"])
        numbers.append(rma["number"])
    return numbers


def kinds_by_rule(ticket: Ticket, products: Sequence[Product], site: SiteDays) -> dict[RmaKind, Sequence[Product]]:
    """Split products by the kind that the rule gives them, the ticket's opening being the request."""
    requested_on = site.today(ticket.opened_at)
    return by_kind(((product, product.purchased_on) for product in products), requested_on)


def told(rma: Mapping[str, Any], site: SiteDays) -> str:
    """Say to the partner what an RMA asks of them."""
    serials = ", ".join(line["serial"] or f"{line['quantity']} of {line['model']}" for line in rma["lines"])
    first = f"RMA number {rma['number']} was issued for {serials}."
    ship = f"Ship to: {DOCK[0]}, ATTN: {rma['number']}, {DOCK[1]}, {DOCK[2]}."
    label = "Print the shipping label and put it on every carton; without the number a carton is rejected."
    advanced = "A replacement is shipped to you before." if rma["kind"] == RmaKind.ADVANCED else ""
    return " ".join(filter(None, (first, ship, label, deadline(rma, site), advanced)))


def deadline(rma: Mapping[str, Any], site: SiteDays) -> str:
    """Say until when goods may arrive, and when our dock opens last before a day on which it is closed."""
    until = datetime.fromisoformat(rma["receive_by"]).date()
    created_on = site.today(datetime.fromisoformat(rma["created_at"]))
    opens = site.last_open_day(created_on, until)
    last = f"It must arrive by {until:%a} {until.day} {until:%b %Y}."
    if opens is None or opens == until:
        return last
    return f"{last[:-1]}; our dock is closed on that day and opens last on {opens:%a} {opens.day} {opens:%b}."


def _chosen_models(
    connection: Connection, ticket: Ticket, products: Sequence[Product], wanted: Issue
) -> dict[int, dict[str, Any]]:
    """Give each product's model; what support names is kept on the ticket."""
    known = models(connection)
    chosen = {product.line: wanted.models.get(product.line) or product.model for product in products}
    unknown = [product for product in products if chosen[product.line] not in known]
    if unknown:
        raise InvalidError({f"model-{product.line}": "Choose the model." for product in unknown})
    for product in products:
        if product.model != chosen[product.line]:
            here = (ticket_products.c.ticket == ticket.id) & (ticket_products.c.line == product.line)
            connection.execute(update(ticket_products).where(here).values(model=chosen[product.line]))
    return {line: known[model] for line, model in chosen.items() if model is not None}


def _faults(
    connection: Connection,
    products: Sequence[Product],
    groups: Mapping[RmaKind, Sequence[Product]],
    wanted: Issue,
) -> dict[str, str]:
    faults = {}
    if not products:
        faults["lines"] = "Choose at least one product."
    taken = on_open_rmas(connection, [product.serial_key for product in products])
    if taken:
        said = ", ".join(
            f"{product.serial} is on {taken[product.serial_key]}" for product in products if product.serial_key in taken
        )
        faults["lines"] = f"{said} already; cancel that RMA first, or leave the product out."
    against = wanted.kind is not None and set(groups) - {wanted.kind}
    if against and not wanted.reason.strip():
        faults["reason"] = "The 30-day rule says otherwise; give the reason."
    if len(wanted.reason) > LONGEST_REASON:
        faults["reason"] = f"Use at most {LONGEST_REASON} characters."
    return faults | _faults_of_address(wanted.send_back_to)


def _faults_of_address(address: Address | None) -> dict[str, str]:
    if address is None:
        return {}
    needed = {"name": "Who receives it?", "street": "The street is missing.", "city": "The city is missing."}
    faults = {f"back-{name}": said for name, said in needed.items() if not getattr(address, name).strip()}
    if address.street.strip().casefold() == DOCK[1].casefold():
        faults["back-street"] = "This is our own dock; goods are not sent back to us."
    return faults


def _kept_kind(
    group: Sequence[Product], ticket: Ticket, site: SiteDays, wanted: Issue, kind: RmaKind
) -> dict[str, str | None]:
    """Give what is kept of how the kind was chosen."""
    requested_on = site.today(ticket.opened_at)
    rule = {kind_by_rule(product.purchased_on, requested_on) for product in group}
    by_rule = RmaKind.ADVANCED if rule == {RmaKind.ADVANCED} else RmaKind.STANDARD
    return {"kind_by_rule": by_rule.value, "reason": wanted.reason.strip() or None if rule != {kind} else None}


def _rma(
    ticket: Ticket, group: Sequence[Product], chosen: Mapping[int, dict[str, Any]], wanted: Issue
) -> dict[str, Any]:
    """Write an RMA as stations read it, but for what the site's calendar and numbers say."""
    address = wanted.send_back_to
    return {
        "ticket": ticket.id,
        "partner": ticket.partner,
        **RmaState.OPEN.told,
        "closed_at": None,
        "replacement_shipped": False,
        "end_customer": ticket.end_customer,
        "send_back_to": None if address is None else asdict(address),
        "tracking": [],
        "lines": [
            _line(place, product, chosen[product.line], wanted.parts.get(product.line, {}))
            for place, product in enumerate(group, start=1)
        ],
        "ticket_state": Progress.OPEN.value,
    }


def _line(place: int, product: Product, model: Mapping[str, Any], choices: Mapping[str, PartChoice]) -> dict[str, Any]:
    return {
        "id": str(place),
        "model": model["id"],
        "serial": product.serial,
        "quantity": 1,
        "received": 0,
        "fault": product.problem,
        "defective_on_receipt": product.defective_on_receipt,
        "parts": _parts(model.get("parts", ()), choices),
    }


def _parts(listed: Sequence[Mapping[str, Any]], choices: Mapping[str, PartChoice]) -> list[dict[str, Any]]:
    """Give the parts that come with a device, as the model lists them but for what support chose."""
    usual = {part["name"]: PartChoice.REQUIRED if part["required"] else PartChoice.OPTIONAL for part in listed}
    chosen = {name: choices.get(name, choice) for name, choice in usual.items()}
    return [
        {"name": name, "required": choice is PartChoice.REQUIRED}
        for name, choice in chosen.items()
        if choice is not PartChoice.STAYS
    ]


def _keep(
    connection: Connection, caller: Caller, rma: dict[str, Any], kept: dict[str, str | None], now: datetime
) -> None:
    connection.execute(
        insert(rmas).values(
            number=rma["number"],
            key=look_up_key(rma["number"]),
            ticket=rma["ticket"],
            partner=rma["partner"],
            state=RmaState.OPEN.value,
            kind=rma["kind"],
            issued_at=now,
            issued_by=caller.user,
            **kept,
        )
    )
    serials = [
        {"number": rma["number"], "line": line["id"], "serial_key": serial_key(line["serial"])} for line in rma["lines"]
    ]
    connection.execute(insert(rma_serials), serials)
    put(connection, [StateRow("rma", rma["number"], rma)])
