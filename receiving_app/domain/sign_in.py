"""PINs, and how long somebody must wait after wrong ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

#: Wrong PINs that anybody may happen to type.
FREE_TRIES = 3
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=30)

_PIN = re.compile(r"[0-9]{4,8}")


@dataclass(frozen=True, slots=True)
class Failures:
    """How often in a row a person's PIN was wrong, and when last."""

    count: int = 0
    last_at: datetime | None = None

    def and_one_more(self, now: datetime) -> Failures:
        """Count another wrong PIN."""
        return Failures(self.count + 1, now)


def is_pin(text: str) -> bool:
    """Say whether a text could be anybody's PIN."""
    return _PIN.fullmatch(text) is not None


def wait_left(failures: Failures, now: datetime) -> timedelta:
    """Tell how long no PIN of this person is looked at; the wait doubles with each wrong one after the free tries."""
    if failures.count < FREE_TRIES or failures.last_at is None:
        return timedelta()
    # Beyond the sixth doubling the longest wait holds; a person who fails for weeks makes no number overflow.
    doublings = min(failures.count - FREE_TRIES, 6)
    wait = min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
    # A clock that was set back since makes nobody wait longer than the wait itself.
    return max(timedelta(), wait - max(timedelta(), now - failures.last_at))
