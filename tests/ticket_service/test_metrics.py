from __future__ import annotations

import logging
import re

import pytest
import requests
from sqlalchemy import Engine

from tests.postgresql import Cluster
from tests.ticket_service.conftest import NOW, Caller
from tests.ticket_service.making import Chain
from ticket_service.mail import outbox
from ticket_service.mail.outbox import Letter
from ticket_service.storage.store import writing


def measured(url: str) -> dict[str, float]:
    answer = requests.get(f"{url}/metrics", timeout=20)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/plain; version=0.0.4; charset=utf-8")
    lines = [line for line in answer.text.splitlines() if line and not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def requests_of(method: str, route: str, status: int) -> str:
    return f'ticket_service_requests_total{{method="{method}",route="{route}",status="{status}"}}'


def test_requests_are_counted_by_route_and_status(station: Caller, url: str) -> None:
    station.get("/v1/rmas/RMA-00001235")
    station.get("/v1/rmas/RMA-00001243")
    station.get("/v1/rmas/RMA-99999999")
    station.get("/nowhere/at/all")
    station.get("/portal/login")

    told = measured(url)

    assert told[requests_of("GET", "/v1/rmas/{number:path}", 200)] == 2
    assert told[requests_of("GET", "/v1/rmas/{number:path}", 404)] == 1
    assert told[requests_of("GET", "none", 404)] == 1
    assert told[requests_of("GET", "/portal/login", 200)] == 1
    assert told['ticket_service_request_seconds_count{method="GET",route="/v1/rmas/{number:path}"}'] == 3
    assert told['ticket_service_request_seconds_bucket{le="+Inf",method="GET",route="/portal/login"}'] == 1


def test_events_are_counted_by_what_became_of_them(station: Caller, url: str) -> None:
    chain = Chain()
    batch = chain.batch(chain.arrived(), chain.judged("RMA-00001243"))
    station.post("/v1/events", batch)
    station.post("/v1/events", batch)

    told = measured(url)

    assert told['ticket_service_events_total{result="applied"}'] == 1
    assert told['ticket_service_events_total{result="applied-with-exception"}'] == 2
    assert told['ticket_service_events_total{result="duplicate"}'] == 1


def test_letters_that_wait_and_the_newest_change_are_told_as_the_database_has_them(url: str, engine: Engine) -> None:
    before = measured(url)
    with writing(engine) as connection:
        for number in range(3):
            outbox.put(connection, Letter(to=f"a{number}@example.com", subject="Hello", text="Hello."), NOW)

    after = measured(url)

    assert before['ticket_service_letters{state="waiting"}'] == 0
    assert after['ticket_service_letters{state="waiting"}'] == 3
    assert after["ticket_service_newest_change"] == 3
    assert after["ticket_service_database_reachable"] == 1


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_without_its_database_the_service_says_that_it_has_none(url: str, postgresql: Cluster) -> None:
    postgresql.stop()
    try:
        told = measured(url)
    finally:
        postgresql.start()

    assert told["ticket_service_database_reachable"] == 0
    assert "ticket_service_newest_change" not in told


def test_the_log_names_the_route_and_never_the_address(station: Caller, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "ticket_service.requests"):
        station.get("/v1/rmas/RMA-00001235", asked="secretly")
        station.get("/portal/password/very-secret-link")

    lines = [record.getMessage() for record in caplog.records if record.name == "ticket_service.requests"]
    assert re.fullmatch(r"GET /v1/rmas/\{number:path\} 200 \d+ ms", lines[0])
    assert lines[1].startswith("GET /portal/password/{")
    assert not any("secret" in line.partition("}")[2] or "RMA" in line for line in lines)
