"""The product models with their parts and tests, for the administrator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy import Connection

from ticket_service.accounts.refusals import InvalidError
from ticket_service.accounts.staff import require_admin
from ticket_service.portal.forms import Form, Sent
from ticket_service.portal.once import once
from ticket_service.portal.page import go_to, page
from ticket_service.portal.visit import LoggedIn, Visit
from ticket_service.rules.model_tests import KINDS, MOST_STEPS, TypedStep, as_typed
from ticket_service.site import models
from ticket_service.site.models import Model, Said
from ticket_service.storage.store import reading, writing

router = APIRouter()

#: Empty steps at the end of the form, to be filled; saving gives as many again.
_EMPTY_STEPS = 3


@router.get("/models")
def show_models(visit: LoggedIn) -> Response:
    """List the models."""
    with reading(visit.ground.engine) as connection:
        known = models.models(connection, visit.person)
    return page(visit, "models.html", models=known)


@router.get("/models/new")
def show_new_model(visit: LoggedIn) -> Response:
    """Show the empty form."""
    return _model_page(visit, None, Form(), [])


@router.post("/models/new")
def post_new_model(visit: LoggedIn, form: Sent) -> Response:
    """Add a model."""
    said = _said(form)
    model = form.line("id", 32, "Type the model's short name, such as KP2.").upper()

    def add(connection: Connection) -> str:
        models.add(connection, visit.person, model, said, visit.now)
        return f"/models/{model}"

    try:
        path = once(visit, form, add) if form.is_good else ""
    except InvalidError as refusal:
        form.refuse(refusal)
    if not form.is_good:
        return _model_page(visit, None, form, said.steps, 422)
    return go_to(visit, path, f"{model} is added; the stations hear of it with their next round.")


@router.get("/models/{model}")
def show_model(visit: LoggedIn, model: str) -> Response:
    """Show one model as a form."""
    with reading(visit.ground.engine) as connection:
        known = models.read_model(connection, visit.person, model)
    parts = known.data.get("parts", [])
    form = Form.filled(
        name=known.data.get("name", ""),
        price=(known.data.get("value") or {}).get("amount", ""),
        required="\n".join(part["name"] for part in parts if part["required"]),
        optional="\n".join(part["name"] for part in parts if not part["required"]),
    )
    return _model_page(visit, known, form, [as_typed(step) for step in known.steps])


@router.post("/models/{model}")
def post_model(visit: LoggedIn, model: str, form: Sent) -> Response:
    """Change a model."""
    with reading(visit.ground.engine) as connection:
        known = models.read_model(connection, visit.person, model)
    said = _said(form)
    try:
        if form.is_good:
            with writing(visit.ground.engine) as connection:
                models.change(connection, visit.person, model, said, visit.now, rev=form.number("rev"))
    except InvalidError as refusal:
        form.refuse(refusal)
    if not form.is_good:
        return _model_page(visit, known, form, said.steps, 422)
    return go_to(visit, f"/models/{model}", f"{model} is saved; the stations hear of it with their next round.")


def _said(form: Form) -> Said:
    places = range(min(len(form.values("step_title")), MOST_STEPS + _EMPTY_STEPS))
    steps = sorted((_typed(form, place) for place in places), key=lambda step: step[0])
    return Said(
        form.line("name", 100, "Type the model's name."),
        form.line("price", 14),
        form.text("required", 2000),
        form.text("optional", 2000),
        [step for _, step in steps if step.title],
    )


def _typed(form: Form, place: int) -> tuple[float, TypedStep]:
    """Read one step of the form, and where it stands; a place that is no number stays where it is."""

    def text(name: str, most: int) -> str:
        values = form.values(f"step_{name}")
        return values[place].replace("\r\n", "\n").strip()[:most] if place < len(values) else ""

    order = text("order", 4)
    number = str(place)
    step = TypedStep(
        text("id", 64),
        text("title", 100),
        text("kind", 16),
        text("low", 20),
        text("high", 20),
        text("unit", 12),
        text("passes", 600),
        text("fails", 600),
        number in form.values("step_decisive"),
        number in form.values("step_final"),
    )
    return (float(order) if order.isascii() and order.isdigit() else place + 1.0), step


def _model_page(
    visit: Visit, model: Model | None, form: Form, steps: Sequence[TypedStep], status: int = 200
) -> Response:
    history = []
    if model is not None:
        with reading(visit.ground.engine) as connection:
            history = models.history(connection, visit.person, model.id)
    else:
        require_admin(visit.person)
    empty = [TypedStep("", "", "pass-fail")] * _EMPTY_STEPS
    rows = [asdict(step) for step in [*steps, *empty]]
    return page(visit, "model.html", status, model=model, form=form, steps=rows, kinds=KINDS, history=history)
