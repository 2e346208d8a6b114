"""What a station has seen of a partner, as it stood at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

#: Late boxes that were accepted all the same count for so long.
LATE_WITHIN = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class PartnerHistory:
    """How often the partner was let off for being late within 90 days, and what its devices were like so far."""

    late_waivers: int
    tested: int
    no_fault_found: int
    with_extras: int
