"""What a supervisor may choose in a form: a decision with its reasons, or to leave it for now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from receiving_app.acts.decision import NotYet, Objection
from receiving_app.domain.cases import Case
from receiving_app.domain.events import Wait
from receiving_app.domain.putting_off import PutOff
from receiving_app.words import times
from receiving_app.words.readings import shown
from receiving_app.words.review import decision_fields, see_the_note, wait_fields, wait_word
from ui.review.decision_form import Option

#: The keys of the decisions, and of leaving it for now.
DECIDE_KEYS, WAIT_KEYS = ("F5", "F6"), ("F7", "F10", "F11")
#: In so many days what is put off may come up again.
_DAYS = (1, 2, 3, 7, 14)

Supervisors = Callable[[], Sequence[tuple[str, str]]]


def decision(
    value: object,
    words: Callable[[], str],
    reasons: Sequence[tuple[str, Callable[[], str]]],
    without_note: Objection | None = None,
) -> Option:
    """Offer a decision with the reasons that it may have, each with its words."""
    needed = without_note is not None
    return Option(
        value,
        words,
        lambda: [(said(), reason) for reason, said in reasons],
        partial(decision_fields, note_needed=needed),
        without_note,
    )


def waits(put_off: PutOff | None, today: date, supervisors: Supervisors) -> tuple[Option, ...]:
    """Offer to ask the partner or to write the answer down, to put it off until a day, and to hand it on."""

    def option(why: Wait, without_note: Objection | None = None) -> Option:
        entries = partial(wait_entries, why, today, supervisors)
        return Option(why, partial(wait_word, why), entries, partial(wait_fields, why), without_note)

    question = Wait.ANSWERED if put_off is not None and put_off.awaits_answer else Wait.ASKED
    return option(question, Objection.WORDS_MISSING), option(Wait.SNOOZED), option(Wait.DELEGATED)


def not_yet(case: Case, why: Wait, chosen: str, note: str) -> NotYet:
    """Say why a case waits, with what was chosen besides the note."""
    until = date.fromisoformat(chosen) if why is Wait.SNOOZED and chosen else None
    to = chosen if why is Wait.DELEGATED else None
    return NotYet(case.head.kind, case.head.key, case.judged, why, note, until, to)


def wait_entries(why: Wait, today: date, supervisors: Supervisors) -> list[tuple[str, str]]:
    """Give what is chosen with a way to leave a case: a day, a person, or nothing but the note."""
    match why:
        case Wait.SNOOZED:
            days = [today + timedelta(days=ahead) for ahead in _DAYS]
            return [(times.day(day, today), day.isoformat()) for day in days]
        case Wait.DELEGATED:
            return [(shown(name, 40), person) for person, name in supervisors()]
        case _:
            return [(see_the_note(), "")]
