"""What became of a case while somebody looked at it, and what the ticket service made of a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from receiving_app.domain.authorization import RmaState
from receiving_app.domain.events import Body, ReviewDecided
from receiving_app.domain.exchange import ExchangeDecided, LineSettled
from receiving_app.domain.item_events import EmptyBoxReviewed, ItemDecided


class Said(StrEnum):
    """What was decided of a case that has no choices with names of their own."""

    LOOKED_AT = "looked-at"
    CROSSED = "crossed"
    NOT_CROSSED = "not-crossed"
    NOT_RETURNED = "not-returned"


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody decided: who (an id), when and at which station; `choice` is a decision's code, or a `Said`."""

    person: str
    at: datetime
    station: str
    choice: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Became:
    """Why a case waits no longer: somebody decided it, or its RMA has ended; neither where new facts settled it."""

    word: Word | None = None
    state: RmaState = RmaState.OPEN


@dataclass(frozen=True, slots=True)
class Refused:
    """A decision that the ticket service would not take: `problem` is its code, `detail` its own sentence."""

    word: Word
    problem: str
    detail: str = ""


def choice_of(body: Body) -> str:
    """Name what a decision says; empty where it decides no case."""
    match body:
        case ReviewDecided():
            return body.decision.value
        case ItemDecided():
            return body.choice.value
        case EmptyBoxReviewed():
            return Said.LOOKED_AT.value
        case ExchangeDecided():
            return (Said.CROSSED if body.crossed else Said.NOT_CROSSED).value
        case LineSettled():
            return Said.NOT_RETURNED.value
        case _:
            return ""
