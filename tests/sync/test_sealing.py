from __future__ import annotations

import base64

import pytest

from receiving_app.sync import wire
from receiving_app.sync.sealing import SealingKey
from ticket_service.accounts.sealing import seal

KEY = SealingKey("11" * 32)
VERIFIERS = {"badge_sha256": "ab", "pin_argon2": None}
ANN = {"id": "U-03", "name": "Ann", "roles": ["technician"], "badge_sha256": None, "active": True}


def row(**data: object) -> dict[str, object]:
    return {"seq": 1, "kind": "person", "id": "U-03", "rev": 1, "deleted": False, "data": ANN | data}


def test_a_sealed_text_never_looks_the_same_twice_and_opens_with_the_stations_key_alone() -> None:
    first, second = (seal(KEY.public.hex(), "DOCK-1", "U-03", VERIFIERS) for _ in range(2))

    assert first != second
    assert KEY.open(first, "DOCK-1", "U-03").model_dump() == VERIFIERS
    with pytest.raises(ValueError, match="not sealed for this"):
        SealingKey.generate().open(first, "DOCK-1", "U-03")


def test_a_key_read_again_is_the_same() -> None:
    assert SealingKey(KEY.private).public == KEY.public


@pytest.mark.parametrize(
    "sealed", ["", "?", base64.b64encode(b"x" * 90).decode(), base64.b64encode(bytes(90)).decode()]
)
def test_what_cannot_be_opened_is_left_out_as_a_row_that_makes_no_sense(sealed: str) -> None:
    read = wire.changes([row(sealed={"DOCK-1": sealed})], "DOCK-1", KEY)

    assert (read.people, read.unreadable) == ((), (("person", "U-03"),))


def test_a_station_without_a_key_or_not_meant_knows_the_name_alone() -> None:
    sealed = {"DOCK-1": seal(KEY.public.hex(), "DOCK-1", "U-03", VERIFIERS)}

    for station, key, badge in (("DOCK-1", None, None), ("DOCK-2", KEY, None), ("DOCK-1", KEY, "ab")):
        (ann,) = wire.changes([row(sealed=sealed)], station, key).people
        assert (ann.name, ann.badge_sha256) == ("Ann", badge)
