"""What a reading means: classified by look-up first, by pattern second."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from receiving_app.domain.authorization import serial_key
from receiving_app.domain.carrier import recognise, tracking_key
from receiving_app.domain.command import Command, command_named
from receiving_app.domain.lpn import lpn_in
from receiving_app.domain.reading import HAND_HELD, Reading, Source
from receiving_app.domain.rma_number import (
    LONGEST_NUMBER,
    Candidate,
    Form,
    NumberFormat,
    find_numbers,
    plain,
)

_BADGE = re.compile(r"BADGE-[A-Z0-9\-]{1,40}")


class Kind(StrEnum):
    """What a reading turned out to be, in the order in which that is asked."""

    COMMAND = "command"
    LPN = "lpn"
    BADGE = "badge"
    RMA = "rma"
    SERIAL = "serial"
    TRACKING = "tracking"
    RMA_WELL_FORMED = "rma-well-formed"
    RMA_LIKE = "rma-like"
    CARRIER = "carrier"
    OTHER = "other"


#: What stands for an RMA number on a package, known or not.
NUMBER_KINDS = frozenset({Kind.RMA, Kind.RMA_WELL_FORMED, Kind.RMA_LIKE})


@dataclass(frozen=True, slots=True)
class Interpretation:
    """Everything one reading could mean, before anything is looked up."""

    command: Command | None
    lpn: str | None
    badge: str | None
    numbers: tuple[Candidate, ...]
    serial: str
    tracking: str
    carrier: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """What the station's memory knows of an interpretation's keys.

    `numbers` maps the keys of known RMA numbers to the numbers as the service writes them; `serial_rmas` and
    `tracking_rmas` are the numbers of the RMAs that the serial or tracking number points to.
    """

    numbers: tuple[tuple[str, str], ...] = ()
    serial_rmas: tuple[str, ...] = ()
    tracking_rmas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a reading means; `numbers` are the RMA numbers it stands for, `points_to` those it only hints at.

    Of kind `RMA` the first number is known; well-formed ones that the station doesn't know may stand behind it.
    """

    kind: Kind
    command: Command | None = None
    lpn: str | None = None
    badge: str | None = None
    numbers: tuple[Candidate, ...] = ()
    points_to: tuple[str, ...] = ()
    serial: str | None = None
    tracking: str | None = None
    carrier: str | None = None


def interpret(reading: Reading, fmt: NumberFormat) -> Interpretation:
    """Give every key under which a reading is worth looking up."""
    by_hand = reading.source in HAND_HELD
    word = plain(reading.text) if len(reading.text) <= LONGEST_NUMBER else ""
    carrier = recognise(word) if word else None
    return Interpretation(
        command=command_named(word) if by_hand else None,
        lpn=lpn_in(word),
        badge=badge_hash(word) if by_hand and _BADGE.fullmatch(word) else None,
        numbers=find_numbers(_with_context(reading, fmt), fmt),
        serial=serial_key(word),
        tracking=tracking_key(word),
        carrier=carrier.carrier if carrier else None,
    )


def classify(meant: Interpretation, found: Found) -> Meaning:
    """Say what a reading means, given what the station's memory knows: look-up beats pattern."""
    if meant.command is not None:
        return Meaning(Kind.COMMAND, command=meant.command)
    if meant.lpn is not None:
        return Meaning(Kind.LPN, lpn=meant.lpn)
    if meant.badge is not None:
        return Meaning(Kind.BADGE, badge=meant.badge)
    known = _known_numbers(meant.numbers, dict(found.numbers))
    if known:
        return Meaning(Kind.RMA, numbers=(*known, *_besides(known, meant.numbers)))
    if found.serial_rmas:
        return Meaning(Kind.SERIAL, serial=meant.serial, points_to=found.serial_rmas)
    if found.tracking_rmas:
        return Meaning(Kind.TRACKING, tracking=meant.tracking, carrier=meant.carrier, points_to=found.tracking_rmas)
    for form, kind in ((Form.WELL_FORMED, Kind.RMA_WELL_FORMED), (Form.MALFORMED, Kind.RMA_LIKE)):
        numbers = tuple(number for number in meant.numbers if number.form is form)
        if numbers:
            return Meaning(kind, numbers=numbers)
    if meant.carrier is not None:
        return Meaning(Kind.CARRIER, tracking=meant.tracking, carrier=meant.carrier)
    return Meaning(Kind.OTHER)


def kind_by_pattern(reading: Reading, fmt: NumberFormat) -> Kind:
    """Classify by pattern alone, as a person without the ticket service's data would."""
    return classify(interpret(reading, fmt), Found()).kind


def without_badge(reading: Reading) -> Reading:
    """Give the reading as it may be kept and shown: a badge opens the station, so its text goes nowhere."""
    word = plain(reading.text) if len(reading.text) <= LONGEST_NUMBER else ""
    if not _BADGE.fullmatch(word):
        return reading
    return replace(reading, text=f"BADGE {badge_hash(word)[:8]}", raw=b"")


def badge_hash(badge: str) -> str:
    """Give the SHA-256 (hex) by which people's badges are known; the badge's text itself is stored nowhere."""
    return hashlib.sha256(badge.encode()).hexdigest()


def _with_context(reading: Reading, fmt: NumberFormat) -> str:
    """Give the text to search; digits typed by hand were typed into the field for RMA numbers."""
    bare = reading.source is Source.TYPED and plain(reading.text).replace(" ", "").replace("-", "").isdigit()
    return f"{fmt.prefix} {reading.text}" if bare else reading.text


def _known_numbers(candidates: tuple[Candidate, ...], known: dict[str, str]) -> tuple[Candidate, ...]:
    """Keep the candidates the service knows, under the service's own spelling; two spellings are one number."""
    numbers: dict[str, Candidate] = {}
    for candidate in candidates:
        spelling = known.get(candidate.key)
        if spelling is not None and spelling not in numbers:
            numbers[spelling] = Candidate(candidate.key, spelling, Form.WELL_FORMED, candidate.carton)
    return tuple(numbers.values())


def _besides(known: tuple[Candidate, ...], candidates: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """Give the well-formed numbers that stand beside the known ones, so that none of several is dropped silently."""
    for candidate in candidates:
        # A known number's digits, joined with those that happen to follow it, are no second number.
        grown = any(candidate.key.startswith(number.key) for number in known)
        if candidate.form is Form.WELL_FORMED and not grown:
            yield candidate
