from __future__ import annotations

import re
from datetime import timedelta

import pytest
import requests
from sqlalchemy import Engine, select

from tests.ticket_service.conftest import NOW, Caller, Stage
from ticket_service.accounts import caller, stations
from ticket_service.app import create_app
from ticket_service.storage.schema import tokens
from ticket_service.storage.site_tables import enrolment_codes
from ticket_service.storage.store import reading, writing

ADMIN = caller.Caller("U", "Admin", caller.Role.ADMIN)
KEY = "ab" * 32


def make_code(engine: Engine, station: str = "DOCK-9") -> str:
    with writing(engine) as connection:
        return stations.make_code(connection, ADMIN, station, NOW)


def enrol(url: str, code: str, **other: object) -> requests.Response:
    return requests.post(f"{url}/v1/stations/enrol", json={"code": code} | other, timeout=20)


def works(url: str, token: str) -> bool:
    headers = {"Authorization": f"Bearer {token}"}
    return requests.get(f"{url}/v1/changes", headers=headers, timeout=20).status_code == 200


def test_a_station_enrols_by_a_code_that_works_once(url: str, engine: Engine) -> None:
    code = make_code(engine)
    assert re.fullmatch(r"[ACDEFGHJKMNPQRTUWXY34679]{4}(-[ACDEFGHJKMNPQRTUWXY34679]{4}){2}", code)

    given = enrol(url, f" {code.lower().replace('-', ' ')} ", sealing_key=KEY)
    assert (given.status_code, given.json()["station"]) == (201, "DOCK-9")
    assert works(url, given.json()["token"])
    again = enrol(url, code)

    assert (again.status_code, again.json()["type"]) == (403, "code-unknown")
    with reading(engine) as connection:
        kept = repr([connection.execute(select(table)).all() for table in (tokens, enrolment_codes)])
    assert given.json()["token"] not in kept
    assert code.replace("-", "") not in kept


def test_a_code_expires_and_a_newer_one_ends_it(url: str, engine: Engine, served: tuple[Stage, str]) -> None:
    first, second = make_code(engine), make_code(engine)
    assert enrol(url, first).status_code == 403

    served[0].app = create_app(engine, lambda: NOW + stations.CODE_LIFE)

    assert enrol(url, second).status_code == 403


def test_enrolling_anew_ends_the_tokens_before(url: str, engine: Engine) -> None:
    first, second = (enrol(url, make_code(engine)).json()["token"] for _ in range(2))

    assert (works(url, first), works(url, second)) == (False, True)


def test_codes_cannot_be_guessed_for_long(url: str, engine: Engine) -> None:
    answers = [enrol(url, f"AAAA-AAAA-AA{turn:02d}").status_code for turn in range(51)]

    assert answers == [403] * 50 + [429]
    assert enrol(url, make_code(engine)).json()["type"] == "too-many-tries"


@pytest.mark.parametrize("body", [{}, {"code": ""}, {"code": "x" * 65}, {"code": 1}, {"code": "A", "sealing_key": "x"}])
def test_what_is_no_enrolment_is_malformed(body: object, url: str) -> None:
    answer = requests.post(f"{url}/v1/stations/enrol", json=body, timeout=20)

    assert (answer.status_code, answer.json()["type"]) == (422, "malformed")


def test_a_token_is_changed_and_the_old_one_ends_with_the_first_word_of_the_new(station: Caller) -> None:
    new = station.post("/v1/stations/token", None).json()["token"]
    assert works(station.url, station.token)

    assert works(station.url, new)

    assert not works(station.url, station.token)
    assert works(station.url, new)


def test_a_lost_answer_leaves_the_old_token_valid(station: Caller) -> None:
    for _ in range(5):
        assert station.post("/v1/stations/token", None).status_code == 201

    assert works(station.url, station.token)


def test_a_station_is_seen_when_it_speaks(url: str, engine: Engine, served: tuple[Stage, str]) -> None:
    token = enrol(url, make_code(engine)).json()["token"]
    works(url, token)
    served[0].app = create_app(engine, lambda: NOW + timedelta(minutes=5))
    works(url, token)

    with reading(engine) as connection:
        (known,) = stations.stations_of_site(connection, ADMIN)
    assert (known.enrolled_at, known.seen_at, known.tokens) == (NOW, NOW + timedelta(minutes=5), 1)
