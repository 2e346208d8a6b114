"""Each label rule's answer as a sentence with the facts it used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from receiving_app.domain.authorization import RmaState
from receiving_app.domain.label_facts import ArrivalSource, ServiceSays
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.domain.verdict import Answer, Finding, Rule
from receiving_app.words import times
from receiving_app.words.readings import shown

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Said:
    """A finding's facts, read as what they are; a fact that an older journal lacks is empty."""

    finding: Finding
    calendar: SiteCalendar

    @property
    def failed(self) -> bool:
        """Whether the rule said no."""
        return self.finding.answer is Answer.FAIL

    @property
    def unsure(self) -> bool:
        """Whether the rule couldn't tell."""
        return self.finding.answer is Answer.UNSURE

    def flag(self, name: str) -> bool:
        """Give a yes-or-no fact."""
        return self.finding.facts.get(name) is True

    def text(self, name: str) -> str:
        """Give a fact's text, fit to be shown."""
        value = self.finding.facts.get(name)
        return "" if value is None else shown(str(value))

    def count(self, name: str) -> int:
        """Give a fact's number."""
        value = self.finding.facts.get(name)
        return value if isinstance(value, int) else 0

    def moment(self, name: str) -> datetime | None:
        """Give a fact's moment on the site's clock."""
        value = self.finding.facts.get(name)
        return self.calendar.local(datetime.fromisoformat(value)) if isinstance(value, str) else None

    def on_day(self, name: str) -> date | None:
        """Give a fact's date."""
        value = self.finding.facts.get(name)
        return date.fromisoformat(value) if isinstance(value, str) else None

    def data_age(self) -> timedelta | None:
        """Give how old the station's data was, if it had any."""
        value = self.finding.facts.get("data_age_seconds")
        return timedelta(seconds=value) if isinstance(value, int) else None

    def day_words(self, name: str, beside: date | None = None) -> str:
        """Say a fact's date or moment as a day."""
        value = self.finding.facts.get(name)
        return times.day(date.fromisoformat(value[:10]), beside) if isinstance(value, str) else ""

    def moment_words(self, name: str, beside: date | None = None) -> str:
        """Say a fact's moment with day and time."""
        moment = self.moment(name)
        return times.day_and_clock(moment, self.calendar, beside) if moment else ""


def rule_name(rule: Rule) -> str:
    """Name a rule in a few words."""
    match rule:
        case Rule.HAZARD:
            return translate("words", "No danger")
        case Rule.RMA_MISSING:
            return translate("words", "RMA number present")
        case Rule.RMA_MALFORMED:
            return translate("words", "Number well formed")
        case Rule.RMA_UNKNOWN:
            return translate("words", "Number known")
        case Rule.RMA_NOT_OPEN:
            return translate("words", "RMA open")
        case Rule.LATE:
            return translate("words", "In time")
        case Rule.LATE_DOCK_CLOSED:
            return translate("words", "Dock was open")
        case Rule.ADVANCED_EXPOSURE:
            return translate("words", "No replacement sent")
        case Rule.ARRIVED_BEFORE_RMA:
            return translate("words", "Arrived after RMA")
        case Rule.ALREADY_RECEIVED:
            return translate("words", "Still expected")
        case Rule.SENDER_DIFFERS:
            return translate("words", "Sender is the partner")
        case Rule.DATA_STALE:
            return translate("words", "Data is fresh")


def fault_word(rule: Rule) -> str:
    """Name what is wrong where a rule says no."""
    match rule:
        case Rule.HAZARD:
            return translate("words", "Danger")
        case Rule.RMA_MISSING:
            return translate("words", "No RMA number")
        case Rule.RMA_MALFORMED:
            return translate("words", "Number malformed")
        case Rule.RMA_UNKNOWN:
            return translate("words", "Number unknown")
        case Rule.RMA_NOT_OPEN:
            return translate("words", "RMA not open")
        case Rule.LATE:
            return translate("words", "Late")
        case _:
            return _other_fault_word(rule)


