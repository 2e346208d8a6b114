from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.ticket_service.conftest import Caller
from tests.ticket_service.making import rma
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import writing


def test_an_rma_is_the_row_of_the_changes(station: Caller) -> None:
    answer = station.get("/v1/rmas/RMA-00001235")

    assert answer.json() == station.get("/v1/changes").json()["rows"][0]
    assert answer.headers["ETag"] == '"1"'


@pytest.mark.parametrize(
    "number", ["rma-00001235", "RMA 0000 1235", "RMA00001235", "%EF%BC%B2MA%2D00001235", "RMA%2F00001235"]
)
def test_only_the_letters_and_digits_of_a_number_count(number: str, station: Caller) -> None:
    assert station.get(f"/v1/rmas/{number}").json()["id"] == "RMA-00001235"


@pytest.mark.parametrize("number", ["RMA-99999999", "00001235", "%00", "%FF", "-", "x" * 5000])
def test_an_unknown_number_is_not_found(number: str, station: Caller) -> None:
    answer = station.get(f"/v1/rmas/{number}")

    assert (answer.status_code, answer.json()["type"]) == (404, "not-found")
    assert "number" in answer.json()


def test_a_deleted_rma_is_not_found(station: Caller, engine: Engine) -> None:
    with writing(engine) as connection:
        put(connection, [StateRow("rma", "RMA-00001235", rma("RMA-00001235").data, deleted=True)])

    assert station.get("/v1/rmas/RMA-00001235").status_code == 404


@pytest.mark.parametrize("condition", ['"1"', 'W/"1"', '"9", "1"', "*"])
def test_what_the_station_has_is_not_sent_again(condition: str, station: Caller) -> None:
    answer = station.get("/v1/rmas/RMA-00001235", headers={"If-None-Match": condition})

    assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", '"1"')


def test_a_changed_rma_is_sent_with_its_new_tag(station: Caller, engine: Engine) -> None:
    with writing(engine) as connection:
        put(connection, [rma("RMA-00001235", state="closed")])

    answer = station.get("/v1/rmas/RMA-00001235", headers={"If-None-Match": '"1"'})

    assert (answer.status_code, answer.headers["ETag"], answer.json()["data"]["state"]) == (200, '"2"', "closed")
