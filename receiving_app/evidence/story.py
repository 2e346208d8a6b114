"""What happened in a case, event by event, and the proof that it was written so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.events import (
    TYPE_OF_BODY,
    Body,
    CasePutOff,
    LabelRead,
    PackageJudged,
    ReadingRecorded,
    ReviewDecided,
    ReviewPutOff,
)
from receiving_app.domain.item_events import ItemDecided, ItemFound, ItemJudged
from receiving_app.domain.partner_history import PartnerHistory
from receiving_app.domain.roles import ActorKind
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.printing.blocks import Block, Named, Paragraph, Row, Section
from receiving_app.queries.evidence import Dossier, Filed
from receiving_app.queries.review import said_of
from receiving_app.storage.verify_journal import Countersignature
from receiving_app.words import times
from receiving_app.words.item_review import item_choice_word, item_reason_words
from receiving_app.words.precedents import by_then_sentence
from receiving_app.words.readings import shown
from receiving_app.words.review import choice_word, event_words, reason_words, wait_word
from receiving_app.words.story import said_words
from receiving_app.words.verdicts import verdict_word

translate = QCoreApplication.translate

_STORY, _HASHES = (6, 24, 48, 22), (7, 73, 20)


@dataclass(frozen=True, slots=True)
class Proven:
    """What the ticket service has signed for the case: single events, and the end of the journal."""

    events: Mapping[int, Countersignature]
    head: Countersignature | None
    why_not: str = ""


def story(told: Dossier) -> Iterator[Block]:
    """Tell every event of the case, with when and who."""
    yield Section(translate("Evidence", "What happened, and who did it"))
    columns = (
        translate("Evidence", "Event"),
        translate("Evidence", "When"),
        translate("Evidence", "What"),
        translate("Evidence", "Who"),
    )
    yield Row(columns, _STORY, head=True)
    for filed in told.story:
        event = filed.event
        what = ": ".join(filter(None, (event_words(TYPE_OF_BODY[type(event.body)].name), _detail(told, event.body))))
        if filed.undone:
            what = translate("Evidence", "{} (taken back later)").format(what)
        yield Row((str(event.seq), moment(event.occurred_at, told.policy.calendar), what, _who(told, filed)), _STORY)


def _detail(told: Dossier, body: Body) -> str:
    """Say what an event was about, where a word says it."""
    match body:
        case ReadingRecorded():
            return shown(body.text)
        case LabelRead():
            return shown(body.number or body.tracking or body.serial or "")
        case PackageJudged() | ItemJudged():
            return verdict_word(body.verdict)
        case ReviewDecided():
            return _decision(choice_word(body.decision), reason_words(body.reason), body.note, body.history)
        case ItemDecided():
            return _decision(item_choice_word(body.choice), item_reason_words(body.reason), body.note, body.history)
        case ReviewPutOff() | CasePutOff():
            return _put_off(told, body)
        case ItemFound():
            return f"{shown(body.model)} {shown(body.serial)}"
        case _:
            return said_words(said_of(body))


def _decision(choice: str, why: str, note: str, known: PartnerHistory | None) -> str:
    by_then = by_then_sentence(known) if known is not None else ""
    return " ".join(filter(None, (f"{choice}.", why, shown(note, 500), by_then)))


def _put_off(told: Dossier, body: ReviewPutOff | CasePutOff) -> str:
    """Say why a case was left undecided: the question or the answer, until when, and for whom."""
    until = translate("Evidence", "until {}").format(day_in_full(body.until)) if body.until is not None else ""
    to = translate("Evidence", "to {}").format(person(told, body.to)) if body.to is not None else ""
    return " ".join(filter(None, (f"{wait_word(body.why)}:", until, to, shown(body.note, 500)))).rstrip(":")


def _who(told: Dossier, filed: Filed) -> str:
    actor = filed.event.actor
    match actor.kind:
        case ActorKind.RULE:
            return translate("Evidence", "the rules")
        case ActorKind.DEVICE:
            return shown(actor.how)
        case ActorKind.PERSON:
            return person(told, actor.person)


def person(told: Dossier, who: str | None) -> str:
    """Name a person with their id."""
    if who is None:
        return translate("Evidence", "nobody by name")
    name = told.names.get(who)
    return f"{shown(name)} ({shown(who)})" if name else shown(who)


def proof(told: Dossier, proven: Proven) -> Iterator[Block]:
    """Give every event's hash, and the ticket service's word for it."""
    yield Section(translate("Evidence", "The proof"))
    yield Paragraph(
        translate(
            "Evidence",
            "Each event below was written once and has the SHA-256 that stands beside it; each holds the hash of the "
            "event before it. The ticket service countersigns the hashes that it was sent. Among the originals, "
            "journal.jsonl holds the events themselves, and verify_journal.py checks them on any computer.",
        )
    )
    head = proven.head
    if head is not None:
        said = translate("Evidence", "event {seq}, which the ticket service had at {when}")
        yield Named(
            translate("Evidence", "Countersigned up to"), said.format(seq=head.station_seq, when=head.received_at)
        )
        yield Named(translate("Evidence", "Its hash"), head.hash)
        yield Named(translate("Evidence", "Signature"), head.countersigned)
        yield Named(translate("Evidence", "The service's key"), head.key)
    if proven.why_not:
        yield Paragraph(proven.why_not)
    signed_word, unsigned = translate("Evidence", "yes"), translate("Evidence", "not yet")
    columns = (translate("Evidence", "Event"), translate("Evidence", "SHA-256"), translate("Evidence", "Countersigned"))
    yield Row(columns, _HASHES, head=True)
    for filed in told.story:
        signed = proven.events.get(filed.event.seq)
        agreed = signed is not None and signed.hash == filed.hash
        yield Row((str(filed.event.seq), filed.hash, signed_word if agreed else unsigned), _HASHES, size=20)


def moment(when: datetime, calendar: SiteCalendar) -> str:
    """Say a moment with its year: paper is read later than screens are."""
    day = day_in_full(calendar.local(when).date())
    said = translate("Evidence", "{day}, {clock}", "a moment on paper: Tue 17 Nov 2026, 09:12 CST")
    return said.format(day=day, clock=times.clock(when, calendar))


def day_in_full(when: date) -> str:
    """Say a day with its year."""
    return f"{times.day(when)} {when.year}"
