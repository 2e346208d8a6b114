"""What a technician is asked of a model: steps as they are typed, and as stations follow them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

KINDS = (
    ("pass-fail", "passed or failed"),
    ("measure", "a measured value"),
    ("choice", "a choice of answers"),
    ("photo", "a photo"),
)
MOST_STEPS = 60

_AMOUNT = re.compile(r"-?\d{1,9}(\.\d{1,6})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class TypedStep:
    """One step as a person typed it; answers of a choice stand one a line."""

    id: str
    title: str
    kind: str
    low: str = ""
    high: str = ""
    unit: str = ""
    passes: str = ""
    fails: str = ""
    decisive: bool = False
    final: bool = False


def read_steps(typed: Sequence[TypedStep]) -> tuple[list[dict[str, Any]], dict[int, str]]:
    """Give the steps as stations follow them, and what is wrong by place; a step without a title is left out."""
    steps: list[dict[str, Any]] = []
    faults: dict[int, str] = {}
    for place, step in enumerate(typed):
        if not step.title:
            continue
        fault = _fault(step)
        if fault is not None:
            faults[place] = fault
            continue
        taken = {known["id"] for known in steps} | {other.id for other in typed if other.id and other is not step}
        steps.append(_step(step, step.id or _free_id(step.title, taken)))
    if len(steps) > MOST_STEPS:
        faults[len(typed) - 1] = f"A test has at most {MOST_STEPS} steps."
    return steps, faults


def as_typed(step: Mapping[str, Any]) -> TypedStep:
    """Write a step as the texts of its form."""
    limits = step.get("limits") or {}
    options = step.get("options") or []
    return TypedStep(
        step["id"],
        step["title"],
        step["kind"],
        limits.get("low") or "",
        limits.get("high") or "",
        limits.get("unit") or "",
        "\n".join(option["name"] for option in options if not option["fails"]),
        "\n".join(option["name"] for option in options if option["fails"]),
        step.get("decisive", False),
        step.get("final", False),
    )


def _fault(step: TypedStep) -> str | None:
    if step.kind not in dict(KINDS):
        return "Choose what the step asks for."
    if step.kind == "measure":
        return _limits_fault(step)
    if step.kind == "choice":
        answers = [*_lines(step.passes), *_lines(step.fails)]
        if len(answers) < 2:
            return "A choice has at least two answers, one a line."
        if len({answer.casefold() for answer in answers}) < len(answers):
            return "An answer stands there twice."
        if len(answers) > 9:
            return "A choice has at most nine answers: a digit chooses each."
    return None


def _limits_fault(step: TypedStep) -> str | None:
    amounts = [text for text in (step.low, step.high) if text]
    if not amounts:
        return "Give at least one limit."
    if not all(_AMOUNT.fullmatch(text) for text in amounts):
        return "Write limits as numbers, such as 0.15."
    if len(amounts) == 2 and Decimal(step.low) > Decimal(step.high):
        return "No value meets both limits."
    return None


def _step(step: TypedStep, id_: str) -> dict[str, Any]:
    measures, chooses = step.kind == "measure", step.kind == "choice"
    options = [(name, False) for name in _lines(step.passes)] + [(name, True) for name in _lines(step.fails)]
    limits = {"low": step.low or None, "high": step.high or None, "unit": step.unit}
    return {
        "id": id_,
        "title": step.title,
        "kind": step.kind,
        "limits": limits if measures else None,
        "options": [{"name": name, "fails": fails} for name, fails in options] if chooses else [],
        "decisive": step.decisive,
        "final": step.final,
    }


def _free_id(title: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain))[:24].strip("-") or "step"
    return next(id_ for id_ in (stem, *(f"{stem}-{turn}" for turn in range(2, MOST_STEPS + 2))) if id_ not in taken)


def _lines(text: str) -> list[str]:
    return [line.strip()[:60] for line in text.splitlines() if line.strip()]
