"""What a person asks to be printed: once more, plates ahead, the commands, what a driver signs for."""

from __future__ import annotations

from datetime import datetime, time

from receiving_app.acts.station import Act, Station
from receiving_app.domain.papers import PaperKind
from receiving_app.domain.roles import Actor, Right
from receiving_app.printing.documents import ArrivalList, ReportPaper
from receiving_app.storage import plates, print_queue, service_data, shipments

#: More labels than this are no roll.
MOST_PLATES = 500
#: As many plates come for one scan of the command.
PLATES_BY_COMMAND = 10


class Printing:
    """The acts at the printer of one station; each raises `NotAllowedError`."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def again(self, number: int, actor: Actor) -> bool:
        """Print something once more, marked COPY; tell whether there is such a print."""
        with self._station.act(actor, Right.RECEIVE) as act:
            return print_queue.put_again(act.connection, number, self._station.clock.now()) is not None

    def roll(self, count: int, actor: Actor) -> None:
        """Print licence plates ahead, at most `MOST_PLATES`; their numbers are given to nothing else."""
        with self._station.act(actor, Right.RECEIVE) as act:
            print_roll(act, self._station, count)

    def command_sheet(self, actor: Actor) -> None:
        """Print the commands, to hang up at the dock."""
        with self._station.act(actor, Right.RECEIVE) as act:
            print_commands(act, self._station)

    def drivers_lists(self, actor: Actor) -> tuple[str, ...]:
        """Print what left today, a list for each carrier's driver to sign; give the carriers."""
        with self._station.act(actor, Right.SHIP) as act:
            now = self._station.clock.now()
            today = service_data.current_policy(act.connection).calendar.local(now)
            midnight = datetime.combine(today.date(), time(), today.tzinfo)
            left = shipments.sent_since(act.connection, midnight)
            carriers = tuple(dict.fromkeys(each.carrier for each in left if each.carrier))
            for carrier in carriers:
                print_queue.ask(act.connection, PaperKind.HAND_OVER_LIST, now, carrier)
            return carriers

    def arrival_list(self, listed: ArrivalList, actor: Actor) -> None:
        """Print what is still to arrive."""
        with self._station.act(actor, Right.RECEIVE) as act:
            print_queue.put(act.connection, listed, self._station.clock.now())

    def report(self, paper: ReportPaper, actor: Actor) -> None:
        """Print tables of figures."""
        with self._station.act(actor, Right.RECEIVE) as act:
            print_queue.put(act.connection, paper, self._station.clock.now())


def print_roll(act: Act, station: Station, count: int = PLATES_BY_COMMAND) -> None:
    """Set plates aside, and ask for their labels."""
    roll = plates.new_roll(act.connection, station.name, min(max(count, 1), MOST_PLATES))
    print_queue.ask(act.connection, PaperKind.LPN_ROLL, station.clock.now(), roll[0])


def print_commands(act: Act, station: Station) -> None:
    """Ask for the command sheet."""
    print_queue.ask(act.connection, PaperKind.COMMAND_SHEET, station.clock.now())


def print_again(act: Act, station: Station) -> bool:
    """Print what came out last once more, all that one event called for; tell whether there is anything."""
    last = print_queue.last_called_for(act.connection)
    for job in last:
        print_queue.put_again(act.connection, job.number, station.clock.now())
    return bool(last)
