"""Register a company, and ask for a new password: strangers' pages, which say the same whoever is known."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ticket_service.accounts import own_account, registration
from ticket_service.accounts.registration import Address, Application
from ticket_service.accounts.users import normal_email
from ticket_service.mail import outbox
from ticket_service.portal import letters
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.page import go_to, page
from ticket_service.portal.visit import Anyone
from ticket_service.storage.store import writing

router = APIRouter()

_NO_EMAIL = "Type an e-mail address, such as dana@example.com."


@router.get("/register")
def show_register(visit: Anyone) -> Response:
    """Show the form for a company."""
    return page(visit, "register.html", form=Form.filled(main_country="US", second_country="US"))


@router.post("/register")
def post_register(visit: Anyone, form: Sent) -> Response:
    """Take the registration and write to its address."""
    application = _application(form)
    if application is None:
        return page(visit, "register.html", 422, form=form)
    with writing(visit.ground.engine) as connection:
        asked = registration.register(connection, application, visit.now)
        if asked is not None:
            outbox.put(connection, letters.confirm(visit.ground.url, asked), visit.now)
    return go_to(visit, "/letter-sent")


@router.get("/letter-sent")
def show_letter_sent(visit: Anyone) -> Response:
    """Tell where to go on."""
    return page(visit, "letter-sent.html")


@router.get("/forgotten")
def show_forgotten(visit: Anyone) -> Response:
    """Show the form for somebody who forgot the password."""
    return page(visit, "forgotten.html", form=Form())


@router.post("/forgotten")
def post_forgotten(visit: Anyone, form: Sent) -> Response:
    """Write to the address, if it has an account."""
    email = email_of(form)
    if email is None:
        return page(visit, "forgotten.html", 422, form=form)
    with writing(visit.ground.engine) as connection:
        told = own_account.ask_reset(connection, email, visit.now)
        if told is not None:
            outbox.put(connection, letters.reset(visit.ground.url, told), visit.now)
    return go_to(visit, "/letter-sent")


def email_of(form: Form) -> str | None:
    """Read an e-mail address; what is none is kept as a fault."""
    email = normal_email(form.value("email"))
    if email is None:
        form.fault("email", _NO_EMAIL)
    return email


def address_of(form: Form, which: str, company: str) -> Address:
    """Read the address whose fields begin with `which`."""
    return Address(
        form.line(f"{which}_name", 100) or company,
        form.line(f"{which}_street", 100, "Type the street and number."),
        form.line(f"{which}_city", 60, "Type the city."),
        form.line(f"{which}_region", 30, "Type the state, such as IL."),
        form.line(f"{which}_postal_code", 20, "Type the ZIP or postal code."),
        form.line(f"{which}_country", 2, "Type the country in two letters, such as US.").upper(),
    )


def _application(form: Form) -> Application | None:
    company = form.line("company", 100, "Type the company's name.")
    contact = form.line("contact", 100, "Type your name.")
    email = email_of(form)
    phone = form.line("phone", 40, "Type a telephone number.")
    addresses = [address_of(form, "main", company)]
    if form.ticked("second"):
        addresses.append(address_of(form, "second", company))
    if email is None or not form.is_good:
        return None
    return Application(company, contact, email, phone, tuple(addresses))
