"""The contract's routes, tried with what nobody thought of: every answer is one that docs/openapi.json promises."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from tests.ticket_service.conftest import Caller

CONTRACT = json.loads((Path(__file__).parents[2] / "docs" / "openapi.json").read_text(encoding="utf-8"))
SCHEMA = schemathesis.openapi.from_dict(CONTRACT)
# A schema cannot say that 1.0 is no whole number, which curve a key lies on, or whose cursor it is.
SCHEMA.config.checks.positive_data_acceptance.expected_statuses = [
    "2xx",
    "3xx",
    "401",
    "403",
    "404",
    "409",
    "410",
    "422",
    "429",
]
# What is asked beyond the contract is passed over: a later station may ask for more.
SCHEMA.config.checks.negative_data_rejection.enabled = False
#: Operations by method and path; schemathesis types them by a parser that it chooses when it runs.
OPERATIONS: dict[str, Any] = {each.ok().label: each.ok() for each in cast("Any", SCHEMA).get_all_operations()}


def tries() -> list[tuple[str, GenerationMode]]:
    """Name every operation with what fits its schema, and with what does not where it takes anything at all."""
    takes = {label: bool(list(each.iter_parameters()) or each.body) for label, each in OPERATIONS.items()}
    fitting = [(label, GenerationMode.POSITIVE) for label in OPERATIONS]
    return fitting + [(label, GenerationMode.NEGATIVE) for label in OPERATIONS if takes[label]]


@pytest.mark.parametrize(("operation", "mode"), tries())
def test_every_answer_is_as_promised(operation: str, mode: GenerationMode, station: Caller) -> None:
    headers = {"Authorization": f"Bearer {station.token}"}

    @given(case=OPERATIONS[operation].as_strategy(generation_mode=mode))
    @settings(max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def answers(case: Any) -> None:
        case.call_and_validate(base_url=station.url, headers=headers, session=station.session, timeout=20)

    answers()
