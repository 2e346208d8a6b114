"""A verdict's word, its reason in one line, and what the worker does next."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.package import Judgement, Package
from receiving_app.domain.policy import Policy
from receiving_app.domain.verdict import Answer, Decision, Finding, Rule
from receiving_app.words import times
from receiving_app.words.readings import shown
from receiving_app.words.review import reason_words
from receiving_app.words.rules import Said, data_age_words, rule_sentence, state_word

translate = QCoreApplication.translate


def verdict_word(decision: Decision) -> str:
    """Give the one word that fills the screen."""
    match decision:
        case Decision.ACCEPT:
            return translate("words", "ACCEPT")
        case Decision.REJECT:
            return translate("words", "REJECT")
        case Decision.HOLD:
            return translate("words", "HOLD")


def reason(package: Package, judgement: Judgement, policy: Policy, now: datetime) -> str:
    """Say in one line why the verdict is what it is."""
    if judgement.review is not None and judgement.decision is not judgement.verdict.decision:
        why = reason_words(judgement.review.reason)
        return translate("words", "A supervisor accepted it: {}").format(why)
    finding = _headline(judgement)
    if finding is None:
        return _in_order(judgement, policy, now)
    return _because(finding, policy, now, package)


def next_step(package: Package, judgement: Judgement) -> str:
    """Say in one line what the worker does now."""
    if judgement.decision is Decision.ACCEPT:
        return translate("words", "Put it on the receiving shelf.")
    finding = _headline(judgement)
    if package.hazard or (finding is not None and finding.rule is Rule.HAZARD):
        return translate("words", "Stop. Don't open it. Keep away and call the supervisor.")
    if finding is not None and finding.answer is Answer.UNSURE:
        if finding.rule is Rule.RMA_MALFORMED:
            return translate("words", "Scan the label once more.")
        if finding.rule is Rule.RMA_MISSING:
            return translate("words", "Scan the number's barcode, or type the number.")
    return translate("words", "Put it on the review shelf. Don't open it.")


def disagreement() -> str:
    """Say why a package with several RMAs is held."""
    return translate("words", "The RMAs on this box have different verdicts.")


def _headline(judgement: Judgement) -> Finding | None:
    verdict = judgement.verdict
    return next((finding for finding in verdict.trace if finding.rule is verdict.headline), None)


def _in_order(judgement: Judgement, policy: Policy, now: datetime) -> str:
    rma = judgement.facts.rma
    if rma is None:
        return translate("words", "Everything is in order.")
    today = policy.calendar.local(now).date()
    return translate("words", "In time: last day is {}.").format(times.day(rma.receive_by, today))


def _because(finding: Finding, policy: Policy, now: datetime, package: Package) -> str:
    said = Said(finding, policy.calendar)
    today = policy.calendar.local(now).date()
    match finding.rule:
        case Rule.LATE:
            arrived = policy.calendar.local(package.received.at).date()
            last = said.day_words("receive_by", arrived)
            if said.failed:
                return _late(said.count("days_late"), last)
            if said.flag("clock_unsure"):
                return translate("words", "It came so close to the end of {} that the clock can't tell.").format(last)
            return translate("words", "It looks late, but our data is old: {}.").format(data_age_words(said))
        case Rule.RMA_NOT_OPEN if said.failed and (closed := said.moment("closed_at")):
            sentence = translate("words", "This RMA was {state} on {day}.")
            return sentence.format(state=state_word(said.text("state")), day=times.day(closed.date(), today))
        case Rule.RMA_NOT_OPEN if said.unsure:
            return translate("words", "It looks closed, but our data is old: {}.").format(data_age_words(said))
        case Rule.RMA_MALFORMED:
            number = shown(str(finding.facts.get("number") or ""), 20)
            return translate("words", "{} is no complete RMA number.").format(number)
        case Rule.LATE_DOCK_CLOSED:
            last = said.day_words("receive_by", today)
            return translate("words", "Late, but our dock was closed on its last day, {}.").format(last)
        case Rule.ADVANCED_EXPOSURE:
            return translate("words", "A replacement was already sent for it.")
        case Rule.ARRIVED_BEFORE_RMA:
            return translate("words", "It arrived before its RMA was created.")
        case Rule.ALREADY_RECEIVED:
            return translate("words", "Everything on this RMA is already here.")
        case Rule.DATA_STALE if said.flag("complete"):
            return translate("words", "Our data is too old to decide: {}.").format(data_age_words(said))
        case _:
            return rule_sentence(finding, policy.calendar)


def _late(days: int, last: str) -> str:
    if days == 1:
        return translate("words", "Arrived one day late: last day was {}.").format(last)
    return translate("words", "Arrived {days} days late: last day was {last}.").format(days=days, last=last)
