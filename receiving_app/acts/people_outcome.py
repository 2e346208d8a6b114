"""What signing in answers: frozen values that the screens show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from receiving_app.domain.roles import AT_LOCKED_SCREEN, Actor, Known


@dataclass(frozen=True, slots=True)
class Session:
    """Who works at the station; `name` is empty where nobody does."""

    person: Actor
    name: str = ""
    locked: bool = False

    @property
    def actor(self) -> Actor:
        """Whose act it is, when something is done now."""
        return AT_LOCKED_SCREEN if self.locked else self.person

    @property
    def signed_in(self) -> bool:
        """Whether a person has signed in, rather than the settings naming one."""
        return self.person.how not in {Known.SETTINGS, Known.NOT_AT_ALL}


@dataclass(frozen=True, slots=True)
class Named:
    """A person who can be asked for a PIN."""

    person: str
    name: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Who somebody says to be; the PIN proves it."""

    person: str
    how: Known = Known.NAME_AND_PIN


class Refusal(StrEnum):
    """Why a badge or a PIN was not taken; `words` has the sentence."""

    NOT_A_PIN = "not-a-pin"
    WRONG_PIN = "wrong-pin"
    WAIT = "wait"
    NO_PIN = "no-pin"
    UNKNOWN_PERSON = "unknown-person"
    OWN_WORK = "own-work"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Refused:
    """A refusal; `wait` is how long no PIN of this person is looked at."""

    why: Refusal
    wait: timedelta = timedelta()
