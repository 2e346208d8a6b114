"""The stand-alone check: whatever is done to an exported journal is found and named."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.storage import verify_journal
from receiving_app.storage.verify_journal import Fault, UnusableFileError, What, signed_by, verify
from tests.storage.exported_journal import KEY, Line, chain, event, signature, write

NOTES = st.text(max_size=12) | st.sampled_from(['","prev_hash":"', '"station_seq":7,', "}\u2028{", '\\","prev_hash":"'])
CHAINS = st.lists(NOTES, min_size=3, max_size=9).map(chain)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a property test writes its exports, one after the other."""
    return tmp_path_factory.mktemp("exports") / "journal.jsonl"


def named(journal: Path, lines: list[Line], whole: list[Line]) -> dict[int, set[What]]:
    """Check a changed journal whose end was countersigned before; give what is said of each event."""
    write(journal, lines, [signature(len(whole), whole[-1][0])], events=len(whole))
    found: dict[int, set[What]] = {}
    for fault in verify(journal).faults:
        for seq in range(fault.seq, max(fault.seq, fault.until) + 1):
            found.setdefault(seq, set()).add(fault.what)
    return found


@given(lines=CHAINS)
def test_a_journal_as_it_was_written_holds(journal: Path, lines: list[Line]) -> None:
    write(journal, lines, [signature(2, lines[1][0])])

    proof = verify(journal)

    assert proof.holds, proof.faults
    assert (proof.events, proof.unsigned) == (len(lines), len(lines) - 2)


