from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine, select

from tests.ticket_service.conftest import NOW
from ticket_service.accounts.station_tokens import issue_token, revoke_tokens, station_of
from ticket_service.storage.schema import tokens
from ticket_service.storage.store import reading, writing


def test_the_token_itself_is_not_kept(engine: Engine) -> None:
    with writing(engine) as connection:
        token = issue_token(connection, "DOCK-1", NOW)
        kept = connection.execute(select(tokens)).all()

    assert len(token) >= 43
    assert token not in repr(kept)
    assert kept[0].issued_at == NOW


def test_two_tokens_are_valid_while_a_station_changes_over(engine: Engine) -> None:
    with writing(engine) as connection:
        given = [issue_token(connection, "DOCK-1", NOW + timedelta(minutes=turn)) for turn in range(3)]
        other = issue_token(connection, "DOCK-2", NOW)

    with reading(engine) as connection:
        assert [station_of(connection, token) for token in given] == [None, "DOCK-1", "DOCK-1"]
        assert station_of(connection, other) == "DOCK-2"


def test_revoking_ends_every_token_of_one_station(engine: Engine) -> None:
    with writing(engine) as connection:
        given = [issue_token(connection, "DOCK-1", NOW) for _ in range(2)]
        other = issue_token(connection, "DOCK-2", NOW)
        assert revoke_tokens(connection, "DOCK-1", NOW) == 2
        assert revoke_tokens(connection, "DOCK-1", NOW) == 0

        assert [station_of(connection, token) for token in given] == [None, None]
        assert station_of(connection, other) == "DOCK-2"
