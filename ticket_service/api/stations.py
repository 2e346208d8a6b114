"""POST /v1/stations/enrol and /v1/stations/token: how a station comes by its token."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from ticket_service.accounts import stations
from ticket_service.accounts.refusals import RefusalError
from ticket_service.accounts.sealing import is_usable
from ticket_service.accounts.station_tokens import issue_token
from ticket_service.api.access import Station, failing
from ticket_service.contract.problems import ProblemError
from ticket_service.contract.wire import Enrolment, StationToken
from ticket_service.ground import ServiceGround
from ticket_service.storage.store import writing

router = APIRouter()


@router.post(
    "/v1/stations/enrol", status_code=201, response_model=StationToken, responses=failing(400, 403, 422, 429, 503)
)
def post_enrol(ground: ServiceGround, request: Request, enrolment: Enrolment) -> JSONResponse:
    """Give a token for a one-time code that a person types; no token needed. The station's earlier tokens end."""
    if enrolment.sealing_key is not None and not is_usable(enrolment.sealing_key):
        raise ProblemError(422, "malformed", "sealing_key: no public key of X25519.")
    address = request.client.host if request.client else ""
    try:
        with writing(ground.engine) as connection:
            enrolled = stations.enrol(connection, enrolment.code, enrolment.sealing_key, address, ground.clock())
    except RefusalError as refusal:
        raise ProblemError(429, "too-many-tries", str(refusal)) from refusal
    if enrolled is None:
        raise ProblemError(403, "code-unknown", "This code is wrong, used or too old. Ask for a new one.")
    return _given(enrolled.station, enrolled.token)


@router.post("/v1/stations/token", status_code=201, response_model=StationToken, responses=failing(401, 503))
def post_token(ground: ServiceGround, station: Station) -> JSONResponse:
    """Give the station a new token; the one it has stays valid until the new one is used."""
    with writing(ground.engine) as connection:
        token = issue_token(connection, station, ground.clock())
    return _given(station, token)


def _given(station: str, token: str) -> JSONResponse:
    return JSONResponse({"station": station, "token": token}, 201, {"Cache-Control": "no-store"})
