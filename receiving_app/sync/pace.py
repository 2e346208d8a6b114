"""When the next round runs: soon after an answer, later and later without one."""

from __future__ import annotations

from datetime import timedelta

#: Between rounds while all is well: how old the station's data gets at most.
IDLE = timedelta(seconds=15)
_FIRST = timedelta(seconds=2)
_LONGEST = timedelta(minutes=1)


def wait_after(failures: int, chance: float, retry_after: timedelta | None = None) -> timedelta:
    """Give the time to the next round; `chance` from 0 to 1 spreads the stations that failed together.

    The service's own wish is honoured whole; without one the wait doubles with each failure in a row.
    """
    if failures == 0:
        return IDLE
    longest: timedelta = min(_FIRST * 2 ** min(failures - 1, 16), _LONGEST)
    spread = longest / 2 + longest / 2 * chance
    return max(spread, retry_after) if retry_after is not None else spread
