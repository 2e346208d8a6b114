"""The way around the portal: which pages each role finds at the top of every page."""

from __future__ import annotations

from collections.abc import Sequence
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
    ("/lost-letters", "Lost letters", _OURS),
    ("/account", "Your account", _ALL),
    ("/letters", "Letters", _PARTNERS),
)
#: The pages of the site itself, which lie together behind one word.
_SITE = (
    ("/stations", "Stations", _ADMIN),
    ("/people", "People", _ADMIN),
    ("/policy", "Policy", _ADMIN),
    ("/models", "Models", _ADMIN),
    ("/staff", "Portal users", _ADMIN),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One link at the top; `current` where the person is below it."""

    path: str
    word: str
    current: bool


def entries(visit: Visit) -> list[Entry]:
    """List the links of the person's role."""
    return _seen(visit, _PAGES)


def site_entries(visit: Visit) -> list[Entry]:
    """List the links to the pages of the site itself."""
    return _seen(visit, _SITE)


def every_page(role: Role) -> list[str]:
    """Give the path of every page that a role finds at the top."""
    return [path for path, _, roles in (*_PAGES, *_SITE) if role in roles]


def _seen(visit: Visit, pages: Sequence[tuple[str, str, frozenset[Role]]]) -> list[Entry]:
    if visit.caller is None:
        return []
    role, here = visit.caller.role, visit.path.partition("?")[0]
    return [
        Entry(f"/portal{path}", word, here == f"/portal{path}" or here.startswith(f"/portal{path}/"))
        for path, word, roles in pages
        if role in roles
    ]
