"""Who may do what."""

from __future__ import annotations

import pytest

from receiving_app.domain.roles import (
    AT_LOCKED_SCREEN,
    NOBODY,
    PIN_RIGHTS,
    RULES,
    Actor,
    ActorKind,
    Known,
    NotAllowedError,
    Right,
    Role,
    approving,
    may,
    require,
)


def person(role: Role | None, how: str = Known.BADGE_AND_PIN) -> Actor:
    return Actor(ActorKind.PERSON, "p-1", role, how)


@pytest.mark.parametrize("role", Role)
def test_everybody_at_the_site_may_receive(role: Role) -> None:
    require(person(role), Right.RECEIVE)


def test_only_a_supervisor_may_decide() -> None:
    require(person(Role.SUPERVISOR), Right.DECIDE)
    for role in set(Role) - {Role.SUPERVISOR}:
        with pytest.raises(NotAllowedError, match=f"{role} may not decide"):
            require(person(role), Right.DECIDE)


@pytest.mark.parametrize("right", Right)
def test_a_supervisor_may_do_everything_but_a_badge_alone_opens_the_dock_only(right: Right) -> None:
    require(person(Role.SUPERVISOR), right)
    assert may(person(Role.SUPERVISOR, Known.BADGE), right) is (right not in PIN_RIGHTS)


@pytest.mark.parametrize("how", [Known.NAME_AND_PIN, Known.SETTINGS])
def test_a_name_with_its_pin_and_the_settings_are_as_good_as_a_badge_with_its_pin(how: Known) -> None:
    assert may(person(Role.TECHNICIAN, how), Right.INSPECT)


def test_it_is_told_whether_a_pin_would_help() -> None:
    with pytest.raises(NotAllowedError) as refusal:
        require(person(Role.TECHNICIAN, Known.BADGE), Right.INSPECT)
    assert refusal.value.needs_pin
    with pytest.raises(NotAllowedError) as refusal:
        require(person(Role.DOCK, Known.BADGE), Right.INSPECT)
    assert not refusal.value.needs_pin


def test_an_approval_is_the_supervisors_act_and_names_the_worker() -> None:
    actor = approving("p-lead", Role.SUPERVISOR, person(Role.DOCK))
    assert (actor.person, actor.how) == ("p-lead", "approval:p-1")
    require(actor, Right.DECIDE)


def test_at_a_locked_screen_the_dock_goes_on_and_nothing_else() -> None:
    assert {right for right in Right if may(AT_LOCKED_SCREEN, right)} == {Right.RECEIVE, Right.UNPACK, Right.SHIP}


@pytest.mark.parametrize("right", Right)
@pytest.mark.parametrize(
    "actor",
    [
        RULES,
        NOBODY,
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
