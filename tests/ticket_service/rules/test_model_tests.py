from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from receiving_app.sync.row_data import TemplateData
from ticket_service.rules.model_tests import MOST_STEPS, TypedStep, as_typed, read_steps

MODELS = json.loads((Path(__file__).parents[3] / "resources" / "demo" / "service.json").read_text("utf-8"))["models"]
STEP = TypedStep("", "It starts", "pass-fail")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model["id"]))
def test_the_demos_tests_typed_and_read_are_the_same(model: dict[str, object]) -> None:
    template = model["template"]
    assert isinstance(template, dict)

    steps, faults = read_steps([as_typed(step) for step in template["steps"]])

    bare: dict[str, object] = {"limits": None, "options": [], "decisive": False, "final": False}
    assert (steps, faults) == ([bare | step for step in template["steps"]], {})
    assert TemplateData.model_validate({"version": 1, "steps": steps}).steps


def test_a_new_step_gets_an_id_of_its_own_and_keeps_it() -> None:
    steps, _ = read_steps(
        [STEP, STEP, replace(STEP, title="Ä ß ! ?"), replace(STEP, title="?!"), TypedStep("", "", "")]
    )

    assert [step["id"] for step in steps] == ["it-starts", "it-starts-2", "a", "step"]
    again, _ = read_steps([STEP, *map(as_typed, steps)])
    assert [step["id"] for step in again] == ["it-starts-3", "it-starts", "it-starts-2", "a", "step"]


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (replace(STEP, kind="guess"), "Choose what the step asks for."),
        (replace(STEP, kind="measure"), "Give at least one limit."),
        (replace(STEP, kind="measure", low="1,5"), "Write limits as numbers, such as 0.15."),
        (replace(STEP, kind="measure", low="NaN"), "Write limits as numbers, such as 0.15."),
        (replace(STEP, kind="measure", low="2", high="1.9"), "No value meets both limits."),
        (replace(STEP, kind="choice", passes="whole"), "A choice has at least two answers, one a line."),
        (replace(STEP, kind="choice", passes="whole", fails=" Whole "), "An answer stands there twice."),
        (replace(STEP, kind="choice", passes="\n".join("abcdefghij")), "A choice has at most nine answers"),
    ],
)
def test_what_nobody_could_follow_is_refused(step: TypedStep, said: str) -> None:
    _, faults = read_steps([STEP, step])

    assert faults[1].startswith(said)


def test_a_test_has_an_end() -> None:
    assert read_steps([STEP] * MOST_STEPS)[1] == {}
    assert read_steps([STEP] * (MOST_STEPS + 1))[1]
