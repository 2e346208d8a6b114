"""What happens to an RMA between its issue and its goods: sent, extended, cancelled, its replacement shipped ahead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import InvalidError, RefusalError, UnknownError
from ticket_service.mail import updates
from ticket_service.rules.rma_number import look_up_key
from ticket_service.rules.rma_states import RmaHappening, RmaState, can, moved, state_of
from ticket_service.rules.serial_list import LONGEST_SERIAL, serial_key
from ticket_service.storage.state import StateRow, put, rmas_by_key
from ticket_service.storage.ticket_tables import replacements
from ticket_service.tickets import words
from ticket_service.tickets.conversation import keep_note
from ticket_service.tickets.following import follow_rmas
from ticket_service.tickets.issuing import LONGEST_REASON, deadline
from ticket_service.tickets.rights import Act, require, sees
from ticket_service.tickets.site import site_days
from ticket_service.tickets.ticket import Seen, Ticket, find, happened

_TRACKING = re.compile(r"[A-Z0-9]{8,40}")
_LONGEST_CARRIER = 64
#: An extension further than this is a slip of the hand.
_FURTHEST = timedelta(days=366)

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Extension:
    """A later last day for an RMA, and why."""

    number: str
    until: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Cancellation:
    """The end of an RMA before anything came, and why."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """A device that was shipped ahead for an RMA."""

    number: str
    serial: str
    carrier: str
    tracking: str


def find_rma(connection: Connection, caller: Caller, number: str) -> Data:
    """Read an RMA that the person may see, as stations read it. Raises UnknownError."""
    require(caller, Act.READ)
    key = look_up_key(number)
    rma = rmas_by_key(connection, [key]).get(key)
    if rma is None or not sees(caller, rma["partner"]):
        raise UnknownError("There is no such RMA.")
    return rma


def tell_sent(connection: Connection, caller: Caller, number: str, tracking: str, now: datetime) -> None:
    """Keep under which tracking number goods are on their way to us.

    Raises InvalidError, RefusalError, UnknownError.
    """
    require(caller, Act.TELL_SENT)
    rma = find_rma(connection, caller, number)
    plain = _tracking(tracking)
    if state_of(rma) is not RmaState.OPEN:
        raise RefusalError(f"{rma['number']} is not open any more; write to us before you send anything.")
    if plain in rma["tracking"]:
        return
    if len(rma["tracking"]) >= 50:
        raise InvalidError({"tracking": "50 tracking numbers are known already; write the others to us."})
    ticket = find(connection, caller, rma["ticket"])
    _put(connection, rma | {"tracking": [*rma["tracking"], plain]}, now)
    words.remember(connection, ticket.ordinal, ticket.partner, plain)
    said = f"Goods for {rma['number']} were sent; the tracking number is {plain}."
    updates.add(connection, ticket.id, updates.Kind.MESSAGE, said, now, by=caller.user)


def extend(connection: Connection, caller: Caller, seen: Seen, wanted: Extension, now: datetime) -> None:
    """Let goods come later; one whose time ran out is open again. Raises InvalidError, RefusalError, UnknownError."""
    require(caller, Act.EXTEND_RMA)
    ticket, rma = _of_ticket(connection, caller, seen, wanted.number, now)
    _can(rma, RmaHappening.EXTENDED)
    site = site_days(connection)
    last = date.fromisoformat(rma["receive_by"])
    faults = _faults_of_reason(wanted.reason)
    if wanted.until is None or wanted.until <= last:
        faults["until"] = f"Choose a day after {last.isoformat()}."
    elif wanted.until < site.today(now):
        faults["until"] = "This day is over."
    elif wanted.until > site.today(now) + _FURTHEST:
        faults["until"] = "Choose a day within a year."
    if faults or wanted.until is None:
        raise InvalidError(faults)
    told = rma | {"receive_by": wanted.until.isoformat(), **_ended(rma, RmaHappening.EXTENDED, now)}
    _put(connection, told, now)
    keep_note(connection, ticket.id, f"{rma['number']} extended from {last}: {wanted.reason}", now, by=caller.user)
    said = f"There is more time for {rma['number']}. {deadline(told, site)}"
    updates.add(connection, ticket.id, updates.Kind.RMA_EXTENDED, said, now, by=caller.user)


def cancel(connection: Connection, caller: Caller, seen: Seen, wanted: Cancellation, now: datetime) -> None:
    """Cancel an RMA of which nothing has come; its number never counts again.

    Raises InvalidError, RefusalError, UnknownError.
    """
    require(caller, Act.CANCEL_RMA)
    ticket, rma = _of_ticket(connection, caller, seen, wanted.number, now)
    _can(rma, RmaHappening.CANCELLED)
    if any(line["received"] for line in rma["lines"]):
        raise RefusalError(f"Goods of {rma['number']} are here already; it cannot be cancelled any more.")
    if faults := _faults_of_reason(wanted.reason):
        raise InvalidError(faults)
    keep_note(connection, ticket.id, f"{rma['number']} cancelled: {wanted.reason}", now, by=caller.user)
    _put(connection, rma | _ended(rma, RmaHappening.CANCELLED, now), now)
    said = f"RMA {rma['number']} was cancelled. Do not send anything under this number; it would be rejected."
    updates.add(connection, ticket.id, updates.Kind.RMA_CANCELLED, said, now, by=caller.user)


def ship_replacement(connection: Connection, caller: Caller, seen: Seen, sent: Replacement, now: datetime) -> None:
    """Keep that a replacement has gone out before the goods came. Raises InvalidError, RefusalError, UnknownError."""
    require(caller, Act.SHIP_REPLACEMENT)
    ticket, rma = _of_ticket(connection, caller, seen, sent.number, now)
    if state_of(rma) is not RmaState.OPEN:
        raise RefusalError(f"{rma['number']} is not open; no replacement goes out for it.")
    serial, carrier = sent.serial.strip(), sent.carrier.strip()
    faults = _faults_of_replacement(connection, rma, serial, carrier)
    try:
        tracking = _tracking(sent.tracking)
    except InvalidError as error:
        raise InvalidError(faults | error.faults) from error
    if faults:
        raise InvalidError(faults)
    connection.execute(
        insert(replacements).values(
            number=rma["number"],
            serial_key=serial_key(serial),
            serial=serial,
            carrier=carrier,
            tracking=tracking,
            shipped_at=now,
            shipped_by=caller.user,
        )
    )
    _put(connection, rma | {"replacement_shipped": True}, now)
    words.remember(connection, ticket.ordinal, ticket.partner, serial, tracking)
    said = (
        f"A replacement for {rma['number']}, serial number {serial}, left with {carrier}; tracking number {tracking}."
    )
    updates.add(connection, ticket.id, updates.Kind.REPLACEMENT_SENT, said, now, by=caller.user)


def replacements_of(connection: Connection, numbers: list[str]) -> dict[str, list[Replacement]]:
    """Give what was shipped ahead for these RMAs."""
    found: dict[str, list[Replacement]] = {}
    wanted = select(replacements).where(replacements.c.number.in_(numbers)).order_by(replacements.c.shipped_at)
    for row in connection.execute(wanted):
        found.setdefault(row.number, []).append(Replacement(row.number, row.serial, row.carrier, row.tracking))
    return found


def _of_ticket(connection: Connection, caller: Caller, seen: Seen, number: str, now: datetime) -> tuple[Ticket, Data]:
    """Read an RMA of a ticket that nobody has changed since it was seen, and count the ticket's rev on."""
    ticket = find(connection, caller, seen.ticket)
    rma = next((rma for rma in ticket.rmas if rma["number"] == number), None)
    if rma is None:
        raise UnknownError("The ticket has no such RMA.")
    happened(connection, ticket, None, now, rev=seen.rev)
    return ticket, rma


