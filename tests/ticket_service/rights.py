"""Who may call what: one row a route. A new route fails the tests until it has its row here.

A row names the callers who are let in; every other one must be turned away. Where a route names a thing (`{ticket}`),
the row gives the address of one that exists: `test_rights` says what its words in braces stand for. Other words are the
form's fields, where an empty form would be answered before rights are looked at.
"""

from __future__ import annotations

from dataclasses import dataclass

#: All who may call: from nobody to the administrator. `half` did the first of two login steps; `ended` and `revoked`
#: were let in once; `partner` has the things that rows name, `stranger` is another company's.
CALLERS = ("nobody", "ended", "revoked", "half", "stranger", "partner", "station", "support", "admin")

ANYBODY = frozenset(CALLERS)
#: Who may fill in a page's form: a station has no page.
VISITORS = ANYBODY - {"station", "revoked"}
LOGGED_IN = frozenset({"stranger", "partner", "support", "admin"})
STAFF = frozenset({"support", "admin"})
ADMIN = frozenset({"admin"})
STATION = frozenset({"station"})
PARTNERS = frozenset({"stranger", "partner"})
OWN_AND_STAFF = frozenset({"partner", "support", "admin"})
HALF_WAY = frozenset({"half"}) | LOGGED_IN


@dataclass(frozen=True, slots=True)
class Row:
    """Who is let in; the address, where the route's own names no thing; what the form says."""

    callers: frozenset[str]
    address: str | None
    fields: dict[str, str]


def row(callers: frozenset[str], address: str | None = None, **fields: str) -> Row:
    """Write a row."""
    return Row(callers, address, fields)


#: What station and program call.
CONTRACT = {
    "GET /v1/health": row(ANYBODY),
    "GET /v1/changes": row(STATION),
    "GET /v1/rmas/{number:path}": row(STATION, "/v1/rmas/RMA-00001235"),
    "POST /v1/events": row(STATION),
    "GET /v1/countersigned": row(STATION),
    "POST /v1/stations/enrol": row(ANYBODY),
    "POST /v1/stations/token": row(STATION),
    "GET /metrics": row(ANYBODY),
    "GET /": row(ANYBODY),
    "GET /openapi.json": row(ANYBODY),
}

#: The portal's frame and what belongs to people themselves.
ACCOUNTS = {
    "GET /portal/": row(LOGGED_IN),
    "GET /portal/login": row(ANYBODY),
    "POST /portal/login": row(VISITORS),
    "POST /portal/logout": row(VISITORS),
    "GET /portal/register": row(ANYBODY),
    "POST /portal/register": row(VISITORS),
    "GET /portal/letter-sent": row(ANYBODY),
    "GET /portal/forgotten": row(ANYBODY),
    "POST /portal/forgotten": row(VISITORS),
    "GET /portal/password/{secret}": row(ANYBODY, "/portal/password/none"),
    "POST /portal/password/{secret}": row(VISITORS, "/portal/password/none"),
    "GET /portal/address/{secret}": row(ANYBODY, "/portal/address/none"),
    "POST /portal/address/{secret}": row(VISITORS, "/portal/address/none"),
    "GET /portal/second-step": row(HALF_WAY),
    "POST /portal/second-step": row(HALF_WAY),
    "GET /portal/second-step/new": row(STAFF),
    "POST /portal/second-step/new": row(STAFF),
    "POST /portal/account/recovery-codes": row(STAFF),
    "GET /portal/account": row(LOGGED_IN),
    "GET /portal/account/password": row(LOGGED_IN),
    "POST /portal/account/password": row(LOGGED_IN),
    "GET /portal/account/address": row(LOGGED_IN),
    "POST /portal/account/address": row(LOGGED_IN),
    "GET /portal/account/company": row(PARTNERS),
    "POST /portal/account/company": row(PARTNERS),
    "POST /portal/account/log-out-elsewhere": row(LOGGED_IN),
    "POST /portal/account/sessions/{key}/end": row(LOGGED_IN, "/portal/account/sessions/{session}/end"),
    "GET /portal/approvals": row(STAFF),
    "GET /portal/approvals/{user}": row(STAFF, "/portal/approvals/applicant"),
    "POST /portal/approvals/{user}/approve": row(STAFF, "/portal/approvals/applicant/approve"),
    "POST /portal/approvals/{user}/decline": row(STAFF, "/portal/approvals/applicant/decline"),
    "GET /portal/stations": row(ADMIN),
    "POST /portal/stations": row(ADMIN),
    "POST /portal/stations/{station}/revoke": row(ADMIN, "/portal/stations/DOCK-1/revoke"),
    "GET /portal/staff": row(ADMIN),
    "POST /portal/staff": row(ADMIN),
    "POST /portal/staff/{user}/invite": row(ADMIN, "/portal/staff/invited/invite"),
    "POST /portal/staff/{user}/role": row(ADMIN, "/portal/staff/support/role"),
    "POST /portal/staff/{user}/close": row(ADMIN, "/portal/staff/support/close"),
    "POST /portal/staff/{user}/reopen": row(ADMIN, "/portal/staff/closed/reopen"),
    "POST /portal/staff/{user}/second-step": row(ADMIN, "/portal/staff/support/second-step"),
}

