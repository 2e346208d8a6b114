"""A partner's company: its addresses, kept by its own people."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter
from fastapi.responses import Response

from ticket_service.accounts import company
from ticket_service.accounts.company import MOST_ADDRESSES
from ticket_service.accounts.refusals import InvalidError
from ticket_service.accounts.registration import Address
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.page import go_to, page
from ticket_service.portal.register import address_of
from ticket_service.portal.visit import LoggedIn, Visit
from ticket_service.storage.store import reading, writing

router = APIRouter()

#: What makes an address one; without any of them its block counts as empty.
_TELLING = ("street", "city", "region", "postal_code")


@router.get("/account/company")
def show_company(visit: LoggedIn) -> Response:
    """Show the addresses as a form."""
    with reading(visit.ground.engine) as connection:
        known = company.read_company(connection, visit.person)
    filled = {
        f"a{place}_{name}": text
        for place, address in enumerate(known.addresses, start=1)
        for name, text in asdict(address).items()
    }
    return _company(visit, Form.filled(**filled))


@router.post("/account/company")
def post_company(visit: LoggedIn, form: Sent) -> Response:
    """Keep the addresses; an emptied one is taken out."""
    with reading(visit.ground.engine) as connection:
        name = company.read_company(connection, visit.person).name
    addresses = _addresses(form, name)
    try:
        if form.is_good:
            with writing(visit.ground.engine) as connection:
                company.change_addresses(connection, visit.person, addresses, rev=form.number("rev"))
    except InvalidError as refusal:
        form.refuse(refusal)
    if not form.is_good:
        return _company(visit, form, 422)
    return go_to(visit, "/account/company", "The addresses are kept. Labels name the first one as the sender.")


def _addresses(form: Form, company_name: str) -> list[Address]:
    blocks = [f"a{place}" for place in range(1, MOST_ADDRESSES + 1)]
    return [
        address_of(form, block, company_name)
        for block in blocks
        if any(form.value(f"{block}_{name}").strip() for name in _TELLING)
    ]


def _company(visit: Visit, form: Form, status: int = 200) -> Response:
    with reading(visit.ground.engine) as connection:
        known = company.read_company(connection, visit.person)
    places = range(1, min(len(known.addresses) + 1, MOST_ADDRESSES) + 1)
    return page(visit, "company.html", status, company=known, form=form, places=places)
