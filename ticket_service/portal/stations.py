"""The site's stations, for the administrator: enrol, see, revoke."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ticket_service.accounts import stations
from ticket_service.accounts.refusals import InvalidError
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.page import go_to, page
from ticket_service.portal.visit import LoggedIn, Visit
from ticket_service.storage.store import reading, writing

router = APIRouter()


@router.get("/stations")
def show_stations(visit: LoggedIn) -> Response:
    """List the stations and the form that enrols one."""
    return _stations(visit, Form())


@router.post("/stations")
def post_code(visit: LoggedIn, form: Sent) -> Response:
    """Make the code that enrols a station, and show it this once."""
    try:
        with writing(visit.ground.engine) as connection:
            name = form.line("station", 64)
            code = stations.make_code(connection, visit.person, name, visit.now)
    except InvalidError as refusal:
        form.refuse(refusal)
        return _stations(visit, form, 422)
    return page(visit, "station-code.html", station=name, code=code, until=visit.now + stations.CODE_LIFE)


@router.post("/stations/{station}/revoke")
def post_revoke(visit: LoggedIn, station: str, _form: Sent) -> Response:
    """End a station's tokens."""
    with writing(visit.ground.engine) as connection:
        stations.revoke(connection, visit.person, station, visit.now)
    return go_to(visit, "/stations", f"{station} is revoked. It loses nothing and goes on once it is enrolled anew.")


def _stations(visit: Visit, form: Form, status: int = 200) -> Response:
    with reading(visit.ground.engine) as connection:
        known = stations.stations_of_site(connection, visit.person)
    return page(visit, "stations.html", status, stations=known, form=form)
