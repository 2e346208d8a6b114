"""Puts the station's parts together, once, for whoever runs them: the window or the terminal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import uuid4

from receiving_app.acts.dock import Dock
from receiving_app.acts.judging import Judging
from receiving_app.acts.outcome import LookUp
from receiving_app.acts.people import People
from receiving_app.acts.station import Station
from receiving_app.clock import StationClock
from receiving_app.domain.label_facts import ServiceSays
from receiving_app.domain.policy import Policy
from receiving_app.settings import Settings, SettingsError, operator_of, read_sealing_key, read_token
from receiving_app.storage import service_data, sync_state
from receiving_app.storage.journal import Journal
from receiving_app.storage.store import open_store

if TYPE_CHECKING:
    from receiving_app.acts.bench import Bench
    from receiving_app.acts.exchanging import Exchanging
    from receiving_app.acts.filming import Filming
    from receiving_app.acts.identifying import Identifying
    from receiving_app.acts.item_judging import ItemJudging
    from receiving_app.acts.item_review import ItemReview
    from receiving_app.acts.keeping import Keeping
    from receiving_app.acts.packing import Packing
    from receiving_app.acts.photography import Photography
    from receiving_app.acts.printing import Printing
    from receiving_app.acts.review import Review
    from receiving_app.acts.searching import Searching
    from receiving_app.acts.together import Deciding
    from receiving_app.acts.unpacking import Unpacking
    from receiving_app.acts.workbench import Workbench
    from receiving_app.sync.rounds import Rounds
    from receiving_app.sync.sealing import SealingKey
    from receiving_app.sync.service import TicketService


class Parts:
    """The station without its windows and threads.

    What the first scan can do without is imported and built when it is first asked for.
    """

    def __init__(self, settings: Settings, clock: StationClock, station: Station) -> None:
        self.settings = settings
        self.clock = clock
        self.store = station.store
        self.people = People(station, operator_of(settings))
        self.judging = Judging(station)
        self.dock = Dock(station, self.judging)
        self._station = station

    @cached_property
    def item_judging(self) -> ItemJudging:
        """Judges items again when their facts change."""
        from receiving_app.acts.item_judging import ItemJudging

        return ItemJudging(self._station)

    @cached_property
    def exchanging(self) -> Exchanging:
        """A supervisor on crossed boxes and lines that never came."""
        from receiving_app.acts.exchanging import Exchanging

        return Exchanging(self._station)

    @cached_property
    def review(self) -> Review:
        """A supervisor on packages."""
        from receiving_app.acts.review import Review

        return Review(self._station)

    @cached_property
    def deciding(self) -> Deciding:
        """A supervisor on one case or on several."""
        from receiving_app.acts.together import Deciding

        return Deciding(self._station)

    @cached_property
    def identifying(self) -> Identifying:
        """A supervisor on boxes that nobody can place."""
        from receiving_app.acts.identifying import Identifying

        return Identifying(self._station, self.judging)

    @cached_property
    def keeping(self) -> Keeping:
        """What is done with boxes that nobody claims."""
        from receiving_app.acts.keeping import Keeping

        return Keeping(self._station)

    @cached_property
    def item_review(self) -> ItemReview:
        """A supervisor on items."""
        from receiving_app.acts.item_review import ItemReview

        return ItemReview(self._station)

    @cached_property
    def unpacking(self) -> Unpacking:
        """What is done over an opened box."""
        from receiving_app.acts.unpacking import Unpacking

        return Unpacking(self._station, self.judging)

    @cached_property
    def photography(self) -> Photography:
        """What photos belong to."""
        from receiving_app.acts.photography import Photography

        return Photography(self._station)

    @cached_property
    def filming(self) -> Filming:
        """What clips belong to."""
        from receiving_app.acts.filming import Filming

        return Filming(self._station)

    @cached_property
    def packing(self) -> Packing:
        """What is done at the packing table."""
        from receiving_app.acts.packing import Packing
        from receiving_app.acts.shipping import Shipping

        return Packing(self._station, self.judging, Shipping(self._station))

    @cached_property
    def bench(self) -> Bench:
        """What is written down at the bench."""
        from receiving_app.acts.bench import Bench

        return Bench(self._station)

    @cached_property
    def workbench(self) -> Workbench:
        """What is done at the bench, scan after scan."""
        from receiving_app.acts.workbench import Workbench

        return Workbench(self._station, self.judging, self.bench)

    @cached_property
    def printing(self) -> Printing:
        """What is asked of the printer."""
        from receiving_app.acts.printing import Printing

        return Printing(self._station)

    @cached_property
    def searching(self) -> Searching:
        """What is looked for."""
        from receiving_app.acts.searching import Searching

        return Searching(self._station)


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
    return Parts(settings, clock, station)


def ticket_service(settings: Settings, clock: StationClock, within: float | None = None) -> TicketService | None:
    """Make the way to the ticket service; None where no address or no token is set. Raise `SettingsError`.

    `within` is how many seconds an answer is waited for, where that is less long than usual.
    """
    from receiving_app.sync.service import READ_WITHIN, TicketService

    token = read_token(settings)
    if settings.service_url is None or token is None:
        return None
    if settings.ca_file is not None and not settings.ca_file.is_file():
        raise SettingsError(f"There is no certificate file at {settings.ca_file}. Set ca_file to it, or leave it out.")
    ca_file = str(settings.ca_file) if settings.ca_file else None
    return TicketService(settings.service_url, token, clock, ca_file, within or READ_WITHIN)


def current_policy(parts: Parts) -> Policy:
    """Give the policy that holds now."""
    with parts.store.reading() as connection:
        return service_data.current_policy(connection)


def _sealing_key(settings: Settings) -> SealingKey | None:
    told = read_sealing_key(settings)
    if told is None:
        return None
    from receiving_app.sync.sealing import SealingKey

    return SealingKey(told)


def rounds(parts: Parts, service: TicketService) -> Rounds:
    """Make the rounds of sync; they run on whatever thread calls them."""
    from receiving_app.sync.rounds import Rounds

    return Rounds(parts.store, service, parts.clock, parts.settings.station, _sealing_key(parts.settings))


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
