"""Checks a station's exported journal: `python verify_journal.py journal.jsonl`.

It stands alone: it needs Python's standard library and the exported file, and nothing else of the station.

Every event is hashed over its content, and its content holds the hash of the event before. So whoever alters, removes,
moves or inserts an event breaks the chain there. Whoever cuts off the end, or hashes everything anew, is found out by
the countersignature: the ticket service signs the hashes that it was sent (Ed25519, RFC 8032).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO

#: What the first event of a station is hashed onto.
GENESIS = "0" * 64
#: What the first line of an exported journal says it is.
FORMAT, FORM = "receiving-station journal", 1
#: A file that is wrong throughout is not told of event by event.
_MOST_FAULTS = 100

# A line is {"hash":"…","event":…}: what stands behind is hashed as it is, never written anew.
_BEFORE_HASH, _BEFORE_EVENT = b'{"hash":"', b'","event":'
_HASH_AT, _EVENT_AT = len(_BEFORE_HASH), len(_BEFORE_HASH) + 64 + len(_BEFORE_EVENT)


class What(Enum):
    """What is wrong at one place of a journal, as a sentence."""

    ALTERED = "Event {seq} was altered: its content doesn't have its hash."
    UNLINKED = "Event {seq} doesn't follow the event before it: one of the two was replaced or hashed anew."
    MISSING = "Events {seq} to {until} are missing."
    MISPLACED = "Event {seq} stands at a wrong place: it was moved or inserted."
    UNREADABLE = "What stands in the place of event {seq} can't be read."
    MISFILED = "Event {seq} is filed under other words than its content says."
    FORGED = "The countersignature of event {seq} is not by the key it names."
    STRANGER = "The countersignature of event {seq} is by another key than the one you trust."
    DIFFERS = "Event {seq} is not the one that the ticket service countersigned in its place."
    CUT = "The end is missing: there were {until} events, and only {seq} are here."


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and at which event; `until` is the last one where several are meant."""

    what: What
    seq: int
    until: int = 0

    def __str__(self) -> str:
        if self.what is What.MISSING and self.seq == self.until:
            return f"Event {self.seq} is missing."
        return self.what.value.format(seq=self.seq, until=self.until)


@dataclass(frozen=True, slots=True)
class Countersignature:
    """The ticket service's word that it had a station's event, under this hash, at that time; bytes are in hex."""

    station_seq: int
    hash: str
    received_at: str
    countersigned: str
    key: str

    def genuine(self, station: str) -> bool:
        """Whether the key that it names has signed it."""
        try:
            key, signature = bytes.fromhex(self.key), bytes.fromhex(self.countersigned)
        except ValueError:
            return False
        return signed_by(key, statement(station, self.station_seq, self.hash, self.received_at), signature)


@dataclass(frozen=True, slots=True)
class Proof:
    """What a check has found; `signed` are the countersignatures that hold, oldest first.

    `unsigned` is how many events none of them covers, and `excerpt` whether these are some events of a journal.
    """

    station: str
    events: int
    faults: tuple[Fault, ...]
    signed: tuple[Countersignature, ...]
    unsigned: int = 0
    excerpt: bool = False

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong with what is here."""
        return not self.faults


class UnusableFileError(Exception):
    """The file is no exported journal; the message says what to do."""


@dataclass(slots=True)
class Chain:
    """Takes events in the order in which they stand, and notes where one doesn't follow the other.

    `seq` and `hash` are the last event's; the hash is empty where it can't be known.
    """

    watched: frozenset[int] = frozenset()
    seq: int = 0
    hash: str = GENESIS
    faults: list[Fault] = field(default_factory=list)
    found: dict[int, str] = field(default_factory=dict)

    def take(self, seq: int, prev_hash: str, stated: str, content: bytes) -> None:
        """Take the next event, with the hash that it is said to have."""
        if hashlib.sha256(content).hexdigest() != stated:
            seq = self.seq + 1  # what it says of its own place may be altered, too
            self.note(Fault(What.ALTERED, seq))
        elif seq <= self.seq:
            self.note(Fault(What.MISPLACED, seq))
            return
        elif seq > self.seq + 1:
            self.note(Fault(What.MISSING, self.seq + 1, seq - 1))
        elif prev_hash != self.hash and self.hash:
            self.note(Fault(What.UNLINKED, seq))
        self.seq, self.hash = seq, stated
        if seq in self.watched:
            self.found[seq] = stated

    def skip(self) -> None:
        """Note that something stands in the next event's place that is none."""
        self.seq, self.hash = self.seq + 1, ""
        self.note(Fault(What.UNREADABLE, self.seq))

    def note(self, fault: Fault) -> None:
        """Note a fault, unless there are so many already that one more says nothing."""
        if len(self.faults) < _MOST_FAULTS:
            self.faults.append(fault)

    def compare(self, signed: Iterable[Countersignature]) -> None:
        """Hold what was taken against what the ticket service has signed."""
        last = max((each.station_seq for each in signed), default=0)
        if last > self.seq:
            self.note(Fault(What.CUT, self.seq, last))
        for each in signed:
            if self.found.get(each.station_seq, each.hash) != each.hash:
                self.note(Fault(What.DIFFERS, each.station_seq))

    def named(self) -> tuple[Fault, ...]:
        """Give the faults; an event that stands elsewhere isn't missing besides."""
        moved = {fault.seq for fault in self.faults if fault.what is What.MISPLACED}
        return tuple(f for f in self.faults if f.what is not What.MISSING or not moved >= {*range(f.seq, f.until + 1)})