def _can(rma: Data, happening: RmaHappening) -> None:
    if not can(state_of(rma), happening):
        raise RefusalError(f"{rma['number']} is {state_of(rma)}; this cannot be done any more.")


def _ended(rma: Data, happening: RmaHappening, now: datetime) -> Data:
    """Give what changes in an RMA's row with its state."""
    after = moved(state_of(rma), happening)
    closed_at = None if after is RmaState.OPEN else now.isoformat()
    return {**after.told, "closed_at": closed_at}


def _put(connection: Connection, rma: Data, now: datetime) -> None:
    put(connection, [StateRow("rma", rma["number"], rma)])
    follow_rmas(connection, [rma], now)


def _faults_of_reason(reason: str) -> dict[str, str]:
    if not reason.strip():
        return {"reason": "Give the reason."}
    return {} if len(reason) <= LONGEST_REASON else {"reason": f"Use at most {LONGEST_REASON} characters."}


def _faults_of_replacement(connection: Connection, rma: Data, serial: str, carrier: str) -> dict[str, str]:
    faults = {}
    key = serial_key(serial)
    if not key or len(serial) > LONGEST_SERIAL or not serial.isprintable():
        faults["serial"] = "Give the replacement's serial number."
    elif any(line.get("serial") and serial_key(line["serial"]) == key for line in rma["lines"]):
        faults["serial"] = "This is the returned device's own serial number, not a replacement's."
    elif connection.execute(select(replacements.c.number).where(replacements.c.serial_key == key)).first():
        faults["serial"] = "This device was shipped as a replacement before."
    if not carrier or len(carrier) > _LONGEST_CARRIER:
        faults["carrier"] = "Name the carrier."
    return faults


def _tracking(text: str) -> str:
    """Read a tracking number as carriers print it. Raises InvalidError."""
    plain = "".join(text.split()).replace("-", "").upper()
    if not _TRACKING.fullmatch(plain):
        raise InvalidError({"tracking": "A tracking number has 8 to 40 letters and digits."})
    return plain
