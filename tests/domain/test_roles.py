"""Who may do what."""

from __future__ import annotations

import pytest

from receiving_app.domain.roles import RULES, Actor, ActorKind, NotAllowedError, Right, Role, require


def person(role: Role | None) -> Actor:
    return Actor(ActorKind.PERSON, "p-1", role, "badge")


@pytest.mark.parametrize("role", Role)
def test_everybody_at_the_site_may_receive(role: Role) -> None:
    require(person(role), Right.RECEIVE)


def test_only_a_supervisor_may_decide() -> None:
    require(person(Role.SUPERVISOR), Right.DECIDE)
    for role in set(Role) - {Role.SUPERVISOR}:
        with pytest.raises(NotAllowedError, match=f"{role} may not decide"):
            require(person(role), Right.DECIDE)


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize(
    "actor",
    [
        RULES,
        person(None),
        Actor(ActorKind.DEVICE, None, None, "camera"),
        Actor(ActorKind.DEVICE, "p-1", Role.SUPERVISOR, "camera"),
        Actor(ActorKind.RULE, None, Role.SUPERVISOR, "label-rules"),
    ],
)
def test_neither_rules_nor_devices_nor_strangers_have_rights(actor: Actor, right: Right) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        require(actor, right)
    assert (refusal.value.actor, refusal.value.right) == (actor, right)
