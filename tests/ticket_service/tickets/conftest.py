from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.ticket_service.desk import Desk, desk_on


@pytest.fixture
def desk(engine: Engine) -> Desk:
    return desk_on(engine)
