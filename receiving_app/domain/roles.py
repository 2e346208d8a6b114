"""Who acts, in which role, and what each role may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is at the site."""

    DOCK = "dock"
    TECHNICIAN = "technician"
    SUPERVISOR = "supervisor"


class ActorKind(StrEnum):
    """Whether a person, a device or a rule did it."""

    PERSON = "person"
    DEVICE = "device"
    RULE = "rule"


class Right(StrEnum):
    """One thing that not everybody may do."""

    RECEIVE = "receive"
    UNPACK = "unpack"
    INSPECT = "inspect"
    SHIP = "ship"
    DECIDE = "decide"
    #: Agrees, at a worker's screen, to what the worker may not do alone.
    APPROVE = "approve"


_RIGHTS = {
    Role.DOCK: frozenset({Right.RECEIVE, Right.UNPACK, Right.SHIP}),
    Role.TECHNICIAN: frozenset({Right.RECEIVE, Right.UNPACK, Right.INSPECT}),
    Role.SUPERVISOR: frozenset(Right),
}


#: What a badge alone doesn't open: a badge can be borrowed.
PIN_RIGHTS = frozenset({Right.INSPECT, Right.DECIDE, Right.APPROVE})


class Known(StrEnum):
    """How we know which person it is, as `Actor.how` says it."""

    BADGE = "badge"
    BADGE_AND_PIN = "badge+pin"
    NAME_AND_PIN = "name+pin"
    #: The settings name the operator of a station with demo or practice data.
    SETTINGS = "settings"
    #: Somebody scanned at a locked screen.
    LOCKED = "locked"
    #: Nobody has signed in.
    NOT_AT_ALL = "not-signed-in"


_SURE = frozenset({Known.BADGE_AND_PIN, Known.NAME_AND_PIN, Known.SETTINGS})
_APPROVAL = "approval:"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who or what did something; `how` says how we know: a `Known`, a device's name, or at whose screen it was."""

    kind: ActorKind
    person: str | None
    role: Role | None
    how: str


#: What the label rules decide has no author.
RULES = Actor(ActorKind.RULE, None, None, "label-rules")
#: A scan at a locked screen is some dock worker's; whose it is nobody can tell.
AT_LOCKED_SCREEN = Actor(ActorKind.PERSON, None, Role.DOCK, Known.LOCKED)
NOBODY = Actor(ActorKind.PERSON, None, None, Known.NOT_AT_ALL)


class NotAllowedError(Exception):
    """The actor's role doesn't give the right that the act needs, or the actor has shown no PIN for it."""

    def __init__(self, actor: Actor, right: Right) -> None:
        super().__init__(f"{actor.role or actor.kind} may not {right}")
        self.actor = actor
        self.right = right

    @property
    def needs_pin(self) -> bool:
        """Whether the role gives the right, and only the PIN is missing."""
        return _of_role(self.actor, self.right)


def require(actor: Actor, right: Right) -> None:
    """Raise `NotAllowedError` unless the actor is a person whose role gives the right, with a PIN where one is due."""
    if not may(actor, right):
        raise NotAllowedError(actor, right)


def may(actor: Actor, right: Right) -> bool:
    """Say whether the actor has the right just now."""
    return _of_role(actor, right) and (right not in PIN_RIGHTS or is_sure(actor))


def is_sure(actor: Actor) -> bool:
    """Say whether we know the person by more than a badge."""
    return actor.how in _SURE or actor.how.startswith(_APPROVAL)


def approving(person: str, role: Role, worker: Actor) -> Actor:
    """Give the actor of one act that a person approves at another one's screen."""
    return Actor(ActorKind.PERSON, person, role, f"{_APPROVAL}{worker.person or ''}")


def _of_role(actor: Actor, right: Right) -> bool:
    return actor.kind is ActorKind.PERSON and actor.role is not None and right in _RIGHTS[actor.role]
