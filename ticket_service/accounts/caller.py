"""Who stands before the service's own rules: a person of a partner, of support, or its administrator."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may do in the portal."""

    PARTNER = "partner"
    SUPPORT = "support"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Caller:
    """A person who is logged in; `partner` is the company whose tickets they see, None for our own people."""

    user: str
    name: str
    role: Role
    partner: str | None = None
