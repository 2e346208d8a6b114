"""A package as its events tell it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.events import (
    ActUndone,
    ArrivalClosed,
    ArrivalStamped,
    Body,
    Choice,
    Ending,
    Event,
    HazardFlagged,
    LabelRead,
    LabelStruckOut,
    NumberMissing,
    PackageArrived,
    PackageClosed,
    PackageConfirmed,
    PackageEnded,
    PackageJudged,
    PackageMerged,
    PackageOpened,
    ReviewDecided,
)
from receiving_app.domain.label_facts import ArrivalSource, LabelFacts, Moment, NumberOnLabel
from receiving_app.domain.label_reading import Kind
from receiving_app.domain.label_rules import judge
from receiving_app.domain.package import Judgement, Package, fold, step
from receiving_app.domain.reading import Source
from receiving_app.domain.rma_number import Carton, Form
from receiving_app.domain.roles import RULES
from receiving_app.domain.verdict import Decision
from tests.factories import (
    KEY,
    LPN,
    NUMBER,
    OTHER_KEY,
    OTHER_NUMBER,
    POLICY,
    STATION,
    SUPERVISOR,
    Story,
    chicago,
    facts,
    unknown,
)

CAME = chicago(2026, 11, 7)
ARRIVED = PackageArrived(CAME, ArrivalSource.TRUCK_STAMP, CAME, CAME + timedelta(minutes=2), "a-1", True, "LPN-0")
READ = LabelRead(Kind.RMA, Source.WEDGE, "r-1", KEY, NUMBER, Form.WELL_FORMED, photo="p1")
READ_OTHER = replace(READ, key=OTHER_KEY, number=OTHER_NUMBER, photo=None)
READ_MALFORMED = replace(READ, kind=Kind.RMA_LIKE, key="RMA1", number="RMA-1", form=Form.MALFORMED)
TRACKING = LabelRead(Kind.CARRIER, Source.WEDGE, "r-2", tracking="986578788855", carrier="FedEx")
SERIAL = LabelRead(Kind.SERIAL, Source.WEDGE, "r-3", serial="SW0012345", points_to=(NUMBER,))


def judged(key: str = KEY, facts_: LabelFacts | None = None) -> PackageJudged:
    """Give the event of a verdict, by the rules themselves."""
    facts_ = facts_ or facts()
    verdict = judge(facts_, POLICY)
    return PackageJudged(
        key,
        facts_.number,
        verdict.decision,
        verdict.headline,
        verdict.codes,
        verdict.trace,
        facts_,
        verdict.policy_version,
    )


REJECTED = unknown(number="", on_label=NumberOnLabel.NONE)
LATE = facts(received=Moment.certain(chicago(2026, 11, 20)))


def review(choice: Choice, judged_event: str) -> ReviewDecided:
    return ReviewDecided(KEY, NUMBER, judged_event, choice, "reason", "note")


def told(*bodies: Body) -> Package:
    """Give the package of which these events tell after its arrival."""
    story = Story()
    for body in (ARRIVED, *bodies):
        story.tell(body, RULES if isinstance(body, PackageJudged) else SUPERVISOR)
    package = fold(story.events)
    assert package is not None
    return package


def only(package: Package) -> Judgement:
    [judgement] = package.judgements
    return judgement


def test_an_arrival_makes_the_package() -> None:
    package = told()
    assert (package.lpn, package.station) == (LPN, STATION)
    assert package.received == Moment(CAME, CAME, CAME + timedelta(minutes=2))
    assert (package.received_by, package.arrival) == (ArrivalSource.TRUCK_STAMP, "a-1")
    assert (package.is_open, package.unconfirmed, package.previous) == (True, True, "LPN-0")
    assert package.decision is None


def test_what_was_read_stands_on_the_package() -> None:
    package = told(READ, TRACKING, SERIAL, replace(READ, photo="p2"))
    [label] = package.labels
    assert (label.key, label.number, label.readings, label.on_label) == (KEY, NUMBER, 2, NumberOnLabel.WELL_FORMED)
    assert [(tracking.number, tracking.carrier) for tracking in package.trackings] == [("986578788855", "FedEx")]
    assert (package.serials, package.points_to, package.photos) == (("SW0012345",), (NUMBER,), ("p1", "p2"))


def test_the_same_thing_read_again_is_one_thing_with_a_later_time() -> None:
    once, again = told(TRACKING, SERIAL), told(TRACKING, SERIAL, TRACKING, SERIAL)
    assert (again.serials, again.points_to) == (once.serials, once.points_to)
    assert [tracking.number for tracking in again.trackings] == [tracking.number for tracking in once.trackings]
    assert again.trackings[0].last_read_at > once.trackings[0].last_read_at


def test_a_malformed_number_needs_a_second_reading() -> None:
    assert told(READ_MALFORMED).labels[0].on_label is NumberOnLabel.MALFORMED_ONCE
    assert told(READ_MALFORMED, READ_MALFORMED).labels[0].on_label is NumberOnLabel.MALFORMED_TWICE


def test_print_is_doubtful_until_a_scanner_or_a_person_reads_the_same_and_never_again() -> None:
    printed = replace(READ, source=Source.OCR)
    assert told(printed, printed).labels[0].on_label is NumberOnLabel.DOUBTFUL
    assert told(printed, replace(READ, source=Source.TYPED)).labels[0].on_label is NumberOnLabel.WELL_FORMED
    assert told(READ, printed).labels[0].on_label is NumberOnLabel.WELL_FORMED


def test_a_carton_mark_once_read_is_kept() -> None:
    assert told(replace(READ, carton=Carton(2, 3)), READ).labels[0].carton == Carton(2, 3)


def test_a_struck_out_label_counts_no_more_and_its_verdict_is_gone() -> None:
    package = told(READ, READ_OTHER, judged(), judged(OTHER_KEY), LabelStruckOut(KEY, NUMBER))
    assert [label.key for label in package.live_labels] == [OTHER_KEY]
    assert [judgement.key for judgement in package.judgements] == [OTHER_KEY]


def test_an_old_label_stays_old_when_it_is_seen_again_or_judged_late() -> None:
    package = told(READ, LabelStruckOut(KEY, NUMBER), READ, judged())
    assert (package.live_labels, package.judgements) == ((), ())


def test_no_number_is_judged_until_a_number_is_found() -> None:
    missing = told(NumberMissing(), judged("", REJECTED))
    assert (missing.no_number, missing.decision) == (True, Decision.REJECT)
    found = told(NumberMissing(), judged("", REJECTED), READ)
    assert (found.no_number, found.judgements) == (False, ())


def test_a_verdict_on_a_number_that_is_not_on_the_package_is_no_verdict() -> None:
    assert told(judged()).judgements == ()
    assert told(READ, judged("", REJECTED)).judgements == ()


def test_a_later_verdict_takes_the_place_of_the_earlier_one() -> None:
    package = told(READ, judged(), judged(facts_=LATE))
    assert only(package).event == "e-4"
    assert package.decision is Decision.REJECT
    assert only(package) == package.judgement(KEY)


def test_a_stored_verdict_is_the_one_the_rules_give_again() -> None:
    judgement = only(told(READ, judged(facts_=LATE)))
    assert judge(judgement.facts, POLICY) == judgement.verdict


def test_two_rmas_in_one_carton_that_agree_are_one_decision_and_that_disagree_a_hold() -> None:
    agreed = told(READ, READ_OTHER, judged(), judged(OTHER_KEY))
    assert agreed.decision is Decision.ACCEPT
    mixed = told(READ, READ_OTHER, judged(), judged(OTHER_KEY, LATE))
    assert mixed.decision is Decision.HOLD
    assert [judgement.decision for judgement in mixed.judgements] == [Decision.ACCEPT, Decision.REJECT]


def test_an_override_accepts_and_an_upheld_verdict_stays() -> None:
    overridden = told(READ, judged(facts_=LATE), review(Choice.OVERRIDE, "e-3"))
    assert (overridden.decision, only(overridden).verdict.decision) == (Decision.ACCEPT, Decision.REJECT)
    upheld = told(READ, judged(facts_=LATE), review(Choice.UPHOLD, "e-3"))
    assert upheld.decision is Decision.REJECT
    decided = only(upheld).review
    assert decided is not None
    assert (decided.person, decided.reason, decided.note) == (SUPERVISOR.person, "reason", "note")


def test_a_review_of_a_verdict_that_has_been_replaced_changes_nothing() -> None:
    assert told(READ, judged(facts_=LATE), judged(), review(Choice.UPHOLD, "e-3")).judgement(KEY) == replace(
        only(told(READ, judged(facts_=LATE), judged()))
    )


def test_a_hazard_holds_a_package_that_nobody_has_judged() -> None:
    assert told(HazardFlagged()).decision is Decision.HOLD
    assert told(READ, judged(), HazardFlagged()).hazard


def test_a_hazard_is_judged_before_anybody_has_looked_for_a_number() -> None:
    hazardous = replace(REJECTED, hazard=True)
    assert only(told(HazardFlagged(), judged("", hazardous))).decision is Decision.HOLD
    assert told(HazardFlagged(), judged("", hazardous), READ).judgements == ()


@pytest.mark.parametrize("how", Ending)
def test_what_is_no_return_leaves_without_a_verdict(how: Ending) -> None:
    package = told(READ, judged(facts_=LATE), PackageEnded(how))
    assert (package.ended, package.counts, package.is_open, package.decision) == (how, False, False, None)
    assert told(PackageEnded(how), READ, judged()).judgements == ()


def test_a_package_that_was_another_one_again_counts_no_more() -> None:
    package = told(READ, judged(), PackageMerged("LPN-0"))
    assert (package.merged_into, package.counts, package.is_open) == ("LPN-0", False, False)
    assert (package.unconfirmed, package.decision) == (False, None)


def test_another_box_confirmed_is_asked_about_no_more() -> None:
    assert told(PackageConfirmed()).unconfirmed is False


def test_a_package_is_put_aside_and_taken_up_again() -> None:
    assert told(PackageClosed()).is_open is False
    assert told(PackageClosed(), PackageOpened()).is_open is True


def test_without_its_arrival_nothing_makes_a_package() -> None:
    story = Story()
    for body in (READ, judged(), HazardFlagged(), PackageOpened()):
        story.tell(body)
    assert fold(story.events) is None
    assert fold([]) is None


BODIES: list[Body] = [
    ARRIVED,
    READ,
    READ_OTHER,
    READ_MALFORMED,
    replace(READ, source=Source.OCR),
    TRACKING,
    SERIAL,
    NumberMissing(),
    LabelStruckOut(KEY, NUMBER),
    LabelStruckOut("RMA404", "RMA-404"),
    HazardFlagged(),
    judged(),
    judged(facts_=LATE),
    judged(OTHER_KEY),
    judged("", REJECTED),
    review(Choice.OVERRIDE, "e-3"),
    review(Choice.UPHOLD, "e-404"),
    PackageClosed(),
    PackageOpened(),
    PackageConfirmed(),
    PackageMerged("LPN-0"),
    PackageEnded(Ending.REFUSED_AT_DOOR, "driver", "carrier", "note"),
    ArrivalStamped("a-1", Moment.certain(CAME)),
    ArrivalClosed("a-1"),
    ActUndone("a-3", ("e-3",)),
]


@st.composite
def stories(draw: st.DrawFn) -> list[Event]:
    story = Story()
    for body in (ARRIVED, *draw(st.lists(st.sampled_from(BODIES), max_size=14))):
        story.tell(body)
    return story.events


@given(stories(), st.data())
def test_whatever_is_taken_back_the_rest_still_tells_a_package(events: list[Event], data: st.DataObject) -> None:
    left = data.draw(
        st.sets(st.integers(0, len(events) - 1)).map(lambda gone: [e for i, e in enumerate(events) if i not in gone])
    )
    package = fold(left)
    assert (package is None) is not any(isinstance(event.body, PackageArrived) for event in left)
    if package is None:
        return
    live = {label.key for label in package.live_labels}
    assert {judgement.key for judgement in package.judgements} <= live | {""}
    assert len({label.key for label in package.labels}) == len(package.labels)
    assert package.counts or package.judgements == ()
    assert package.decision in {None, *Decision}


@given(stories())
def test_event_by_event_or_all_at_once_the_package_is_the_same(events: list[Event]) -> None:
    package: Package | None = None
    for event in events:
        package = step(package, event)
    assert package == fold(events)


@given(stories(), st.sampled_from(BODIES[1:]))
def test_an_act_that_is_taken_back_leaves_the_package_as_it_was(events: list[Event], body: Body) -> None:
    before = fold(events)
    story = Story()
    story.events = list(events)
    undone = story.tell(body)
    assert fold([event for event in story.events if event.id != undone.id]) == before