def _other_fault_word(rule: Rule) -> str:
    match rule:
        case Rule.LATE_DOCK_CLOSED:
            return translate("words", "Late, dock was closed")
        case Rule.ADVANCED_EXPOSURE:
            return translate("words", "Replacement already sent")
        case Rule.ARRIVED_BEFORE_RMA:
            return translate("words", "Arrived before RMA")
        case Rule.ALREADY_RECEIVED:
            return translate("words", "Nothing more expected")
        case Rule.SENDER_DIFFERS:
            return translate("words", "Another sender")
        case Rule.DATA_STALE:
            return translate("words", "Data too old")
        case _:
            return rule.value


def answer_word(answer: Answer) -> str:
    """Say a rule's answer in a word."""
    match answer:
        case Answer.PASS:
            return translate("words", "Yes")
        case Answer.FAIL:
            return translate("words", "No")
        case Answer.UNSURE:
            return translate("words", "Unsure")


def arrival_words(source: str) -> str:
    """Say what an arrival's time was taken from."""
    match source:
        case ArrivalSource.TRUCK_STAMP:
            return translate("words", "by truck stamp")
        case ArrivalSource.CARRIER_RECORD:
            return translate("words", "by the carrier's record")
        case ArrivalSource.SCAN:
            return translate("words", "by scan")
        case _:
            return ""


def rule_sentence(finding: Finding, calendar: SiteCalendar) -> str:
    """Say what a rule found, with the facts that it used; times are the site's."""
    return _SENTENCES[finding.rule](Said(finding, calendar))


def _hazard(said: Said) -> str:
    if said.failed:
        return translate("words", "Marked as dangerous: swollen, hot, leaking or smoking.")
    return translate("words", "Nobody marked it as swollen, hot, leaking or smoking.")


def _rma_missing(said: Said) -> str:
    if said.unsure:
        return translate("words", "The printed number {} was read with doubt.").format(said.text("read"))
    if not said.failed:
        return translate("words", "The number {} is on the package.").format(said.text("number"))
    if said.text("candidates"):
        sentence = translate("words", "No RMA number on the package. Its other numbers point to {}.")
        return sentence.format(said.text("candidates"))
    return translate("words", "No RMA number on the package.")


def _rma_malformed(said: Said) -> str:
    number, near = said.text("number"), said.text("near")
    if said.unsure:
        return translate("words", "{} is no complete RMA number. It may have been misread.").format(number)
    if not said.failed:
        return translate("words", "Nothing is wrong with the number's form.")
    if near:
        sentence = translate("words", "{number} is no complete RMA number, read twice. Close to it: {near}.")
        return sentence.format(number=number, near=near)
    return translate("words", "{} is no complete RMA number, read twice.").format(number)


def _rma_unknown(said: Said) -> str:
    number = said.text("number")
    if said.failed:
        return translate("words", "The ticket service doesn't know {}.").format(number)
    if said.unsure and said.text("service") == ServiceSays.NO_ANSWER:
        return translate("words", "The ticket service gave no answer about {}.").format(number)
    if said.unsure:
        return translate("words", "The ticket service couldn't be asked about {}.").format(number)
    return translate("words", "No unknown number on the package.")


def _rma_not_open(said: Said) -> str:
    state, closed = said.text("state"), said.moment_words("closed_at")
    if not state:
        return _not_asked()
    if said.unsure:
        sentence = translate("words", "The RMA is {state} in data that is {age} old.")
        return sentence.format(state=state_word(state), age=data_age_words(said))
    if closed:
        return translate("words", "The RMA is {state} since {when}.").format(state=state_word(state), when=closed)
    return translate("words", "The RMA is {}.").format(state_word(state))


def _late(said: Said) -> str:
    received = said.moment("received_at")
    if received is None:
        return _not_asked()
    sentence = translate("words", "Created {created}; last day {last}; received {received} {source}; {result}.")
    return sentence.format(
        created=said.moment_words("created_at", received.date()),
        last=said.day_words("receive_by", received.date()),
        received=said.moment_words("received_at"),
        source=arrival_words(said.text("received_by")),
        result=_lateness(said),
    )


