"""GET /v1/rmas/{number}: one RMA, fresh."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header, Path
from fastapi.responses import Response

from ticket_service.api.access import Station, failing
from ticket_service.contract.problems import ProblemError
from ticket_service.contract.wire import Row
from ticket_service.ground import ServiceGround
from ticket_service.rules.rma_number import look_up_key
from ticket_service.storage.schema import state
from ticket_service.storage.state import outgoing, row_text
from ticket_service.storage.store import reading

router = APIRouter()

_UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "The RMA still has the rev of If-None-Match"}}


@router.get("/v1/rmas/{number:path}", response_model=Row, responses={**_UNCHANGED, **failing(401, 404, 422, 503)})
def read_rma(
    ground: ServiceGround,
    _station: Station,
    number: Annotated[str, Path(description="As people write it; only its letters and digits count")],
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    """Give one RMA's newest state, with its rev as ETag."""
    wanted = outgoing().where(state.c.kind == "rma", state.c.look_up == look_up_key(number), state.c.deleted.is_(False))
    with reading(ground.engine) as connection:
        row = connection.execute(wanted).first()
    if row is None:
        raise ProblemError(404, "not-found", "No RMA has this number.", number=number)
    tag = f'"{row.rev}"'
    if if_none_match is not None and _names(if_none_match, tag):
        return Response(status_code=304, headers={"ETag": tag})
    return Response(row_text(row), media_type="application/json", headers={"ETag": tag})


def _names(condition: str, tag: str) -> bool:
    tags = [entry.strip().removeprefix("W/") for entry in condition.split(",")]
    return "*" in tags or tag in tags
