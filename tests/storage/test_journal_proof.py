"""The journal in the database: whatever somebody changes there with another program is found and named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from receiving_app.domain.command import Command
from receiving_app.domain.events import Subject
from receiving_app.domain.item_events import ItemBody
from receiving_app.storage import countersigned
from receiving_app.storage.journal import Stamp, head
from receiving_app.storage.journal_proof import export, prove
from receiving_app.storage.store import DATABASE, StoreError
from receiving_app.storage.verify_journal import Countersignature, Fault, Proof, What, verify
from tests.acts.running_station import RunningStation
from tests.factories import LPN, NUMBER, STATION, WORKER, an_rma
from tests.golden.examples import EXAMPLES
from tests.storage.exported_journal import signature


@pytest.fixture
def worked(station: RunningStation) -> RunningStation:
    """A station with events of every kind behind it, the end of which the service has countersigned."""
    station.told(an_rma())
    station.scan(NUMBER)
    station.say(Command.NEXT)
    with station.store.transaction() as connection:
        for body in EXAMPLES:
            subject = Subject(LPN if isinstance(body, ItemBody) else None, 'K"é\u2028')
            station.parts.journal.append(connection, body, subject, Stamp(station.time, 0, None, WORKER, "a-1"))
        countersigned.put(connection, signature(*head(connection), station=STATION))
    return station


def tamper(station: RunningStation, *statements: str) -> None:
    """Change the file as anybody can who has it, past the triggers."""
    with closing(sqlite3.connect(station.folder / DATABASE)) as database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            database.execute(statement)
        database.commit()


def proof_of(station: RunningStation, *asked: Countersignature) -> Proof:
    proof = prove(station.store, asked)
    assert proof is not None
    return proof


def test_a_journal_of_every_kind_of_event_holds(worked: RunningStation) -> None:
    proof = proof_of(worked)

    assert (proof.station, proof.faults, proof.unsigned) == (STATION, (), 0)
    assert proof.events == len(worked.journal())


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE events SET payload = replace(payload, 'wedge', 'typed') WHERE seq = 1", What.UNREADABLE),
        ("UPDATE events SET payload = CAST(replace(payload, 'wedge', 'typed') AS BLOB) WHERE seq = 1", What.ALTERED),
        ("UPDATE events SET hash = prev_hash WHERE seq = 1", What.ALTERED),
        ("UPDATE events SET prev_hash = hash WHERE seq = 1", What.UNLINKED),
        ("DELETE FROM events WHERE seq = 1", What.MISSING),
        ("UPDATE events SET lpn = 'LPN-OTHER' WHERE seq = 1", What.MISFILED),
        ("UPDATE events SET type = 'package.opened' WHERE seq = 1", What.MISFILED),
        ("UPDATE events SET occurred_at = '2020-01-01T00:00:00+00:00' WHERE seq = 1", What.MISFILED),
        ("UPDATE events SET act = NULL, rma_key = 'x' WHERE seq = 1", What.MISFILED),
        ("UPDATE events SET act = 'a-other' WHERE seq = 1", What.MISFILED),
        ("UPDATE events SET id = 'e-other' WHERE seq = 1", What.MISFILED),
        ("UPDATE events SET schema = 2 WHERE seq = 1", What.MISFILED),
        ("UPDATE events SET item = 'ITM-1' WHERE seq = 1", What.MISFILED),
        ("UPDATE events SET with_item = 'ITM-1' WHERE seq = 1", What.MISFILED),
        ("UPDATE events SET shipment = 'S-1' WHERE seq = 1", What.MISFILED),
        ("UPDATE events SET payload = x'00' WHERE seq = 1", What.ALTERED),
    ],
)
def test_what_was_changed_in_one_row_is_named(worked: RunningStation, statement: str, fault: What) -> None:
    tamper(worked, statement)

    assert fault in {found.what for found in proof_of(worked).faults if found.seq == 1}


def test_an_item_that_an_event_no_longer_is_found_by_is_named(worked: RunningStation) -> None:
    tamper(worked, "UPDATE events SET item = NULL WHERE type = 'item.found'")

    assert {fault.what for fault in proof_of(worked).faults} == {What.MISFILED}


def test_a_cut_off_end_is_found_also_where_our_own_note_of_it_was_cut_off_too(worked: RunningStation) -> None:
    last = proof_of(worked).signed[-1]
    tamper(worked, "DELETE FROM events WHERE seq > (SELECT max(seq) - 2 FROM events)")
    cut = Fault(What.CUT, last.station_seq - 2, last.station_seq)
    assert proof_of(worked).faults == (cut,)

    tamper(worked, "DELETE FROM countersigned")

    assert proof_of(worked).holds, "nothing here says that there was more"
    assert proof_of(worked, last).faults == (cut,), "the ticket service does"


def test_an_older_signature_takes_no_newer_ones_place(worked: RunningStation) -> None:
    with worked.store.transaction() as connection:
        countersigned.put(connection, signature(1, worked_hash(worked, 1), station=STATION))
        (kept,) = countersigned.kept(connection)

    assert kept.station_seq == len(worked.journal())


def worked_hash(station: RunningStation, seq: int) -> str:
    with closing(sqlite3.connect(station.folder / DATABASE)) as database:
        return str(database.execute("SELECT hash FROM events WHERE seq = ?", (seq,)).fetchone()[0])


def test_the_check_goes_on_from_part_to_part_and_can_be_stopped(worked: RunningStation) -> None:
    heard: list[int] = []

    def goes_on(checked: int) -> bool:
        heard.append(checked)
        return True

    assert prove(worked.store, goes_on=goes_on, at_once=2) == proof_of(worked)
    assert heard[:2] == [2, 4]
    assert prove(worked.store, goes_on=lambda _checked: False) is None


def test_an_export_holds_in_the_hands_of_others_and_a_change_in_it_is_named(
    worked: RunningStation, tmp_path: Path
) -> None:
    file = tmp_path / "journal.jsonl"

    count = export(worked.store, file, worked.time)

    proof = verify(file)
    assert (proof.station, proof.events, proof.faults, proof.unsigned) == (STATION, count, (), 0)
    assert proof.events == len(worked.journal())
    file.write_bytes(file.read_bytes().replace(b'"wedge"', b'"typed"', 1))
    assert verify(file).faults[0].what is What.ALTERED


def test_an_export_of_a_changed_memory_says_so_too(worked: RunningStation, tmp_path: Path) -> None:
    tamper(worked, "DELETE FROM events WHERE seq = 2")

    export(worked.store, tmp_path / "journal.jsonl", worked.time)

    assert verify(tmp_path / "journal.jsonl").faults == (Fault(What.MISSING, 2, 2),)


def test_an_export_that_cannot_be_written_leaves_nothing_behind(worked: RunningStation, tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").mkdir()

    with pytest.raises(StoreError, match="Choose another place"):
        export(worked.store, tmp_path / "journal.jsonl", worked.time)

    assert [path.name for path in tmp_path.glob("*.part")] == []