def _lateness(said: Said) -> str:
    if said.flag("clock_unsure"):
        return translate("words", "too close to midnight for the station's clock to tell")
    if said.unsure:
        sentence = translate("words", "{late} in data that is {age} old")
        return sentence.format(late=times.days_late(said.count("days_late")), age=data_age_words(said))
    return times.days_late(said.count("days_late")) if said.failed else translate("words", "in time")


def _late_dock_closed(said: Said) -> str:
    if not said.text("receive_by"):
        return translate("words", "Not late: the dock's days don't matter.")
    last, reopened = said.day_words("receive_by"), said.day_words("reopened", said.on_day("receive_by"))
    if said.failed:
        sentence = translate("words", "The dock was closed on the last day ({last}) and open again on {reopened}.")
        return sentence.format(last=last, reopened=reopened)
    return translate("words", "The dock was open on or after the last day ({}).").format(last)


def _advanced_exposure(said: Said) -> str:
    if said.failed:
        return translate("words", "A replacement was already sent.")
    return translate("words", "No replacement was sent.")


def _arrived_before_rma(said: Said) -> str:
    if said.moment("created_at") is None:
        return _not_asked()
    if said.failed:
        sentence = translate("words", "Received {received}, before the RMA was created ({created}).")
    else:
        sentence = translate("words", "Received {received}, after the RMA was created ({created}).")
    return sentence.format(received=said.moment_words("received_at"), created=said.moment_words("created_at"))


def _already_received(said: Said) -> str:
    if not said.count("expected"):
        return _not_asked()
    sentence = translate("words", "{here} of {expected} are already here.")
    told = sentence.format(here=said.count("already_here"), expected=said.count("expected"))
    if said.text("siblings"):
        told += " " + translate("words", "Packages before it: {}.").format(said.text("siblings"))
    return told


def _sender_differs(said: Said) -> str:
    if said.failed:
        return translate("words", "The sender on the label is not {}.").format(said.text("partner"))
    if said.text("sender") == "same":
        return translate("words", "The sender on the label is {}.").format(said.text("partner"))
    return translate("words", "The sender was not compared.")


def _data_stale(said: Said) -> str:
    if "complete" in said.finding.facts and not said.flag("complete"):
        return translate("words", "The station has not yet fetched all data of the ticket service.")
    sentence = translate("words", "The data is {age} old; the limit is {limit} hours.")
    return sentence.format(age=data_age_words(said), limit=said.count("limit_hours"))


def _not_asked() -> str:
    return translate("words", "Not asked: no known RMA.")


def data_age_words(said: Said) -> str:
    """Say how old the data was that a rule used."""
    age = said.data_age()
    return translate("words", "unknown time") if age is None else times.age(age)


def state_word(state: str) -> str:
    """Name an RMA's state inside a sentence."""
    match state:
        case RmaState.OPEN:
            return translate("words", "open")
        case RmaState.CANCELLED:
            return translate("words", "cancelled")
        case RmaState.CLOSED:
            return translate("words", "closed")
        case _:
            return state


_SENTENCES: dict[Rule, Callable[[Said], str]] = {
    Rule.HAZARD: _hazard,
    Rule.RMA_MISSING: _rma_missing,
    Rule.RMA_MALFORMED: _rma_malformed,
    Rule.RMA_UNKNOWN: _rma_unknown,
    Rule.RMA_NOT_OPEN: _rma_not_open,
    Rule.LATE: _late,
    Rule.LATE_DOCK_CLOSED: _late_dock_closed,
    Rule.ADVANCED_EXPOSURE: _advanced_exposure,
    Rule.ARRIVED_BEFORE_RMA: _arrived_before_rma,
    Rule.ALREADY_RECEIVED: _already_received,
    Rule.SENDER_DIFFERS: _sender_differs,
    Rule.DATA_STALE: _data_stale,
}
