"""Four eyes: nobody decides on what they wrote themselves, by whichever badge or role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from receiving_app.domain.item import Item
from receiving_app.domain.item_review import Question, question

#: A supervisor who has been alone with a case for so long may decide on their own work where the policy says so.
LONE_AFTER = timedelta(hours=4)


class Eyes(StrEnum):
    """Whose work somebody is about to decide on."""

    OTHERS = "others"
    OWN = "own"
    #: Their own, and the policy lets them, flagged for ever.
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Authored:
    """Who wrote something of what is decided on, and when."""

    person: str | None
    at: datetime


def eyes(person: str | None, authored: Iterable[Authored], now: datetime, *, lone: bool) -> Eyes:
    """Say whether a person may decide on what these wrote; what a rule wrote has no author."""
    own = [each.at for each in authored if each.person is not None and each.person == person]
    if not own:
        return Eyes.OTHERS
    return Eyes.ALONE if lone and now - max(own) >= LONE_AFTER else Eyes.OWN


def authors(item: Item) -> tuple[Authored, ...]:
    """Give who wrote what a decision on an item would be about: a verdict nobody, a test all who did its steps.

    A quote is the partner's to answer, so whoever sent it may write the answer down.
    """
    inspection = item.inspection
    if inspection is None or question(item) is Question.VERDICT:
        return ()
    review = inspection.review
    found = [Authored(result.person, result.at) for result in inspection.results]
    if inspection.decided_at is not None:
        found.append(Authored(inspection.decided_by, inspection.decided_at))
    if review is not None and review.settled:
        found.append(Authored(review.person, review.decided_at))
    return tuple(found)