def verify(path: Path, key: str | None = None, others: Sequence[Path] = ()) -> Proof:
    """Check an exported journal, and give what was found; raise `UnusableFileError` or `OSError`.

    `key` is the only public key to trust, in hex. `others` are earlier exports of the same station, whose
    countersignatures count as well.
    """
    with path.open("rb") as file:
        header = _header(path, file)
        station = str(header.get("station", ""))
        told = [*_signatures(header)]
        for other in others:
            with other.open("rb") as older:
                told += _of_station(station, other, _header(other, older))
        signed, faults = sift(station, told, key)
        chain = Chain(frozenset(each.station_seq for each in signed), faults=faults)
        excerpt = header.get("excerpt") is True
        count, unsigned = (_take_excerpt if excerpt else _take_all)(file, chain, signed)
    if not excerpt and isinstance(header.get("events"), int) and header["events"] > chain.seq:
        chain.note(Fault(What.CUT, chain.seq, header["events"]))
    return Proof(station, count, tuple(dict.fromkeys(chain.named())), tuple(signed), unsigned, excerpt)


def sift(
    station: str, told: Iterable[Countersignature], key: str | None = None
) -> tuple[list[Countersignature], list[Fault]]:
    """Part the countersignatures that hold, oldest first, from those that don't."""
    signed, faults = [], []
    for each in sorted(set(told), key=lambda one: (one.station_seq, one.key)):
        if not each.genuine(station):
            faults.append(Fault(What.FORGED, each.station_seq))
        elif key is not None and each.key != key.lower():
            faults.append(Fault(What.STRANGER, each.station_seq))
        else:
            signed.append(each)
    return signed, faults


def place_of(content: bytes) -> tuple[int, str]:
    """Give an event's number and the hash of the one before; raise `ValueError` where it has none."""
    # The keys are sorted, and a quotation mark inside a text is escaped: the last one found is the event's own.
    at = content.rfind(b',"prev_hash":"')
    number_at = content.find(b',"station_seq":', at + 78)
    if at < 0 or number_at < 0 or content[at + 78 : at + 79] != b'"':
        return _place_in(_loaded(content))
    end = content.find(b",", number_at + 15)
    return int(content[number_at + 15 : end]), content[at + 14 : at + 78].decode("ascii")


def _loaded(content: bytes) -> Any:
    try:
        return json.loads(content)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def _place_in(told: Any) -> tuple[int, str]:
    seq, prev_hash = (told.get("station_seq"), told.get("prev_hash")) if isinstance(told, dict) else (None, None)
    if isinstance(seq, int) and isinstance(prev_hash, str):
        return seq, prev_hash
    raise ValueError("it has no place")


def _take_all(file: BinaryIO, chain: Chain, signed: Sequence[Countersignature]) -> tuple[int, int]:
    count = 0
    for line in file:
        count += 1
        try:
            chain.take(*_read(line))
        except ValueError:
            chain.skip()
    chain.compare(signed)
    return count, max(0, chain.seq - max((each.station_seq for each in signed), default=0))


def _take_excerpt(file: BinaryIO, chain: Chain, signed: Sequence[Countersignature]) -> tuple[int, int]:
    """Check single events: each against its own hash, and its hash against its own countersignature."""
    hashes: dict[int, set[str]] = {}
    for each in signed:
        hashes.setdefault(each.station_seq, set()).add(each.hash)
    count = unsigned = before = 0
    for line in file:
        count += 1
        try:
            seq, _, stated, content = _read(line)
        except ValueError:
            chain.note(Fault(What.UNREADABLE, before + 1))
            continue
        if hashlib.sha256(content).hexdigest() != stated:
            chain.note(Fault(What.ALTERED, seq))
        elif seq <= before:
            chain.note(Fault(What.MISPLACED, seq))
        elif stated not in hashes.get(seq, {stated}):
            chain.note(Fault(What.DIFFERS, seq))
        unsigned += seq not in hashes
        before = seq
    return count, unsigned


def _read(line: bytes) -> tuple[int, str, str, bytes]:
    line = line.rstrip(b"\r\n")
    if not line.startswith(_BEFORE_HASH) or line[_HASH_AT + 64 : _EVENT_AT] != _BEFORE_EVENT or line[-1:] != b"}":
        raise ValueError("it is no event")
    content = line[_EVENT_AT:-1]
    seq, prev_hash = place_of(content)
    return seq, prev_hash, line[_HASH_AT : _HASH_AT + 64].decode("ascii"), content