@given(lines=CHAINS, data=st.data())
def test_an_altered_event_is_named(journal: Path, lines: list[Line], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    hash_, content = lines[at]
    place = data.draw(st.integers(0, len(content) - 1))
    altered = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
    changed = [*lines[:at], (hash_, altered), *lines[at + 1 :]]

    assert named(journal, changed, lines)[at + 1] <= {What.ALTERED, What.UNREADABLE}


@given(lines=CHAINS, data=st.data())
def test_an_event_that_was_altered_and_hashed_anew_is_named(
    journal: Path, lines: list[Line], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    prev = lines[at - 1][0] if at else verify_journal.GENESIS
    changed = [*lines[:at], event(at + 1, prev, "another note entirely"), *lines[at + 1 :]]

    # The last one alone looks whole; the service has its true hash.
    follower = (at + 2, What.UNLINKED) if at + 1 < len(lines) else (at + 1, What.DIFFERS)
    assert named(journal, changed, lines) == {follower[0]: {follower[1]}}


@given(lines=CHAINS, data=st.data())
def test_a_journal_that_was_written_anew_to_its_end_is_not_what_was_countersigned(
    journal: Path, lines: list[Line], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    changed = lines[:at]
    for seq in range(at + 1, len(lines) + 1):
        changed.append(event(seq, changed[-1][0] if changed else verify_journal.GENESIS, "written anew"))

    assert named(journal, changed, lines) == {len(lines): {What.DIFFERS}}


@given(lines=CHAINS, data=st.data())
def test_a_removed_event_is_named(journal: Path, lines: list[Line], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(lines) - 2))

    assert named(journal, [*lines[:at], *lines[at + 1 :]], lines) == {at + 1: {What.MISSING}}


@given(lines=CHAINS, data=st.data())
def test_a_moved_event_is_named(journal: Path, lines: list[Line], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(lines) - 1))
    to = data.draw(st.integers(0, len(lines) - 1).filter(lambda other: other != start))
    moved = [*lines]
    moved.insert(to, moved.pop(start))

    found = named(journal, moved, lines)

    assert found
    assert {start + 1} <= found.keys() or to < start or {What.MISPLACED} in found.values()
    assert set(found) <= set(range(min(start, to) + 1, max(start, to) + 2))
    assert all(what <= {What.MISPLACED, What.MISSING} for what in found.values())


@given(lines=CHAINS, note=NOTES, data=st.data())
def test_an_inserted_event_is_named(journal: Path, lines: list[Line], note: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    prev = lines[at - 1][0] if at else verify_journal.GENESIS
    inserted = event(at + 1, prev, note + "!")

    found = named(journal, [*lines[:at], inserted, *lines[at:]], lines)

    assert What.MISPLACED in found[at + 1]


@given(lines=CHAINS, left=st.integers(0, 8))
def test_a_cut_off_end_is_found_by_the_countersignature_and_by_an_older_export(
    journal: Path, lines: list[Line], left: int
) -> None:
    left = min(left, len(lines) - 1)
    signed = signature(len(lines), lines[-1][0])
    cut = [Fault(What.CUT, left, len(lines))]

    assert list(verify(write(journal, lines[:left], [signed])).faults) == cut
    assert verify(write(journal, lines[:left])).holds, "nothing here says that there was more"
    older = write(journal.with_name("older.jsonl"), lines, [signed])
    assert list(verify(journal, others=[older]).faults) == cut


def test_the_check_needs_nothing_but_the_file_and_pythons_own_library(tmp_path: Path) -> None:
    lines = chain(["one", "two", "three"])
    file = write(tmp_path / "journal.jsonl", lines, [signature(3, lines[-1][0])])
    alone = tmp_path / "verify_journal.py"
    alone.write_bytes(Path(verify_journal.__file__).read_bytes())

    # -I and -S: no package of this environment can be found.
    command = [sys.executable, "-I", "-S", str(alone), str(file)]
    holds = subprocess.run(command, capture_output=True, text=True, check=False)
    write(file, [lines[0], lines[2]], [signature(3, lines[-1][0])])
    broken = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (holds.returncode, holds.stderr) == (0, "")
    assert "3 events" in holds.stdout
    assert "Every one is as it was written" in holds.stdout
    assert signature(3, lines[-1][0]).key in holds.stdout
    assert broken.returncode == 1
    assert "Event 2 is missing." in broken.stdout


def test_a_countersignature_by_nobody_or_by_a_stranger_is_said(tmp_path: Path) -> None:
    lines = chain(["one", "two"])
    stranger = signature(2, lines[1][0], Ed25519PrivateKey.generate())
    file = write(tmp_path / "journal.jsonl", lines, [replace(stranger, key=signature(2, lines[1][0]).key)])

    assert verify(file).faults == (Fault(What.FORGED, 2),)
    write(file, lines, [stranger])
    assert verify(file).holds, "nobody said which key to trust"
    assert verify(file, key=signature(2, lines[1][0]).key).faults == (Fault(What.STRANGER, 2),)


def test_the_events_of_a_case_are_each_held_against_their_own_countersignature(tmp_path: Path) -> None:
    lines = chain(["one", "two", "three", "four"])
    some = [lines[1], lines[3]]
    file = write(tmp_path / "case.jsonl", some, [signature(2, lines[1][0]), signature(4, lines[3][0])], excerpt=True)

    assert verify(file).holds
    assert verify(file).unsigned == 0
    forged = event(2, lines[0][0], "another")
    write(file, [forged, lines[3]], [signature(2, lines[1][0])], excerpt=True)
    proof = verify(file)
    assert proof.faults == (Fault(What.DIFFERS, 2),)
    assert proof.unsigned == 1
    write(file, [(lines[1][0], forged[1])], excerpt=True)
    assert verify(file).faults == (Fault(What.ALTERED, 2),)


@pytest.mark.parametrize(
    "content", [b"", b"no journal\n", b"[]\n", b'{"format": "x"}\n', b"\xff\xfe\n", b"[" * 100_000 + b"\n"]
)
def test_another_file_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "some.file"
    file.write_bytes(content)

    with pytest.raises(UnusableFileError, match="receiving-app export"):
        verify(file)
    assert verify_journal.main([str(file)]) == 2
    assert "no exported journal" in capsys.readouterr().err


def test_a_newer_form_an_absent_file_and_another_stations_export_are_said(tmp_path: Path) -> None:
    file = write(tmp_path / "journal.jsonl", chain(["one"]))
    newer = tmp_path / "newer.jsonl"
    newer.write_text(json.dumps({"format": verify_journal.FORMAT, "form": 2}) + "\n", encoding="utf-8")

    with pytest.raises(UnusableFileError, match="newer version"):
        verify(newer)
    with pytest.raises(UnusableFileError, match="another station"):
        verify(file, others=[write(tmp_path / "other.jsonl", chain(["one"]), station="DOCK-2")])
    assert verify_journal.main([str(tmp_path / "absent.jsonl")]) == 2


@pytest.mark.parametrize(
    "junk",
    [b"{}", b"", b'{"hash":"short"', b'{"event":{},"hash":""}', b"\xff" * 90, b"[" * 50_000],
    ids=["object", "nothing", "torn", "turned", "bytes", "deep"],
)
def test_a_line_that_is_no_event_is_named_by_its_place(tmp_path: Path, junk: bytes) -> None:
    lines = chain(["one", "two", "three"])
    file = write(tmp_path / "journal.jsonl", lines)
    written = file.read_bytes().splitlines()
    written[2] = junk
    file.write_bytes(b"\n".join(written) + b"\n")

    assert verify(file).faults == (Fault(What.UNREADABLE, 2),)


def test_a_file_wrong_throughout_ends_in_a_few_lines(tmp_path: Path) -> None:
    lines = [(hashlib.sha256(b"").hexdigest(), content) for _, content in chain(map(str, range(300)))]

    proof = verify(write(tmp_path / "journal.jsonl", lines))

    assert len(proof.faults) == 100
    assert verify_journal.told(proof).endswith("call support.")


@given(message=st.binary(max_size=200), seed=st.binary(min_size=32, max_size=32), bit=st.integers(0, 511))
def test_a_signature_holds_for_its_key_and_message_and_no_other(message: bytes, seed: bytes, bit: int) -> None:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public, signed = key.public_key().public_bytes_raw(), key.sign(message)
    altered = bytearray(signed)
    altered[bit // 8] ^= 1 << bit % 8

    assert signed_by(public, message, signed)
    assert not signed_by(public, message + b".", signed)
    assert not signed_by(public, message, bytes(altered))
    assert not signed_by(KEY.public_key().public_bytes_raw(), message, signed) or public == KEY.public_key()
    assert not signed_by(public[:31], message, signed)
