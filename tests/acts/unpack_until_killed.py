"""Unpacks box after box by scans, decides on each stray, and prints each answer, until somebody kills it."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from receiving_app.acts.decision import ItemAnswer
from receiving_app.acts.item_review import ItemReview
from receiving_app.domain.authorization import Line
from receiving_app.domain.command import Command
from receiving_app.domain.item_events import CartonCondition, ItemChoice
from receiving_app.domain.item_review import subject
from tests.acts.running_station import RunningStation
from tests.acts.unpacked_box import CABLE, CARD, Table
from tests.factories import SUPERVISOR, an_rma, an_rma_number


def show(*words: str) -> None:
    """Print a line as a screen would show it: at once."""
    sys.stdout.write(f"{' '.join(words)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    station = RunningStation(Path(sys.argv[1]))
    table, review = Table(station), ItemReview(station.parts)
    for turn in count(1000):
        number = an_rma_number(turn)
        rma = an_rma(number=number, lines=(Line("l-1", "KP2", f"SW-{turn}", parts=(CARD, CABLE)),))
        station.wait(60)
        lpn = table.receive(rma, number=number)
        table.unpacking.begin(lpn, table.actor)
        table.unpacking.condition(CartonCondition.WHOLE, table.actor)
        for text in (f"SW-{turn}", "SD card", Command.REST_MISSING.barcode, f"BAG-{turn}", f"XX-{turn}"):
            item = table.scan(text).item
            if item is not None:
                show("seen", item.id, str(len(item.parts)), str(len(item.custody)))
        stray = table.stored(table.item)
        answer = ItemAnswer(stray.id, subject(stray) or "", ItemChoice.RETURN, "other", "seen")
        if review.decide(answer, SUPERVISOR).objection is None:
            show("decided", stray.id)
        table.scan("PLACE-B12")
        show("done", lpn)
