"""POST /v1/events: what happened at a station."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse
from pydantic import Field, ValidationError
from sqlalchemy import Connection
from starlette.requests import ClientDisconnect

from ticket_service.api.access import Station, failing
from ticket_service.contract.problems import ProblemError, first_fault
from ticket_service.contract.wire import MAX_BODY_BYTES, MAX_EVENTS, Countersigned, Envelope, EventResults
from ticket_service.ground import ServiceGround
from ticket_service.intake.chain import Element, Place, countersigned, element_of, parse
from ticket_service.intake.history import head_of, places
from ticket_service.intake.taking import Answer, begin_intake
from ticket_service.storage.store import identity, reading, writing

router = APIRouter()

_BATCH = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/EventBatch"}}}, "required": True}


async def body_of(request: Request, _station: Station) -> bytes:
    """Read the body of a known station, as far as the limit."""
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > MAX_BODY_BYTES:
                raise ProblemError(413, "too-large", "A batch has at most 8 MiB; send fewer events at a time.")
    except ClientDisconnect as error:
        raise ProblemError(400, "malformed", "The connection ended before the body did.") from error
    return bytes(body)


@router.post(
    "/v1/events",
    response_model=EventResults,
    responses=failing(400, 401, 403, 409, 413, 422, 503),
    openapi_extra={"requestBody": _BATCH},
)
def post_events(ground: ServiceGround, station: Station, body: Annotated[bytes, Depends(body_of)]) -> JSONResponse:
    """Take a station's next events, all in one transaction, and answer each.

    A repeated event is answered `duplicate`, or as the first time if that was anything but `applied`. An event that was
    a hash alone so far is weighed when it comes whole.
    """
    elements = _elements(station, body)
    with writing(ground.engine) as connection:
        intake = begin_intake(connection, station, elements, ground.clock())
        intake.refuse_forks(elements)
        results = [_result(element, intake.take(element)) for element in elements]
        intake.store()
        head = _signed(_key(connection), station, head_of(connection, station))
    ground.metrics.taken(result["result"] for result in results)
    return JSONResponse({"results": results, "server_time": ground.server_time(), "head": head})


@router.get("/v1/countersigned", response_model=Countersigned, responses=failing(401, 422, 503))
def get_countersigned(
    ground: ServiceGround,
    station: Station,
    seq: Annotated[list[Annotated[int, Field(ge=0, lt=2**63)]], Query(default_factory=list, max_length=MAX_EVENTS)],
) -> JSONResponse:
    """Countersign the end of the station's chain, and single elements of it; what never came is left out."""
    with reading(ground.engine) as connection:
        key = _key(connection)
        head = _signed(key, station, head_of(connection, station))
        signed = [_signed(key, station, place) for place in places(connection, station, seq)]
    return JSONResponse({"head": head, "events": signed, "server_time": ground.server_time()})


def _elements(station: str, body: bytes) -> list[Element]:
    try:
        raw = parse(body)
    except ValueError as error:
        raise ProblemError(400, "malformed", f"The body is not JSON: {error}.") from error
    try:
        envelope = Envelope.model_validate(raw)
    except ValidationError as error:
        raise ProblemError(422, "malformed", first_fault(error.errors())) from error
    if len(envelope.events) > MAX_EVENTS:
        raise ProblemError(413, "too-large", f"A batch has at most {MAX_EVENTS} events; send the rest in the next.")
    if envelope.station != station:
        raise ProblemError(403, "wrong-station", f"This token belongs to {station}; send only its events with it.")
    return [element_of(link, element) for link, element in zip(envelope.events, raw["events"], strict=True)]


def _result(element: Element, answer: Answer) -> dict[str, Any]:
    result: dict[str, Any] = {
        "station_seq": element.link.station_seq,
        "id": None if element.event is None else str(element.event.id),
        "result": answer.result,
    }
    return result if answer.problem is None else result | {"problem": answer.problem}


def _key(connection: Connection) -> bytes:
    return identity(connection).signing_key


def _signed(key: bytes, station: str, place: Place | None) -> dict[str, Any] | None:
    return None if place is None else countersigned(key, station, place)
