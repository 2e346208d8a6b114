from __future__ import annotations

import json

import pytest

from receiving_app.domain.events import EVENT_TYPES, TYPE_BY_NAME, TYPE_OF_BODY, Body
from receiving_app.storage.journal import UnreadableEventError, read_event
from tests.acts.running_station import RunningStation
from tests.golden.examples import EXAMPLES, GOLDEN, golden_file, stored


def name_of(body: Body) -> str:
    return TYPE_OF_BODY[type(body)].name


def test_every_type_of_event_has_a_golden_file_and_an_example() -> None:
    assert [type(body) for body in EXAMPLES] == [kind.body for kind in EVENT_TYPES]
    for body in EXAMPLES:
        assert golden_file(body).exists(), f"{golden_file(body).name} is missing"


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.stem)
def test_every_schema_there_ever_was_is_read(path: object) -> None:
    payload = path.read_bytes()  # type: ignore[attr-defined]
    envelope = json.loads(payload)
    event = read_event(payload)
    assert isinstance(event.body, TYPE_BY_NAME[envelope["type"], envelope["schema"]].body)


@pytest.mark.parametrize("body", EXAMPLES, ids=name_of)
def test_a_golden_file_reads_back_to_its_value(body: Body) -> None:
    assert read_event(golden_file(body).read_bytes()).body == body


@pytest.mark.parametrize("body", EXAMPLES, ids=name_of)
def test_the_journal_writes_exactly_these_bytes(station: RunningStation, body: Body) -> None:
    with station.store.engine.connect() as connection:
        assert stored(connection, body) == golden_file(body).read_bytes(), "a new shape needs a new schema number"


def test_an_event_of_an_unknown_type_or_schema_is_said_to_be_so() -> None:
    envelope = json.loads(golden_file(EXAMPLES[0]).read_bytes())
    for strange in ({"type": "package.painted"}, {"schema": 99}):
        with pytest.raises(UnreadableEventError, match="unknown event type"):
            read_event(json.dumps(envelope | strange).encode())