def _header(path: Path, file: BinaryIO) -> dict[str, Any]:
    try:
        header = _loaded(file.readline(50_000_000))
    except ValueError:
        header = None
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise UnusableFileError(f"{path} is no exported journal. Export it anew with: receiving-app export FILE")
    if header.get("form") != FORM:
        raise UnusableFileError(f"{path} was written by a newer version. Use the verify_journal.py that came with it.")
    return header


def _of_station(station: str, path: Path, header: dict[str, Any]) -> Iterator[Countersignature]:
    if header.get("station") != station:
        raise UnusableFileError(f"{path} is of another station than {station}. Leave it out.")
    return _signatures(header)


def _signatures(header: dict[str, Any]) -> Iterator[Countersignature]:
    for told in header.get("countersigned") or ():
        try:
            texts = [str(told[name]) for name in ("hash", "received_at", "countersigned", "key")]
            yield Countersignature(int(told["station_seq"]), *texts)
        except (KeyError, TypeError, ValueError):
            yield Countersignature(0, "", "", "", "")


def statement(station: str, station_seq: int, hash_: str, received_at: str) -> bytes:
    """Give the bytes that the ticket service signs for one event of a station."""
    return "\n".join((FORMAT, station, str(station_seq), hash_, received_at)).encode()


# Ed25519 over the points (X, Y, Z, T) of its curve, with x = X/Z, y = Y/Z and xy = T/Z. Nothing here is secret, so
# nothing has to take equal time.
_P = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT = pow(2, (_P - 1) // 4, _P)
_Point = tuple[int, int, int, int]
_ZERO: _Point = (0, 1, 1, 0)


def signed_by(key: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether a public key's owner has signed a message (Ed25519)."""
    if len(key) != 32 or len(signature) != 64:
        return False
    public, commitment = _point(key), _point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    base = _point((4 * pow(5, -1, _P) % _P).to_bytes(32, "little"))
    if public is None or commitment is None or base is None or scalar >= _ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % _ORDER
    left, right = _times(scalar, base), _sum(commitment, _times(challenge, public))
    same_x = (left[0] * right[2] - right[0] * left[2]) % _P == 0
    return same_x and (left[1] * right[2] - right[1] * left[2]) % _P == 0


def _point(packed: bytes) -> _Point | None:
    """Unpack a point: its y, and whether its x is odd."""
    number = int.from_bytes(packed, "little")
    odd, y = number >> 255, number & (2**255 - 1)
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if (x * x - square) % _P or (x == 0 and odd):
        return None
    x = _P - x if x & 1 != odd else x
    return x, y, 1, x * y % _P


def _sum(one: _Point, other: _Point) -> _Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(factor: int, point: _Point) -> _Point:
    total = _ZERO
    while factor:
        if factor & 1:
            total = _sum(total, point)
        point = _sum(point, point)
        factor >>= 1
    return total


def told(proof: Proof) -> str:
    """Say in plain words what a check has found."""
    lines = [f"{proof.station}: {proof.events:,} events."]
    lines += [f"  {fault}" for fault in proof.faults]
    if len(proof.faults) >= _MOST_FAULTS:
        lines.append("  And more.")
    if proof.holds:
        lines.append("  Every one is as it was written" + ("." if proof.excerpt else ", and in its place."))
    for signed in {each.key: each for each in proof.signed}.values():
        lines.append(f"  The ticket service countersigned event {signed.station_seq:,} at {signed.received_at}.")
        lines.append(f"  Its key is {signed.key}. Compare it with the one that the service names at /v1/health.")
    if proof.unsigned and proof.excerpt:
        lines.append(f"  Of {proof.unsigned:,} there is no countersignature: the station's word alone stands for them.")
    elif proof.unsigned:
        lines.append(f"  Of the last {proof.unsigned:,} there is none yet: whether more followed can't be told.")
    if not proof.holds:
        lines.append("This is not what was written. Keep it as it is, and call support.")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check one file: 0 it holds, 1 something is wrong with it, 2 it can't be checked."""
    parser = argparse.ArgumentParser(
        prog="verify_journal.py",
        description="Checks that nobody has altered, removed, moved or inserted an event of an exported journal.",
        epilog="exit codes: 0 the journal holds; 1 it does not, and what is wrong is said; 2 it can't be checked.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the exported journal, or the excerpt of a case")
    parser.add_argument("--key", metavar="HEX", help="the ticket service's public key, from someone you trust")
    parser.add_argument(
        "--also", type=Path, action="append", default=[], metavar="FILE", help="an earlier export of the same station"
    )
    options = parser.parse_args(arguments)
    try:
        proof = verify(options.file, options.key, options.also)
    except (UnusableFileError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{told(proof)}\n")
    return 0 if proof.holds else 1


if __name__ == "__main__":
    sys.exit(main())
