"""What waits for something before anybody decides it: the partner's answer, a day, or a named person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from receiving_app.domain.events import CasePutOff, ReviewPutOff, Wait


@dataclass(frozen=True, slots=True)
class PutOff:
    """What a case waits for: the partner's answer since `asked_at`, a day, or a named person's decision."""

    question: str = ""
    asked_at: datetime | None = None
    answer: str = ""
    until: date | None = None
    to: str | None = None

    @property
    def awaits_answer(self) -> bool:
        """Whether the partner was asked and has not answered."""
        return self.asked_at is not None and not self.answer


def put_off(before: PutOff | None, at: datetime, said: ReviewPutOff | CasePutOff) -> PutOff:
    """Give what a case waits for after one more word on it, said at a time."""
    before = before or PutOff()
    match said.why:
        case Wait.ASKED:
            return replace(before, question=said.note, asked_at=at, answer="")
        case Wait.ANSWERED:
            return replace(before, answer=said.note)
        case Wait.SNOOZED:
            return replace(before, until=said.until)
        case Wait.DELEGATED:
            return replace(before, to=said.to)


def woken(before: PutOff | None) -> PutOff | None:
    """Give what a case waits for after new facts: what was asked and who is to decide stays, and it rests no more."""
    return replace(before, until=None) if before is not None else None
