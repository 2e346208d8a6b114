"""The people at the stations, for the administrator."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ticket_service.accounts import site_people, stations
from ticket_service.accounts.refusals import InvalidError
from ticket_service.accounts.site_people import ROLES, Said, SitePerson
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.once import once
from ticket_service.portal.page import go_to, page
from ticket_service.portal.visit import LoggedIn, Visit
from ticket_service.storage.store import reading, writing

router = APIRouter()


@router.get("/people")
def show_people(visit: LoggedIn) -> Response:
    """List everybody."""
    with reading(visit.ground.engine) as connection:
        people = site_people.people(connection, visit.person)
    return page(visit, "people.html", people=people)


@router.get("/people/new")
def show_new_person(visit: LoggedIn) -> Response:
    """Show the empty form."""
    return _person_page(visit, None, Form({"active": ["yes"]}))


@router.post("/people/new")
def post_new_person(visit: LoggedIn, form: Sent) -> Response:
    """Add somebody."""
    said = _said(form)
    if not form.is_good:
        return _person_page(visit, None, form, 422)
    try:
        path = once(visit, form, lambda c: f"/people/{site_people.add(c, visit.person, said)}")
    except InvalidError as refusal:
        form.refuse(refusal)
        return _person_page(visit, None, form, 422)
    return go_to(visit, path, f"{said.name} is added; the stations hear of it with their next round.")


@router.get("/people/{person}")
def show_person(visit: LoggedIn, person: str) -> Response:
    """Show one person as a form."""
    with reading(visit.ground.engine) as connection:
        known = site_people.read_person(connection, visit.person, person)
    filled = {
        "name": [known.name],
        "roles": list(known.roles),
        "stations": list(known.stations),
        "active": ["yes"] if known.active else [],
    }
    return _person_page(visit, known, Form(filled))


@router.post("/people/{person}")
def post_person(visit: LoggedIn, person: str, form: Sent) -> Response:
    """Change somebody."""
    with reading(visit.ground.engine) as connection:
        known = site_people.read_person(connection, visit.person, person)
    said = _said(form)
    if not form.is_good:
        return _person_page(visit, known, form, 422)
    try:
        with writing(visit.ground.engine) as connection:
            site_people.change(connection, visit.person, person, said, rev=form.number("rev"))
    except InvalidError as refusal:
        form.refuse(refusal)
        return _person_page(visit, known, form, 422)
    return go_to(visit, f"/people/{person}", f"{said.name} is changed; the stations hear of it with their next round.")


def _said(form: Form) -> Said:
    """Read the form; a PIN is hashed only where all else is right."""
    name = form.line("name", 100, "Type the person's name.")
    roles = site_people.roles_of(form.values("roles"))
    if not roles:
        form.fault("roles", "Tick at least one.")
    enabled = tuple(dict.fromkeys(name for name in form.values("stations") if stations.NAME.fullmatch(name)))
    badge = form.line("badge", 64)
    pin = form.value("pin").strip()
    fault = site_people.pin_fault(pin) if pin else None
    if fault is not None:
        form.fault("pin", fault)
    hashed = site_people.hashed_pin(pin) if pin and form.is_good else None
    return Said(
        name,
        roles,
        enabled,
        form.ticked("active"),
        "" if form.ticked("no_badge") else badge or None,
        "" if form.ticked("no_pin") else hashed,
    )


def _person_page(visit: Visit, person: SitePerson | None, form: Form, status: int = 200) -> Response:
    with reading(visit.ground.engine) as connection:
        known = [one.name for one in stations.stations_of_site(connection, visit.person)]
    return page(visit, "person.html", status, person=person, form=form, stations=known, roles=ROLES)
