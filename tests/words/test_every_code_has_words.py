"""No code reaches a person without words."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from receiving_app.acts.bench_outcome import BenchRefusal
from receiving_app.acts.decision import Objection
from receiving_app.acts.outcome import Answer as Became
from receiving_app.acts.outcome import Detail, Outcome
from receiving_app.acts.packing_outcome import Code as AtTheTable
from receiving_app.acts.people_outcome import Refusal
from receiving_app.acts.shipping_outcome import ShippingRefusal
from receiving_app.acts.workbench_outcome import Code as BenchCode
from receiving_app.domain.command import Command
from receiving_app.domain.disposition import InspectionOutcome, Next, Payer
from receiving_app.domain.events import EVENT_TYPES, Choice, Ending
from receiving_app.domain.inspection import StepKind, ValueFault
from receiving_app.domain.item_events import ShippingException
from receiving_app.domain.label_facts import ArrivalSource
from receiving_app.domain.label_reading import Kind
from receiving_app.domain.papers import JobState, PaperKind
from receiving_app.domain.reading import Source
from receiving_app.domain.shipment import Bar, GoodsKind, SaidBy
from receiving_app.domain.site_calendar import SiteCalendar
from receiving_app.domain.verdict import Answer, Decision, Finding, Rule
from receiving_app.storage.verify_journal import What
from receiving_app.words import (
    bench,
    commands,
    journal_proof,
    outcomes,
    packing,
    people,
    printing,
    readings,
    review,
    rules,
    shipping,
    table_answers,
    times,
    verdicts,
    workbench,
)

CODED: list[tuple[Callable[..., str], object]] = [
    *((verdicts.verdict_word, decision) for decision in Decision),
    *((journal_proof.fault_sentence, what.name) for what in What),
    *((rules.rule_name, rule) for rule in Rule),
    *((rules.answer_word, answer) for answer in Answer),
    *((rules.arrival_words, source) for source in ArrivalSource),
    *((readings.kind_word, kind) for kind in Kind),
    *((readings.source_word, source) for source in Source),
    *((commands.command_word, command) for command in Command),
    *((outcomes.answer_word, became) for became in Became),
    *((outcomes.detail_sentence, detail) for detail in Detail),
    *((outcomes.ending_sentence, ending) for ending in Ending),
    *((review.choice_word, choice) for choice in Choice),
    *((review.reason_words, reason) for reason in review.ReviewReason),
    *((review.objection_sentence, objection) for objection in Objection),
    *((people.refusal_sentence, refusal) for refusal in Refusal),
    *((review.event_words, event_type.name) for event_type in EVENT_TYPES),
    *((bench.outcome_word, outcome) for outcome in InspectionOutcome),
    *((bench.next_sentence, happens) for happens in Next),
    *((bench.payer_sentence, payer) for payer in Payer),
    *((bench.fault_sentence, fault) for fault in ValueFault),
    *((bench.refusal_sentence, refusal) for refusal in BenchRefusal),
    *((workbench.answer_sentence, code) for code in BenchCode),
    *((workbench.due_sentence, kind) for kind in StepKind),
    *((shipping.kind_word, kind) for kind in GoodsKind),
    *((shipping.bar_sentence, bar) for bar in Bar),
    *((shipping.exception_sentence, exception) for exception in ShippingException),
    *((shipping.refusal_sentence, refusal) for refusal in ShippingRefusal),
    *((printing.paper_word, kind) for kind in PaperKind),
    *((printing.state_word, state) for state in JobState),
    *((packing.address_because, said_by) for said_by in SaidBy),
]


class Marking(QTranslator):
    """Puts everything that comes past a translator in marks."""

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return f"«{source}»"

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


@pytest.fixture
def marking(qapp: QCoreApplication) -> Iterator[None]:
    translator = Marking()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("marking")
@pytest.mark.parametrize(("words", "code"), CODED)
def test_a_code_has_words_that_a_translator_sees(words: Callable[[object], str], code: object) -> None:
    assert words(code).startswith("«")


@pytest.mark.usefixtures("marking")
@pytest.mark.parametrize("became", Became)
def test_every_answer_has_a_sentence(became: Became) -> None:
    assert outcomes.answer_sentence(Outcome(became)).endswith(".»")


@pytest.mark.usefixtures("marking")
@pytest.mark.parametrize(
    "code", sorted(set(AtTheTable) - {AtTheTable.AT_THE_DOCK, AtTheTable.REFUSED, AtTheTable.SEEN})
)
def test_every_answer_at_the_packing_table_has_words(code: AtTheTable) -> None:
    said = table_answers.words_of(code)
    assert said.headline.startswith("«")
    assert said.next_step.startswith("«")


@pytest.mark.parametrize(("rule", "answer"), list(itertools.product(Rule, Answer)))
def test_a_rule_has_a_sentence_even_where_an_old_journal_lacks_its_facts(rule: Rule, answer: Answer) -> None:
    said = rules.rule_sentence(Finding(rule, answer, {}), SiteCalendar())
    assert said.endswith(".")
    assert "None" not in said


@pytest.mark.parametrize("choice", Choice)
def test_every_choice_offers_reasons(choice: Choice) -> None:
    assert len(review.REASONS[choice]) >= 2


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(seconds=-5), "less than a minute"),
        (timedelta(seconds=59), "less than a minute"),
        (timedelta(minutes=1), "one minute"),
        (timedelta(minutes=59), "59 minutes"),
        (timedelta(hours=1), "one hour"),
        (timedelta(hours=47), "47 hours"),
        (timedelta(hours=80), "3 days"),
    ],
)
def test_an_age_is_told_in_its_largest_whole_unit(span: timedelta, said: str) -> None:
    assert times.age(span) == said
