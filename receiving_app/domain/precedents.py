"""What was decided before: of a partner's goods, and of cases with the same reasons; frozen values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from receiving_app.domain.item import Item, ItemReview
from receiving_app.domain.package import Judgement, Package, Review
from receiving_app.domain.verdict import Rule

_PACKAGE, _DEVICE, _TESTED = "package", "device", "tested"


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a case waits, in a form that is equal for cases that are alike; `kind` says what the codes are of."""

    kind: str
    codes: tuple[str, ...]

    @property
    def key(self) -> str:
        """What alike cases are found by."""
        return f"{self.kind}:{','.join(sorted(self.codes))}"

    @classmethod
    def of_key(cls, key: str) -> Grounds:
        """Give the grounds that a key was made of."""
        kind, _, codes = key.partition(":")
        return cls(kind, tuple(codes.split(",")) if codes else ())

    @property
    def is_lateness(self) -> bool:
        """Whether a package came late."""
        return self.kind == _PACKAGE and Rule.LATE in self.codes


@dataclass(frozen=True, slots=True)
class Settled:
    """A person's decision on a case, in the words of its codes; `part` tells those on one thing apart."""

    thing: str
    part: str
    rma_key: str
    number: str
    grounds: Grounds
    choice: str
    reason: str
    note: str
    person: str | None
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier decision on a case with the same grounds; `own`: on the same partner's goods."""

    thing: str
    number: str
    partner: str
    own: bool
    choice: str
    reason: str
    note: str
    person: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class Precedents:
    """The newest earlier decisions, the same partner's first, and how often each choice was made of all."""

    newest: tuple[Precedent, ...]
    counts: Mapping[str, int]


NO_PRECEDENTS = Precedents((), {})


def grounds_of_verdict(judgement: Judgement) -> Grounds:
    """Say why a package waits."""
    return Grounds(_PACKAGE, judgement.verdict.codes)


def grounds_of_device(item: Item) -> Grounds | None:
    """Say why the rules stopped a device; None where they have not judged it."""
    return Grounds(_DEVICE, item.judgement.verdict.codes) if item.judgement else None


def grounds_of_outcome(item: Item) -> Grounds | None:
    """Say what the test of a device gave; None where it was not tested to an end."""
    outcome = item.inspection.outcome if item.inspection else None
    return Grounds(_TESTED, (outcome,)) if outcome else None


def settled_of_package(package: Package) -> tuple[Settled, ...]:
    """Give what was decided of a package's verdicts."""
    reviewed = ((judgement, judgement.review) for judgement in package.judgements)
    return tuple(_of_verdict(package.lpn, judgement, review) for judgement, review in reviewed if review is not None)


def settled_of_item(item: Item) -> tuple[Settled, ...]:
    """Give what was decided of a device's verdict and of its outcome; a question to the partner decides nothing."""
    return tuple(_of_item(item))


def _of_verdict(lpn: str, judgement: Judgement, review: Review) -> Settled:
    return Settled(
        thing=lpn,
        part=judgement.key,
        rma_key=judgement.key,
        number=judgement.number,
        grounds=grounds_of_verdict(judgement),
        choice=review.choice,
        reason=review.reason,
        note=review.note,
        person=review.person,
        decided_at=review.decided_at,
    )


def _of_item(item: Item) -> Iterator[Settled]:
    of_verdict = (grounds_of_device(item), item.judgement.review if item.judgement else None)
    of_outcome = (grounds_of_outcome(item), item.inspection.review if item.inspection else None)
    for grounds, review in (of_verdict, of_outcome):
        if grounds is not None and review is not None and review.settled:
            yield _on_item(item, grounds, review)


def _on_item(item: Item, grounds: Grounds, review: ItemReview) -> Settled:
    return Settled(
        thing=item.id,
        part=grounds.kind,
        rma_key=item.rma_key,
        number=item.number,
        grounds=grounds,
        choice=review.choice,
        reason=review.reason,
        note=review.note,
        person=review.person,
        decided_at=review.decided_at,
    )
