"""What support does on tickets: the queue, notes, resolving from afar, RMAs, and the conflicts that stations met."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import Connection

from ticket_service.accounts.refusals import ChangedMeanwhileError, InvalidError, RefusalError, UnknownError
from ticket_service.portal import ticket_page, ticket_words
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.once import once
from ticket_service.portal.page import go_to, page
from ticket_service.portal.tickets import day_of
from ticket_service.portal.visit import LoggedIn, Visit
from ticket_service.rules.rma_kind import RmaKind
from ticket_service.storage.store import reading, writing
from ticket_service.tickets.checks import on_open_rmas
from ticket_service.tickets.conversation import LONGEST_TEXT, note, solve
from ticket_service.tickets.devices import keep_devices
from ticket_service.tickets.exceptions import LONGEST_NOTE, open_conflicts, settle
from ticket_service.tickets.issuing import LONGEST_REASON, Address, Issue, PartChoice, issue, kinds_by_rule
from ticket_service.tickets.rights import Act, require
from ticket_service.tickets.rma_acts import Cancellation, Extension, Replacement, cancel, extend, ship_replacement
from ticket_service.tickets.searching import queue
from ticket_service.tickets.serial_history import history
from ticket_service.tickets.site import models, partners, site_days
from ticket_service.tickets.ticket import Seen, Ticket, find

router = APIRouter()

_ADDRESS = ("name", "street", "city", "region", "postal_code", "country")
_BY_RULE = "rule"


@router.get("/queue")
def show_queue(visit: LoggedIn) -> Response:
    """Show what waits for support, the longest waiting first."""
    with reading(visit.ground.engine) as connection:
        waiting = queue(connection, visit.person)
    return page(visit, "queue.html", waiting=waiting, words=ticket_words)


@router.post("/tickets/{id_}/notes")
def post_note(visit: LoggedIn, id_: str, form: Sent) -> Response:
    """Keep a note that partners never see."""
    text = form.text("note", LONGEST_TEXT, "Write something first.")

    def act(connection: Connection) -> str:
        note(connection, visit.person, id_, text, visit.now)
        return f"/tickets/{id_}"

    if form.is_good:
        return go_to(visit, once(visit, form, act), "The note is kept.")
    return ticket_page.show(visit, id_, form, 422)


@router.post("/tickets/{id_}/resolution")
def post_resolution(visit: LoggedIn, id_: str, form: Sent) -> Response:
    """Resolve a ticket without an RMA."""
    text = form.text("resolution", LONGEST_TEXT, "Write what helped; the partner reads it.")
    if form.is_good:
        try:
            with writing(visit.ground.engine) as connection:
                solve(connection, visit.person, _seen(id_, form), text, visit.now)
            return go_to(visit, f"/tickets/{id_}", "The ticket is resolved.")
        except ChangedMeanwhileError as refusal:
            form.refuse(refusal)
    return ticket_page.show(visit, id_, form, 422)


@router.get("/tickets/{id_}/rma")
def show_issue(visit: LoggedIn, id_: str) -> Response:
    """Show what can be authorized."""
    return _issue_page(visit, id_, None)


@router.post("/tickets/{id_}/rma")
def post_issue(visit: LoggedIn, id_: str, form: Sent) -> Response:
    """Issue the RMAs for the ticked products."""
    wanted = _wanted(form)

    def act(connection: Connection) -> str:
        issue(connection, visit.person, _seen(id_, form), wanted, visit.now)
        return f"/tickets/{id_}"

    try:
        return go_to(visit, once(visit, form, act), "The RMA is issued; the partner reads its number.")
    except UnknownError:
        raise
    except RefusalError as refusal:
        form.refuse(refusal)
    return _issue_page(visit, id_, form)


@router.get("/tickets/{id_}/rmas/{number}")
def show_rma(visit: LoggedIn, id_: str, number: str) -> Response:
    """Show what can be changed of an RMA."""
    return _rma_page(visit, id_, number, Form())


@router.post("/tickets/{id_}/rmas/{number}/extend")
def post_extend(visit: LoggedIn, id_: str, number: str, form: Sent) -> Response:
    """Let goods come later."""
    wanted = Extension(number, day_of(form, "until"), form.text("reason", LONGEST_REASON))
    return _change_rma(
        visit,
        (id_, number, form),
        lambda connection: extend(connection, visit.person, _seen(id_, form), wanted, visit.now),
        "The last day is moved; the partner reads it.",
    )


@router.post("/tickets/{id_}/rmas/{number}/cancel")
def post_cancel(visit: LoggedIn, id_: str, number: str, form: Sent) -> Response:
    """Cancel an RMA of which nothing has come."""
    wanted = Cancellation(number, form.text("why", LONGEST_REASON))

    def act(connection: Connection) -> None:
        try:
            cancel(connection, visit.person, _seen(id_, form), wanted, visit.now)
        except InvalidError as error:
            # Both forms of the page ask for a reason; the fault belongs to this one's.
            raise InvalidError({"why": error.faults["reason"]}) from error

    return _change_rma(visit, (id_, number, form), act, "The RMA is cancelled; its number never counts again.")


@router.post("/tickets/{id_}/rmas/{number}/replacement")
def post_replacement(visit: LoggedIn, id_: str, number: str, form: Sent) -> Response:
    """Keep what was shipped ahead."""
    sent = Replacement(number, form.line("serial", 200), form.line("carrier", 200), form.line("tracking", 200))
    return _change_rma(
        visit,
        (id_, number, form),
        lambda connection: ship_replacement(connection, visit.person, _seen(id_, form), sent, visit.now),
        "The replacement is on its way; the partner reads its tracking number.",
    )


@router.get("/exceptions")
def show_exceptions(visit: LoggedIn) -> Response:
    """Show the conflicts that nobody has settled."""
    return _exceptions_page(visit, Form(), "")


@router.post("/exceptions/{id_}")
def post_exception(visit: LoggedIn, id_: str, form: Sent) -> Response:
    """Settle a conflict with a note."""
    said = form.text("note", LONGEST_NOTE, "Say what you found and did.")
    if form.is_good:
        try:
            with writing(visit.ground.engine) as connection:
                settle(connection, visit.person, id_, said, visit.now)
            return go_to(visit, "/exceptions", "The conflict is settled, at the stations too.")
        except ChangedMeanwhileError as refusal:
            form.refuse(refusal)
    return _exceptions_page(visit, form, id_, 422)


@router.get("/serials")
def show_serial(visit: LoggedIn, serial: str = "") -> Response:
    """Show everything that is known of a serial number."""
    return _serial_page(visit, serial, Form.filled(serial=serial[:64]))


@router.post("/serials")
def post_devices(visit: LoggedIn, form: Sent) -> Response:
    """Take a list of sold devices into the register."""
    text = form.text("devices", 1_000_000, "Paste the list first.")
    if form.is_good:
        try:
            with writing(visit.ground.engine) as connection:
                kept = keep_devices(connection, visit.person, text)
            return go_to(visit, "/serials", f"The register knows these {kept} devices.")
        except InvalidError as refusal:
            form.refuse(refusal)
    return _serial_page(visit, "", form, 422)


def _seen(id_: str, form: Form) -> Seen:
    """Read which state of the ticket the person decided on."""
    rev = form.value("rev")
    return Seen(id_, int(rev) if rev.isascii() and rev.isdigit() and len(rev) < 10 else 0)


def _ticket(connection: Connection, visit: Visit, id_: str, act: Act) -> Ticket:
    require(visit.person, act)
    return find(connection, visit.person, id_)


def _issue_page(visit: Visit, id_: str, form: Form | None) -> Response:
    with reading(visit.ground.engine) as connection:
        ticket = _ticket(connection, visit, id_, Act.ISSUE_RMA)
        kinds = kinds_by_rule(ticket, ticket.products, site_days(connection))
        taken = on_open_rmas(connection, [product.serial_key for product in ticket.products])
        known = models(connection)
        addresses = partners(connection).get(ticket.partner, {}).get("addresses", [])
    lines = [str(product.line) for product in ticket.products if product.serial_key not in taken]
    return page(
        visit,
        "issue-rma.html",
        200 if form is None else 422,
        ticket=ticket,
        kinds={product.line: kind for kind, group in kinds.items() for product in group},
        taken=taken,
        models=[("", "Choose"), *((model, f"{model}: {data['name']}") for model, data in known.items())],
        parts={model: data.get("parts", ()) for model, data in known.items()},
        part_choices=[
            (PartChoice.REQUIRED, "must come"),
            (PartChoice.OPTIONAL, "may come"),
            (PartChoice.STAYS, "stays"),
        ],
        addresses=addresses,
        choices=[(_BY_RULE, "By the 30-day rule"), *((kind.value, f"All {kind.value}") for kind in RmaKind)],
        ticked=lines if form is None else form.values("lines"),
        form=form or Form(),
        words=ticket_words,
    )


def _wanted(form: Form) -> Issue:
    lines = [int(line) for line in form.values("lines") if line.isascii() and line.isdigit() and len(line) < 6]
    kind = form.value("kind")
    address = {name: form.line(f"back-{name}", 100) for name in _ADDRESS}
    filled = any(value for name, value in address.items() if name != "country")
    return Issue(
        lines=lines,
        models={line: form.value(f"model-{line}") for line in lines if form.value(f"model-{line}")},
        parts={line: _parts(form, line) for line in lines},
        kind=RmaKind(kind) if kind in set(RmaKind) else None,
        reason=form.text("reason", LONGEST_REASON),
        send_back_to=Address(**(address | {"country": address["country"] or "US"})) if filled else None,
    )


def _parts(form: Form, line: int) -> dict[str, PartChoice]:
    """Read which parts of a product come with it; the form names each part beside its choice."""
    names, choices = form.values(f"part-{line}"), form.values(f"comes-{line}")
    pairs = zip(names, choices, strict=False)
    return {name: PartChoice(choice) for name, choice in pairs if choice in set(PartChoice)}


def _rma_page(visit: Visit, id_: str, number: str, form: Form, status: int = 200) -> Response:
    with reading(visit.ground.engine) as connection:
        ticket = _ticket(connection, visit, id_, Act.EXTEND_RMA)
        shown = next((rma for rma in ticket_page.shown_rmas(connection, ticket) if rma.number == number), None)
    if shown is None:
        raise UnknownError("The ticket has no such RMA.")
    return page(visit, "rma.html", status, ticket=ticket, rma=shown, form=form, words=ticket_words)


def _change_rma(visit: Visit, what: tuple[str, str, Form], act: Callable[[Connection], None], done: str) -> Response:
    """Do what a form of the RMA's page asks, or show the page again with what stands against it."""
    id_, number, form = what
    if form.is_good:
        try:
            with writing(visit.ground.engine) as connection:
                act(connection)
            return go_to(visit, f"/tickets/{quote(id_)}", done)
        except UnknownError:
            raise
        except RefusalError as refusal:
            form.refuse(refusal)
    return _rma_page(visit, id_, number, form, 422)


def _exceptions_page(visit: Visit, form: Form, about: str, status: int = 200) -> Response:
    with reading(visit.ground.engine) as connection:
        conflicts = open_conflicts(connection, visit.person)
    return page(visit, "exceptions.html", status, conflicts=conflicts, form=form, about=about, most=LONGEST_NOTE)


def _serial_page(visit: Visit, serial: str, form: Form, status: int = 200) -> Response:
    with reading(visit.ground.engine) as connection:
        require(visit.person, Act.FOLLOW_SERIAL)
        found: Any = history(connection, visit.person, serial[:64]) if serial.strip() else None
    return page(visit, "serials.html", status, found=found, form=form, words=ticket_words)
