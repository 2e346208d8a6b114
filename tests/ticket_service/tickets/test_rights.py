"""Who may do what is one table, and every act asks it."""

from __future__ import annotations

import pytest

from tests.ticket_service.desk import ADMIN, OTHER, PARTNER, SUPPORT
from ticket_service.accounts.caller import Caller, Role
from ticket_service.accounts.refusals import NotAllowedError
from ticket_service.tickets.rights import MAY, Act, is_ours, require, sees

OF_PARTNERS = {Act.READ, Act.OPEN, Act.WRITE, Act.TELL_SENT}


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("caller", [PARTNER, SUPPORT, ADMIN])
def test_each_act_is_for_the_roles_in_the_table(caller: Caller, act: Act) -> None:
    allowed = act in OF_PARTNERS if caller is PARTNER else act is not Act.OPEN

    assert (act in MAY[caller.role]) == allowed
    if allowed:
        require(caller, act)
    else:
        with pytest.raises(NotAllowedError):
            require(caller, act)


def test_partners_see_their_own_and_support_sees_all() -> None:
    nobody = Caller("user-9", "New", Role.PARTNER, None)

    assert [sees(caller, "P-001") for caller in (PARTNER, OTHER, nobody, SUPPORT, ADMIN)] == [
        True,
        False,
        False,
        True,
        True,
    ]
    assert [is_ours(caller) for caller in (PARTNER, SUPPORT, ADMIN)] == [False, True, True]
