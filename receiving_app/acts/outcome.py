"""What an act answers: frozen values that the screens and the terminal show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from receiving_app.domain.label_reading import Kind
from receiving_app.domain.package import Package
from receiving_app.domain.reading import Reading
from receiving_app.domain.roles import NOBODY, Actor, NotAllowedError


class Answer(StrEnum):
    """What became of a scan or an act, in one word; of several seen together the later ones outweigh."""

    #: Nothing that a label, a badge or a command would say.
    NOT_UNDERSTOOD = "not-understood"
    #: An act that doesn't fit the moment; `detail` says why.
    REFUSED = "refused"
    #: The same label again: already counted.
    ALREADY_COUNTED = "already-counted"
    #: It joined the package (a tracking or serial number); an RMA number is still to come.
    NOTED = "noted"
    #: A command was carried out; `detail` names it.
    DONE = "done"
    #: A package has a new verdict: `package` tells it.
    JUDGED = "judged"
    #: The service is being asked about an unknown number.
    LOOKING_UP = "looking-up"


class Detail(StrEnum):
    """What exactly was done or refused; `words` has the sentence."""

    TRUCK_ARRIVED = "truck-arrived"
    TRUCK_DONE = "truck-done"
    NEXT = "next"
    SAME_BOX = "same-box"
    ANOTHER_BOX = "another-box"
    OLD_LABEL = "old-label"
    NO_NUMBER = "no-number"
    ENDED = "ended"
    HAZARD = "hazard"
    UNDONE = "undone"
    OPENED = "opened"
    SIGNED_IN = "signed-in"
    SIGNED_OUT = "signed-out"
    NO_PACKAGE_OPEN = "no-package-open"
    NO_QUESTION_OPEN = "no-question-open"
    NO_TRUCK = "no-truck"
    NOTHING_TO_UNDO = "nothing-to-undo"
    NO_LABEL_TO_STRIKE = "no-label-to-strike"
    NOT_ALLOWED = "not-allowed"
    PIN_NEEDED = "pin-needed"
    SIGN_IN = "sign-in"
    NOBODY_SIGNED_IN = "nobody-signed-in"
    UNKNOWN_BADGE = "unknown-badge"
    OTHER_STATION = "other-station"
    NOT_RECORDED = "not-recorded"
    #: The worker wants to open the box: the unpacking takes over.
    UNPACK = "unpack"
    UNPACKING_ONLY = "unpacking-only"
    #: The worker wants a photo of the box: the camera takes over.
    PHOTO = "photo"
    PHOTO_KEPT = "photo-kept"
    PHOTO_LOST = "photo-lost"
    PHOTO_FIRST = "photo-first"
    #: The command means something only at the shipping screen.
    SHIPPING_ONLY = "shipping-only"
    #: The command means something only at the bench.
    BENCH_ONLY = "bench-only"
    REVIEW_ONLY = "review-only"
    DESK_ONLY = "desk-only"
    #: The worker wants to go to another screen.
    TO_DOCK = "to-dock"
    TO_BENCH = "to-bench"
    TO_SHIPPING = "to-shipping"
    TO_REVIEW = "to-review"
    TO_PRINTS = "to-prints"
    TO_DESK = "to-desk"
    PRINTED_AGAIN = "printed-again"
    NOTHING_PRINTED = "nothing-printed"
    ROLL_ASKED = "roll-asked"
    SHEET_ASKED = "sheet-asked"
    #: The worker wants to give name and PIN.
    WHO_WORKS = "who-works"
    #: A digit, and nothing is being written.
    NOTHING_TO_WRITE = "nothing-to-write"


@dataclass(frozen=True, slots=True)
class TapeEntry:
    """One line of the scan tape: what was read, what it was taken for, what became of it."""

    reading: Reading
    kind: Kind
    answer: Answer
    lpn: str | None


@dataclass(frozen=True, slots=True)
class LookUp:
    """A number that the service should be asked about, for a package."""

    lpn: str
    key: str
    number: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who works at the station from now on."""

    actor: Actor
    name: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one scan or act.

    `package` is the package it concerned, as it stands after the commit; `key` the RMA number that the act was
    about; `asks_same_box`: the worker should say SAME BOX or ANOTHER BOX, but need not; `look_ups` are for the
    caller to ask and to hand back to `Dock.looked_up`; `truck_since` is the stamp that arrivals share now.
    """

    answer: Answer
    package: Package | None = None
    key: str | None = None
    detail: Detail | None = None
    tape: TapeEntry | None = None
    asks_same_box: bool = False
    look_ups: tuple[LookUp, ...] = ()
    truck_since: datetime | None = None
    signed_in: SignedIn | None = None


def refusal(refused: NotAllowedError) -> Detail:
    """Say why an act was not allowed."""
    if refused.actor == NOBODY:
        return Detail.SIGN_IN
    return Detail.PIN_NEEDED if refused.needs_pin else Detail.NOT_ALLOWED


def weightiest_last(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Order what one picture brought so that what is shown last, and stays, is what matters most."""
    return sorted(outcomes, key=lambda outcome: list(Answer).index(outcome.answer))
