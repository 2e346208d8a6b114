"""A partner's company: its people keep its addresses, and stations hear of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, select

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import ChangedMeanwhileError, InvalidError, NotAllowedError, UnknownError
from ticket_service.accounts.registration import Address
from ticket_service.storage.schema import state
from ticket_service.storage.state import StateRow, put

MOST_ADDRESSES = 10


@dataclass(frozen=True, slots=True)
class Company:
    """A partner as stations know it; labels name the first address as the sender."""

    id: str
    name: str
    addresses: tuple[Address, ...]
    rev: int


def read_company(connection: Connection, caller: Caller) -> Company:
    """Read the caller's company. Raises NotAllowedError for our own people."""
    if caller.partner is None:
        raise NotAllowedError("Only partners have a company here.")
    known = select(state.c.data, state.c.rev).where(state.c.kind == "partner", state.c.id == caller.partner)
    row = connection.execute(known.where(state.c.deleted.is_(False))).first()
    if row is None:
        raise UnknownError("Your company is not known here any more; ask support.")
    data = json.loads(row.data)
    return Company(caller.partner, data["name"], tuple(Address(**each) for each in data["addresses"]), row.rev)


def change_addresses(connection: Connection, caller: Caller, addresses: Sequence[Address], *, rev: int) -> None:
    """Replace the addresses, seen at `rev`. Raises InvalidError, ChangedMeanwhileError."""
    company = read_company(connection, caller)
    if company.rev != rev:
        raise ChangedMeanwhileError("Somebody of your company changed this meanwhile. Look again, then change it.")
    if not 1 <= len(addresses) <= MOST_ADDRESSES:
        raise InvalidError({"a1_street": f"Give one address at least, and {MOST_ADDRESSES} at most."})
    told = {"id": company.id, "name": company.name, "addresses": [asdict(address) for address in addresses]}
    put(connection, [StateRow("partner", company.id, told)])
