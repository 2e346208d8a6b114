"""Tickets: the list, a new one, and what a partner does on one: write, add photos, print labels, tell what was sent."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response
from sqlalchemy import Connection

from ticket_service.accounts.refusals import InvalidError, RefusalError
from ticket_service.portal import ticket_page, ticket_words
from ticket_service.portal.forms import Form, Sent, form_of
from ticket_service.portal.once import once
from ticket_service.portal.page import go_to, page
from ticket_service.portal.visit import LoggedIn, Visit
from ticket_service.rules.photo_content import MOST_BYTES
from ticket_service.rules.serial_list import ListedProduct, read_list
from ticket_service.rules.ticket_states import TicketState
from ticket_service.storage.store import reading, writing
from ticket_service.tickets.checks import CheckedProduct, check
from ticket_service.tickets.conversation import LONGEST_TEXT, write
from ticket_service.tickets.labelling import label_of
from ticket_service.tickets.opening import LONGEST_PROBLEM, Caught, Channel, Opening, open_for_partner, open_ticket
from ticket_service.tickets.photos import MOST_PHOTOS, add_photos, read_photo
from ticket_service.tickets.products import add_products
from ticket_service.tickets.rights import is_ours
from ticket_service.tickets.rma_acts import tell_sent
from ticket_service.tickets.searching import Search, search
from ticket_service.tickets.shipping_label import shipping_label
from ticket_service.tickets.site import partners

router = APIRouter()

_LONGEST_LIST = 100_000
#: Some photos at once; the rest can follow with the next message.
_WITH_PHOTOS = form_of(4 * MOST_BYTES)
SentWithPhotos = Annotated[Form, Depends(_WITH_PHOTOS)]


@router.get("/tickets")
def list_tickets(
    visit: LoggedIn, text: str = "", state: str = "", partner: str = "", before: Annotated[int | None, Query()] = None
) -> Response:
    """List the tickets that the person may see, the newest first."""
    known = TicketState(state) if state in set(TicketState) else None
    with reading(visit.ground.engine) as connection:
        found = search(connection, visit.person, Search(text[:200], partner or None, known, before))
        choices = _partner_choices(connection) if is_ours(visit.person) else []
    return page(
        visit,
        "tickets.html",
        found=found,
        words=ticket_words,
        partners=choices,
        asked={"text": text[:200], "state": state, "partner": partner},
        form=Form.filled(text=text[:200], state=state, partner=partner),
        ours=is_ours(visit.person),
    )


@router.get("/tickets/new")
def show_new(visit: LoggedIn) -> Response:
    """Show the form of a new ticket."""
    return _new(visit, Form(), ())


@router.post("/tickets/new")
def post_new(visit: LoggedIn, form: SentWithPhotos) -> Response:
    """Check the list of products, or open the ticket."""
    products = _products(form)
    if form.value("do") == "check":
        return _new(visit, form, products)
    opening = _opening(form, products)
    photos = _photos(form)
    if form.is_good:
        try:
            return go_to(visit, once(visit, form, lambda connection: _open(connection, visit, form, opening, photos)))
        except RefusalError as refusal:
            form.refuse(refusal)
    return _new(visit, form, products, 422)


@router.get("/tickets/{id_}")
def show_ticket(visit: LoggedIn, id_: str) -> Response:
    """Show a ticket."""
    return ticket_page.show(visit, id_)


@router.post("/tickets/{id_}/messages")
def post_message(visit: LoggedIn, id_: str, form: SentWithPhotos) -> Response:
    """Write to the other side, with photos or photos alone."""
    photos = _photos(form)
    text = form.text("text", LONGEST_TEXT, "" if photos else "Write something first.")

    def act(connection: Connection) -> str:
        if photos:
            add_photos(connection, visit.person, id_, photos, visit.now)
        write(connection, visit.person, id_, text or "Photos were added.", visit.now)
        return f"/tickets/{id_}"

    if form.is_good:
        try:
            return go_to(visit, once(visit, form, act), "Your message is on the ticket.")
        except InvalidError as refusal:
            form.refuse(refusal)
    return ticket_page.show(visit, id_, form, 422)


@router.post("/tickets/{id_}/products")
def post_products(visit: LoggedIn, id_: str, form: Sent) -> Response:
    """Put more products on a ticket, or correct the date and problem of those that are on it."""
    products = read_list(form.text("products", _LONGEST_LIST))

    def act(connection: Connection) -> str:
        add_products(connection, visit.person, id_, products, visit.now)
        return f"/tickets/{id_}"

    if form.is_good:
        try:
            return go_to(visit, once(visit, form, act), "The products are on the ticket.")
        except InvalidError as refusal:
            form.refuse(refusal)
    return ticket_page.show(visit, id_, form, 422)


@router.post("/tickets/{id_}/sent")
def post_sent(visit: LoggedIn, id_: str, form: Sent) -> Response:
    """Keep the tracking number of goods that are on their way."""
    number = form.line("number", 64)
    try:
        with writing(visit.ground.engine) as connection:
            tell_sent(connection, visit.person, number, form.line("tracking", 64), visit.now)
    except InvalidError as refusal:
        form.fault(f"tracking-{number}", refusal.faults["tracking"])
        return ticket_page.show(visit, id_, form, 422)
    return go_to(visit, f"/tickets/{id_}", "We watch out for this tracking number.")


@router.get("/tickets/{id_}/photos/{sha256}")
def show_photo(visit: LoggedIn, id_: str, sha256: str) -> Response:
    """Give a photo; it can be nothing but a picture to the browser."""
    with reading(visit.ground.engine) as connection:
        media_type, content = read_photo(connection, visit.person, id_, sha256)
    headers = {
        "Content-Disposition": "inline",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        # What has this hash never changes; another person at the same browser must not find it, though.
        "Cache-Control": "private, no-cache",
        "ETag": f'"{sha256}"',
    }
    return Response(content, media_type=media_type, headers=headers)


@router.get("/labels/{number}")
def show_label(visit: LoggedIn, number: str, cartons: str = "1") -> Response:
    """Give the shipping label as PDF, a page for each carton."""
    count = int(cartons) if cartons.isascii() and cartons.isdigit() and len(cartons) < 4 else 0
    with reading(visit.ground.engine) as connection:
        label = label_of(connection, visit.person, number, count)
    name = "".join(sign for sign in label.number if sign.isascii() and (sign.isalnum() or sign == "-"))
    headers = {"Content-Disposition": f'attachment; filename="label-{name}.pdf"'}
    return Response(shipping_label(label, count, visit.now), media_type="application/pdf", headers=headers)


def _new(visit: Visit, form: Form, products: tuple[ListedProduct, ...], status: int = 200) -> Response:
    ours = is_ours(visit.person)
    with reading(visit.ground.engine) as connection:
        choices = _partner_choices(connection) if ours else []
        partner = form.value("partner") if ours else visit.person.partner or ""
        checked = check(connection, partner, products) if products else ()
    return page(
        visit,
        "new-ticket.html",
        status,
        form=form,
        ours=ours,
        partners=[("", "Choose"), *choices],
        channels=[("phone", "Phone"), ("email", "E-mail")],
        checked=_to_show(checked, ours),
        most_photos=MOST_PHOTOS,
        words=ticket_words,
        today=visit.now.astimezone(visit.zone).date().isoformat(),
    )


def _to_show(checked: tuple[CheckedProduct, ...], ours: bool) -> list[tuple[CheckedProduct, str]]:
    """Give each line with its answer; the words for partners speak to them."""
    return [(each, "" if ours and each.can_be_taken else each.sentence) for each in checked]


def _products(form: Form) -> tuple[ListedProduct, ...]:
    """Read the typed list and the uploaded one; what was uploaded is shown in the field from then on."""
    text = form.text("products", _LONGEST_LIST)
    for upload in form.files("list"):
        content = upload.file.read(_LONGEST_LIST + 1)
        try:
            uploaded = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            uploaded = content.decode("cp1252", errors="replace")
        if len(content) > _LONGEST_LIST or "\0" in uploaded:
            form.fault("list", "This is no list of serial numbers; save it as CSV first.")
        else:
            text = "\n".join(filter(None, (text, uploaded.replace("\r\n", "\n").strip())))
    form.put("products", text)
    return read_list(text)


def _opening(form: Form, products: tuple[ListedProduct, ...]) -> Opening:
    return Opening(
        problem=form.text("problem", LONGEST_PROBLEM, "Describe the problem."),
        products=products,
        purchased_on=day_of(form, "purchased_on"),
        defective_on_receipt=form.ticked("defective_on_receipt"),
        end_customer=form.line("end_customer", 200),
        end_customer_email=form.line("end_customer_email", 254),
    )


def _open(connection: Connection, visit: Visit, form: Form, opening: Opening, photos: list[tuple[str, bytes]]) -> str:
    """Open the ticket as the person's own, or for the partner whom they heard."""
    if is_ours(visit.person):
        channel = Channel(form.value("channel")) if form.value("channel") in set(Channel) else Channel.PORTAL
        contact = form.line("contact_name", 100), form.line("contact_email", 254)
        caught = Caught(form.value("partner"), channel, *contact)
        id_ = open_for_partner(connection, visit.person, caught, opening, visit.now)
    else:
        id_ = open_ticket(connection, visit.person, opening, visit.now)
    if photos:
        add_photos(connection, visit.person, id_, photos, visit.now)
    return f"/tickets/{id_}"


def _photos(form: Form) -> list[tuple[str, bytes]]:
    chosen = [upload for upload in form.files("photos") if upload.filename]
    if len(chosen) > MOST_PHOTOS:
        form.fault("photos", f"A ticket takes {MOST_PHOTOS} photos.")
        return []
    return [(upload.filename or "", upload.file.read(MOST_BYTES + 1)) for upload in chosen]


def _partner_choices(connection: Connection) -> list[tuple[str, str]]:
    return sorted(((id_, partner["name"]) for id_, partner in partners(connection).items()), key=lambda pair: pair[1])


def day_of(form: Form, name: str) -> date | None:
    """Read a date field; None where it is empty or wrong."""
    text = form.line(name, 10)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        form.fault(name, "Write the date as 2026-11-02.")
        return None
