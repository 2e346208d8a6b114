"""Which cases are alike, so that one look and one act may do for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic

from receiving_app.domain.cases import AnyCase, Case, CaseKind, Head
from receiving_app.domain.verdict import Decision

#: Fewer are decided as quickly one by one as they are found in their group.
FEWEST = 3

Codes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group(Generic[AnyCase]):
    """Rejects that the rules are certain of, for the same reasons: the one first that stood first in the list."""

    kind: CaseKind
    codes: Codes
    cases: tuple[AnyCase, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """Name it among all groups."""
        return (self.kind, *self.codes)


def alike(head: Head, other: Head) -> bool:
    """Tell whether two cases are of one kind and one partner, and the rules said the same of them."""
    return _traits(head) == _traits(other)


def all_alike(cases: Iterable[AnyCase], like: Head) -> tuple[AnyCase, ...]:
    """Give the cases that are like one."""
    return tuple(case for case in cases if alike(case.head, like))


def grouped(cases: Iterable[AnyCase], today: date) -> Iterator[AnyCase | Group[AnyCase]]:
    """Put certain rejects for the same reasons into one group, in the place of the first of them.

    What rests today or was handed to somebody stands for itself.
    """
    every = tuple(cases)
    members: dict[tuple[str, ...], list[AnyCase]] = {}
    for case in every:
        if _is_certain(case.head, today):
            members.setdefault((case.head.kind, *case.head.codes), []).append(case)
    told: set[tuple[str, ...]] = set()
    for case in every:
        key = (case.head.kind, *case.head.codes)
        together = members.get(key, ())
        if len(together) < FEWEST or not _is_certain(case.head, today):
            yield case
        elif key not in told:
            told.add(key)
            yield Group(case.head.kind, case.head.codes, tuple(together))


def only_kind(cases: Iterable[Case]) -> CaseKind | None:
    """Give the kind of cases that are all of one; None where they differ."""
    kinds = {case.head.kind for case in cases}
    return kinds.pop() if len(kinds) == 1 else None


def _traits(head: Head) -> tuple[object, ...]:
    return (head.kind, head.decision, head.codes, head.partner)


def _is_certain(head: Head, today: date) -> bool:
    rejected = head.decision is Decision.REJECT and head.kind in {CaseKind.PACKAGE, CaseKind.ITEM}
    return rejected and bool(head.codes) and not (head.danger or head.handed_to or head.rests(today))
