"""What every route and page stands on: the database, the clock, and the address people reach it by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Engine

from ticket_service.metrics import Metrics

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Ground:
    """What the app was created with; `url` begins the links in letters and has no slash at its end."""

    engine: Engine
    clock: Clock
    url: str
    metrics: Metrics

    def server_time(self) -> str:
        """Give the time as it goes into answers."""
        return self.clock().isoformat(timespec="milliseconds")


def ground_of(request: Request) -> Ground:
    """Find what the app was created with."""
    ground: Ground = request.app.state.ground
    return ground


ServiceGround = Annotated[Ground, Depends(ground_of)]
