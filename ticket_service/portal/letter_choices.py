"""Which letters a partner wants, and the page behind the link that ends them."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ticket_service.accounts.refusals import NotAllowedError, RefusalError, UnknownError
from ticket_service.mail import choices
from ticket_service.mail.choices import Choices, Wants
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.page import go_to, page
from ticket_service.portal.visit import Anyone, LoggedIn, Visit
from ticket_service.storage.store import reading, writing

router = APIRouter()

_LONGEST_LIST = 4000


@router.get("/letters")
def show_choices(visit: LoggedIn) -> Response:
    """Show what the company has chosen."""
    with reading(visit.ground.engine) as connection:
        chosen = choices.of_partner(connection, _partner(visit))
    return page(visit, "letter-choices.html", form=_filled(chosen))


@router.post("/letters")
def post_choices(visit: LoggedIn, form: Sent) -> Response:
    """Keep what the company chooses."""
    chosen = _read(form)
    if form.is_good:
        try:
            with writing(visit.ground.engine) as connection:
                choices.choose(connection, visit.person, chosen)
            return go_to(visit, "/letters", "Letters are sent so from now on.")
        except RefusalError as refusal:
            form.refuse(refusal)
    with reading(visit.ground.engine) as connection:
        stands = choices.of_partner(connection, _partner(visit))
    return page(visit, "letter-choices.html", 422, form=form, stands=_filled(stands))


@router.get("/letters/stop/{secret}")
def show_stop(visit: Anyone, secret: str) -> Response:
    """Ask first: programs that look into mail follow links by themselves."""
    with reading(visit.ground.engine) as connection:
        address = choices.address_of(connection, secret)
    if address is None:
        raise UnknownError("This link is not known; letters may have ended already.")
    return page(visit, "letters-stop.html", address=address, secret=secret, form=Form())


@router.post("/letters/stop/{secret}")
def post_stop(visit: Anyone, secret: str) -> Response:
    """End the letters; mail programs send this by themselves (RFC 8058), so the secret alone counts."""
    with writing(visit.ground.engine) as connection:
        address = choices.unsubscribe(connection, secret, visit.now)
    if address is None:
        raise UnknownError("This link is not known; letters may have ended already.")
    return page(visit, "letters-stopped.html", address=address)


def _partner(visit: Visit) -> str:
    if visit.person.partner is None:
        raise NotAllowedError("Only a partner chooses which letters it gets.")
    return visit.person.partner


def _filled(chosen: Choices) -> Form:
    by_wants = {wants: [each for each, theirs in chosen.copies.items() if theirs is wants] for wants in Wants}
    return Form.filled(
        contact=chosen.contact.value,
        end_customer=chosen.end_customer.value,
        copies="\n".join(by_wants[Wants.ALL]),
        last="\n".join(by_wants[Wants.RESOLUTIONS]),
        rev=str(chosen.rev),
    )


def _read(form: Form) -> Choices:
    contact = form.choice("contact", [Wants.ALL, Wants.RESOLUTIONS])
    end_customer = form.choice("end_customer", list(Wants))
    copies = dict.fromkeys(form.text("last", _LONGEST_LIST).split(), Wants.RESOLUTIONS)
    copies |= dict.fromkeys(form.text("copies", _LONGEST_LIST).split(), Wants.ALL)
    rev = form.number("rev")
    if not form.is_good:
        return Choices(rev=rev)
    return Choices(Wants(contact), Wants(end_customer), copies, rev)
