"""The way around the portal: which pages each role finds at the top of every page."""

from __future__ import annotations

from dataclasses import dataclass

from ticket_service.accounts.caller import Role
from ticket_service.portal.visit import Visit

_ALL = frozenset(Role)
_PARTNERS = frozenset({Role.PARTNER})
_OURS = frozenset({Role.SUPPORT, Role.ADMIN})
_ADMIN = frozenset({Role.ADMIN})

#: Path below the portal, word, and who sees it, in the order shown.
_PAGES = (
    ("/queue", "Queue", _OURS),
    ("/tickets", "Tickets", _ALL),
    ("/exceptions", "Conflicts", _OURS),
    ("/serials", "Serial numbers", _OURS),
    ("/approvals", "Registrations", _OURS),
    ("/stations", "Stations", _ADMIN),
    ("/people", "People", _ADMIN),
    ("/policy", "Policy", _ADMIN),
    ("/models", "Models", _ADMIN),
    ("/staff", "Portal users", _ADMIN),
    ("/lost-letters", "Lost letters", _OURS),
    ("/account", "Your account", _ALL),
    ("/letters", "Letters", _PARTNERS),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One link at the top; `current` where the person is below it."""

    path: str
    word: str
    current: bool


def entries(visit: Visit) -> list[Entry]:
    """List the links of the person's role."""
    if visit.caller is None:
        return []
    role, here = visit.caller.role, visit.path.partition("?")[0]
    return [
        Entry(f"/portal{path}", word, here == f"/portal{path}" or here.startswith(f"/portal{path}/"))
        for path, word, roles in _PAGES
        if role in roles
    ]
