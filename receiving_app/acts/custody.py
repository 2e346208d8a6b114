"""Says what became of the client's video, of any device in the building, its box open or not."""

from __future__ import annotations

from sqlalchemy import Connection

from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.station import Station
from receiving_app.acts.unpacking_outcome import Code, UnpackingOutcome
from receiving_app.acts.written import kept
from receiving_app.domain.custody import Said, known_of
from receiving_app.domain.events import Subject
from receiving_app.domain.item import Item, step
from receiving_app.domain.item_events import CustodyRecorded, Fate, Medium
from receiving_app.domain.roles import Actor, Right
from receiving_app.storage import items, packages, service_data


class Custody:
    """The acts on the client's video at one station; they raise `NotAllowedError`."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._judging = ItemJudging(station)

    def say(
        self, item_id: str | None, said: Said, actor: Actor, *, bag: str = "", consent: str = ""
    ) -> UnpackingOutcome:
        """Write down where a device's video is and what became of it.

        A card that is there lies in a numbered bag. Video is erased only where somebody consented: `consent` names
        who, else it is what the RMA's ticket says.
        """
        with self._station.act(actor, Right.UNPACK) as act:
            item = items.get(act.connection, item_id) if item_id else None
            if item is None:
                return UnpackingOutcome(Code.NO_ITEM, packages.open_package(act.connection))
            package = packages.get(act.connection, item.lpn)
            before = known_of(item, said.medium)
            bag = kept(bag) or (before.bag if before and said.present else "")
            if said.medium is Medium.CARD and said.present and not bag:
                return UnpackingOutcome(Code.BAG_MISSING, package, item)
            consented = (kept(consent) or _ticket(act.connection, item)) if said.fate is Fate.ERASED else ""
            if said.fate is Fate.ERASED and not consented:
                return UnpackingOutcome(Code.CONSENT_MISSING, package, item)
            body = CustodyRecorded(item.id, said.medium, said.present, bag, said.fate, consented)
            event = act.write(body, Subject(item.lpn, item.rma_key or None))
            item = self._judging.judge(act.connection, step(item, event) or item)
            return UnpackingOutcome(Code.CUSTODY_RECORDED, package, item)


def _ticket(connection: Connection, item: Item) -> str:
    rma = service_data.rma(connection, item.rma_key) if item.rma_key else None
    return rma.ticket if rma else ""
