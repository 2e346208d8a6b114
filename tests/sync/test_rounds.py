"""Rounds between a real memory and the real ticket service, over a real socket."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Connection, Table, delete, select

from receiving_app.acts.decision import Decided
from receiving_app.assembly import Parts
from receiving_app.domain.command import Command
from receiving_app.domain.events import Choice
from receiving_app.domain.package import Package
from receiving_app.domain.roles import Actor, ActorKind, Role
from receiving_app.errands import errand
from receiving_app.queries import dock, review
from receiving_app.storage import countersigned, outbox, service_data, sync_state
from receiving_app.storage.journal import head
from receiving_app.storage.journal_proof import prove
from receiving_app.storage.schema import outbox_mark, partners, people, policies, rmas
from receiving_app.storage.verify_journal import Countersignature
from receiving_app.sync import rounds as rounds_module
from receiving_app.sync.rounds import Rounds
from receiving_app.sync.service import TicketService
from tests.demo_site import (
    CANCELLED,
    IN_TIME,
    LATE,
    LEAD,
    NOW,
    STATION,
    Front,
    Hands,
    Site,
    answers,
    deliveries,
    hang_up,
    scan,
    station,
    stored,
)
from ticket_service.storage.schema import journal as service_journal
from ticket_service.storage.state import StateRow, put
from ticket_service.storage.store import writing


def count(parts: Parts, table: Table) -> int:
    with parts.store.reading() as connection:
        return len(connection.execute(select(table)).all())


def state_of(parts: Parts) -> sync_state.SyncState:
    with parts.store.reading() as connection:
        return sync_state.get(connection)


def decide(parts: Parts, choice: Choice = Choice.OVERRIDE, by: Actor = LEAD) -> Package:
    """Decide the first case of the review."""
    case = review.package_cases(parts.store)[0]
    decided = Decided(case.package.lpn, case.judgement.key, case.judgement.event, choice, "late-waived", "agreed")
    package = parts.review.decide(decided, by)
    assert isinstance(package, Package)
    return package


def as_the_courier(parts: Parts) -> tuple[str, ...]:
    """Run a round as the courier does, with what follows it."""
    whole = errand(parts, parts.settings)
    return whole.after(whole.round(lambda: True))


# Pull.


def test_the_first_pull_brings_everything_the_station_keeps(parts: Parts, rounds: Rounds) -> None:
    done = rounds.run_once()

    assert (done.online, done.problem) == (True, None)
    assert [count(parts, table) for table in (rmas, partners, people, policies)] == [68, 14, 8, 1]
    assert state_of(parts).data_as_of == NOW


def test_the_bench_has_its_tests_and_its_people_offline(parts: Parts, rounds: Rounds) -> None:
    rounds.run_once()

    with parts.store.reading() as connection:
        models = [service_data.model(connection, id_) for id_ in ("KP2", "AP1", "SR4", "CP4", "DC1", "RC2")]
        ellen = service_data.person_named(connection, "ellen kowalski")
    assert all(model is not None and model.template is not None and model.template.steps for model in models)
    assert ellen is not None
    assert ellen.pin_argon2 is not None
    assert PasswordHasher().verify(ellen.pin_argon2, "5005")


def test_the_services_signature_under_the_end_of_the_journal_is_kept(
    parts: Parts, rounds: Rounds, service: TicketService
) -> None:
    scan(parts, IN_TIME)
    rounds.run_once()

    with parts.store.reading() as connection:
        (signed,) = countersigned.kept(connection)
        last, hash_ = head(connection)
    assert (signed.station_seq, signed.hash) == (last, hash_)
    assert signed.genuine(STATION)
    assert not signed.genuine("another station")
    assert [asdict(signed)] == [each.model_dump() for each in service.countersigned([last]).events]


def test_a_signature_that_does_not_hold_is_left_out_and_stops_nothing(
    parts: Parts, rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Countersignature, "genuine", lambda _self, station: station != STATION)
    scan(parts, IN_TIME)

    assert rounds.run_once().problem is None

    with parts.store.reading() as connection:
        assert countersigned.kept(connection) == ()
    assert rounds.run_once().pushed == 0, "all was taken"


def test_a_long_list_comes_page_by_page(parts: Parts, rounds: Rounds, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds_module, "PULL_AT_ONCE", 10)

    done = rounds.run_once()

    assert done.pulled == 100
    assert count(parts, rmas) == 68


def test_data_is_complete_only_after_the_last_page(
    parts: Parts, rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds_module, "PULL_AT_ONCE", 60)
    pages = iter([True, True, False])

    rounds.run_once(lambda: next(pages))

    assert state_of(parts).cursor != ""
    assert state_of(parts).data_as_of is None
    rounds.run_once()
    assert state_of(parts).data_as_of == NOW
    assert count(parts, rmas) == 68


class KilledError(BaseException):
    """What a test throws where a process would die."""


def test_rows_and_cursor_are_stored_together_or_not_at_all(
    parts: Parts, rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(_connection: Connection, _state: sync_state.SyncState) -> None:
        raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr(sync_state, "put", die)
        with pytest.raises(KilledError):
            rounds.run_once()

    assert (count(parts, rmas), state_of(parts).cursor) == (0, "")
    rounds.run_once()
    assert count(parts, rmas) == 68


def test_only_what_changed_comes_the_next_time(parts: Parts, rounds: Rounds, site: Site) -> None:
    rounds.run_once()
    with writing(site.engine) as connection:
        put(connection, [StateRow("partner", "P-999", {"id": "P-999", "name": "New Partner", "addresses": []})])

    assert rounds.run_once().pulled == 1
    assert count(parts, partners) == 15


def test_what_the_service_deleted_is_gone(parts: Parts, rounds: Rounds, site: Site) -> None:
    rounds.run_once()
    with writing(site.engine) as connection:
        put(connection, [StateRow("rma", IN_TIME, {"number": IN_TIME}, deleted=True)])

    rounds.run_once()

    with parts.store.reading() as connection:
        assert service_data.rma(connection, "RMA00001235") is None


def test_a_service_restored_from_a_backup_is_pulled_again_and_the_journal_stays(
    parts: Parts, rounds: Rounds, site: Site
) -> None:
    rounds.run_once()
    scan(parts, IN_TIME)
    before = [(row.seq, row.payload) for row in stored(parts)]
    with parts.store.transaction() as connection:
        connection.execute(delete(partners))
    site.new_epoch("7a1d8f9e-0000-4000-8000-000000000001")

    done = rounds.run_once()

    assert (done.online, count(parts, partners)) == (True, 14)
    assert [(row.seq, row.payload) for row in stored(parts)] == before


def test_a_cursor_that_is_gone_is_answered_by_pulling_everything(parts: Parts, rounds: Rounds) -> None:
    rounds.run_once()
    with parts.store.transaction() as connection:
        sync_state.put(connection, replace(state_of(parts), cursor="of-another-time"))

    assert rounds.run_once().pulled == 100
    assert state_of(parts).data_as_of == NOW


def test_a_service_that_never_knows_our_place_is_not_asked_without_end(rounds: Rounds, front: Front) -> None:
    front.fault(answers("410 Gone", b'{"type": "cursor-gone"}', "application/problem+json"))

    done = rounds.run_once()

    assert (done.online, front.requests) == (False, 2)
    assert done.problem == "The ticket service's list of changes has no end; it is asked again later."


def test_a_list_that_does_not_move_on_is_not_asked_without_end(rounds: Rounds, front: Front) -> None:
    page = {"epoch": "e", "next_cursor": "", "has_more": True, "server_time": NOW.isoformat(), "rows": []}
    front.fault(answers("200 OK", json.dumps(page).encode()))

    assert rounds.run_once().problem == "The ticket service's list of changes has no end; it is asked again later."
    assert front.requests == 1


@pytest.mark.parametrize(
    "bad",
    [
        {"seq": 1, "kind": "rma", "id": "RMA-1", "rev": 1, "deleted": False, "data": {"number": "RMA-1"}},
        {"seq": 1, "kind": "rma", "id": "RMA-1", "rev": 10**30, "deleted": False, "data": {}},
        {"seq": 1, "kind": "policy", "id": "site", "rev": 1, "deleted": False, "data": {"time_zone": "Mars/Olympus"}},
        {"kind": "partner", "data": None},
        "a word",
        None,
    ],
)
def test_a_row_that_makes_no_sense_spoils_no_other(bad: object, parts: Parts, rounds: Rounds, front: Front) -> None:
    partner = {"id": "P-1", "name": "Fleet Eyes", "addresses": []}
    good = {"seq": 2, "kind": "partner", "id": "P-1", "rev": 1, "deleted": False, "data": partner}
    page = {"epoch": "e", "next_cursor": "2", "has_more": False, "server_time": NOW.isoformat(), "rows": [bad, good]}
    front.fault(answers("200 OK", json.dumps(page).encode()))

    done = rounds.run_once()

    assert count(parts, partners) == 1
    assert (done.online, done.problem) == (True, "1 entries of the ticket service made no sense and were left out.")


def test_a_kind_that_a_later_version_brings_is_passed_over(parts: Parts, rounds: Rounds, front: Front) -> None:
    row = {"seq": 1, "kind": "drone", "id": "D-1", "rev": 1, "deleted": False, "data": {"wings": 4}}
    page = {"epoch": "e", "next_cursor": "1", "has_more": False, "server_time": NOW.isoformat(), "rows": [row]}
    front.fault(answers("200 OK", json.dumps(page).encode()))

    assert rounds.run_once().problem is None


def test_the_clock_learns_from_the_service(parts: Parts, rounds: Rounds, hands: Hands) -> None:
    clock = parts.clock
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(clock, "_now", lambda: hands.now - timedelta(hours=26))
        rounds.run_once()

    assert clock.offset == timedelta(hours=26)
    assert state_of(parts).offset_ms == 26 * 3_600_000


# Push.


def test_everything_is_sent_in_order_and_observations_only_as_hashes(parts: Parts, rounds: Rounds, site: Site) -> None:
    rounds.run_once()
    scan(parts, IN_TIME, LATE)

    rounds.run_once()

    local = [(row.seq, row.type if row.delivery != "local" else None) for row in stored(parts)]
    assert [(seq, type_) for seq, type_, _ in site.journal()] == local
    assert site.types().count("package.judged") == 2
    assert "waiting" not in {delivery for _, delivery in deliveries(parts)}
    assert dock.backlog(parts.store, online=True).waiting == 0


def test_more_than_a_batch_is_sent_batch_by_batch(
    parts: Parts, rounds: Rounds, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds_module, "PUSH_AT_ONCE", 3)
    rounds.run_once()
    scan(parts, IN_TIME, LATE, CANCELLED)

    rounds.run_once()

    assert len(site.journal()) == len(stored(parts))


def test_a_batch_is_no_larger_than_the_service_takes(parts: Parts, rounds: Rounds) -> None:
    rounds.run_once()
    scan(parts, IN_TIME)

    with parts.store.reading() as connection:
        everything = outbox.due(connection, NOW, 500)
        least = outbox.due(connection, NOW, 500, most_bytes=1)

    assert [element.payload for element in least][:-1] == [None] * (len(least) - 1)
    assert 0 < len(least) < len(everything)


def test_a_lost_answer_is_made_up_for_and_nothing_is_there_twice(
    parts: Parts, rounds: Rounds, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds.run_once()
    scan(parts, IN_TIME)

    def die(*_: object) -> None:
        raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr(outbox, "settle", die)
        with pytest.raises(KilledError):
            rounds.run_once()
    told = site.journal()
    assert told
    assert dock.backlog(parts.store, online=True).waiting > 0

    assert rounds.run_once().online
    assert site.journal() == told
    assert dock.backlog(parts.store, online=True).waiting == 0


def test_a_conflict_is_told_and_the_event_counts_as_sent(parts: Parts, rounds: Rounds, site: Site) -> None:
    rounds.run_once()
    scan(parts, IN_TIME)
    with writing(site.engine) as connection:
        cancelled = {"number": IN_TIME, "state": "cancelled", "lines": []}
        put(connection, [StateRow("rma", IN_TIME, cancelled)])

    rounds.run_once()

    (judged,) = [row for row in stored(parts) if row.type == "package.judged"]
    assert (judged.delivery, json.loads(judged.problem)["type"]) == ("applied", "rma-not-open")


def test_a_decision_the_service_refuses_returns_to_the_review(parts: Parts, rounds: Rounds, hands: Hands) -> None:
    rounds.run_once()
    scan(parts, LATE)
    decide(parts, by=Actor(ActorKind.PERSON, "nobody", Role.SUPERVISOR, "settings"))
    assert review.package_cases(parts.store) == ()
    hands.go(seconds=61)

    lpns = as_the_courier(parts)

    (case,) = review.package_cases(parts.store)
    assert lpns == (case.package.lpn,)
    assert dock.backlog(parts.store, online=True).rejected == 1


def test_a_refusal_that_was_only_half_worked_up_is_finished_after_the_next_start(
    parts: Parts, rounds: Rounds, hands: Hands
) -> None:
    rounds.run_once()
    scan(parts, LATE)
    decide(parts, by=Actor(ActorKind.PERSON, "nobody", Role.SUPERVISOR, "settings"))
    hands.go(seconds=61)
    assert rounds.run_once().rejected  # and here the program dies

    as_the_courier(parts)

    assert len(review.package_cases(parts.store)) == 1


def test_a_decision_goes_as_a_hash_first_and_whole_when_it_cannot_be_taken_back(
    parts: Parts, rounds: Rounds, site: Site, hands: Hands
) -> None:
    rounds.run_once()
    scan(parts, LATE)
    decide(parts)
    scan(parts, IN_TIME)
    rounds.run_once()
    assert "review.decided" not in site.types()
    assert len(site.journal()) == len(stored(parts))
    assert dock.backlog(parts.store, online=True).waiting == 1

    hands.go(seconds=61)
    rounds.run_once()

    assert site.bodies("review.decided")[0]["reason"] == "late-waived"
    assert dict(deliveries(parts))["review.decided"] == "applied"
    assert [result for _, type_, result in site.journal() if type_ == "review.decided"] == ["applied"]


@pytest.mark.parametrize("hash_was_sent", [True, False])
def test_a_decision_taken_back_in_time_never_reaches_the_service(
    hash_was_sent: bool, parts: Parts, rounds: Rounds, site: Site, hands: Hands
) -> None:
    rounds.run_once()
    scan(parts, LATE)
    decide(parts)
    if hash_was_sent:
        rounds.run_once()
    hands.go(seconds=30)
    parts.dock.command(Command.UNDO, LEAD)

    rounds.run_once()
    hands.go(hours=1)
    rounds.run_once()

    assert "review.decided" not in site.types()
    assert dict(deliveries(parts))["review.decided"] == "withdrawn"
    assert dict(deliveries(parts))["act.undone"] == "applied"
    assert len(site.journal()) == len(stored(parts))
    assert dock.backlog(parts.store, online=True).waiting == 0
    assert len(review.package_cases(parts.store)) == 1


def test_what_a_restored_service_has_lost_is_sent_again(parts: Parts, rounds: Rounds, site: Site, hands: Hands) -> None:
    rounds.run_once()
    scan(parts, LATE)
    decide(parts)
    parts.dock.command(Command.UNDO, LEAD)
    scan(parts, IN_TIME)
    rounds.run_once()
    whole = site.journal()
    with writing(site.engine) as connection:
        connection.execute(delete(service_journal).where(service_journal.c.station_seq > 3))
    scan(parts, CANCELLED)

    first = rounds.run_once()
    second = rounds.run_once()

    assert (first.online, first.problem) == (False, "The ticket service asks to send some events again later.")
    assert second.online
    assert site.journal()[: len(whole)] == whole
    assert len(site.journal()) == len(stored(parts))


def test_a_service_that_forgot_the_station_gets_its_journal_from_the_start(
    parts: Parts, rounds: Rounds, site: Site
) -> None:
    rounds.run_once()
    scan(parts, IN_TIME)
    rounds.run_once()
    whole = site.journal()
    with writing(site.engine) as connection:
        connection.execute(delete(service_journal))
    scan(parts, LATE)

    rounds.run_once()
    rounds.run_once()

    assert site.journal()[: len(whole)] == whole


def test_another_journal_under_our_name_is_said_and_nothing_is_lost(parts: Parts, rounds: Rounds, site: Site) -> None:
    rounds.run_once()
    scan(parts, IN_TIME)
    rounds.run_once()
    with parts.store.transaction() as connection:
        connection.execute(delete(outbox_mark))
    with writing(site.engine) as connection:
        connection.execute(service_journal.update().values(hash="f" * 64))

    done = rounds.run_once()

    assert done.problem is not None
    assert done.problem.startswith("The ticket service holds another journal under this station's name.")
    assert "applied" in {delivery for _, delivery in deliveries(parts)}


def test_the_service_stops_at_retry_and_the_station_with_it(parts: Parts, rounds: Rounds, front: Front) -> None:
    rounds.run_once()
    scan(parts, IN_TIME)
    seqs = [row.seq for row in stored(parts)]
    results = [{"station_seq": seq, "id": None, "result": "applied" if seq < 3 else "retry"} for seq in seqs]
    with parts.store.reading() as connection:
        head = {"station_seq": 2, "hash": outbox.hash_at(connection, 2)}
    told = {"results": results, "server_time": NOW.isoformat(), "head": head}
    front.fault(answers("200 OK", json.dumps(told).encode()))

    done = rounds.run_once()

    assert (done.online, done.problem) == (False, "The ticket service asks to send some events again later.")
    with parts.store.reading() as connection:
        assert outbox.sent_up_to(connection) == 2


def test_answers_that_do_not_fit_what_was_sent_confirm_nothing(parts: Parts, rounds: Rounds, front: Front) -> None:
    rounds.run_once()
    scan(parts, IN_TIME)
    before = deliveries(parts)
    results = [{"station_seq": 99, "id": None, "result": "applied"}]
    front.fault(answers("200 OK", json.dumps({"results": results, "server_time": NOW.isoformat()}).encode()))

    done = rounds.run_once()

    assert done.problem == "The ticket service's answer doesn't fit what was sent; it is sent again later."
    assert deliveries(parts) == before


def test_a_week_offline_is_made_up_for_in_one_round(
    parts: Parts, rounds: Rounds, site: Site, front: Front, hands: Hands
) -> None:
    rounds.run_once()
    front.fault(hang_up)
    for _ in range(7):
        scan(parts, IN_TIME, LATE)
        assert not rounds.run_once().online
        hands.go(days=1)
    front.fault(None)

    assert rounds.run_once().online

    assert len(site.journal()) == len(stored(parts))
    proof = prove(parts.store)
    assert proof is not None
    assert proof.faults == ()


def test_a_station_in_another_folder_with_the_same_name_is_a_fork(
    parts: Parts, rounds: Rounds, service: TicketService, tmp_path: Path, hands: Hands
) -> None:
    rounds.run_once()
    scan(parts, IN_TIME)
    rounds.run_once()
    with station(replace(parts.settings, data_folder=tmp_path / "copy"), hands) as copy:
        scan(copy, LATE)
        done = Rounds(copy.store, service, copy.clock, STATION).run_once()

    assert done.problem is not None
    assert "Was this station copied or restored?" in done.problem
