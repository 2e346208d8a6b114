"""Small builders of domain values: an ordinary return that came in time, changed only in what a test is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from receiving_app.domain.authorization import Line, Rma
from receiving_app.domain.events import Body, Event, Subject
from receiving_app.domain.label_facts import (
    ArrivalSource,
    DataState,
    LabelFacts,
    Moment,
    NumberOnLabel,
)
from receiving_app.domain.label_reading import Found, Interpretation, Meaning, classify, interpret
from receiving_app.domain.policy import Policy
from receiving_app.domain.reading import Reading, Source
from receiving_app.domain.rma_number import NumberFormat, mod_11_10, number_key
from receiving_app.domain.roles import Actor, ActorKind, Role

CHICAGO = ZoneInfo("America/Chicago")
POLICY = Policy()
FRESH = DataState(online=True, complete=True, age=timedelta(minutes=1))
WORKER = Actor(ActorKind.PERSON, "p-dock", Role.DOCK, "badge")
SUPERVISOR = Actor(ActorKind.PERSON, "p-lead", Role.SUPERVISOR, "badge+pin")
STATION = "dock-1"
LPN = "LPN-DOCK-1-0000017"


def an_rma_number(serial: int = 123) -> str:
    """Give a well-formed RMA number of the default format."""
    digits = f"{serial:07d}"
    return f"RMA-{digits}{mod_11_10(digits)}"


NUMBER = an_rma_number()
OTHER_NUMBER = an_rma_number(124)
KEY = number_key(NUMBER)
OTHER_KEY = number_key(OTHER_NUMBER)


def chicago(year: int, month: int, day: int, hour: int = 12, minute: int = 0) -> datetime:
    """Give a moment by the clock on the dock's wall; of an hour that comes twice, the first."""
    return datetime(year, month, day, hour, minute, tzinfo=CHICAGO)


#: A Monday in the afternoon; its fourteenth day is Monday 16 November.
CREATED = chicago(2026, 11, 2, 14, 30)
LAST_DAY = date(2026, 11, 16)


def an_rma(**changes: Any) -> Rma:
    """Give an open RMA for one device, created on Monday 2 November 2026."""
    ordinary = Rma(
        number=NUMBER,
        rev=1,
        partner="p-1",
        partner_name="Fleet Eyes LLC",
        created_at=CREATED,
        receive_by=LAST_DAY,
        lines=(Line("l-1", "KP2", "SW0012345"),),
    )
    return replace(ordinary, **changes)


def facts(**changes: Any) -> LabelFacts:
    """Give the facts of that RMA's package, scanned on the fifth day with fresh data."""
    ordinary = LabelFacts(
        number=NUMBER,
        on_label=NumberOnLabel.WELL_FORMED,
        received=Moment.certain(chicago(2026, 11, 7)),
        received_by=ArrivalSource.SCAN,
        data=FRESH,
        rma=an_rma(),
    )
    return replace(ordinary, **changes)


def unknown(**changes: Any) -> LabelFacts:
    """Give the facts of a package whose number the station doesn't hold."""
    return facts(**{"rma": None, **changes})


def received_at(moment: datetime, rma: Rma | None = None) -> LabelFacts:
    """Give the facts of a package that came at a moment."""
    return facts(received=Moment.certain(moment), rma=rma or an_rma())


def offline(age: timedelta) -> DataState:
    """Give a station's state that last heard from the service so long ago."""
    return DataState(online=False, complete=True, age=age)


def reading(text: str, source: Source = Source.WEDGE, **changes: Any) -> Reading:
    """Give a reading of a text, by the hand scanner unless said otherwise."""
    raw = text.encode("utf-8", "surrogatepass")
    return replace(Reading(text, raw, source, chicago(2026, 11, 7)), **changes)


def interpreted(text: str, source: Source = Source.WEDGE, fmt: NumberFormat | None = None) -> Interpretation:
    """Give everything a text could mean."""
    return interpret(reading(text, source), fmt or POLICY.number_format)


def meaning(text: str, source: Source = Source.WEDGE, found: Found | None = None) -> Meaning:
    """Give what a text means to a station that knows what is `found`."""
    return classify(interpreted(text, source), found or Found())


def knows(*numbers: str) -> Found:
    """Give what a station finds that holds these RMA numbers."""
    return Found(numbers=tuple((number_key(number), number) for number in numbers))


class Story:
    """Events of one package, a second apart, in the order in which they are told."""

    def __init__(self, lpn: str = LPN) -> None:
        self.lpn = lpn
        self.events: list[Event] = []

    def tell(self, body: Body, actor: Actor = WORKER) -> Event:
        """Add an event and give it."""
        seq = len(self.events) + 1
        event = Event(
            id=f"e-{seq}",
            seq=seq,
            subject=Subject(self.lpn),
            occurred_at=datetime(2026, 11, 7, 18, 0, tzinfo=UTC) + timedelta(seconds=seq),
            actor=actor,
            station=STATION,
            body=body,
            act=f"a-{seq}",
        )
        self.events.append(event)
        return event
