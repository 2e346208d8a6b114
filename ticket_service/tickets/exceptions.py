"""Conflicts that stations' reports ran into: support looks at each and settles it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import ChangedMeanwhileError, InvalidError
from ticket_service.rules.rma_number import look_up_key
from ticket_service.storage.schema import journal, state
from ticket_service.storage.state import StateRow, get, put
from ticket_service.storage.ticket_tables import rmas, settled_exceptions
from ticket_service.tickets.rights import Act, require

LONGEST_NOTE = 2000


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict that nobody has settled; `ticket` where its RMA is known, `told_at` when the station's report came."""

    id: str
    type: str
    detail: str
    rma: str | None
    lpn: str | None
    ticket: str | None
    station: str | None
    told_at: datetime | None


def open_conflicts(connection: Connection, caller: Caller, limit: int = 200) -> list[Conflict]:
    """List what nobody has settled, the oldest first."""
    require(caller, Act.SETTLE_EXCEPTION)
    wanted = select(state.c.id, state.c.data).where(state.c.kind == "exception", state.c.deleted.is_(False))
    rows = connection.execute(wanted.order_by(state.c.seq).limit(limit)).all()
    told = {row.id: json.loads(row.data) for row in rows}
    tickets = _tickets(connection, {look_up_key(data["rma"]) for data in told.values() if data.get("rma")})
    events = [data["event"] for data in told.values()]
    came = {
        row.event: row
        for row in connection.execute(
            select(journal.c.event, journal.c.station, journal.c.received_at).where(journal.c.event.in_(events))
        )
    }
    return [
        Conflict(
            id=id_,
            type=data["type"],
            detail=data["detail"],
            rma=data.get("rma"),
            lpn=data.get("lpn"),
            ticket=tickets.get(look_up_key(data["rma"])) if data.get("rma") else None,
            station=came[data["event"]].station if data["event"] in came else None,
            told_at=came[data["event"]].received_at if data["event"] in came else None,
        )
        for id_, data in told.items()
    ]


def settle(connection: Connection, caller: Caller, id_: str, note: str, now: datetime) -> None:
    """Settle a conflict, with a note that is kept; it ends for stations, too.

    Raises ChangedMeanwhileError, InvalidError.
    """
    require(caller, Act.SETTLE_EXCEPTION)
    said = note.strip()
    if not said or len(said) > LONGEST_NOTE:
        raise InvalidError({"note": f"Say in at most {LONGEST_NOTE} characters what you found and did."})
    data = get(connection, "exception", [id_]).get(id_)
    if data is None:
        raise ChangedMeanwhileError("This was settled meanwhile, or the station has taken it back.")
    put(connection, [StateRow("exception", id_, data, deleted=True)])
    connection.execute(
        insert(settled_exceptions).values(exception=id_, note=said, settled_by=caller.user, settled_at=now)
    )


def _tickets(connection: Connection, keys: set[str]) -> dict[str, str]:
    wanted = select(rmas.c.key, rmas.c.ticket).where(rmas.c.key.in_(sorted(keys)))
    return {row.key: row.ticket for row in connection.execute(wanted)}
