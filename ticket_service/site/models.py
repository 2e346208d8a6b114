"""The product models: their parts, what one is worth, and the test that a technician follows, in versions.

A test that was begun goes on by the version it was begun with: the station wrote that one into its journal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from ticket_service.accounts.caller import Caller
from ticket_service.accounts.refusals import ChangedMeanwhileError, InvalidError, UnknownError
from ticket_service.accounts.staff import require_admin
from ticket_service.rules.model_tests import TypedStep, read_steps
from ticket_service.site import versions
from ticket_service.storage.schema import state
from ticket_service.storage.state import StateRow, put

_ID = re.compile(r"[A-Z0-9][A-Z0-9._-]{0,31}")
_PRICE = re.compile(r"\d{1,10}(\.\d{2})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Model:
    """A model as stations have it, at its `rev`."""

    id: str
    data: dict[str, Any]
    rev: int

    @property
    def steps(self) -> list[dict[str, Any]]:
        """Give the steps of its test."""
        template = self.data.get("template")
        return [] if template is None else list(template["steps"])


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed of a model; parts stand one a line, `price` is in US dollars or empty."""

    name: str
    price: str
    required: str
    optional: str
    steps: Sequence[TypedStep]


def models(connection: Connection, caller: Caller) -> list[Model]:
    """List the models, by id."""
    require_admin(caller)
    rows = connection.execute(_known().order_by(state.c.id))
    return [Model(row.id, json.loads(row.data), row.rev) for row in rows]


def read_model(connection: Connection, caller: Caller, model: str) -> Model:
    """Read one model. Raises UnknownError."""
    require_admin(caller)
    row = connection.execute(_known().where(state.c.id == model)).first()
    if row is None:
        raise UnknownError("There is no such model.")
    return Model(row.id, json.loads(row.data), row.rev)


def add(connection: Connection, caller: Caller, model: str, said: Said, now: datetime) -> None:
    """Add a model. Raises InvalidError."""
    require_admin(caller)
    if not _ID.fullmatch(model):
        raise InvalidError({"id": "Use up to 32 capital letters, digits, '.', '_' and '-', such as KP2."})
    if connection.execute(_known().where(state.c.id == model)).first() is not None:
        raise InvalidError({"id": "There is a model of this name already."})
    _keep(connection, caller, Model(model, {"id": model}, 0), said, now)


def change(connection: Connection, caller: Caller, model: str, said: Said, now: datetime, *, rev: int) -> None:
    """Change a model seen at `rev`; other steps make a new version of its test. Raises InvalidError."""
    known = read_model(connection, caller, model)
    if known.rev != rev:
        raise ChangedMeanwhileError(f"Somebody changed {model} meanwhile. Look again, then change it.")
    _keep(connection, caller, known, said, now)


def history(connection: Connection, caller: Caller, model: str) -> list[versions.Version]:
    """List the versions of a model's test that were saved here."""
    require_admin(caller)
    return versions.of(connection, versions.Kind.TEMPLATE, model)


def _keep(connection: Connection, caller: Caller, model: Model, said: Said, now: datetime) -> None:
    steps, step_faults = read_steps(said.steps)
    faults = {f"step-{place}": fault for place, fault in step_faults.items()}
    if said.price and not _PRICE.fullmatch(said.price):
        faults["price"] = "Write an amount like 189.00, or leave it empty."
    parts, fault = _parts(said)
    if fault is not None:
        faults["required"] = fault
    if faults:
        raise InvalidError(faults)
    data = model.data | {"name": said.name, "parts": parts, "template": _template(model, steps)}
    data["value"] = {"amount": said.price, "currency": "USD"} if said.price else None
    put(connection, [StateRow("model", model.id, data)])
    if data["template"] is not None and data["template"] != model.data.get("template"):
        versions.keep(connection, caller, versions.Kind.TEMPLATE, data["template"], model.id, now=now)


def _template(model: Model, steps: list[dict[str, Any]]) -> dict[str, Any] | None:
    before = model.data.get("template")
    if not steps:
        return None
    if before is not None and before["steps"] == steps:
        return dict(before)
    return {"version": 1 if before is None else before["version"] + 1, "steps": steps}


def _parts(said: Said) -> tuple[list[dict[str, Any]], str | None]:
    names = [(name, True) for name in _lines(said.required)] + [(name, False) for name in _lines(said.optional)]
    is_twice = len({name.casefold() for name, _ in names}) < len(names)
    parts = [{"name": name, "required": required} for name, required in names]
    return parts, "A part stands there twice." if is_twice else None


def _lines(text: str) -> list[str]:
    return [line.strip()[:60] for line in text.splitlines() if line.strip()]


def _known() -> Any:
    return select(state.c.id, state.c.data, state.c.rev).where(state.c.kind == "model", state.c.deleted.is_(False))
