"""What an RMA's shipping label says, for whoever may see the RMA."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import InvalidError, RefusalError
from ticket_service.rules.rma_states import RmaState, state_of
from ticket_service.storage.state import get
from ticket_service.tickets.rma_acts import find_rma
from ticket_service.tickets.shipping_label import MOST_CARTONS, ShippingLabel


def label_of(connection: Connection, caller: Caller, number: str, cartons: int) -> ShippingLabel:
    """Say what stands on the labels. Raises InvalidError, RefusalError, UnknownError."""
    rma = find_rma(connection, caller, number)
    if not 1 <= cartons <= MOST_CARTONS:
        raise InvalidError({"cartons": f"Choose 1 to {MOST_CARTONS} cartons."})
    if state_of(rma) is not RmaState.OPEN:
        raise RefusalError(f"{rma['number']} is not open any more; write to us before you send anything.")
    partner = get(connection, "partner", [rma["partner"]]).get(rma["partner"], {"name": "", "addresses": []})
    addresses = partner["addresses"] or [{"name": partner["name"]}]
    return ShippingLabel(rma["number"], address_lines(addresses[0]), date.fromisoformat(rma["receive_by"]))


def address_lines(address: dict[str, Any]) -> list[str]:
    """Write an address as it stands on an envelope."""
    region = " ".join(filter(None, (address.get("region"), address.get("postal_code"))))
    city = ", ".join(filter(None, (address.get("city"), region)))
    country = address.get("country", "US")
    return [line for line in (address["name"], address.get("street"), city, country if country != "US" else "") if line]
