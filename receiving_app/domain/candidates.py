"""Whose a box may be: the RMAs and partners that something found on it points to, each with the reasons why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from receiving_app.domain.authorization import Address, Rma, RmaState, serial_key
from receiving_app.domain.carrier import tracking_key
from receiving_app.domain.near_number import near_keys
from receiving_app.domain.package import Package
from receiving_app.domain.rma_number import LONGEST_LABEL_TEXT, Form, NumberFormat, find_numbers, number_key, plain
from receiving_app.domain.search_text import search_key
from receiving_app.domain.unclaimed_events import Ground, GroundKind

#: Fewer letters of a name or a street stand in too many others.
_SHORTEST_NAME, _SHORTEST_STREET = 4, 6


@dataclass(frozen=True, slots=True)
class Sender:
    """A partner as it may stand on a parcel."""

    id: str
    name: str
    addresses: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An RMA that a box may have been sent for, or only a partner that may have sent it, and why."""

    rma: Rma | None
    partner: str
    partner_name: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """What a text is looked up by, in every way that it may be meant; `near` are RMA numbers one slip away."""

    serial: str
    tracking: str
    numbers: frozenset[str]
    near: frozenset[str]


def clues_of(package: Package) -> tuple[str, ...]:
    """Give everything found on a package that may tell whose it is, each once."""
    address = package.return_address
    sender = ", ".join(filter(None, (address.name, address.street, address.city))) if address else ""
    found = (
        *(label.number for label in package.live_labels),
        *(tracking.number for tracking in package.trackings),
        *package.serials,
        sender,
        *(clue.text for clue in package.clues),
    )
    return tuple(dict.fromkeys(text for text in found if text))


def keys_of(text: str, fmt: NumberFormat) -> Keys:
    """Give what to look a text up by."""
    if len(text) > LONGEST_LABEL_TEXT:
        return Keys("", "", frozenset(), frozenset())
    word = plain(text)
    # Bare digits count here as a number, too: a person looks at what it may have been.
    meant = (*find_numbers(word, fmt), *find_numbers(f"{fmt.prefix} {word}", fmt))
    numbers = frozenset(each.key for each in meant)
    of_the_form = {each.key for each in meant if each.form is not Form.BARE}
    near = frozenset(key for number in of_the_form for key in near_keys(number)) - numbers
    return Keys(serial_key(word), tracking_key(word), numbers, near)


def candidates(
    clues: Sequence[str], rmas: Iterable[Rma], senders: Iterable[Sender], fmt: NumberFormat
) -> tuple[Candidate, ...]:
    """Give the RMAs and partners that the clues point to, the likeliest first; what nothing points to is left out."""
    keyed = [(clue, keys_of(clue, fmt)) for clue in clues]
    known = {sender.id: tuple(_of_sender(clues, sender)) for sender in senders}
    names = {sender.id: sender.name for sender in senders}
    found = [
        Candidate(rma, rma.partner, rma.partner_name, (*_of_rma(keyed, rma), *known.get(rma.partner, ())))
        for rma in rmas
    ]
    found += [Candidate(None, partner, names[partner], grounds) for partner, grounds in known.items()]
    return tuple(sorted((each for each in found if each.grounds), key=_rank))


def _rank(candidate: Candidate) -> tuple[int, bool, int, float, str]:
    """The strongest ground first, then what is open, then what more points to, then the newest."""
    rma, strongest = candidate.rma, min(_strength(ground) for ground in candidate.grounds)
    closed = rma is not None and rma.state is not RmaState.OPEN
    newest = -rma.created_at.timestamp() if rma is not None else 0.0
    return strongest, closed, -len(candidate.grounds), newest, rma.number if rma is not None else candidate.partner


def _strength(ground: Ground) -> int:
    return list(GroundKind).index(ground.kind)


def _of_rma(clues: Sequence[tuple[str, Keys]], rma: Rma) -> Iterator[Ground]:
    own = number_key(rma.number)
    serials = {serial_key(line.serial): line.serial for line in rma.lines if line.serial}
    trackings = {tracking_key(each): each for each in rma.tracking}
    for clue, keys in clues:
        if own in keys.numbers:
            yield Ground(GroundKind.NUMBER, clue, rma.number)
        elif own in keys.near:
            yield Ground(GroundKind.NEAR_NUMBER, clue, rma.number)
        if keys.serial in serials:
            yield Ground(GroundKind.SERIAL, clue, serials[keys.serial])
        if keys.tracking in trackings:
            yield Ground(GroundKind.TRACKING, clue, trackings[keys.tracking])


def _of_sender(clues: Sequence[str], sender: Sender) -> Iterator[Ground]:
    name = search_key(sender.name)
    for clue in clues:
        said = search_key(clue)
        address = next((each for each in sender.addresses if _is_in(search_key(each.street), said)), None)
        if address is not None:
            yield Ground(GroundKind.ADDRESS, clue, ", ".join(filter(None, (address.street, address.city))))
        elif len(said) >= _SHORTEST_NAME and (said in name or (len(name) >= _SHORTEST_NAME and name in said)):
            yield Ground(GroundKind.NAME, clue, sender.name)


def _is_in(street: str, said: str) -> bool:
    return len(street) >= _SHORTEST_STREET and street in said
