"""A technician's tests of one item: the template's steps, their results, and how far the inspection is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

#: A measured value is a number as people write one; nothing a bench measures needs more characters.
LONGEST_VALUE = 32
#: No bench measures a value of more digits before the point.
LARGEST_EXPONENT = 15
#: "1,250" is a thousand to one person and little more than one to another: it is asked for again, never guessed.
_TWO_WAYS = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")


class StepKind(StrEnum):
    """What a step asks for."""

    PASS_FAIL = "pass-fail"  # noqa: S105 - a kind of step, not a secret
    MEASURE = "measure"
    CHOICE = "choice"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class Limits:
    """Between what a measured value must lie, both ends included; None leaves that side open.

    Decimals, never floats: the limits stand in the journal, whose hashes allow no two ways to write a number.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceOption:
    """One answer of a choice, and whether it means that the item failed the step."""

    name: str
    fails: bool = False


class NoPhoto(StrEnum):
    """Why a step has no photo: said in its place, in the order of their digits."""

    NO_CAMERA = "no-camera"
    NOT_THERE = "not-there"


@dataclass(frozen=True, slots=True)
class TestStep:
    """One step of a template; a failed `decisive` step may end the inspection early.

    `final` steps are the last test before an item may leave.
    """

    id: str
    title: str
    kind: StepKind
    limits: Limits | None = None
    options: tuple[ChoiceOption, ...] = ()
    decisive: bool = False
    final: bool = False

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers that a digit chooses from; without its last test nothing leaves, so that needs its photo."""
        if self.kind is StepKind.PHOTO:
            return () if self.final else tuple(NoPhoto)
        return tuple(option.name for option in self.options)


@dataclass(frozen=True, slots=True)
class TestTemplate:
    """The steps for a model, in order; an inspection keeps the version that it began with."""

    model: str
    version: int
    steps: tuple[TestStep, ...]

    def step(self, step_id: str) -> TestStep | None:
        """Give a step by its id."""
        return next((step for step in self.steps if step.id == step_id), None)


@dataclass(frozen=True, slots=True)
class StepResult:
    """What one step gave, once; a repeated step has several results, and the last one counts."""

    step: str
    value: str
    passed: bool
    at: datetime
    person: str | None
    note: str = ""
    photo: str | None = None


class ValueFault(StrEnum):
    """Why a measured value or answer can't be taken; `words` has the sentence."""

    EMPTY = "empty"
    NO_NUMBER = "no-number"
    TOO_LARGE = "too-large"
    NO_SUCH_OPTION = "no-such-option"
    PHOTO_MISSING = "photo-missing"


class ValueFaultError(ValueError):
    """A step's answer can't be taken."""

    def __init__(self, fault: ValueFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def measured(text: str) -> Decimal:
    """Read a measured value as people write it, with a point or a comma; raise `ValueFaultError`."""
    written = text.strip()
    if not written:
        raise ValueFaultError(ValueFault.EMPTY)
    if len(written) > LONGEST_VALUE or "_" in written or _TWO_WAYS.fullmatch(written):
        raise ValueFaultError(ValueFault.NO_NUMBER)
    try:
        value = Decimal(written.replace(",", ".") if written.count(",") == 1 and "." not in written else written)
    except InvalidOperation:
        raise ValueFaultError(ValueFault.NO_NUMBER) from None
    if value.is_nan():
        raise ValueFaultError(ValueFault.NO_NUMBER)
    if value.is_infinite() or value.adjusted() > LARGEST_EXPONENT:
        raise ValueFaultError(ValueFault.TOO_LARGE)
    return value


def passes(step: TestStep, value: str, photo: str | None = None) -> bool:
    """Tell whether an answer passes its step; raise `ValueFaultError` where it is no answer to it."""
    match step.kind:
        case StepKind.PASS_FAIL:
            if value not in {"pass", "fail"}:
                raise ValueFaultError(ValueFault.EMPTY if not value else ValueFault.NO_SUCH_OPTION)
            return value == "pass"
        case StepKind.MEASURE:
            return _within(measured(value), step.limits)
        case StepKind.CHOICE:
            option = next((option for option in step.options if option.name == value), None)
            if option is None:
                raise ValueFaultError(ValueFault.EMPTY if not value else ValueFault.NO_SUCH_OPTION)
            return not option.fails
        case StepKind.PHOTO:
            if photo is None and value not in step.answers:
                raise ValueFaultError(ValueFault.PHOTO_MISSING)
            return True


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an inspection is: the next step, what failed, and whether it may end here."""

    next_step: TestStep | None
    failed: tuple[str, ...]
    ended_early: bool

    @property
    def complete(self) -> bool:
        """Whether an outcome may be given."""
        return self.next_step is None or self.ended_early


def progress(template: TestTemplate, results: tuple[StepResult, ...]) -> Progress:
    """Tell how far the results bring a template's steps."""
    last = {result.step: result for result in results}
    failed = tuple(step.id for step in template.steps if step.id in last and not last[step.id].passed)
    decisive = any(step.decisive and step.id in failed for step in template.steps)
    open_steps = [step for step in template.steps if step.id not in last]
    return Progress(open_steps[0] if open_steps else None, failed, decisive and bool(open_steps))


def may_leave(template: TestTemplate, results: tuple[StepResult, ...]) -> bool:
    """Tell whether the item passed its final test: every final step's last result is a pass."""
    last = {result.step: result.passed for result in results}
    return all(last.get(step.id, False) for step in template.steps if step.final)


def _within(value: Decimal, limits: Limits | None) -> bool:
    if limits is None:
        return True
    low_enough = limits.high is None or value <= limits.high
    return low_enough and (limits.low is None or value >= limits.low)
