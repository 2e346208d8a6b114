"""What every route needs: the database, the clock, and the station that calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy import Engine

from ticket_service.accounts import station_tokens
from ticket_service.contract import problems
from ticket_service.contract.problems import ProblemError
from ticket_service.storage.store import Identity, reading

Clock = Callable[[], datetime]

_bearer = HTTPBearer(auto_error=False, scheme_name="station", description="The station's token.")


@dataclass(frozen=True, slots=True)
class Ground:
    """What the routes stand on."""

    engine: Engine
    clock: Clock
    identity: Identity

    def server_time(self) -> str:
        """Give the time as it goes into answers."""
        return self.clock().isoformat(timespec="milliseconds")


def ground_of(request: Request) -> Ground:
    """Find what the app was created with."""
    ground: Ground = request.app.state.ground
    return ground


ServiceGround = Annotated[Ground, Depends(ground_of)]


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
