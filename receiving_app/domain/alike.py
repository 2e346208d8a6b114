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

_GROUPED = frozenset({CaseKind.PACKAGE, CaseKind.ITEM})
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
    every = [(case, _reasons(case.head, today)) for case in cases]
    members: dict[Codes, list[AnyCase]] = {}
    for case, reasons in every:
        if reasons:
            members.setdefault(reasons, []).append(case)
    told: set[Codes] = set()
    for case, reasons in every:
        together = members.get(reasons, ())
        if len(together) < FEWEST:
            yield case
        elif reasons not in told:
            told.add(reasons)
            yield Group(case.head.kind, case.head.codes, tuple(together))


def only_kind(cases: Iterable[Case]) -> CaseKind | None:
    """Give the kind of cases that are all of one; None where they differ."""
    kinds = {case.head.kind for case in cases}
    return kinds.pop() if len(kinds) == 1 else None


def _traits(head: Head) -> tuple[object, ...]:
    return (head.kind, head.decision, head.codes, head.partner)


def _reasons(head: Head, today: date) -> Codes:
    """Give kind and reasons of a reject that the rules are certain of; empty of what stands for itself."""
    if head.decision is not Decision.REJECT or not head.codes or head.kind not in _GROUPED:
        return ()
    return () if head.danger or head.handed_to or head.rests(today) else (head.kind.value, *head.codes)
