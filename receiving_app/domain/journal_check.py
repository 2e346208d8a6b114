"""What the last check of the journal has found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

#: By this name the station remembers its last check.
LAST_CHECK = "journal-check"


@dataclass(frozen=True, slots=True)
class JournalCheck:
    """A check of so many `events` that ended at `at`, None where there was none; they are countersigned up to `signed`.

    `fault` is the code of the first fault, at the events `seq` to `until`, and empty where all is as it was written;
    `others` is how many faults there are besides.
    """

    at: datetime | None = None
    events: int = 0
    signed: int = 0
    fault: str = ""
    seq: int = 0
    until: int = 0
    others: int = 0


UNCHECKED = JournalCheck()
