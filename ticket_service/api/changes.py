"""GET /v1/changes: everything a station keeps, as one stream in commit order."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from sqlalchemy import Connection, select

from ticket_service.api.access import Station, failing
from ticket_service.contract.problems import ProblemError
from ticket_service.contract.wire import Changes
from ticket_service.ground import ServiceGround
from ticket_service.storage.schema import service, state
from ticket_service.storage.state import outgoing, row_text
from ticket_service.storage.store import identity, reading

router = APIRouter()


@router.get("/v1/changes", response_model=Changes, responses=failing(401, 410, 422, 503))
def read_changes(
    ground: ServiceGround,
    _station: Station,
    cursor: str = "",
    limit: Annotated[int, Query(ge=1, le=5000)] = 1000,
) -> Response:
    """Give the rows after the cursor (empty at first). 410: start again with an empty one."""
    with reading(ground.engine) as connection:
        epoch = identity(connection).epoch
        after = _place(connection, epoch, cursor)
        wanted = outgoing().where(state.c.seq > after).order_by(state.c.seq).limit(limit + 1)
        rows = connection.execute(wanted).all()
    page = rows[:limit]
    last = page[-1].seq if page else after
    head = {
        "epoch": epoch,
        "next_cursor": f"{epoch}.{last}",
        "has_more": len(rows) > limit,
        "server_time": ground.server_time(),
    }
    text = f'{json.dumps(head)[:-1]}, "rows": [{",".join(map(row_text, page))}]}}'
    return Response(text, media_type="application/json")


def _place(connection: Connection, epoch: str, cursor: str) -> int:
    """Read the cursor; one from another database, or from a future this one lost, is gone."""
    if not cursor:
        return 0
    of, _, place = cursor.partition(".")
    newest = connection.execute(select(service.c.newest_seq)).scalar_one()
    if of == epoch and place.isascii() and place.isdigit() and len(place) < 20 and int(place) <= newest:
        return int(place)
    raise ProblemError(410, "cursor-gone", "Start again with an empty cursor and rebuild what is kept.")
