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


@dataclass(frozen=True, slots=True)
class Actor:
    """Who or what did something; `how` says how we know ("badge", "settings", "camera" …)."""

    kind: ActorKind
    person: str | None
    role: Role | None
    how: str


#: What the label rules decide has no author.
RULES = Actor(ActorKind.RULE, None, None, "label-rules")


class NotAllowedError(Exception):
    """The actor's role doesn't give the right that the act needs."""

    def __init__(self, actor: Actor, right: Right) -> None:
        super().__init__(f"{actor.role or actor.kind} may not {right}")
        self.actor = actor
        self.right = right


def require(actor: Actor, right: Right) -> None:
    """Raise `NotAllowedError` unless the actor is a person whose role gives the right."""
    if actor.kind is not ActorKind.PERSON or actor.role is None or right not in _RIGHTS[actor.role]:
        raise NotAllowedError(actor, right)
