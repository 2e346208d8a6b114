"""The service as an application: its routes on a database and a clock, and its OpenAPI description."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import FastAPI
from fastapi.responses import RedirectResponse
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from sqlalchemy import Engine

from ticket_service.api import changes, events, health, measures, rmas, stations
from ticket_service.contract import problems
from ticket_service.contract.wire import EventBatch, Problem
from ticket_service.ground import Clock, Ground
from ticket_service.metrics import Metrics, Watch
from ticket_service.portal.page import PREFIX
from ticket_service.portal.site import create_portal
from ticket_service.storage.store import UnavailableError


def create_app(engine: Engine, clock: Clock, url: str = "http://127.0.0.1:8080") -> FastAPI:
    """Build the service on an opened store; `clock` gives aware times, `url` is how people reach it."""
    app = _routes()
    app.state.ground = ground = Ground(engine, clock, url, Metrics())
    app.add_middleware(Watch, metrics=ground.metrics)
    app.mount(PREFIX, create_portal(ground))
    app.add_route("/", lambda _request: RedirectResponse(f"{PREFIX}/"), include_in_schema=False)
    return app


def openapi() -> dict[str, Any]:
    """Describe the contract as OpenAPI 3.1."""
    described: dict[str, Any] = _routes().openapi()
    template = "#/components/schemas/{model}"
    models: list[tuple[type[BaseModel], Literal["validation", "serialization"]]] = [
        (EventBatch, "validation"),
        (Problem, "serialization"),
    ]
    _, own = models_json_schema(models, ref_template=template)
    described["components"]["schemas"] |= own["$defs"]
    return described


def _routes() -> FastAPI:
    app = FastAPI(
        title="Ticket service",
        version=health.CONTRACT,
        description="The contract between a receiving station and the ticket service.",
        docs_url=None,
        redoc_url=None,
    )
    problems.install(app, UnavailableError)
    for part in (health, measures, changes, rmas, events, stations):
        app.include_router(part.router)
    return app
