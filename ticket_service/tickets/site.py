"""What the site's rows say that tickets need: its policy, partners' names and models' parts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from ticket_service.accounts.refusals import RefusalError
from ticket_service.rules.deadline import SiteDays
from ticket_service.rules.rma_number import Numbering, numbering
from ticket_service.storage.schema import state
from ticket_service.storage.state import get

#: Where goods are sent, as the published process says it.
DOCK = ("SmartWitness USA, LLC", "1016 Lunt Avenue", "Schaumburg, IL 60193")


def site_days(connection: Connection) -> SiteDays:
    """Read the site's calendar. Raises RefusalError while there is no policy."""
    return SiteDays.of(_policy(connection))


def site_numbers(connection: Connection) -> Numbering:
    """Read how the site numbers its RMAs. Raises RefusalError where the policy's pattern cannot be counted up in."""
    policy = _policy(connection)
    try:
        return numbering(policy["number_prefix"], policy["number_body"], policy["number_check"])
    except ValueError as error:
        raise RefusalError(f"{error}. An administrator changes it.") from error


def partner_names(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Give the names of partners by their ids; one that is not known is called by its id."""
    wanted = set(ids)
    known = get(connection, "partner", wanted)
    return {id_: known[id_]["name"] if id_ in known else id_ for id_ in wanted}


def partners(connection: Connection) -> dict[str, dict[str, Any]]:
    """Give every partner, by id."""
    return get(connection, "partner", _ids(connection, "partner"))


def models(connection: Connection) -> dict[str, dict[str, Any]]:
    """Give every product model, by id."""
    return get(connection, "model", _ids(connection, "model"))


def _ids(connection: Connection, kind: str) -> list[str]:
    of_kind = select(state.c.id).where(state.c.kind == kind, state.c.deleted.is_(False)).order_by(state.c.id)
    return list(connection.execute(of_kind).scalars())


def _policy(connection: Connection) -> dict[str, Any]:
    policy = get(connection, "policy", ["site"]).get("site")
    if policy is None:
        raise RefusalError("The site has no policy yet; an administrator sets it first.")
    return policy
