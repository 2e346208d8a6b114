"""A case in words and blocks, in the order in which somebody who doubts it asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.authorization import Line
from receiving_app.domain.events import (
    TYPE_OF_BODY,
    Body,
    ClipReason,
    LabelRead,
    PackageJudged,
    ReadingRecorded,
    ReviewDecided,
)
from receiving_app.domain.item import Item
from receiving_app.domain.item_events import ItemFound, ItemJudged, PhotoTaken
from receiving_app.domain.package import Judgement
from receiving_app.domain.roles import ActorKind
from receiving_app.domain.serials import differences
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.domain.verdict import Answer
from receiving_app.evidence.originals import Lack, Original
from receiving_app.printing.blocks import (
    Block,
    Compared,
    Named,
    Paragraph,
    Photo,
    Photos,
    Row,
    Section,
    Stamp,
)
from receiving_app.queries.evidence import Dossier, Filed, Shot, Shows
from receiving_app.storage.verify_journal import Countersignature
from receiving_app.words import times
from receiving_app.words.item_rules import item_rule_name, item_rule_sentence
from receiving_app.words.readings import shown
from receiving_app.words.review import choice_word, event_words, reason_words
from receiving_app.words.rules import answer_word, arrival_words, rule_name, rule_sentence
from receiving_app.words.verdicts import reason, verdict_word

translate = QCoreApplication.translate

_TRACE, _STORY, _HASHES = (13, 24, 63), (6, 24, 48, 22), (7, 73, 20)
_ORDER = {Answer.FAIL: 0, Answer.UNSURE: 1, Answer.PASS: 2}


@dataclass(frozen=True, slots=True)
class Proven:
    """What the ticket service has signed for the case: single events, and the end of the journal."""

    events: Mapping[int, Countersignature]
    head: Countersignature | None
    why_not: str = ""


def title_of(told: Dossier) -> str:
    """Name the case by its numbers, else by its plate."""
    numbers = ", ".join(shown(judgement.number) for judgement in told.package.judgements if judgement.number)
    return translate("Evidence", "Evidence for {}").format(numbers or told.package.lpn)


def filled(
    told: Dossier, photos: Mapping[str, Original], clips: Mapping[str, Original], proven: Proven, now: datetime
) -> list[Block]:
    """Say everything there is to say of a case."""
    parts = (
        _case(told, now),
        _label(told, photos),
        _verdicts(told),
        _devices(told),
        _pictures(told, photos),
        _films(told, clips),
        _story(told),
        _proof(told, proven),
    )
    return [block for part in parts for block in part]


def _case(told: Dossier, now: datetime) -> Iterator[Block]:
    package, calendar = told.package, told.policy.calendar
    for judgement in package.judgements:
        policy = told.policy_of(judgement.verdict.policy_version)
        yield Stamp(verdict_word(judgement.decision), reason(package, judgement, policy, judgement.judged_at))
    yield Named(translate("Evidence", "Package"), package.lpn)
    for judgement in package.judgements:
        yield from _authorized(judgement, calendar)
    received = f"{moment(package.received.at, calendar)} {arrival_words(package.received_by)}"
    yield Named(translate("Evidence", "Received"), received)
    numbers = ", ".join(shown(each.number) for each in package.trackings)
    if numbers:
        yield Named(translate("Evidence", "Tracking number"), numbers)
    yield Named(translate("Evidence", "Station"), told.station)
    versions = sorted({judgement.verdict.policy_version for judgement in package.judgements})
    if versions:
        yield Named(translate("Evidence", "Policy version"), ", ".join(map(str, versions)))
    yield Named(translate("Evidence", "Compiled"), moment(now, calendar))


def _authorized(judgement: Judgement, calendar: SiteCalendar) -> Iterator[Block]:
    rma = judgement.facts.rma
    if rma is None:
        yield Named(translate("Evidence", "RMA"), shown(judgement.number) or translate("Evidence", "none on the label"))
        return
    said = translate("Evidence", "{number}, issued {created}, to be received by {last}")
    last = times.day(rma.receive_by, None)
    words = said.format(
        number=shown(rma.number), created=moment(rma.created_at, calendar), last=f"{last} {rma.receive_by.year}"
    )
    yield Named(translate("Evidence", "RMA"), words)
    yield Named(translate("Evidence", "Partner"), shown(rma.partner_name or rma.partner))


def _label(told: Dossier, photos: Mapping[str, Original]) -> Iterator[Block]:
    yield Section(translate("Evidence", "The label"))
    shots = [shot for shot in told.shots if shot.shows is Shows.LABEL]
    if not shots:
        yield Paragraph(translate("Evidence", "No photo of the label was taken."))
    for shot in shots[:2]:
        yield Photos((_picture(told, shot, photos[shot.photo]),), 620)
    yield from _grid(told, shots[2:], photos)
    read = [shown(label.number) for label in told.package.labels]
    read += [shown(each.number) for each in told.package.trackings] + [shown(each) for each in told.package.serials]
    if read:
        yield Paragraph(translate("Evidence", "Read from it: {}.").format(", ".join(read)))


def _verdicts(told: Dossier) -> Iterator[Block]:
    for judgement in told.package.judgements:
        policy = told.policy_of(judgement.verdict.policy_version)
        yield Section(
            translate("Evidence", "Why {number} was given {verdict}").format(
                number=shown(judgement.number) or told.package.lpn, verdict=verdict_word(judgement.verdict.decision)
            )
        )
        said = translate("Evidence", "Judged {when} by the rules of policy version {version}.")
        when = moment(judgement.judged_at, policy.calendar)
        yield Paragraph(said.format(when=when, version=judgement.verdict.policy_version))
        review = judgement.review
        if review is not None:
            decided = translate("Evidence", "{choice}, decided {when} by {who}: {reason} {note}").format(
                choice=choice_word(review.choice),
                when=moment(review.decided_at, policy.calendar),
                who=_person(told, review.person),
                reason=reason_words(review.reason),
                note=shown(review.note, 2_000),
            )
            yield Paragraph(decided.strip())
        yield Row(_trace_head(), _TRACE, head=True)
        for finding in sorted(judgement.verdict.trace, key=lambda each: _ORDER[each.answer]):
            cells = (answer_word(finding.answer), rule_name(finding.rule), rule_sentence(finding, policy.calendar))
            yield Row(cells, _TRACE, marked=finding.answer is not Answer.PASS)
    if not told.package.judgements:
        yield Section(translate("Evidence", "The verdict"))
        yield Paragraph(translate("Evidence", "No RMA number was judged on this package."))


def _trace_head() -> tuple[str, str, str]:
    return translate("Evidence", "Answer"), translate("Evidence", "Rule"), translate("Evidence", "Facts")


def _devices(told: Dossier) -> Iterator[Block]:
    expected = [
        line for judgement in told.package.judgements if judgement.facts.rma for line in judgement.facts.rma.lines
    ]
    if not told.items and not expected:
        return
    yield Section(translate("Evidence", "Found against expected"))
    if told.package.unpacking is None:
        yield Paragraph(translate("Evidence", "The package was not opened."))
    for item in told.items:
        yield from _device(item)
    found = {(item.rma_key, item.line) for item in told.items}
    missing = [line for line in expected if line.id not in {line_id for _, line_id in found}]
    if missing and told.package.unpacking is not None:
        said = translate("Evidence", "Listed on the RMA and not found in this package: {}.")
        yield Paragraph(said.format("; ".join(_listed(line) for line in missing)))
    elif missing:
        yield Paragraph(translate("Evidence", "Listed on the RMA: {}.").format("; ".join(map(_listed, missing))))


def _listed(line: Line) -> str:
    serial = (
        shown(line.serial) if line.serial else translate("Evidence", "{} without serial number").format(line.quantity)
    )
    return f"{shown(line.model)} {serial}"


def _device(item: Item) -> Iterator[Block]:
    facts = item.judgement.facts if item.judgement else None
    listed = (facts.line.serial if facts and facts.line else None) or (facts.near[0] if facts and facts.near else "")
    serial = shown(item.serial) if not item.placeholder else translate("Evidence", "not readable")
    yield Paragraph(f"{item.id} · {shown(item.model)}", 27)
    names = (translate("Evidence", "Found"), translate("Evidence", "Expected"))
    expected = shown(listed) if listed else "—"
    marks = differences(serial, expected) if listed and not item.placeholder else ((), ())
    none = ((False,) * len(serial), (False,) * len(expected))
    yield Compared(names, (serial, expected), marks if listed and not item.placeholder else none)
    if listed and facts is not None and facts.line is None:
        yield Paragraph(translate("Evidence", "The expected number is the listed one that comes nearest."))
    if item.judgement is None:
        return
    verdict = item.judgement.verdict
    said = translate("Evidence", "{verdict}, by the rules of policy version {version}.")
    yield Paragraph(said.format(verdict=verdict_word(verdict.decision), version=verdict.policy_version))
    findings = [finding for finding in verdict.trace if finding.answer is not Answer.PASS]
    if findings:
        yield Row(_trace_head(), _TRACE, head=True)
    for finding in findings:
        cells = (answer_word(finding.answer), item_rule_name(finding.rule), item_rule_sentence(finding))
        yield Row(cells, _TRACE, marked=True)


def _pictures(told: Dossier, photos: Mapping[str, Original]) -> Iterator[Block]:
    shots = [shot for shot in told.shots if shot.shows is not Shows.LABEL]
    if shots:
        yield Section(translate("Evidence", "Photos"))
        yield from _grid(told, shots, photos)


def _grid(told: Dossier, shots: Sequence[Shot], photos: Mapping[str, Original]) -> Iterator[Block]:
    for start in range(0, len(shots), 2):
        yield Photos(tuple(_picture(told, shot, photos[shot.photo]) for shot in shots[start : start + 2]))


def _picture(told: Dossier, shot: Shot, original: Original) -> Photo:
    what = translate("Evidence", "Label") if shot.shows is Shows.LABEL else shot.thing
    when = moment(shot.taken_at, told.policy.calendar)
    caption = " · ".join(filter(None, (what, shown(shot.caption), when)))
    named = translate("Evidence", "{caption}\nSHA-256 {hash}").format(caption=caption, hash=shot.photo[:32])
    return Photo(original.picture, named, lack_words(original.lack, shot.photo))


def lack_words(lack: Lack | None, name: str) -> str:
    """Say why an original isn't shown."""
    match lack:
        case None:
            return ""
        case Lack.GONE:
            said = translate("Evidence", "This file is missing at the station: {}. The journal says that it was taken.")
        case Lack.CHANGED:
            said = translate("Evidence", "This file was changed since it was taken: it no longer has its hash {}.")
        case Lack.UNREADABLE:
            said = translate("Evidence", "This file has its hash {} and can't be shown. It is among the originals.")
    return said.format(f"{name[:16]}…")


