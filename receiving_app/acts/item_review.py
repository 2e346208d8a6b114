"""What a supervisor does with an item: let it go on, identify it, ask the partner, or say what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Connection

from receiving_app.acts.decision import ItemAnswer, ItemPreview, Objection
from receiving_app.acts.disposing import against_replacement
from receiving_app.acts.item_judging import ItemJudging
from receiving_app.acts.recording import record
from receiving_app.acts.station import Act, Station
from receiving_app.acts.written import kept
from receiving_app.domain.authorization import serial_key
from receiving_app.domain.disposition import Payer
from receiving_app.domain.events import Subject
from receiving_app.domain.four_eyes import Eyes, authors, eyes
from receiving_app.domain.item import Item, step
from receiving_app.domain.item_events import Consent, FreightCredited, ItemChoice, ItemDecided
from receiving_app.domain.item_review import LEAVES, NEEDS_NOTE, choices, leads_to, payers, subject
from receiving_app.domain.partner_history import PartnerHistory
from receiving_app.domain.reading import Reading
from receiving_app.domain.roles import Actor, Right
from receiving_app.storage import goods, items, precedents, service_data


class ItemReview:
    """The decisions on the items of one station."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._judging = ItemJudging(station)

    def record(self, readings: Sequence[Reading], actor: Actor) -> None:
        """Write down what was scanned at the review, before anybody goes by it."""
        record(self._station, readings, actor)

    def preview(self, answer: ItemAnswer, actor: Actor) -> ItemPreview:
        """Say what an answer would lead to, and what still speaks against it; nothing is written."""
        with self._station.store.reading() as connection:
            return self._seen(connection, answer, actor)

    def decide(self, answer: ItemAnswer, actor: Actor) -> ItemPreview:
        """Write a decision down; it leaves the station when it can no longer be taken back.

        Raise `NotAllowedError` where the actor may not decide.
        """
        with self._station.act(actor, Right.DECIDE) as act:
            return self.within(act, answer)

    def within(self, act: Act, answer: ItemAnswer) -> ItemPreview:
        """Write it down as part of an act that was begun."""
        seen = self._seen(act.connection, answer, act.stamp.actor)
        if seen.item is not None and seen.objection is None:
            self._write(act, seen.item, seen)
        return seen

    def _write(self, act: Act, item: Item, seen: ItemPreview) -> None:
        policy = service_data.current_policy(act.connection)
        leaves = self._station.clock.now() + policy.undo_within
        rma = service_data.rma(act.connection, item.rma_key)
        known = precedents.history(act.connection, rma.partner, self._station.clock.corrected()) if rma else None
        body = _decided(item, seen, known, replacement_out=rma is not None and rma.replacement_shipped)
        event = act.write(body, _subject(item), leaves)
        item = step(item, event) or item
        self._judging.judge(act.connection, item)
        owed = seen.disposition is not None and seen.disposition.credits_inbound
        if owed and not goods.is_credited(act.connection, item.lpn, item.rma_key):
            act.write(FreightCredited(item.id, item.number), _subject(item), leaves)

    def _seen(self, connection: Connection, answer: ItemAnswer, actor: Actor) -> ItemPreview:
        item = items.get(connection, answer.item)
        if item is None or subject(item) != answer.judged:
            return ItemPreview(item, answer, objection=Objection.JUDGED_AGAIN)
        now = self._station.clock.now()
        lone = service_data.current_policy(connection).lone_supervisor
        whose = eyes(actor.person, authors(item), now, lone=lone)
        if whose is Eyes.OWN:
            return ItemPreview(item, answer, objection=Objection.OWN_WORK)
        out = _replacement_out(connection, item)
        if answer.choice not in choices(item, replacement_out=out):
            return ItemPreview(item, answer, objection=Objection.NOT_OFFERED)
        payer = _payer(item, answer)
        objection = self._against(connection, item, answer, now)
        if payers(item, answer.choice) and payer is None:
            return ItemPreview(item, answer, objection=objection or Objection.PAYER_MISSING)
        disposition = leads_to(item, answer.choice, payer)
        sends = disposition is not None and disposition.next in LEAVES
        named = goods.named(connection, item.id) if sends else None
        where = named.send_back_to if named else None
        return ItemPreview(item, answer, disposition, where, objection, alone=whose is Eyes.ALONE)

    def _against(self, connection: Connection, item: Item, answer: ItemAnswer, now: datetime) -> StrEnum | None:
        """Say what an answer lacks; None: nothing."""
        objection: StrEnum | None = None
        match answer.choice:
            case ItemChoice.IDENTIFY:
                objection = _against_identity(connection, item, answer)
            case ItemChoice.REPLACE:
                objection = against_replacement(connection, item, kept(answer.replacement_serial))
            case ItemChoice.SCRAP:
                objection = _against_consent(answer, self._today(connection, now))
        if objection is None and not answer.reason.strip():
            return Objection.REASON_MISSING
        if objection is None and answer.choice in NEEDS_NOTE and not answer.note.strip():
            return Objection.NOTE_MISSING
        return objection

    def _today(self, connection: Connection, now: datetime) -> date:
        return service_data.current_policy(connection).calendar.local(now).date()


def _decided(item: Item, seen: ItemPreview, known: PartnerHistory | None, *, replacement_out: bool) -> ItemDecided:
    answer = seen.answer
    identity = answer.identity if answer.choice is ItemChoice.IDENTIFY else None
    scrapped = answer.choice is ItemChoice.SCRAP and answer.consent_on is not None
    replaced = answer.choice is ItemChoice.REPLACE
    return ItemDecided(
        item=item.id,
        judged=answer.judged,
        choice=answer.choice,
        reason=kept(answer.reason),
        note=kept(answer.note),
        disposition=seen.disposition,
        identity=identity,
        replacement_serial=kept(answer.replacement_serial) if replaced else None,
        consent=Consent(kept(answer.consent_by), answer.consent_on) if scrapped and answer.consent_on else None,
        replacement_out=replacement_out,
        alone=seen.alone,
        history=known,
    )


def _payer(item: Item, answer: ItemAnswer) -> Payer | None:
    """Give who pays: whom the rules know, else whom the person says."""
    may = payers(item, answer.choice)
    return may[0] if len(may) == 1 else answer.payer if answer.payer in may else None


def _replacement_out(connection: Connection, item: Item) -> bool:
    rma = service_data.rma(connection, item.rma_key)
    return rma is not None and rma.replacement_shipped


def _against_identity(connection: Connection, item: Item, answer: ItemAnswer) -> Objection | None:
    said = answer.identity
    rma = service_data.rma(connection, said.rma_key) if said else None
    line = next((line for line in rma.lines if said and line.id == said.line), None) if rma else None
    if said is None or line is None or (line.serial and serial_key(line.serial) != serial_key(said.serial)):
        return Objection.LINE_MISSING
    others = [each for each in items.on_line(connection, said.rma_key, said.line) if each.id != item.id]
    return Objection.LINE_TAKEN if line.serial and others else None


def _against_consent(answer: ItemAnswer, today: date) -> Objection | None:
    if not answer.consent_by.strip() or answer.consent_on is None:
        return Objection.CONSENT_MISSING
    return Objection.CONSENT_TOO_LATE if answer.consent_on > today else None


def _subject(item: Item) -> Subject:
    return Subject(item.lpn or None, item.rma_key or None)
