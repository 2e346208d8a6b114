"""A case in words and blocks, in the order in which somebody who doubts it asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.authorization import Line, Rma
from receiving_app.domain.events import (
    ClipReason,
)
from receiving_app.domain.expected import ExpectedLine
from receiving_app.domain.item import Item, ItemReview
from receiving_app.domain.package import Package
from receiving_app.domain.serials import differences
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.domain.verdict import Answer
from receiving_app.evidence.originals import Lack, Original
from receiving_app.evidence.story import Proven, moment, person, proof, story
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
from receiving_app.queries.evidence import Dossier, Shot, Shows
from receiving_app.words import times
from receiving_app.words.item_review import item_choice_word, item_reason_words
from receiving_app.words.item_rules import item_rule_name, item_rule_sentence
from receiving_app.words.precedents import by_then_sentence
from receiving_app.words.readings import shown
from receiving_app.words.review import choice_word, reason_words
from receiving_app.words.rules import answer_word, arrival_words, rule_name, rule_sentence
from receiving_app.words.verdicts import reason, verdict_word

translate = QCoreApplication.translate

_TRACE, _STORY, _HASHES = (13, 24, 63), (6, 24, 48, 22), (7, 73, 20)
_ORDER = {Answer.FAIL: 0, Answer.UNSURE: 1, Answer.PASS: 2}


def title_of(told: Dossier) -> str:
    """Name the case by its numbers, else by what it was asked for by."""
    numbers = [told.rma.number] if told.rma is not None else [judgement.number for _, judgement in told.judgements]
    numbers = numbers if any(numbers) else [item.number for item in told.items]
    named = ", ".join(shown(number) for number in dict.fromkeys(numbers) if number)
    return translate("Evidence", "Evidence for {}").format(named or shown(told.thing))


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
        story(told),
        proof(told, proven),
    )
    return [block for part in parts for block in part]


def _case(told: Dossier, now: datetime) -> Iterator[Block]:
    calendar = told.policy.calendar
    for package, judgement in told.judgements:
        policy = told.policy_of(judgement.verdict.policy_version)
        yield Stamp(verdict_word(judgement.decision), reason(package, judgement, policy, judgement.judged_at))
    if told.rma is not None:
        yield from _authorized(told.rma, calendar)
        if told.awaited:
            missing = "; ".join(_awaited(each) for each in told.awaited)
            yield Named(translate("Evidence", "Not received"), missing)
    for package in told.packages:
        yield from _package(package, calendar, rmas=told.rma is None)
    if not told.packages:
        yield Paragraph(translate("Evidence", "No package of this case was received at this station."))
    yield Named(translate("Evidence", "Station"), told.station)
    versions = {judgement.verdict.policy_version for _, judgement in told.judgements}
    versions |= {item.judgement.verdict.policy_version for item in told.items if item.judgement is not None}
    if versions:
        yield Named(translate("Evidence", "Policy version"), ", ".join(map(str, sorted(versions))))
    yield Named(translate("Evidence", "Compiled"), moment(now, calendar))


def _package(package: Package, calendar: SiteCalendar, *, rmas: bool) -> Iterator[Block]:
    yield Named(translate("Evidence", "Package"), package.lpn)
    for judgement in package.judgements if rmas else ():
        if judgement.facts.rma is not None:
            yield from _authorized(judgement.facts.rma, calendar)
        else:
            number = shown(judgement.number) or translate("Evidence", "none on the label")
            yield Named(translate("Evidence", "RMA"), number)
    received = f"{moment(package.received.at, calendar)} {arrival_words(package.received_by)}"
    yield Named(translate("Evidence", "Received"), received)
    numbers = ", ".join(shown(each.number) for each in package.trackings)
    if numbers:
        yield Named(translate("Evidence", "Tracking number"), numbers)


def _authorized(rma: Rma, calendar: SiteCalendar) -> Iterator[Block]:
    said = translate("Evidence", "{number}, issued {created}, to be received by {last}")
    last = times.day(rma.receive_by, None)
    words = said.format(
        number=shown(rma.number), created=moment(rma.created_at, calendar), last=f"{last} {rma.receive_by.year}"
    )
    yield Named(translate("Evidence", "RMA"), words)
    yield Named(translate("Evidence", "Partner"), shown(rma.partner_name or rma.partner))


def _label(told: Dossier, photos: Mapping[str, Original]) -> Iterator[Block]:
    if not told.packages:
        return
    yield Section(translate("Evidence", "The label"))
    shots = [shot for shot in told.shots if shot.shows is Shows.LABEL]
    if not shots:
        yield Paragraph(translate("Evidence", "No photo of the label was taken."))
    for shot in shots[:2]:
        yield Photos((_picture(told, shot, photos[shot.photo]),), 620)
    yield from _grid(told, shots[2:], photos)
    for package in told.packages:
        read = [shown(label.number) for label in package.labels]
        read += [shown(each.number) for each in package.trackings] + [shown(each) for each in package.serials]
        said = translate("Evidence", "Read from {plate}: {read}.")
        if read:
            yield Paragraph(said.format(plate=package.lpn, read=", ".join(read)))


def _verdicts(told: Dossier) -> Iterator[Block]:
    for package, judgement in told.judgements:
        policy = told.policy_of(judgement.verdict.policy_version)
        yield Section(
            translate("Evidence", "Why {number} was given {verdict}").format(
                number=shown(judgement.number) or package.lpn, verdict=verdict_word(judgement.verdict.decision)
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
                who=person(told, review.person),
                reason=reason_words(review.reason),
                note=shown(review.note, 2_000),
            )
            yield Paragraph(decided.strip())
            if review.history is not None:
                yield Paragraph(by_then_sentence(review.history))
        yield Row(_trace_head(), _TRACE, head=True)
        for finding in sorted(judgement.verdict.trace, key=lambda each: _ORDER[each.answer]):
            cells = (answer_word(finding.answer), rule_name(finding.rule), rule_sentence(finding, policy.calendar))
            yield Row(cells, _TRACE, marked=finding.answer is not Answer.PASS)
    if told.packages and not told.judgements:
        yield Section(translate("Evidence", "The verdict"))
        yield Paragraph(translate("Evidence", "No RMA number was judged on this package."))


def _trace_head() -> tuple[str, str, str]:
    return translate("Evidence", "Answer"), translate("Evidence", "Rule"), translate("Evidence", "Facts")


def _devices(told: Dossier) -> Iterator[Block]:
    listed = any(judgement.facts.rma is not None for _, judgement in told.judgements)
    if not told.items and not listed:
        return
    yield Section(translate("Evidence", "Found against expected"))
    for item in told.items:
        yield from _device(told, item)
    if told.rma is not None:
        return  # what never came of the RMA stands above, whatever box it should have been in
    for package in told.packages:
        yield from _missing(package, told.items)


def _missing(package: Package, items: Sequence[Item]) -> Iterator[Block]:
    """Say what a package's RMAs list and it didn't hold, as far as anybody looked."""
    if package.unpacking is None:
        yield Paragraph(translate("Evidence", "The package {} was not opened.").format(package.lpn))
    found = {(item.rma_key, item.line) for item in items}
    missing = [
        line
        for judgement in package.judgements
        if judgement.facts.rma is not None
        for line in judgement.facts.rma.lines
        if (judgement.key, line.id) not in found
    ]
    if missing and package.unpacking is not None:
        said = translate("Evidence", "Listed on the RMA and not found in this package: {}.")
        yield Paragraph(said.format("; ".join(_listed(line) for line in missing)))
    elif missing:
        yield Paragraph(translate("Evidence", "Listed on the RMA: {}.").format("; ".join(map(_listed, missing))))


def _awaited(expected: ExpectedLine) -> str:
    if expected.line.serial:
        return _listed(expected.line)
    said = translate("Evidence", "{model}, {count} of {of}")
    return said.format(model=shown(expected.line.model), count=expected.awaited, of=expected.line.quantity)


def _listed(line: Line) -> str:
    serial = (
        shown(line.serial) if line.serial else translate("Evidence", "{} without serial number").format(line.quantity)
    )
    return f"{shown(line.model)} {serial}"


def _device(told: Dossier, item: Item) -> Iterator[Block]:
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
    for decided in (item.judgement, item.inspection):
        if decided is not None and decided.review is not None:
            yield Paragraph(_decided(told, decided.review))
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


def _decided(told: Dossier, review: ItemReview) -> str:
    said = translate("Evidence", "{choice}, decided {when} by {who}: {reason} {note}")
    decided = said.format(
        choice=item_choice_word(review.choice),
        when=moment(review.decided_at, told.policy.calendar),
        who=person(told, review.person),
        reason=item_reason_words(review.reason),
        note=shown(review.note, 2_000),
    )
    by_then = by_then_sentence(review.history) if review.history is not None else ""
    return " ".join(filter(None, (decided.strip(), by_then)))


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