#: The site: the people at its stations, its policy and product models.
SITE = {
    "GET /portal/policy": row(ADMIN),
    "POST /portal/policy": row(ADMIN, version="1"),
    "GET /portal/models": row(ADMIN),
    "GET /portal/models/new": row(ADMIN),
    "POST /portal/models/new": row(ADMIN, id="KP9", name="KP9"),
    "GET /portal/models/{model}": row(ADMIN, "/portal/models/KP2"),
    "POST /portal/models/{model}": row(ADMIN, "/portal/models/KP2", name="KP2"),
    "GET /portal/people": row(ADMIN),
    "GET /portal/people/new": row(ADMIN),
    "POST /portal/people/new": row(ADMIN, name="Pat Lee", roles="dock"),
    "GET /portal/people/{person}": row(ADMIN, "/portal/people/{person}"),
    "POST /portal/people/{person}": row(ADMIN, "/portal/people/{person}", name="Pat Lee", roles="dock"),
}

#: Tickets, their RMAs, and what support does on them.
TICKETS = {
    "GET /portal/tickets": row(LOGGED_IN),
    "GET /portal/tickets/new": row(LOGGED_IN),
    "POST /portal/tickets/new": row(LOGGED_IN),
    "GET /portal/tickets/{id_}": row(OWN_AND_STAFF, "/portal/tickets/{ticket}"),
    "GET /portal/tickets/{id_}/photos/{sha256}": row(OWN_AND_STAFF, "/portal/tickets/{ticket}/photos/{photo}"),
    "POST /portal/tickets/{id_}/messages": row(OWN_AND_STAFF, "/portal/tickets/{ticket}/messages", text="Hello."),
    "POST /portal/tickets/{id_}/sent": row(OWN_AND_STAFF, "/portal/tickets/{ticket}/sent", number="{number}"),
    "POST /portal/tickets/{id_}/products": row(OWN_AND_STAFF, "/portal/tickets/{ticket}/products", products="NEW-1"),
    "GET /portal/labels/{number}": row(OWN_AND_STAFF, "/portal/labels/{number}"),
    "GET /portal/queue": row(STAFF),
    "GET /portal/exceptions": row(STAFF),
    "POST /portal/exceptions/{id_}": row(STAFF, "/portal/exceptions/{conflict}", note="Looked at."),
    "GET /portal/serials": row(STAFF),
    "POST /portal/serials": row(STAFF),
    "POST /portal/tickets/{id_}/notes": row(STAFF, "/portal/tickets/{ticket}/notes", note="Difficult."),
    "POST /portal/tickets/{id_}/resolution": row(STAFF, "/portal/tickets/{ticket}/resolution", resolution="Done."),
    "GET /portal/tickets/{id_}/rma": row(STAFF, "/portal/tickets/{ticket}/rma"),
    "POST /portal/tickets/{id_}/rma": row(STAFF, "/portal/tickets/{ticket}/rma"),
    "GET /portal/tickets/{id_}/rmas/{number}": row(STAFF, "/portal/tickets/{ticket}/rmas/{number}"),
    "POST /portal/tickets/{id_}/rmas/{number}/cancel": row(
        STAFF, "/portal/tickets/{ticket}/rmas/{number}/cancel", why="Asked for."
    ),
    "POST /portal/tickets/{id_}/rmas/{number}/extend": row(
        STAFF, "/portal/tickets/{ticket}/rmas/{number}/extend", until="2026-12-30", reason="Asked for."
    ),
    "POST /portal/tickets/{id_}/rmas/{number}/replacement": row(
        STAFF,
        "/portal/tickets/{ticket}/rmas/{number}/replacement",
        serial="KP2-7",
        carrier="UPS",
        tracking="1Z84R7W00373236737",
    ),
}

#: Letters: which a partner gets, and which came back. Mail programs end letters by themselves, without a page before.
LETTERS = {
    "GET /portal/letters": row(PARTNERS),
    "POST /portal/letters": row(PARTNERS, contact="all", end_customer="all"),
    "GET /portal/letters/stop/{secret}": row(ANYBODY, "/portal/letters/stop/{stop}"),
    "POST /portal/letters/stop/{secret}": row(ANYBODY, "/portal/letters/stop/{stop}"),
    "GET /portal/lost-letters": row(STAFF),
    "POST /portal/lost-letters/{letter}/again": row(STAFF, "/portal/lost-letters/lost-{caller}/again"),
    "POST /portal/lost-letters/{letter}/leave": row(STAFF, "/portal/lost-letters/lost-{caller}/leave"),
}

#: Forms that need no proof that they were ours: a secret stands in their address.
UNPROVEN = {"POST /portal/letters/stop/{secret}"}

TABLE = CONTRACT | ACCOUNTS | SITE | TICKETS | LETTERS
