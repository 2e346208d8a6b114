from __future__ import annotations

from pathlib import Path

import requests
from sqlalchemy import Engine

from tests.ticket_service.conftest import NOW, Caller
from ticket_service.__main__ import openapi_text
from ticket_service.accounts.station_tokens import issue_token, revoke_tokens
from ticket_service.app import openapi
from ticket_service.storage.store import writing

COMMITTED = Path(__file__).parents[2] / "docs" / "openapi.json"

#: Who may call without a token, stated once more so that a new route cannot forget it.
OPEN = {("/v1/health", "get"), ("/v1/stations/enrol", "post")}


def routes() -> list[tuple[str, str]]:
    return [(path, method) for path, methods in openapi()["paths"].items() for method in methods]


def call(url: str, path: str, method: str, token: str | None) -> requests.Response:
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    return requests.request(method, url + path.format(number="RMA-00001235"), headers=headers, timeout=20)


def test_the_committed_contract_is_the_one_that_is_served() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == openapi_text() + "\n", (
        "run: python -m ticket_service openapi > docs/openapi.json"
    )
    assert openapi()["openapi"].startswith("3.1.")


def test_every_route_but_health_refuses_all_but_a_valid_token(url: str, engine: Engine) -> None:
    with writing(engine) as connection:
        revoked = issue_token(connection, "DOCK-3", NOW)
        revoke_tokens(connection, "DOCK-3", NOW)

    for path, method in set(routes()) - OPEN:
        for token in (None, "", "wrong", "ä", revoked):
            answer = call(url, path, method, None if token is None else token.encode().decode("latin-1"))
            assert (answer.status_code, answer.json()["type"]) == (401, "unauthorized"), (path, token)
            assert answer.headers["Content-Type"] == "application/problem+json"
            assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_every_route_that_needs_a_token_says_so_in_the_contract() -> None:
    paths = openapi()["paths"]

    assert {(path, method) for path, method in routes() if "security" not in paths[path][method]} == OPEN


def test_health_needs_no_token(url: str) -> None:
    health = requests.get(f"{url}/v1/health", timeout=20).json()

    assert (health["status"], health["contract"]) == ("ok", "1")
    assert health["server_time"] == "2026-11-23T15:00:00.000+00:00"
    assert set(health) == {"status", "version", "contract", "server_time", "epoch", "signing_key"}


def test_an_unknown_address_and_a_wrong_method_are_problems_too(station: Caller) -> None:
    nowhere = station.get("/v1/nowhere")
    wrong = station.post("/v1/changes", {})

    assert (nowhere.status_code, nowhere.json()["type"]) == (404, "not-found")
    assert (wrong.status_code, wrong.json()["type"]) == (405, "method-not-allowed")
