"""Which package a reading belongs to: the open one, the same one again, or another box."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from receiving_app.domain.label_facts import NumberOnLabel
from receiving_app.domain.label_reading import NUMBER_KINDS, Kind, Meaning
from receiving_app.domain.package import Label, Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.rma_number import Candidate

#: A number like this is read again on our own request, however long that takes; the second reading has a say.
_READ_AGAIN = frozenset({NumberOnLabel.DOUBTFUL, NumberOnLabel.MALFORMED_ONCE})


class Joining(Enum):
    """What a reading does to the open package."""

    #: It belongs to no package.
    APART = "apart"
    #: It is one more thing on the open package.
    JOINS = "joins"
    #: It is the open package's own label, seen again.
    REPEATS = "repeats"
    #: It opens another package.
    OPENS = "opens"
    #: It opens another package, and a person should say whether it is the same box.
    OPENS_ASKING = "opens-asking"


def joining(package: Package | None, meaning: Meaning, read_at: datetime, policy: Policy, *, in_view: bool) -> Joining:
    """Say what a reading does to the open package; `in_view`: it was seen in one picture with that package's label."""
    if meaning.kind in NUMBER_KINDS:
        return _number(package, meaning.numbers, read_at, policy, in_view=in_view)
    if meaning.kind in {Kind.TRACKING, Kind.CARRIER}:
        return _tracking(package, meaning.tracking or "", read_at, policy, in_view=in_view)
    if meaning.kind is Kind.SERIAL:
        return Joining.OPENS if package is None else Joining.JOINS
    return Joining.APART


def _number(
    package: Package | None,
    numbers: tuple[Candidate, ...],
    read_at: datetime,
    policy: Policy,
    *,
    in_view: bool,
) -> Joining:
    if package is None:
        return Joining.OPENS
    seen = {label.key: label for label in package.labels}
    repeated = [(number, seen[number.key]) for number in numbers if number.key in seen]
    if repeated:
        again = _repeat(*repeated[0], read_at, policy, in_view=in_view)
        # A text that names another number besides the repeated one has something new to say.
        more = len(repeated) < len(numbers)
        return Joining.JOINS if again is Joining.REPEATS and more else again
    if in_view or (not package.live_labels and not package.no_number):
        return Joining.JOINS
    return Joining.OPENS_ASKING


def _repeat(number: Candidate, label: Label, read_at: datetime, policy: Policy, *, in_view: bool) -> Joining:
    if number.carton is not None and label.carton is not None:
        return Joining.REPEATS if number.carton == label.carton else Joining.OPENS
    if label.on_label in _READ_AGAIN and not label.struck_out:
        return Joining.JOINS
    if in_view or _just_read(label.last_read_at, read_at, policy):
        return Joining.REPEATS
    return Joining.OPENS_ASKING


def _tracking(package: Package | None, tracking: str, read_at: datetime, policy: Policy, *, in_view: bool) -> Joining:
    if package is None:
        return Joining.OPENS
    known = next((t for t in package.trackings if t.number == tracking), None)
    if known is not None:
        again = in_view or _just_read(known.last_read_at, read_at, policy)
        return Joining.REPEATS if again else Joining.OPENS_ASKING
    return Joining.JOINS if in_view or not package.trackings else Joining.OPENS_ASKING


def _just_read(last_read_at: datetime, read_at: datetime, policy: Policy) -> bool:
    # The station's clock may have been set back in between.
    return abs(read_at - last_read_at) <= policy.same_box_within
