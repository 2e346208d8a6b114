"""Puts the station's parts together, once, for whoever runs them: the window or the terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from receiving_app.acts.bench import Bench
from receiving_app.acts.dock import Dock
from receiving_app.acts.exchanging import Exchanging
from receiving_app.acts.filming import Filming
from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.item_review import ItemReview
from receiving_app.acts.judging import Judging
from receiving_app.acts.outcome import LookUp
from receiving_app.acts.packing import Packing
from receiving_app.acts.people import People
from receiving_app.acts.photography import Photography
from receiving_app.acts.printing import Printing
from receiving_app.acts.review import Review
from receiving_app.acts.searching import Searching
from receiving_app.acts.shipping import Shipping
from receiving_app.acts.station import Station
from receiving_app.acts.unpacking import Unpacking
from receiving_app.acts.workbench import Workbench
from receiving_app.clock import StationClock
from receiving_app.domain.label_facts import ServiceSays
from receiving_app.domain.policy import Policy
from receiving_app.settings import Settings, SettingsError, operator_of, read_token
from receiving_app.storage import service_data, sync_state
from receiving_app.storage.journal import Journal
from receiving_app.storage.store import Store, open_store

if TYPE_CHECKING:
    from receiving_app.sync.rounds import Rounds
    from receiving_app.sync.service import TicketService


@dataclass(frozen=True, slots=True)
class Parts:
    """The station without its windows and threads."""

    settings: Settings
    clock: StationClock
    people: People
    store: Store
    judging: Judging
    item_judging: ItemJudging
    exchanging: Exchanging
    dock: Dock
    review: Review
    item_review: ItemReview
    unpacking: Unpacking
    photography: Photography
    filming: Filming
    packing: Packing
    bench: Bench
    workbench: Workbench
    printing: Printing
    searching: Searching


def assemble(settings: Settings, clock: StationClock, online: Callable[[], bool]) -> Parts:
    """Open the station's memory and build its acts; raise `StoreError` where the memory can't be used."""
    store = open_store(settings.data_folder)
    try:
        store.claim(settings.station, settings.data_kind)
        with store.reading() as connection:
            clock.remember(timedelta(milliseconds=sync_state.get(connection).offset_ms))
    except BaseException:
        store.close()
        raise
    station = Station(store, Journal(settings.station, uuid4), clock, uuid4, online)
    judging = Judging(station)
    people = People(station, operator_of(settings))
    bench = Bench(station)
    return Parts(
        settings=settings,
        clock=clock,
        people=people,
        store=store,
        judging=judging,
        item_judging=ItemJudging(station),
        exchanging=Exchanging(station),
        dock=Dock(station, judging),
        review=Review(station),
        item_review=ItemReview(station),
        unpacking=Unpacking(station, judging),
        photography=Photography(station),
        filming=Filming(station),
        packing=Packing(station, judging, Shipping(station)),
        bench=bench,
        workbench=Workbench(station, judging, bench),
        printing=Printing(station),
        searching=Searching(station),
    )


def ticket_service(settings: Settings, clock: StationClock) -> TicketService | None:
    """Make the way to the ticket service; None where no address or no token is set. Raise `SettingsError`."""
    from receiving_app.sync.service import TicketService

    token = read_token(settings)
    if settings.service_url is None or token is None:
        return None
    if settings.ca_file is not None and not settings.ca_file.is_file():
        raise SettingsError(f"There is no certificate file at {settings.ca_file}. Set ca_file to it, or leave it out.")
    ca_file = str(settings.ca_file) if settings.ca_file else None
    return TicketService(settings.service_url, token, clock, ca_file)


def current_policy(parts: Parts) -> Policy:
    """Give the policy that holds now."""
    with parts.store.reading() as connection:
        return service_data.current_policy(connection)


def rounds(parts: Parts, service: TicketService) -> Rounds:
    """Make the rounds of sync; they run on whatever thread calls them."""
    from receiving_app.sync.rounds import Rounds

    return Rounds(parts.store, service, parts.clock, parts.settings.station)


def ask(parts: Parts, service: TicketService, look_up: LookUp) -> ServiceSays:
    """Ask the service about one number, store the RMA if it knows it, and give its word."""
    from receiving_app.sync.service import ServiceError

    within = current_policy(parts).live_lookup_within
    try:
        rma = service.rma(look_up.number, within.total_seconds())
    except ServiceError:
        return ServiceSays.NO_ANSWER
    if rma is None:
        return ServiceSays.UNKNOWN
    with parts.store.transaction() as connection:
        service_data.put_rmas(connection, [rma])
    return ServiceSays.NOT_ASKED
