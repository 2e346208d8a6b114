"""Which station calls, and the problems a route may answer with."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from ticket_service.accounts import station_tokens
from ticket_service.contract import problems
from ticket_service.contract.problems import ProblemError
from ticket_service.ground import ServiceGround
from ticket_service.storage.store import reading

_bearer = HTTPBearer(auto_error=False, scheme_name="station", description="The station's token.")


def station_of(
    ground: ServiceGround, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> str:
    """Name the station that calls, or end the request with 401."""
    if credentials is not None:
        with reading(ground.engine) as connection:
            station = station_tokens.station_of(connection, credentials.credentials)
        if station is not None:
            return station
    raise ProblemError(401, "unauthorized", "Send the station's own, valid token as 'Authorization: Bearer …'.")


Station = Annotated[str, Depends(station_of)]


def failing(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Document these statuses as problem documents."""
    schema = {"$ref": "#/components/schemas/Problem"}
    answer = {"description": "A problem document", "content": {problems.MEDIA_TYPE: {"schema": schema}}}
    return dict.fromkeys(statuses, answer)
