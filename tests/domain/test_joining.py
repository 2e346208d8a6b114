"""Which package a reading belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.events import LabelRead, LabelStruckOut, NumberMissing, PackageArrived
from receiving_app.domain.joining import Joining, joining
from receiving_app.domain.label_facts import ArrivalSource
from receiving_app.domain.label_reading import Found, Kind, Meaning
from receiving_app.domain.package import Package, fold
from receiving_app.domain.reading import Source
from receiving_app.domain.rma_number import Candidate, Carton, Form
from tests.factories import KEY, NUMBER, OTHER_KEY, OTHER_NUMBER, POLICY, Story, chicago, knows, meaning

START = chicago(2026, 11, 7)
RMA = meaning(NUMBER, found=knows(NUMBER))
OTHER_RMA = meaning(OTHER_NUMBER, found=knows(OTHER_NUMBER))
FREIGHT = meaning("986578788855")
OTHER_FREIGHT = meaning("477179081230")
SERIAL = meaning("SW0012345", found=Found(serial_rmas=(NUMBER,)))
MALFORMED = meaning("RMA-00001230")
BOTH = meaning(f"{NUMBER} {OTHER_NUMBER}", found=knows(NUMBER, OTHER_NUMBER))


class Box:
    """An open package, with what was read from it at which second."""

    def __init__(self) -> None:
        self.story = Story()
        self.story.tell(PackageArrived(START, ArrivalSource.SCAN, START, START))

    def read(self, meant: Meaning, second: int = 0, source: Source = Source.WEDGE) -> Box:
        for number in meant.numbers or (None,):
            body = LabelRead(meant.kind, source, "r-1", tracking=meant.tracking, serial=meant.serial)
            if number is not None:
                body = replace(body, key=number.key, number=number.number, form=number.form, carton=number.carton)
            told = self.story.tell(body)
            self.story.events[-1] = replace(told, occurred_at=at(second))
        return self

    def struck_out(self, key: str) -> Box:
        self.story.tell(LabelStruckOut(key, key))
        return self

    def without_number(self) -> Box:
        self.story.tell(NumberMissing())
        return self

    @property
    def package(self) -> Package:
        package = fold(self.story.events)
        assert package is not None
        return package


def at(second: int) -> datetime:
    return START + timedelta(seconds=second)


def join(box: Box | None, meant: Meaning, second: int = 0, *, in_view: bool = False) -> Joining:
    return joining(box.package if box else None, meant, at(second), POLICY, in_view=in_view)


def marked(index: int, count: int) -> Meaning:
    return meaning(f"{NUMBER} {index}/{count}", found=knows(NUMBER))


@pytest.mark.parametrize("meant", [RMA, FREIGHT, SERIAL, MALFORMED])
def test_anything_on_a_label_opens_the_first_package(meant: Meaning) -> None:
    assert join(None, meant) is Joining.OPENS


@pytest.mark.parametrize("box", [None, Box().read(RMA)])
def test_what_is_not_understood_belongs_to_no_package(box: Box | None) -> None:
    assert join(box, meaning("hello")) is Joining.APART


def test_a_tracking_number_may_come_before_or_after_the_rma_number() -> None:
    assert join(Box().read(FREIGHT), RMA, 60) is Joining.JOINS
    assert join(Box().read(RMA), FREIGHT, 60) is Joining.JOINS


def test_a_serial_number_joins_whenever_it_comes() -> None:
    assert join(Box().read(RMA), SERIAL, 3600) is Joining.JOINS


@pytest.mark.parametrize("meant", [RMA, FREIGHT])
def test_the_same_label_within_ten_seconds_or_in_view_is_the_same_package(meant: Meaning) -> None:
    box = Box().read(meant)
    assert join(box, meant, 10) is Joining.REPEATS
    assert join(box, meant, 11) is Joining.OPENS_ASKING
    assert join(box, meant, 3600, in_view=True) is Joining.REPEATS


@pytest.mark.parametrize("meant", [RMA, FREIGHT])
def test_a_clock_set_back_does_not_make_every_box_the_same(meant: Meaning) -> None:
    assert join(Box().read(meant, 3600), meant, 0) is Joining.OPENS_ASKING


def test_an_equal_carton_mark_is_the_same_box_however_late_and_another_mark_another_box_at_once() -> None:
    box = Box().read(marked(2, 3))
    assert join(box, marked(2, 3), 3600) is Joining.REPEATS
    assert join(box, marked(3, 3), 1) is Joining.OPENS


def test_another_rma_number_is_asked_about_unless_both_are_in_view() -> None:
    box = Box().read(RMA)
    assert join(box, OTHER_RMA, 1) is Joining.OPENS_ASKING
    assert join(box, OTHER_RMA, 1, in_view=True) is Joining.JOINS


def test_another_tracking_number_is_asked_about_unless_both_are_in_view() -> None:
    box = Box().read(FREIGHT)
    assert join(box, OTHER_FREIGHT, 1) is Joining.OPENS_ASKING
    assert join(box, OTHER_FREIGHT, 1, in_view=True) is Joining.JOINS


def test_a_text_that_repeats_one_number_and_names_another_joins() -> None:
    assert join(Box().read(RMA), BOTH, 1) is Joining.JOINS
    assert join(Box().read(BOTH), BOTH, 1) is Joining.REPEATS


def test_the_right_label_joins_after_the_old_one_was_struck_out() -> None:
    assert join(Box().read(RMA).struck_out(KEY), OTHER_RMA, 60) is Joining.JOINS


def test_a_number_found_after_no_number_is_asked_about() -> None:
    assert join(Box().without_number(), RMA, 1) is Joining.OPENS_ASKING


def test_a_malformed_number_is_read_again_however_long_it_takes_but_only_once() -> None:
    once = Box().read(MALFORMED)
    assert join(once, MALFORMED, 600) is Joining.JOINS
    twice = Box().read(MALFORMED).read(MALFORMED, 600)
    assert join(twice, MALFORMED, 1200) is Joining.OPENS_ASKING


def test_doubtful_print_is_confirmed_however_long_it_takes() -> None:
    assert join(Box().read(RMA, source=Source.OCR), RMA, 600) is Joining.JOINS


@pytest.mark.parametrize("order", [(RMA, FREIGHT), (FREIGHT, RMA)])
@pytest.mark.parametrize("answered", [True, False])
def test_six_cartons_under_one_freight_number_in_two_minutes_are_six(
    order: tuple[Meaning, Meaning], answered: bool
) -> None:
    boxes: list[Box] = []
    for carton in range(6):
        for step, meant in enumerate(order):
            second = 20 * carton + step
            if join(boxes[-1] if boxes else None, meant, second) in {Joining.OPENS, Joining.OPENS_ASKING}:
                boxes.append(Box())
            boxes[-1].read(meant, second)
    assert len(boxes) == 6
    assert all(box.package.labels and box.package.trackings for box in boxes)


def test_six_cartons_with_marks_are_six_at_any_speed() -> None:
    box, opened = Box().read(marked(1, 6)), 1
    for carton in range(2, 7):
        assert join(box, marked(carton, 6), carton) is Joining.OPENS
        box, opened = Box().read(marked(carton, 6), carton), opened + 1
    assert opened == 6


KINDS = st.sampled_from([RMA, OTHER_RMA, BOTH, FREIGHT, OTHER_FREIGHT, SERIAL, MALFORMED, marked(1, 2), marked(2, 2)])


@given(st.lists(st.tuples(KINDS, st.integers(0, 40))), KINDS, st.integers(0, 60), st.booleans())
def test_whatever_is_in_view_of_the_package_never_asks(
    before: list[tuple[Meaning, int]], meant: Meaning, second: int, in_view: bool
) -> None:
    box = Box()
    for read, when in before:
        box.read(read, when)
    joined = join(box, meant, second, in_view=in_view)
    assert joined is not Joining.APART
    if in_view:
        assert joined in {Joining.JOINS, Joining.REPEATS, Joining.OPENS}
    if joined is Joining.REPEATS and meant.numbers:
        assert {number.key for number in meant.numbers} <= {label.key for label in box.package.labels}


def test_a_candidate_keeps_its_mark_through_classification() -> None:
    assert marked(2, 3).numbers == (Candidate(KEY, NUMBER, Form.WELL_FORMED, Carton(2, 3)),)
    assert OTHER_RMA.kind is Kind.RMA
    assert OTHER_RMA.numbers[0].key == OTHER_KEY
