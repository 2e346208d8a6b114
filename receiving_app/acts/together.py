"""Several cases decided in one act: each has its own event and its own checks, and one UNDO takes all back."""

from __future__ import annotations

from collections.abc import Sequence

from receiving_app.acts.decision import (
    MOST_AT_ONCE,
    BoxSeen,
    CrossedOrNot,
    Decided,
    Decision,
    ItemAnswer,
    NotReturned,
    NotYet,
    Together,
)
from receiving_app.acts.exchanging import Exchanging
from receiving_app.acts.item_review import ItemReview
from receiving_app.acts.putting_off import PuttingOff
from receiving_app.acts.review import Review
from receiving_app.acts.station import Act, Station
from receiving_app.domain.roles import Actor, Right


class Deciding:
    """A supervisor's decisions at one station, whatever they are about."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._packages = Review(station)
        self._items = ItemReview(station)
        self._exchanging = Exchanging(station)
        self._putting_off = PuttingOff(station)

    def decide(self, decisions: Sequence[Decision], actor: Actor) -> Together:
        """Write decisions down in one act; what can't be decided stays, and doesn't keep the others from it.

        Raise `NotAllowedError` where the actor may not decide, `ValueError` for more than `MOST_AT_ONCE`.
        """
        if len(decisions) > MOST_AT_ONCE:
            raise ValueError(f"{len(decisions)} cases at once are more than {MOST_AT_ONCE}")
        with self._station.act(actor, Right.DECIDE) as act:
            return Together(tuple(self._within(act, each) for each in decisions))

    def _within(self, act: Act, decision: Decision) -> object:
        match decision:
            case Decided():
                return self._packages.within(act, decision)
            case NotYet():
                return self._putting_off.within(act, decision)
            case ItemAnswer():
                return self._items.within(act, decision)
            case BoxSeen():
                return self._exchanging.seen_within(act, decision)
            case CrossedOrNot():
                return self._exchanging.decide_within(act, decision)
            case NotReturned():
                return self._exchanging.settle_within(act, decision)
