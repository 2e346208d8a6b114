"""Who may do what with tickets: one table, asked by every act."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ticket_service.accounts.caller import Caller, Role
from ticket_service.accounts.refusals import NotAllowedError


class Act(StrEnum):
    """What people do with tickets."""

    READ = "read"
    OPEN = "open"
    OPEN_FOR_PARTNER = "open-for-partner"
    WRITE = "write"
    TELL_SENT = "tell-sent"
    NOTE = "note"
    SOLVE = "solve"
    NAME_MODEL = "name-model"
    ISSUE_RMA = "issue-rma"
    EXTEND_RMA = "extend-rma"
    CANCEL_RMA = "cancel-rma"
    SHIP_REPLACEMENT = "ship-replacement"
    SETTLE_EXCEPTION = "settle-exception"
    FOLLOW_SERIAL = "follow-serial"
    KEEP_DEVICES = "keep-devices"


_OF_PARTNERS = frozenset({Act.READ, Act.OPEN, Act.WRITE, Act.TELL_SENT})
_OF_SUPPORT = frozenset(Act) - {Act.OPEN}

MAY: Mapping[Role, frozenset[Act]] = {
    Role.PARTNER: _OF_PARTNERS,
    Role.SUPPORT: _OF_SUPPORT,
    Role.ADMIN: _OF_SUPPORT,
}


def require(caller: Caller, act: Act) -> None:
    """Let the act go on, or raise NotAllowedError."""
    if act not in MAY[caller.role]:
        raise NotAllowedError("Your account may not do this; ask SmartWitness support.")


def is_ours(caller: Caller) -> bool:
    """Tell whether the person sees every partner's tickets and what partners never see."""
    return Act.NOTE in MAY[caller.role]


def sees(caller: Caller, partner: str) -> bool:
    """Tell whether the person may know of a partner's tickets."""
    return is_ours(caller) or (caller.partner is not None and caller.partner == partner)