def _films(told: Dossier, clips: Mapping[str, Original]) -> Iterator[Block]:
    if not told.clips:
        return
    yield Section(translate("Evidence", "Films"))
    for clip in told.clips:
        original = clips[clip.clip]
        why = (
            translate("Evidence", "before the rejection")
            if clip.reason is ClipReason.REJECT
            else translate("Evidence", "before the override")
        )
        said = translate("Evidence", "{seconds} seconds {why}, from {when}\nSHA-256 {hash}")
        began = moment(clip.began_at, told.policy.calendar)
        caption = said.format(seconds=round(clip.lasted_ms / 1000), why=why, when=began, hash=clip.clip[:32])
        yield Photos((Photo(original.picture, caption, lack_words(original.lack, clip.clip)),))


def _story(told: Dossier) -> Iterator[Block]:
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
        what = ": ".join(filter(None, (event_words(TYPE_OF_BODY[type(event.body)].name), _detail(event.body))))
        if filed.undone:
            what = translate("Evidence", "{} (taken back later)").format(what)
        yield Row((str(event.seq), moment(event.occurred_at, told.policy.calendar), what, _who(told, filed)), _STORY)


def _detail(body: Body) -> str:
    """Say what an event was about, where a word says it."""
    match body:
        case ReadingRecorded():
            return shown(body.text)
        case LabelRead():
            return shown(body.number or body.tracking or body.serial or "")
        case PackageJudged() | ItemJudged():
            return verdict_word(body.verdict)
        case ReviewDecided():
            return f"{choice_word(body.decision)}. {reason_words(body.reason)} {shown(body.note)}".strip()
        case ItemFound():
            return f"{shown(body.model)} {shown(body.serial)}"
        case PhotoTaken():
            return shown(body.caption)
        case _:
            return ""


def _who(told: Dossier, filed: Filed) -> str:
    actor = filed.event.actor
    match actor.kind:
        case ActorKind.RULE:
            return translate("Evidence", "the rules")
        case ActorKind.DEVICE:
            return shown(actor.how)
        case ActorKind.PERSON:
            return _person(told, actor.person)


def _person(told: Dossier, person: str | None) -> str:
    if person is None:
        return translate("Evidence", "nobody by name")
    name = told.names.get(person)
    return f"{shown(name)} ({shown(person)})" if name else shown(person)


def _proof(told: Dossier, proven: Proven) -> Iterator[Block]:
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
    local = calendar.local(when)
    day = f"{times.day(local.date())} {local.year}"
    said = translate("Evidence", "{day}, {clock}", "a moment on paper: Tue 17 Nov 2026, 09:12 CST")
    return said.format(day=day, clock=times.clock(when, calendar))
