from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest
import requests
from sqlalchemy import Engine

from ticket_service.app import create_app
from ticket_service.serving import EmbeddedService


def servers() -> int:
    return sum(thread.name == "ticket-service" for thread in threading.enumerate())


def test_it_answers_from_the_first_moment_and_is_gone_afterwards(engine: Engine) -> None:
    before = servers()
    with EmbeddedService(create_app(engine, lambda: datetime.now(UTC))) as service:
        url = service.url
        assert requests.get(f"{url}/v1/health", timeout=20).status_code == 200

    with pytest.raises(requests.ConnectionError):
        requests.get(f"{url}/v1/health", timeout=20)
    assert servers() == before


def test_it_stops_although_a_station_keeps_its_connection(engine: Engine) -> None:
    before = servers()
    with requests.Session() as session, EmbeddedService(create_app(engine, lambda: datetime.now(UTC))) as service:
        session.get(f"{service.url}/v1/health", timeout=20)

    assert servers() == before
