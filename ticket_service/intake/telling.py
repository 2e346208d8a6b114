"""What stations report, told to the partners of its tickets: each event's statements, and the end of an RMA."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel
from sqlalchemy import Connection

from ticket_service.contract.wire import Event
from ticket_service.intake.event_types import (
    LabelStruckOut,
    NonsenseError,
    PackageEnded,
    PackageJudged,
    PackageMerged,
    ReviewDecided,
    ReviewPutOff,
    body_of,
)
from ticket_service.intake.goods import Goods, Thing
from ticket_service.intake.history import event_of, events_about, events_of_package
from ticket_service.intake.item_types import (
    CustodyRecorded,
    EmptyBoxReviewed,
    FreightCredited,
    InspectionEnded,
    ItemDecided,
    ItemJudged,
    LineSettled,
    OfItem,
    ShipmentSent,
)
from ticket_service.intake.items import settlement_id
from ticket_service.intake.resolving import resolution
from ticket_service.mail import wording
from ticket_service.mail.updates import Aspect, Kind, Statement, tell
from ticket_service.rules.rma_number import look_up_key
from ticket_service.storage.state import get
from ticket_service.tickets.settling import Progress, ticket_of

Data = dict[str, Any]
Said = Iterator[tuple[Aspect, Statement | None]]

#: Decisions on a device's verdict that say what becomes of one that is not accepted.
_TURNED_AWAY = frozenset({"return", "scrap"})


@dataclass
class Telling:
    """What a batch of events says to partners; nothing is written before the batch is."""

    connection: Connection
    now: datetime
    goods: Goods
    packages: dict[str, Data | None]
    said: dict[Aspect, Statement | None] = field(default_factory=dict)
    verdicts: dict[str, BaseModel] = field(default_factory=dict)
    ended: dict[str, None] = field(default_factory=dict)

    def heard(self, event: Event, body: BaseModel) -> None:
        """Take in what an event says, once its things stand as it left them."""
        if isinstance(body, (PackageJudged, ItemJudged)):
            self.verdicts[str(event.id)] = body
        if isinstance(body, (PackageMerged, PackageEnded)):
            self._forget(f"package/{event.subject.lpn}")
        for aspect, statement in self._statements(event, body):
            # What is said anew is said after everything before it.
            self.said.pop(aspect, None)
            self.said[aspect] = statement

    def told_again(self, lpns: Iterable[str], things: Iterable[Thing]) -> None:
        """Say anew what of these packages and things still holds, after something was taken back."""
        for thing, events in self._histories(lpns, things):
            self._forget(thing)
            for event in events:
                with suppress(KeyError, NonsenseError):
                    self.said |= {
                        aspect: statement
                        for aspect, statement in self._statements(event, body_of(event))
                        if aspect[0] == thing
                    }

    def tell(self) -> None:
        """Write down what is to be told, an RMA's end last."""
        for key in self.goods.changed_rmas:
            rma = self.goods.rma(key)
            if rma is not None and rma.get("ticket"):
                self.said["rma/" + rma["number"], "resolved"] = self._end_of(rma)
        tell(self.connection, self.said, self.now, self.ended)

    def _forget(self, thing: str) -> None:
        """Let nothing hold of a thing but what is said of it from now on."""
        self.ended[thing] = None
        for aspect in [aspect for aspect in self.said if aspect[0] == thing]:
            del self.said[aspect]

    def _histories(self, lpns: Iterable[str], things: Iterable[Thing]) -> Iterator[tuple[str, list[Event]]]:
        for lpn in lpns:
            yield f"package/{lpn}", events_of_package(self.connection, lpn)
        for kind, id_ in things:
            yield f"{kind}/{id_}", events_about(self.connection, kind, id_)

    def _statements(self, event: Event, body: BaseModel) -> Said:
        """Give what an event says, by the aspect that it says it of."""
        lpn = event.subject.lpn or ""
        match body:
            case PackageJudged(number=str() as number) if number:
                accepted = self._package_received(lpn, number) if body.verdict == "accept" else None
                yield (f"package/{lpn}", look_up_key(number)), accepted
            case LabelStruckOut():
                yield (f"package/{lpn}", look_up_key(body.number)), None
            case ReviewDecided(number=str() as number) if number:
                yield (f"package/{lpn}", look_up_key(number)), self._package_decided(lpn, number, body)
            case ReviewPutOff(number=str() as number, why="asked") if number:
                yield (f"package/{lpn}", f"question {look_up_key(number)}"), self._package_asked(number, body)
            case EmptyBoxReviewed():
                for rma in self._rmas_of(lpn):
                    text = wording.package_empty(rma["number"])
                    yield (f"package/{lpn}", f"empty {rma['number']}"), _statement(rma, Kind.RECEIVED, text)
            case LineSettled():
                yield (f"settlement/{settlement_id(body)}", "not-returned"), self._not_returned(body)
            case ShipmentSent():
                yield from self._sent(body)
            case OfItem():
                yield from self._of_item(body)

    def _of_item(self, body: OfItem) -> Said:
        item = self.goods.item(body.item)
        rma = self._rma_of(item) if item else None
        if item is None or rma is None:
            return
        thing, serial = f"item/{body.item}", item["serial"]
        match body:
            case ItemJudged():
                accepted = _received(rma, serial, body) if body.verdict == "accept" else None
                yield (thing, "received"), accepted
            case ItemDecided():
                yield self._item_decided(thing, serial, rma, body)
            case InspectionEnded():
                fate = body.disposition
                text = wording.inspected(body.outcome, fate.next, fate.payer, serial, body.replacement_serial)
                yield (thing, "outcome"), _statement(rma, Kind.INSPECTED, text)
            case CustodyRecorded(fate="awaiting-answer"):
                text = wording.item_video(serial, body.medium)
                yield (thing, f"video {body.medium}"), _statement(rma, Kind.QUESTION, text)
            case FreightCredited():
                yield (thing, "credit"), _statement(rma, Kind.DECIDED, wording.item_credited(serial))

    def _item_decided(self, thing: str, serial: str, rma: Data, body: ItemDecided) -> tuple[Aspect, Statement | None]:
        payer = body.disposition.payer if body.disposition else None
        verdict = self._verdict(body.judged)
        judged = verdict if isinstance(verdict, ItemJudged) else None
        if body.choice in {"accept", "identify"}:
            return (thing, "received"), _received(rma, serial, judged)
        if judged is not None and body.choice in _TURNED_AWAY:
            text = wording.item_rejected(serial, rma["number"], judged.codes, body.choice, payer)
            return (thing, "received"), _statement(rma, Kind.REJECTED, text)
        asks = body.choice in {"ask", "quote"}
        text = wording.decided(body.choice, serial, payer)
        return (thing, "question" if asks else "decision"), _statement(
            rma, Kind.QUESTION if asks else Kind.DECIDED, text
        )

    def _package_received(self, lpn: str, number: str, late: bool = False) -> Statement | None:
        rma, package = self.goods.rma(number), self._package(lpn)
        if rma is None or package is None:
            return None
        came = datetime.fromisoformat(package["received_at"]).astimezone(self._zone()).date()
        return _statement(rma, Kind.RECEIVED, wording.package_received(rma["number"], came, late))

    def _package_decided(self, lpn: str, number: str, body: ReviewDecided) -> Statement | None:
        judged = self._verdict(body.judged)
        codes = judged.codes if isinstance(judged, PackageJudged) else ()
        if body.decision == "override":
            return self._package_received(lpn, number, late="late" in codes)
        rma = self.goods.rma(number)
        if rma is None:
            return None
        last_day = date.fromisoformat(rma["receive_by"]) if "receive_by" in rma else None
        return _statement(rma, Kind.REJECTED, wording.package_rejected(rma["number"], codes, last_day))

    def _package_asked(self, number: str, body: ReviewPutOff) -> Statement | None:
        rma = self.goods.rma(number)
        return _statement(rma, Kind.QUESTION, wording.package_asked(rma["number"], body.note)) if rma else None

    def _not_returned(self, body: LineSettled) -> Statement | None:
        rma = self.goods.rma(body.number)
        line = next((line for line in rma["lines"] if line["id"] == body.line), None) if rma else None
        if rma is None or line is None:
            return None
        text = wording.not_returned(rma["number"], line["model"], line["serial"])
        return _statement(rma, Kind.NOT_RETURNED, text)

    def _sent(self, body: ShipmentSent) -> Said:
        """Say to each ticket what of it left."""
        things: dict[str, list[str]] = {}
        shipment = self.goods.shipment(body.shipment) or {"items": [], "packages": []}
        for item in filter(None, map(self.goods.item, shipment["items"])):
            if (rma := self._rma_of(item)) is not None:
                replaced = item["next"] == "send-replacement"
                what = (
                    f"the replacement for your device {item['serial']}" if replaced else f"your device {item['serial']}"
                )
                things.setdefault(rma.get("ticket") or "", []).append(what)
        for lpn in shipment["packages"]:
            for rma in self._rmas_of(lpn):
                things.setdefault(rma.get("ticket") or "", []).append(f"your package for {rma['number']}, as it came")
        for ticket in filter(None, things):
            text = wording.sent_back(things[ticket], body.carrier, body.tracking)
            yield (f"shipment/{body.shipment}", ticket), Statement(ticket, Kind.SENT_BACK, text)

    def _end_of(self, rma: Data) -> Statement | None:
        if ticket_of(rma) is not Progress.RESOLVED:
            return None
        return _statement(rma, Kind.RESOLVED, resolution(self.connection, self.goods, rma))

    def _rma_of(self, item: Data) -> Data | None:
        """Give the RMA that an item belongs to; one that none lists belongs to the only ticket of its box."""
        if item["rma"]:
            return self.goods.rma(item["rma"])
        rmas = self._rmas_of(item["lpn"] or "")
        return rmas[0] if len({rma.get("ticket") for rma in rmas}) == 1 else None

    def _package(self, lpn: str) -> Data | None:
        if lpn not in self.packages:
            self.packages[lpn] = get(self.connection, "package", [lpn]).get(lpn)
        return self.packages[lpn]

    def _rmas_of(self, lpn: str) -> list[Data]:
        package = self._package(lpn)
        numbers = [entry["number"] for entry in package["rmas"]] if package else []
        return [rma for rma in map(self.goods.rma, numbers) if rma is not None]

    def _verdict(self, id_: str) -> BaseModel | None:
        """Give what a verdict said that somebody decided on."""
        if id_.lower() not in self.verdicts and (event := event_of(self.connection, id_.lower())) is not None:
            with suppress(KeyError, NonsenseError):
                self.verdicts[id_.lower()] = body_of(event)
        return self.verdicts.get(id_.lower())

    def _zone(self) -> ZoneInfo:
        policy = get(self.connection, "policy", ["site"]).get("site", {})
        return ZoneInfo(policy.get("time_zone", "UTC"))


def _received(rma: Data, serial: str, judged: ItemJudged | None) -> Statement | None:
    seen = judged.facts if judged else None
    found = wording.FoundWith()
    if seen is not None:
        missing = [part.name for part in seen.parts if part.required and part.found == 0]
        found = wording.FoundWith(missing, seen.extras, seen.transit_damage)
    return _statement(rma, Kind.RECEIVED, wording.item_received(serial, found))


def _statement(rma: Data, kind: Kind, text: str) -> Statement | None:
    """Say something to an RMA's ticket; one that no ticket belongs to is told to nobody."""
    return Statement(rma["ticket"], kind, text) if rma.get("ticket") else None
