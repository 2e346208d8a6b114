"""Measured values, steps, and how far an inspection is."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from receiving_app.domain.inspection import (
    LONGEST_VALUE,
    ChoiceOption,
    Limits,
    StepKind,
    StepResult,
    TestStep,
    TestTemplate,
    ValueFault,
    ValueFaultError,
    may_leave,
    measured,
    passes,
    progress,
)

POWER = TestStep("power", "Powers on", StepKind.PASS_FAIL, decisive=True)
VOLTAGE = TestStep("volt", "Supply", StepKind.MEASURE, Limits(Decimal("11.5"), Decimal("12.6"), "V"))
LENS = TestStep("lens", "Lens", StepKind.CHOICE, options=(ChoiceOption("clear"), ChoiceOption("cracked", fails=True)))
FINAL = TestStep("final", "Final recording", StepKind.PHOTO, final=True)
TEMPLATE = TestTemplate("KP2", 3, (POWER, VOLTAGE, LENS, FINAL))


def result(step: str, passed: bool = True) -> StepResult:
    return StepResult(step, "", passed, datetime(2026, 11, 7, 18, tzinfo=UTC), "p-tech")


def fault_of(step: TestStep, value: str, photo: str | None = None) -> ValueFault:
    with pytest.raises(ValueFaultError) as raised:
        passes(step, value, photo)
    return raised.value.fault


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12.5", "12.5"),
        ("12,5", "12.5"),
        (" 12.5\r", "12.5"),
        ("-0,25", "-0.25"),
        ("+3", "3"),
        (".5", "0.5"),
        ("1e3", "1000"),
        ("0,125", "0.125"),
        ("1,2345", "1.2345"),
        ("１２.5", "12.5"),  # noqa: RUF001 - what a scanner set to another width types
    ],
)
def test_a_value_is_read_as_people_write_it(written: str, value: str) -> None:
    assert measured(written) == Decimal(value)


@pytest.mark.parametrize("written", ["", "  ", "\r\n"])
def test_nothing_is_no_value(written: str) -> None:
    with pytest.raises(ValueFaultError) as raised:
        measured(written)
    assert raised.value.fault is ValueFault.EMPTY


@pytest.mark.parametrize("written", ["1e309", "-1e309", "inf", "-Infinity", "1e16", "9" * 17])
def test_what_no_bench_measures_is_too_large(written: str) -> None:
    with pytest.raises(ValueFaultError) as raised:
        measured(written)
    assert raised.value.fault is ValueFault.TOO_LARGE


@pytest.mark.parametrize(
    "written",
    [
        "nan",
        "sNaN",
        "12.5 V",
        "12,5,0",
        "1.000,5",
        "1_000",
        "0x1F",
        "🎥",
        "--5",
        "1" * (LONGEST_VALUE + 1),
        "1" * 10**5,
    ],
)
def test_what_is_no_number_is_said_to_be_none(written: str) -> None:
    with pytest.raises(ValueFaultError) as raised:
        measured(written)
    assert raised.value.fault is ValueFault.NO_NUMBER


@pytest.mark.parametrize("written", ["1,250", "-12,500", "999,000"])
def test_a_comma_that_may_divide_thousands_is_asked_about_and_never_guessed(written: str) -> None:
    with pytest.raises(ValueFaultError) as raised:
        measured(written)
    assert raised.value.fault is ValueFault.NO_NUMBER


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=4))
def test_every_value_is_the_same_with_a_point_and_with_a_comma(value: Decimal) -> None:
    assert measured(f"{value:f}") == measured(f"{value:f}".replace(".", ",")) == value


@given(st.text(max_size=60))
def test_any_text_is_a_finite_number_or_a_fault(text: str) -> None:
    try:
        value = measured(text)
    except ValueFaultError:
        return
    assert value.is_finite()
    assert abs(value) < 10**16


@pytest.mark.parametrize(
    ("value", "passed"), [("11.5", True), ("12,6", True), ("11.4999", False), ("12.60001", False), ("-12", False)]
)
def test_both_limits_still_pass(value: str, passed: bool) -> None:
    assert passes(VOLTAGE, value) is passed


@pytest.mark.parametrize(
    ("limits", "passing", "failing"),
    [
        (Limits(None, Decimal(5)), "-1e9", "5.1"),
        (Limits(Decimal(5), None), "1e9", "4.9"),
    ],
)
def test_a_side_without_a_limit_is_open(limits: Limits, passing: str, failing: str) -> None:
    step = TestStep("one-sided", "One-sided", StepKind.MEASURE, limits)
    assert passes(step, passing)
    assert not passes(step, failing)


def test_a_value_without_limits_is_kept_and_passes() -> None:
    step = TestStep("serial-current", "Current", StepKind.MEASURE)
    assert passes(step, "-17,5")
    assert fault_of(step, "many") is ValueFault.NO_NUMBER


def test_a_limit_is_exact_where_a_float_would_not_be() -> None:
    step = TestStep("exact", "Exact", StepKind.MEASURE, Limits(None, Decimal("0.3")))
    assert passes(step, "0.3")
    assert not passes(step, "0.30000000000000000000000000001")


def test_pass_and_fail_are_the_only_answers_to_a_check() -> None:
    assert passes(POWER, "pass")
    assert not passes(POWER, "fail")
    assert fault_of(POWER, "") is ValueFault.EMPTY
    assert fault_of(POWER, "maybe") is ValueFault.NO_SUCH_OPTION


def test_a_choice_fails_by_the_option_that_was_chosen() -> None:
    assert passes(LENS, "clear")
    assert not passes(LENS, "cracked")
    assert fault_of(LENS, "") is ValueFault.EMPTY
    assert fault_of(LENS, "dirty") is ValueFault.NO_SUCH_OPTION


def test_a_photo_step_needs_its_photo() -> None:
    assert passes(FINAL, "", "9f" * 32)
    assert fault_of(FINAL, "") is ValueFault.PHOTO_MISSING


def test_the_steps_come_in_the_templates_order() -> None:
    for done, following in (((), "power"), (("power",), "volt"), (("volt", "power"), "lens")):
        next_step = progress(TEMPLATE, tuple(map(result, done))).next_step
        assert next_step is not None
        assert next_step.id == following


def test_an_outcome_may_be_given_when_every_step_is_done() -> None:
    done = tuple(result(step.id) for step in TEMPLATE.steps)
    assert not progress(TEMPLATE, done[:-1]).complete
    assert progress(TEMPLATE, done).complete
    assert progress(TEMPLATE, done).next_step is None
    assert not progress(TEMPLATE, done).ended_early


def test_a_decisive_failure_ends_a_test_early_and_any_other_does_not() -> None:
    decisive = progress(TEMPLATE, (result("power", passed=False),))
    assert decisive.ended_early
    assert decisive.complete
    assert decisive.failed == ("power",)
    other = progress(TEMPLATE, (result("power"), result("volt", passed=False)))
    assert not other.ended_early
    assert not other.complete
    assert other.failed == ("volt",)


def test_a_decisive_failure_found_last_has_ended_nothing_early() -> None:
    done = (*(result(step.id) for step in TEMPLATE.steps), result("power", passed=False))
    assert progress(TEMPLATE, done).complete
    assert not progress(TEMPLATE, done).ended_early


def test_of_a_repeated_step_the_last_result_counts() -> None:
    mended = (result("power", passed=False), result("power"))
    assert not progress(TEMPLATE, mended).ended_early
    assert progress(TEMPLATE, mended).failed == ()
    broken_again = progress(TEMPLATE, (*mended, result("power", passed=False)))
    assert broken_again.ended_early


def test_results_of_steps_that_the_template_does_not_have_change_nothing() -> None:
    assert progress(TEMPLATE, (result("smoke", passed=False),)) == progress(TEMPLATE, ())


def test_a_model_without_steps_waits_for_no_test() -> None:
    empty = TestTemplate("KP2", 0, ())
    assert progress(empty, ()).complete
    assert may_leave(empty, ())


def test_nothing_leaves_that_failed_its_final_test_or_never_had_it() -> None:
    assert not may_leave(TEMPLATE, ())
    assert not may_leave(TEMPLATE, (result("power"), result("volt"), result("lens")))
    assert not may_leave(TEMPLATE, (result("final"), result("final", passed=False)))
    assert may_leave(TEMPLATE, (result("final", passed=False), result("final")))


STEP_IDS = st.sampled_from([step.id for step in TEMPLATE.steps])
RESULTS = st.lists(st.builds(result, STEP_IDS, st.booleans()), max_size=12).map(tuple)


@given(RESULTS)
def test_progress_counts_the_last_result_of_each_step_and_nothing_else(results: tuple[StepResult, ...]) -> None:
    last = tuple({each.step: each for each in results}.values())
    assert progress(TEMPLATE, results) == progress(TEMPLATE, last)
    assert may_leave(TEMPLATE, results) == may_leave(TEMPLATE, last)
    told = progress(TEMPLATE, results)
    assert set(told.failed) == {each.step for each in last if not each.passed}
    assert told.complete == (len(last) == len(TEMPLATE.steps) or "power" in told.failed)


def test_a_step_is_found_by_its_id() -> None:
    assert TEMPLATE.step("volt") is VOLTAGE
    assert TEMPLATE.step("smoke") is None
