"""Which station calls, and the problems a route may answer with."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, Any

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from ticket_service.accounts import station_tokens, stations
from ticket_service.contract import problems
from ticket_service.contract.problems import ProblemError
from ticket_service.ground import ServiceGround
from ticket_service.storage.store import UnavailableError, reading, writing

_bearer = HTTPBearer(auto_error=False, scheme_name="station", description="The station's token.")


def station_of(
    ground: ServiceGround, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> str:
    """Name the station that calls, or end the request with 401."""
    if credentials is not None:
        token, now = credentials.credentials, ground.clock()
        with reading(ground.engine) as connection:
            station = station_tokens.station_of(connection, token)
            is_news = station is not None and stations.is_news(connection, station, token, now)
        if station is not None:
            if is_news:
                # Who cannot be written down now is still heard: reading goes on while the disk is full.
                with suppress(UnavailableError), writing(ground.engine) as connection:
                    stations.note_spoken(connection, station, token, now)
            return station
    raise ProblemError(401, "unauthorized", "Send the station's own, valid token as 'Authorization: Bearer …'.")


Station = Annotated[str, Depends(station_of)]


def failing(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Document these statuses as problem documents."""
    schema = {"$ref": "#/components/schemas/Problem"}
    answer = {"description": "A problem document", "content": {problems.MEDIA_TYPE: {"schema": schema}}}
    return dict.fromkeys(statuses, answer)
